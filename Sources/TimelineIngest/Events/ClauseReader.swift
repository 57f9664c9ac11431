/// Reads the company of event words off a dependency tree.
///
///     "Kenya and Peru signed a pact"   signed: subjects Kenya, Peru; objects pact
///     "a pact signed by Kenya"         signed: objects pact; subjects Kenya
///     "Ministers met and agreed to go" go: subjects Ministers
struct ClauseReader: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon

  private static let particles: Set<String> = [
    "off", "up", "out", "down", "over", "in", "back", "away", "through",
  ]

  /// Verbs whose object, not subject, does what the complement says.
  private static let objectControl: Set<String> = [
    "urge", "ask", "order", "allow", "permit", "accuse", "force", "invite", "press", "pressure",
    "persuade", "tell", "request", "enable", "help", "want", "encourage", "instruct", "authorise",
    "authorize", "let", "make", "require", "call", "appeal", "demand", "beg", "compel",
  ]

  /// Past forms that tell what their noun did, never what was done to it.
  private static let neverPassive: Set<String> = [
    "met", "gathered", "assembled", "arrived", "resigned", "died", "erupted", "occurred",
    "happened", "emerged", "remained", "agreed", "returned", "travelled", "traveled", "flew",
    "collapsed", "clashed", "fled", "voted", "spoke", "became", "began",
  ]

  /// The company of a verb.
  ///
  /// `depth` bounds how far a gap is followed.
  func arguments(ofVerb verb: Int, depth: Int = 0) -> ClauseArguments {
    var clause = ClauseArguments()
    for child in sentence.children(verb) { add(child, of: verb, to: &clause) }
    if !clause.isPassive, isBareParticiple(verb) { clause.isPassive = true }
    if clause.isPassive { takeAgents(&clause) }
    if depth < 4 { fillGaps(of: verb, in: &clause, depth: depth) }
    if clause.subjects.isEmpty, !clause.isPassive, let subject = strandedSubject(of: verb) {
      clause.subjects = sentence.coordinates(subject)
    }
    return clause
  }

  /// Obliques with "by" are the agents of a passive unless they tell when.
  private func takeAgents(_ clause: inout ClauseArguments) {
    let agents = clause.obliques.filter {
      $0.preposition == "by" && sentence.timeAt[$0.token] < 0
    }
    for agent in agents { clause.subjects += sentence.coordinates(agent.token) }
    clause.obliques.removeAll { agents.contains($0) }
  }

  /// The name that stands before a finite verb and that the parser hung elsewhere: the nearest one
  /// to its left without a preposition, with no other verb between.
  private func strandedSubject(of verb: Int) -> Int? {
    let features = sentence.tree.tokens[verb].features
    guard sentence.tag(verb) == .verb, !features.contains(.infinitive), !features.contains(.gerund),
      !sentence.lower[verb].hasSuffix("ing"),
      [.root, .parataxis, .conjunct].contains(sentence.relation(verb))
    else { return nil }
    var position = verb - 1
    while position >= 0 {
      switch sentence.tag(position) {
      case .verb, .subordinatingConjunction: return nil
      default: break
      }
      if sentence.lower[position] == ";" || sentence.lower[position] == ":" { return nil }
      if let name = sentence.name(position), !name.isAdjective,
        !name.kinds.isDisjoint(with: [.country, .person, .body])
      {
        let first = name.tokens.lowerBound
        let before = first - 1
        let head = SentenceReading.headToken(of: name.tokens, in: sentence.tree)
        let isFree =
          before < 0
          || sentence.tag(before) != .adposition && sentence.lower[before] != "the"
          || sentence.lower[before] == "the"
            && (before == 0 || sentence.tag(before - 1) != .adposition)
        if isFree, sentence.preposition(head).isEmpty { return head }
        position = first - 1
        continue
      }
      position -= 1
    }
    return nil
  }

  private func add(_ child: Int, of verb: Int, to clause: inout ClauseArguments) {
    switch sentence.relation(child) {
    case .nominalSubject:
      clause.subjects += resolveRelative(child, clauseHead: verb)
    case .expletive where sentence.lower[child] == "it":
      // "it announced" is read as an expletive now and then; with a verb of saying it is none.
      if sentence.child(verb, .copula) == nil { clause.subjects.append(child) }
    case .passiveSubject
    where sentence.child(verb, .object) != nil && isPerfect(verb):
      // "it *had sold* rifles": no passive, whatever the parser says.
      clause.subjects += resolveRelative(child, clauseHead: verb)
    case .passiveSubject:
      clause.isPassive = true
      clause.objects += resolveRelative(child, clauseHead: verb)
    case .object:
      clause.objects += resolveRelative(child, clauseHead: verb)
    case .indirectObject:
      clause.obliques += sentence.coordinates(child).map {
        ObliqueArgument(preposition: "to", token: $0)
      }
    case .obliqueAgent where sentence.preposition(child) == "by" && sentence.timeAt[child] < 0:
      clause.subjects += sentence.coordinates(child)
    case .oblique, .obliqueAgent, .obliqueTemporal, .nominalModifier, .temporalModifier:
      let preposition = sentence.preposition(child)
      if preposition == "at", clause.objects.isEmpty, isApproximation(child) {
        // "killed *at least* nine people": the number is hedged, the people are the object.
        clause.objects += sentence.coordinates(child)
        return
      }
      clause.obliques += sentence.coordinates(child).map {
        ObliqueArgument(preposition: preposition, token: $0)
      }
    case .passiveAuxiliary: clause.isPassive = true
    case .verbParticle: clause.particle = sentence.lower[child]
    case .adverbialModifier:
      if clause.particle == nil, child > verb, child <= verb + 3,
        Self.particles.contains(sentence.lower[child])
      {
        clause.particle = sentence.lower[child]
      }
    case .openComplement, .clausalComplement:
      if sentence.isVerb(child) || sentence.child(child, .copula) != nil {
        clause.complements += sentence.coordinates(child)
      } else {
        clause.predicates += sentence.coordinates(child)
      }
    default: break
    }
  }

  /// Whether a verb has "had" or "has" before it and no "been".
  private func isPerfect(_ verb: Int) -> Bool {
    let auxiliaries = sentence.children(verb).filter {
      $0 < verb && sentence.tag($0) == .auxiliary
    }
    return auxiliaries.contains { ["had", "has", "have"].contains(sentence.lower[$0]) }
      && !auxiliaries.contains { ["been", "was", "were"].contains(sentence.lower[$0]) }
  }

  private func isApproximation(_ token: Int) -> Bool {
    guard let preposition = sentence.child(token, .caseMarking),
      preposition + 1 < sentence.count
    else { return false }
    return ["least", "most"].contains(sentence.lower[preposition + 1])
  }

  /// Whether a participle stands without auxiliary and subject, as in "a pact signed in May".
  private func isBareParticiple(_ verb: Int) -> Bool {
    guard sentence.relation(verb) == .adnominalClause || sentence.relation(verb) == .adverbialClause
    else { return false }
    let features = sentence.tree.tokens[verb].features
    if features.contains(.gerund) { return false }
    if sentence.lower[verb].hasSuffix("ing") || Self.neverPassive.contains(sentence.lower[verb]) {
      return false
    }
    for child in sentence.children(verb) {
      switch sentence.relation(child) {
      case .auxiliary, .nominalSubject, .object, .marker: return false
      default: break
      }
    }
    return true
  }

  /// A relative pronoun stands for the noun that its clause modifies; anything else for itself.
  private func resolveRelative(_ token: Int, clauseHead: Int) -> [Int] {
    let word = sentence.lower[token]
    if word == "who" || word == "which" || word == "that" || word == "whom" {
      var position = clauseHead
      for _ in 0..<6 {
        let relation = sentence.relation(position)
        if relation == .relativeClause || relation == .adnominalClause {
          let noun = sentence.head(position)
          // "the head of the Bank, *Ama Owusu*, who …": "who" is the person just named.
          if word == "who" || word == "whom", let person = personBefore(token) { return [person] }
          return noun >= 0 ? sentence.coordinates(noun) : [token]
        }
        guard relation == .conjunct || relation == .openComplement else { break }
        position = sentence.head(position)
        if position < 0 { break }
      }
    }
    return sentence.coordinates(token)
  }

  /// The head of the person named right before a relative pronoun, with a comma at most between.
  private func personBefore(_ pronoun: Int) -> Int? {
    var end = pronoun
    if end > 0, sentence.lower[end - 1] == "," { end -= 1 }
    guard
      let name = sentence.names.last(where: {
        $0.tokens.upperBound == end && $0.kinds.contains(.person)
      })
    else { return nil }
    return SentenceReading.headToken(of: name.tokens, in: sentence.tree)
  }

  private func fillGaps(of verb: Int, in clause: inout ClauseArguments, depth: Int) {
    let relation = sentence.relation(verb)
    let governor = sentence.head(verb)
    guard governor >= 0 else { return }
    switch relation {
    case .conjunct where sentence.isVerb(governor) || sentence.child(governor, .copula) != nil:
      let other = arguments(ofVerb: governor, depth: depth + 1)
      let isShared = isSharedPassive(verb, with: governor, other, clause)
      if isShared, !clause.isPassive { takeAgents(&clause) }
      if clause.isPassive || isShared {
        if clause.objects.isEmpty {
          clause.objects = other.isPassive ? other.objects : other.subjects
          clause.isPassive = true
        }
      } else if clause.subjects.isEmpty {
        clause.subjects = other.isPassive ? other.objects : other.subjects
      }
    case .openComplement, .adverbialClause, .clausalComplement:
      // "is close to *selling*": an adjective hands its subject down as a verb does.
      guard clause.subjects.isEmpty,
        sentence.isVerb(governor) || relation != .adverbialClause
          || sentence.child(governor, .copula) != nil
      else { return }
      let other = arguments(ofVerb: governor, depth: depth + 1)
      let governorLemma = Inflection.shared.lemma(ofVerb: sentence.lower[governor])
      let controlled =
        relation != .adverbialClause && Self.objectControl.contains(governorLemma)
        && !other.objects.isEmpty
      let shared =
        controlled || other.isPassive
        ? (other.objects.isEmpty ? other.subjects : other.objects) : other.subjects
      if clause.isPassive {
        if clause.objects.isEmpty { clause.objects = shared }
      } else if relation != .clausalComplement
        || !hasOwnSubject(verb)
      {
        clause.subjects = shared
      }
    case .adnominalClause:
      if clause.isPassive {
        if clause.objects.isEmpty { clause.objects = sentence.coordinates(governor) }
      } else if clause.subjects.isEmpty {
        if sentence.tree.tokens[verb].features.contains(.infinitive)
          || sentence.children(verb).contains(where: { sentence.lower[$0] == "to" })
        {
          clause.subjects = possessorsAndSubjects(ofNoun: governor, depth: depth + 1)
        } else {
          clause.subjects = sentence.coordinates(governor)
        }
      }
    case .relativeClause:
      if clause.isPassive {
        if clause.objects.isEmpty { clause.objects = sentence.coordinates(governor) }
      } else if clause.subjects.isEmpty {
        clause.subjects = sentence.coordinates(governor)
      } else if clause.objects.isEmpty, !clause.subjects.contains(governor) {
        clause.objects = sentence.coordinates(governor)
      }
    default: break
    }
  }

  private func hasOwnSubject(_ verb: Int) -> Bool {
    sentence.child(verb, .nominalSubject) != nil || sentence.child(verb, .passiveSubject) != nil
  }

  /// "was signed and *ratified*": the second participle is passive like the first.
  private func isSharedPassive(
    _ verb: Int, with governor: Int, _ other: ClauseArguments, _ own: ClauseArguments
  ) -> Bool {
    guard other.isPassive, sentence.child(verb, .auxiliary) == nil, own.objects.isEmpty,
      !hasOwnSubject(verb)
    else { return false }
    // A form that may be finite is a participle when somebody does it: "ratified by Congress".
    return !sentence.tree.tokens[verb].features.contains(.finite)
      || own.obliques.contains { $0.preposition == "by" && sentence.timeAt[$0.token] < 0 }
  }

  /// Who has the plan, offer or promise that an infinitive belongs to.
  private func possessorsAndSubjects(ofNoun noun: Int, depth: Int) -> [Int] {
    let possessors = sentence.children(noun).filter {
      sentence.relation($0) == .possessiveModifier
    }
    if !possessors.isEmpty { return possessors }
    // "accepted the offer *of Peru* to host it".
    let owners = sentence.children(noun).filter {
      sentence.relation($0) == .nominalModifier && sentence.preposition($0) == "of"
        && ownsPlan($0)
    }
    if !owners.isEmpty { return owners.flatMap { sentence.coordinates($0) } }
    let governor = sentence.head(noun)
    if governor >= 0, sentence.isVerb(governor), depth < 4 {
      return arguments(ofVerb: governor, depth: depth + 1).subjects
    }
    return []
  }

  /// A country or body by its name, or "of the government of …".
  private func ownsPlan(_ token: Int) -> Bool {
    if let name = sentence.name(token) { return name.kinds != .place || name.capitalOf != nil }
    return lexicon.isMember(
      sentence.forms[token].noun,
      of: lexicon.classBit("group") | lexicon.classBit("person") | lexicon.classBit("people"))
  }
}
