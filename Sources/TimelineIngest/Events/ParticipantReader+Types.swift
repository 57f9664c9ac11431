import TimelineModel

/// Participants that some types of event have beside subject and object.
extension ParticipantReader {
  /// "the joint *Russian*-Egyptian exercise": the name that a hyphen joins to a modifier.
  func hyphenatedBefore(_ token: Int) -> Int? {
    guard let name = sentence.name(token), name.tokens.lowerBound > 1,
      ["-", "–"].contains(sentence.lower[name.tokens.lowerBound - 1]),
      sentence.nameAt[name.tokens.lowerBound - 2] >= 0
    else { return nil }
    return name.tokens.lowerBound - 2
  }

  /// "*ELN* commander Nicolás Rodríguez": the body that an officer without a country speaks for.
  func addBodiesOfOfficers(_ found: inout [(token: Int, actor: Actor)]) {
    for (token, actor) in found where actor.kind == .person {
      guard let name = sentence.name(token), name.tokens.lowerBound > 0,
        let body = sentence.name(name.tokens.lowerBound - 1), body.kinds.contains(.body)
      else { continue }
      var officer = Actor(name: body.name, kind: .organisation, country: body.country)
      officer.role = actor.role
      found.append((token, officer))
    }
  }

  /// Types between those who give and those who get, or who bar and are barred: whatever country
  /// their clause names takes part, unless it is where.
  private static let dealings: Set<String> = [
    "arms_deal", "arms_delivery", "aid", "trade", "sanction", "expulsion",
  ]

  /// "picked *Sweden's* fighter", "rifles for the Kurds of *Iraq*", "restrictions on *Turkish*
  /// fruit": the countries that the words behind a dealing name.
  func addDealers(_ candidate: TriggerCandidate, _ found: inout [(token: Int, actor: Actor)]) {
    guard Self.dealings.contains(candidate.family) else { return }
    for name in namesBehind(candidate.token)
    where name.kinds.contains(.country) && !name.isWeapon && !isPlaced(name, behind: candidate) {
      guard sentence.timeAt[name.tokens.lowerBound] < 0, let country = name.country else {
        continue
      }
      var actor = Actor(name: country, kind: .country, country: country)
      actor.role = candidate.family == "trade" ? .subject : .counterpart
      found.append((name.tokens.lowerBound, actor))
    }
  }

  /// Whether the last preposition before a name says where or since when: "in Kenya", "off the
  /// Yemeni coast", "after the war with Iran".
  private func isPlaced(_ name: NamedMention, behind candidate: TriggerCandidate) -> Bool {
    var position = name.tokens.lowerBound - 1
    while position > candidate.token {
      if sentence.tag(position) == .adposition || sentence.lower[position] == "," {
        let word = sentence.lower[position]
        return [
          ",", "in", "at", "near", "off", "over", "through", "across", "inside", "outside",
          "during", "after", "before", "amid", "since", "despite", "via", "under", "about", "as",
          "like", "than", "by", "within", "around", "along", "between",
        ].contains(word)
      }
      position -= 1
    }
    return false
  }

  /// Nouns of those who preside: "under the *chairmanship* of Ana Rojas".
  private static let chairs: Set<String> = [
    "chairmanship", "co-chairmanship", "chairpersonship", "leadership", "presidency", "auspices",
    "mediation", "supervision", "aegis", "patronage", "chair", "presence", "participation",
  ]

  /// "a blast *claimed by* the FARC", "a raid *blamed on* rebels": who is said to have done it.
  func addClaimants(
    _ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void
  ) {
    guard ["conflict", "kidnapping"].contains(candidate.family) else { return }
    let nouns =
      candidate.isVerb
      ? candidate.clause.subjects + candidate.clause.objects : [candidate.token]
    for verb in nouns.flatMap({ sentence.children($0) })
    where sentence.relation(verb) == .adnominalClause {
      guard let preposition = Self.claims[sentence.lower[verb]] else { continue }
      let actors = sentence.children(verb).filter { sentence.preposition($0) == preposition }
      add(actors.flatMap { sentence.coordinates($0) }, "by", .actor)
    }
  }

  private static let claims = [
    "claimed": "by", "blamed": "on", "attributed": "to", "ascribed": "to", "pinned": "on",
  ]

  /// Those under whose chairmanship or mediation, or in whose presence, it takes place.
  func addChairs(
    _ candidate: TriggerCandidate, _ found: inout [(token: Int, actor: Actor)]
  ) {
    for oblique in candidate.clause.obliques
    where Self.chairs.contains(sentence.lower[oblique.token])
      && ["under", "with", "through", "by", "in"].contains(oblique.preposition)
    {
      let extent = sentence.extent(oblique.token)
      for name in sentence.names
      where extent.contains(name.tokens.lowerBound) && !name.isAdjective
        && name.tokens.lowerBound > oblique.token
      {
        for var actor in actors(of: name, actsAsSubject: false) {
          actor.role = .participant
          found.append((name.tokens.lowerBound, actor))
        }
      }
    }
  }

  /// Types that the country in which they happen suffers.
  private static let suffered: Set<String> = [
    "disaster", "protest", "kidnapping", "conflict.attack", "conflict.bombing",
  ]

  /// Those who take part by what the event is called or what the text is about, though its clause
  /// names nobody; for events that stand without them.
  ///
  ///     "the Bishkek Summit of the SCO"      the SCO
  ///     "the Tashkent Conference on trade"   Uzbekistan, the host
  ///     "manoeuvres were staged again"       the two countries of a text about two
  ///     "a bridge collapsed in Genoa"        Italy, which suffers it
  func inferredActors(
    of candidate: TriggerCandidate, beside actors: [Actor], at place: String?
  ) -> [Actor] {
    var found: [Actor] = []
    let name = sentence.name(candidate.token)
    if candidate.family == "conference", let town = name?.innerPlace,
      let country = Gazetteer.shared.countryActing(by: town)
    {
      found.append(Actor(name: country, kind: .country, country: country, role: .host))
    }
    if let body = name?.innerBody {
      found.append(Actor(name: body, kind: .organisation, country: nil, role: .actor))
    }
    if let place,
      Self.suffered.contains(candidate.type) || Self.suffered.contains(candidate.family),
      !(actors + found).contains(where: { $0.country != nil }),
      let country = Gazetteer.shared.country(around: place)
    {
      found.append(Actor(name: country, kind: .country, country: country, role: .subject))
    }
    if actors.isEmpty, found.isEmpty,
      ["agreement", "meeting", "exercise"].contains(candidate.family)
    {
      found = memory.dominantPair
    }
    return found.filter { actor in !actors.contains { $0.name == actor.name } }
  }

  /// "Relations were restored in 1991": ties without an owner are those of the two countries that
  /// the text speaks of.
  func addPairedTies(
    of candidate: TriggerCandidate, _ found: inout [(token: Int, actor: Actor)]
  ) {
    guard ["expulsion", "agreement", "founding", "other"].contains(candidate.family),
      !found.contains(where: { $0.actor.country != nil })
    else { return }
    let ties = candidate.clause.objects + candidate.clause.subjects
    guard
      let tie = ties.first(where: {
        ["relations", "ties", "partnership", "friendship", "relationship"].contains(
          sentence.lower[$0]) && !hasNamedModifier($0)
      })
    else { return }
    for country in memory.twoCountries() { found.append((tie, country)) }
  }

  /// The countries that a disaster struck: "killed sixty people in *Peru and Chile*".
  func addStricken(
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
  func addKeeper(
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

  func nameTokens(below token: Int) -> [Int] {
    let extent = sentence.extent(token)
    return extent.filter { position in
      sentence.nameAt[position] >= 0
        && sentence.names[sentence.nameAt[position]].tokens.lowerBound == position
    }
  }

  /// Countries that the words said are about: subject and object of what is said, and whose they
  /// are.
  func addConcerned(
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
          guard sentence.timeAt[child] < 0 else { continue }
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
          let actsHere = sentence.relation(token) == .nominalSubject && name.capitalOf != nil
          guard name.kinds.contains(.country) && !name.isAdjective || actsHere else { continue }
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
}
