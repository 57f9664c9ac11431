/// Metadata at the head of a file, between two lines of `---`: `key: value`, one a line.
///
/// Values may stand in quotes. Keys that are not known are kept, so that nothing a person wrote is
/// lost without a word. A file whose first line is not `---`, or that has no second such line, has
/// no front matter.
struct FrontMatter: Sendable, Hashable {
  /// The values by lower-case key.
  var values: [String: String]
  /// The offset of the first byte after the front matter and the blank lines below it.
  var bodyStart: Int

  /// Reads the front matter of a text, or nil when it has none.
  init?(of utf8: [UInt8]) {
    var lines: [(start: Int, end: Int, next: Int)] = []
    var at = 0
    var closing: Int?
    while at < utf8.count, lines.count < 100 {
      let end = utf8[at...].firstIndex(of: 0x0a) ?? utf8.count
      let trimmed = end > at && utf8[end - 1] == 0x0d ? end - 1 : end
      lines.append((at, trimmed, min(end + 1, utf8.count)))
      let isRule = utf8[at..<trimmed].elementsEqual("---".utf8)
      if lines.count == 1, !isRule { return nil }
      if lines.count > 1, isRule {
        closing = lines.count - 1
        break
      }
      at = end + 1
    }
    guard let closing else { return nil }
    values = [:]
    for line in lines[1..<closing] {
      let text = String(decoding: utf8[line.start..<line.end], as: UTF8.self)
      guard let colon = text.firstIndex(of: ":") else { continue }
      let key = Self.trimmed(text[..<colon]).lowercased()
      var value = Self.trimmed(text[text.index(after: colon)...])
      if value.count >= 2, let quote = value.first, quote == "\"" || quote == "'",
        value.last == quote
      {
        value = String(value.dropFirst().dropLast())
      }
      if !key.isEmpty, !value.isEmpty { values[key] = value }
    }
    bodyStart = lines[closing].next
    while bodyStart < utf8.count, utf8[bodyStart] == 0x0a || utf8[bodyStart] == 0x0d {
      bodyStart += 1
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
