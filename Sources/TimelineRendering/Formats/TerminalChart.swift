import TimelineModel

/// Events drawn along an axis of time in the terminal.
///
/// One row an event: its stretch on the axis, the mark of its standing, its date and title. Above
/// them, how many events fall into each column. More events than fit singly are counted by group.
public struct TerminalChart: Sendable {
  /// The columns of the terminal, 60 to 240.
  public var width: Int
  /// Whether only ASCII is used.
  public var ascii: Bool
  /// What rows are put together by; nil for one list.
  public var groupBy: GroupKey?
  /// With more events than this, groups are counted instead of drawing every event.
  public var mostRows: Int

  /// A chart of that width.
  public init(width: Int, ascii: Bool = false, groupBy: GroupKey? = nil, mostRows: Int = 400) {
    self.width = min(240, max(60, width))
    self.ascii = ascii
    self.groupBy = groupBy
    self.mostRows = mostRows
  }

  /// The drawing with its legend and the last line of the table.
  public func text(_ content: TimelineContent) -> String {
    drawing(content) + EventTable().footer(content) + "\n"
  }

  /// The drawing with its legend.
  func drawing(_ content: TimelineContent) -> String {
    guard let axis = EventExtent.axis(of: content) else { return undated(content) }
    let plot = width < 80 ? width / 3 : width * 2 / 5
    let scale = TimeScale(first: axis.first, last: axis.last, length: Double(plot))
    var text = head(scale, content.entries)
    let dated = content.entries.filter { $0.event.description.date.isDated }
    if dated.count > mostRows {
      for group in (groupBy ?? .type).groups(dated) {
        let counts = Density.counts(group.entries, on: scale)
        text += "\(bars(counts)) \(group.entries.count) \(VisibleText.line(group.name))\n"
      }
      text += "\n\(dated.count) events are too many to draw singly; columns show how many.\n"
    } else if let groupBy {
      for group in groupBy.groups(dated) {
        let name = "\(VisibleText.line(group.name)) (\(group.entries.count))"
        text += blanks(plot) + " " + VisibleText.isolated(name) + "\n"
        for entry in group.entries { text += row(entry, scale) }
      }
    } else {
      for entry in dated { text += row(entry, scale) }
    }
    return text + undated(content) + legend(dated) + "\n"
  }

  /// Tick labels, counts by column and the axis.
  private func head(_ scale: TimeScale, _ entries: [TimelineEntry]) -> String {
    let plot = Int(scale.length)
    var labels = Array(repeating: Character(" "), count: plot)
    var axis = Array(repeating: Character(ascii ? "-" : "─"), count: plot)
    var free = 0
    for tick in scale.ticks(atMost: max(2, plot / 6)) {
      let column = min(plot - 1, Int(scale.start(of: tick.day)))
      axis[column] = ascii ? "+" : "┬"
      guard column >= free, column + tick.label.count <= plot else { continue }
      for (offset, character) in tick.label.enumerated() { labels[column + offset] = character }
      free = column + tick.label.count + 1
    }
    let counts = Density.counts(entries, on: scale)
    let peak = counts.max() ?? 0
    return String(labels) + "\n" + bars(counts)
      + (peak > 0 ? " up to \(peak) a column" : "") + "\n" + String(axis) + "\n"
  }

  /// A row of block heights, or of ASCII marks that get darker.
  private func bars(_ counts: [Int]) -> String {
    let marks: [Character] = ascii ? Array(" .:-=+*#") : Array(" ▁▂▃▄▅▆▇█")
    let peak = max(1, counts.max() ?? 1)
    return String(
      counts.map { count in
        count == 0 ? " " : marks[max(1, count * (marks.count - 1) / peak)]
      })
  }

  private func row(_ entry: TimelineEntry, _ scale: TimeScale) -> String {
    let description = entry.event.description
    let plot = Int(scale.length)
    var cells = Array(repeating: Character(" "), count: plot)
    let mark = TerminalChart.mark(description.actuality, ascii: ascii)
    if let extent = EventExtent(description.date, first: scale.first, last: scale.last) {
      let begin = min(plot - 1, Int(scale.start(of: extent.first)))
      let end = max(begin, min(plot - 1, Int((scale.end(of: extent.last) - 0.001))))
      let fill: Character = extent.lasted ? (ascii ? "=" : "━") : (ascii ? "." : "░")
      for cell in begin...end { cells[cell] = fill }
      if begin == end { cells[begin] = mark }
      if extent.isSoft {
        if begin > 0 { cells[begin - 1] = "~" }
        if end + 1 < plot { cells[end + 1] = "~" }
      }
      if extent.opensBefore { cells[begin] = ascii ? "<" : "◀" }
      if extent.opensAfter { cells[end] = ascii ? ">" : "▶" }
    }
    return String(cells) + " " + label(description, mark: mark, room: width - plot - 1) + "\n"
  }

  private func label(_ description: EventDescription, mark: Character, room: Int) -> String {
    let date = EventWords.date(description.date)
    let text = "\(mark) \(date)  \(VisibleText.line(EventWords.headline(description)))"
    let shown = ascii ? TerminalChart.asciiText(text) : text
    return VisibleText.isolated(cut(shown, room))
  }

  private func cut(_ text: String, _ room: Int) -> String {
    guard ascii, DisplayWidth.of(text) > room else { return TextWrapping.cut(text, width: room) }
    return String(TextWrapping.cut(text, width: room - 2).dropLast()) + "..."
  }

  private func undated(_ content: TimelineContent) -> String {
    let entries = content.entries.filter { !$0.event.description.date.isDated }
    guard !entries.isEmpty else { return "" }
    var text = "\nundated (\(entries.count))\n"
    for entry in entries {
      let mark = TerminalChart.mark(entry.event.description.actuality, ascii: ascii)
      let line = "\(mark) \(VisibleText.line(EventWords.headline(entry.event.description)))"
      text += VisibleText.isolated(cut(ascii ? TerminalChart.asciiText(line) : line, width)) + "\n"
    }
    return text
  }

  /// What the marks and fills mean, as far as they are used.
  private func legend(_ entries: [TimelineEntry]) -> String {
    var parts: [String] = []
    for actuality in Actuality.allCases
    where entries.contains(where: { $0.event.description.actuality == actuality }) {
      parts.append("\(TerminalChart.mark(actuality, ascii: ascii)) \(actuality.rawValue)")
    }
    parts.append(ascii ? ". once, within" : "░ once, within")
    parts.append(ascii ? "= throughout" : "━ throughout")
    parts.append(ascii ? "< > open or beyond" : "◀ ▶ open or beyond")
    return "\n"
      + TextWrapping.lines(parts.joined(separator: "   "), width: width).joined(separator: "\n")
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

  /// The mark of a standing.
  static func mark(_ actuality: Actuality, ascii: Bool) -> Character {
    switch actuality {
    case .occurred: ascii ? "*" : "●"
    case .planned: ascii ? "o" : "○"
    case .proposed: ascii ? "^" : "◇"
    case .denied: ascii ? "x" : "✗"
    case .cancelled: ascii ? "/" : "⊘"
    case .alleged, .unknown: "?"
    }
  }

  /// The text with dashes and quotation marks in ASCII and any other letter as it is.
  static func asciiText(_ text: String) -> String {
    String(
      text.map { character -> Character in
        switch character {
        case "–", "—": "-"
        case "“", "”": "\""
        case "‘", "’": "'"
        default: character
        }
      })
  }
}
