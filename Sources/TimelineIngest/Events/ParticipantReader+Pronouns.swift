import TimelineModel

/// Whom pronouns stand for.
extension ParticipantReader {
  /// The actors that a pronoun, or "both" and "two", stands for.
  func resolvePronoun(_ token: Int) -> [Actor] {
    switch sentence.lower[token] {
    case "he", "she", "him", "his", "her", "himself", "herself":
      return (personBefore(token) ?? memory.person(before: sentence.index)).map { [$0] } ?? []
    case "it", "its", "itself":
      return (thingBefore(token) ?? memory.thing(before: sentence.index)).map { [$0] } ?? []
    case "both", "they", "them", "their", "two", "each", "themselves":
      let here = pairBefore(token)
      if here.count == 2 { return here }
      if sentence.lower[token] == "they" {
        if isSpeakersOwn(token) { return [] }
        let before = memory.all(in: sentence.index - 1).filter { $0.kind == .country }
        if before.count == 2 { return before }
      }
      let people = memory.twoPeople(before: sentence.index - 1)
      if sentence.lower[token] == "both" || sentence.lower[token] == "they", people.count == 2,
        memory.all(in: sentence.index - 1).contains(people[0])
      {
        return people
      }
      if sentence.lower[token] == "they", memory.lastGroup.count > 1 { return memory.lastGroup }
      return memory.twoCountries()
    default: return []
    }
  }

  /// "the military said that *they* had left": those who speak, who have no name here.
  private func isSpeakersOwn(_ token: Int) -> Bool {
    let verb = sentence.head(token)
    guard verb >= 0, sentence.relation(verb) == .clausalComplement, sentence.head(verb) >= 0,
      let speaker = sentence.child(sentence.head(verb), .nominalSubject)
    else { return false }
    return sentence.tag(speaker) == .noun && !hasNamedModifier(speaker)
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
}
