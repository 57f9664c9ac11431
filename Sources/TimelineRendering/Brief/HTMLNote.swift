/// Writes a briefing note as a page without a script; every text is escaped.
struct HTMLNote {
  /// What is written.
  let note: BriefNote

  /// The page.
  var text: String {
    let style = PageAssets.noteStyle
    let policy =
      "default-src 'none'; style-src \(PageAssets.hash(style)); base-uri 'none'; form-action 'none'"
    let title = HTMLText.escaped(note.title)
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(title)</title>
      <style>\(style)</style>
      </head>
      <body class="note">
      <header>
      <h1 dir="auto">\(title)</h1>
      <p>\(HTMLText.escaped(note.counts))</p>
      </header>
      \(drawing)<main>
      \(note.sections.map(section).joined())</main>
      </body>
      </html>

      """
  }

  private var drawing: String {
    guard let axis = EventExtent.axis(of: note.drawn), !note.drawn.entries.isEmpty else {
      return ""
    }
    let overview = OverviewDrawing(entries: note.drawn.entries, axis: axis, width: 860)
    return """
      <svg class="fades" width="0" height="0" aria-hidden="true">\(EventDrawing.fades())</svg>
      <figure id="drawing">
      <div class="static" role="group" aria-label="The events along time" tabindex="0">\
      \(overview.text)</div>
      \(OverviewDrawing.legend(note.drawn.entries))</figure>

      """
  }

  private func section(_ section: BriefNote.Section) -> String {
    var text = "<h\(section.level)>\(HTMLText.escaped(section.title))</h\(section.level)>\n"
    let tag = section.isNumbered ? "ol" : "ul"
    if !section.lines.isEmpty {
      text += "<\(tag)>\n"
      for (index, line) in section.lines.enumerated() {
        text += section.isNumbered ? "<li id=\"source-\(index + 1)\">" : "<li>"
        text += words(line) + "</li>\n"
      }
      text += "</\(tag)>\n"
    }
    if let remark = section.remark {
      text += "<p class=\"soft\">\(HTMLText.escaped(remark))</p>\n"
    }
    return text
  }

  private func words(_ line: BriefNote.Line) -> String {
    var text = line.when.map { "<b class=\"when\">\(HTMLText.escaped($0))</b> " } ?? ""
    for mark in line.marks {
      text += "<span class=\"badge \(mark == "unconfirmed" ? "unknown" : HTMLText.escaped(mark))\">"
      text += "\(HTMLText.escaped(mark))</span>"
    }
    text += "<bdi>\(HTMLText.escaped(line.text))</bdi>"
    for number in line.citations { text += " <a href=\"#source-\(number)\">[\(number)]</a>" }
    if let id = line.id { text += " <span class=\"id\">\(HTMLText.escaped(id))</span>" }
    return text
  }
}
