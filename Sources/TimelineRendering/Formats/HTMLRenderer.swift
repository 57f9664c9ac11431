import Chronology
import TimelineModel

/// Events as one self-contained HTML page.
///
/// The page makes no request and works from a mail attachment. Without JavaScript it is a drawing and
/// a list by year with quotes and sources, a shelf of undated events and the sources; with it there
/// are search, filters and zoom. The Content-Security-Policy allows only the page's own style sheet
/// and script, by their hashes.
public struct HTMLRenderer: Renderer {
  /// In pages with more events than this, the parts of the list are parsed when a reader comes near.
  public var mostParsedEvents: Int

  /// Longer lists are laid out only where they are in sight.
  private static let longList = 1000

  /// A renderer of pages.
  public init(mostParsedEvents: Int = 5000) {
    self.mostParsedEvents = mostParsedEvents
  }

  /// The page.
  public func text(_ content: TimelineContent) -> String {
    let policy =
      "default-src 'none'; style-src \(PageAssets.hash(PageAssets.style)); "
      + "script-src \(PageAssets.hash(PageAssets.script)); base-uri 'none'; form-action 'none'"
    let title = HTMLText.escaped(content.title)
    let dated = content.entries.filter { $0.event.description.date.isDated }
    let undated = content.entries.filter { !$0.event.description.date.isDated }
    let list = HTMLEventList(
      content: content, dated: dated, undated: undated,
      isParsed: content.entries.count <= mostParsedEvents)
    let axis = EventExtent.axis(of: content)
    let index = PageIndex(entries: dated + undated, axis: axis)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(PageAssets.style)</style>
      </head>
      <body\(content.entries.count > HTMLRenderer.longList ? " class=\"long\"" : "")>
      <a class="skip" href="#list">Skip to the list of events</a>
      <header>
      <h1 dir="auto">\(title)</h1>
      <p>\(HTMLText.escaped(HTMLRenderer.counts(content)))</p>
      <p class="soft">\(HTMLText.escaped(HTMLRenderer.summary(content)))</p>
      </header>
      \(drawing(dated, axis, of: content))\
      \(HTMLControls(entries: dated + undated).text)\
      <main id="list">
      <p id="nothing" hidden>No event matches. \
      <button id="reset2" type="button">Clear the filters</button></p>
      \(list.text)</main>
      \(sources(content, list))\
      <script type="application/json" id="index">\(index.text)</script>
      <script>\(PageAssets.script)</script>
      </body>
      </html>

      """
  }

  /// How many events of each standing there are, and how many sources.
  static func counts(_ content: TimelineContent, of subject: String? = nil) -> String {
    let standings = Actuality.allCases.compactMap { standing -> String? in
      let number = content.entries.count { $0.event.description.actuality == standing }
      let word = standing == .unknown ? "unconfirmed" : standing.rawValue
      return number == 0 ? nil : "\(number) \(word)"
    }
    let undated = content.entries.count { !$0.event.description.date.isDated }
    var text = subject ?? EventWords.count(content.entries.count, "event")
    if !standings.isEmpty { text += ": " + standings.joined(separator: ", ") }
    if undated > 0 { text += "; \(undated) undated" }
    return text + ". " + EventWords.count(content.documents.count, "source") + "."
  }

  private static func summary(_ content: TimelineContent) -> String {
    let lines = EventTable().footer(content, limitHint: "made with --limit").split(separator: "\n")
    // A sign and what it means stay on one line.
    return lines.map { $0.split(separator: "   ").joined(separator: " · ") }
      .joined(separator: " · ").replacing("~ about", with: "~\u{a0}about")
  }

  /// The drawing as the program lays it out, which the script replaces by one to zoom.
  private func drawing(
    _ dated: [TimelineEntry], _ axis: (first: CivilDay, last: CivilDay)?,
    of content: TimelineContent
  ) -> String {
    let undated = content.entries.count - dated.count
    let shelfNote =
      undated == 0
      ? ""
      : "<p class=\"soft\"><a href=\"#undated\">\(EventWords.count(undated, "undated event"))</a> "
        + "cannot be drawn and stand\(undated == 1 ? "s" : "") at the end of the list.</p>\n"
    return """
      <svg class="fades" width="0" height="0" aria-hidden="true">\(EventDrawing.fades())</svg>
      <figure id="drawing"\(axis == nil ? " hidden" : "")>
      <div id="zoom" hidden><button id="in" type="button" aria-label="Zoom in">+</button>
      <button id="out" type="button" aria-label="Zoom out">−</button>
      <button id="left" type="button" aria-label="Earlier">←</button>
      <button id="right" type="button" aria-label="Later">→</button>
      <button id="all" type="button">Whole range</button>
      <span id="drawn" class="soft"></span></div>
      <div id="chart" class="static" role="group" \
      aria-label="The events along time; the list below holds the same events." \
      aria-describedby="keys">\(axis.map { OverviewDrawing(entries: dated, axis: $0).text } ?? "")</div>
      \(OverviewDrawing.legend(content.entries))\(shelfNote)\
      <p id="keys" class="soft screen" hidden>Click an event to read its quotes. In the drawing, \
      plus and minus zoom, the arrows left and right move, up and down go through the events.</p>
      <section id="card" aria-live="polite" aria-label="The selected event" hidden>
      <button id="close" type="button" aria-label="Close">×</button>
      <div id="carditem"></div>
      </section>
      </figure>

      """
  }

  private func sources(_ content: TimelineContent, _ list: HTMLEventList) -> String {
    guard !content.documents.isEmpty else { return "" }
    let rows = content.documents.map { source in
      "<li>\(list.citation(source)) <span class=\"id\">\(HTMLText.escaped(source.name))</span></li>\n"
    }
    return "<footer>\n<h2>Sources</h2>\n<ol>\n\(rows.joined())</ol>\n</footer>\n"
  }
}
