import Chronology
import TimelineModel

/// A note of one to three pages: counts, drawing, the main events by month with numbered
/// citations, what is planned and overdue, where sources disagree, what is undated, the sources.
public struct BriefRenderer: Renderer {
  /// Whether the note is HTML (else Markdown).
  public var isHTML: Bool
  /// With more events than this, only the best attested are listed, and the note says so.
  public var mostEvents: Int

  /// A renderer of notes.
  public init(isHTML: Bool = false, mostEvents: Int = 60) {
    self.isHTML = isHTML
    self.mostEvents = mostEvents
  }

  /// The note.
  public func text(_ content: TimelineContent) -> String {
    var note = NoteWriter(isHTML: isHTML, title: content.title)
    let entries = content.entries
    let dated = entries.filter { $0.event.description.date.isDated }
    note.paragraph(counts(content))
    if !dated.isEmpty {
      var drawn = content
      drawn.entries = dated
      note.code(TerminalChart(width: 96, mostRows: mostEvents).drawing(drawn))
    }
    mainEvents(dated, content, on: &note)
    planned(dated, content, on: &note)
    conflicts(entries, content, on: &note)
    let undated = entries.filter { !$0.event.description.date.isDated }
    note.list("Undated", undated.map { line($0, content, bounds: true) })
    note.numbered("Sources", content.documents.map { "\($0.citation) (\($0.name))" })
    return note.text
  }

  private func counts(_ content: TimelineContent) -> String {
    var parts = EventTable().footer(content).split(separator: "\n").prefix(1).map(String.init)
    let documents = EventWords.count(content.documents.count, "source")
    let standings = Actuality.allCases.compactMap { standing -> String? in
      let number = content.entries.count { $0.event.description.actuality == standing }
      return number == 0 ? nil : "\(number) \(standing.rawValue)"
    }
    parts.append(
      "\(documents): " + (standings.isEmpty ? "no events" : standings.joined(separator: ", ")))
    return parts.joined(separator: ". ") + "."
  }

  private func mainEvents(
    _ dated: [TimelineEntry], _ content: TimelineContent, on note: inout NoteWriter
  ) {
    let ranked = dated.indices.sorted { left, right in
      let a = dated[left].event
      let b = dated[right].event
      return (Double(a.independentSources) + a.description.confidence, -left)
        > (Double(b.independentSources) + b.description.confidence, -right)
    }
    let chosen = ranked.prefix(mostEvents).sorted().map { dated[$0] }
    note.heading("Main events")
    var month = ""
    var lines: [String] = []
    for entry in chosen {
      let next = BriefRenderer.month(entry.event.description.date)
      if next != month {
        note.list(month, lines, level: 3)
        lines = []
        month = next
      }
      lines.append(line(entry, content))
    }
    note.list(month, lines, level: 3)
    if chosen.isEmpty { note.paragraph("None.") }
    if chosen.count < dated.count {
      note.paragraph(
        "\(dated.count - chosen.count) further events are not listed; they have fewer sources.")
    }
  }

  /// What has not come about by the newest publication date among the sources.
  private func planned(
    _ dated: [TimelineEntry], _ content: TimelineContent, on note: inout NoteWriter
  ) {
    let plans = dated.filter {
      [.planned, .proposed].contains($0.event.description.actuality)
    }
    let newest = content.documents.compactMap { $0.published?.day }.max()
    let overdue = plans.filter { entry in
      guard let newest, let due = entry.event.description.date.span.latest else { return false }
      return due < newest
    }
    note.list("Planned or proposed", plans.map { line($0, content) })
    if let newest {
      note.list(
        "Overdue on \(EventWords.day(newest)), the date of the newest source",
        overdue.map { line($0, content) })
    }
  }

  private func conflicts(
    _ entries: [TimelineEntry], _ content: TimelineContent, on note: inout NoteWriter
  ) {
    var lines: [String] = []
    for entry in entries {
      let dates = Dictionary(grouping: entry.mentions.filter { $0.description.date.isDated }) {
        EventWords.date($0.description.date)
      }
      if dates.count > 1 {
        let told = dates.sorted { $0.key < $1.key }.map { date, mentions in
          date + mentions.map { citation($0.document, content) }.joined()
        }
        lines.append("\(entry.event.description.title): \(told.joined(separator: "; "))")
      }
      if let other = entry.event.possibleDuplicates.first, entry.event.id < other {
        lines.append(
          "\(entry.event.description.title) may be told twice: \(entry.event.id), \(other)")
      }
    }
    note.list("Where sources disagree", lines)
  }

  private func line(_ entry: TimelineEntry, _ content: TimelineContent, bounds: Bool = false)
    -> String
  {
    let description = entry.event.description
    var text = bounds ? "" : EventWords.date(description.date) + ": "
    text += EventWords.headline(description)
    if let place = description.place, !description.title.contains(place) { text += ", \(place)" }
    if bounds, let known = EventWords.bounds(ofUndated: description.date) { text += ", \(known)" }
    let cited = EventFields.documentNames(entry).map { citation($0, content) }.joined()
    if cited.isEmpty, let source = entry.event.source { text += " (\(source))" }
    return text + cited + " (\(entry.event.id))"
  }

  /// The number of a source in the list at the end.
  private func citation(_ name: String, _ content: TimelineContent) -> String {
    content.documents.firstIndex { $0.name == name }.map { " [\($0 + 1)]" } ?? ""
  }

  private static func month(_ date: EventDate) -> String {
    guard let day = date.span.earliest else {
      guard let last = date.span.latest else { return "Open at both ends" }
      return "By " + DateText.short(String(last.description.dropLast(3)))
    }
    if date.precision == .day || date.precision == .month {
      return DateText.short(String(day.description.dropLast(3)))
    }
    return DateText.short(String(day.description.dropLast(6)))
  }
}

/// Writes the blocks of a note as Markdown or HTML; every text is escaped.
struct NoteWriter {
  let isHTML: Bool
  private let title: String
  private var body = ""

  init(isHTML: Bool, title: String) {
    self.isHTML = isHTML
    self.title = title
    heading(title, level: 1)
  }

  /// The whole note.
  var text: String {
    guard isHTML else { return body }
    let style =
      "body{font:15px/1.5 system-ui,sans-serif;max-width:52rem;margin:1rem auto;padding:0 1rem}"
      + "pre{font:12px/1.35 ui-monospace,monospace;overflow-x:auto}"
      + "h1{font-size:1.4rem}h2{font-size:1.1rem}h3{font-size:1rem;margin:.6rem 0 0}ul,ol{margin:.2rem 0}"
    let policy =
      "default-src 'none'; style-src 'sha256-"
      + HTMLText.base64(SHA256.digest(of: Array(style.utf8))) + "'"
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta http-equiv="Content-Security-Policy" content="\(policy)">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(HTMLText.escaped(title))</title>
      <style>\(style)</style>
      </head>
      <body>
      \(body)</body>
      </html>

      """
  }

  mutating func heading(_ text: String, level: Int = 2) {
    if isHTML {
      body += "<h\(level)>\(HTMLText.escaped(text))</h\(level)>\n"
    } else {
      body += (body.isEmpty ? "" : "\n") + String(repeating: "#", count: level)
      body += " \(MarkdownText.escaped(text))\n"
    }
  }

  mutating func paragraph(_ text: String) {
    body += isHTML ? "<p>\(HTMLText.escaped(text))</p>\n" : "\n\(MarkdownText.escaped(text))\n"
  }

  /// Lines as they are, in a fixed pitch.
  mutating func code(_ text: String) {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if isHTML {
      // Escaping folds white space, which a drawing is made of; so only markup is replaced here.
      let escaped = lines.map { line in
        String(
          line.flatMap { character -> String in
            switch character {
            case "<": "&lt;"
            case ">": "&gt;"
            case "&": "&amp;"
            default: String(character)
            }
          })
      }
      body += "<pre>\(escaped.joined(separator: "\n"))</pre>\n"
    } else {
      body += "\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n"
    }
  }

  /// A heading with its list; nothing when the list is empty.
  mutating func list(_ title: String, _ lines: [String], level: Int = 2) {
    write(title, lines, level: level) { _ in "- " }
  }

  /// A heading with its numbered list; nothing when the list is empty.
  mutating func numbered(_ title: String, _ lines: [String]) {
    write(title, lines, level: 2, isNumbered: true) { "\($0 + 1). " }
  }

  private mutating func write(
    _ title: String, _ lines: [String], level: Int, isNumbered: Bool = false,
    mark: (Int) -> String
  ) {
    guard !lines.isEmpty else { return }
    heading(title, level: level)
    let tag = isNumbered ? "ol" : "ul"
    body += isHTML ? "<\(tag)>\n" : "\n"
    for (index, line) in lines.enumerated() {
      body +=
        isHTML
        ? "<li>\(HTMLText.escaped(line))</li>\n" : mark(index) + MarkdownText.escaped(line) + "\n"
    }
    if isHTML { body += "</\(tag)>\n" }
  }
}
