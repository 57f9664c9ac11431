/// The kind of a byte as the tokenizer sees it; bytes of UTF-8 sequences count as letters until
/// the tokenizer has looked whether they are punctuation or space.
enum ByteKind {
  static let space: UInt8 = 1
  static let lower: UInt8 = 2
  static let upper: UInt8 = 4
  static let digit: UInt8 = 8
  static let high: UInt8 = 16
  static let mark: UInt8 = 32

  static let letter: UInt8 = lower | upper | high
  static let word: UInt8 = letter | digit

  /// The kind of one byte.
  @inline(__always)
  static func of(_ byte: UInt8) -> UInt8 {
    if byte &- 0x61 < 26 { return lower }
    if byte <= 0x20 || byte == 0x7F { return space }
    if byte >= 0x80 { return high }
    if byte &- 0x41 < 26 { return upper }
    return byte &- 0x30 < 10 ? digit : mark
  }
}

/// Punctuation and space outside ASCII that the tokenizer knows: what it is and how long.
enum WideMark {
  case none, space, quote, apostrophe, dash, ellipsis, other

  /// What begins at `position`, with its length in bytes.
  @inline(__always)
  static func at(_ position: Int, in text: UnsafeBufferPointer<UInt8>) -> (WideMark, Int) {
    let first = text[position]
    guard first >= 0xC2 else { return (.none, 1) }
    if first == 0xC2, position + 1 < text.count {
      switch text[position + 1] {
      case 0xA0, 0x85: return (.space, 2)
      case 0xAB, 0xBB: return (.quote, 2)
      // Signs that stand alone: ¡ ¢ £ ¤ ¥ ¦ § ¨ © ¬ ® ¯ ° ± ´ ¶ · ¸ ¿, not the letters ª º µ.
      case 0xA1...0xA9, 0xAC...0xB1, 0xB4, 0xB6...0xB8, 0xBC...0xBF: return (.other, 2)
      default: return (.none, 2)
      }
    }
    if first == 0xC3, position + 1 < text.count, text[position + 1] & 0xDF == 0x97 {
      return (.other, 2)
    }
    guard first == 0xE2, position + 2 < text.count else { return (.none, 1) }
    let second = text[position + 1]
    let third = text[position + 2]
    guard second == 0x80 else {
      // U+2070 to U+2BFF: currency, arrows, mathematics, boxes, dingbats; letters are rare there.
      if second == 0x81, third == 0x9F { return (.space, 3) }
      return second >= 0x82 && second <= 0xAF ? (.other, 3) : (.none, 3)
    }
    switch third {
    case 0x80...0x8B, 0xA8, 0xA9, 0xAF: return (.space, 3)
    case 0x90...0x95: return (.dash, 3)
    case 0x98, 0x99, 0x9B: return (.apostrophe, 3)
    case 0x9A, 0x9C...0x9F, 0xB9, 0xBA: return (.quote, 3)
    case 0xA6: return (.ellipsis, 3)
    case 0x8C...0x8F: return (.none, 3)
    default: return (.other, 3)
    }
  }
}
