/// The formats that any table can be written in.
public enum TableFormat: String, Sendable, Hashable, CaseIterable {
  /// Aligned columns for people.
  case table
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// Comma-separated values.
  case csv
  /// Tab-separated values.
  case tsv
  /// A pipe table.
  case markdown

  /// The table in that format, ended by a newline unless it is empty.
  ///
  /// - Parameters:
  ///   - table: what to write.
  ///   - people: how aligned columns are written.
  /// - Returns: the text.
  public func text(_ table: Table, people: TableText = TableText()) -> String {
    switch self {
    case .table: return people.text(table)
    case .csv: return DelimitedText.csv(table)
    case .tsv: return DelimitedText.tsv(table)
    case .markdown: return MarkdownText.table(table)
    case .json: return JSONLines.array(TableFormat.objects(table))
    case .jsonl: return JSONLines.lines(TableFormat.objects(table))
    }
  }

  /// Every row as an object with the headings for names; a heading that stands twice is `name`,
  /// then `name_2`, so that no value hides another.
  private static func objects(_ table: Table) -> [JSONValue] {
    var titles: [String] = []
    for title in table.columns.map(\.title) {
      var name = title
      var number = 1
      while titles.contains(name) {
        number += 1
        name = "\(title)_\(number)"
      }
      titles.append(name)
    }
    return table.rows.map { row in .object(Array(zip(titles, row.map(\.json)))) }
  }
}
