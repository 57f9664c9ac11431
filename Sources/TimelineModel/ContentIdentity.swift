/// Ids made from content: a prefix and 60 bits of a SHA-256 in lower-case base 32.
public enum ContentIdentity {
  /// `e_` and twelve characters: the id of an event or a mention.
  public static func event(_ content: String) -> String { "e_" + digits(of: content) }

  /// `d_` and twelve characters: the id of a decision.
  public static func decision(_ content: String) -> String { "d_" + digits(of: content) }

  /// Twelve characters of Crockford's base 32 (no i, l, o, u), from the first 60 bits of the hash.
  static func digits(of content: String) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)
    let digest = SHA256.digest(of: Array(content.utf8))
    var bits = digest.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    var text: [UInt8] = []
    for _ in 0..<12 {
      text.append(alphabet[Int(bits >> 59)])
      bits <<= 5
    }
    return String(decoding: text, as: UTF8.self)
  }
}
