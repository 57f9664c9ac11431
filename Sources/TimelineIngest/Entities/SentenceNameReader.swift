/// Finds the names of one sentence: phrases of the reference data, and runs of capitalised words
/// that titles, given names, heads ("University", "River") or prepositions explain.
///
/// EXAMPLE: "Kenyan Foreign Minister Amina Mohamed" → nationality Kenya; person, office
/// "Foreign Minister", country Kenya.
/// EXAMPLE: "the Chilean Academy of Sciences" → organisation, country Chile.
/// EXAMPLE: "talks in Antofagasta" → place Antofagasta, Chile.
/// NOT: "On Monday The March began": no names.
struct SentenceNameReader {
  let gazetteer: Gazetteer
  /// Names that people declared, with what each means.
  let declared: PhraseTable
  let declaredKeys: [(key: NameKey, kind: EntityKind?)]
  let bytes: UnsafeBufferPointer<UInt8>

  var atoms: [NameAtom] = []
  var tags: [UniversalTag] = []
  var hasTags = false
  var isAllCapitals = false
  var drafts: [NameDraft] = []
  var matches: [PhraseMatch] = []
  /// For each atom the first of the matches that begin there; one more at the end.
  var matchStart: [Int] = []
  /// For each atom one past the office that begins there, or 0.
  var officeEnd: [Int] = []
  /// For each atom the first of the office that ends before it, or -1.
  var officeStart: [Int] = []
  /// For each atom the rank of the office that ends before it.
  var officeRank: [OfficeRank?] = []
  var flags: [AtomFlags] = []
  /// Words that the document also writes in small letters, by hash.
  var smallWords = SmallWordSet()

  /// For each atom the draft that it is in, or -1; made after the names are read.
  var draftAt: [Int32] = []

  /// No name is longer; a page of capitals is not one run.
  static let longestRun = 24

  /// What single-atom phrases say of an atom.
  struct AtomFlags: OptionSet, Sendable {
    let rawValue: UInt8
    static let givenName = AtomFlags(rawValue: 1)
    static let notName = AtomFlags(rawValue: 2)
    static let inner = AtomFlags(rawValue: 4)
    static let phrase = AtomFlags(rawValue: 8)
  }

  init(
    gazetteer: Gazetteer, declared: PhraseTable,
    declaredKeys: [(key: NameKey, kind: EntityKind?)], bytes: UnsafeBufferPointer<UInt8>
  ) {
    self.gazetteer = gazetteer
    self.declared = declared
    self.declaredKeys = declaredKeys
    self.bytes = bytes
  }

  /// Remembers the small-letter words of a text.
  mutating func learnSmallWords(of sentences: [SentenceTree]) {
    for sentence in sentences {
      atoms.removeAll(keepingCapacity: true)
      NameAtomScanner.scan(bytes, sentence.range, into: &atoms)
      for atom in atoms where !atom.isCapitalised && !atom.isSymbol && !atom.isNumber {
        smallWords.insert(atom.hash)
      }
    }
  }

  /// Reads one sentence; its drafts are in `drafts` afterwards, its atoms in `atoms`.
  mutating func read(_ sentence: SentenceTree) {
    drafts.removeAll(keepingCapacity: true)
    atoms.removeAll(keepingCapacity: true)
    NameAtomScanner.scan(bytes, sentence.range, into: &atoms)
    number(sentence.tokens)
    guard atoms.contains(where: { $0.isCapitalised }) else { return }
    isAllCapitals = looksAllCapital()
    findPhrases()
    findOffices()
    var at = 0
    while at < atoms.count { at = max(at + 1, readName(at)) }
    guard !drafts.isEmpty else { return }
    indexDrafts()
    shareTitles()
    readAppositions()
    readDescriptions()
    drafts.sort {
      ($0.name.lowerBound, $0.name.upperBound) < ($1.name.lowerBound, $1.name.upperBound)
    }
  }

  private mutating func indexDrafts() {
    draftAt.removeAll(keepingCapacity: true)
    draftAt.append(contentsOf: repeatElement(-1, count: atoms.count))
    for (index, draft) in drafts.enumerated() {
      for atom in draft.atoms { draftAt[atom] = Int32(index) }
    }
  }

  /// The draft that an atom is in.
  func draft(at atom: Int) -> NameDraft? {
    guard atom < draftAt.count, draftAt[atom] >= 0 else { return nil }
    return drafts[Int(draftAt[atom])]
  }

  private mutating func number(_ tokens: [Token]) {
    tags.removeAll(keepingCapacity: true)
    hasTags = false
    var token = 0
    for position in atoms.indices {
      while token + 1 < tokens.count, tokens[token].end <= atoms[position].begin { token += 1 }
      atoms[position].token = Int32(token)
      let tag = tokens.isEmpty ? UniversalTag.other : tokens[token].tag
      if tag != .other { hasTags = true }
      tags.append(tag)
    }
  }

  private func looksAllCapital() -> Bool {
    var upper = 0
    var lower = 0
    for atom in atoms where !atom.isSymbol && !atom.isNumber {
      if atom.isUpperCase { upper += Int(atom.length) } else { lower += Int(atom.length) }
    }
    return upper >= 8 && lower * 8 <= upper
  }

  private mutating func findPhrases() {
    matches.removeAll(keepingCapacity: true)
    matchStart.removeAll(keepingCapacity: true)
    flags.removeAll(keepingCapacity: true)
    for position in atoms.indices {
      let start = matches.count
      matchStart.append(start)
      var flag: AtomFlags = []
      if !atoms[position].isSymbol {
        gazetteer.phrases.matches(
          atoms, at: position, ignoringCase: isAllCapitals, into: &matches)
        for match in matches[start...] {
          switch match.kind {
          case .givenName: if match.end == position + 1 { flag.insert(.givenName) }
          case .notName:
            flag.insert(.notName)
            if !gazetteer.notNames.isEmpty(match.row, 1) { flag.insert(.inner) }
          case .country, .adjective, .people, .metonym, .organisation, .sharedOrganisation,
            .place, .placeAdjective, .facility, .honorific, .militaryRank, .leader, .leaderAlone:
            flag.insert(.phrase)
          default: break
          }
        }
      }
      flags.append(flag)
    }
    matchStart.append(matches.count)
  }

  private mutating func findOffices() {
    officeEnd = Array(repeating: 0, count: atoms.count)
    officeStart = Array(repeating: -1, count: atoms.count + 1)
    officeRank = Array(repeating: nil, count: atoms.count + 1)
    for position in atoms.indices {
      var end = 0
      var row = -1
      var portfolioEnd = 0
      for match in matches[matchStart[position]..<matchStart[position + 1]] {
        if match.kind == .office, match.end > end { (end, row) = (match.end, match.row) }
        if match.kind == .portfolio, match.end > portfolioEnd { portfolioEnd = match.end }
      }
      // "water resources minister", "trade and industry secretary": portfolio, then the office.
      if portfolioEnd > 0 {
        var next = portfolioEnd
        if next + 1 < atoms.count, atoms[next].hash == NameWords.and,
          let second = longest(.portfolio, at: next + 1)
        {
          next = second.end
        }
        if next < atoms.count, let head = longest(.office, at: next), head.end > end,
          gazetteer.rank(ofOffice: head.row) != .other
        {
          (end, row) = (head.end, head.row)
        }
      }
      guard end > position else { continue }
      if let behind = endOfPortfolio(after: end) { end = behind }
      officeEnd[position] = end
      if officeStart[end] < 0 {
        officeStart[end] = position
        officeRank[end] = gazetteer.rank(ofOffice: row)
      }
    }
  }

  /// "Secretary *of National Defense*", "Minister *for Trade and Industry*": one past the portfolio
  /// that an office is for, or nil.
  private func endOfPortfolio(after end: Int) -> Int? {
    guard end + 1 < atoms.count, atoms[end].separator == .space,
      atoms[end].hash == NameWords.of || atoms[end].hash == NameWords.forWord
    else { return nil }
    let start = atoms[end + 1].hash == NameWords.the ? end + 2 : end + 1
    guard start < atoms.count, let portfolio = longest(.portfolio, at: start) else { return nil }
    let next = portfolio.end
    if next + 1 < atoms.count, atoms[next].hash == NameWords.and,
      let second = longest(.portfolio, at: next + 1)
    {
      return second.end
    }
    return next
  }

  /// The longest match of a kind that begins at an atom.
  func longest(_ kind: PhraseKind, at position: Int) -> PhraseMatch? {
    var best: PhraseMatch?
    for match in matches[matchStart[position]..<matchStart[position + 1]]
    where match.kind == kind && match.end > (best?.end ?? 0) {
      best = match
    }
    return best
  }

  /// The name of the reference data that begins at an atom: the longest, a country before a body
  /// before a place.
  func known(at position: Int) -> PhraseMatch? {
    var best: PhraseMatch?
    var bestOrder = 0
    for match in matches[matchStart[position]..<matchStart[position + 1]] {
      let order: Int
      switch match.kind {
      case .country: order = 9
      case .adjective: order = 8
      case .people: order = 7
      case .organisation: order = 6
      case .sharedOrganisation: order = 6
      case .place: order = 5
      case .metonym: order = 4
      case .facility: order = 3
      case .weaponName: order = 2
      case .placeAdjective: order = 1
      default: continue
      }
      if match.kind == .organisation || match.kind == .sharedOrganisation, isAllCapitals,
        match.end == position + 1,
        NameWords.capitalWords.contains(atoms[position].hash)
      {
        continue
      }
      if match.kind == .country, isAllCapitals, match.end == position + 1,
        NameWords.capitalWords.contains(atoms[position].hash),
        position == 0 || atoms[position - 1].hash != NameWords.the
      {
        continue
      }
      // "US$500 million", "US $ 500 million": money.
      if match.end < atoms.count, match.kind != .place,
        atoms[match.end].hash == NameAtomScanner.symbolHash(UInt8(ascii: "$"))
      {
        continue
      }
      // "Pakistan army chief": the office is longer than the body's name.
      if match.end > position + 1, cutsOffice(match) { continue }
      if match.end > (best?.end ?? 0) || match.end == best?.end && order > bestOrder {
        best = match
        bestOrder = order
      }
    }
    return best
  }

  private func cutsOffice(_ match: PhraseMatch) -> Bool {
    for inner in match.begin + 1..<match.end
    where officeEnd[inner] > match.end && officeEnd[inner] > inner + 1 {
      return true
    }
    return false
  }

  /// Whether an atom can be part of a name.
  func isNameLike(_ position: Int) -> Bool {
    let atom = atoms[position]
    guard !atom.isSymbol, atom.isCapitalised, !atom.isNumber else { return false }
    let flag = flags[position]
    if isInitial(position) { return true }
    if isAllCapitals {
      if flag.contains(.notName) { return false }
      if flag.contains(.phrase) || flag.contains(.givenName) { return true }
      if hasTags {
        if tags[position] == .properNoun { return true }
        // A surname the tagger takes for a noun: what follows a given name belongs to it.
        return position > 0 && flags[position - 1].contains(.givenName)
          && atom.separator != .none && officeEnd[position] == 0
          && [.noun, .adjective, .other].contains(tags[position])
          && longest(.body, at: position) == nil && longest(.weaponKind, at: position) == nil
      }
      // Without tags only a surname after a given name can be told from any other word.
      return position > 0 && flags[position - 1].contains(.givenName) && officeEnd[position] == 0
        && atom.separator == .space
    }
    if flag.contains(.notName) {
      // "US", "WHO", "IS": an acronym of the reference data, not the small word.
      if atom.isUpperCase, atom.length > 1, flag.contains(.phrase) { return true }
      guard flag.contains(.inner), !isSentenceStart(position) else { return false }
      return position + 1 < atoms.count && atoms[position + 1].isCapitalised
        || position > 0 && atoms[position - 1].isCapitalised
          && !flags[position - 1].contains(.notName)
    }
    // A first word without any sign of a name may still be one that the document knows.
    return true
  }

  /// Whether an atom is an initial rather than an article or a pronoun.
  ///
  ///     "A.H. Mahmood Ali", "I. Karimov"
  private func isInitial(_ position: Int) -> Bool {
    guard atoms[position].length == 1, atoms[position].isUpperCase, position + 1 < atoms.count,
      atoms[position + 1].separator == .point, atoms[position + 1].isCapitalised
    else { return false }
    let next = position + 1
    if atoms[next].length == 1 { return atoms[next].begin == atoms[position].end + 1 }
    // "Plan A. Karim said": the letter ends a sentence or names a plan.
    let followsName = position > 0 && atoms[position - 1].isCapitalised
    return !flags[next].contains(.notName)
      && (!followsName || atoms[position].separator == .point)
  }

  /// Whether nothing but quotation marks and brackets stands before an atom.
  func isSentenceStart(_ position: Int) -> Bool {
    var before = position - 1
    while before >= 0, atoms[before].isSymbol { before -= 1 }
    if before < 0 { return true }
    guard position > 0, atoms[position - 1].isSymbol else { return false }
    // After a colon or an opening quotation mark a new sentence begins.
    let symbol = atoms[position - 1].hash
    return symbol == NameAtomScanner.symbolHash(UInt8(ascii: ":"))
      || symbol == NameAtomScanner.symbolHash(0x22)
  }

  /// One past the run of name-like atoms that begins at an atom.
  func runEnd(_ start: Int) -> Int {
    var position = start + 1
    while position < atoms.count, position < start + Self.longestRun {
      // "Harper & Sons".
      if atoms[position].hash == NameAtomScanner.symbolHash(UInt8(ascii: "&")),
        position + 1 < atoms.count, isNameLike(position + 1)
      {
        position += 2
        continue
      }
      guard joins(position) else { break }
      if isNameLike(position) || isHyphenatedPart(position, from: start) {
        position += 1
        continue
      }
      var next = position
      while next < atoms.count, next < position + 3, NameWords.particles.contains(atoms[next].hash),
        joins(next), atoms[next].separator != .point
      {
        next += 1
      }
      if next > position, next < atoms.count, joins(next), atoms[next].separator != .point,
        isNameLike(next),
        !flags[next].contains(.notName)
      {
        position = next + 1
        continue
      }
      break
    }
    return position
  }

  /// "Lim *Soo-min*", "Abdel *Fattah al-Sisi*": a short word in small letters behind the hyphen of
  /// a name's second word.
  private func isHyphenatedPart(_ position: Int, from start: Int) -> Bool {
    let atom = atoms[position]
    return position >= start + 2 && atom.separator == .hyphen && !atom.isCapitalised
      && !atom.isNumber && atom.length <= 6 && atoms[position - 1].length <= 6
      && atoms[position - 1].isCapitalised && !atoms[position - 1].isUpperCase
      && known(at: position - 1) == nil && !NameWords.hyphenSuffixes.contains(atom.hash)
  }

  /// Whether an atom can go on the name that the atom before it is in.
  private func joins(_ position: Int) -> Bool {
    let before = atoms[position - 1]
    if atoms[position].isSymbol || before.isSymbol { return false }
    switch atoms[position].separator {
    case .space, .hyphen, .lineBreak: return true
    case .none: return false
    case .point: return before.length <= 4
    case .apostrophe:
      return before.length <= 2 && atoms[position].hash != NameWords.possessive
    }
  }

  /// The text of atoms as it stands in the document, with white space made single.
  func text(_ range: Range<Int>) -> String {
    guard let first = range.first else { return "" }
    var buffer: [UInt8] = []
    let end = extendedEnd(range.upperBound - 1)
    var isSpace = false
    for position in Int(atoms[first].begin)..<end {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x0a || byte == 0x0d || byte == 0x09 {
        isSpace = true
        continue
      }
      if isSpace { buffer.append(0x20) }
      isSpace = false
      buffer.append(byte)
    }
    return String(decoding: buffer, as: UTF8.self)
  }

  /// The last byte of an atom, with the point of an abbreviation ("U.S.", "Jr.").
  func extendedEnd(_ atom: Int) -> Int {
    let end = Int(atoms[atom].end)
    guard atom > 0, end < bytes.count, bytes[end] == UInt8(ascii: ".") else { return end }
    let isInitial = atoms[atom].length == 1 && atoms[atom].separator == .point
    return isInitial || NameWords.abbreviations.contains(atoms[atom].hash) ? end + 1 : end
  }

  /// The country of the dateline that the sentence begins with ("LA PAZ, 10 Sept --"), or nil.
  var datelineCountry: String? {
    guard let first = drafts.first, first.kind == .place, let country = first.country,
      first.name.lowerBound <= 2
    else { return nil }
    let after = first.name.upperBound
    let rest = atoms[after..<min(atoms.count, after + 9)]
    let isCapital = first.name.allSatisfy { atoms[$0].isUpperCase } && !isAllCapitals
    let hasDash = rest.contains { $0.isSymbol && $0.hash == NameAtomScanner.dash }
    return isCapital || hasDash ? country : nil
  }
}
