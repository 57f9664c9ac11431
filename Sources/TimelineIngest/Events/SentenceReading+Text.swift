extension SentenceReading {
  /// Whether the word stands with the token: as the particle of a verb ("call *off*") or as the
  /// preposition of what it governs ("provide *for*").
  func hasCompanion(_ word: String, of token: Int, over governed: Int? = nil) -> Bool {
    if let governed, preposition(governed) == word { return true }
    if token + 1 < count, lower[token + 1] == word { return true }
    return children(token).contains { child in
      guard child > token, lower[child] == word else { return false }
      switch relation(child) {
      case .verbParticle, .adverbialModifier: return true
      // The parser may take the particle for a preposition of what is called off.
      case .oblique: return tag(child) == .adverb || tag(child) == .adposition
      default: return false
      }
    }
  }

  /// "was *not* signed *until July*", "*not before* March did he come": whether a negation of the
  /// verb only says when it happened.
  func isNegatedUntil(_ verb: Int) -> Bool {
    times.contains { isNegatedUntil(verb, by: $0) }
  }

  /// Whether it is that time until which the verb is negated.
  func isNegatedUntil(_ verb: Int, by time: TimeMention) -> Bool {
    // The expression may begin with its "until".
    let first = time.tokens.lowerBound
    guard
      let word = [first, first - 1].first(where: { $0 >= 0 && Self.bounds.contains(lower[$0]) }),
      isBelow(time.head, verb)
    else { return false }
    // "will not be ready before June" leaves it open.
    let isToCome = children(verb).contains {
      ["will", "would", "shall", "may", "can", "should", "must", "to", "wo"].contains(lower[$0])
    }
    if isToCome { return false }
    return word > 0 && lower[word - 1] == "not"
      || lower[word] != "before"
        && children(verb).contains { ["not", "n't"].contains(lower[$0]) && $0 < word }
  }

  private static let bounds: Set<String> = ["until", "till", "before"]

  /// The verbatim text of a token.
  func text(of token: Int) -> String { words[token] }

  /// The dictionary form of a token by its tag.
  func lemma(of token: Int, _ lexicon: EventLexicon) -> String {
    let form = forms[token]
    if isVerb(token) {
      return form.verb >= 0
        ? lexicon.lemmas[Int(form.verb)] : Inflection.shared.lemma(ofVerb: lower[token])
    }
    return form.noun >= 0
      ? lexicon.lemmas[Int(form.noun)] : Inflection.shared.lemma(ofNoun: lower[token])
  }

  /// The tokens of a nominal phrase without its clauses, appositions and times, in text order.
  func phraseTokens(of head: Int) -> [Int] {
    var found: [Int] = []
    var stack = [head]
    var visited = 0
    while let token = stack.popLast(), visited <= count {
      visited += 1
      found.append(token)
      for child in children(token) {
        switch relation(child) {
        case .relativeClause, .adnominalClause, .appositionalModifier, .punctuation, .parataxis,
          .adverbialClause, .clausalComplement, .copula, .nominalSubject, .conjunct, .coordination,
          .dependent, .list, .discourse:
          // Coordination inside a name ("Trade and Industry") belongs to it.
          // and so does that of adjectives ("the Chilean and Peruvian navies").
          let isName = nameAt[child] >= 0 && nameAt[child] == nameAt[token]
          // "the ministers of Peru *and Chile*": inside the phrase a list is whole.
          let isListed =
            token != head && [.conjunct, .coordination].contains(relation(child))
            && (isNominal(token) && (isNominal(child) || relation(child) == .coordination))
          let isAdjective =
            tag(token) == .adjective && relation(child) == .conjunct
            || relation(child) == .coordination && tag(token) == .adjective
          if isName || isAdjective || isListed { stack.append(child) }
        case .adverbialModifier where timeAt[child] >= 0: break
        default:
          if timeAt[child] < 0 { stack.append(child) }
        }
      }
    }
    return found.sorted()
  }

  /// The text of a nominal phrase without its clauses, without a leading preposition.
  func phrase(of head: Int) -> String {
    var tokens = phraseTokens(of: head)
    while let first = tokens.first, first != head, relation(first) == .caseMarking,
      self.head(first) == head
    {
      tokens.removeFirst()
    }
    return join(tokens)
  }

  /// The tokens as running text: a space where the source has one or where words were left out.
  func join(_ tokens: [Int]) -> String {
    var text = ""
    var previous: Int?
    for token in tokens {
      if let last = previous {
        let touching =
          last + 1 == token && tree.tokens[last].end == tree.tokens[token].begin
        if !touching { text += " " }
      }
      text += words[token]
      previous = token
    }
    return text
  }
}
