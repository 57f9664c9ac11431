/// The place-and-agency line that opens wire copy.
///
///     "GENEVA (AP) -- …"   "LIMA: Peru and …"   "LIMA, 3 MAY 90 -- …"   "Nairobi, March 15, IRNA - …"
///     "DOHA/RIYADH, May 3 (Reuters) - …" below a headline, its bullets and a byline
enum Dateline {
  /// Whether the text opens with one: capitals, then an agency in brackets or a dash.
  static func stands(in bytes: [UInt8]) -> Bool { end(in: bytes) != nil }

  /// The byte behind the dateline with its dash, or nil when there is none.
  static func end(in bytes: [UInt8]) -> Int? {
    var position = 0
    // The dateline opens the text or, below headlines and a byline, one of its next lines.
    for line in 0..<9 {
      while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
      if line < 4 || isTown(in: bytes, at: position),
        let end = end(in: bytes, from: position)
      {
        return end
      }
      while position < bytes.count, bytes[position] != 0x0A { position += 1 }
    }
    return nil
  }

  /// Whether four capitals begin the line, as a town does in a dateline.
  private static func isTown(in bytes: [UInt8], at position: Int) -> Bool {
    guard position + 4 < bytes.count else { return false }
    return bytes[position..<position + 4].allSatisfy {
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
    }
  }

  private static func end(in bytes: [UInt8], from position: Int) -> Int? {
    let limit = min(bytes.count, position + 90)
    var capitals = 0
    var spaces = 0
    var sawBracket = false
    var closedBracket = false
    var digits = 0
    var sawYear = false
    let startsCapital =
      position < bytes.count && (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[position])
    var cursor = position
    while cursor < limit {
      let byte = bytes[cursor]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "("): sawBracket = true
      case UInt8(ascii: ")"), UInt8(ascii: "_"):
        if capitals >= 4, byte == UInt8(ascii: "_") { return cursor + 1 }
        closedBracket = sawBracket
      case UInt8(ascii: "-"):
        let next = cursor + 1 < bytes.count ? bytes[cursor + 1] : 0
        if capitals >= 4 || closedBracket, cursor > position + 3,
          next == UInt8(ascii: "-") || next == 0x20
        {
          return cursor + (next == UInt8(ascii: "-") ? 2 : 1)
        }
        if startsCapital, sawYear, cursor > position + 3, next == 0x20 { return cursor + 1 }
      case 0xE2:
        if capitals >= 4 || startsCapital && sawYear, cursor + 2 < bytes.count,
          bytes[cursor + 1] == 0x80
        {
          return cursor + 3
        }
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits += 1
        sawYear = sawYear || digits >= 4
      case UInt8(ascii: "\n"):
        return nil
      case UInt8(ascii: ":") where capitals >= 4 && capitals + spaces == cursor - position:
        // "BUENOS AIRES: Argentina and …"
        return cursor + 1
      case 0x20: spaces += 1
      case UInt8(ascii: "."), UInt8(ascii: ":"):
        // A sentence has begun; "U.S." and "ST. LOUIS" are no ends.
        if capitals < 2 { return nil }
      default: break
      }
      cursor += 1
    }
    return nil
  }
}
