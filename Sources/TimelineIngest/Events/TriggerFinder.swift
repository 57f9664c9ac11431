/// A word of a sentence that names an event, with the row of the table that says so.
struct TriggerCandidate: Sendable {
  /// The token.
  var token: Int
  /// Whether it is read as a verb.
  var isVerb: Bool
  /// The dictionary form.
  var lemma: String
  /// The row; nil for a clause without a known trigger (type `other`).
  var row: TriggerRow?
  /// The company of the word.
  var clause: ClauseArguments

  /// The type of a clause without a row, by what it is about; nil when nothing in it says.
  var backoff: String?

  /// Whether only the model of types takes the word for an event.
  var isDiscovered = false

  /// The type code.
  var type: String { row?.type ?? backoff ?? "other" }
  /// The part of the type before the dot.
  var family: String { String(type.eventFamily) }
  /// What the row says beside the type.
  var hints: TriggerHints { row?.hints ?? [] }
}

extension String {
  /// The part of a type code before the dot.
  var eventFamily: Substring {
    self[..<(utf8.firstIndex(of: UInt8(ascii: ".")) ?? endIndex)]
  }
}

/// Finds the triggers of a sentence and the row of the table that fits each best.
struct TriggerFinder: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  let reader: ClauseReader
  private let heads: ContentHeads
  private let weapons: WordClasses

  init(sentence: SentenceReading, lexicon: EventLexicon) {
    self.sentence = sentence
    self.lexicon = lexicon
    reader = ClauseReader(sentence: sentence, lexicon: lexicon)
    heads = ContentHeads(sentence: sentence, lexicon: lexicon)
    weapons = lexicon.classBit("weapon")
  }

  /// The triggers in the order of the text; with `every`, also predicates that no row knows.
  func candidates(every: Bool) -> [TriggerCandidate] {
    var found: [TriggerCandidate] = []
    for token in 0..<sentence.count where sentence.timeAt[token] < 0 {
      if let candidate = candidate(at: token, every: every) { found.append(candidate) }
    }
    return every ? found.filter { $0.type != "none" } : withoutDoubles(found)
  }

  /// Every verb and noun that could tell an event, with its row if one fits: what the model of
  /// types is trained on and asked about; without those of the `known` tokens.
  func words(besides known: Set<Int> = []) -> [TriggerCandidate] {
    (0..<sentence.count).compactMap { token in
      guard sentence.timeAt[token] < 0, !known.contains(token) else { return nil }
      if let known = candidate(at: token, every: true) { return known }
      guard [.noun, .properNoun].contains(sentence.tag(token)), sentence.nameAt[token] < 0,
        ![.compound, .flat, .adjectivalModifier].contains(sentence.relation(token))
      else { return nil }
      return TriggerCandidate(
        token: token, isVerb: false, lemma: sentence.lemma(of: token, lexicon), row: nil,
        clause: reader.arguments(ofNoun: token))
    }
  }

  private func candidate(at token: Int, every: Bool) -> TriggerCandidate? {
    let form = sentence.forms[token]
    let tag = sentence.tag(token)
    if isVerbal(token), !isInsideName(token) {
      let isAuxiliary =
        sentence.relation(token) == .auxiliary || sentence.relation(token) == .passiveAuxiliary
        || sentence.relation(token) == .copula
      if isAuxiliary { return nil }
      guard form.verb >= 0 || every else { return nil }
      var clause = reader.arguments(ofVerb: token)
      if let particles = lexicon.particles[form.verb] {
        ParticleReader(sentence: sentence, particles: particles).complete(&clause, of: token)
      }
      if form.verb >= 0,
        let row = bestRow(of: lexicon.verbRows[Int(form.verb)], token, clause, isVerb: true)
      {
        return TriggerCandidate(
          token: token, isVerb: true, lemma: lexicon.lemmas[Int(form.verb)], row: row,
          clause: clause)
      }
      guard every, tag == .verb else { return nil }
      return TriggerCandidate(
        token: token, isVerb: true, lemma: Inflection.shared.lemma(ofVerb: sentence.lower[token]),
        row: nil, clause: clause)
    }
    guard tag == .noun || tag == .properNoun || tag == .verb || tag == .adjective else {
      return nil
    }
    if form.noun >= 0, !lexicon.nounRows[Int(form.noun)].isEmpty, tag != .adjective {
      // Inside a name ("Peace Conference Centre") only the head of the name can name an event.
      if let name = sentence.name(token), name.kinds.contains(.person) || name.kinds == .place {
        return nil
      }
      let relation = sentence.relation(token)
      if relation == .compound || relation == .adjectivalModifier || relation == .flat,
        !every
      {
        return nil
      }
      let clause = reader.arguments(ofNoun: token)
      if let row = bestRow(of: lexicon.nounRows[Int(form.noun)], token, clause, isVerb: false) {
        return TriggerCandidate(
          token: token, isVerb: false, lemma: lexicon.lemmas[Int(form.noun)], row: row,
          clause: clause)
      }
    }
    guard every, tag == .noun, Self.isDeverbal(sentence.lower[token]) else { return nil }
    return TriggerCandidate(
      token: token, isVerb: false, lemma: Inflection.shared.lemma(ofNoun: sentence.lower[token]),
      row: nil, clause: reader.arguments(ofNoun: token))
  }

  /// "*United* Nations": a participle that begins a longer name of a body or place names no event.
  private func isInsideName(_ token: Int) -> Bool {
    guard let name = sentence.name(token), name.tokens.count > 1 else { return false }
    return !name.kinds.isDisjoint(with: [.body, .place, .country])
      && sentence.relation(token) != .root && sentence.words[token].first?.isUppercase ?? false
      && name.tokens.upperBound > token + 1
  }

  /// Whether the token is read as a verb: by its tag, or a participle that modifies a noun.
  private func isVerbal(_ token: Int) -> Bool {
    switch sentence.tag(token) {
    case .verb: true
    // "*did* away with the embargo": an auxiliary by its tag that carries a clause.
    case .auxiliary:
      sentence.forms[token].verb >= 0
        && [.root, .conjunct, .adverbialClause, .relativeClause, .clausalComplement].contains(
          sentence.relation(token))
    case .adjective:
      sentence.forms[token].verb >= 0
        && (sentence.relation(token) == .adnominalClause
          || sentence.child(token, .passiveAuxiliary) != nil)
    default: false
    }
  }

  /// Nouns made from verbs, by their endings.
  private static func isDeverbal(_ word: String) -> Bool {
    for ending in ["tion", "sion", "ment", "tions", "sions", "ments"]
    where word.hasSuffix(ending) && word.utf8.count > 6 { return true }
    return false
  }

  private func bestRow(
    of rows: [TriggerRow], _ token: Int, _ clause: ClauseArguments, isVerb: Bool
  ) -> TriggerRow? {
    rows.first { row in
      row.conditions.allSatisfy { holds($0, token, clause, isVerb: isVerb) }
    }
  }

  private func holds(
    _ condition: TriggerCondition, _ token: Int, _ clause: ClauseArguments, isVerb: Bool
  ) -> Bool {
    let result: Bool
    switch condition.slot {
    case .particle:
      result = clause.particle.map { condition.names.contains($0) } ?? false
    case .subject: result = fits(condition, clause.subjects, act: true)
    case .object:
      result =
        fits(condition, clause.objects)
        || isVerb && fits(condition, wholes(of: clause.objects, modifiedBy: token))
    case .possessor: result = fits(condition, clause.possessors)
    case .complement:
      result = clause.complements.contains { complement in
        condition.isAny || condition.words.contains(sentence.forms[complement].verb)
      }
    case .complementObject:
      result = clause.complements.contains {
        fits(condition, reader.arguments(ofVerb: $0).objects)
      }
    case .copula:
      result =
        fits(condition, clause.predicates)
        || clause.objects.count > 1 && fits(condition, [clause.objects[clause.objects.count - 1]])
    case .modifier:
      var modifiers = clause.modifiers
      if isVerb { for object in clause.objects { modifiers += nounModifiers(object) } }
      result = fits(condition, modifiers)
    case .subjectOf:
      let head = sentence.head(token)
      result =
        head >= 0
        && (sentence.relation(token) == .nominalSubject
          || sentence.relation(token) == .passiveSubject)
        && condition.words.contains(sentence.forms[head].verb)
    case .preposition(let preposition):
      var obliques = clause.obliques
      for oblique in clause.obliques { obliques += nounObliques(oblique.token) }
      if isVerb {
        for object in clause.objects {
          let inner = nounObliques(object)
          obliques += inner
          for oblique in inner { obliques += nounObliques(oblique.token) }
        }
      }
      result = obliques.contains { oblique in
        (oblique.preposition == preposition || oblique.preposition.hasPrefix(preposition + " "))
          && sentence.timeAt[oblique.token] < 0 && fits(condition, [oblique.token])
      }
    }
    return result != condition.isDenied
  }

  /// "a *letter* of regret, delivered in May": the noun that the modified one belongs to.
  private func wholes(of objects: [Int], modifiedBy verb: Int) -> [Int] {
    guard sentence.relation(verb) == .adnominalClause || sentence.relation(verb) == .relativeClause
    else { return [] }
    return objects.compactMap { object in
      guard object == sentence.head(verb), sentence.relation(object) == .nominalModifier,
        sentence.head(object) >= 0, sentence.timeAt[sentence.head(object)] < 0
      else { return nil }
      return sentence.head(object)
    }
  }

  /// The row that a noun would be read by, for what is said of it.
  func row(ofNoun token: Int) -> TriggerRow? {
    let form = sentence.forms[token].noun
    guard form >= 0, !lexicon.nounRows[Int(form)].isEmpty else { return nil }
    return bestRow(
      of: lexicon.nounRows[Int(form)], token, reader.arguments(ofNoun: token), isVerb: false)
  }

  private func nounModifiers(_ noun: Int) -> [Int] {
    var found: [Int] = []
    for child in sentence.children(noun) {
      switch sentence.relation(child) {
      case .adjectivalModifier, .compound: found += sentence.coordinates(child)
      case .nominalModifier where sentence.preposition(child) == "of":
        found += sentence.coordinates(child)
      default: break
      }
    }
    return found
  }

  private func nounObliques(_ noun: Int) -> [ObliqueArgument] {
    var found: [ObliqueArgument] = []
    for child in sentence.children(noun) where sentence.relation(child) == .nominalModifier {
      let preposition = sentence.preposition(child)
      found += sentence.coordinates(child).map {
        ObliqueArgument(preposition: preposition, token: $0)
      }
    }
    return found
  }

  private func isNamed(_ condition: TriggerCondition, _ token: Int) -> Bool {
    let noun = sentence.forms[token].noun
    return noun >= 0
      && (condition.words.contains(noun) || lexicon.isMember(noun, of: condition.classMask))
  }

  /// Whether one of the tokens is what the condition asks for; a capital that acts is its country.
  private func fits(
    _ condition: TriggerCondition, _ tokens: [Int], act: Bool = false
  ) -> Bool {
    if condition.isAny { return !tokens.isEmpty }
    for token in tokens {
      for content in heads.contents(of: token) {
        let name = sentence.name(content)
        // The last word of a name says what it is: "Rome *Treaty*", "Bank of Chad" is a *Bank*.
        if isNamed(condition, heads.kindWord(of: content)) { return true }
        guard let name else { continue }
        if let first = heads.leadingWord(of: content), isNamed(condition, first) { return true }
        if name.isWeapon, condition.classMask & weapons != 0 { return true }
        if !name.isAdjective, !name.kinds.isDisjoint(with: condition.kinds) { return true }
        if act, name.capitalOf != nil, condition.kinds.contains(.country) { return true }
      }
    }
    return false
  }

  private static let gatherings: Set<String> = ["meeting", "conference", "visit", "exercise"]

  private static let words: Set<String> = ["protest", "statement", "legal_decision"]

  /// Leaves one of a verb and its object when both name the same event.
  private func withoutDoubles(_ candidates: [TriggerCandidate]) -> [TriggerCandidate] {
    var dropped: Set<Int> = []
    for noun in candidates where !noun.isVerb {
      guard let support = noun.clause.supportVerb,
        let verb = candidates.first(where: { $0.isVerb && $0.token == support })
      else { continue }
      if verb.hints.contains(.light) || verb.hints.contains(.cancels) {
        dropped.insert(verb.token)
      } else if verb.family == noun.family
        || noun.hints.contains(.weak)
        || verb.row?.conditions.contains(where: { $0.slot == .object && !$0.isAny }) == true
      {
        dropped.insert(noun.token)
      } else if verb.family == "statement", noun.family == "statement" {
        dropped.insert(noun.token)
      }
    }
    // "imposed *sanctions* on": the object of a verb of its own family is told with the verb.
    for noun in candidates where !noun.isVerb && noun.clause.supportVerb == nil {
      guard [.object, .passiveSubject].contains(sentence.relation(noun.token)),
        let verb = candidates.first(where: {
          $0.isVerb && $0.token == sentence.head(noun.token) && $0.family == noun.family
        }), !verb.hints.contains(.light), !verb.hints.contains(.cancels)
      else { continue }
      dropped.insert(noun.token)
    }
    // "lodged a *protest*": the row of a verb of saying asks for that noun, so both are one event.
    for noun in candidates where !noun.isVerb && Self.words.contains(noun.family) {
      guard [.object, .passiveSubject].contains(sentence.relation(noun.token)),
        let verb = candidates.first(where: {
          $0.isVerb && $0.token == sentence.head(noun.token) && $0.family == "statement"
        }), !verb.hints.contains(.light), !verb.hints.contains(.cancels),
        verb.row?.conditions.contains(where: { $0.slot == .object && !$0.isAny }) == true
      else { continue }
      dropped.insert(noun.token)
    }
    // "a *fire* left ten dead": the subject of a verb of its own family is told with the verb.
    for noun in candidates where !noun.isVerb && sentence.relation(noun.token) == .nominalSubject {
      guard
        let verb = candidates.first(where: {
          $0.isVerb && $0.token == sentence.head(noun.token) && $0.family == noun.family
        }), !verb.hints.contains(.light), noun.clause.supportVerb != verb.token
      else { continue }
      dropped.insert(noun.token)
    }
    // "a forum *hosted* by Peru", "talks *held* in Oslo": the participle only carries the noun.
    for verb in candidates where verb.isVerb && sentence.relation(verb.token) == .adnominalClause {
      let noun = sentence.head(verb.token)
      guard let event = candidates.first(where: { !$0.isVerb && $0.token == noun }),
        verb.clause.objects.contains(noun),
        verb.family == event.family
          || Self.gatherings.contains(event.family)
            && Self.gatherings.contains(verb.family)
      else { continue }
      dropped.insert(verb.token)
    }
    return candidates.filter { !dropped.contains($0.token) && $0.type != "none" }
  }
}
