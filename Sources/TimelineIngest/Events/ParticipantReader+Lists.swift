import TimelineModel

/// Lists of participants, read from left to right where the parser breaks them.
extension ParticipantReader {
  /// Slots whose filler may be a list that the parser broke.
  func isListSlot(_ slot: String) -> Bool { ["subj", "by", "with", "between"].contains(slot) }

  /// A name with those that follow it in a list: "by *Colombo, New Delhi and Tokyo*"; titles and
  /// countries of the next may stand between: "with *Ana Rojas of Peru and Togo's Ama Mensah*".
  func withList(_ token: Int) -> [Int] {
    guard let first = sentence.name(token), isParty(first) else { return [token] }
    var found = [token]
    var last = first
    while let link = link(after: last, isFirst: found.count == 1) {
      found.append(SentenceReading.headToken(of: link.next.tokens, in: sentence.tree))
      if link.isLast { return found }
      last = link.next
    }
    return [token]
  }

  /// The names before a subject in a list whose first members the parser lost: "On Monday *Peru,
  /// Chile* and Bolivia signed".
  func listBeforeSubject(_ token: Int) -> [Int] {
    guard let name = sentence.name(token), isParty(name) else { return [] }
    var found: [Int] = []
    var first = name
    var mayEnd = withList(token).count == 1
    while let before = sentence.names.last(where: {
      $0.tokens.upperBound <= first.tokens.lowerBound
    }),
      isParty(before),
      let link = link(after: before, isFirst: mayEnd), link.next.tokens == first.tokens,
      link.isLast == mayEnd
    {
      let start = before.tokens.lowerBound - 1
      let opener = start > 0 && sentence.tag(start) == .determiner ? start - 1 : start
      if opener >= 0, sentence.timeAt[opener] < 0, sentence.tag(opener) == .adposition {
        return []
      }
      mayEnd = false
      found.append(SentenceReading.headToken(of: before.tokens, in: sentence.tree))
      first = before
    }
    return found.reversed()
  }

  /// The heads of the list of two or more that a preposition governs: "between *Ana Rojas of Peru
  /// and the Ghanaian envoy Ama Mensah*"; empty when no list follows.
  func list(after preposition: Int) -> [Int] {
    var position = preposition + 1
    while position < sentence.count, position < preposition + 10, sentence.timeAt[position] < 0 {
      if let name = sentence.name(position) {
        if name.isAdjective || name.isDescription || isOwner(name) {
          position = name.tokens.upperBound + (isOwner(name) ? 1 : 0)
          continue
        }
        let found = withList(SentenceReading.headToken(of: name.tokens, in: sentence.tree))
        return found.count > 1 ? found : []
      }
      switch sentence.tag(position) {
      case .determiner, .adjective, .noun, .properNoun, .numeral: position += 1
      default: return []
      }
    }
    return []
  }

  /// Adds the list behind "between" in the clause of an event, and behind "of" of a gathering,
  /// wherever the parser hung its members: "the talks *between Ana Rojas and Togo's Ama Mensah*
  /// broke down", "the rendezvous *of Rojas, Mora and Silva*".
  func addListed(
    _ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void
  ) {
    guard Self.mutual.contains(candidate.family) else { return }
    let betweens: Set<String> = ["between", "among", "amongst", "involving"]
    let token = candidate.token
    if let behind = (token..<sentence.count).first(where: { betweens.contains(sentence.lower[$0]) }
    ),
      isOneClause(token + 1..<behind)
    {
      add(list(after: behind), "between", .participant)
    }
    // "the talks *between Ana Rojas and Togo's Ama Mensah* broke down".
    if candidate.isVerb,
      let before = (0..<token).last(where: { betweens.contains(sentence.lower[$0]) }),
      !(before..<token).contains(where: { endsClause($0) })
    {
      add(list(after: before), "between", .participant)
    }
    if !candidate.isVerb, token + 1 < sentence.count, sentence.lower[token + 1] == "of",
      ["meeting", "conference", "call", "exercise"].contains(candidate.family)
    {
      add(list(after: token + 1), "between", .participant)
    }
  }

  private func endsClause(_ position: Int) -> Bool {
    sentence.tag(position) == .verb && sentence.relation(position) != .adjectivalModifier
      && sentence.nameAt[position] < 0
      || [";", ":", "that", "which", "who", "where", "when"].contains(sentence.lower[position])
  }

  /// Whether nothing begins anew between an event word and "between": "entry into force, on 3 May,
  /// *of* the pact between", but not "the conclusion of …, as well as the signature of … between".
  private func isOneClause(_ range: Range<Int>) -> Bool {
    guard !range.contains(where: { endsClause($0) || ["and", "as"].contains(sentence.lower[$0]) })
    else {
      return false
    }
    guard let comma = range.last(where: { sentence.lower[$0] == "," }) else { return true }
    return comma + 1 < sentence.count && ["of", "between"].contains(sentence.lower[comma + 1])
  }

  /// A modifier of a noun with those that stand in one list with it: "the navies *of Ghana, Togo
  /// and Chad*".
  func members(of modifier: Int) -> [Int] {
    let parts = sentence.coordinates(modifier)
    guard sentence.relation(modifier) == .nominalModifier else { return parts }
    let preposition = sentence.child(modifier, .caseMarking)
    return unique((preposition.map { list(after: $0) } ?? []) + withList(modifier) + parts)
  }

  /// The bearer of an office as actors, of the country beside the office if of none known.
  func bearers(of token: Int) -> [Actor]? {
    guard let name = bearer(of: token) else { return nil }
    var found = actors(of: name, actsAsSubject: true)
    if found.count == 1, found[0].country == nil { found[0].country = countryAround(token) }
    return found
  }

  /// Tokens without repetitions, in their order.
  func unique(_ tokens: [Int]) -> [Int] {
    tokens.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// Types in which those between whom something is are those who do it.
  private static let mutual: Set<String> = [
    "meeting", "conference", "call", "exercise", "agreement", "conflict", "trade", "release",
    "project", "arms_deal", "aid",
  ]

  /// The person whose office a nominal is, though a country stands between: "the *Minister* of
  /// Defence of the Republic of Kenya *Ana Rojas*".
  func bearer(of token: Int) -> NamedMention? {
    // "its *foreign minister*, Ana Rojas, visited".
    if token + 2 < sentence.count, sentence.lower[token + 1] == ",",
      lexicon.isMember(sentence.forms[token].noun, of: lexicon.classBit("person")),
      !sentence.lower[token].hasSuffix("s"),
      sentence.children(token).contains(where: {
        ["its", "his", "her", "their", "the", "a", "an"].contains(sentence.lower[$0])
          || sentence.relation($0) == .possessiveModifier
      }),
      let name = sentence.name(token + 2), name.tokens.lowerBound == token + 2,
      name.kinds.contains(.person), !name.isDescription, name.office == nil || name.country != nil,
      name.tokens.upperBound < sentence.count,
      [",", "."].contains(sentence.lower[name.tokens.upperBound])
    {
      return name
    }
    guard
      lexicon.isMember(sentence.forms[token].noun, of: lexicon.classBit("person")),
      token + 2 < sentence.count,
      ["of", "for", "to"].contains(sentence.lower[token + 1])
    else { return nil }
    var position = token + 1
    var crossed = false
    while position < sentence.count, position < token + 16, sentence.timeAt[position] < 0 {
      if let name = sentence.name(position) {
        if name.kinds.contains(.person) { return crossed && !name.isDescription ? name : nil }
        crossed = true
        position = name.tokens.upperBound
        continue
      }
      switch sentence.tag(position) {
      case .noun, .properNoun, .adjective, .determiner: break
      default:
        guard ["of", "for", "to", "and"].contains(sentence.lower[position]) else { return nil }
      }
      position += 1
    }
    return nil
  }

  /// "*the rebels* seized a town": the armed group that the text named last.
  func knownRebels(_ token: Int, _ lemma: String) -> Actor? {
    guard
      ["rebel", "insurgent", "guerrilla", "militant", "jihadist", "militia", "group", "fighter"]
        .contains(lemma), !hasNamedModifier(token)
    else { return nil }
    let children = sentence.children(token)
    guard children.contains(where: { sentence.lower[$0] == "the" && $0 < token }),
      !children.contains(where: {
        [.adjectivalModifier, .nominalModifier, .numericModifier, .compound].contains(
          sentence.relation($0))
      })
    else { return nil }
    return memory.lastArmedGroup
  }

  /// Whether a name right behind the verb is whom something is given or told: "gifted *Togo* three
  /// boats", "told *Lima* that".
  func isRecipient(_ name: NamedMention, of candidate: TriggerCandidate) -> Bool {
    guard candidate.isVerb, isParty(name), !isOwner(name) else { return false }
    let end = name.tokens.upperBound
    guard end < sentence.count,
      [.determiner, .numeral, .noun, .adjective].contains(sentence.tag(end))
        || ["that", "more"].contains(sentence.lower[end])
    else { return false }
    return (candidate.token + 1..<max(candidate.token + 1, name.tokens.lowerBound)).allSatisfy {
      sentence.tag($0) == .determiner
    }
  }

  /// Whether a name is of somebody or something that acts.
  private func isParty(_ name: NamedMention) -> Bool {
    !name.isAdjective && !name.isDescription
      && (!name.kinds.isDisjoint(with: [.country, .person, .body]) || name.capitalOf != nil)
  }

  /// "*Togo's* Ama Mensah": whether a name only says whose the next one is.
  private func isOwner(_ name: NamedMention) -> Bool {
    let end = name.tokens.upperBound
    return end < sentence.count && ["'s", "’s", "'", "’"].contains(sentence.lower[end])
  }

  /// The next member of a list, and whether it is the last one.
  private func link(after name: NamedMention, isFirst: Bool) -> (next: NamedMention, isLast: Bool)?
  {
    var position = afterCountry(name.tokens.upperBound)
    let limit = position + 9
    var commas = 0
    var isLast = false
    while position < sentence.count, position < limit, sentence.timeAt[position] < 0 {
      let hasLink = commas > 0 || isLast
      if let next = sentence.name(position) {
        guard hasLink else { return nil }
        if next.isAdjective || next.isDescription || isOwner(next) {
          position = next.tokens.upperBound + (isOwner(next) ? 1 : 0)
          continue
        }
        guard isParty(next), isAlike(name, next) else { return nil }
        // ", and Peru said" begins a clause of its own.
        return isFirst && isLast && commas == 1 ? nil : (next, isLast)
      }
      switch sentence.lower[position] {
      case ",":
        if isLast { return nil }
        commas += 1
      case "and", "&": isLast = true
      case "of":
        let behind = afterCountry(position)
        guard hasLink, behind > position else { return nil }
        position = behind
        continue
      default:
        switch sentence.tag(position) {
        case .determiner, .adjective, .noun, .properNoun, .numeral:
          guard hasLink else { return nil }
        default: return nil
        }
      }
      position += 1
    }
    return nil
  }

  /// One past "of Ghana" at a token, or the token itself.
  private func afterCountry(_ position: Int) -> Int {
    guard position + 1 < sentence.count, sentence.lower[position] == "of" else { return position }
    let start = sentence.lower[position + 1] == "the" ? position + 2 : position + 1
    guard start < sentence.count, let name = sentence.name(start), name.kinds.contains(.country)
    else { return position }
    return name.tokens.upperBound
  }

  /// Whether two names can stand in one list.
  private func isAlike(_ left: NamedMention, _ right: NamedMention) -> Bool {
    let states: NameKinds = [.country, .body]
    if !left.kinds.isDisjoint(with: states), !right.kinds.isDisjoint(with: states) { return true }
    return left.kinds == right.kinds && (left.capitalOf == nil) == (right.capitalOf == nil)
  }
}
