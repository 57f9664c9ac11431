/// Writes a long table part by part, so that the whole never stands in memory.
///
/// The parts together are what `TableFormat.text` gives for the whole table. Tables for people and
/// Markdown need all rows at once and cannot be written so.
///
///     var writer = TableWriter(.csv)
///     for part in parts { print(writer.text(part), terminator: "") }
///     print(writer.end(), terminator: "")
public struct TableWriter: Sendable {
  /// The format; one of `csv`, `tsv`, `json` and `jsonl`.
  public let format: TableFormat
  private var isFirst = true
  private var isEmpty = true

  /// A writer of that format; nil when the format cannot be written in parts.
  public init?(_ format: TableFormat) {
    guard [.csv, .tsv, .json, .jsonl].contains(format) else { return nil }
    self.format = format
  }

  /// The text of the next rows; the first part brings the headings.
  public mutating func text(_ part: Table) -> String {
    defer {
      isFirst = false
      isEmpty = isEmpty && part.rows.isEmpty
    }
    switch format {
    case .csv: return DelimitedText.csv(part, heading: isFirst)
    case .tsv: return DelimitedText.tsv(part, heading: isFirst)
    case .json:
      if part.rows.isEmpty { return "" }
      // The array's own text, less its opening when it goes on and always less its end.
      let text = TableFormat.json.text(part)
      return (isEmpty ? "[\n" : ",\n") + String(text.dropFirst(2).dropLast(3))
    default: return format.text(part)
    }
  }

  /// What closes the table.
  public func end() -> String {
    guard format == .json else { return "" }
    return isEmpty ? "[]\n" : "\n]\n"
  }
}
