/// JSON documents of many values.
public enum JSONLines {
  /// The values as one array, each on a line of its own; `[]` when there are none.
  public static func array(_ values: [JSONValue]) -> String {
    guard !values.isEmpty else { return "[]\n" }
    var bytes: [UInt8] = Array("[\n".utf8)
    for (index, value) in values.enumerated() {
      if index > 0 { bytes += Array(",\n".utf8) }
      value.write(to: &bytes)
    }
    bytes += Array("\n]\n".utf8)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The values one a line; nothing when there are none.
  public static func lines(_ values: [JSONValue]) -> String {
    var bytes: [UInt8] = []
    for value in values {
      value.write(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
