import TimelineIngest

/// A small generator that gives the same numbers in every run (SplitMix64).
struct Chance {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 up to but without 1.
  mutating func unit() -> Float { Float(next() >> 40) / Float(1 << 24) }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }

  mutating func shuffle<Element>(_ array: inout [Element]) {
    var index = array.count - 1
    while index > 0 {
      array.swapAt(index, below(index + 1))
      index -= 1
    }
  }
}

/// The treebank as the trainers read it: shapes, classes, heads and relations as numbers.
struct TrainingData {
  /// One sentence, or a copy of it in other case.
  struct Example {
    var shapes: [WordShape]
    var tokens: [Token]
    var classes: [UInt8]
    /// Which of the folds of the jackknife it is in; copies go with their original.
    var fold: Int
    /// Whether it is a further copy, which makes no word commoner than it is.
    var isRepeated: Bool
  }

  /// Tag and morphology of each class.
  var classes: [(UniversalTag, Morphology)] = []
  var examples: [Example] = []

  /// The sentences once and those of the program's own kind of text `copies` times; copies stay in
  /// one fold, so that no tag is learned from the sentence it is given to.
  init(
    sentences: [TreebankSentence], own: [TreebankSentence] = [], copies: Int = 1, seed: UInt64
  ) {
    readClasses(sentences)
    var chance = Chance(seed: seed &+ 17)
    for (number, sentence) in sentences.enumerated() { append(sentence, fold: number, &chance) }
    for copy in 0..<copies {
      for (number, sentence) in own.enumerated() {
        append(sentence, fold: number, isRepeated: copy > 0, &chance)
      }
    }
  }

  private mutating func append(
    _ sentence: TreebankSentence, fold: Int, isRepeated: Bool = false, _ chance: inout Chance
  ) {
    append(sentence, text: sentence.text, fold: fold, isRepeated: isRepeated)
    // Copies in capitals and in small letters make the model firm in headlines and old wire
    // copy, where case says nothing.
    let draw = chance.unit()
    if draw < 0.12 {
      append(sentence, text: sentence.text.map(Self.upper), fold: fold, isRepeated: isRepeated)
    } else if draw < 0.16 {
      append(sentence, text: sentence.text.map(Self.lower), fold: fold, isRepeated: isRepeated)
    }
  }

  private static func upper(_ byte: UInt8) -> UInt8 { byte &- 0x61 < 26 ? byte & 0xDF : byte }
  private static func lower(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  private mutating func append(
    _ source: TreebankSentence, text: [UInt8], fold: Int, isRepeated: Bool
  ) {
    let shapes = text.withUnsafeBufferPointer { WordShape.shapes(of: source.sentence, in: $0) }
    examples.append(
      Example(
        shapes: shapes, tokens: source.sentence.tokens,
        classes: source.sentence.tokens.map { (token: Token) -> UInt8 in
          UInt8(classNumber(of: token))
        }, fold: fold, isRepeated: isRepeated))
  }

  private mutating func readClasses(_ sentences: [TreebankSentence]) {
    var counts: [UInt32: Int] = [:]
    for sentence in sentences {
      for token in sentence.sentence.tokens {
        counts[Self.key(token.tag, token.features), default: 0] += 1
      }
    }
    let kept = counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(Tagger.maximumClasses).filter { $0.value >= 8 }
    classes = kept.map { (entry: (key: UInt32, value: Int)) -> (UniversalTag, Morphology) in
      (
        UniversalTag(rawValue: UInt8(entry.key & 0xFF)) ?? .other,
        Morphology(rawValue: entry.key >> 8)
      )
    }
  }

  private static func key(_ tag: UniversalTag, _ morphology: Morphology) -> UInt32 {
    UInt32(tag.rawValue) | morphology.rawValue << 8
  }

  /// The class of a token; a rare morphology counts as the commonest of its tag.
  private func classNumber(of token: Token) -> Int {
    classes.firstIndex { $0 == (token.tag, token.features) }
      ?? classes.firstIndex { $0.0 == token.tag } ?? 0
  }

  /// The share of classes that are right.
  func accuracy(of guesses: [[UInt8]]) -> Double {
    var right = 0
    var all = 0
    for (example, guess) in zip(examples, guesses) {
      for (gold, own) in zip(example.classes, guess) {
        all += 1
        if gold == own { right += 1 }
      }
    }
    return Double(right) / Double(max(all, 1))
  }

  /// The model's table of classes.
  func classSection() -> (LanguageModel.Section, count: Int, bytes: [UInt8]) {
    var bytes: [UInt8] = []
    for (tag, morphology) in classes {
      bytes.append(word: UInt32(tag.rawValue))
      bytes.append(word: morphology.rawValue)
    }
    return (.classes, classes.count, bytes)
  }
}

extension [UInt8] {
  /// Appends a number as four little-endian bytes.
  mutating func append(word: UInt32) {
    Swift.withUnsafeBytes(of: word.littleEndian) { append(contentsOf: $0) }
  }
}

/// An open-addressing table from hashes to numbers, in the form that the model file has.
struct HashTable {
  private(set) var slots: [UInt64]
  private(set) var count = 0

  init(capacity: Int) {
    var size = 16
    while size * 4 < capacity * 5 { size *= 2 }
    slots = Array(repeating: 0, count: size)
  }

  subscript(key: UInt32) -> UInt32? {
    var slot = Int(key) & (slots.count - 1)
    while slots[slot] != 0 {
      if UInt32(truncatingIfNeeded: slots[slot]) == key { return UInt32(slots[slot] >> 32) }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Sets a key that may be there; a slot of all zeros is free, so number 0 of key 0 is refused.
  mutating func set(_ key: UInt32, _ value: UInt32) {
    guard key != 0 else { return }
    if count * 5 >= slots.count * 4 { grow() }
    var slot = Int(key) & (slots.count - 1)
    while slots[slot] != 0, UInt32(truncatingIfNeeded: slots[slot]) != key {
      slot = (slot + 1) & (slots.count - 1)
    }
    if slots[slot] == 0 { count += 1 }
    slots[slot] = UInt64(value) << 32 | UInt64(key)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: 0, count: old.count * 2)
    count = 0
    for pair in old where pair != 0 {
      set(UInt32(truncatingIfNeeded: pair), UInt32(pair >> 32))
    }
  }

  var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(slots.count * 8)
    for pair in slots {
      Swift.withUnsafeBytes(of: pair.littleEndian) { result.append(contentsOf: $0) }
    }
    return result
  }
}
