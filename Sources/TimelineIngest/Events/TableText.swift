/// Rows of an embedded tab-separated table: comments (`#`) and empty lines are left out.
enum TableText {
  /// The rows of the embedded file with that name, each cut at its tabs; none when there is no such
  /// file.
  static func rows(ofFile name: String) -> [[Substring]] {
    guard let text = EmbeddedText.file(name) else { return [] }
    return rows(of: text.description)
  }

  /// The rows of a table's text, each cut at its tabs.
  static func rows(of text: String) -> [[Substring]] {
    var rows: [[Substring]] = []
    for line in text.split(separator: "\n") where line.utf8.first != UInt8(ascii: "#") {
      rows.append(line.split(separator: "\t", omittingEmptySubsequences: false))
    }
    return rows
  }

  /// The parts of a list between commas, without empty ones.
  static func list(_ text: Substring) -> [String] {
    text.split(separator: ",").filter { $0 != "-" }.map(String.init)
  }
}
