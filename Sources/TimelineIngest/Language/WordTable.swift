/// A small set of lower-case words with a value each, read from an embedded TSV file into a flat
/// open-addressing table and asked with bytes.
struct WordTable: Sendable {
  private var hashes: [UInt32]
  private var values: [UInt8]
  private let mask: Int

  /// Reads the lines of an embedded file: a word, a tab, its kind.
  ///
  /// The value is the kind's place in `kinds` plus one, or one when a line has no kind. Lines that
  /// begin with `#` are comments.
  init(file: String, kinds: [String] = []) {
    var entries: [(UInt32, UInt8)] = []
    if let text = EmbeddedText.file(file) {
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let fields = line.split(separator: UInt8(ascii: "\t"))
        guard let word = fields.first else { continue }
        let kind = fields.count > 1 ? String(decoding: fields[1], as: UTF8.self) : ""
        let value = kinds.firstIndex(of: kind).map { UInt8($0 + 1) } ?? 1
        entries.append((FeatureHash.lowercased(UnsafeBufferPointer(rebasing: word)), value))
      }
    }
    var capacity = 16
    while capacity < entries.count * 3 { capacity *= 2 }
    mask = capacity - 1
    hashes = Array(repeating: 0, count: capacity)
    values = Array(repeating: 0, count: capacity)
    for (hash, value) in entries {
      var slot = Int(hash) & mask
      while values[slot] != 0, hashes[slot] != hash { slot = (slot + 1) & mask }
      hashes[slot] = hash
      values[slot] = value
    }
  }

  /// The value of the word with that lower-case hash, 0 when it is not in the table.
  @inline(__always)
  func value(hash: UInt32) -> UInt8 {
    var slot = Int(hash) & mask
    while values[slot] != 0 {
      if hashes[slot] == hash { return values[slot] }
      slot = (slot + 1) & mask
    }
    return 0
  }
}

/// Hashes of words for features and tables: 32 bits, the same in every run and on every machine.
enum FeatureHash {
  /// FNV-1a over the bytes with ASCII letters in lower case, then mixed.
  @inline(__always)
  static func lowercased(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes {
      let folded = byte &- 0x41 < 26 ? byte | 0x20 : byte
      hash = (hash ^ UInt32(folded)) &* 0x0100_0193
    }
    return mixed(hash)
  }

  /// The finaliser of MurmurHash3: every input bit reaches every output bit.
  @inline(__always)
  static func mixed(_ value: UInt32) -> UInt32 {
    var hash = value
    hash ^= hash >> 16
    hash = hash &* 0x85EB_CA6B
    hash ^= hash >> 13
    hash = hash &* 0xC2B2_AE35
    return hash ^ (hash >> 16)
  }
}
