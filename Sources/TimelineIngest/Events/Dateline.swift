/// The place-and-agency line that opens wire copy.
///
///     "GENEVA (AP) -- …"   "LIMA, 3 MAY 90 -- …"   "Nairobi, March 15, IRNA - …"
enum Dateline {
  /// Whether the text opens with one: capitals, then an agency in brackets or a dash.
  static func stands(in bytes: [UInt8]) -> Bool {
    var position = 0
    while position < bytes.count, bytes[position] <= 0x20 { position += 1 }
    let limit = min(bytes.count, position + 90)
    var capitals = 0
    var sawBracket = false
    var cursor = position
    while cursor < limit {
      let byte = bytes[cursor]
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): capitals += 1
      case UInt8(ascii: "("): sawBracket = true
      case UInt8(ascii: ")"), UInt8(ascii: "_"):
        if capitals >= 4, sawBracket || byte == UInt8(ascii: "_") { return true }
      case UInt8(ascii: "-"):
        let next = cursor + 1 < bytes.count ? bytes[cursor + 1] : 0
        if capitals >= 4, next == UInt8(ascii: "-") || next == 0x20 { return cursor > position + 3 }
      case 0xE2:
        if capitals >= 4, cursor + 1 < bytes.count, bytes[cursor + 1] == 0x80 { return true }
      case UInt8(ascii: "\n"):
        return false
      default: break
      }
      cursor += 1
    }
    return false
  }
}
