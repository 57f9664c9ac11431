/// One JSON object on one line, its members in the order they are set.
///
/// Texts, lists of texts and whole numbers are all that the folder's files hold. Source: RFC 8259.
struct JSONLine {
  private var bytes: [UInt8] = [UInt8(ascii: "{")]

  /// The line without its end.
  var text: String { String(decoding: bytes + [UInt8(ascii: "}")], as: UTF8.self) }

  /// Sets a text; nothing when it is nil.
  mutating func set(_ key: String, _ value: String?) {
    guard let value else { return }
    name(key)
    write(value)
  }

  /// Sets a whole number.
  mutating func set(_ key: String, _ value: Int) {
    name(key)
    bytes += Array(String(value).utf8)
  }

  /// Sets a list of texts; nothing when it is empty.
  mutating func set(_ key: String, _ values: [String]) {
    guard !values.isEmpty else { return }
    name(key)
    for (index, value) in values.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "[" : ","))
      write(value)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// Sets an object.
  mutating func set(_ key: String, _ object: JSONLine) {
    name(key)
    bytes += object.bytes + [UInt8(ascii: "}")]
  }

  /// Sets a list of objects; nothing when it is empty.
  mutating func set(_ key: String, _ objects: [JSONLine]) {
    guard !objects.isEmpty else { return }
    name(key)
    for (index, object) in objects.enumerated() {
      bytes.append(UInt8(ascii: index == 0 ? "[" : ","))
      bytes += object.bytes + [UInt8(ascii: "}")]
    }
    bytes.append(UInt8(ascii: "]"))
  }

  private mutating func name(_ key: String) {
    if bytes.count > 1 { bytes.append(UInt8(ascii: ",")) }
    write(key)
    bytes.append(UInt8(ascii: ":"))
  }

  private mutating func write(_ text: String) {
    let digits = Array("0123456789abcdef".utf8)
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes += [UInt8(ascii: "\\"), byte]
      case 0x0a: bytes += Array("\\n".utf8)
      case 0x0d: bytes += Array("\\r".utf8)
      case 0x09: bytes += Array("\\t".utf8)
      case 0..<0x20, 0x7f:
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }
}
