import Chronology
import TimelineModel

/// Events drawn along an axis of time in the terminal.
///
/// One row an event: its stretch on the axis, the mark of its standing, its date and title. Above
/// them, how many events there are by year and by column. More events than fit singly are counted by
/// group.
public struct TerminalChart: Sendable {
  /// The columns of the terminal, 60 to 240.
  public var width: Int
  /// Whether only ASCII is used.
  public var ascii: Bool
  /// Whether colour codes may be used; they never say anything that marks and words do not say.
  public var colour: Bool
  /// What rows are put together by; nil for one list.
  public var groupBy: GroupKey?
  /// With more events than this, groups are counted instead of drawing every event.
  public var mostRows: Int

  /// A chart of that width.
  public init(
    width: Int, ascii: Bool = false, colour: Bool = false, groupBy: GroupKey? = nil,
    mostRows: Int = 400
  ) {
    self.width = min(240, max(60, width))
    self.ascii = ascii
    self.colour = colour
    self.groupBy = groupBy
    self.mostRows = mostRows
  }

  /// The drawing with its legend and the last line of the table.
  public func text(_ content: TimelineContent) -> String {
    let footer = EventTable().footer(content)
    let lines = footer.split(separator: "\n").flatMap { line -> [String] in
      let words = shown(String(line))
      return DisplayWidth.of(words) <= width ? [words] : TextWrapping.lines(words, width: width)
    }
    return drawing(content) + lines.joined(separator: "\n") + "\n"
  }

  /// The drawing with its legend.
  func drawing(_ content: TimelineContent) -> String {
    guard let axis = EventExtent.axis(of: content) else { return undated(content.entries) }
    let plot = width < 80 ? width / 3 : width * 2 / 5
    let scale = TimeScale(first: axis.first, last: axis.last, length: Double(plot))
    let whole = Density.counts(content.entries, by: nil, on: scale)
    let counts = whole.first?.counts ?? []
    let total = counts.reduce(0, +)
    let ticks = columns(of: scale)
    var text = head(scale, ticks, counts)
    if total > mostRows {
      for group in Density.counts(content.entries, by: groupBy ?? .type, on: scale) {
        text += bars(group.counts) + " " + named(group.name, group.total, of: scale) + "\n"
      }
      text += "\n"
      let note =
        "\(total) events are too many to draw singly; columns show how many, each group against "
        + "its own highest."
      text += TextWrapping.lines(note, width: width).joined(separator: "\n") + "\n"
    } else {
      let dated = content.entries.filter { $0.event.description.date.isDated }
      if let groupBy {
        for group in groupBy.groups(dated) {
          let counts = Density.counts(group.entries, by: nil, on: scale).first?.counts ?? []
          text += bars(counts) + " " + named(group.name, group.entries.count, of: scale) + "\n"
          for entry in group.entries { text += row(entry, scale, ticks) }
        }
      } else {
        for entry in dated { text += row(entry, scale, ticks) }
      }
    }
    return text + undated(content.entries) + legend(content.entries) + "\n"
  }

  /// Where ticks stand, column by column.
  private func columns(of scale: TimeScale) -> [(column: Int, label: String, isYear: Bool)] {
    let plot = Int(scale.length)
    return scale.ticks(atMost: max(2, plot / 6)).map { tick in
      let parts = tick.day.parts
      return (
        min(plot - 1, Int(scale.start(of: tick.day))), tick.label,
        parts.month == 1 && parts.day == 1 && tick.label.allSatisfy(\.isNumber)
      )
    }
  }

  /// Tick labels, counts by year and by column, and the axis.
  private func head(
    _ scale: TimeScale, _ ticks: [(column: Int, label: String, isYear: Bool)], _ counts: [Int]
  ) -> String {
    let plot = Int(scale.length)
    var axis = Array(repeating: Character(ascii ? "-" : "─"), count: plot)
    for tick in ticks { axis[tick.column] = ascii ? "+" : "┬" }
    var text = line(ticks.map { ($0.column, $0.label) }, columns: plot) + "\n"
    if let years = yearly(ticks, scale, counts) { text += years + "\n" }
    let peak = counts.max() ?? 0
    return text + bars(counts) + (peak > 0 ? " up to \(peak) a column" : "") + "\n"
      + String(axis) + "\n"
  }

  /// Counts from each tick to the next, when the ticks are years; nil when they are not.
  private func yearly(
    _ ticks: [(column: Int, label: String, isYear: Bool)], _ scale: TimeScale, _ counts: [Int]
  ) -> String? {
    guard ticks.count > 1, ticks.allSatisfy(\.isYear), ticks[0].column == 0 else { return nil }
    var labels: [(Int, String)] = []
    for (index, tick) in ticks.enumerated() {
      let end = index + 1 < ticks.count ? ticks[index + 1].column : counts.count
      labels.append((tick.column, String(counts[tick.column..<end].reduce(0, +))))
    }
    // A number that has no room would be missing; then the columns alone must do.
    for (left, right) in zip(labels, labels.dropFirst())
    where left.0 + left.1.count >= right.0 { return nil }
    return line(labels, columns: counts.count) + " from tick to tick"
  }

  /// Labels at columns, those left out that would run into the one before or over the end.
  private func line(_ labels: [(column: Int, text: String)], columns: Int) -> String {
    var cells = Array(repeating: Character(" "), count: columns)
    var free = 0
    for (column, text) in labels where column >= free && column + text.count <= columns {
      for (offset, character) in text.enumerated() { cells[column + offset] = character }
      free = column + text.count + 1
    }
    return String(cells)
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

  private func named(_ name: String, _ count: Int, of scale: TimeScale) -> String {
    let room = width - Int(scale.length) - 1 - String(count).count - 3
    let text = VisibleText.isolated(cut(shown(VisibleText.line(name)), room)) + " (\(count))"
    return colour ? "\u{1b}[1m\(text)\u{1b}[0m" : text
  }

  /// One event: its stretch on the axis, then mark, date and title in as many lines as they need.
  private func row(
    _ entry: TimelineEntry, _ scale: TimeScale,
    _ ticks: [(column: Int, label: String, isYear: Bool)]
  ) -> String {
    let description = entry.event.description
    let plot = Int(scale.length)
    var guides = Array(repeating: Character(" "), count: plot)
    for tick in ticks { guides[tick.column] = ascii ? ":" : "┊" }
    let cells = stretch(description, scale, over: guides)
    let room = width - plot - 1
    let date = EventWords.date(description.date)
    let words = shown("\(date)  \(VisibleText.line(EventWords.headline(description)))")
    let lines = TextWrapping.lines(words, width: room - 2)
    let mark = styled(String(TerminalChart.mark(description.actuality, ascii: ascii)), description)
    var text = ""
    for (index, line) in lines.enumerated() {
      text += index == 0 ? cells : String(guides)
      text += " " + (index == 0 ? mark : " ") + " " + VisibleText.isolated(line) + "\n"
    }
    return text
  }

  /// The bar of an event among the guides of its row.
  private func stretch(
    _ description: EventDescription, _ scale: TimeScale, over guides: [Character]
  ) -> String {
    guard
      let extent = EventExtent(description.date, first: scale.first, last: scale.last)
    else { return String(guides) }
    let plot = guides.count
    let bar = extent.bar(on: scale, least: 0, openTail: 4)
    let begin = min(plot - 1, Int(bar.lowerBound))
    let end = max(begin, min(plot - 1, Int(bar.upperBound - 0.001)))
    var cells = Array(guides[begin...end])
    let fill: Character =
      extent.lasted
      ? (ascii ? "=" : "━")
      : description.actuality == .occurred ? (ascii ? "." : "░") : (ascii ? "-" : "╌")
    for index in cells.indices { cells[index] = fill }
    if begin == end { cells[0] = TerminalChart.mark(description.actuality, ascii: ascii) }
    var before = Array(guides[..<begin])
    var after = Array(guides[(end + 1)...])
    // Signs of doubt stand outside a bar where there is room, else in its last cell.
    func sign(_ left: Character?, _ right: Character?) {
      if let left {
        if before.isEmpty { cells[0] = left } else { before[before.count - 1] = left }
      }
      if let right {
        if after.isEmpty { cells[cells.count - 1] = right } else { after[0] = right }
      }
    }
    if extent.isSoft { sign("~", "~") }
    sign(
      extent.opensBefore ? (ascii ? "<" : "◀") : nil, extent.opensAfter ? (ascii ? ">" : "▶") : nil)
    return String(before) + styled(String(cells), description) + String(after)
  }

  /// Undated events, a line each; beyond the most rows they are counted.
  private func undated(_ entries: [TimelineEntry]) -> String {
    var text = ""
    var count = 0
    for index in entries.indices where !entries[index].event.description.date.isDated {
      count += 1
      guard count <= mostRows else { continue }
      let description = entries[index].event.description
      let mark = styled(
        String(TerminalChart.mark(description.actuality, ascii: ascii)), description)
      let words = shown(VisibleText.line(EventWords.headline(description)))
      for (index, line) in TextWrapping.lines(words, width: width - 2).enumerated() {
        text += (index == 0 ? mark : " ") + " " + VisibleText.isolated(line) + "\n"
      }
    }
    guard count > 0 else { return "" }
    if count > mostRows { text += "and \(count - mostRows) more undated events\n" }
    return "\nundated (\(count))\n" + text
  }

  /// The fills of bars that a legend explains.
  private enum Kind { case within, open, lasted, soft }

  /// What the marks and fills mean, as far as they are used.
  private func legend(_ entries: [TimelineEntry]) -> String {
    var standings: Set<Actuality> = []
    var kinds: Set<Kind> = []
    for index in entries.indices {
      let actuality = entries[index].event.description.actuality
      standings.insert(actuality)
      guard entries[index].event.description.date.isDated else { continue }
      if entries[index].event.description.date.approximate { kinds.insert(.soft) }
      kinds.insert(
        entries[index].event.description.date.shape == .throughout
          ? .lasted : actuality == .occurred ? .within : .open)
    }
    var parts = Actuality.allCases.filter(standings.contains).map { standing in
      "\(TerminalChart.mark(standing, ascii: ascii)) "
        + (standing == .unknown ? "unconfirmed" : standing.rawValue)
    }
    if kinds.contains(.within) { parts.append(ascii ? ". once, within" : "░ once, within") }
    if kinds.contains(.open) { parts.append(ascii ? "- not simply so" : "╌ not simply so") }
    if kinds.contains(.lasted) { parts.append(ascii ? "= throughout" : "━ throughout") }
    if kinds.contains(.soft) { parts.append("~ about") }
    if !kinds.isEmpty { parts.append(ascii ? "< > open or beyond" : "◀ ▶ open or beyond") }
    // A sign and what it means stay on one line.
    let lines = TextWrapping.lines(
      parts.map { $0.replacing(" ", with: "\u{a0}") }.joined(separator: "  "), width: width)
    return "\n" + lines.joined(separator: "\n").replacing("\u{a0}", with: " ")
  }

  private func cut(_ text: String, _ room: Int) -> String {
    guard ascii, DisplayWidth.of(text) > room else { return TextWrapping.cut(text, width: room) }
    return String(TextWrapping.cut(text, width: room - 2).dropLast()) + "..."
  }

  /// The text as this chart may show it.
  private func shown(_ text: String) -> String { ascii ? ASCIIText.of(text) : text }

  /// The text in the colour of a standing.
  private func styled(_ text: String, _ description: EventDescription) -> String {
    guard colour else { return text }
    let code =
      switch description.actuality {
      case .occurred: "36"
      case .planned, .proposed: "33"
      case .denied, .cancelled: "31"
      case .alleged, .unknown: "35"
      }
    return "\u{1b}[\(code)m\(text)\u{1b}[0m"
  }

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
}
