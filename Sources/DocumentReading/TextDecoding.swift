import TimelineModel

/// Turns a file's bytes into valid UTF-8, with a warning when something had to be assumed.
///
/// UTF-8 is taken as it is, without its byte order mark; UTF-16 needs a byte order mark; anything
/// else that has no NUL byte is read as Windows-1252, the superset of Latin-1 that old documents
/// are written in.
enum TextDecoding {
  /// The text of a file, whether its bytes are the file's own, and what was assumed.
  struct Decoded {
    var utf8: [UInt8]
    var isAsFound = false
    var warning: (code: String, message: String)?
  }

  /// The text as UTF-8 bytes and what was assumed; nil for bytes that are no text.
  static func decode(_ bytes: [UInt8]) -> Decoded? {
    if bytes.starts(with: [0xff, 0xfe]) || bytes.starts(with: [0xfe, 0xff]) {
      return utf16(bytes).map {
        Decoded(utf8: $0, warning: ("encoding.utf-16", "read as UTF-16"))
      }
    }
    let isMarked = bytes.starts(with: [0xef, 0xbb, 0xbf])
    let body = isMarked ? Array(bytes[3...]) : bytes
    if body.contains(0) { return nil }
    if isUTF8(body) { return Decoded(utf8: body, isAsFound: !isMarked) }
    return Decoded(
      utf8: windows1252(body),
      warning: ("encoding.windows-1252", "is not valid UTF-8; read as Windows-1252 (Latin-1)"))
  }

  /// Whether the bytes are valid UTF-8, without making a text of them.
  private static func isUTF8(_ bytes: [UInt8]) -> Bool {
    (try? UTF8Span(validating: bytes.span)) != nil
  }

  private static func utf16(_ bytes: [UInt8]) -> [UInt8]? {
    guard bytes.count % 2 == 0 else { return nil }
    let bigEndian = bytes[0] == 0xfe
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    for at in stride(from: 2, to: bytes.count, by: 2) {
      let (first, second) = (UInt16(bytes[at]), UInt16(bytes[at + 1]))
      units.append(bigEndian ? first << 8 | second : second << 8 | first)
    }
    guard let text = String(validating: units, as: UTF16.self), !text.utf8.contains(0) else {
      return nil
    }
    return Array(text.utf8)
  }

  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      let code = (0x80...0x9f).contains(byte) ? UInt32(high[Int(byte) - 0x80]) : UInt32(byte)
      if let scalar = Unicode.Scalar(code) { text.append(scalar) }
    }
    return Array(String(text).utf8)
  }

  /// The code points of the bytes 0x80 to 0x9f.
  ///
  /// Source: WHATWG Encoding Standard, index windows-1252.
  private static let high: [UInt16] = [
    0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039,
    0x152, 0x8d, 0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0x9d, 0x17e, 0x178,
  ]
}
