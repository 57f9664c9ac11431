extension SentenceNameReader {
  /// Reads what begins at an atom; returns one past it, or the atom itself when nothing does.
  mutating func readName(_ at: Int) -> Int {
    if atoms[at].isSymbol { return at }
    if let end = readDeclared(at) { return end }
    if let end = readWeapon(at) { return end }
    guard isNameLike(at) else {
      // Names that begin with a small letter: "al-Qaeda", "the Hague".
      guard !atoms[at].isNumber, let match = known(at: at), match.end > at + 1 else { return at }
      emit(match)
      return match.end
    }
    var end = runEnd(at)
    if let match = known(at: at), match.end > end { end = match.end }
    return readRun(at, end)
  }

  private mutating func readDeclared(_ at: Int) -> Int? {
    guard !declared.isEmpty else { return nil }
    var found: [PhraseMatch] = []
    declared.matches(atoms, at: at, ignoringCase: isAllCapitals, into: &found)
    guard let best = found.max(by: { $0.end < $1.end }) else { return nil }
    var draft = NameDraft(
      atoms: best.begin..<best.end, name: best.begin..<best.end,
      kind: declaredKeys[best.row].kind, key: declaredKeys[best.row].key)
    draft.isDeclared = true
    draft.country = country(of: draft.key)
    if draft.kind == .person { attachOffice(&draft) }
    drafts.append(draft)
    return best.end
  }

  /// Splits a run of name-like atoms into nationality, office, titles and what they belong to.
  private mutating func readRun(_ start: Int, _ runEnd: Int) -> Int {
    var position = start
    var end = runEnd
    var title: OfficeRank?
    var titleStart = -1
    while position < end {
      if let match = known(at: position) {
        let composite = compositeEnd(from: position, runEnd: end, known: match)
        if let composite { return emitComposite(position, composite) }
        if !looksLikePerson(match, end), !isHyphenated(match, end) {
          emit(match)
          position = match.end
          title = nil
          if position > end { return position }
          // "Pak-Russia", "Sino-Indian": what follows is read as a name of its own.
          continue
        }
      } else if let composite = compositeEnd(from: position, runEnd: end, known: nil) {
        return emitComposite(position, composite)
      }
      // "Moon Jae-in" has a small letter after its hyphen.
      if let leader = longest(.leader, at: position), leader.end >= end {
        return readUnknown(position, leader.end, title: title, titleStart: titleStart)
      }
      if let combining = longest(.combining, at: position), combining.end < atoms.count,
        atoms[combining.end].separator == .hyphen
      {
        emit(combining)
        position = combining.end
        continue
      }
      if officeEnd[position] > position {
        let after = officeEnd[position]
        if titleStart < 0 { titleStart = position }
        title = higher(title, officeRank[after] ?? .other)
        if after >= end, let more = runAfterOffice(after) { end = more }
        position = after
        continue
      }
      let rank = longest(.militaryRank, at: position)
      // "Foreign Minister Don Silva": after an office the word is a given name.
      let honorific =
        title != nil && flags[position].contains(.givenName)
        ? nil : longest(.honorific, at: position)
      if let match = [rank, honorific].compactMap({ $0 }).max(by: { $0.end < $1.end }),
        match.end < end || runAfterOffice(match.end) != nil
      {
        if match.end >= end, let more = runAfterOffice(match.end) { end = more }
        if titleStart < 0 { titleStart = position }
        title = higher(title, gazetteer.rank(ofOffice: match.row))
        position = match.end
        continue
      }
      if let qualifier = longest(.qualifier, at: position), qualifier.end < end,
        officeEnd[qualifier.end] > 0 || longest(.portfolio, at: qualifier.end) != nil
      {
        if titleStart < 0 { titleStart = position }
        position = qualifier.end
        continue
      }
      // "*Landlocked* Ethiopia", "*Ruling* Kenya African National Union": a common word that
      // stands in capitals because it opens the sentence.
      if title == nil, opensSentence(position), position + 1 < end,
        !flags[position].contains(.givenName), atoms[position + 1].separator == .space,
        known(at: position + 1) != nil || officeEnd[position + 1] > position + 1
      {
        position += 1
        continue
      }
      return readUnknown(position, end, title: title, titleStart: titleStart)
    }
    return max(end, start + 1)
  }

  /// Whether a capital says nothing because a sentence begins with the word, which is no name by
  /// its tag or by the rest of the document.
  private func opensSentence(_ position: Int) -> Bool {
    guard isSentenceStart(position), !isAllCapitals else { return false }
    return hasTags && tags[position] != .properNoun || smallWords.contains(atoms[position].hash)
  }

  private func higher(_ left: OfficeRank?, _ right: OfficeRank) -> OfficeRank {
    guard let left else { return right }
    let order = OfficeRank.allCases
    let first = order.firstIndex(of: left) ?? 0
    let second = order.firstIndex(of: right) ?? 0
    return first <= second ? left : right
  }

  /// The end of the run that goes on after a title with a point or a small-letter office.
  private func runAfterOffice(_ position: Int) -> Int? {
    guard position < atoms.count, !atoms[position].isSymbol,
      atoms[position].separator != .apostrophe
    else { return nil }
    if isNameLike(position) { return runEnd(position) }
    // In capitals without tags the words after a title are its bearer's.
    guard isAllCapitals, !hasTags, atoms[position].isCapitalised,
      !flags[position].contains(.notName), officeEnd[position] == 0
    else { return nil }
    var end = position + 1
    while end < atoms.count, end < position + 3, !atoms[end].isSymbol,
      !flags[end].contains(.notName), atoms[end].separator == .space,
      flags[end].contains(.givenName)
    {
      end += 1
    }
    return end
  }

  /// Whether the match is rather the first part of a person's name: "Jordan Peele", "Chad Smith".
  private func looksLikePerson(_ match: PhraseMatch, _ end: Int) -> Bool {
    guard match.end == match.begin + 1, match.end < end else { return false }
    switch match.kind {
    case .country, .place, .metonym, .organisation: break
    default: return false
    }
    guard flags[match.begin].contains(.givenName) || isWeak(match) else { return false }
    let next = match.end
    if known(at: next) != nil, !flags[next].contains(.givenName) { return false }
    return officeEnd[next] == 0 && atoms[next].separator != .hyphen
      && longest(.militaryRank, at: next) == nil && longest(.honorific, at: next) == nil
  }

  /// Whether a known place is only the first part of an unknown one: "*Bor*-Dobo".
  private func isHyphenated(_ match: PhraseMatch, _ end: Int) -> Bool {
    match.kind == .place && match.end < end && atoms[match.end].separator == .hyphen
      && known(at: match.end) == nil && officeEnd[match.end] == 0
  }

  func isWeak(_ match: PhraseMatch) -> Bool {
    switch match.kind {
    case .place, .facility: gazetteer.isWeakPlace[match.row]
    case .country: match.end == match.begin + 1 && flags[match.begin].contains(.givenName)
    default: false
    }
  }

  /// Adds the draft of a phrase of the reference data.
  mutating func emit(_ match: PhraseMatch) {
    let range = match.begin..<match.end
    var draft = NameDraft(atoms: range, name: range, kind: nil, key: .country(match.row))
    switch match.kind {
    case .country, .people:
      draft.kind = .country
    case .adjective, .combining:
      draft.kind = .nationality
    case .metonym:
      draft.kind = .place
      draft.actsFor = gazetteer.countries.text(match.row, Gazetteer.CountryColumn.name)
      draft.key = .text(text(range))
      draft.country = draft.actsFor
    case .organisation:
      draft.kind = .organisation
      draft.key = .organisation(match.row)
      draft.detail = gazetteer.organisations.text(match.row, 1)
    case .sharedOrganisation:
      draft.kind = .organisation
      draft.key = .organisation(match.row)
      draft.detail = gazetteer.organisations.text(match.row, 1)
      draft.isShared = true
      if let owner = possessor(before: match.begin) ?? countryOf(match.end) {
        draft.isShared = false
        if owner != country(of: draft.key) { draft.key = .text(text(range)) }
        draft.country = owner
      }
    case .place:
      draft.kind = .place
      draft.key = .place(match.row)
      if let metonym = longest(.metonym, at: match.begin), metonym.end == match.end {
        draft.actsFor = gazetteer.countries.text(metonym.row, Gazetteer.CountryColumn.name)
      }
    case .placeAdjective:
      // "Kashmiri" says of what, not where: the country behind the place is what acts.
      draft.kind = .nationality
      draft.key = .place(match.row)
    case .facility:
      draft.kind = .facility
      draft.key = .place(match.row)
    case .weaponName:
      draft.kind = .weapon
      draft.key = .text(text(range))
      draft.detail = gazetteer.weapons.text(match.row, 2)
      draft.country = gazetteer.weapons.text(match.row, 3)
      if draft.country?.isEmpty ?? false { draft.country = nil }
    default: return
    }
    if draft.country == nil { draft.country = country(of: draft.key) }
    if draft.kind == .place { extendToHead(&draft) }
    draft.isWeak = isWeak(match)
    draft.followsPreposition = follows(NameWords.directions, match.begin)
    draft.acronym = acronym(after: match.end)
    drafts.append(draft)
  }

  /// "Antioquia *department*", "Swat *valley*": the head belongs to the mention, not to the name.
  private func extendToHead(_ draft: inout NameDraft) {
    let next = draft.atoms.upperBound
    guard next < atoms.count, atoms[next].separator == .space, let head = longest(.body, at: next),
      gazetteer.headClass[head.row] == .place
    else { return }
    draft.atoms = draft.atoms.lowerBound..<head.end
  }

  /// The country of a row, nil when there is none.
  func country(of key: NameKey) -> String? {
    let name: String
    switch key {
    case .country(let row): name = gazetteer.countries.text(row, 0)
    case .organisation(let row): name = gazetteer.organisations.text(row, 2)
    case .place(let row): name = gazetteer.places.text(row, 2)
    default: return nil
    }
    return name.isEmpty ? nil : name
  }

  /// Whether the word before an atom, articles left out, is one of a set.
  func follows(_ words: Set<UInt64>, _ position: Int) -> Bool {
    var before = position - 1
    if before >= 0, atoms[before].hash == NameWords.the { before -= 1 }
    return before >= 0 && !atoms[before].isSymbol && words.contains(atoms[before].hash)
  }

  /// The acronym in brackets after an atom: "Shanghai Cooperation Organisation(SCO)".
  func acronym(after position: Int) -> String? {
    guard position + 2 < atoms.count else { return nil }
    let isRound = atoms[position].hash == NameAtomScanner.symbolHash(UInt8(ascii: "("))
    let isSquare = atoms[position].hash == NameAtomScanner.symbolHash(UInt8(ascii: "["))
    guard isRound || isSquare else { return nil }
    let closing = NameAtomScanner.symbolHash(UInt8(ascii: isRound ? ")" : "]"))
    var end = position + 1
    while end < atoms.count, end < position + 9, !atoms[end].isSymbol, atoms[end].isUpperCase {
      end += 1
    }
    guard end > position + 1, end < atoms.count, atoms[end].hash == closing else { return nil }
    let found = text(position + 1..<end)
    return found.utf8.count >= 2 && found.utf8.count <= 12 ? found : nil
  }
}
