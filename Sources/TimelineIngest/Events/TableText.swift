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
    for line in Substring(text).parts(between: "\n") where line.utf8.first != UInt8(ascii: "#") {
      rows.append(line.parts(between: "\t", keepingEmpty: true))
    }
    return rows
  }

  /// The parts of a list between commas, without empty ones.
  static func list(_ text: Substring) -> [String] {
    text.parts(between: ",").filter { $0 != "-" }.map(String.init)
  }
}

extension Substring {
  /// The parts between an ASCII separator; byte by byte, which takes a tenth of the time of cutting
  /// between characters.
  func parts(between separator: UnicodeScalar, keepingEmpty: Bool = false) -> [Substring] {
    utf8.split(
      separator: UInt8(ascii: separator), omittingEmptySubsequences: !keepingEmpty
    ).map { Substring($0) }
  }
}
