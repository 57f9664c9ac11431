/// Cuts UTF-8 text into the tokens of the time tagger, one pass over the bytes.
///
/// Letters and bytes above 0x7f make words, digits make numbers ("22nd" is a number and a word
/// side by side), a blank line is a token, other white space only a flag on what follows.
struct TimeTokenizer {
  private let words = TimeWords.english
  private var tokens: [TimeToken] = []
  private var isSpaced = true

  static func tokens(of bytes: [UInt8]) -> [TimeToken] {
    var tokenizer = TimeTokenizer()
    // English has five bytes a token, figures fewer; room that is not used costs nothing.
    tokenizer.tokens.reserveCapacity(bytes.count / 4 + 8)
    bytes.withUnsafeBufferPointer { tokenizer.read($0) }
    return tokenizer.tokens
  }

  /// The words and numbers of a text, cut as `tokens(of:)` cuts them, without a look at the lexicon.
  static func pieces(of bytes: [UInt8]) -> [[UInt8]] {
    var pieces: [[UInt8]] = [[]]
    for byte in bytes {
      let isDigit = byte &- 0x30 < 10
      guard isDigit || isLetter(byte) || byte >= 0x80 else {
        if pieces[pieces.count - 1] != [] { pieces.append([]) }
        continue
      }
      if let last = pieces[pieces.count - 1].last, (last &- 0x30 < 10) != isDigit {
        pieces.append([])
      }
      pieces[pieces.count - 1].append(byte)
    }
    return pieces.filter { $0 != [] }
  }

  private mutating func read(_ text: UnsafeBufferPointer<UInt8>) {
    var at = 0
    while at < text.count {
      let byte = text[at]
      if byte == 0x20 || byte == 0x09 || byte == 0x0d {
        at += 1
        isSpaced = true
      } else if Self.isLetter(byte) {
        at = readWord(text, at)
      } else if byte &- 0x30 < 10 {
        at = readNumber(text, at)
      } else if byte == 0x0a {
        at = readLineEnd(text, at)
      } else if byte >= 0x80 {
        at = readWide(text, at)
      } else {
        append(at, at + 1, byte == 0x2d ? .dash : .mark, value: Int32(byte))
        at += 1
      }
    }
  }

  @inline(__always)
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  private mutating func append(_ begin: Int, _ end: Int, _ form: TimeToken.Form, value: Int32) {
    tokens.append(
      TimeToken(
        begin: Int32(begin), end: Int32(end), form: form, kind: .none, value: value,
        isCapital: false, isSpaced: isSpaced))
    isSpaced = false
  }

  private mutating func readWord(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int {
    var hash = TimeWords.start
    var at = begin
    while at < text.count {
      let byte = text[at]
      if Self.isLetter(byte) {
        hash = TimeWords.step(hash, byte | 0x20)
      } else if byte >= 0x80, Self.markWidth(text, at) == 0 {
        hash = TimeWords.step(hash, byte)
      } else if byte == 0x2e, at == begin + 1, at + 1 < text.count, Self.isLetter(text[at + 1]),
        at + 2 >= text.count || !Self.isLetter(text[at + 2])
      {
        hash = TimeWords.step(hash, 0x2e)  // a.m and B.C keep their inner stop
      } else {
        break
      }
      at += 1
    }
    let found = words.look(up: hash)
    let isCapital = text[begin] &- 0x41 < 26
    tokens.append(
      TimeToken(
        begin: Int32(begin), end: Int32(at), form: .word, kind: found.kind,
        value: Int32(found.value), isCapital: isCapital, isSpaced: isSpaced,
        startsName: found.startsName > (isCapital ? 0 : 1), companionSet: found.companionSet))
    isSpaced = false
    return at
  }

  private mutating func readNumber(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int {
    var value: Int32 = 0
    var at = begin
    while at < text.count, text[at] &- 0x30 < 10 {
      if at - begin < 8 { value = value * 10 + Int32(text[at] - 0x30) }
      at += 1
    }
    append(begin, at, .number, value: value)
    return at
  }

  private mutating func readLineEnd(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int {
    var at = begin + 1
    while at < text.count, text[at] == 0x20 || text[at] == 0x09 || text[at] == 0x0d { at += 1 }
    isSpaced = true
    guard at < text.count, text[at] == 0x0a else { return at }
    append(begin, begin + 1, .paragraph, value: 0)
    isSpaced = true
    return at
  }

  /// A character outside ASCII: a dash, a curly quote or the first letter of a word.
  private mutating func readWide(_ text: UnsafeBufferPointer<UInt8>, _ begin: Int) -> Int {
    let width = Self.markWidth(text, begin)
    if width == 0 { return readWord(text, begin) }
    let isDash =
      width == 3 && text[begin] == 0xe2 && text[begin + 1] == 0x80
      && (0x90...0x95).contains(text[begin + 2])
    if width == 2, text[begin] == 0xc2, text[begin + 1] == 0xa0 {
      isSpaced = true  // a no-break space
    } else {
      append(begin, begin + width, isDash ? .dash : .mark, value: Int32(text[begin]))
    }
    return begin + width
  }

  /// The bytes of general punctuation or a Latin-1 sign; 0 for a letter.
  @inline(__always)
  private static func markWidth(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    if text[at] == 0xe2, at + 2 < text.count, text[at + 1] == 0x80 { return 3 }
    if text[at] == 0xc2, at + 1 < text.count { return 2 }
    return 0
  }
}

/// The number of tokens that the time tagger cuts a text into; for measuring the tokenizer alone.
package func tokenCount(of bytes: [UInt8]) -> Int {
  TimeTokenizer.tokens(of: bytes).count
}
