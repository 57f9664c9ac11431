/// What a word can be in a time expression; the classes of `time_words.tsv`.
enum TimeWordClass: UInt8, Sendable, CaseIterable {
  case none, month, weekday, season, number, ordinal, unit, units, part, edge, relative, deictic
  case daypart, shift, present, pastref, futureref, adverb, every, determiner, approximate, more
  case less, vaguenumber, preposition, conjunction, half, fiscal, era, clock
  case clueForward, clueWeak, clueBack, another, per, decade, former, clueAim, all, weekdays, long
  case filler
  case letter, measure, vehicle, opener, numbered, currency, street, putOff

  init(name: String) {
    switch name {
    case "clue-forward": self = .clueForward
    case "clue-weak": self = .clueWeak
    case "clue-back": self = .clueBack
    case "clue-aim": self = .clueAim
    case "put-off": self = .putOff
    default: self = Self.named[name] ?? .none
    }
  }

  private static let named = Dictionary(
    uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// The words of `time_words.tsv` in a flat open-addressing table, asked with a hash of the folded
/// bytes; built once, when the first document is tagged.
struct TimeWords: Sendable {
  static let english = TimeWords(file: "time_words.tsv")

  private var hashes: [UInt32]
  private var classes: [TimeWordClass]
  private var values: [Int16]
  /// Whether the word is the first of a name in `named_days.tsv` or `historical_anchors.tsv`: 1 for
  /// names that begin with a capital, 2 when some does not.
  private var startsName: [UInt8]
  private let mask: Int

  init(file: String) {
    var entries: [(hash: UInt32, kind: TimeWordClass, value: Int16)] = []
    if let text = EmbeddedText.file(file) {
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let fields = line.split(separator: UInt8(ascii: "\t"))
        guard fields.count == 3 else { continue }
        let kind = TimeWordClass(name: String(decoding: fields[1], as: UTF8.self))
        let value = Int16(String(decoding: fields[2], as: UTF8.self)) ?? 0
        entries.append((TimeWords.hash(of: fields[0]), kind, value))
      }
    }
    let firstWords = NamedTimes.english.firstWords
    let known = Set(entries.map(\.hash))
    for hash in Set(firstWords.keys).subtracting(known).sorted() {
      entries.append((hash, .none, 0))
    }
    var capacity = 64
    while capacity < entries.count * 4 { capacity *= 2 }
    mask = capacity - 1
    hashes = Array(repeating: 0, count: capacity)
    classes = Array(repeating: .none, count: capacity)
    values = Array(repeating: 0, count: capacity)
    startsName = Array(repeating: 0, count: capacity)
    for entry in entries {
      var slot = Int(entry.hash) & mask
      while hashes[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = entry.hash
      classes[slot] = entry.kind
      values[slot] = entry.value
      startsName[slot] = firstWords[entry.hash] ?? 0
    }
  }

  /// The hash that the tokenizer computes while it scans: FNV-1a over bytes folded to lower case.
  static func hash(of word: some Sequence<UInt8>) -> UInt32 {
    word.reduce(start) { step($0, $1 &- 0x41 < 26 ? $1 | 0x20 : $1) }
  }

  static let start: UInt32 = 0x811c_9dc5

  @inline(__always)
  static func step(_ hash: UInt32, _ byte: UInt8) -> UInt32 {
    (hash ^ UInt32(byte)) &* 0x0100_0193
  }

  /// The class and value of the word with that hash; `none` when it is not in the table.
  @inline(__always)
  func look(up hash: UInt32) -> (kind: TimeWordClass, value: Int16, startsName: UInt8) {
    var slot = Int(hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return (classes[slot], values[slot], startsName[slot]) }
      slot = (slot + 1) & mask
    }
    return (.none, 0, 0)
  }
}
