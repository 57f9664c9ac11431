/// Texts made safe for HTML and SVG.
public enum HTMLText {
  /// The text with the five characters of markup as entities and control characters spelled out.
  public static func escaped(_ text: some StringProtocol) -> String {
    entities(VisibleText.line(text))
  }

  /// A part of a text that is already visible, the spaces at its ends kept.
  static func escaped(keepingEnds text: Substring) -> String { entities(String(text)) }

  private static func entities(_ text: String) -> String {
    let special: [UInt8] = Array("<>&\"'".utf8)
    guard text.utf8.contains(where: special.contains) else { return text }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count + 16)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "<"): bytes += "&lt;".utf8
      case UInt8(ascii: ">"): bytes += "&gt;".utf8
      case UInt8(ascii: "&"): bytes += "&amp;".utf8
      case UInt8(ascii: "\""): bytes += "&quot;".utf8
      case UInt8(ascii: "'"): bytes += "&#39;".utf8
      default: bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The address when it is one that a page may link to (http or https), else nil.
  public static func link(_ address: String?) -> String? {
    guard let address else { return nil }
    let head = address.prefix(8).lowercased()
    guard head.hasPrefix("http://") || head.hasPrefix("https://") else { return nil }
    return escaped(address)
  }

  /// Bytes in base 64 (RFC 4648).
  static func base64(_ bytes: [UInt8]) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var text: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let chunk = bytes[start..<min(start + 3, bytes.count)]
      var bits = chunk.reduce(0) { $0 << 8 | Int($1) }
      bits <<= 8 * (3 - chunk.count)
      for index in 0..<4 {
        text.append(
          index <= chunk.count ? alphabet[bits >> (18 - 6 * index) & 63] : UInt8(ascii: "="))
      }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
