/// Comma- and tab-separated values.
///
/// A cell of text that a spreadsheet would take for a formula (first character `=`, `+`, `-`, `@`,
/// or a tab or carriage return) gets an apostrophe in front; numbers do not. Control characters
/// other than line ends inside quotes are spelled out.
///
/// Source: RFC 4180 (CSV, with bare newlines between records); IANA text/tab-separated-values;
/// OWASP, CSV Injection.
public enum DelimitedText {
  /// The table as comma-separated values, with a line of headings unless told otherwise.
  public static func csv(_ table: Table, heading: Bool = true) -> String {
    write(table, heading: heading, separator: ",") { text in
      let needsQuotes = text.utf8.contains {
        [UInt8(ascii: ","), UInt8(ascii: "\""), 0x0a].contains($0)
      }
      guard needsQuotes || text.utf8.first == 0x20 || text.utf8.last == 0x20 else { return text }
      return "\"" + doubled(text) + "\""
    }
  }

  /// The table as tab-separated values, with a line of headings unless told otherwise; line ends
  /// inside cells are spaces.
  public static func tsv(_ table: Table, heading: Bool = true) -> String {
    write(table, heading: heading, separator: "\t") { VisibleText.line($0) }
  }

  private static func write(
    _ table: Table, heading: Bool, separator: String, _ quote: (String) -> String
  ) -> String {
    var text =
      heading
      ? table.columns.map { quote(guarded($0.title)) }.joined(separator: separator) + "\n" : ""
    for row in table.rows {
      text += row.map { cell in
        if case .text(let value) = cell { return quote(guarded(value)) }
        return cell.plain
      }.joined(separator: separator)
      text += "\n"
    }
    return text
  }

  /// The text with its control characters spelled out, and no formula for a spreadsheet.
  static func guarded(_ text: String) -> String {
    let formulaStarts: [UInt8] = Array("=+-@\t\r".utf8)
    let isFormula = text.utf8.first.map(formulaStarts.contains) ?? false
    return (isFormula ? "'" : "") + VisibleText.lines(text)
  }

  private static func doubled(_ text: String) -> String {
    text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
  }
}
