/// An oblique or nominal modifier with its preposition.
struct ObliqueArgument: Sendable, Hashable {
  /// The preposition in lower case; empty for a bare adverbial ("on" is left out in headlines).
  var preposition: String
  /// The head token of the nominal.
  var token: Int
}

/// The company of an event word, read off the tree: who, whom, with whom, where, in what voice.
struct ClauseArguments: Sendable {
  /// Those who do it, coordination spread out, relative pronouns and gaps resolved.
  var subjects: [Int] = []
  /// Those it is done to; the subject of a passive is here.
  var objects: [Int] = []
  /// Obliques and nominal modifiers.
  var obliques: [ObliqueArgument] = []
  /// Modifiers to the left of a noun and its "of" phrases, and adjectives.
  var modifiers: [Int] = []
  /// Complement clauses by their head.
  var complements: [Int] = []
  /// Predicate nouns and adjectives ("named *ambassador*", "become a *member*").
  var predicates: [Int] = []
  /// The particle of a particle verb.
  var particle: String?
  /// Whether the verb is passive.
  var isPassive = false
  /// The possessor of a noun.
  var possessors: [Int] = []
  /// The verb that a nominal event leans on ("*held* talks", "a meeting *took* place").
  var supportVerb: Int?

  /// Adds what the other clause has and this one lacks.
  mutating func borrowSubjects(from other: ClauseArguments) {
    if subjects.isEmpty { subjects = other.subjects }
  }
}
