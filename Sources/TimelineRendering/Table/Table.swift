/// A value in a table.
public enum TableCell: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int)
  /// A number with a fraction.
  case number(Double)
  /// A text.
  case text(String)
  /// Bytes that are no text.
  case blob([UInt8])

  /// A text, or null when there is none.
  public static func optional(_ text: String?) -> TableCell { text.map(TableCell.text) ?? .null }

  /// The value as a text: nothing for null, lower-case hexadecimal for bytes.
  public var plain: String {
    switch self {
    case .null: return ""
    case .integer(let value): return String(value)
    case .number(let value): return "\(value)"
    case .text(let text): return text
    case .blob(let bytes):
      return bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
  }

  /// The value in JSON; bytes are their hexadecimal text.
  public var json: JSONValue {
    switch self {
    case .null: .null
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let text): .string(text)
    case .blob: .string(plain)
    }
  }

  var isNumber: Bool {
    switch self {
    case .integer, .number: true
    default: false
    }
  }
}

/// A column of a table.
public struct TableColumn: Sendable, Hashable {
  /// What happens to cells that are wider than the column on a terminal.
  public enum Fit: Sendable, Hashable {
    /// The column is as wide as its widest cell, whatever else must give way.
    case whole
    /// Cells go on in further lines; nothing is ever cut.
    case wrap
  }

  /// The heading.
  public var title: String
  /// What happens to cells that are wider than the column.
  public var fit: Fit

  /// A column of that heading, which wraps unless told otherwise.
  public init(_ title: String, fit: Fit = .wrap) {
    self.title = title
    self.fit = fit
  }
}

/// Rows under headings, for every tabular format.
public struct Table: Sendable, Hashable {
  /// The columns.
  public var columns: [TableColumn]
  /// The rows; each has a cell for every column.
  public var rows: [[TableCell]]

  /// A table of those parts.
  public init(columns: [TableColumn], rows: [[TableCell]] = []) {
    self.columns = columns
    self.rows = rows
  }

  /// A table whose columns all wrap.
  public init(titles: [String], rows: [[TableCell]] = []) {
    self.init(columns: titles.map { TableColumn($0) }, rows: rows)
  }
}
