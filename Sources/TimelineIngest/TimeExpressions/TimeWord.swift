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

/// The words of `time_words.tsv` and `time_companions.tsv` in a flat open-addressing table, asked
/// with a hash of the folded bytes; built once, when the first document is tagged.
struct TimeWords: Sendable {
  static let english = TimeWords(file: "time_words.tsv", companions: "time_companions.tsv")

  /// What a text needs to know of one of its words.
  struct Entry: Sendable {
    var kind = TimeWordClass.none
    var value: Int16 = 0
    /// Whether the word is the first of a name in `named_days.tsv` or `historical_anchors.tsv`: 1 for
    /// names that begin with a capital, 2 when some does not.
    var startsName: UInt8 = 0
    /// Where its roles beside a time word stand in `companionSets`.
    var companionSet: UInt8 = 0
  }

  private var hashes: [UInt32]
  private var entries: [Entry]
  private let mask: Int
  /// Every set of roles that some word has; the first is empty.
  ///
  /// A token holds the index, which is a byte where the set is eight.
  let companionSets: [TimeCompanions]

  init(file: String, companions companionFile: String) {
    var words: [(hash: UInt32, kind: TimeWordClass, value: Int16)] = []
    for fields in Self.rows(ofFile: file) where fields.count == 3 {
      let kind = TimeWordClass(name: String(decoding: fields[1], as: UTF8.self))
      let value = Int16(String(decoding: fields[2], as: UTF8.self)) ?? 0
      words.append((TimeWords.hash(of: fields[0]), kind, value))
    }
    var roles: [UInt32: TimeCompanions] = [:]
    for fields in Self.rows(ofFile: companionFile) where fields.count == 2 {
      let role = TimeCompanions.named[String(decoding: fields[1], as: UTF8.self)] ?? []
      roles[TimeWords.hash(of: fields[0]), default: []].formUnion(role)
    }
    let firstWords = NamedTimes.english.firstWords
    let known = Set(words.map(\.hash))
    for hash in Set(firstWords.keys).union(roles.keys).subtracting(known).sorted() {
      words.append((hash, .none, 0))
    }
    let sets = Set(roles.values.map(\.rawValue)).subtracting([0]).sorted()
    companionSets = ([0] + sets).map { TimeCompanions(rawValue: $0) }
    let indices = Dictionary(uniqueKeysWithValues: zip(companionSets.map(\.rawValue), UInt8(0)...))
    var capacity = 64
    while capacity < words.count * 4 { capacity *= 2 }
    mask = capacity - 1
    hashes = Array(repeating: 0, count: capacity)
    entries = Array(repeating: Entry(), count: capacity)
    for word in words {
      var slot = Int(word.hash) & mask
      while hashes[slot] != 0 { slot = (slot + 1) & mask }
      hashes[slot] = word.hash
      entries[slot] = Entry(
        kind: word.kind, value: word.value, startsName: firstWords[word.hash] ?? 0,
        companionSet: indices[roles[word.hash]?.rawValue ?? 0] ?? 0)
    }
  }

  private static func rows(ofFile file: String) -> [[Slice<UnsafeBufferPointer<UInt8>>]] {
    guard let text = EmbeddedText.file(file) else { return [] }
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.split(separator: UInt8(ascii: "\n"))
      .filter { $0.first != UInt8(ascii: "#") }
      .map { $0.split(separator: UInt8(ascii: "\t")) }
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

  /// What is known of the word with that hash; of class `none` when it is not in the table.
  @inline(__always)
  func look(up hash: UInt32) -> Entry {
    var slot = Int(hash) & mask
    while hashes[slot] != 0 {
      if hashes[slot] == hash { return entries[slot] }
      slot = (slot + 1) & mask
    }
    return Entry()
  }
}
