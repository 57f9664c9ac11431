/// Finds dated clauses without a known trigger: they are kept as events of type `other`.
struct DatedClauseFinder {
  let sentence: SentenceReading
  let lexicon: EventLexicon

  /// The candidates and, for each date that belongs to a verb that is none, that verb.
  func adding(to candidates: [TriggerCandidate], saidVerbs: Set<Int>) -> [TriggerCandidate] {
    var known = Set(candidates.map(\.token))
    for candidate in candidates {
      if let support = candidate.clause.supportVerb { known.insert(support) }
    }
    var all = candidates
    let owners = DateAttacher(
      sentence: sentence, candidates: candidates, saidVerbs: saidVerbs
    ).timeOwners
    let reader = ClauseReader(sentence: sentence, lexicon: lexicon)
    for (number, owner) in owners.enumerated() where owner >= 0 && !known.contains(owner) {
      let expression = sentence.times[number].expression
      guard expression.kind == .date || expression.kind == .time, expression.date != nil,
        sentence.tag(owner) == .verb
      else { continue }
      known.insert(owner)
      let clause = reader.arguments(ofVerb: owner)
      var candidate = TriggerCandidate(
        token: owner, isVerb: true, lemma: sentence.lemma(of: owner, lexicon), row: nil,
        clause: clause)
      candidate.backoff = EventTypeBackoff(sentence: sentence, lexicon: lexicon)
        .type(ofVerb: owner, clause: clause)
      all.append(candidate)
    }
    return all.sorted { $0.token < $1.token }
  }
}
