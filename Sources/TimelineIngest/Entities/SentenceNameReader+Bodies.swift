extension SentenceNameReader {
  /// A name made of a head and what goes with it.
  struct Composite {
    /// One past the last atom.
    var end: Int
    /// What the head makes of it.
    var headClass: NameHeadClass
    /// The row of `bodies.tsv`.
    var row: Int
  }

  /// The name with a head that begins at an atom: "Kenyan Revenue Authority", "Bank of Ghana",
  /// "Institute for Peace Studies"; nil when there is none or the reference data knows a longer one.
  func compositeEnd(from start: Int, runEnd end: Int, known match: PhraseMatch?) -> Composite? {
    let isKnownName =
      match.map { [.organisation, .facility, .place].contains($0.kind) } ?? false
    // A head inside the run that begins a name with "of" or ends the run.
    for position in start..<end {
      if officeEnd[position] > 0, position > start || match == nil {
        if officeEnd[position] > position + 1 || position > start { return nil }
      }
      guard let head = longest(.body, at: position), head.end <= end else { continue }
      let isWhole = head.end == end
      var stop = head.end
      let takesTopic = gazetteer.bodies.text(head.row, 1) != "military"
      if let joined = joinedEnd(head.end),
        takesTopic || atoms[head.end].hash == NameWords.of
      {
        stop = joined
      } else if !isWhole {
        continue
      }
      if stop == head.end, position == start { return nil }
      if let match, isKnownName, match.end >= head.end {
        if match.end >= stop || match.end == head.end { return nil }
      }
      if let match, match.end >= stop { return nil }
      return Composite(end: stop, headClass: gazetteer.headClass[head.row], row: head.row)
    }
    return nil
  }

  /// One past the names that "of", "for" or "on" join to a head, or nil.
  private func joinedEnd(_ position: Int, depth: Int = 0) -> Int? {
    guard position + 1 < atoms.count, depth < 3, NameWords.joiners.contains(atoms[position].hash),
      atoms[position].separator == .space
    else { return nil }
    var next = position + 1
    if atoms[next].hash == NameWords.the { next += 1 }
    guard next < atoms.count, !atoms[next].isSymbol, isNameLike(next) else { return nil }
    var end = runEnd(next)
    if let match = known(at: next) {
      // "Minister of Defence of the Republic of Kenya *Ana Rojas*": a person's name follows.
      let isCut =
        match.end < end && match.kind == .country
        && (flags[match.end].contains(.givenName) || longest(.leader, at: match.end) != nil
          || officeEnd[match.end] > match.end)
      if match.end > end || isCut { end = match.end }
    }
    // "Ministry of Trade and Industry", but not "Bank of Japan and Finance Minister Aso".
    if end + 1 < atoms.count, atoms[end].hash == NameWords.and, isNameLike(end + 1),
      known(at: next) == nil, known(at: end + 1) == nil, officeEnd[end + 1] == 0,
      !flags[end + 1].contains(.givenName)
    {
      end = runEnd(end + 1)
    }
    if let more = joinedEnd(end, depth: depth + 1) { end = more }
    return end
  }

  /// Adds a name with a head; returns one past it.
  mutating func emitComposite(_ start: Int, _ composite: Composite) -> Int {
    let range = start..<composite.end
    switch composite.headClass {
    case .other:
      return readInside(range)
    case .body where isGovernment(composite.row):
      // "the Ghanaian Government" is Ghana.
      return readInside(range)
    default: break
    }
    var draft = NameDraft(atoms: range, name: range, kind: nil, key: .text(text(range)))
    switch composite.headClass {
    case .body:
      draft.kind = .organisation
      draft.detail = gazetteer.bodies.text(composite.row, 1)
    case .gathering: draft.kind = .gathering
    case .place: draft.kind = .place
    case .facility: draft.kind = .facility
    case .other: break
    }
    var position = start
    while position < composite.end {
      guard let match = known(at: position), match.end <= composite.end else {
        position += 1
        continue
      }
      switch match.kind {
      case .country, .adjective, .people:
        draft.country = draft.country ?? country(of: .country(match.row))
        if match.kind == .country, draft.innerPlace == nil {
          draft.innerPlace = draft.country
        }
      case .place where gazetteer.isWeakPlace[match.row]: break
      case .place, .facility, .placeAdjective:
        draft.country = draft.country ?? country(of: .place(match.row))
        if match.kind == .place { draft.innerPlace = gazetteer.places.text(match.row, 0) }
      case .organisation where draft.kind == .gathering:
        draft.innerBody = draft.innerBody ?? gazetteer.organisations.text(match.row, 0)
      default: break
      }
      position = match.end
    }
    if draft.country == nil { draft.country = possessor(before: start) }
    draft.followsPreposition = follows(NameWords.directions, start)
    draft.acronym = acronym(after: composite.end)
    drafts.append(draft)
    return composite.end
  }

  private func isGovernment(_ row: Int) -> Bool {
    ["government", "administration", "regime"].contains(gazetteer.bodies.text(row, 0))
  }

  /// Names of the reference data inside a longer name that is none itself.
  private mutating func readInside(_ range: Range<Int>) -> Int {
    var position = range.lowerBound
    while position < range.upperBound {
      if let match = known(at: position), match.end <= range.upperBound, match.kind != .weaponName {
        emit(match)
        position = match.end
      } else if let combining = longest(.combining, at: position),
        combining.end < range.upperBound, atoms[combining.end].separator == .hyphen
      {
        emit(combining)
        position = combining.end
      } else {
        position += 1
      }
    }
    return range.upperBound
  }

  /// The country named just before an atom: "Ghana's", "Ghanaian", or nil.
  func possessor(before position: Int) -> String? {
    guard let last = drafts.last(where: { $0.atoms.upperBound <= position }) else { return nil }
    switch last.kind {
    case .country?, .nationality?: break
    case .organisation? where last.atoms.upperBound == position: break
    case .place? where last.actsFor != nil || last.country != nil: break
    default: return nil
    }
    var gap = last.atoms.upperBound
    while gap < position {
      let isPossessive = atoms[gap].hash == NameWords.possessive
      guard isPossessive || longest(.qualifier, at: gap) != nil else { return nil }
      gap += 1
    }
    return last.country
  }
}
