import TimelineModel

/// Finds where an event happened: obliques of place of the trigger, its support verb or its venue.
///
///     "signed in the Kenyan capital"          Nairobi
///     "flew to Lima, where the two talked"    talked: Lima
///     "a clash near the village of Bor-Dobo"  Bor-Dobo
///     "put his name in Kumasi to a pact"      Kumasi, wherever the parser hung it
struct PlaceReader: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  /// The town that the document was filed from, which "here" means.
  var dateline: String?
  /// The country whose capital is meant by "the capital" alone.
  var home: String?

  static let prepositions: Set<String> = [
    "in", "at", "near", "inside", "outside", "outside of", "around", "across", "throughout",
    "off", "within", "through", "beside", "north of", "south of", "east of", "west of", "over",
    "close to", "along", "here in", "in front of",
  ]

  /// Types whose destination is the place.
  private static let travels: Set<String> = ["visit", "deployment", "aid"]

  /// Types that move people or things to a town, which then is the place.
  private static let movements: Set<String> = [
    "arms_delivery", "kidnapping", "arrest", "release", "protest", "conflict", "other",
  ]

  /// Verbs that carry people or things to where the event then is.
  private static let carriers: Set<String> = [
    "ferry", "move", "ship", "deliver", "send", "transfer", "escort", "take", "bring", "transport",
    "fly", "haul", "redeploy", "relocate", "evacuate", "rush", "dispatch", "deport", "extradite",
    "return", "airlift", "commandeer", "divert", "drive", "march", "pour", "spill", "cross",
    "withdraw", "go", "come", "travel", "sail", "invite", "summon",
  ]

  /// Nouns of travel, whose destination is the place: "called off a *trip* to Lima".
  private static let journeys: Set<String> = [
    "visit", "trip", "tour", "journey", "flight", "flights", "mission", "voyage", "pilgrimage",
  ]

  /// Nouns behind "at" and "in" that say why or for whom, not where: "at the request of Tehran".
  private static let reasons: Set<String> = [
    "request", "invitation", "presence", "behest", "expense", "hands", "wake", "name", "support",
    "favour", "favor", "case", "event", "light", "view", "interest", "interests", "absence",
    "honour", "honor", "capacity", "aftermath", "direction", "urging", "initiative", "suggestion",
    "insistence", "protest", "response", "reply", "return", "exchange", "defence", "defense",
    "line", "terms", "face", "context", "framework", "memory", "solidarity", "cooperation",
    "addition", "contrast", "violation", "breach", "relation", "connection", "accordance",
  ]

  /// Nouns whose place is that of the name behind them: "on the shore of Lake Volta".
  static let vicinities: Set<String> = [
    "shore", "shores", "bank", "banks", "margin", "margins", "sideline", "sidelines", "outskirts",
    "fringes", "edge", "coast", "territory", "soil", "island", "border", "frontier", "bridge",
    "waters", "tarmac", "campus", "grounds", "premises", "square", "streets", "slopes", "road",
    "outpost", "line", "side", "part", "stretch", "section", "plain", "plateau", "mountain",
  ]

  /// Nouns that say that the name behind "of" is a place: "the village of Bor-Dobo".
  static let settlements: Set<String> = [
    "village", "town", "city", "port", "province", "region", "district", "island", "suburb",
    "hamlet", "settlement", "municipality", "county", "enclave", "exclave", "oasis", "resort",
    "capital", "islands", "department", "governorate", "camp", "airport", "base", "valley",
  ]

  /// The canonical name of the place that the event's company in the tree names, or nil.
  func place(of candidate: TriggerCandidate) -> String? {
    var best: (rank: Int, name: String)?
    func offerName(_ name: String, _ rank: Int) {
      if best.map({ rank < $0.rank }) ?? true { best = (rank, name) }
    }
    func offer(_ token: Int, _ rank: Int) {
      if let name = placeName(at: token) ?? unknownTown(at: token) { offerName(name, rank) }
    }
    for oblique in candidate.clause.obliques { visit(oblique, candidate, 0, offer, offerName) }
    if candidate.isVerb {
      for object in candidate.clause.objects {
        if candidate.family == "visit" || candidate.family == "conflict" { offer(object, 1) }
        // "*Torkham* was closed": a town that something is done to.
        if sentence.name(object).map({ $0.kinds == .place && $0.capitalOf == nil }) ?? false {
          offer(object, 6)
        }
        if isCarrying(candidate) {
          for child in sentence.children(object)
          where sentence.relation(child) == .nominalModifier
            && ["to", "into"].contains(sentence.preposition(child)) && isGround(child)
          {
            offer(child, 3)
          }
        }
        for child in sentence.children(object)
        where sentence.relation(child) == .nominalModifier
          && Self.prepositions.contains(sentence.preposition(child))
        {
          visit(
            ObliqueArgument(preposition: sentence.preposition(child), token: child), candidate, 4,
            offer, offerName)
        }
        let isLocal = ["project", "trade", "conflict", "sanction"].contains(candidate.family)
        // "shut the *Torkham* crossing", "opened the *Budhi Gandaki* dam".
        for child in sentence.children(object)
        where isLocal && sentence.relation(child) == .compound
          && sentence.name(child).map({ $0.kinds == .place && $0.capitalOf == nil }) ?? false
        {
          offer(child, 8)
        }
        for child in sentence.children(object) where sentence.relation(child) == .nominalModifier {
          let preposition = sentence.preposition(child)
          if isLocal, preposition == "of" { offer(child, 8) }
          // "signed a memorandum on borders *in Accra*", hung too deep by the parser.
          for inner in sentence.children(child)
          where sentence.relation(inner) == .nominalModifier
            && ["in", "at"].contains(sentence.preposition(inner))
            && !sentence.children(inner).contains(where: { sentence.lower[$0] == "between" })
          {
            offer(inner, 9)
          }
        }
      }
    }
    if best == nil, !candidate.isVerb {
      // "the arrest of the mayor *in Praia*": the town may hang on whom it happened to.
      for oblique in candidate.clause.obliques where oblique.preposition == "of" {
        offerTowns(below: oblique.token, depth: 2, offer)
      }
    }
    for oblique in candidate.clause.obliques
    where best == nil && Self.prepositions.contains(oblique.preposition) {
      offerTowns(below: oblique.token, depth: 1, offer)
    }
    if best == nil, candidate.isVerb {
      for object in candidate.clause.objects { offerTowns(below: object, depth: 0, offer) }
    }
    if candidate.isVerb, candidate.family == "legal_decision" {
      // "a court *in Tacna* jailed two for the raid on Lima": where the judges sit.
      for token in candidate.clause.subjects {
        for child in sentence.children(token)
        where sentence.relation(child) == .nominalModifier && sentence.preposition(child) == "in" {
          offer(child, 3)
        }
      }
    }
    if best == nil, candidate.isVerb, ["project", "trade", "disaster"].contains(candidate.family) {
      // "the *Suez Canal* opened".
      for token in candidate.clause.subjects
      where sentence.name(token).map({ $0.kinds == .place && $0.capitalOf == nil }) ?? false {
        offer(token, 12)
      }
    }
    if best == nil, ["protest", "conflict", "disaster", "election"].contains(candidate.family) {
      // "the market women *of Bobo-Dioulasso* marched".
      for token in candidate.clause.subjects + candidate.clause.objects {
        for child in sentence.children(token)
        where ["of", "from"].contains(sentence.preposition(child))
          && sentence.name(child)?.kinds == .place
        {
          offer(child, 12)
        }
      }
    }
    return best?.name
  }

  /// The place of an event whose own company names none: by its name, the words of its clause, or
  /// its host; nil when nothing says.
  func inferredPlace(of candidate: TriggerCandidate) -> String? {
    townOfName(candidate) ?? placeOfClause(candidate) ?? hostTown(of: candidate)
  }

  /// "the *Bucharest* summit": a gathering named after its town.
  private func townOfName(_ candidate: TriggerCandidate) -> String? {
    let isViolent = ["conflict", "disaster", "protest"].contains(candidate.family)
    if candidate.isVerb, isViolent {
      // "the *Bali* bombings killed two hundred".
      for subject in candidate.clause.subjects where sentence.nameAt[subject] < 0 {
        for child in sentence.children(subject)
        where sentence.relation(child) == .compound && isTownBefore(child, subject) {
          return placeName(at: child)
        }
      }
      return nil
    }
    guard !candidate.isVerb, isViolent || Self.gatherings.contains(candidate.family) else {
      return nil
    }
    for modifier in candidate.clause.modifiers where isTownBefore(modifier, candidate.token) {
      if let town = placeName(at: modifier) { return town }
    }
    return sentence.name(candidate.token)?.innerPlace
  }

  /// Whether the event word carries somebody or something, or its object is a journey.
  private func isCarrying(_ candidate: TriggerCandidate) -> Bool {
    if candidate.isVerb, Self.carriers.contains(candidate.lemma) { return true }
    return (candidate.clause.objects + candidate.clause.obliques.map(\.token) + [candidate.token])
      .contains { Self.journeys.contains(sentence.lower[$0]) }
  }

  /// "into *Bogotá's* police academy": a nominal that belongs to a town.
  private func isOfTown(_ token: Int) -> Bool {
    sentence.children(token).contains { child in
      guard let name = sentence.name(child), name.kinds == .place else { return false }
      return [.possessiveModifier, .compound].contains(sentence.relation(child))
    }
  }

  private static let gatherings: Set<String> = ["conference", "meeting", "agreement"]

  /// Whether a town stands right before a gathering as its name, not as one of two who meet.
  private func isTownBefore(_ modifier: Int, _ noun: Int) -> Bool {
    guard let name = sentence.name(modifier), name.kinds == .place, modifier < noun else {
      return false
    }
    let before = name.tokens.lowerBound - 1
    let after = name.tokens.upperBound
    let isPaired =
      before >= 0 && ["-", "–", "and"].contains(sentence.lower[before])
      || after < noun && ["-", "–", "and"].contains(sentence.lower[after])
    return !isPaired
  }

  /// The town or country that hosts: "the summit to be hosted by *Nairobi*".
  private func hostTown(of candidate: TriggerCandidate) -> String? {
    guard candidate.isVerb, candidate.row?.roles.values.contains(.host) ?? false else { return nil }
    let isSubject = candidate.row?.roles["subj"] == .host
    for subject in candidate.clause.subjects where isSubject {
      if let place = placeName(at: subject) { return place }
    }
    return nil
  }

  /// "signed a memorandum of understanding on borders *in Accra*": a town that the parser hung
  /// somewhere below the object.
  private func offerTowns(below token: Int, depth: Int, _ offer: (Int, Int) -> Void) {
    guard depth < 4 else { return }
    for child in sentence.children(token) where sentence.relation(child) == .nominalModifier {
      if ["in", "at"].contains(sentence.preposition(child)),
        let name = sentence.name(child), !name.isAdjective,
        name.kinds.isEmpty || name.kinds.contains(.place) && !name.kinds.contains(.country)
      {
        offer(child, 10 + depth)
      }
      offerTowns(below: child, depth: depth + 1, offer)
    }
  }

  private func visit(
    _ oblique: ObliqueArgument, _ candidate: TriggerCandidate, _ base: Int,
    _ offer: (Int, Int) -> Void, _ offerName: (String, Int) -> Void
  ) {
    let isDestination = ["to", "into", "for", "onto", "back to"].contains(oblique.preposition)
    let allowed =
      Self.prepositions.contains(oblique.preposition)
      || isDestination && Self.travels.contains(candidate.family)
      || oblique.preposition == "of"
        && ["conflict", "disaster", "kidnapping"].contains(candidate.family)
      || oblique.preposition == "on" && isGround(oblique.token)
      || ["to", "into", "from"].contains(oblique.preposition)
        && Self.movements.contains(candidate.family) && isGround(oblique.token)
      || oblique.preposition == "from" && candidate.family == "weapons_test"
      || ["from", "out of"].contains(oblique.preposition) && candidate.family == "deployment"
      || oblique.preposition == "on" && candidate.family == "conflict"
        && sentence.name(oblique.token)?.kinds == .place
      || ["to", "into", "onto"].contains(oblique.preposition) && isCarrying(candidate)
        && (isGround(oblique.token) || isOfTown(oblique.token))
    guard allowed, sentence.timeAt[oblique.token] < 0,
      !Self.reasons.contains(sentence.lower[oblique.token])
    else { return }
    if oblique.preposition == "over",
      sentence.name(oblique.token).map({ $0.kinds == .country }) ?? false,
      candidate.family != "conflict"
    {
      return
    }
    // A town before a country, the trigger's own oblique before what hangs on it.
    let name = sentence.name(oblique.token)
    let isCountry = name?.kinds.contains(.country) ?? false
    // "at the Asni hotel in *Marrakesh*": a town before a building that nobody knows.
    let isUnknownBuilding = (name?.isFacility ?? false) && !(name?.isReference ?? false)
    offer(oblique.token, base + (isUnknownBuilding ? 4 : isCountry ? 2 : 0))
    // "off the *Yemeni* coast", "on *Turkish* soil": the country is where.
    if Self.vicinities.contains(sentence.lower[oblique.token]) {
      for child in sentence.children(oblique.token) where sentence.name(child)?.isAdjective ?? false
      {
        if let country = sentence.name(child)?.country { offerName(country, base + 5) }
      }
    }
    for child in sentence.children(oblique.token) {
      switch sentence.relation(child) {
      case .compound, .adjectivalModifier, .flat, .possessiveModifier:
        // "at the *Lisbon* Forum", "in the *Chilean* capital": a venue named after its town.
        if let name = sentence.name(child), !name.isAdjective {
          // "at *Syria's* Shayrat base": the country gives way to the base's own name.
          offer(child, base + (name.kinds.contains(.country) ? 5 : 3))
        }
      case .nominalModifier
      where Self.prepositions.contains(sentence.preposition(child))
        || sentence.preposition(child) == "of":
        let noun = sentence.lower[oblique.token]
        // "in the port city *of Guayaquil*", "off the Tuscan island *of Giglio*".
        let isNamed =
          sentence.preposition(child) == "of" && Self.settlements.contains(noun)
          && !(sentence.name(child)?.kinds.contains(.country) ?? false)
        offer(child, base + (isNamed ? -1 : isUnknownBuilding ? 3 : 4))
        // "on the margins *of the Forum in Davos*".
        if Self.vicinities.contains(noun) || Self.settlements.contains(noun) {
          for inner in sentence.children(child)
          where sentence.relation(inner) == .nominalModifier
            && Self.prepositions.contains(sentence.preposition(inner))
          {
            offer(inner, base + 3)
          }
        }
      case .adnominalClause, .relativeClause:
        // "at a meeting *brokered in Lima*".
        for inner in sentence.children(child)
        where sentence.relation(inner) == .oblique
          && ["in", "at"].contains(sentence.preposition(inner))
        {
          offer(inner, base + 4)
        }
      case .appositionalModifier: offer(child, base + 1)
      default: break
      }
    }
  }

  /// A name that no table knows behind a preposition of place: "at Zalambessa", "the village of
  /// Bor-Dobo".
  private func unknownTown(at token: Int) -> String? {
    guard let name = sentence.name(token), name.kinds.isEmpty, !name.isAdjective, !name.isWeapon
    else { return nil }
    let preposition = sentence.preposition(token)
    let head = sentence.head(token)
    let isSettlement = head >= 0 && Self.settlements.contains(sentence.lower[head])
    guard
      ["in", "at", "near", "outside", "off"].contains(preposition)
        || isSettlement && (preposition == "of" || preposition.isEmpty)
    else { return nil }
    return name.name
  }

  func placeName(at token: Int) -> String? {
    guard let name = sentence.name(token) else { return capital(at: token) }
    guard !name.isAdjective, !name.kinds.contains(.person) else { return nil }
    if name.kinds.contains(.place) || name.kinds.contains(.country) { return name.name }
    // The town inside the name of a gathering or body: "Geneva Conference".
    return sentence.innerPlace(of: name)
  }

  /// "the *Kenyan* capital", "the capital of Kenya": the town that is meant.
  private func capital(at token: Int) -> String? {
    guard sentence.lower[token] == "capital" else { return nil }
    for child in sentence.children(token) {
      guard let name = sentence.name(child) else { continue }
      if name.kinds == .place { return name.name }
      guard name.kinds.contains(.country), let country = name.country else { continue }
      switch sentence.relation(child) {
      case .compound, .adjectivalModifier, .possessiveModifier, .nominalModifier:
        return Gazetteer.shared.capital(of: country)
      default: continue
      }
    }
    // "in *the capital*": of the town or country that the text is from or about.
    guard sentence.children(token).contains(where: { sentence.lower[$0] == "the" }),
      !sentence.children(token).contains(where: {
        [.adjectivalModifier, .nominalModifier, .compound, .possessiveModifier].contains(
          sentence.relation($0))
      })
    else { return nil }
    let country =
      dateline.flatMap { Gazetteer.shared.countryActing(by: $0) } ?? home
    return country.flatMap { Gazetteer.shared.capital(of: $0) }
  }

  private static let spots: Set<Substring> = [
    "Square", "Street", "Avenue", "Road", "Boulevard", "Highway", "Bridge", "Island", "Islands",
    "Lake", "River", "Mount", "Mountain", "Peninsula", "Coast", "Beach", "Campus", "Heights",
    "Plateau", "Hill", "Capitol", "Crossing", "Line", "Border",
  ]

  /// Whether a name is of something that one is on rather than in.
  func isSpot(_ name: NamedMention) -> Bool {
    name.isFacility || name.name.split(separator: " ").contains { Self.spots.contains($0) }
  }

  /// Whether "on", "to" or "from" a nominal says where: a place's name that does not act for a
  /// country, or a noun such as "shore" and "outskirts".
  private func isGround(_ token: Int) -> Bool {
    if let name = sentence.name(token) {
      // "on Unity Square", "on Java", but not "a summit on the Sahel".
      if sentence.preposition(token) == "on" { return name.kinds == .place && isSpot(name) }
      return name.kinds == .place
    }
    return Self.vicinities.contains(sentence.lower[token])
      || Self.settlements.contains(sentence.lower[token])
  }
}

extension SentenceReading {
  /// The name of a town or country that begins a longer name, or nil.
  func innerPlace(of name: NamedMention) -> String? { name.innerPlace }
}
