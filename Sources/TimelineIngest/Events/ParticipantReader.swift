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
      let listed = isListSlot(slot) ? tokens.flatMap({ withList($0) }) : tokens
      for token in slot == "subj" ? tokens.flatMap({ listBeforeSubject($0) }) + listed : listed {
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
    let stated = candidate.isVerb ? statedSubject(of: candidate.token) : nil
    add(stated.map { [$0] } ?? subjects(of: candidate), "subj", .actor)
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
        (clause.modifiers + clause.modifiers.compactMap { hyphenatedBefore($0) }).filter {
          modifier in
          guard let name = sentence.name(modifier) else { return false }
          // "the *Bucharest* summit" names a town, "the Bucharest-Sofia talks" two governments.
          return name.kinds != .place || !isVenue(modifier, of: candidate)
        }, "mod",
        candidate.family == "sanction" ? .counterpart : .actor)
    }
    for oblique in clause.obliques { addOblique(oblique, candidate, add) }
    addListed(candidate, add)
    if candidate.isVerb {
      let sides = Set(found.filter { $0.actor.kind != .group }.map(\.actor.role))
      let hasOtherSide =
        sides.contains(.counterpart) || sides.contains(.subject) || sides.contains(.participant)
      addLooseNames(candidate, add, hasOtherSide: hasOtherSide)
    } else {
      addAntecedent(candidate, add)
      addVisitor(candidate, add)
    }
    addClaimants(candidate, add)
    addChairs(candidate, &found)
    addPairedTies(of: candidate, &found)
    if candidate.family == "listing" { addKeeper(candidate, &found) }
    if candidate.hints.contains(.said) || Self.decisions.contains(candidate.family) {
      addConcerned(candidate, &found)
    }
    if candidate.family == "disaster" { addStricken(candidate, &found) }
    addDealers(candidate, &found)
    addBodiesOfOfficers(&found)
    return withCounterpart(merged(found.sorted { $0.token < $1.token }.map(\.actor)))
  }

  /// Whether a capital before a gathering or accord is where it took place.
  private func isVenue(_ modifier: Int, of candidate: TriggerCandidate) -> Bool {
    guard ["meeting", "conference", "agreement", "legislation"].contains(candidate.family),
      modifier < candidate.token, sentence.preposition(modifier).isEmpty
    else { return false }
    let near = [modifier - 1, modifier + 1].filter { $0 >= 0 && $0 < candidate.token }
    return !near.contains { ["-", "–", "and"].contains(sentence.lower[$0]) }
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
    case "" where candidate.clause.particle != nil,
      "down", "up", "out", "off", "away", "over", "back":
      // "gunned down *Ambassador Silva*": the particle is no preposition before somebody's name.
      guard candidate.isVerb, candidate.clause.objects.isEmpty else { return }
      let isRoom = oblique.preposition == "over" || oblique.preposition == "off"
      // "breaks off *relations with Algiers*".
      if sentence.nameAt[oblique.token] < 0 { addNominals(of: oblique.token, candidate, add) }
      add(
        tokens.filter {
          guard let name = sentence.name($0) else { return !isRoom && isActorHead($0) }
          return name.kinds.contains(.person) || !isRoom && name.kinds != .place
        }, "obj", candidate.family == "statement" ? .subject : .counterpart)
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
      // "an agreement on the border *between Ghana and Togo*".
      for inner in sentence.children(child)
      where sentence.relation(inner) == .nominalModifier
        && ["between", "with", "against"].contains(sentence.preposition(inner))
      {
        add(sentence.coordinates(inner), "with", .counterpart)
      }
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

  /// Types whose complement says whom it concerns: "voted to let *Ghana* back in".
  private static let decisions: Set<String> = [
    "legal_decision", "legislation", "membership", "election", "agreement", "initiative",
  ]

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
    let people = appositives(of: token)
    if !people.isEmpty { return people }
    if let people = bearers(of: token) { return people }
    if let rebels = knownRebels(token, lemma) { return [rebels] }
    let isTwo =
      ["pair", "duo"].contains(lemma)
      || sentence.children(token).contains { ["two", "both"].contains(sentence.lower[$0]) }
    if !isTwo, sentence.children(token).contains(where: { sentence.lower[$0] == "the" }),
      Self.gatheredWords.contains(sentence.lower[token]), isBare(token),
      !memory.lastGroup.isEmpty
    {
      return memory.lastGroup
    }
    let isDefinitePair =
      [
        "country", "side", "nation", "state", "leader", "party", "neighbour", "neighbor", "power",
        "government", "ally", "minister", "president", "sides", "premier", "capital", "man",
        "pair", "duo", "statesman", "counterpart", "woman", "head", "delegation", "chief",
        "ministry", "army", "navy", "parliament", "people", "economy", "force", "military",
        "air force", "president", "monarch",
      ].contains(lemma)
      && (isTwo || sentence.children(token).contains { sentence.lower[$0] == "each" })
    if let count = definiteCount(of: token, lemma) {
      if memory.lastGroup.count == count { return memory.lastGroup }
      let named = memory.countries(asMany: count)
      if !named.isEmpty { return named }
    }
    if let both = Self.namesakes[sentence.lower[token]] {
      return both.map { Actor(name: $0, kind: .country, country: $0) }
    }
    if let both = knownCountries(token, lemma) { return both }
    if isDefinitePair, !hasNamedModifier(token) {
      if Self.pairedPeople.contains(lemma) {
        let here = pairBefore(token, kinds: .person)
        if here.count == 2, areMeant(here, by: token, lemma) { return here }
        let before = memory.twoPeople(before: sentence.index - 1)
        if before.count == 2, areMeant(before, by: token, lemma) { return before }
      }
      let here = pairBefore(token, kinds: .country)
      return here.count == 2 ? here : memory.twoCountries()
    }
    // "a *Chilean* research vessel": the adjective may hang on the first noun of a compound.
    let inner = sentence.children(token).filter { sentence.relation($0) == .compound }
      .flatMap { sentence.children($0) }
      .filter { sentence.relation($0) == .adjectivalModifier && sentence.nameAt[$0] >= 0 }
    if let leader = leader(of: token) { return [leader] }
    for child in sentence.children(token) + inner {
      switch sentence.relation(child) {
      case .adjectivalModifier, .compound, .possessiveModifier, .nominalModifier, .flat:
        guard sentence.timeAt[child] < 0 else { continue }
        let preposition = sentence.preposition(child)
        let isIn =
          preposition == "in" && sentence.name(child)?.kinds == .country
          && !sentence.children(token).contains { $0 != child && sentence.nameAt[$0] >= 0 }
        guard preposition.isEmpty || preposition == "of" || preposition == "from" || isIn else {
          continue
        }
        let isPeople = lexicon.isMember(
          noun,
          of: lexicon.classBit("person") | lexicon.classBit("group")
            | lexicon.classBit("soldier") | lexicon.classBit("people")
            | (depth == 0 && actsAsSubject ? lexicon.classBit("weapon") : 0))
        // "police *in Vietnam*", but not "an agreement in Vietnam".
        guard isPeople || !isIn && sentence.nameAt[child] >= 0 else { continue }
        for part in members(of: child) {
          if let name = sentence.name(part) {
            // A gathering's town is where, not who: "the *Bucharest* summit".
            if sentence.relation(child) == .compound, name.kinds == .place, isGathering(noun) {
              continue
            }
            // A person's possession acts for the person only when it is people ("his army").
            if name.kinds == .place, name.capitalOf == nil, !isPeople { continue }
            if !isPeople, sentence.relation(child) == .nominalModifier,
              !isPaper(token) || name.kinds.isDisjoint(with: [.body, .country])
            {
              continue
            }
            found += behind(name, of: token, isPeople: isPeople)
          } else if sentence.relation(child) == .nominalModifier, isPeople {
            found += resolve(part, depth: depth + 1)
          } else if sentence.relation(child) == .possessiveModifier, isPeople {
            found += resolvePronoun(part).filter { $0.kind == .country }
          }
        }
      case .adnominalClause
      where ["led", "backed", "headed", "supported", "commanded", "chaired"].contains(
        sentence.lower[child]):
        // "the coalition led by Ghana", "troops commanded by General Mora".
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
    if found.isEmpty { found = nationalities(before: token, noun) }
    if found.isEmpty, let country = countryByKind(token) { found = [country] }
    if found.isEmpty, depth == 0 { found = group(token, noun) }
    if depth == 0, sentence.relation(token) == .appositionalModifier,
      let name = personBehind(token)
    {
      found.insert(
        Actor(name: name.name, kind: .person, country: name.country, office: name.office), at: 0)
    }
    return found
  }

  /// Whether a noun is what a body speaks by: "resolution 690 *of the Council*".
  private func isPaper(_ token: Int) -> Bool {
    [
      "resolution", "decree", "ruling", "decision", "order", "verdict", "judgment", "judgement",
      "vote", "statement", "declaration", "communique", "communiqué", "edict",
    ].contains(sentence.lower[token])
  }

  private func isGathering(_ noun: Int32) -> Bool {
    lexicon.isMember(noun, of: lexicon.classBit("gathering") | lexicon.classBit("talks"))
  }

  /// "President Mirza *of Uzbekistan*", "the *Ghanaian* envoy Ata": the country beside a person.
  func countryAround(_ token: Int) -> String? {
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

  /// Whether nothing but an article or a preposition goes with a noun.
  private func isBare(_ token: Int) -> Bool {
    sentence.children(token).allSatisfy {
      [.determiner, .caseMarking, .punctuation, .numericModifier].contains(sentence.relation($0))
        || $0 > token && sentence.relation($0) != .nominalModifier
    }
  }

  func hasNamedModifier(_ token: Int) -> Bool {
    sentence.children(token).contains {
      sentence.nameAt[$0] >= 0 && !["in", "at", "on"].contains(sentence.preposition($0))
    }
  }

  /// The country behind people, or the named body they belong to.
  private func behind(_ name: NamedMention, of token: Int, isPeople: Bool) -> [Actor] {
    // "African leaders": a part of the world is no country.
    if name.isAdjective, name.country == nil { return [] }
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
      let person = Actor(
        name: name.name, kind: .person, country: name.country, office: name.office)
      guard let body = name.servedBody else { return [person] }
      return [person, Actor(name: body, kind: .organisation, country: nil)]
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
    // "the cabinet", "parliament": those of the country that the text is about.
    let isHome =
      !hasNamedModifier(token)
      && ["government", "cabinet", "parliament", "army", "military"].contains(sentence.lower[token])
      && !sentence.children(token).contains {
        ["a", "an", "its", "their"].contains(sentence.lower[$0])
      }
    return [
      Actor(
        name: withoutArticle(text), kind: .group, country: isHome ? memory.homeCountry : nil)
    ]
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
