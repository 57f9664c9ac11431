/// What the model of event types sees of a word: itself, its company in the clause, and the other
/// words of its sentence, each as a 32-bit hash.
///
///     "Kenya *inked* a pact in Doha"
///     word ink · word+tag ink/verb · obj pact · obj class treaty · word+obj ink/pact · subj country …
///
/// Hashes are of names and dictionary forms, never of positions in a table, so that a lexicon may
/// grow without making a trained model useless.
struct TypeFeatures {
  private let sentence: SentenceReading
  private let lexicon: EventLexicon
  private let heads: ContentHeads
  private let finder: TriggerFinder
  /// The hash of the dictionary form of each token.
  private let lemmas: [UInt32]
  /// Features that all words of the sentence share, sorted, each once.
  let shared: [UInt32]

  init(sentence: SentenceReading, lexicon: EventLexicon, finder: TriggerFinder) {
    self.sentence = sentence
    self.lexicon = lexicon
    self.finder = finder
    heads = ContentHeads(sentence: sentence, lexicon: lexicon)
    lemmas = (0..<sentence.count).map { token in
      sentence.timeAt[token] >= 0
        ? Self.hash("<time>") : Self.hash(Self.lemma(of: token, sentence, lexicon))
    }
    var shared: [UInt32] = []
    for token in 0..<sentence.count where sentence.timeAt[token] < 0 {
      switch sentence.tag(token) {
      case .noun, .verb, .adjective: shared.append(Self.join(Slot.sentence, lemmas[token]))
      default: break
      }
      for name in Self.classes(of: sentence.forms[token].noun, lexicon) {
        shared.append(Self.join(Slot.sentenceClass, name))
      }
    }
    for name in sentence.names {
      for kind in Self.kinds(of: name) { shared.append(Self.join(Slot.sentenceKind, kind)) }
    }
    self.shared = Array(Set(shared)).sorted()
  }

  /// Where a feature was seen; the numbers are part of the model's format.
  private enum Slot {
    static let word: UInt32 = 1
    static let tag: UInt32 = 2
    static let ending: UInt32 = 3
    static let particle: UInt32 = 4
    static let voice: UInt32 = 5
    static let relation: UInt32 = 6
    static let subject: UInt32 = 10
    static let object: UInt32 = 11
    static let modifier: UInt32 = 12
    static let possessor: UInt32 = 13
    static let complement: UInt32 = 14
    static let predicate: UInt32 = 15
    static let governor: UInt32 = 16
    static let support: UInt32 = 17
    static let oblique: UInt32 = 18
    static let next: UInt32 = 20
    static let previous: UInt32 = 21
    static let near: UInt32 = 22
    static let row: UInt32 = 30
    static let objectRow: UInt32 = 31
    static let subjectRow: UInt32 = 32
    static let rows: UInt32 = 33
    static let obliqueRow: UInt32 = 34
    static let sentence: UInt32 = 40
    static let sentenceKind: UInt32 = 41
    static let sentenceClass: UInt32 = 42
    static let bias: UInt32 = 50
  }

  /// The features of a word with its company and those that its sentence shares, each once.
  func hashes(of candidate: TriggerCandidate) -> [UInt32] { ownHashes(of: candidate) + shared }

  /// The features of a word with its company, each once.
  func ownHashes(of candidate: TriggerCandidate) -> [UInt32] {
    let token = candidate.token
    let clause = candidate.clause
    let word = lemmas[token]
    var found = Found(word: word)
    found.add(Slot.bias, candidate.isVerb ? 1 : 2)
    found.add(Slot.word, word)
    found.add(Slot.tag, Self.join(word, UInt32(sentence.tag(token).rawValue)))
    found.add(Slot.ending, Self.hash(String(sentence.lower[token].suffix(4))))
    found.addBoth(Slot.relation, UInt32(sentence.relation(token).rawValue))
    if candidate.isVerb { found.addBoth(Slot.voice, clause.isPassive ? 2 : 1) }
    if let particle = clause.particle { found.addBoth(Slot.particle, Self.hash(particle)) }
    for subject in clause.subjects.prefix(4) { describe(subject, Slot.subject, &found) }
    for object in clause.objects.prefix(4) { describe(object, Slot.object, &found) }
    for modifier in clause.modifiers.prefix(6) { describe(modifier, Slot.modifier, &found) }
    for possessor in clause.possessors.prefix(2) { describe(possessor, Slot.possessor, &found) }
    for predicate in clause.predicates.prefix(2) { describe(predicate, Slot.predicate, &found) }
    for complement in clause.complements.prefix(2) {
      found.addBoth(Slot.complement, lemmas[complement])
    }
    for oblique in clause.obliques.prefix(6) {
      let slot = Self.join(Slot.oblique, Self.hash(oblique.preposition))
      found.addBoth(slot, 0)
      describe(oblique.token, slot, &found)
    }
    if let support = clause.supportVerb { found.addBoth(Slot.support, lemmas[support]) }
    let head = sentence.head(token)
    if head >= 0 {
      let relation = UInt32(sentence.relation(token).rawValue)
      found.add(Slot.governor, Self.join(lemmas[head], relation))
      found.add(Slot.governor, Self.join(Self.join(lemmas[head], relation), word))
    }
    addNeighbours(of: token, &found)
    if let row = candidate.row {
      let type = Self.hash(row.type)
      found.add(Slot.row, type)
      found.add(Slot.row, Self.join(type, row.hints.contains(.weak) ? 2 : 1))
    } else {
      found.add(Slot.row, 0)
    }
    addRows(of: candidate, &found)
    for oblique in clause.obliques.prefix(4) { addRow(of: oblique.token, Slot.obliqueRow, &found) }
    for object in clause.objects.prefix(2) { addRow(of: object, Slot.objectRow, &found) }
    for subject in clause.subjects.prefix(2) { addRow(of: subject, Slot.subjectRow, &found) }
    return found.hashes
  }

  /// The types that the table knows of a word in any company.
  private func addRows(of candidate: TriggerCandidate, _ found: inout Found) {
    let form = sentence.forms[candidate.token]
    let id = candidate.isVerb ? form.verb : form.noun
    guard id >= 0 else { return }
    let rows = candidate.isVerb ? lexicon.verbRows[Int(id)] : lexicon.nounRows[Int(id)]
    for row in rows { found.add(Slot.rows, Self.hash(row.type)) }
  }

  /// The words beside a word and the content words within six of it.
  private func addNeighbours(of token: Int, _ found: inout Found) {
    if token + 1 < sentence.count { found.addBoth(Slot.next, lemmas[token + 1]) }
    if token > 0 { found.addBoth(Slot.previous, lemmas[token - 1]) }
    for other in max(0, token - 6)..<min(sentence.count, token + 7) where other != token {
      switch sentence.tag(other) {
      case .noun, .verb, .adjective, .adverb: found.addBoth(Slot.near, lemmas[other])
      default: break
      }
    }
  }

  /// What fills a slot: its dictionary form, its word classes, its kind of name, with what it counts.
  private func describe(_ token: Int, _ slot: UInt32, _ found: inout Found) {
    guard sentence.timeAt[token] < 0 else { return }
    for content in heads.contents(of: token).prefix(3) {
      let kind = heads.kindWord(of: content)
      found.addBoth(slot, lemmas[kind])
      for name in Self.classes(of: sentence.forms[kind].noun, lexicon) {
        found.addBoth(slot, name)
      }
      if let name = sentence.name(content) {
        for kind in Self.kinds(of: name) { found.addBoth(slot, kind) }
      }
    }
  }

  /// The hashes of the names of a word's classes.
  private static func classes(of word: Int32, _ lexicon: EventLexicon) -> [UInt32] {
    guard word >= 0 else { return [] }
    var rest = lexicon.classes[Int(word)]
    var found: [UInt32] = []
    while rest != 0 {
      found.append(lexicon.classHashes[rest.trailingZeroBitCount])
      rest &= rest - 1
    }
    return found
  }

  private func addRow(of token: Int, _ slot: UInt32, _ found: inout Found) {
    if let row = finder.row(ofNoun: token) { found.addBoth(slot, Self.hash(row.type)) }
  }

  private static func kinds(of name: NamedMention) -> [UInt32] {
    var found: [UInt32] = []
    if name.isWeapon { found.append(hash("<weapon>")) }
    if name.isFacility { found.append(hash("<facility>")) }
    if name.isAdjective { found.append(hash("<nationality>")) }
    if name.office != nil { found.append(hash("<office>")) }
    if name.kinds.contains(.country) { found.append(hash("<country>")) }
    if name.kinds.contains(.person) { found.append(hash("<person>")) }
    if name.kinds.contains(.body) { found.append(hash("<body>")) }
    if name.kinds.contains(.place) { found.append(hash("<place>")) }
    return found
  }

  /// The dictionary form of a token: the lexicon's, else by rule.
  private static func lemma(
    of token: Int, _ sentence: SentenceReading, _ lexicon: EventLexicon
  ) -> String {
    switch sentence.tag(token) {
    case .verb, .auxiliary, .noun, .properNoun: sentence.lemma(of: token, lexicon)
    default: sentence.lower[token]
    }
  }

  /// A 32-bit FNV-1a hash of a text.
  static func hash(_ text: String) -> UInt32 {
    var hash: UInt32 = 0x811c_9dc5
    for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// A hash of two, which depends on their order.
  static func join(_ first: UInt32, _ second: UInt32) -> UInt32 {
    var hash = UInt64(first) << 32 | UInt64(second)
    hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
    hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
    return UInt32(truncatingIfNeeded: hash ^ hash >> 31)
  }

  /// The features found so far, each once.
  private struct Found {
    let word: UInt32
    private(set) var hashes: [UInt32] = []
    /// Those found, in an open-addressing table; 0 is a free place.
    private var table = [UInt32](repeating: 0, count: 512)

    init(word: UInt32) {
      self.word = word
      hashes.reserveCapacity(table.count / 2)
    }

    mutating func add(_ slot: UInt32, _ value: UInt32) {
      let hash = TypeFeatures.join(slot, value)
      guard insert(hash) else { return }
      hashes.append(hash)
      if hashes.count * 2 > table.count {
        table = [UInt32](repeating: 0, count: table.count * 2)
        for known in hashes { _ = insert(known) }
      }
    }

    /// The feature alone and together with the word.
    mutating func addBoth(_ slot: UInt32, _ value: UInt32) {
      add(slot, value)
      add(TypeFeatures.join(slot, 0xffff), TypeFeatures.join(value, word))
    }

    /// Puts a hash into the table; false when it is there.
    private mutating func insert(_ hash: UInt32) -> Bool {
      if hash == 0 { return !hashes.contains(0) }
      let mask = table.count - 1
      var place = Int(hash) & mask
      while table[place] != 0 {
        if table[place] == hash { return false }
        place = (place + 1) & mask
      }
      table[place] = hash
      return true
    }
  }
}
