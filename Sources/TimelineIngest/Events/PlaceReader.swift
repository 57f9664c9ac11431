/// Finds where an event happened: obliques of place of the trigger, its support verb or its venue.
struct PlaceReader: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon

  private static let prepositions: Set<String> = [
    "in", "at", "near", "inside", "outside", "outside of", "around", "across", "throughout",
    "off", "within", "through", "beside", "north of", "south of", "east of", "west of", "over",
    "close to", "along", "here in", "in front of",
  ]

  /// Types whose destination is the place.
  private static let travels: Set<String> = ["visit", "deployment", "aid"]

  /// The canonical name of the place, or nil when the sentence does not say.
  func place(of candidate: TriggerCandidate) -> String? {
    var best: (rank: Int, name: String)?
    func offer(_ token: Int, _ rank: Int) {
      guard let name = placeName(at: token) ?? unknownTown(at: token),
        best.map({ rank < $0.rank }) ?? true
      else { return }
      best = (rank, name)
    }
    for oblique in candidate.clause.obliques { visit(oblique, candidate, 0, offer) }
    if candidate.isVerb {
      for object in candidate.clause.objects {
        if candidate.family == "visit" || candidate.family == "conflict" { offer(object, 1) }
        for child in sentence.children(object)
        where sentence.relation(child) == .nominalModifier
          && Self.prepositions.contains(sentence.preposition(child))
        {
          visit(
            ObliqueArgument(preposition: sentence.preposition(child), token: child), candidate, 4,
            offer)
        }
        let isLocal = ["project", "trade", "conflict", "sanction"].contains(candidate.family)
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
    return best?.name
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
    _ offer: (Int, Int) -> Void
  ) {
    let isDestination =
      oblique.preposition == "to" || oblique.preposition == "into" || oblique.preposition == "for"
    let allowed =
      Self.prepositions.contains(oblique.preposition)
      || isDestination && Self.travels.contains(candidate.family)
      || oblique.preposition == "of"
        && ["conflict", "disaster", "kidnapping"].contains(candidate.family)
    guard allowed, sentence.timeAt[oblique.token] < 0 else { return }
    if oblique.preposition == "over",
      sentence.name(oblique.token).map({ $0.kinds == .country }) ?? false,
      candidate.family != "conflict"
    {
      return
    }
    // A town before a country, the trigger's own oblique before what hangs on it.
    let isCountry = sentence.name(oblique.token)?.kinds.contains(.country) ?? false
    offer(oblique.token, base + (isCountry ? 2 : 0))
    for child in sentence.children(oblique.token) {
      switch sentence.relation(child) {
      case .compound, .adjectivalModifier, .flat, .possessiveModifier:
        // "at the *Lisbon* Forum", "in the *Chilean* capital": a venue named after its town.
        if !(sentence.name(child)?.isAdjective ?? false) { offer(child, base + 3) }
      case .nominalModifier
      where Self.prepositions.contains(sentence.preposition(child))
        || sentence.preposition(child) == "of":
        offer(child, base + 4)
      case .appositionalModifier: offer(child, base + 1)
      default: break
      }
    }
  }

  /// A name that no table knows behind a preposition of place: "at Zalambessa".
  private func unknownTown(at token: Int) -> String? {
    guard let name = sentence.name(token), name.kinds.isEmpty, !name.isAdjective, !name.isWeapon,
      ["in", "at", "near", "outside", "off"].contains(sentence.preposition(token))
    else { return nil }
    return name.name
  }

  private func placeName(at token: Int) -> String? {
    guard let name = sentence.name(token), !name.isAdjective, !name.kinds.contains(.person) else {
      return nil
    }
    if name.kinds.contains(.place) || name.kinds.contains(.country) { return name.name }
    // The town inside the name of a gathering or body: "Geneva Conference".
    return sentence.innerPlace(of: name)
  }
}

extension SentenceReading {
  /// The name of a town or country that begins a longer name, or nil.
  func innerPlace(of name: NamedMention) -> String? { name.innerPlace }
}
