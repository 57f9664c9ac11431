/// Groups tokens into sentences.
///
/// A sentence ends at a full stop, exclamation or question mark or ellipsis that no lower-case
/// word follows, at an empty line, and at a single line break when the line was not cut to fit a
/// width. Abbreviations end a sentence only before a usual sentence opener, titles never.
struct SentenceSplitter {
  private let text: UnsafeBufferPointer<UInt8>
  private let tables: LanguageTables
  private let tokens: [RawToken]
  /// The width to which the document's lines were cut, 0 when they were not.
  private let wrapWidth: Int

  /// Text without any end of sentence is cut here: what follows is worked on sentence by sentence,
  /// at a cost that grows faster than its length.
  private static let mostTokens = 1_000

  /// The sentences of a text; offsets are bytes of that text.
  static func sentences(of bytes: [UInt8]) -> [SentenceTree] {
    bytes.withUnsafeBufferPointer { text in
      let splitter = SentenceSplitter(text: text, tokens: Tokenizer.tokens(of: text))
      return splitter.run()
    }
  }

  private init(text: UnsafeBufferPointer<UInt8>, tokens: [RawToken]) {
    self.text = text
    self.tokens = tokens
    tables = LanguageTables.english
    wrapWidth = Self.width(of: text)
  }

  private func run() -> [SentenceTree] {
    var sentences: [SentenceTree] = []
    var first = 0
    var lineStart = 0
    var index = 0
    while index < tokens.count {
      if tokens[index].gap >= .line { lineStart = Int(tokens[index].begin) }
      let next = index + 1
      if next == tokens.count || next - first >= Self.mostTokens
        || endsSentence(at: index, lineStart: lineStart, first: first)
      {
        sentences.append(sentence(first..<next))
        first = next
      }
      index = next
    }
    return sentences
  }

  private func sentence(_ range: Range<Int>) -> SentenceTree {
    var words: [Token] = []
    words.reserveCapacity(range.count)
    for index in range {
      words.append(Token(begin: tokens[index].begin, end: tokens[index].end))
    }
    let begin = Int(tokens[range.lowerBound].begin)
    return SentenceTree(range: begin..<Int(tokens[range.upperBound - 1].end), tokens: words)
  }

  /// Whether a sentence ends between the token and the next one.
  private func endsSentence(at index: Int, lineStart: Int, first: Int) -> Bool {
    let next = tokens[index + 1]
    if next.gap == .blankLine { return true }
    if next.gap == .line, breaksLine(at: index, lineStart: lineStart) { return true }
    // Closing quotes and brackets stand between the mark and the end.
    var mark = index
    while mark > first, index - mark < 8, isCloser(tokens[mark]), tokens[mark].gap == .none {
      mark -= 1
    }
    if mark == index, isCloser(next), next.gap == .none { return false }
    switch tokens[mark].kind {
    case .terminator:
      if mark == first, text[Int(tokens[mark].begin)] == UInt8(ascii: ".") { return false }
      return startsSentence(index + 1) || (mark == index && endsPlainWord(mark))
    case .abbreviation:
      return startsAfterAbbreviation(index + 1)
    default:
      return false
    }
  }

  /// Whether a single mark stands behind a plain word and before a gap.
  ///
  /// Then the sentence ends even if a small letter follows, as in hasty writing. Short and
  /// capitalised words may be abbreviations and names that this program does not know ("approx.
  /// ten", "Yahoo! said").
  private func endsPlainWord(_ mark: Int) -> Bool {
    guard mark > 0, tokens[mark].end - tokens[mark].begin == 1, tokens[mark + 1].gap >= .space
    else { return false }
    let word = tokens[mark - 1]
    guard word.kind == .word, word.end == tokens[mark].begin, word.end - word.begin >= 4 else {
      return false
    }
    return (Int(word.begin)..<Int(word.end)).allSatisfy {
      ByteKind.of(text[$0]) == ByteKind.lower
    }
  }

  private func startsSentence(_ index: Int) -> Bool {
    var index = index
    while index < tokens.count, isOpener(tokens[index]) { index += 1 }
    guard index < tokens.count else { return true }
    let byte = text[Int(tokens[index].begin)]
    switch ByteKind.of(byte) {
    case ByteKind.lower: return false
    case ByteKind.mark:
      // A comma or the like goes on with the sentence: "Yahoo!, the company".
      return ![0x2C, 0x3B, 0x3A, 0x29, 0x2D].contains(byte)
    default: return true
    }
  }

  private func startsAfterAbbreviation(_ index: Int) -> Bool {
    var index = index
    while index < tokens.count, isOpener(tokens[index]) { index += 1 }
    guard index < tokens.count, ByteKind.of(text[Int(tokens[index].begin)]) == ByteKind.upper else {
      return false
    }
    let word = Int(tokens[index].begin)..<Int(tokens[index].end)
    let hash = FeatureHash.lowercased(UnsafeBufferPointer(rebasing: text[word]))
    return tables.openers.value(hash: hash) != 0
  }

  /// Whether a single line break ends the line's sentence.
  private func breaksLine(at index: Int, lineStart: Int) -> Bool {
    let last = tokens[index]
    let next = tokens[index + 1]
    let nextBegin = Int(next.begin)
    // Three blanks or a tab at the head of a line begin a paragraph.
    if nextBegin >= 3, text[nextBegin - 1] == 0x09 || (nextBegin >= 4 && isIndented(nextBegin)) {
      return true
    }
    if ByteKind.of(text[nextBegin]) == ByteKind.lower { return false }
    if next.kind == .listNumber || isBullet(index + 1) { return true }
    guard wrapWidth > 0 else { return true }
    var end = nextBegin
    while end < text.count, ByteKind.of(text[end]) != ByteKind.space { end += 1 }
    // Had the next word fitted on the line, the line was ended on purpose.
    let length = Int(last.end) - lineStart
    return length + 1 + (end - nextBegin) < wrapWidth - 10
  }

  /// Whether a token at the head of a line is the mark of a list item or heading.
  private func isBullet(_ index: Int) -> Bool {
    let token = tokens[index]
    guard index + 1 < tokens.count, tokens[index + 1].gap == .space else { return false }
    switch text[Int(token.begin)] {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"):
      return token.end - token.begin == 1
    case UInt8(ascii: "#"): return token.kind == .mark
    case 0xE2: return text[Int(token.begin) + 1] == 0x80 && text[Int(token.begin) + 2] == 0xA2
    default: return false
    }
  }

  private func isIndented(_ position: Int) -> Bool {
    text[position - 1] == 0x20 && text[position - 2] == 0x20 && text[position - 3] == 0x20
  }

  private func isCloser(_ token: RawToken) -> Bool {
    guard token.kind == .mark else { return false }
    switch text[Int(token.begin)] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ")"), UInt8(ascii: "]"),
      UInt8(ascii: "}"):
      return true
    case 0xC2: return text[Int(token.begin) + 1] == 0xBB
    case 0xE2:
      let third = text[Int(token.begin) + 2]
      return text[Int(token.begin) + 1] == 0x80 && (third == 0x99 || third == 0x9D)
    default: return false
    }
  }

  private func isOpener(_ token: RawToken) -> Bool {
    guard token.kind == .mark else { return false }
    switch text[Int(token.begin)] {
    case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: "["),
      UInt8(ascii: "`"):
      return true
    case 0xC2: return text[Int(token.begin) + 1] == 0xAB
    case 0xE2:
      let third = text[Int(token.begin) + 2]
      return text[Int(token.begin) + 1] == 0x80 && (third == 0x98 || third == 0x9C)
    default: return false
    }
  }

  /// The width to which lines were cut: the longest line of a text in which few bytes stand in
  /// lines longer than people wrap to, and in which cut lines are common.
  private static func width(of text: UnsafeBufferPointer<UInt8>) -> Int {
    let widest = 130
    var longest = 0
    var longBytes = 0
    var middling = 0
    var start = 0
    for position in 0...text.count where position == text.count || text[position] == 0x0A {
      let length = position - start
      start = position + 1
      if length > widest { longBytes += length } else { longest = max(longest, length) }
      if length >= 45, length <= widest { middling += 1 }
    }
    return longBytes * 4 > text.count || longest < 45 || middling < 2 ? 0 : longest
  }
}
