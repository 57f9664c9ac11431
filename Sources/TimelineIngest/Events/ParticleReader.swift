/// Completes the company of a phrasal verb whose particle the parser took for something else.
///
///     "brought *down* the president"   down: a preposition of "president", which is the object
///     "threw Togo *out of* the club"   out of: a particle and "of the club"
///     "called the trip *off*"          off: an adverb behind the object
struct ParticleReader: Sendable {
  let sentence: SentenceReading
  /// The particles that the rows of the verb ask for.
  let particles: Set<String>

  /// Words that are prepositions far more often than particles when a name follows.
  private static let prepositions: Set<String> = ["in", "on", "to", "by", "under", "through"]

  /// The particle as a word of its own, below the verb or its object.
  private func particleBelow(_ verb: Int, _ objects: [Int]) -> Int? {
    for head in [verb] + objects {
      for child in sentence.children(head) where child > verb && child <= verb + 12 {
        switch sentence.relation(child) {
        case .caseMarking where head != verb && child > head && sentence.preposition(head).isEmpty:
          if particles.contains(sentence.lower[child]) { return child }
        case .verbParticle, .adverbialModifier, .oblique, .nominalModifier, .adverbialClause:
          guard [.adverb, .adposition].contains(sentence.tag(child)),
            particles.contains(sentence.lower[child])
          else { continue }
          return child
        default: break
        }
      }
    }
    return nil
  }

  /// Sets the particle of the clause and moves the noun behind it to its place.
  func complete(_ clause: inout ClauseArguments, of verb: Int) {
    if let particle = particleBelow(verb, clause.objects) {
      clause.particle = sentence.lower[particle]
      // "did away *with the embargo*", with the embargo below "away".
      for child in sentence.children(particle)
      where sentence.relation(child) == .oblique || sentence.relation(child) == .nominalModifier {
        let preposition = sentence.preposition(child)
        clause.obliques += sentence.coordinates(child).map {
          ObliqueArgument(preposition: preposition, token: $0)
        }
      }
      takeBareObject(&clause, behind: verb)
      return
    }
    guard clause.particle == nil else { return }
    for object in clause.objects where object > verb {
      if let mark = sentence.child(object, .caseMarking), mark == verb + 1,
        particles.contains(sentence.lower[mark]), !Self.prepositions.contains(sentence.lower[mark])
      {
        clause.particle = sentence.lower[mark]
        return
      }
      // "threw Togo *out of the club*", with the club below "Togo".
      for child in sentence.children(object) where sentence.relation(child) == .nominalModifier {
        let words = sentence.preposition(child).split(separator: " ", maxSplits: 1)
        guard words.count > 1, particles.contains(String(words[0])) else { continue }
        clause.particle = String(words[0])
        clause.obliques.append(ObliqueArgument(preposition: String(words[1]), token: child))
        return
      }
    }
    for (position, oblique) in clause.obliques.enumerated()
    where oblique.token > verb && sentence.timeAt[oblique.token] < 0 {
      let words = oblique.preposition.split(separator: " ", maxSplits: 1)
      guard let first = words.first.map(String.init), particles.contains(first) else { continue }
      if words.count > 1 {
        clause.particle = first
        clause.obliques[position].preposition = String(words[1])
        return
      }
      guard verb + 1 < sentence.count, sentence.lower[verb + 1] == first, !clause.isPassive,
        clause.objects.isEmpty,
        !Self.prepositions.contains(first) || first == "in" && sentence.nameAt[oblique.token] < 0
      else { continue }
      clause.particle = first
      clause.objects = clause.obliques.filter { $0.preposition == first }.map(\.token)
      clause.obliques.removeAll { $0.preposition == first }
      return
    }
  }

  /// "flagged off *the train*": behind a particle a noun without preposition is the object.
  private func takeBareObject(_ clause: inout ClauseArguments, behind verb: Int) {
    guard clause.objects.isEmpty, !clause.isPassive else { return }
    let isBare = { (oblique: ObliqueArgument) in
      oblique.preposition.isEmpty && oblique.token > verb && sentence.timeAt[oblique.token] < 0
    }
    clause.objects = clause.obliques.filter(isBare).map(\.token)
    clause.obliques.removeAll(where: isBare)
  }
}
