/// Turns byte offsets of a UTF-8 text into code points, in one pass and constant extra space per
/// kilobyte.
struct CodePointOffsets: Sendable {
  private let bytes: [UInt8]
  /// Code points before each 256th byte.
  private let marks: [Int]

  /// Offsets into that text.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var marks: [Int] = []
    marks.reserveCapacity(bytes.count / 256 + 1)
    var count = 0
    for (position, byte) in bytes.enumerated() {
      if position % 256 == 0 { marks.append(count) }
      if byte & 0xC0 != 0x80 { count += 1 }
    }
    if bytes.count % 256 == 0 { marks.append(count) }
    self.marks = marks
  }

  /// The number of code points before the byte.
  func codePoint(ofByte offset: Int) -> Int {
    let mark = offset / 256
    var count = marks[mark]
    for position in (mark * 256)..<offset where bytes[position] & 0xC0 != 0x80 { count += 1 }
    return count
  }

  /// Up to that many code points before the byte, verbatim.
  func text(before offset: Int, codePoints: Int) -> String {
    var start = offset
    var left = codePoints
    while start > 0, left > 0 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { left -= 1 }
    }
    while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  /// Up to that many code points from the byte on, verbatim.
  func text(from offset: Int, codePoints: Int) -> String {
    var end = offset
    var left = codePoints
    while end < bytes.count {
      if bytes[end] & 0xC0 != 0x80 {
        if left == 0 { break }
        left -= 1
      }
      end += 1
    }
    return String(decoding: bytes[offset..<end], as: UTF8.self)
  }
}
