/// Writes a briefing note as Markdown; every text is escaped.
struct MarkdownNote {
  /// What is written.
  let note: BriefNote

  /// The note.
  var text: String {
    var text = "# \(MarkdownText.escaped(note.title))\n\n\(MarkdownText.escaped(note.counts))\n"
    if !note.drawn.entries.isEmpty {
      let drawing = TerminalChart(width: 96, mostRows: 40).drawing(note.drawn)
      let lines = drawing.split(separator: "\n", omittingEmptySubsequences: false)
      text += "\n" + lines.map { $0.isEmpty ? "" : "    " + $0 }.joined(separator: "\n") + "\n"
    }
    for section in note.sections {
      let sign = String(repeating: "#", count: section.level)
      text += "\n\(sign) \(MarkdownText.escaped(section.title))\n"
      if !section.lines.isEmpty { text += "\n" }
      for (index, line) in section.lines.enumerated() {
        text += (section.isNumbered ? "\(index + 1). " : "- ") + words(line) + "\n"
      }
      if let remark = section.remark { text += "\n\(MarkdownText.escaped(remark))\n" }
    }
    return text
  }

  private func words(_ line: BriefNote.Line) -> String {
    var text = line.when.map { "**\(MarkdownText.escaped($0))** " } ?? ""
    if !line.marks.isEmpty {
      text += MarkdownText.escaped("[" + line.marks.joined(separator: ", ") + "]") + " "
    }
    text += MarkdownText.escaped(line.text)
    for number in line.citations { text += " \\[\(number)\\]" }
    if let id = line.id { text += " (\(MarkdownText.escaped(id)))" }
    return text
  }
}
