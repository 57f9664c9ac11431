import TimelineModel

/// Whom pronouns stand for.
extension ParticipantReader {
  /// The actors that a pronoun, or "both" and "two", stands for.
  func resolvePronoun(_ token: Int) -> [Actor] {
    switch sentence.lower[token] {
    case "he", "she", "him", "his", "her", "himself", "herself":
      return (personBefore(token) ?? memory.person(before: sentence.index)).map { [$0] } ?? []
    case "who", "whom", "which":
      return antecedent(of: token).map { actors(of: $0, actsAsSubject: true) } ?? []
    case "it" where !isActive(token): return []
    case "it", "its", "itself":
      return (thingBefore(token) ?? memory.thing(before: sentence.index)).map { [$0] } ?? []
    case "both", "they", "them", "their", "two", "each", "themselves":
      let word = sentence.lower[token]
      // "two of them", "both of the mines".
      if word == "two" || word == "both" || word == "each",
        sentence.children(token).contains(where: { sentence.preposition($0) == "of" })
      {
        return []
      }
      if word == "they" || word == "their", let own = speakers(of: token) { return own }
      if word == "their", let list = listBefore(token) { return list }
      if word == "their",
        let they = sentence.lower[..<token].lastIndex(of: "they"),
        sentence.relation(they) == .nominalSubject
      {
        return resolvePronoun(they)
      }
      let here = pairBefore(token)
      if here.count == 2 { return here }
      if word == "they" {
        if hasPluralSubject(before: token) { return [] }
        if memory.pairSentence == sentence.index - 1 {
          let pair = memory.twoCountries()
          if pair.count == 2 { return pair }
        }
        let before = memory.countries(in: sentence.index - 1)
        if before.count == 2 { return memory.people(of: before, in: sentence.index - 1) }
        if let only = memory.onlyCountry(in: sentence.index - 1) { return [only] }
      }
      // "disowned *them*": as often things as people.
      if word == "them" || word == "themselves" { return [] }
      let people = memory.twoPeople(before: sentence.index - 1)
      if sentence.lower[token] == "both" || sentence.lower[token] == "they", people.count == 2,
        memory.all(in: sentence.index - 1).contains(people[0])
      {
        return people
      }
      let isRecent = memory.lastGroupSentence >= sentence.index - 1
      if word == "they", memory.lastGroup.count > 1, isRecent { return memory.lastGroup }
      // A plural possessive or pronoun reaches no further back than the sentence before.
      if word == "they" || word == "their" {
        let before = memory.countries(in: sentence.index - 1)
        if before.count == 2 {
          return before.map { Actor(name: $0, kind: .country, country: $0) }
        }
        return word == "their" && isOffice(sentence.head(token)) ? memory.twoCountries() : []
      }
      if word == "two" {
        return memory.people(
          of: memory.twoCountries().map(\.name), in: sentence.index - 1)
      }
      return memory.twoCountries()
    default: return []
    }
  }

  /// Whether a noun is of those whom each of two states has: "their *defence ministers*".
  private func isOffice(_ token: Int) -> Bool {
    token >= 0
      && [
        "ministers", "presidents", "premiers", "armies", "navies", "militaries", "governments",
        "delegations", "parliaments", "envoys", "ambassadors", "ministries", "countries",
        "nations", "chiefs", "secretaries",
      ].contains(sentence.lower[token])
  }

  /// Whether a pronoun does something: as an object or the subject of a passive it is as often a
  /// thing just told of.
  private func isActive(_ token: Int) -> Bool {
    guard sentence.relation(token) == .nominalSubject || sentence.relation(token) == .expletive,
      sentence.head(token) >= 0
    else { return false }
    return sentence.child(sentence.head(token), .passiveAuxiliary) == nil
  }

  /// "the military said that *they* had left": those who speak; nil when nobody does, empty when
  /// they have no name here.
  private func speakers(of token: Int) -> [Actor]? {
    var verb = sentence.head(token)
    if sentence.lower[token] == "their", verb >= 0 { verb = sentence.head(verb) }
    guard verb >= 0, sentence.relation(verb) == .clausalComplement, sentence.head(verb) >= 0,
      let speaker = sentence.child(sentence.head(verb), .nominalSubject), speaker < token,
      sentence.tag(speaker) == .noun || sentence.nameAt[speaker] >= 0
    else { return nil }
    let named = sentence.coordinates(speaker).flatMap { resolve($0, depth: 1) }
      .filter { $0.kind != .group }
    return sentence.nameAt[speaker] >= 0 && named.count < 2 ? nil : named
  }

  /// Whether a plural noun without a country is the subject of a clause before a pronoun in the
  /// same sentence: "three *aid workers* were freed; they …".
  private func hasPluralSubject(before token: Int) -> Bool {
    (0..<token).contains { position in
      (sentence.relation(position) == .nominalSubject
        || sentence.relation(position) == .passiveSubject)
        && sentence.tag(position) == .noun && sentence.lower[position].hasSuffix("s")
        && !["sides", "countries", "leaders", "ministers", "presidents", "parties", "states"]
          .contains(sentence.lower[position])
    }
  }

  /// The name that a relative pronoun follows, with a comma at most between.
  private func antecedent(of pronoun: Int) -> NamedMention? {
    var end = pronoun
    if end > 0, sentence.lower[end - 1] == "," { end -= 1 }
    return sentence.names.last {
      $0.tokens.upperBound == end && !$0.isAdjective
        && !$0.kinds.isDisjoint(with: [.country, .person, .body])
    }
  }

  /// Three countries or more that stand in one list or behind hyphens before "their": "the
  /// *China-Kyrgyzstan-Uzbekistan* railway, and their ministers".
  private func listBefore(_ token: Int) -> [Actor]? {
    var found: [Actor] = []
    var start = token
    for name in sentence.names.reversed()
    where name.tokens.upperBound <= token && name.kinds.contains(.country) {
      if !found.isEmpty {
        let gap = name.tokens.upperBound..<max(start, name.tokens.upperBound)
        let isJoined =
          gap.count <= 2
          && gap.allSatisfy { ["-", "–", ",", "and", "the"].contains(sentence.lower[$0]) }
        guard isJoined else { break }
      }
      start = name.tokens.lowerBound
      let country = name.country ?? name.name
      if !found.contains(where: { $0.name == country }) {
        found.append(Actor(name: country, kind: .country, country: country))
      }
    }
    return found.count > 2 ? found.reversed() : nil
  }

  /// The two countries or people that the sentence named last before a plural pronoun.
  func pairBefore(_ token: Int, kinds: NameKinds = [.country, .person]) -> [Actor] {
    var found: [Actor] = []
    for name in sentence.names.reversed()
    where name.tokens.upperBound <= token && !name.kinds.isDisjoint(with: kinds) {
      let actor =
        name.kinds.contains(.person)
        ? Actor(name: name.name, kind: .person, country: name.country, office: name.office)
        : Actor(name: name.country ?? name.name, kind: .country, country: name.country ?? name.name)
      if let first = found.first, first.kind != actor.kind { continue }
      if !found.contains(where: { $0.name == actor.name }) { found.append(actor) }
      if found.count == 2 { break }
    }
    return found.count == 2 ? found.reversed() : []
  }

  /// The first person named earlier in the same sentence.
  private func personBefore(_ token: Int) -> Actor? {
    for name in sentence.names where name.tokens.upperBound <= token && name.kinds.contains(.person)
    {
      return Actor(name: name.name, kind: .person, country: name.country, office: name.office)
    }
    return nil
  }

  /// The first country or body named earlier in the same sentence.
  private func thingBefore(_ token: Int) -> Actor? {
    for name in sentence.names
    where name.tokens.upperBound <= token && !name.isAdjective
      && !name.kinds.isDisjoint(with: [.country, .body])
    {
      return actors(of: name, actsAsSubject: true).first
    }
    return nil
  }

  private static let titles: Set<String> = ["minister", "president", "premier", "chief"]

  /// Whether "the two *defence ministers*" can be these people: what is known of their offices must
  /// say so, and a qualified title asks for offices that are known.
  func areMeant(_ people: [Actor], by token: Int, _ lemma: String) -> Bool {
    let qualifiers = sentence.children(token).filter {
      [.compound, .adjectivalModifier].contains(sentence.relation($0))
        && !["two", "both", "other", "same"].contains(sentence.lower[$0])
    }.map { sentence.lower[$0] == "defense" ? "defence" : sentence.lower[$0] }
    return people.allSatisfy { person in
      guard let office = person.office?.lowercased().replacing("defense", with: "defence") else {
        return qualifiers.isEmpty
      }
      return qualifiers.allSatisfy { office.contains($0) }
        && (!Self.titles.contains(lemma) || office.contains(lemma))
    }
  }
}
