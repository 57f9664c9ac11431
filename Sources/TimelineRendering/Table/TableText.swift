/// A table for people: aligned columns, headings, cells wrapped to the width of the terminal.
///
/// Numbers stand at the right. Control characters are spelled out, wide and combining characters
/// counted as terminals show them, right-to-left texts isolated. Without a width no cell is
/// wrapped or cut. When the columns do not fit beside each other, every row is a block of lines
/// with a column each, as `psql` has it.
public struct TableText: Sendable {
  /// The columns of the terminal; nil when there is none.
  public var width: Int?
  /// Whether headings are set off by colour codes.
  public var colour: Bool
  /// What stands where there is no value, to tell it from an empty text.
  public var null: String

  /// Words are kept whole up to this many columns: ids and days are never broken.
  private static let longestWord = 16

  /// A writer of tables of that width.
  public init(width: Int? = nil, colour: Bool = false, null: String = "") {
    self.width = width
    self.colour = colour
    self.null = null
  }

  /// The table with its headings, a line each row or more, every line ended by a newline.
  public func text(_ table: Table) -> String {
    let titles = table.columns.map { VisibleText.line($0.title) }
    let cells = table.rows.map { row in
      row.map { $0 == .null ? null : VisibleText.line($0.plain) }
    }
    guard let widths = columnWidths(table.columns, titles: titles, cells: cells) else {
      return blocks(titles: titles, cells: cells)
    }
    let right = table.columns.indices.map { column in
      !table.rows.isEmpty
        && table.rows.allSatisfy { $0[column].isNumber || $0[column] == .null }
        && table.rows.contains { $0[column].isNumber }
    }
    var text = ""
    let head = line(titles, widths: widths, right: right)
    text += colour ? "\u{1b}[1m\(head)\u{1b}[0m\n" : head + "\n"
    text += line(widths.map { String(repeating: "─", count: $0) }, widths: widths, right: right)
    text += "\n"
    for row in cells {
      var parts: [[String]] = []
      for (column, cell) in row.enumerated() {
        switch table.columns[column].fit {
        case .whole: parts.append([cell])
        case .wrap: parts.append(TextWrapping.lines(cell, width: widths[column]))
        }
      }
      for index in 0..<(parts.map(\.count).max() ?? 1) {
        let pieces = parts.map { index < $0.count ? $0[index] : "" }
        text += line(pieces, widths: widths, right: right) + "\n"
      }
    }
    return text
  }

  /// Every row as lines of title and value.
  private func blocks(titles: [String], cells: [[String]]) -> String {
    let titleWidth = titles.map { DisplayWidth.of($0) }.max() ?? 0
    let width = self.width ?? 80
    var text = ""
    for (index, row) in cells.enumerated() {
      let head = "── \(index + 1) "
      let rule = head + String(repeating: "─", count: max(2, width - DisplayWidth.of(head)))
      text += (colour ? "\u{1b}[1m\(rule)\u{1b}[0m" : rule) + "\n"
      for (title, cell) in zip(titles, row) {
        let lines = TextWrapping.lines(cell, width: max(20, width - titleWidth - 2))
        for (number, line) in lines.enumerated() {
          let left = number == 0 ? title : ""
          let padding = String(repeating: " ", count: titleWidth + 2 - DisplayWidth.of(left))
          text += line.isEmpty ? left + "\n" : left + padding + VisibleText.isolated(line) + "\n"
        }
      }
    }
    return text
  }

  /// Widths by need; when they do not fit, the widest of the columns that may shrink gives way.
  ///
  /// No column gets narrower than its longest word; nil when the columns do not fit even so.
  private func columnWidths(_ columns: [TableColumn], titles: [String], cells: [[String]])
    -> [Int]?
  {
    var widths = titles.map { DisplayWidth.of($0) }
    for row in cells {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    guard let width else { return widths }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
    if excess <= 0 { return widths }
    let least = columns.indices.map { column in
      columns[column].fit == .whole
        ? widths[column]
        : max(
          longestWord(titles[column]), cells.lazy.map { longestWord($0[column]) }.max() ?? 0)
    }
    if least.reduce(0, +) + 2 * (columns.count - 1) > width, !cells.isEmpty { return nil }
    while excess > 0 {
      guard
        let widest = widths.indices.filter({ widths[$0] > least[$0] }).max(by: {
          widths[$0] < widths[$1]
        })
      else { break }
      let second = widths.indices.filter { $0 != widest && widths[$0] > least[$0] }
        .map { widths[$0] }.max()
      let target = max(least[widest], min(second ?? 0, widths[widest] - 1))
      let step = min(excess, widths[widest] - target)
      widths[widest] -= step
      excess -= step
    }
    return widths
  }

  /// The columns of the longest word of a cell, as far as words are kept whole.
  private func longestWord(_ text: String) -> Int {
    let longest = text.split(separator: " ").lazy.map { DisplayWidth.of($0) }.max() ?? 0
    return min(longest, TableText.longestWord)
  }

  private func line(_ cells: [String], widths: [Int], right: [Bool]) -> String {
    var text = ""
    var gap = ""
    for (column, cell) in cells.enumerated() where column < widths.count {
      let padding = String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(cell)))
      let shown = VisibleText.isolated(cell)
      if cell.isEmpty {
        gap += padding + "  "
      } else if right[column] {
        text += gap + padding + shown
        gap = "  "
      } else {
        text += gap + shown
        gap = padding + "  "
      }
    }
    return text
  }
}
