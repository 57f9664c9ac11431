/// Places that the tree does not tie to the event: "where" clauses, "here", and a town that the
/// parser hung on another noun or verb of the same clause.
extension PlaceReader {
  /// The place that the event's clause names, wherever it hangs; nil when none does.
  func placeOfClause(_ candidate: TriggerCandidate) -> String? {
    if let place = placeBeforeWhere(candidate.token) { return place }
    if let place = here(candidate) ?? there(candidate) { return place }
    guard candidate.row?.type != "none", candidate.family != "statement" else { return nil }
    return townBehind(candidate) ?? townBefore(candidate) ?? townOfGovernor(candidate)
      ?? townOfMainClause(candidate) ?? townToldBefore(candidate)
  }

  /// "in Lima, *where* the two talked": what the relative adverb stands for.
  private func placeBeforeWhere(_ token: Int) -> String? {
    var position = token
    for _ in 0...sentence.count {
      let adverb = sentence.children(position).last {
        sentence.lower[$0] == "where" && $0 < token
      }
      if let adverb { return antecedent(of: adverb) }
      let next = sentence.head(position)
      guard next >= 0, sentence.relation(position) != .parataxis else { return nil }
      position = next
    }
    return nil
  }

  /// The place named right before "where"; a comma and a date may stand between.
  private func antecedent(of adverb: Int) -> String? {
    var position = adverb - 1
    while position >= 0,
      sentence.timeAt[position] >= 0 || [",", "on", "in"].contains(sentence.lower[position])
    {
      position -= 1
    }
    guard position >= 0 else { return nil }
    guard let name = sentence.name(position) else { return placeName(at: position) }
    if let place = placeName(at: position) { return place }
    return name.kinds.isEmpty && !name.isWeapon && !name.isAdjective ? name.name : nil
  }

  /// "spent three days *there*": the place named last before it in the sentence.
  private func there(_ candidate: TriggerCandidate) -> String? {
    guard
      let adverb = sentence.lower.lastIndex(of: "there"), abs(adverb - candidate.token) <= 5,
      sentence.tag(adverb) == .adverb
    else { return nil }
    let low = min(adverb, candidate.token)
    guard !(low..<max(adverb, candidate.token)).contains(where: { endsClause($0) }),
      let name = sentence.names.last(where: {
        $0.tokens.upperBound <= low && !$0.isAdjective
          && !$0.kinds.isDisjoint(with: [.place, .country])
      })
    else { return nil }
    return name.name
  }

  /// "arrived *here* on Monday": the town of the dateline.
  private func here(_ candidate: TriggerCandidate) -> String? {
    guard let dateline else { return nil }
    for (position, word) in sentence.lower.enumerated() {
      let isThisCity =
        word == "this" && position + 1 < sentence.count
        && ["city", "capital", "town"].contains(sentence.lower[position + 1])
      guard word == "here" || isThisCity else { continue }
      let low = min(position, candidate.token)
      let high = max(position, candidate.token)
      if !(low..<high).contains(where: { endsClause($0) }) { return dateline }
    }
    return nil
  }

  /// A word or mark at which the clause of an event ends.
  private func endsClause(_ position: Int) -> Bool {
    switch sentence.lower[position] {
    case ";", ":", "—", "who", "whom", "which", "that", "where", "whose", "when", "while", "after",
      "before", "since", "because", "although", "though", "until", "if", "whereupon", "but":
      return !(sentence.lower[position] == "that" && sentence.tag(position) == .determiner)
        && !isBeforeNoun(position)
    default: return false
    }
  }

  /// "after the talks", "before a crowd": a preposition, which begins no clause.
  private func isBeforeNoun(_ position: Int) -> Bool {
    ["after", "before", "since", "until"].contains(sentence.lower[position])
      && sentence.tag(position) == .adposition
  }

  private static let fatal: Set<String> = [
    "left", "leaving", "killed", "killing", "wounded", "wounding", "injured", "injuring", "claimed",
    "claiming", "leaves", "kills", "wounds", "aimed", "targeting", "targeted",
  ]

  /// The first town behind the event word before another verb begins.
  private func townBehind(_ candidate: TriggerCandidate) -> String? {
    var country: String?
    var position = candidate.token + 1
    let isViolent = candidate.family == "conflict" || candidate.family == "disaster"
    var crossedWhen = false
    while position < sentence.count {
      if sentence.tag(position) == .verb, sentence.nameAt[position] < 0 {
        let isCarried = candidate.clause.supportVerb == position
        let isParticiple = sentence.relation(position) == .adjectivalModifier
        let isFatal =
          isViolent
          && (Self.fatal.contains(sentence.lower[position]) || crossedWhen)
        // "a meeting *slated* for Monday in Baku".
        let isOwn =
          sentence.relation(position) == .adnominalClause
          && sentence.head(position) == candidate.token
        // "killed a guard *and abducted* a judge in Lima".
        let isJoined =
          isViolent && sentence.relation(position) == .conjunct
          && sentence.head(position) == candidate.token
          && sentence.child(position, .nominalSubject) == nil
        if !isCarried, !isFatal, !isParticiple, !isOwn, !isJoined { break }
      } else if endsClause(position) {
        // "killed in June *when* a post in northern Hama came under fire".
        if isViolent, ["when", "as"].contains(sentence.lower[position]), !crossedWhen {
          crossedWhen = true
        } else if !(isViolent && ["that", "which"].contains(sentence.lower[position])) {
          break
        }
      }
      if let found = place(after: position) {
        if !found.isCountry { return found.name }
        country = country ?? found.name
      }
      position += 1
    }
    return country
  }

  /// The last town before the event word in its clause.
  private func townBefore(_ candidate: TriggerCandidate) -> String? {
    var position = candidate.token - 1
    var crossed = false
    while position >= 0, !endsClause(position) {
      let isOwn =
        sentence.isBelow(candidate.token, position) || candidate.clause.supportVerb == position
      if sentence.tag(position) == .verb, sentence.nameAt[position] < 0 {
        // A nominal event lies in the clause of the verb that governs it.
        guard !candidate.isVerb, isOwn, !crossed, !isSaying(position) else { return nil }
        crossed = true
      }
      // A verb's own clause ends at a comma or at what joins it to the one before.
      if candidate.isVerb, [",", "and", "or"].contains(sentence.lower[position]),
        sentence.relation(candidate.token) == .conjunct
          || sentence.lower[position] == "," && closesRelative(position)
      {
        return nil
      }
      if let found = place(after: position), !found.isCountry { return found.name }
      position -= 1
    }
    return nil
  }

  /// Whether a comma ends a relative clause: "Mora, who was in Lima*,* said".
  private func closesRelative(_ comma: Int) -> Bool {
    var position = comma - 1
    while position >= 0, comma - position < 30 {
      if ["who", "which", "where", "whose"].contains(sentence.lower[position]) { return true }
      if [";", ":"].contains(sentence.lower[position]) { return false }
      position -= 1
    }
    return false
  }

  /// "struck a march in *Lima*, killing two": the town of the clause that a participle hangs on.
  private func townOfMainClause(_ candidate: TriggerCandidate) -> String? {
    let verb = sentence.head(candidate.token)
    guard candidate.isVerb, sentence.relation(candidate.token) == .adverbialClause,
      sentence.lower[candidate.token].hasSuffix("ing"), verb >= 0, verb < candidate.token,
      sentence.isVerb(verb), !isSaying(verb)
    else { return nil }
    for position in (verb..<candidate.token).reversed() {
      if let found = place(after: position), !found.isCountry { return found.name }
    }
    return nil
  }

  /// "stormed the post at *Macuto*; eight of them were killed": violence told on in one sentence
  /// stays where it began.
  private func townToldBefore(_ candidate: TriggerCandidate) -> String? {
    guard ["conflict", "disaster", "kidnapping"].contains(candidate.family) else { return nil }
    for position in (0..<candidate.token).reversed() {
      if isSaying(position) { return nil }
      if let found = place(after: position), !found.isCountry { return found.name }
    }
    return nil
  }

  /// "happened to be in *Accra* for talks": the town of the clause that a nominal event is part of.
  private func townOfGovernor(_ candidate: TriggerCandidate) -> String? {
    guard !candidate.isVerb else { return nil }
    var position = sentence.head(candidate.token)
    for _ in 0..<4 where position >= 0 {
      if sentence.isVerb(position) || sentence.child(position, .copula) != nil {
        guard !isSaying(position) else { return nil }
        for child in sentence.children(position)
        where sentence.relation(child) == .oblique
          && ["in", "at"].contains(sentence.preposition(child))
        {
          if let name = sentence.name(child), name.kinds == .place { return name.name }
        }
        return sentence.preposition(position) == "in" ? placeName(at: position) : nil
      }
      position = sentence.head(position)
    }
    return nil
  }

  private func isSaying(_ verb: Int) -> Bool {
    lexicon.isMember(sentence.forms[verb].verb, of: lexicon.classBit("reporting"))
      || ["said", "says", "say", "told", "added", "reported"].contains(sentence.lower[verb])
  }

  /// The place that a preposition at a token leads to: "in northern *Kivu*", "on the outskirts of
  /// *Lima*", "in the capital of *Peru*".
  private func place(after position: Int) -> (name: String, isCountry: Bool)? {
    guard
      ["in", "at", "near", "outside", "inside", "off", "on"].contains(sentence.lower[position]),
      sentence.timeAt[position] < 0
    else { return nil }
    var next = position + 1
    var crossedNoun = false
    for _ in 0..<6 where next < sentence.count {
      guard sentence.timeAt[next] < 0 else { return nil }
      if let name = sentence.name(next) {
        if name.isAdjective {
          // "in the Kenyan capital"
          next = name.tokens.upperBound
          continue
        }
        guard let place = placeName(at: next) else {
          let isUnknown = name.kinds.isEmpty && !name.isWeapon
          return isUnknown && sentence.lower[position] != "on" && !crossedNoun
            && next + 1 == name.tokens.upperBound ? (name.name, false) : nil
        }
        let isCountry = name.kinds.contains(.country)
        if sentence.lower[position] == "on", !crossedNoun, isCountry || !isSpot(name) {
          return nil
        }
        if name.kinds.isDisjoint(with: [.place, .country]) { return nil }
        // "in Ghana's parliament": of whom, not where.
        let after = name.tokens.upperBound
        if after < sentence.count, ["'s", "’s", "'", "’"].contains(sentence.lower[after]), isCountry
        {
          return nil
        }
        return (place, isCountry)
      }
      if sentence.lower[next] == "capital", let place = placeName(at: next) {
        return (place, false)
      }
      switch sentence.tag(next) {
      case .determiner, .adjective, .numeral, .punctuation: break
      case .noun, .properNoun, .adverb:
        guard isVicinity(next) else { return nil }
        crossedNoun = true
      case .adposition where crossedNoun && ["of", "in"].contains(sentence.lower[next]): break
      default: return nil
      }
      if sentence.tag(next) == .punctuation, !["-", "–", "\"", "“"].contains(sentence.lower[next]) {
        return nil
      }
      next += 1
    }
    return nil
  }

  private func isVicinity(_ token: Int) -> Bool {
    Self.vicinities.contains(sentence.lower[token])
      || Self.settlements.contains(sentence.lower[token])
      || ["north", "south", "east", "west", "northern", "southern", "central"].contains(
        sentence.lower[token])
  }
}
