/// A table for people: aligned columns, headings, cells wrapped to the width of the terminal.
///
/// Numbers stand at the right. Control characters are spelled out, wide and combining characters
/// counted as terminals show them, right-to-left texts isolated. Without a width no cell is
/// wrapped or cut.
public struct TableText: Sendable {
  /// The columns of the terminal; nil when there is none.
  public var width: Int?
  /// Whether headings are set off by colour codes.
  public var colour: Bool

  /// A writer of tables of that width.
  public init(width: Int? = nil, colour: Bool = false) {
    self.width = width
    self.colour = colour
  }

  /// The table with its headings, a line each row or more, every line ended by a newline.
  public func text(_ table: Table) -> String {
    let titles = table.columns.map { VisibleText.line($0.title) }
    let cells = table.rows.map { row in row.map { VisibleText.line($0.plain) } }
    let widths = columnWidths(table.columns, titles: titles, cells: cells)
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
        case .cut: parts.append([TextWrapping.cut(cell, width: widths[column])])
        }
      }
      for index in 0..<(parts.map(\.count).max() ?? 1) {
        let pieces = parts.map { index < $0.count ? $0[index] : "" }
        text += line(pieces, widths: widths, right: right) + "\n"
      }
    }
    return text
  }

  /// Widths by need; when they do not fit, the widest of the columns that may shrink gives way.
  private func columnWidths(_ columns: [TableColumn], titles: [String], cells: [[String]])
    -> [Int]
  {
    var widths = titles.map { DisplayWidth.of($0) }
    for row in cells {
      for (column, cell) in row.enumerated() where column < widths.count {
        widths[column] = max(widths[column], DisplayWidth.of(cell))
      }
    }
    guard let width else { return widths }
    let least = columns.indices.map { column in
      columns[column].fit == .whole ? widths[column] : min(widths[column], 8)
    }
    var excess = widths.reduce(0, +) + 2 * (columns.count - 1) - width
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
