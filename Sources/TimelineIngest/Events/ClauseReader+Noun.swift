extension ClauseReader {
  /// The company of a noun that names an event, with that of the verb it leans on.
  ///
  ///     "Ghana held talks with Togo in Accra"   talks: subjects Ghana; obliques with Togo, in Accra
  ///     "the talks between Ghana and Togo"      talks: obliques between Ghana, between Togo
  func arguments(ofNoun noun: Int) -> ClauseArguments {
    var clause = ClauseArguments()
    for child in sentence.children(noun) {
      switch sentence.relation(child) {
      case .possessiveModifier:
        clause.possessors += sentence.coordinates(child)
      case .adjectivalModifier, .compound, .numericModifier:
        clause.modifiers += sentence.coordinates(child)
      case .nominalModifier, .oblique, .temporalModifier, .obliqueTemporal:
        let preposition = sentence.preposition(child)
        let parts = sentence.coordinates(child)
        if preposition.isEmpty, child < noun {
          clause.modifiers += parts
        } else {
          clause.obliques += parts.map { ObliqueArgument(preposition: preposition, token: $0) }
          if preposition == "of" { clause.modifiers += parts }
        }
      case .adnominalClause, .relativeClause:
        addParticiple(child, of: noun, to: &clause)
      case .clausalComplement, .openComplement:
        clause.complements.append(child)
      case .appositionalModifier:
        break
      default: break
      }
    }
    addSupport(of: noun, to: &clause)
    return clause
  }

  /// "a forum *hosted by Peru in Lima*": agent, place and time belong to the noun.
  private func addParticiple(_ verb: Int, of noun: Int, to clause: inout ClauseArguments) {
    guard sentence.isVerb(verb) || sentence.tag(verb) == .adjective else {
      clause.complements.append(verb)
      return
    }
    let inner = arguments(ofVerb: verb)
    if inner.objects.contains(noun) {
      clause.subjects += inner.subjects
      clause.obliques += inner.obliques
    } else if inner.subjects.contains(noun), isSupport(verb) {
      clause.obliques += inner.obliques
    } else if sentence.children(verb).contains(where: { sentence.lower[$0] == "to" }) {
      clause.complements.append(verb)
    }
  }

  /// Whether a verb only carries a nominal event ("hold", "take place", "begin").
  func isSupport(_ verb: Int) -> Bool {
    lexicon.isMember(sentence.forms[verb].verb, of: lexicon.classBit("support-verb"))
      || callsOff(verb)
  }

  /// Whether the verb calls its object off: "put off", "scrub".
  private func callsOff(_ verb: Int) -> Bool {
    let form = sentence.forms[verb].verb
    guard form >= 0 else { return false }
    return lexicon.cues[Int(form)].contains {
      $0.place == .predicate && $0.reading == .cancelled
        && ($0.companion.map { sentence.hasCompanion($0, of: verb) } ?? true)
    }
  }

  private static let counts: Set<String> = [
    "day", "days", "week", "weeks", "month", "months", "hours", "year", "years",
    "series", "set", "wave", "spate", "string",
  ]

  private func addSupport(of noun: Int, to clause: inout ClauseArguments) {
    var top = noun
    // The second of coordinated nouns leans on the verb of the first.
    while sentence.relation(top) == .conjunct, sentence.head(top) >= 0,
      !sentence.isVerb(sentence.head(top))
    {
      top = sentence.head(top)
    }
    // "Four *days of talks* began": what is counted leans on the verb of the count.
    if sentence.relation(top) == .nominalModifier, sentence.preposition(top) == "of",
      sentence.head(top) >= 0, Self.counts.contains(sentence.lower[sentence.head(top)])
    {
      top = sentence.head(top)
    }
    if sentence.child(top, .copula) != nil, sentence.relation(top) != .conjunct {
      // "Recent was a meeting in Lima": the clause's own adverbials are children of the noun.
      clause.supportVerb = top
      // "The president was on a visit": whoever is on it.
      if ["on", "in"].contains(sentence.preposition(top)) {
        for subject in sentence.children(top) where sentence.relation(subject) == .nominalSubject {
          clause.subjects += sentence.coordinates(subject)
        }
      }
      return
    }
    let verb = sentence.head(top)
    guard verb >= 0, sentence.isVerb(verb) else { return }
    let inner = arguments(ofVerb: verb)
    switch sentence.relation(top) {
    case .object, .passiveSubject:
      guard isSupport(verb) else { return }
      clause.supportVerb = verb
      if !inner.isPassive || !inner.subjects.isEmpty { clause.subjects += inner.subjects }
      clause.obliques += inner.obliques
    case .nominalSubject:
      let occurs = lexicon.isMember(
        sentence.forms[verb].verb, of: lexicon.classBit("occurrence-verb"))
      guard occurs else { return }
      clause.supportVerb = verb
      clause.obliques += inner.obliques
    case .oblique:
      // "went on a visit", "entered into talks": motion and entry verbs carry the noun.
      let carriers = [
        "go", "enter", "embark", "come", "be", "engage", "take", "participate",
        "leave", "depart", "set", "proceed", "travel", "fly", "arrive", "return", "provide",
      ]
      let lemma = Inflection.shared.lemma(ofVerb: sentence.lower[verb])
      let preposition = sentence.preposition(top)
      guard carriers.contains(lemma), ["on", "into", "for", "in", "part in"].contains(preposition)
      else { return }
      clause.supportVerb = verb
      clause.subjects += inner.subjects
      clause.obliques += inner.obliques.filter { $0.token != top }
    default: break
    }
  }
}
