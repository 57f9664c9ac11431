/// Sentences in which the parser found no verb.
extension TreeMender {
  /// "The minister *resigns*": in a sentence without a verb, a form that can only be the third person
  /// of a known verb is its verb.
  func mendVerblessClause(_ tree: inout SentenceTree) {
    let hasVerb = tree.tokens.indices.contains { token in
      let tag = tree.tokens[token].tag
      if tag == .auxiliary { return true }
      // "…, causing damage" and "to cause damage" are no clauses of their own.
      return tag == .verb && !lower[token].hasSuffix("ing")
        && !(token > 0 && lower[token - 1] == "to")
        && tree.tokens[token].relation != .adnominalClause
        && tree.tokens[token].relation != .adjectivalModifier
    }
    guard !hasVerb,
      let verb = tree.tokens.indices.dropFirst().first(where: { token in
        if isMistakenParticiple(token, in: tree) { return true }
        guard tree.tokens[token].tag == .noun, lower[token].hasSuffix("s"),
          isNominal(token - 1, in: tree), !names.contains(where: { $0.tokens.contains(token) })
        else { return false }
        let form = lexicon.form(lower[token])
        guard form.verb >= 0, lexicon.lemmas[Int(form.verb)] != lower[token] else { return false }
        // A word that also names events as a noun is a noun in "talks", "strikes".
        return form.noun < 0 || lexicon.nounRows[Int(form.noun)].isEmpty
          || token + 1 < tree.tokens.count && tree.tokens[token + 1].tag == .determiner
      })
    else { return }
    let outside = tree.tokens.indices.filter {
      $0 != verb && (tree.tokens[$0].head < 0 || (Int(tree.tokens[$0].head) >= verb) != ($0 > verb))
        || tree.tokens[$0].head == Int32(verb)
    }
    guard let subject = outside.first(where: { $0 < verb && isNominal($0, in: tree) }) else {
      return
    }
    tree.tokens[verb].tag = .verb
    tree.tokens[verb].head = -1
    tree.tokens[verb].relation = .root
    for token in outside where token != verb {
      if token == subject {
        tree.tokens[token].head = Int32(verb)
        tree.tokens[token].relation = .nominalSubject
      } else if token < verb {
        tree.tokens[token].head = Int32(subject)
        if tree.tokens[token].relation == .root { tree.tokens[token].relation = .flat }
      } else {
        let hasPreposition = tree.tokens.contains {
          $0.head == Int32(token) && $0.relation == .caseMarking
        }
        tree.tokens[token].head = Int32(verb)
        if isNominal(token, in: tree) {
          tree.tokens[token].relation = hasPreposition ? .oblique : .object
        }
      }
    }
  }

  /// "The Council *imposed* sanctions" read as a noun phrase, "imposed sanctions" of the Council.
  private func isMistakenParticiple(_ token: Int, in tree: SentenceTree) -> Bool {
    let read = tree.tokens[token]
    guard read.tag == .verb || read.tag == .adjective,
      read.relation == .adjectivalModifier || read.relation == .compound,
      Int(read.head) > token, isNominal(token - 1, in: tree), !lower[token].hasSuffix("ing")
    else { return false }
    let form = lexicon.form(lower[token])
    return form.verb >= 0 && lexicon.lemmas[Int(form.verb)] != lower[token]
  }
}
