/// User words as SQLite's text matching wants them.
public enum FullText {
  /// The words as one FTS5 phrase: quoted, so that "S-400", "O'Brien" and "AND" are only words.
  public static func phrase(_ words: String) -> String {
    "\"" + doubled(words, UInt8(ascii: "\"")) + "\""
  }

  /// Every word of a text as a quoted FTS5 term, all of which must stand; words in double quotes
  /// in the text stay one phrase.
  ///
  ///     FullText.allWords(#"S-400 "arms deal""#)  // "S-400" "arms deal"
  public static func allWords(_ text: String) -> String {
    var terms: [String] = []
    for (index, part) in text.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
    {
      if index % 2 == 1 {
        terms.append(String(part))
      } else {
        terms += part.split(whereSeparator: \.isWhitespace).map(String.init)
      }
    }
    return terms.filter(hasWord).map(phrase).joined(separator: " ")
  }

  /// A LIKE pattern that finds the value anywhere.
  static func containing(_ value: String) -> String { like("%", value, "%") }

  /// A LIKE pattern: the value with its wildcards escaped by a backslash, between two others.
  static func like(_ head: String, _ value: String, _ tail: String) -> String {
    var bytes = Array(head.utf8)
    for byte in value.utf8 {
      if [UInt8(ascii: "%"), UInt8(ascii: "_"), UInt8(ascii: "\\")].contains(byte) {
        bytes.append(UInt8(ascii: "\\"))
      }
      bytes.append(byte)
    }
    return String(decoding: bytes, as: UTF8.self) + tail
  }

  private static func doubled(_ text: String, _ mark: UInt8) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 where byte != 0 {
      bytes.append(byte)
      if byte == mark { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the text has a letter or a digit, without which there is nothing to find.
  static func hasWord(_ text: String) -> Bool { text.utf8.contains(where: isIndexed) }

  private static func isIndexed(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7a).contains(byte | 0x20)
  }
}
