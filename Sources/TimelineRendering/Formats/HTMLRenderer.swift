import Chronology
import TimelineModel

/// Events as one self-contained HTML page.
///
/// The page makes no request and works from a mail attachment. Without JavaScript it is a list by
/// year with quotes and sources, an undated shelf and the sources; with it there are search,
/// filters and a drawing to zoom. The Content-Security-Policy allows only the page's own style
/// sheet and script, by their hashes.
public struct HTMLRenderer: Renderer {
  /// A renderer of pages.
  public init() {}

  /// The page.
  public func text(_ content: TimelineContent) -> String {
    let style = String(describing: HTMLStyle.text)
    let script = String(describing: HTMLScript.text)
    let policy =
      "default-src 'none'; style-src 'sha256-\(HTMLRenderer.hash(style))'; "
      + "script-src 'sha256-\(HTMLRenderer.hash(script))'; base-uri 'none'; form-action 'none'"
    let title = HTMLText.escaped(content.title)
    let axis = EventExtent.axis(of: content)
    var page = """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body data-first="\(axis?.first.julianDayNumber ?? 0)" \
      data-last="\(axis?.last.julianDayNumber ?? 1)">
      <header>
      <h1>\(title)</h1>
      <p class="soft">\(HTMLText.escaped(summary(content)))</p>
      </header>

      """
    page += controls(content)
    page += "<main>\n" + years(content) + undated(content) + "</main>\n"
    page += sources(content)
    page += "<script>\(script)</script>\n</body>\n</html>\n"
    return page
  }

  private static func hash(_ text: String) -> String {
    HTMLText.base64(SHA256.digest(of: Array(text.utf8)))
  }

  /// The year that an event stands under, or its decade or century when that is all there is.
  private static func heading(_ date: EventDate) -> String {
    if date.precision == .decade || date.precision == .century { return EventWords.date(date) }
    guard let year = (date.span.earliest ?? date.span.latest)?.year else {
      return "Open at both ends"
    }
    return year > 0 ? String(year) : "\(1 - year) BCE"
  }

  private func summary(_ content: TimelineContent) -> String {
    let lines = EventTable().footer(content, limitHint: "made with --limit").split(separator: "\n")
    return lines.map(String.init).joined(separator: " · ")
  }

  private func controls(_ content: TimelineContent) -> String {
    let entries = content.entries
    func select(_ id: String, _ label: String, _ values: Set<String>) -> String {
      let options = values.sorted().map {
        let value = HTMLText.escaped($0)
        return "<option value=\"\(value)\">\(value)</option>"
      }
      return "<label>\(label)<select id=\"\(id)\"><option value=\"\">all</option>"
        + options.joined() + "</select></label>\n"
    }
    let types = entries.flatMap { entry -> [String] in
      let type = entry.event.description.type
      return [type, String(type.split(separator: ".").first ?? "")]
    }
    let actors = entries.flatMap { $0.event.description.actors.map { clean($0.name) } }
    let places = entries.compactMap { $0.event.description.place.map { VisibleText.line($0) } }
    let documents = entries.flatMap { EventFields.documentNames($0).map(clean) }
    return """
      <div id="controls" class="noprint" hidden>
      <label>Search<input id="q" type="search" autocomplete="off" \
      placeholder="any words"></label>
      \(select("type", "Type", Set(types)))\
      \(select("actor", "Actor", Set(actors)))\
      \(select("place", "Place", Set(places)))\
      \(select("standing", "Standing", Set(entries.map(\.event.description.actuality.rawValue))))\
      \(select("document", "Source", Set(documents)))\
      <button id="reset" type="button">Clear filters</button>
      </div>
      <div id="chartbox" hidden>
      <p id="count" class="soft" role="status"></p>
      <div id="zoom"><button id="in" type="button" aria-label="Zoom in">+</button>
      <button id="out" type="button" aria-label="Zoom out">−</button>
      <button id="left" type="button" aria-label="Earlier">←</button>
      <button id="right" type="button" aria-label="Later">→</button>
      <button id="all" type="button">Whole range</button>
      <span id="drawn" class="soft"></span></div>
      <div id="chart" tabindex="0" role="img" \
      aria-label="Drawing of the events along time; the list below holds the same events. \
      Plus and minus zoom, arrow keys move."></div>
      <p class="soft">Filled bars lasted throughout; pale ones happened once, somewhere inside. \
      Dashed outlines have not simply occurred; dotted outlines are approximate; arrows are open \
      ends.</p>
      </div>

      """
  }

  private func years(_ content: TimelineContent) -> String {
    var text = ""
    var year: String?
    var isOpen = false
    for entry in content.entries {
      let date = entry.event.description.date
      guard date.isDated else { continue }
      let heading = HTMLRenderer.heading(date)
      if heading != year {
        if isOpen { text += "</ol></section>\n" }
        text += "<section class=\"year\"><h2>\(HTMLText.escaped(heading))</h2>\n"
        text += "<ol class=\"events\">\n"
        year = heading
        isOpen = true
      }
      text += item(entry, content)
    }
    if isOpen { text += "</ol></section>\n" }
    if content.entries.isEmpty { text += "<p>No events.</p>\n" }
    return text
  }

  private func undated(_ content: TimelineContent) -> String {
    let entries = content.entries.filter { !$0.event.description.date.isDated }
    guard !entries.isEmpty else { return "" }
    return "<section class=\"year\"><h2>Undated (\(entries.count))</h2>\n<ol class=\"events\">\n"
      + entries.map { item($0, content) }.joined() + "</ol></section>\n"
  }

  private func item(_ entry: TimelineEntry, _ content: TimelineContent) -> String {
    let event = entry.event
    let description = event.description
    let date = description.date
    let id = HTMLText.escaped(event.id)
    let standing = description.actuality.rawValue
    func day(_ day: CivilDay?) -> String {
      guard date.isDated, let day else { return "" }
      return String(day.julianDayNumber)
    }
    let actors = description.actors.map { clean($0.name) }.joined(separator: "|")
    let documents = EventFields.documentNames(entry).map(clean).joined(separator: "|")
    var text = """
      <li id="\(id)" class="\(standing)-event" data-a="\(day(date.span.earliest))" \
      data-b="\(day(date.span.latest))" data-l="\(date.shape == .throughout ? 1 : 0)" \
      data-f="\(date.approximate ? 1 : 0)" data-t="\(HTMLText.escaped(description.type))" \
      data-s="\(standing)" data-p="\(HTMLText.escaped(description.place ?? ""))" \
      data-c="\(HTMLText.escaped(actors))" data-d="\(HTMLText.escaped(documents))">\
      <div class="when" dir="auto">\(HTMLText.escaped(EventWords.date(date)))</div><div>\
      <h3 dir="auto">
      """
    if description.actuality != .occurred {
      text += "<span class=\"badge \(standing)\">\(standing)</span>"
    }
    if let stage = description.stage {
      text += "<span class=\"badge stage\">\(HTMLText.escaped(EventWords.spaced(stage)))</span>"
    }
    text += "<span class=\"t\">\(HTMLText.escaped(description.title))</span></h3>\n"
    text +=
      "<p class=\"soft\">" + details(entry) + " <a class=\"id\" href=\"#\(id)\">\(id)</a></p>\n"
    for mention in entry.citations {
      let source = content.document(named: mention.document)
      text += "<blockquote dir=\"auto\">\(HTMLText.escaped(mention.evidence.exact))</blockquote>\n"
      text += "<p class=\"soft\">— \(citation(source))</p>\n"
    }
    if let source = event.source {
      text += "<p class=\"soft\">Source: \(HTMLText.escaped(source))</p>\n"
    }
    return text + "</div></li>\n"
  }

  private func details(_ entry: TimelineEntry) -> String {
    let description = entry.event.description
    var parts = [description.type]
    parts += description.place.map { [$0] } ?? []
    if !description.actors.isEmpty { parts.append(EventTable.actors(description)) }
    if let attribution = description.attribution { parts.append("according to \(attribution)") }
    if let cue = description.cue { parts.append("cue “\(cue)”") }
    if entry.event.independentSources > 1 {
      parts.append("\(entry.event.independentSources) independent sources")
    }
    if entry.event.origin == .added {
      parts.append(
        EventWords.isOrphaned(entry.event)
          ? "kept by people's decisions; no document tells of it now" : "added by a person")
    }
    if !description.date.isDated, let bounds = EventWords.bounds(ofUndated: description.date) {
      parts.append(bounds)
    }
    return parts.map { "<bdi>\(HTMLText.escaped($0))</bdi>" }.joined(separator: " · ")
  }

  private func citation(_ source: SourceDocument) -> String {
    let text = HTMLText.escaped(source.citation)
    guard let address = HTMLText.link(source.metadata.url) else { return text }
    return "<a href=\"\(address)\" rel=\"noreferrer\">\(text)</a>"
  }

  private func sources(_ content: TimelineContent) -> String {
    guard !content.documents.isEmpty else { return "" }
    let rows = content.documents.map { source in
      "<li>\(citation(source)) <span class=\"id\">\(HTMLText.escaped(source.name))</span></li>\n"
    }
    return "<footer><h2>Sources</h2>\n<ul>\n\(rows.joined())</ul></footer>\n"
  }

  /// A value as it stands in lists that are separated by bars.
  private func clean(_ text: String) -> String {
    VisibleText.line(String(text.map { $0 == "|" ? "/" : $0 }))
  }
}
