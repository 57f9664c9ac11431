/// An embedded tab-separated table, cut into fields once and read in place.
///
/// Lines that begin with `#` are comments. Fields are byte ranges of the embedded text, so that a
/// table of thousands of rows costs no strings until somebody asks for one.
struct ReferenceTable: Sendable {
  /// The number of rows.
  let count: Int
  private let columns: Int
  private let text: StaticString
  private let starts: [Int32]
  private let ends: [Int32]

  /// The embedded file of that name, every row filled up to that many columns.
  init(file: String, columns: Int) {
    self.columns = columns
    let text: StaticString = EmbeddedText.file(file) ?? ""
    self.text = text
    var starts: [Int32] = []
    var ends: [Int32] = []
    var rows = 0
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var at = 0
    while at < bytes.count {
      var lineEnd = at
      while lineEnd < bytes.count, bytes[lineEnd] != UInt8(ascii: "\n") { lineEnd += 1 }
      if lineEnd > at, bytes[at] != UInt8(ascii: "#") {
        var fields = 0
        var fieldStart = at
        for position in at...lineEnd
        where position == lineEnd || bytes[position] == UInt8(ascii: "\t") {
          if fields < columns {
            starts.append(Int32(fieldStart))
            ends.append(Int32(position))
          }
          fields += 1
          fieldStart = position + 1
        }
        while fields < columns {
          starts.append(Int32(lineEnd))
          ends.append(Int32(lineEnd))
          fields += 1
        }
        rows += 1
      }
      at = lineEnd + 1
    }
    self.starts = starts
    self.ends = ends
    count = rows
  }

  /// Whether a field is empty.
  func isEmpty(_ row: Int, _ column: Int) -> Bool {
    starts[row * columns + column] == ends[row * columns + column]
  }

  /// A field as text.
  func text(_ row: Int, _ column: Int) -> String {
    withBytes(row, column) { String(decoding: $0, as: UTF8.self) }
  }

  /// The parts of a field between `|`, without empty ones.
  func list(_ row: Int, _ column: Int) -> [String] {
    var parts: [String] = []
    forEachPart(row, column) { parts.append(String(decoding: $0, as: UTF8.self)) }
    return parts
  }

  /// Calls with the bytes of a field.
  func withBytes<Result>(
    _ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    let slot = row * columns + column
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return body(UnsafeBufferPointer(rebasing: bytes[Int(starts[slot])..<Int(ends[slot])]))
  }

  /// Calls with the bytes of every part of a field between `|`.
  func forEachPart(_ row: Int, _ column: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    withBytes(row, column) { field in
      var start = 0
      for position in 0...field.count
      where position == field.count || field[position] == UInt8(ascii: "|") {
        if position > start { body(UnsafeBufferPointer(rebasing: field[start..<position])) }
        start = position + 1
      }
    }
  }
}
