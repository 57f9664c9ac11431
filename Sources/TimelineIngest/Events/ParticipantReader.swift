import TimelineModel

/// Turns the arguments of a trigger into actors with roles, countries and offices.
struct ParticipantReader: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  let memory: DiscourseMemory

  /// The actors of an event in the order of the text, without repetitions.
  func actors(of candidate: TriggerCandidate) -> [Actor] {
    var found: [(token: Int, actor: Actor)] = []
    func add(_ tokens: [Int], _ slot: String, _ role: ActorRole) {
      if candidate.row?.ignoredSlots.contains(slot) == true { return }
      let role = candidate.row?.roles[slot] ?? role
      for token in tokens {
        // "the Lima *Conference*" takes no part in itself.
        if sentence.nameAt[token] >= 0,
          sentence.nameAt[token] == sentence.nameAt[candidate.token]
        {
          continue
        }
        for actor in resolve(token, actsAsSubject: slot != "in" && slot != "at") {
          var actor = actor
          actor.role = role
          found.append((token, actor))
        }
      }
    }
    let clause = candidate.clause
    add(clause.subjects, "subj", .actor)
    if candidate.isVerb {
      add(clause.objects, "obj", candidate.family == "statement" ? .subject : .counterpart)
      if candidate.family == "appointment" || candidate.family == "listing" {
        add(clause.predicates, "obj", .subject)
      }
      for object in clause.objects where sentence.nameAt[object] < 0 {
        addNominals(of: object, candidate, add)
      }
    } else {
      add(clause.possessors, "poss", .actor)
      add(
        clause.modifiers.filter { sentence.name($0) != nil }, "mod",
        candidate.family == "sanction" ? .counterpart : .actor)
    }
    for oblique in clause.obliques { addOblique(oblique, candidate, add) }
    if candidate.family == "listing" { addKeeper(candidate, &found) }
    if candidate.hints.contains(.said) { addConcerned(candidate, &found) }
    if candidate.family == "disaster" { addStricken(candidate, &found) }
    return withCounterpart(merged(found.sorted { $0.token < $1.token }.map(\.actor)))
  }

  /// The countries that a disaster struck: "killed sixty people in *Peru and Chile*".
  private func addStricken(
    _ candidate: TriggerCandidate, _ found: inout [(token: Int, actor: Actor)]
  ) {
    var tokens = candidate.clause.obliques.filter {
      ["in", "across", "of"].contains($0.preposition)
    }
    .map(\.token)
    for object in candidate.clause.objects {
      tokens.append(object)
      for child in sentence.children(object)
      where sentence.relation(child) == .nominalModifier
        && ["in", "across"].contains(sentence.preposition(child))
      {
        tokens += sentence.coordinates(child)
      }
    }
    for token in tokens {
      guard let name = sentence.name(token), name.kinds.contains(.country), !name.isAdjective
      else { continue }
      for var actor in actors(of: name, actsAsSubject: true) {
        actor.role = .subject
        found.append((token, actor))
      }
    }
  }

  /// The body whose list it is: "put on the *FATF* list".
  private func addKeeper(
    _ candidate: TriggerCandidate, _ found: inout [(token: Int, actor: Actor)]
  ) {
    for oblique in candidate.clause.obliques
    where ["on", "to", "from", "in", "off"].contains(oblique.preposition) {
      for token in nameTokens(below: oblique.token) {
        guard let name = sentence.name(token),
          name.kinds.contains(.body) || name.isAdjective
            || sentence.relation(token) == .possessiveModifier
        else { continue }
        for var actor in actors(of: name, actsAsSubject: true) {
          actor.role = .actor
          found.append((token, actor))
        }
      }
    }
  }

  private func nameTokens(below token: Int) -> [Int] {
    let extent = sentence.extent(token)
    return extent.filter { position in
      sentence.nameAt[position] >= 0
        && sentence.names[sentence.nameAt[position]].tokens.lowerBound == position
    }
  }

  /// Countries that the words said are about: subject and object of what is said, and whose they
  /// are.
  private func addConcerned(
    _ candidate: TriggerCandidate, _ found: inout [(token: Int, actor: Actor)]
  ) {
    for content in candidate.clause.complements {
      var tokens: [Int] = []
      for child in sentence.children(content) {
        switch sentence.relation(child) {
        case .nominalSubject, .passiveSubject, .object, .oblique, .nominalModifier:
          let preposition = sentence.preposition(child)
          guard ["", "to", "with", "against", "of", "for"].contains(preposition) else { continue }
          tokens.append(child)
          for inner in sentence.children(child)
          where sentence.relation(inner) == .possessiveModifier
            || sentence.relation(inner) == .nominalModifier
              && ["of", "to", "with", "against"].contains(sentence.preposition(inner))
          {
            tokens.append(inner)
            tokens += sentence.children(inner).filter {
              sentence.relation($0) == .possessiveModifier
            }
          }
        default: break
        }
      }
      for token in tokens {
        let countries: [Actor]
        if let name = sentence.name(token) {
          guard name.kinds.contains(.country), !name.isAdjective else { continue }
          countries = actors(of: name, actsAsSubject: true)
        } else if sentence.children(token).contains(where: {
          ["both", "two"].contains(sentence.lower[$0])
        }), sentence.tag(token) == .noun {
          countries = resolve(token).filter { $0.kind == .country }
        } else {
          continue
        }
        for var actor in countries {
          actor.role = .subject
          found.append((token, actor))
        }
      }
    }
  }

  /// "X met his Russian counterpart Y": X, of no known country, is of the other side.
  ///
  /// The other side is the country that the document names most apart from the counterpart's.
  private func withCounterpart(_ actors: [Actor]) -> [Actor] {
    guard sentence.lower.contains("counterpart") || sentence.lower.contains("counterparts"),
      let other = actors.first(where: { $0.country != nil })?.country,
      let unknown = actors.firstIndex(where: { $0.kind == .person && $0.country == nil }),
      let country = memory.mainCountry(apartFrom: other)
    else { return actors }
    var actors = actors
    actors[unknown].country = country
    return actors
  }

  private func addOblique(
    _ oblique: ObliqueArgument, _ candidate: TriggerCandidate,
    _ add: ([Int], String, ActorRole) -> Void
  ) {
    guard sentence.timeAt[oblique.token] < 0 else { return }
    let tokens = [oblique.token]
    switch oblique.preposition {
    case "with", "together with", "along with", "alongside":
      add(tokens, "with", .counterpart)
    case "to", "against", "toward", "towards", "for", "on", "upon", "from", "into":
      // Only names and people take part there: "to the table", "into force" are no actors.
      let isTravel = ["visit", "deployment", "conference"].contains(candidate.family)
      let named = tokens.filter {
        if let name = sentence.name($0) {
          // The town one travels to is where, the country is also whom.
          return name.kinds != .place || name.capitalOf != nil && !isTravel
        }
        return lexicon.isMember(sentence.forms[$0].noun, of: lexicon.classBit("person"))
          || oblique.preposition == "against" && isActorHead($0) || isOfCountry($0)
      }
      add(named, oblique.preposition, .counterpart)
    case "between", "among", "amongst", "involving":
      add(tokens, "between", .participant)
    case "by", "led by", "on the part of": add(tokens, "by", .actor)
    case "of":
      guard !candidate.isVerb else {
        if candidate.lemma == "accuse" || candidate.family == "membership" {
          add(tokens.filter { sentence.name($0) != nil }, "of", .counterpart)
        }
        return
      }
      let concerned = [
        "legal_decision", "arrest", "release", "kidnapping", "conflict", "death",
        "appointment", "departure", "expulsion", "membership", "listing",
      ]
      add(
        tokens.filter { isActorHead($0) || concerned.contains(candidate.family) }, "of",
        concerned.contains(candidate.family) ? .subject : .actor)
    case "as": break
    default: break
    }
  }

  /// Names that hang on an object: "signed an agreement *with Peru*", "*Peru's* request".
  private func addNominals(
    of object: Int, _ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void
  ) {
    for child in sentence.children(object) {
      let relation = sentence.relation(child)
      guard relation == .nominalModifier || relation == .possessiveModifier,
        sentence.timeAt[child] < 0
      else { continue }
      let tokens = sentence.coordinates(child)
      switch sentence.preposition(child) {
      case "with", "between", "among": add(tokens, "with", .counterpart)
      case "to", "against", "for", "toward", "towards", "from", "on", "of", "by":
        add(
          tokens.filter {
            guard let name = sentence.name($0) else {
              return isOfCountry($0)
                || sentence.preposition(child) == "of"
                  && lexicon.isMember(
                    sentence.forms[$0].noun,
                    of: lexicon.classBit("people") | lexicon.classBit("soldier"))
            }
            return name.kinds != .place
          }, "with", .counterpart)
      case "" where relation == .possessiveModifier:
        add(tokens.filter { sentence.name($0) != nil }, "with", .subject)
      default: break
      }
    }
  }

  /// "to the *Ghanaian* navy", "on *Peru's* airlines": a nominal with its country before it.
  private func isOfCountry(_ token: Int) -> Bool {
    sentence.children(token).contains { child in
      guard let name = sentence.name(child), name.kinds.contains(.country) || name.isAdjective
      else { return false }
      switch sentence.relation(child) {
      case .adjectivalModifier, .possessiveModifier: return name.country != nil
      default: return false
      }
    }
  }

  private func isPlaceOnly(_ token: Int) -> Bool {
    sentence.name(token).map { $0.kinds == .place && $0.capitalOf == nil } ?? false
  }

  /// Whether a nominal can take part: a name of an actor, or a noun for people and bodies.
  private func isActorHead(_ token: Int) -> Bool {
    if let name = sentence.name(token) {
      return name.kinds != .place || name.capitalOf != nil
    }
    let noun = sentence.forms[token].noun
    return lexicon.isMember(noun, of: lexicon.classBit("person") | lexicon.classBit("group"))
  }

  /// Plurals that mean those who met, in the reports of a meeting.
  private static let gatheredWords: Set<String> = [
    "participants", "ministers", "sides", "parties", "leaders", "presidents", "delegations",
    "heads", "premiers",
  ]

  /// How many "the three countries" are; nil for other phrases.
  private func definiteCount(of token: Int, _ lemma: String) -> Int? {
    guard
      [
        "country", "side", "nation", "state", "leader", "party", "government", "minister",
        "president", "neighbour", "neighbor",
      ].contains(lemma)
    else { return nil }
    let numbers = ["three": 3, "four": 4, "five": 5, "six": 6]
    let children = sentence.children(token)
    guard children.contains(where: { ["the", "all"].contains(sentence.lower[$0]) }) else {
      return nil
    }
    return children.lazy.compactMap { numbers[sentence.lower[$0]] }.first
  }

  /// The actors that a nominal stands for.
  func resolve(_ token: Int, actsAsSubject: Bool = true, depth: Int = 0) -> [Actor] {
    if let name = sentence.name(token) {
      var found = actors(of: name, actsAsSubject: actsAsSubject)
      if found.count == 1, found[0].kind == .person, found[0].country == nil {
        found[0].country = countryAround(token)
      }
      return found
    }
    let word = sentence.lower[token]
    if sentence.tag(token) == .pronoun || sentence.tag(token) == .determiner || word == "both"
      || word == "two"
    {
      let resolved = resolvePronoun(token)
      if !resolved.isEmpty || sentence.tag(token) == .pronoun { return resolved }
    }
    guard depth < 3 else { return [] }
    let noun = sentence.forms[token].noun
    var found: [Actor] = []
    let lemma = noun >= 0 ? lexicon.lemmas[Int(noun)] : ""
    if sentence.children(token).contains(where: { sentence.lower[$0] == "the" }),
      Self.gatheredWords.contains(sentence.lower[token]), !hasNamedModifier(token),
      !memory.lastGroup.isEmpty
    {
      return memory.lastGroup
    }
    let isDefinitePair =
      [
        "country", "side", "nation", "state", "leader", "party", "neighbour", "neighbor", "power",
        "government", "ally", "minister", "president", "sides",
      ].contains(lemma)
      && sentence.children(token).contains {
        ["two", "both"].contains(sentence.lower[$0])
      }
    if let count = definiteCount(of: token, lemma), memory.lastGroup.count == count {
      return memory.lastGroup
    }
    if isDefinitePair, !hasNamedModifier(token) {
      let here = pairBefore(token, kinds: .country)
      return here.count == 2 ? here : memory.twoCountries()
    }
    // "a *Chilean* research vessel": the adjective may hang on the first noun of a compound.
    let inner = sentence.children(token).filter { sentence.relation($0) == .compound }
      .flatMap { sentence.children($0) }
      .filter { sentence.relation($0) == .adjectivalModifier && sentence.nameAt[$0] >= 0 }
    for child in sentence.children(token) + inner {
      switch sentence.relation(child) {
      case .adjectivalModifier, .compound, .possessiveModifier, .nominalModifier, .flat:
        guard sentence.timeAt[child] < 0 else { continue }
        let preposition = sentence.preposition(child)
        guard preposition.isEmpty || preposition == "of" || preposition == "from" else { continue }
        let isPeople = lexicon.isMember(
          noun,
          of: lexicon.classBit("person") | lexicon.classBit("group")
            | lexicon.classBit("soldier") | lexicon.classBit("people")
            | (depth == 0 && actsAsSubject ? lexicon.classBit("weapon") : 0))
        guard isPeople || sentence.nameAt[child] >= 0 else { continue }
        for part in sentence.coordinates(child) {
          if let name = sentence.name(part) {
            // A person's possession acts for the person only when it is people ("his army").
            if name.kinds == .place, name.capitalOf == nil, !isPeople { continue }
            if !isPeople, sentence.relation(child) == .nominalModifier { continue }
            found += behind(name, of: token, isPeople: isPeople)
          } else if sentence.relation(child) == .nominalModifier, isPeople {
            found += resolve(part, depth: depth + 1)
          } else if sentence.relation(child) == .possessiveModifier, isPeople {
            found += resolvePronoun(part).filter { $0.kind == .country }
          }
        }
      case .adnominalClause
      where ["led", "backed", "headed", "supported"].contains(sentence.lower[child]):
        // "the coalition led by Ghana".
        for inner in sentence.children(child) where sentence.preposition(inner) == "by" {
          for part in sentence.coordinates(inner) {
            if let name = sentence.name(part) { found += actors(of: name, actsAsSubject: true) }
          }
        }
      case .appositionalModifier:
        if let name = sentence.name(child) { found += actors(of: name, actsAsSubject: true) }
      default: break
      }
    }
    if found.isEmpty, depth == 0 { found = group(token, noun) }
    return found
  }

  /// "President Mirza *of Uzbekistan*", "the *Ghanaian* envoy Ata": the country beside a person.
  private func countryAround(_ token: Int) -> String? {
    for child in sentence.children(token) {
      switch sentence.relation(child) {
      case .nominalModifier where ["of", "from"].contains(sentence.preposition(child)),
        .adjectivalModifier, .compound, .possessiveModifier:
        if let name = sentence.name(child), name.kinds.contains(.country) { return name.country }
      case .appositionalModifier:
        if let country = countryAround(child) { return country }
      default: break
      }
    }
    return nil
  }

  func hasNamedModifier(_ token: Int) -> Bool {
    sentence.children(token).contains { sentence.nameAt[$0] >= 0 }
  }

  /// The country behind people, or the named body they belong to.
  private func behind(_ name: NamedMention, of token: Int, isPeople: Bool) -> [Actor] {
    if name.kinds.contains(.country) || name.isAdjective {
      return [
        Actor(name: name.country ?? name.name, kind: .country, country: name.country ?? name.name)
      ]
    }
    if let country = name.capitalOf, isPeople {
      return [Actor(name: country, kind: .country, country: country)]
    }
    if name.kinds.contains(.body) {
      return [Actor(name: name.name, kind: .organisation, country: name.country)]
    }
    if name.kinds.contains(.person) {
      return [Actor(name: name.name, kind: .person, country: name.country, office: name.office)]
    }
    return []
  }

  func actors(of name: NamedMention, actsAsSubject: Bool) -> [Actor] {
    if name.kinds.contains(.person) {
      return [Actor(name: name.name, kind: .person, country: name.country, office: name.office)]
    }
    if name.kinds.contains(.country) {
      return [
        Actor(name: name.country ?? name.name, kind: .country, country: name.country ?? name.name)
      ]
    }
    if name.kinds.contains(.body) {
      return [Actor(name: name.name, kind: .organisation, country: name.country)]
    }
    if let country = name.capitalOf, actsAsSubject {
      return [Actor(name: country, kind: .country, country: country)]
    }
    return []
  }

  /// A noun for people or a body without a name: "gunmen", "the opposition".
  private func group(_ token: Int, _ noun: Int32) -> [Actor] {
    let mask =
      lexicon.classBit("group") | lexicon.classBit("person") | lexicon.classBit("people")
      | lexicon.classBit("soldier")
    guard sentence.tag(token) != .pronoun, lexicon.isMember(noun, of: mask) else { return [] }
    let text = sentence.phrase(of: token)
    guard text.utf8.count <= 60 else { return [] }
    return [Actor(name: withoutArticle(text), kind: .group)]
  }

  private func withoutArticle(_ text: String) -> String {
    for article in ["the ", "The ", "a ", "A ", "an ", "An ", "THE "] where text.hasPrefix(article)
    {
      return String(text.dropFirst(article.count))
    }
    return text
  }

  /// One actor a name; a country gives way to its own people only in the list, never in the facts.
  private func merged(_ actors: [Actor]) -> [Actor] {
    var kept: [Actor] = []
    for actor in actors {
      if let index = kept.firstIndex(where: { $0.name == actor.name }) {
        if kept[index].office == nil { kept[index].office = actor.office }
        if kept[index].country == nil { kept[index].country = actor.country }
        continue
      }
      kept.append(actor)
    }
    return kept
  }
}
