/// Cuts text into tokens as the UD English treebanks do, with exact byte offsets.
///
/// One pass over the bytes; no token crosses white space. The stages of a word are in
/// `Tokenizer+Words`.
///
/// Example: `don't` → `do` `n't`; `Indo-U.S.` → `Indo` `-` `U.S.`; `$5m` → `$` `5` `m`.
/// Source: the tokenization of UD English EWT and GUM (https://universaldependencies.org/en/).
struct Tokenizer {
  let text: UnsafeBufferPointer<UInt8>
  let tables: LanguageTables
  var tokens: [RawToken] = []
  /// Set while scanning a chunk that holds `://` or `www.`.
  var chunkHasAddress = false
  /// Set while scanning a chunk that holds `@`.
  var chunkHasAt = false

  /// The tokens of a whole text.
  static func tokens(of text: UnsafeBufferPointer<UInt8>) -> [RawToken] {
    var tokenizer = Tokenizer(text: text, tables: LanguageTables.english)
    tokenizer.tokens.reserveCapacity(text.count / 4)
    tokenizer.run()
    return tokenizer.tokens
  }

  private mutating func run() {
    var position = 0
    var gap: RawToken.Gap = .blankLine
    while position < text.count {
      let space = skipSpace(from: position)
      if space.end > position {
        gap = max(gap, space.gap)
        position = space.end
        continue
      }
      let end = chunkEnd(from: position)
      scanChunk(position..<end, gap: gap)
      gap = .none
      position = end
    }
  }

  /// Skips white space and says how wide the gap is.
  private func skipSpace(from start: Int) -> (end: Int, gap: RawToken.Gap) {
    var position = start
    var lines = 0
    while position < text.count {
      let byte = text[position]
      if ByteKind.of(byte) == ByteKind.space {
        if byte == 0x0A || (byte == 0x0D && !isByte(0x0A, at: position + 1)) { lines += 1 }
        if byte == 0x0C { lines += 2 }
        position += 1
      } else if byte >= 0xC2 {
        let (mark, length) = WideMark.at(position, in: text)
        guard mark == .space else { break }
        if length == 3, text[position + 2] == 0xA9 { lines += 2 }
        position += length
      } else {
        break
      }
    }
    return (position, lines == 0 ? .space : lines == 1 ? .line : .blankLine)
  }

  /// The end of the run without white space that begins at `start`; notes what it holds.
  private mutating func chunkEnd(from start: Int) -> Int {
    chunkHasAddress = false
    chunkHasAt = false
    var position = start
    while position < text.count {
      let byte = text[position]
      let kind = ByteKind.of(byte)
      if kind == ByteKind.space { break }
      if kind == ByteKind.high {
        let (mark, length) = WideMark.at(position, in: text)
        if mark == .space { break }
        position += mark == .none ? 1 : length
        continue
      }
      if byte == UInt8(ascii: "@") { chunkHasAt = true }
      if byte == UInt8(ascii: ":"), isByte(0x2F, at: position + 1), isByte(0x2F, at: position + 2) {
        chunkHasAddress = true
      }
      if byte | 0x20 == UInt8(ascii: "w"), isByte(0x2E, at: position + 3),
        text[position + 1] | 0x20 == UInt8(ascii: "w"),
        text[position + 2] | 0x20 == UInt8(ascii: "w")
      {
        chunkHasAddress = true
      }
      position += 1
    }
    return position
  }

  private mutating func scanChunk(_ chunk: Range<Int>, gap: RawToken.Gap) {
    var position = chunk.lowerBound
    let first = tokens.count
    while position < chunk.upperBound {
      let byte = text[position]
      let kind = ByteKind.of(byte)
      if kind & (ByteKind.word) != 0 {
        if kind == ByteKind.high {
          let (mark, length) = WideMark.at(position, in: text)
          if mark != .none {
            position = scanWideMark(mark, length, at: position, in: chunk)
            continue
          }
        }
        position = scanWord(from: position, in: chunk)
      } else {
        position = scanMark(byte, at: position, in: chunk)
      }
    }
    if tokens.count > first { tokens[first].gap = gap }
  }

  private mutating func scanWideMark(
    _ mark: WideMark, _ length: Int, at position: Int, in chunk: Range<Int>
  ) -> Int {
    if mark == .apostrophe {
      return scanApostrophe(at: position, length: length, in: chunk)
    }
    var end = position + length
    if mark == .ellipsis || mark == .dash {
      while end + 2 < chunk.upperBound, text[end] == text[position],
        text[end + 1] == text[position + 1], text[end + 2] == text[position + 2]
      {
        end += 3
      }
      while mark == .ellipsis, end < chunk.upperBound, text[end] == UInt8(ascii: ".") { end += 1 }
    }
    append(position, end, mark == .ellipsis ? .terminator : .mark)
    return end
  }

  private mutating func scanMark(_ byte: UInt8, at position: Int, in chunk: Range<Int>) -> Int {
    var end = position + 1
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      while end < chunk.upperBound, isTerminator(text[end]) { end += 1 }
      append(position, end, .terminator)
    case UInt8(ascii: "'"):
      if isByte(byte, at: end), end < chunk.upperBound {
        append(position, end + 1, .mark)
        return end + 1
      }
      return scanApostrophe(at: position, length: 1, in: chunk)
    case UInt8(ascii: "`"), UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "="),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "<"), UInt8(ascii: ">"),
      UInt8(ascii: "#"), UInt8(ascii: "+"), UInt8(ascii: "|"):
      while end < chunk.upperBound, text[end] == byte { end += 1 }
      if end == position + 1, end < chunk.upperBound {
        let kind = ByteKind.of(text[end])
        let joinsWord = byte == UInt8(ascii: "#") && kind & ByteKind.word != 0
        let signsNumber = byte == UInt8(ascii: "+") && kind == ByteKind.digit
        if joinsWord || signsNumber { return scanWord(from: position, in: chunk) }
      }
      append(position, end, .mark)
    default:
      append(position, end, .mark)
    }
    return end
  }

  /// An apostrophe that no word has taken: a clitic, a shortened year or a quotation mark.
  private mutating func scanApostrophe(at position: Int, length: Int, in chunk: Range<Int>) -> Int {
    let next = position + length
    let followsWord = position > chunk.lowerBound && isWordByte(at: position - 1)
    let followsAbbreviation = position > chunk.lowerBound && tokens.last?.kind == .abbreviation
    if followsWord || followsAbbreviation, let end = cliticEnd(after: next, in: chunk) {
      append(position, end, .word)
      return end
    }
    if !followsWord, next + 2 <= chunk.upperBound, ByteKind.of(text[next]) == ByteKind.digit,
      ByteKind.of(text[next + 1]) == ByteKind.digit
    {
      return scanWord(from: position, in: chunk)
    }
    append(position, next, .mark)
    return next
  }

  /// The end of `s`, `m`, `d`, `re`, `ve` or `ll` at `position` when no letter follows.
  func cliticEnd(after position: Int, in chunk: Range<Int>) -> Int? {
    guard position < chunk.upperBound else { return nil }
    let first = text[position] | 0x20
    var end = position + 1
    switch first {
    case UInt8(ascii: "s"), UInt8(ascii: "m"), UInt8(ascii: "d"): break
    case UInt8(ascii: "r"), UInt8(ascii: "v"), UInt8(ascii: "l"):
      let second: UInt8 = first == UInt8(ascii: "l") ? first : UInt8(ascii: "e")
      guard end < chunk.upperBound, text[end] | 0x20 == second else { return nil }
      end += 1
    default: return nil
    }
    return end < chunk.upperBound && isWordByte(at: end) ? nil : end
  }

  mutating func append(_ begin: Int, _ end: Int, _ kind: RawToken.Kind) {
    tokens.append(RawToken(begin: Int32(begin), end: Int32(end), kind: kind, gap: .none))
  }

  @inline(__always)
  func isByte(_ byte: UInt8, at position: Int) -> Bool {
    position < text.count && text[position] == byte
  }

  @inline(__always)
  func isTerminator(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ".") || byte == UInt8(ascii: "!") || byte == UInt8(ascii: "?")
  }

  /// Whether a letter or digit stands there; wide punctuation is none.
  @inline(__always)
  func isWordByte(at position: Int) -> Bool {
    let kind = ByteKind.of(text[position])
    if kind == ByteKind.high {
      return text[position] < 0xC2 || WideMark.at(position, in: text).0 == .none
    }
    return kind & ByteKind.word != 0
  }
}

/// A token as the tokenizer leaves it for the sentence splitter.
struct RawToken: Sendable {
  /// What the token says about sentences.
  enum Kind: UInt8, Sendable {
    case word, mark
    /// Full stops, exclamation and question marks, ellipses.
    case terminator
    /// A word with its full stop that may end a sentence.
    case abbreviation
    /// A word with its full stop that never ends one: a title, an initial, "No." before a number.
    case title
    /// A number with its full stop at the head of a list item.
    case listNumber
  }

  /// What lies between a token and the one before.
  enum Gap: UInt8, Sendable, Comparable {
    case none, space, line, blankLine

    static func < (left: Gap, right: Gap) -> Bool { left.rawValue < right.rawValue }
  }

  var begin: Int32
  var end: Int32
  var kind: Kind
  var gap: Gap
}

/// The tables of tokenizer and sentence splitter, read once when first needed.
struct LanguageTables: Sendable {
  let abbreviations = WordTable(
    file: "abbreviations.tsv", kinds: ["title", "number", "month", "other"])
  let openers = WordTable(file: "sentence_openers.tsv")
  let prefixes = WordTable(file: "hyphen_prefixes.tsv")
  let units = WordTable(file: "attached_units.tsv")
  let contractions = WordTable(
    file: "contractions.tsv", kinds: (1...9).map { (length: Int) -> String in String(length) })

  static let english = LanguageTables()
}
