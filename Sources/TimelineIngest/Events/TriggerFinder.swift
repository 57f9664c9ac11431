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

  /// The type code.
  var type: String { row?.type ?? backoff ?? "other" }
  /// The part of the type before the dot.
  var family: String { String(type.prefix { $0 != "." }) }
  /// What the row says beside the type.
  var hints: TriggerHints { row?.hints ?? [] }
}

/// Finds the triggers of a sentence and the row of the table that fits each best.
struct TriggerFinder: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  let reader: ClauseReader

  init(sentence: SentenceReading, lexicon: EventLexicon) {
    self.sentence = sentence
    self.lexicon = lexicon
    reader = ClauseReader(sentence: sentence, lexicon: lexicon)
  }

  /// Whether any token of a sentence could be a trigger, by its form alone.
  static func mayTrigger(_ lower: [String], lexicon: EventLexicon) -> Bool {
    lower.contains { word in
      let form = lexicon.form(word)
      return form.verb >= 0 && !lexicon.verbRows[Int(form.verb)].isEmpty
        || form.noun >= 0 && !lexicon.nounRows[Int(form.noun)].isEmpty
    }
  }

  /// The triggers in the order of the text; with `every`, also predicates that no row knows.
  func candidates(every: Bool) -> [TriggerCandidate] {
    var found: [TriggerCandidate] = []
    for token in 0..<sentence.count where sentence.timeAt[token] < 0 {
      if let candidate = candidate(at: token, every: every) { found.append(candidate) }
    }
    return every ? found.filter { $0.type != "none" } : withoutDoubles(found)
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
      let clause = reader.arguments(ofVerb: token)
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
    case .auxiliary: false
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
    var best: TriggerRow?
    for row in rows
    where row.specificity > (best?.specificity ?? -1)
      && row.conditions.allSatisfy({ holds($0, token, clause, isVerb: isVerb) })
    {
      best = row
    }
    return best
  }

  private func holds(
    _ condition: TriggerCondition, _ token: Int, _ clause: ClauseArguments, isVerb: Bool
  ) -> Bool {
    let result: Bool
    switch condition.slot {
    case .particle:
      result = clause.particle.map { condition.names.contains($0) } ?? false
    case .subject: result = fits(condition, clause.subjects)
    case .object: result = fits(condition, clause.objects)
    case .complement:
      result = clause.complements.contains { complement in
        condition.isAny || condition.words.contains(sentence.forms[complement].verb)
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

  private func fits(_ condition: TriggerCondition, _ tokens: [Int]) -> Bool {
    if condition.isAny { return !tokens.isEmpty }
    for token in tokens {
      for content in contentHeads(token) {
        let noun = sentence.forms[content].noun
        if noun >= 0,
          condition.words.contains(noun) || lexicon.isMember(noun, of: condition.classMask)
        {
          return true
        }
        if let name = sentence.name(content), name.isWeapon,
          condition.classMask & lexicon.classBit("weapon") != 0
        {
          return true
        }
        if let name = sentence.name(content), !name.isAdjective,
          !name.kinds.isDisjoint(with: condition.kinds)
        {
          return true
        }
        // The last word of a name says what it is: "Rome *Treaty*".
        if let name = sentence.name(content), !condition.words.isEmpty || condition.classMask != 0 {
          for token in name.tokens {
            let noun = sentence.forms[token].noun
            if noun >= 0, sentence.tag(token) == .properNoun || sentence.tag(token) == .noun,
              condition.words.contains(noun) || lexicon.isMember(noun, of: condition.classMask),
              !name.kinds.contains(.person)
            {
              return true
            }
          }
        }
      }
    }
    return false
  }

  private static let gatherings: Set<String> = ["meeting", "conference", "visit", "exercise"]

  private static let quantities: Set<String> = [
    "dozens", "hundreds", "thousands", "scores", "number", "group", "pair", "series", "lot",
    "some", "many", "several", "two", "three", "four", "five", "six", "all", "most", "both", "one",
    "millions", "members", "couple", "half", "majority", "each", "round", "shipment", "batch",
    "delegation", "few", "kind", "set", "type", "member",
  ]

  /// The token, and for a word of quantity what it counts ("dozens of *soldiers*"); for a noun with
  /// a weapon's name before it that too.
  func contentHeads(_ token: Int) -> [Int] {
    if sentence.tag(token) == .properNoun {
      // "the patrol *vessel* Centenary", "*Cyclone* Idai": the noun before says what it is.
      return [token]
        + sentence.children(token).filter {
          sentence.relation($0) == .compound || sentence.relation($0) == .descriptiveModifier
        }
    }
    guard Self.quantities.contains(sentence.lower[token]) || sentence.tag(token) == .numeral else {
      return [token]
    }
    var found = [token]
    for child in sentence.children(token)
    where sentence.relation(child) == .nominalModifier && sentence.preposition(child) == "of" {
      found += sentence.coordinates(child)
    }
    return found
  }

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
