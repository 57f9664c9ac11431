/// The line with which a reporter ends a broadcast.
///
///     "For The World, I'm Ann Marsh in Lima."   "Ann Marsh, ABC News, Lima."
///     "This is Ann Marsh reporting from Lima."
///
/// Counter-example: "… said the news was good", which names no reporter.
enum SignOff {
  /// How many bytes at the end of a text are looked at.
  private static let reach = 160

  /// Whether the text ends with one.
  static func stands(in bytes: [UInt8]) -> Bool {
    let end = String(decoding: bytes.suffix(reach), as: UTF8.self)
    let sentences = end.split { $0 == "\n" || $0 == "?" || $0 == "!" }
    guard let last = sentences.last(where: { $0.contains { $0.isLetter } }) else { return false }
    let words = last.split(whereSeparator: { !$0.isLetter && $0 != "'" && $0 != "’" })
    for (index, word) in words.enumerated() {
      switch word {
      case "I'm", "I’m":
        if index + 2 < words.count, isName(words[index + 1]), isName(words[index + 2]) {
          return true
        }
      case "This":
        if index + 3 < words.count, words[index + 1] == "is", isName(words[index + 2]),
          isName(words[index + 3])
        {
          return true
        }
      case "News":
        // "Jim Laurie, ABC News, Hong Kong"
        if index >= 3, isName(words[index - 1]), isName(words[index - 2]),
          isName(words[index - 3])
        {
          return true
        }
      default: break
      }
    }
    return false
  }

  private static func isName(_ word: Substring) -> Bool { word.first?.isUppercase ?? false }
}
