/// Finds dated clauses without a known trigger: they are kept as events of type `other`.
struct DatedClauseFinder {
  let sentence: SentenceReading
  let lexicon: EventLexicon

  /// The candidates and, for each date that belongs to a verb that is none, that verb.
  func adding(to candidates: [TriggerCandidate]) -> [TriggerCandidate] {
    var known = Set(candidates.map(\.token))
    for candidate in candidates {
      if let support = candidate.clause.supportVerb { known.insert(support) }
    }
    var all = candidates
    let owners = TimeOwners(sentence: sentence, candidates: candidates).tokens()
    let reader = ClauseReader(sentence: sentence, lexicon: lexicon)
    for (number, owner) in owners.enumerated() where owner >= 0 && !known.contains(owner) {
      let expression = sentence.times[number].expression
      guard expression.kind == .date || expression.kind == .time, expression.date != nil else {
        continue
      }
      if let predicate = copularEvent(at: owner, reader) {
        known.insert(owner)
        all.append(predicate)
        continue
      }
      guard sentence.tag(owner) == .verb else { continue }
      known.insert(owner)
      let clause = reader.arguments(ofVerb: owner)
      var candidate = TriggerCandidate(
        token: owner, isVerb: true, lemma: sentence.lemma(of: owner, lexicon), row: nil,
        clause: clause)
      candidate.backoff = EventTypeBackoff(sentence: sentence, lexicon: lexicon)
        .type(ofVerb: owner, clause: clause, told: candidates)
      all.append(candidate)
    }
    return all.sorted { $0.token < $1.token }
  }

  /// Adjectives that tell a change of state when they have a date: "was *operational* by June".
  private static let changes: Set<String> = [
    "ready", "operational", "complete", "open", "closed", "due", "effective", "over", "available",
    "functional", "active", "shut", "void", "usable", "live", "free", "independent",
  ]

  /// "The envoy *was in Baku* on 3 May", "the terminal *is to be ready* by June": where somebody
  /// was, and what something then is.
  private func copularEvent(at token: Int, _ reader: ClauseReader) -> TriggerCandidate? {
    guard sentence.child(token, .copula) != nil else { return nil }
    var clause = reader.arguments(ofVerb: token)
    guard !clause.subjects.isEmpty else { return nil }
    var candidate = TriggerCandidate(
      token: token, isVerb: false, lemma: sentence.lower[token], row: nil, clause: clause)
    if let name = sentence.name(token), !name.kinds.isDisjoint(with: [.place, .country]),
      ["in", "at"].contains(sentence.preposition(token)), clause.subjects.contains(where: isPerson)
    {
      clause.obliques.append(
        ObliqueArgument(preposition: sentence.preposition(token), token: token))
      candidate.clause = clause
      candidate.backoff = "visit"
      return candidate
    }
    guard Self.changes.contains(sentence.lower[token]) else { return nil }
    candidate.backoff = EventTypeBackoff(sentence: sentence, lexicon: lexicon)
      .type(ofVerb: token, clause: clause)
    return candidate
  }

  private func isPerson(_ token: Int) -> Bool {
    if let name = sentence.name(token) { return name.kinds.contains(.person) }
    return ["he", "she", "they"].contains(sentence.lower[token])
      || lexicon.isMember(sentence.forms[token].noun, of: lexicon.classBit("person"))
  }
}
