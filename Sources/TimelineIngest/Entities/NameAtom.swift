/// The smallest piece that names are matched by: a run of letters and digits, or one symbol.
///
/// Atoms are finer than tokens and do not depend on how the tokenizer treats hyphens, apostrophes
/// and points: "Pak-Russia", "U.S." and "Suppliers' Group" have the atoms Pak Russia, U S and
/// Suppliers Group, with what stood between them kept as the separator.
struct NameAtom: Sendable {
  /// What stands between an atom and the one before it.
  enum Separator: UInt8, Sendable {
    case none, space, hyphen, point, apostrophe, lineBreak
  }

  /// First byte in the text.
  var begin: Int32
  /// One past the last byte.
  var end: Int32
  /// The number of the token that the atom begins in.
  var token: Int32
  /// Hash of the letters in lower case.
  var hash: UInt64
  /// What stands before it.
  var separator: Separator
  /// Whether it is a lone symbol, not a word.
  var isSymbol: Bool
  /// Whether the first letter is a capital.
  var isCapitalised: Bool
  /// Whether every letter is a capital and there is one.
  var isUpperCase: Bool
  /// Whether it begins with a digit.
  var isNumber: Bool
  /// The number of letters, by bytes.
  var length: Int32 { end - begin }
}

/// Cuts text into atoms.
enum NameAtomScanner {
  /// Appends the atoms of a range of bytes; tokens are numbered by the caller afterwards.
  static func scan(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into atoms: inout [NameAtom]
  ) {
    var at = range.lowerBound
    let end = range.upperBound
    var separator = NameAtom.Separator.none
    while at < end {
      let byte = bytes[at]
      if isWordByte(byte) {
        if byte >= 0x80, let width = punctuationWidth(bytes, at, end) {
          let third = bytes[at + width - 1]
          if width == 3, third >= 0x98 && third <= 0x9b {
            separator = .apostrophe
          } else if width == 3, third >= 0x90 && third <= 0x95 {
            separator = third <= 0x92 ? .hyphen : .none
            if third > 0x92 { atoms.append(symbol(at, width, 0x2d2d)) }
          } else if width == 2 {
            separator = .space
          } else {
            atoms.append(symbol(at, width, 0x22))
            separator = .none
          }
          at += width
          continue
        }
        let begin = at
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        var hasLower = false
        var hasUpper = false
        let startsUpper = isUpper(bytes, at, end)
        while at < end, isWordByte(bytes[at]) {
          if bytes[at] >= 0x80 {
            if punctuationWidth(bytes, at, end) != nil { break }
            let upper = isUpper(bytes, at, end)
            if upper { hasUpper = true } else { hasLower = true }
            let lead = bytes[at]
            hash = mix(hash, lead)
            at += 1
            var isFirst = true
            while at < end, bytes[at] & 0xc0 == 0x80 {
              var value = bytes[at]
              if isFirst, upper { value = lead == 0xc3 ? value + 0x20 : value | 1 }
              isFirst = false
              hash = mix(hash, value)
              at += 1
            }
            continue
          }
          let letter = bytes[at]
          if letter &- 0x41 < 26 {
            hasUpper = true
            hash = mix(hash, letter | 0x20)
          } else {
            if letter &- 0x61 < 26 { hasLower = true }
            hash = mix(hash, letter)
          }
          at += 1
        }
        atoms.append(
          NameAtom(
            begin: Int32(begin), end: Int32(at), token: 0, hash: hash, separator: separator,
            isSymbol: false, isCapitalised: startsUpper, isUpperCase: hasUpper && !hasLower,
            isNumber: byte &- 0x30 < 10))
        separator = .none
        continue
      }
      switch byte {
      case 0x20, 0x09: if separator == .none { separator = .space }
      case 0x0a, 0x0d: separator = .lineBreak
      case 0x2d: separator = .hyphen
      case 0x2e: separator = .point
      case 0x27, 0x60: separator = .apostrophe
      default:
        var atom = symbol(at, 1, UInt64(byte))
        atom.separator = separator
        atoms.append(atom)
        separator = .none
      }
      // Two hyphens are a dash, as in a dateline.
      if byte == 0x2d, at + 1 < end, bytes[at + 1] == 0x2d {
        atoms.append(symbol(at, 2, 0x2d2d))
        separator = .none
        at += 1
      }
      at += 1
    }
  }

  /// The hash of a word in lower-case ASCII, as atoms carry it.
  static func hash(_ word: StaticString) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for position in 0..<word.utf8CodeUnitCount { hash = mix(hash, word.utf8Start[position]) }
    return hash
  }

  /// The hash of a dash: two hyphens, an en or em dash.
  static let dash = symbolKey(0x2d2d)

  /// The hash of a one-byte symbol's atom.
  static func symbolHash(_ byte: UInt8) -> UInt64 { symbolKey(UInt64(byte)) }

  private static func symbol(_ at: Int, _ width: Int, _ key: UInt64) -> NameAtom {
    NameAtom(
      begin: Int32(at), end: Int32(at + width), token: 0, hash: symbolKey(key), separator: .none,
      isSymbol: true, isCapitalised: false, isUpperCase: false, isNumber: false)
  }

  private static func symbolKey(_ key: UInt64) -> UInt64 { key &* 0x9e37_79b9_7f4a_7c15 | 1 << 63 }

  @inline(__always)
  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  @inline(__always)
  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (byte | 0x20) &- 0x61 < 26 || byte &- 0x30 < 10
  }

  /// The bytes of a quotation mark, dash, no-break space or bullet in UTF-8, nil for a letter.
  @inline(__always)
  private static func punctuationWidth(
    _ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int
  ) -> Int? {
    if bytes[at] == 0xe2, at + 2 < end, bytes[at + 1] == 0x80 { return 3 }
    if bytes[at] == 0xc2, at + 1 < end, bytes[at + 1] < 0xc0 { return 2 }
    return nil
  }

  @inline(__always)
  private static func isUpper(_ bytes: UnsafeBufferPointer<UInt8>, _ at: Int, _ end: Int) -> Bool {
    let byte = bytes[at]
    if byte < 0x80 { return byte &- 0x41 < 26 }
    guard at + 1 < end else { return false }
    let next = bytes[at + 1]
    if byte == 0xc3 { return next >= 0x80 && next <= 0x9e && next != 0x97 }
    return (byte == 0xc4 || byte == 0xc5 || byte == 0xc8) && next & 1 == 0
  }
}
