/// Reads what only some types have: the weapon and its number, the subject of an agreement.
struct AttributeReader: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon

  /// The attributes of an event, by name.
  func attributes(of candidate: TriggerCandidate) -> [String: String] {
    var found: [String: String] = [:]
    switch candidate.family {
    case "arms_deal", "arms_delivery", "weapons_test": weapon(candidate, &found)
    case "agreement":
      if let token = oblique(candidate, ["on", "concerning", "regarding", "about"]) {
        found["subject"] = sentence.phrase(of: token)
      }
    case "exercise":
      if let token = candidate.clause.modifiers.first(where: {
        sentence.tag($0) == .properNoun && !(sentence.name($0)?.isAdjective ?? false)
          && sentence.name($0)?.kinds.contains(.country) != true
      }) {
        found["exercise"] = sentence.phrase(of: token)
      }
    case "appointment":
      let office =
        candidate.clause.predicates + candidate.clause.objects
        + candidate.clause.obliques.filter { $0.preposition == "as" }.map(\.token)
      if let token = office.first(where: {
        lexicon.isMember(sentence.forms[$0].noun, of: lexicon.classBit("office"))
      }) {
        found["office"] = sentence.phrase(of: token)
      }
    case "listing":
      if let token = oblique(candidate, ["on", "to", "from", "in"]) {
        found["list"] = sentence.phrase(of: token)
      }
    default: break
    }
    return found
  }

  private func weapon(_ candidate: TriggerCandidate, _ found: inout [String: String]) {
    let bit = lexicon.classBit("weapon")
    var tokens = candidate.isVerb ? candidate.clause.objects : []
    for object in candidate.clause.objects {
      tokens += sentence.children(object).filter { sentence.relation($0) == .nominalModifier }
    }
    tokens += candidate.clause.obliques.filter { ["of", "for", "on"].contains($0.preposition) }
      .map(\.token)
    tokens += candidate.clause.modifiers
    for token in tokens
    where lexicon.isMember(sentence.forms[token].noun, of: bit) {
      found["system"] = sentence.phrase(of: token)
      for child in sentence.children(token) where sentence.relation(child) == .numericModifier {
        found["quantity"] = sentence.text(of: child)
      }
      break
    }
    for token in 0..<sentence.count
    where ["$", "€", "£", "us$"].contains(sentence.lower[token]) && found["value"] == nil {
      found["value"] = sentence.phrase(of: token)
    }
  }

  private func oblique(_ candidate: TriggerCandidate, _ prepositions: Set<String>) -> Int? {
    var obliques = candidate.clause.obliques
    for object in candidate.clause.objects where candidate.isVerb {
      obliques += sentence.children(object)
        .filter { sentence.relation($0) == .nominalModifier }
        .map { ObliqueArgument(preposition: sentence.preposition($0), token: $0) }
    }
    return obliques.first {
      prepositions.contains($0.preposition) && sentence.timeAt[$0.token] < 0
        && sentence.name($0.token)?.kinds.contains(.place) != true
    }?.token
  }
}
