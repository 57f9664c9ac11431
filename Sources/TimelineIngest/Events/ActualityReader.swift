import TimelineModel

/// What a sentence says of whether one of its events happened.
struct ActualityReading: Sendable {
  /// The reading that is stored.
  var actuality: Actuality = .occurred
  /// The verbatim cue, or nil for a plain tense.
  var cue: String?
  /// Whether the event is only possible, conditional or negated, so that nothing happened.
  var isHypothetical = false
  /// Why it is hypothetical, for `--explain`.
  var reason = ""
  /// Who says so, as the text has it.
  var attribution: String?
  /// The token of the verb of saying, if any.
  var sayingVerb: Int?
  /// The dictionary form of the nearest governing cue ("agree", "refuse"), if any.
  var governor: String?
  /// The token of that cue.
  var governorToken: Int?
  /// Whether that cue is itself an event of the sentence.
  var governorIsEvent = false
  /// Whether the tense is the plain present.
  var isPresent = false
  /// Whether the verb is an infinitive or gerund without a cue above it.
  var isBare = false
  /// Whether a negation stands on the event itself.
  var isNegated = false
}

/// Reads tense, modals, negation, conditions and governing words above an event.
struct ActualityReader: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  let saidVerbs: Set<Int>

  /// The reading of one trigger.
  func reading(of candidate: TriggerCandidate) -> ActualityReading {
    var reading = ActualityReading()
    let top = candidate.isVerb ? candidate.token : (candidate.clause.supportVerb ?? candidate.token)
    readModifiers(of: candidate.token, into: &reading)
    readSuggestion(of: candidate, into: &reading)
    if top != candidate.token {
      readModifiers(of: top, into: &reading)
      readPredicate(top, into: &reading)
      // "*provides for* a drill", "*cancels* a visit": the verb that carries the noun says so.
      if [.object, .oblique].contains(sentence.relation(candidate.token)),
        let found = cue(top, .governor, over: candidate.token)
      {
        apply(found, at: top, into: &reading)
      }
    }
    if sentence.isVerb(top) {
      if isInvertedCondition(top) {
        reading.isHypothetical = true
        reading.reason = "conditional: had"
      }
      readArrangement(of: top, into: &reading)
      readTense(of: top, into: &reading)
      if reading.actuality == .planned, let end = cancellation(of: top) {
        apply(.cancelled, at: end, into: &reading)
      }
    } else if sentence.child(top, .copula) != nil {
      readArrangement(of: top, into: &reading)  // "is to be ready"
    }
    climb(from: candidate.token, support: top, into: &reading)
    if sentence.isVerb(top) {
      readThatClause(of: top, into: &reading)
      readClosingClaim(of: top, into: &reading)
      readReversal(behind: top, into: &reading)
      readNobody(of: top, into: &reading)
    }
    return reading
  }

  /// "*Had* the treaty been ratified, …": an auxiliary before its subject that opens a clause.
  private func isInvertedCondition(_ verb: Int) -> Bool {
    guard
      let auxiliary = sentence.children(verb).first(where: {
        sentence.relation($0) == .auxiliary
          && ["had", "should", "were"].contains(sentence.lower[$0])
      }), auxiliary == 0 || [",", ";"].contains(sentence.lower[auxiliary - 1])
    else { return false }
    return sentence.children(verb).contains {
      $0 > auxiliary && $0 < verb
        && (sentence.relation($0) == .nominalSubject || sentence.relation($0) == .passiveSubject)
    }
  }

  func apply(
    _ cue: ActualityCue.Reading, at token: Int, into reading: inout ActualityReading
  ) {
    switch cue {
    case .possible, .conditional, .negated, .none:
      guard !reading.isHypothetical else { return }
      // A dated plan stays a plan under "may"; a mere possibility is no event.
      if reading.actuality == .occurred || cue != .possible {
        reading.isHypothetical = true
        reading.reason = "\(cue.rawValue): \(sentence.lower[token])"
        if cue == .negated { reading.isNegated = true }
      }
    case .occurred: break
    case .unknown:
      if reading.actuality == .occurred { reading.actuality = .unknown }
    case .planned: set(.planned, token, &reading)
    case .proposed: set(.proposed, token, &reading)
    case .denied: set(.denied, token, &reading)
    case .cancelled: set(.cancelled, token, &reading)
    case .alleged: set(.alleged, token, &reading)
    }
  }

  /// The strongest statement wins: called off, denied, then the nearest of the others.
  func set(_ actuality: Actuality, _ token: Int, _ reading: inout ActualityReading) {
    let strength: [Actuality: Int] = [
      .cancelled: 4, .denied: 3, .planned: 1, .proposed: 1, .alleged: 1,
    ]
    guard strength[actuality, default: 0] > strength[reading.actuality, default: 0] else { return }
    reading.actuality = actuality
    reading.cue = sentence.text(of: token)
  }

  /// The cue of a token in that place; "call off" wants its particle, "provide for" that
  /// preposition on what it governs.
  func cue(
    _ token: Int, _ place: ActualityCue.Place, over governed: Int? = nil
  ) -> ActualityCue.Reading? {
    let form = sentence.forms[token]
    let ids =
      sentence.isVerb(token) || form.noun < 0 ? (form.verb, form.noun) : (form.noun, form.verb)
    for id in [ids.0, ids.1] where id >= 0 {
      for cue in lexicon.cues[Int(id)] where cue.place == place {
        guard let companion = cue.companion else { return cue.reading }
        if sentence.hasCompanion(companion, of: token, over: governed) { return cue.reading }
      }
    }
    return nil
  }

  /// "Peru *could* reopen its border": what a named side could do is proposed, unless it is speech.
  private func readSuggestion(of candidate: TriggerCandidate, into reading: inout ActualityReading)
  {
    guard candidate.isVerb, reading.isHypothetical, !reading.isNegated,
      reading.reason == "possible: could", candidate.row != nil, candidate.family != "statement",
      candidate.hints.isDisjoint(with: [.weak, .said]),
      candidate.clause.subjects.contains(where: { sentence.nameAt[$0] >= 0 }),
      [.root, .conjunct].contains(sentence.relation(candidate.token)),
      let modal = sentence.children(candidate.token).first(where: { sentence.lower[$0] == "could" })
    else { return }
    reading.isHypothetical = false
    reading.reason = ""
    set(.proposed, modal, &reading)
  }

  private func readModifiers(of token: Int, into reading: inout ActualityReading) {
    for child in sentence.children(token) {
      switch sentence.relation(child) {
      case .auxiliary, .adverbialModifier, .adjectivalModifier, .determiner:
        guard var found = cue(child, .modifier) else { continue }
        // "a judge last *May* indicted": the month, not the modal.
        if child > 0, sentence.words[child] == "May" { continue }
        if found == .proposed, sentence.lower[child] == "would" { found = would(token) }
        if found == .negated, sentence.isNegatedUntil(token) { continue }
        apply(found, at: child, into: &reading)
      case .marker:
        if let found = cue(child, .marker) { apply(found, at: child, into: &reading) }
      default: break
      }
    }
  }

  /// "said they would build" tells of a plan; "would build" alone of a wish.
  private func would(_ token: Int) -> ActualityCue.Reading {
    var position = token
    for _ in 0..<4 {
      let head = sentence.head(position)
      guard head >= 0 else { break }
      if saidVerbs.contains(head) { return .planned }
      position = head
    }
    return .possible
  }

  private func readPredicate(_ verb: Int, into reading: inout ActualityReading) {
    guard let found = cue(verb, .predicate) else { return }
    // "protests delayed the vote": what calls something else off has happened.
    if found == .cancelled, sentence.isVerb(verb), sentence.child(verb, .object) != nil { return }
    apply(found, at: verb, into: &reading)
  }

  /// "are to meet", "is to be opened": an arrangement.
  private func readArrangement(of verb: Int, into reading: inout ActualityReading) {
    var auxiliary: Int?
    for child in sentence.children(verb) where child < verb {
      switch sentence.lower[child] {
      case "is", "are", "was", "were": auxiliary = child
      case "to" where auxiliary.map({ $0 + 1 == child }) ?? false:
        apply(.planned, at: child, into: &reading)
      default: break
      }
    }
    // "were due to fly", "is due to be flown" with "due" read as an adverb of the verb.
    var mark = verb - 1
    while mark > 1, ["be", "have", "been"].contains(sentence.lower[mark]) { mark -= 1 }
    if mark >= 1, sentence.lower[mark] == "to",
      ["due", "set", "scheduled", "slated", "expected", "poised", "bound", "supposed"].contains(
        sentence.lower[mark - 1])
    {
      apply(.planned, at: mark - 1, into: &reading)
    }
    // The parser may hang the infinitive below "be" itself.
    if auxiliary == nil, verb >= 2, sentence.lower[verb - 1] == "to",
      ["is", "are"].contains(sentence.lower[verb - 2])
    {
      apply(.planned, at: verb - 1, into: &reading)
    }
  }

  private func readTense(of verb: Int, into reading: inout ActualityReading) {
    let features = sentence.tree.tokens[verb].features
    let word = sentence.lower[verb]
    var hasFinite = false
    var hasHave = false
    for child in sentence.children(verb) {
      let relation = sentence.relation(child)
      guard relation == .auxiliary || relation == .passiveAuxiliary || relation == .copula else {
        continue
      }
      switch sentence.lower[child] {
      case "was", "were", "had", "did", "'d": hasFinite = true
      case "has", "have", "having", "'ve": hasFinite = true; hasHave = true
      case "is", "are", "am", "does", "do", "be", "'s", "being", "'re":
        if !hasHave, !hasFinite { reading.isPresent = true }
      case "been", "got": hasFinite = true
      default: break
      }
    }
    if hasFinite { reading.isPresent = false; return }
    if reading.isPresent {
      // "is signed" and "is signing" alike are present.
      return
    }
    if word.hasSuffix("ing"), isFactiveGerund(verb) { return }
    if features.contains(.infinitive) || features.contains(.gerund) || word.hasSuffix("ing") {
      // "Togo and Benin sign": a bare form with a subject and nothing before it is the present.
      let isFinite =
        !word.hasSuffix("ing") && sentence.relation(verb) == .root
        && sentence.child(verb, .nominalSubject) != nil
        && !sentence.children(verb).contains {
          sentence.relation($0) == .auxiliary || sentence.lower[$0] == "to" && $0 < verb
        }
      reading.isBare = !isFinite
      reading.isPresent = isFinite
      return
    }
    let form = sentence.forms[verb]
    let lemma =
      form.verb >= 0 ? lexicon.lemmas[Int(form.verb)] : Inflection.shared.lemma(ofVerb: word)
    if word == lemma || word == Inflection.shared.thirdPerson(of: lemma) {
      if features.contains(.past) { return }
      if sentence.children(verb).contains(where: { sentence.lower[$0] == "to" && $0 < verb }) {
        reading.isBare = true
      } else if sentence.relation(verb) == .openComplement {
        reading.isBare = true
      } else {
        let ambiguous = [
          "put", "set", "cut", "hit", "let", "quit", "shut", "read", "cost", "split",
        ]
        reading.isPresent = !(ambiguous.contains(word) && !features.contains(.present))
      }
    }
  }

  private static let factive: Set<String> = ["by", "after", "since", "upon", "following"]

  private static let answering: Set<String> = [
    "thank", "praise", "congratulate", "criticise", "criticize", "condemn", "blame", "commend",
    "apologise", "apologize", "punish", "fine", "jail", "rebuke", "denounce",
  ]

  /// "hit back *by sealing* the border", "thanked them *for hosting* the talks": a gerund that tells
  /// what was done.
  private func isFactiveGerund(_ verb: Int) -> Bool {
    guard
      let mark = sentence.children(verb).first(where: {
        $0 < verb && [.marker, .caseMarking].contains(sentence.relation($0))
      }), sentence.head(verb) >= 0
    else { return false }
    let head = sentence.head(verb)
    if !sentence.isVerb(head) || sentence.tree.tokens[head].features.contains(.infinitive)
      || sentence.children(head).contains(where: {
        sentence.relation($0) == .auxiliary && cue($0, .modifier) != nil
      })
    {
      return false
    }
    let word = sentence.lower[mark]
    return Self.factive.contains(word)
      || word == "for" && Self.answering.contains(sentence.lemma(of: head, lexicon))
  }

  private func climb(from token: Int, support: Int, into reading: inout ActualityReading) {
    var position = support
    if support == token, !sentence.isVerb(token) { position = token }
    for _ in 0..<8 {
      let relation = sentence.relation(position)
      let head = sentence.head(position)
      guard head >= 0 else { return }
      if saidVerbs.contains(head), Self.isClausal(relation) || relation == .parataxis {
        if reading.sayingVerb == nil {
          reading.sayingVerb = head
          reading.attribution = speaker(of: head)
        }
      }
      switch relation {
      case .openComplement, .clausalComplement, .clausalSubject, .adnominalClause, .relativeClause:
        readGovernor(head, relation: relation, below: position, into: &reading)
        if relation == .relativeClause || relation == .adnominalClause {
          readFate(of: head, into: &reading)
        }
        if relation == .relativeClause { return }
      case .conjunct:
        // A coordinated verb shares the modal of the first one unless it has its own tense.
        if sentence.isVerb(position), sentence.isVerb(head), reading.isBare || isPlain(position) {
          readModifiers(of: head, into: &reading)
        }
      case .object, .passiveSubject, .oblique, .nominalModifier, .nominalSubject:
        if sentence.isVerb(position) { return }
        if relation != .object, isCircumstance(position) { return }
        if relation == .object || relation == .nominalModifier || relation == .oblique {
          readGovernor(head, relation: relation, below: position, into: &reading)
        } else {
          readPredicate(head, into: &reading)
        }
        if sentence.isVerb(head) {
          // A noun below a verb takes over that verb's own modality.
          if relation != .oblique,
            lexicon.isMember(sentence.forms[head].verb, of: lexicon.classBit("support-verb"))
          {
            readModifiers(of: head, into: &reading)
          } else {
            return
          }
        }
      case .adverbialClause, .parataxis:
        for child in sentence.children(position) where sentence.relation(child) == .marker {
          if let found = cue(child, .marker) { apply(found, at: child, into: &reading) }
        }
        guard relation == .adverbialClause, reading.isBare || isPerfectGerund(position) else {
          return
        }
        readGovernor(head, relation: relation, below: position, into: &reading)
      default: return
      }
      position = head
    }
  }

  /// "at a meeting", "after the talks": where and when something else was done, not what the verb
  /// above is about.
  private func isCircumstance(_ noun: Int) -> Bool {
    [
      "at", "during", "after", "before", "following", "since", "amid", "despite", "ahead of",
      "prior to", "because of", "in the wake of", "on the sidelines of", "in response to",
      "through", "under", "within", "by",
    ].contains(sentence.preposition(noun))
  }

  /// "accused them of *having opened* fire".
  private func isPerfectGerund(_ verb: Int) -> Bool {
    sentence.children(verb).contains { sentence.lower[$0] == "having" && $0 < verb }
  }

  /// "talks that were to begin in May *were scrapped*": what became of a planned event is said of
  /// the noun that its clause modifies.
  private func readFate(of noun: Int, into reading: inout ActualityReading) {
    let verb = sentence.head(noun)
    guard reading.actuality == .planned, verb >= 0,
      [.passiveSubject, .nominalSubject].contains(sentence.relation(noun)),
      cue(verb, .predicate) == .cancelled
    else { return }
    apply(.cancelled, at: verb, into: &reading)
  }

  private func isPlain(_ verb: Int) -> Bool {
    let word = sentence.lower[verb]
    let form = sentence.forms[verb]
    return form.verb >= 0 && lexicon.lemmas[Int(form.verb)] == word
  }

  static func isClausal(_ relation: DependencyRelation) -> Bool {
    relation == .clausalComplement || relation == .openComplement || relation == .parataxis
  }

  private func readGovernor(
    _ head: Int, relation: DependencyRelation, below: Int, into reading: inout ActualityReading
  ) {
    if sentence.lower[head] == "going", relation == .openComplement {
      apply(.planned, at: head, into: &reading)
      return
    }
    let passive = sentence.child(head, .passiveAuxiliary) != nil
    if passive, relation == .openComplement, let found = cue(head, .passiveGovernor) {
      apply(found, at: head, into: &reading)
      return
    }
    guard let found = cue(head, .governor, over: below) else { return }
    // A finite clause below a word of hope or plan keeps its own tense if that is past.
    if relation == .clausalComplement || relation == .relativeClause,
      !reading.isBare, !reading.isPresent, reading.actuality == .occurred,
      found == .planned || found == .proposed,
      sentence.tag(head) != .adjective
    {
      return
    }
    if relation == .relativeClause { return }
    if reading.governor == nil {
      reading.governor = sentence.lemma(of: head, lexicon)
      reading.governorToken = head
    }
    apply(found, at: head, into: &reading)
    if found == .planned, let end = cancellation(of: head) {
      apply(.cancelled, at: end, into: &reading)
    }
    // "did not agree to sign": the negation above holds below.
    for child in sentence.children(head) {
      let word = sentence.lower[child]
      if cue(child, .modifier) == .alleged, sentence.relation(child) == .adverbialModifier {
        // "is *reportedly* close to selling": what is said of the plan is hearsay.
        if reading.actuality == .planned || reading.actuality == .proposed {
          reading.isBare = false
        }
        reading.actuality = .alleged
        reading.cue = sentence.text(of: child)
      }
      if word == "not" || word == "n't" || word == "never" {
        reading.isHypothetical = true
        reading.isNegated = true
        reading.reason = "negated: \(word) \(sentence.lower[head])"
      }
    }
  }

  /// "were to resume on Monday but were *scrapped*": the verb that calls a plan off.
  private func cancellation(of plan: Int) -> Int? {
    sentence.children(plan).first {
      sentence.relation($0) == .conjunct && sentence.isVerb($0)
        && cue($0, .predicate) == .cancelled
    }
  }

  private func speaker(of verb: Int) -> String? {
    let subject = sentence.child(verb, .nominalSubject) ?? sentence.child(verb, .obliqueAgent)
    guard let subject else { return nil }
    let phrase = sentence.phrase(of: subject)
    // "according to the two sides", though they began the sentence.
    guard let first = sentence.phraseTokens(of: subject).first, sentence.nameAt[first] < 0,
      [.determiner, .pronoun, .numeral].contains(sentence.tag(first)), let letter = phrase.first
    else { return phrase }
    return letter.lowercased() + phrase.dropFirst()
  }
}
