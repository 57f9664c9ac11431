extension SentenceNameReader {
  /// Reads the rest of a run that the reference data does not know; returns one past it.
  mutating func readUnknown(_ start: Int, _ end: Int, title: OfficeRank?, titleStart: Int) -> Int {
    let range = start..<end
    let isDoubtfulStart =
      isSentenceStart(start) && hasTags && tags[start] != .properNoun && !isAllCapitals
    var draft = NameDraft(atoms: range, name: range, kind: nil, key: .text(text(range)))
    draft.rank = title
    draft.acronym = acronym(after: end)
    let before = start > 0 && atoms[start].separator != .apostrophe ? start : -1
    let hasOfficeBefore = before > 0 && officeStart[before] >= 0
    let isGiven = flags[start].contains(.givenName)
    let isTitled = (title ?? .other) != .other || (officeRank[start] ?? .other) != .other
    let leader = leaderRow(range, isTitled: isTitled)
    let cue = end < atoms.count && NameWords.personCues.contains(atoms[end].hash)
    let lead = follows(NameWords.personLeads, start)
    let inPlace = follows(NameWords.placePrepositions, start)
    let isAcronym = range.allSatisfy { atoms[$0].isUpperCase && atoms[$0].length > 1 }
    let hasInitial = range.dropLast().contains { atoms[$0].length == 1 }
    if title != nil || titleStart >= 0 || hasOfficeBefore {
      draft.kind = .person
      draft.isSurePerson = true
    } else if leader != nil {
      draft.kind = .person
      draft.isSurePerson = true
    } else if range.count >= 2, let head = longest(.body, at: start), head.end == end,
      isChamber(head.row), !isAllCapitals, let country = possessor(before: start)
    {
      // "Kenya's *Supreme Court*" is the Supreme Court of Kenya.
      draft.kind = .organisation
      draft.detail = gazetteer.bodies.text(head.row, 1)
      draft.country = country
      let name = text(range) + " of " + country
      if let known = gazetteer.match(name, kinds: [.organisation]) {
        draft.key = .organisation(known.row)
      } else {
        draft.key = .text(name)
        draft.isComposed = true
      }
    } else if isAcronym && !isAllCapitals || isDoubtfulStart || isNamedThing(range) {
      draft.kind = nil
    } else if range.count >= 2, isGiven || hasInitial {
      draft.kind = .person
      draft.isSurePerson = true
    } else if followsSettlement(start), range.count <= 3 {
      draft.kind = .place
    } else if inPlace, !isGiven, range.count <= 3, isPlaceLike(range) {
      draft.kind = .place
      draft.isWeak = true
    } else if range.count >= 2, range.count <= 4, NameWords.placeStarts.contains(atoms[start].hash),
      !isGiven, !cue
    {
      draft.kind = .place
    } else if range.count <= 2, !isGiven, let country = countryAfterComma(end) {
      // "Antofagasta, Chile": a town and where it lies.
      draft.kind = .place
      draft.country = country
    } else if range.count >= 2, range.count <= 4,
      cue || lead || isProperNoun(range) && !hasSmallWord(range) && !isAllCapitals
    {
      draft.kind = .person
      draft.isSurePerson = cue
    } else if range.count == 1, let head = longest(.body, at: start), head.end == end,
      !isSentenceStart(start) || hasTags, gazetteer.headClass[head.row] == .body, !isAllCapitals
    {
      draft.isBareHead = true
      if isChamber(head.row) { draft.kind = .organisation }
      draft.detail = gazetteer.bodies.text(head.row, 1)
      draft.country = possessor(before: start)
    } else if range.count == 1, isGiven, isProperNoun(range), !isAllCapitals {
      draft.kind = .person
      draft.isSurePerson = true
    } else if range.count == 1, cue, !isSentenceStart(start) || hasTags {
      draft.kind = .person
    }
    if draft.kind == .person {
      if titleStart >= 0 { draft.atoms = titleStart..<end }
      attachOffice(&draft)
      // "UN chief Antonio Guterres" speaks for no country.
      if draft.country == nil, let leader, !draft.servesBody {
        let side = gazetteer.leaders.text(leader, 1)
        if gazetteer.isCountry(side) {
          draft.country = side
        } else {
          draft.servedBody = side
          draft.servesBody = true
        }
      }
    }
    draft.followsPreposition = follows(NameWords.directions, start)
    // "Kunar district", "Lempa river": an unknown name with a head in small letters.
    if draft.kind != .person || !draft.isSurePerson, end < atoms.count,
      atoms[end].separator == .space, let head = longest(.body, at: end)
    {
      let headClass = gazetteer.headClass[head.row]
      if headClass == .place || headClass == .facility, !isAllCapitals, !isAcronym,
        range.count <= 2
      {
        draft.kind = headClass == .place ? .place : .facility
        draft.atoms = draft.name.lowerBound..<head.end
      }
      // "the ruling *EPRDF* coalition", "*UNITA* rebels": an acronym that a body goes by.
      if isAcronym, !isAllCapitals, headClass == .body, draft.kind == nil, range.count == 1 {
        draft.kind = .organisation
        draft.detail = gazetteer.bodies.text(head.row, 1)
      }
    }
    drafts.append(draft)
    return end
  }

  /// Whether "the village of", "the province of" stands before an atom.
  private func followsSettlement(_ position: Int) -> Bool {
    guard position > 1, atoms[position - 1].hash == NameWords.of,
      let head = longest(.body, at: position - 2), head.end == position - 1
    else { return false }
    return gazetteer.headClass[head.row] == .place
  }

  /// Whether an unknown name after "in" or "near" reads as a place: no owner, no numeral, no word
  /// that the document also uses as a common one.
  private func isPlaceLike(_ range: Range<Int>) -> Bool {
    let next = range.upperBound
    if next < atoms.count, atoms[next].hash == NameWords.possessive,
      atoms[next].separator == .apostrophe
    {
      return false
    }
    if hasTags, !isProperNoun(range), !isAllCapitals { return false }
    return !hasSmallWord(range)
      && (isAllCapitals || !range.contains { atoms[$0].isUpperCase && atoms[$0].length <= 4 })
  }

  /// Whether a head is a name by itself when it is capitalised: "the Senate", "Parliament".
  private func isChamber(_ row: Int) -> Bool {
    let kind = gazetteer.bodies.text(row, 1)
    return kind == "legislature" || kind == "court"
  }

  /// The country of the province or country that a comma joins to a name, or nil.
  private func countryAfterComma(_ end: Int) -> String? {
    guard end + 1 < atoms.count, atoms[end].hash == NameAtomScanner.symbolHash(UInt8(ascii: ",")),
      let match = known(at: end + 1)
    else { return nil }
    let next = match.end
    if next < atoms.count, atoms[next].separator == .apostrophe || isNameLike(next) { return nil }
    switch match.kind {
    case .country: return country(of: .country(match.row))
    case .place where gazetteer.places.text(match.row, 1) == "region":
      return country(of: .place(match.row))
    default: return nil
    }
  }

  /// The row of a person in public life that a name means, or nil.
  private func leaderRow(_ range: Range<Int>, isTitled: Bool) -> Int? {
    if let full = longest(.leader, at: range.lowerBound), full.end == range.upperBound {
      return full.row
    }
    guard range.count == 1 else { return nil }
    let kind: PhraseKind = isTitled ? .leaderTitled : .leaderAlone
    guard let match = longest(kind, at: range.lowerBound), match.end == range.upperBound else {
      return nil
    }
    return match.row
  }

  /// Whether an unknown name is an operation's, a storm's, a ship's: "Exercise Bold Step", "the
  /// frigate Bold Step", or holds a word that heads names ("Cabinet Retreat").
  private func isNamedThing(_ range: Range<Int>) -> Bool {
    if NameWords.thingLeads.contains(atoms[range.lowerBound].hash) { return true }
    if range.lowerBound > 0, NameWords.thingLeads.contains(atoms[range.lowerBound - 1].hash) {
      return true
    }
    guard range.count > 1, !flags[range.lowerBound].contains(.givenName) else { return false }
    return range.contains { position in
      guard let head = longest(.body, at: position) else { return false }
      // "Lake Volta", "Camp Nasir" are places.
      return ![.place, .facility].contains(gazetteer.headClass[head.row])
    }
  }

  private func hasSmallWord(_ range: Range<Int>) -> Bool {
    range.contains {
      smallWords.contains(atoms[$0].hash) && !NameWords.particles.contains(atoms[$0].hash)
    }
  }

  private func isProperNoun(_ range: Range<Int>) -> Bool {
    hasTags
      && range.allSatisfy {
        tags[$0] == .properNoun || NameWords.particles.contains(atoms[$0].hash)
      }
  }

  /// Gives a person the office, rank and country that stand before the name.
  func attachOffice(_ draft: inout NameDraft) {
    var first = draft.atoms.lowerBound
    var office: Range<Int>?
    // Titles inside the mention: the first office among them, else the rank.
    var position = draft.atoms.lowerBound
    while position < draft.name.lowerBound {
      if officeEnd[position] > position, officeEnd[position] <= draft.name.lowerBound {
        let isBareRank = longest(.militaryRank, at: position)?.end == officeEnd[position]
        if office == nil, !isBareRank { office = position..<officeEnd[position] }
        position = officeEnd[position]
      } else {
        position += 1
      }
    }
    // An office in small letters before: "foreign minister Maria Silva".
    while first > 0, officeStart[first] >= 0, atoms[first].separator != .apostrophe {
      let begin = officeStart[first]
      office = office ?? begin..<first
      if let rank = officeRank[first] {
        draft.rank = draft.rank.map { better($0, rank) } ?? rank
      }
      first = begin
    }
    if var found = office {
      // "former", "deputy", "acting" belong to the office.
      while found.lowerBound > 0, let before = qualifierEnding(at: found.lowerBound) {
        found = before..<found.upperBound
        first = min(first, before)
      }
      if atoms[found.upperBound - 1].hash != NameWords.counterpart {
        let worded = text(found)
        draft.office = gazetteer.singularOffice(worded) ?? worded
        draft.hasPluralTitle = draft.office != worded
      } else {
        draft.isCounterpart = true
        draft.office = drafts.last { $0.kind == .person && $0.office != nil }?.office
        draft.rank = drafts.last { $0.kind == .person && $0.office != nil }?.rank
      }
    } else if draft.rank == .military, draft.atoms.lowerBound < draft.name.lowerBound {
      draft.office = text(draft.atoms.lowerBound..<draft.name.lowerBound) + abbreviationPoint(draft)
    }
    draft.atoms = first..<draft.atoms.upperBound
    draft.country = possessor(before: first) ?? draft.country
    draft.servesBody =
      drafts.last.map { $0.kind == .organisation && $0.atoms.upperBound == first } ?? false
    if draft.country == nil { countryOfOffice(&draft) }
  }

  /// "President of Ghana John Mahama": the country stands between office and name.
  private func countryOfOffice(_ draft: inout NameDraft) {
    guard let last = drafts.last, last.kind == .country,
      last.atoms.upperBound == draft.atoms.lowerBound
    else { return }
    draft.country = last.country
  }

  /// The point after a rank such as "Gen.", which lies outside of its last atom.
  private func abbreviationPoint(_ draft: NameDraft) -> String {
    let last = draft.name.lowerBound - 1
    let end = Int(atoms[last].end)
    let isPoint = end < bytes.count && bytes[end] == UInt8(ascii: ".")
    return isPoint && atoms[last].length <= 5 ? "." : ""
  }

  private func better(_ left: OfficeRank, _ right: OfficeRank) -> OfficeRank {
    let order = OfficeRank.allCases
    return (order.firstIndex(of: left) ?? 0) <= (order.firstIndex(of: right) ?? 0) ? left : right
  }

  private func qualifierEnding(at position: Int) -> Int? {
    for begin in [position - 1, position - 2] where begin >= 0 {
      if let match = longest(.qualifier, at: begin), match.end == position { return begin }
    }
    return nil
  }

  /// "Maria Silva, the Angolan foreign minister,": office and country after the name.
  mutating func readAppositions() {
    for index in drafts.indices {
      let isUnknown = drafts[index].kind == nil && !drafts[index].isBareHead
      guard drafts[index].kind == .person || isUnknown && maybePerson(drafts[index].name) else {
        continue
      }
      var position = drafts[index].name.upperBound
      guard position + 1 < atoms.count,
        atoms[position].hash == NameAtomScanner.symbolHash(UInt8(ascii: ","))
      else {
        if !isUnknown { countryAfter(index) }
        continue
      }
      position += 1
      let article = atoms[position].hash
      if isUnknown, !NameWords.articles.contains(article) { continue }
      var country: String?
      var begin = -1
      for _ in 0..<5 where position < atoms.count {
        if officeEnd[position] > 0 {
          begin = position
          break
        }
        if atoms[position].isSymbol { break }
        if let draft = draft(at: position),
          draft.kind == .country || draft.kind == .nationality
        {
          country = draft.country
          position = draft.atoms.upperBound
        } else if longest(.qualifier, at: position) != nil {
          begin = position
          break
        } else if [
          NameWords.the, NameWords.possessive, NameAtomScanner.hash("a"),
          NameAtomScanner.hash("an"), NameAtomScanner.hash("its"),
        ].contains(atoms[position].hash) {
          position += 1
        } else {
          break
        }
      }
      guard begin >= 0 else { continue }
      var end = begin
      while end < atoms.count {
        if officeEnd[end] > end {
          end = officeEnd[end]
          break
        }
        guard let qualifier = longest(.qualifier, at: end) else { break }
        end = qualifier.end
      }
      guard end > begin, let rank = officeRank[end] else { continue }
      // ", Ambassador Luis Silva" is the next of a list.
      if end < atoms.count, atoms[end].isCapitalised, atoms[end].separator != .apostrophe,
        atoms[begin].isCapitalised
      {
        continue
      }
      if drafts[index].office == nil || drafts[index].rank == .military && rank != .other {
        drafts[index].office = text(begin..<end)
      }
      drafts[index].rank = drafts[index].rank.map { better($0, rank) } ?? rank
      drafts[index].kind = .person
      drafts[index].isSurePerson = true
      if country == nil { country = countryOf(end) }
      if drafts[index].country == nil { drafts[index].country = country }
    }
  }

  /// "of Ghana" after an atom.
  func countryOf(_ position: Int) -> String? {
    guard position + 1 < atoms.count, atoms[position].hash == NameWords.of else { return nil }
    var next = position + 1
    if atoms[next].hash == NameWords.the, next + 1 < atoms.count { next += 1 }
    if let match = known(at: next), match.kind == .country {
      return country(of: .country(match.row))
    }
    return draft(at: next)?.country
  }

  /// Whether an unknown name of one or two words can be somebody's: no acronym, and a name by its
  /// tags.
  private func maybePerson(_ range: Range<Int>) -> Bool {
    range.count <= 2 && isProperNoun(range) && !isAllCapitals && !hasSmallWord(range)
      && !range.contains { atoms[$0].isUpperCase && atoms[$0].length > 1 }
  }

  /// "Presidents Ana Rojas and *Luis Mora*": a plural title belongs to all who follow it.
  mutating func shareTitles() {
    guard drafts.count > 1 else { return }
    for index in 1..<drafts.count {
      let first = drafts[index - 1]
      let next = drafts[index]
      guard first.kind == .person, first.hasPluralTitle, next.office == nil,
        next.kind == .person || next.kind == nil && !next.isBareHead,
        isListed(next.atoms.lowerBound, after: first)
      else { continue }
      drafts[index].kind = .person
      drafts[index].isSurePerson = true
      drafts[index].office = first.office
      drafts[index].rank = first.rank
      drafts[index].hasPluralTitle = true
    }
  }

  /// Whether only "and", a comma or "of Ghana and" stands between a person and an atom.
  private func isListed(_ position: Int, after person: NameDraft) -> Bool {
    var gap = person.atoms.upperBound
    guard gap < position, position - gap <= 5 else { return false }
    let comma = NameAtomScanner.symbolHash(UInt8(ascii: ","))
    var hasLink = false
    while gap < position {
      let hash = atoms[gap].hash
      if hash == NameWords.and || hash == comma {
        hasLink = true
      } else if hash != NameWords.of, hash != NameWords.the, draft(at: gap)?.kind != .country {
        return false
      }
      gap += 1
    }
    return hasLink
  }

  private mutating func countryAfter(_ index: Int) {
    guard drafts[index].country == nil, drafts[index].office != nil,
      let country = countryOf(drafts[index].name.upperBound)
    else { return }
    drafts[index].country = country
  }

  /// "the army chief", "the president": an office alone that may point to somebody named before.
  mutating func readDescriptions() {
    for position in atoms.indices where atoms[position].hash == NameWords.the {
      var begin = position + 1
      var country: String?
      if let draft = draft(at: begin), draft.kind == .nationality, draft.atoms.lowerBound == begin {
        country = draft.country
        begin = draft.atoms.upperBound
      }
      guard begin < atoms.count, officeEnd[begin] > begin, let rank = officeRank[officeEnd[begin]],
        rank != .other
      else { continue }
      let end = officeEnd[begin]
      // A name after the office, or "of Ghana", makes it a title.
      if draft(at: begin) != nil { continue }
      // In apposition it repeats the name before the comma.
      if position > 1, atoms[position - 1].hash == NameAtomScanner.symbolHash(UInt8(ascii: ",")),
        draft(at: position - 2)?.kind == .person
      {
        continue
      }
      if end < atoms.count,
        atoms[end].hash == NameWords.of || atoms[end].isCapitalised && !isAllCapitals
          || atoms[end].separator == .hyphen
      {
        continue
      }
      var draft = NameDraft(
        atoms: begin..<end, name: begin..<end, kind: .person,
        key: .office(text(begin..<end).lowercased()))
      draft.country = country
      draft.rank = rank
      drafts.append(draft)
    }
  }
}
