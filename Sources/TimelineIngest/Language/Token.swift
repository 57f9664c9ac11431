/// A universal part of speech (UD v2, https://universaldependencies.org/u/pos/).
enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner
  case interjection, noun, numeral, particle, pronoun, properNoun, punctuation
  case subordinatingConjunction, symbol, verb, other
}

/// A word of a sentence as the tokenizer cut it and the analyser read it.
struct Token: Sendable, Hashable {
  /// First byte in the document's UTF-8 text.
  var begin: Int32
  /// One past the last byte.
  var end: Int32
  /// Universal part of speech.
  var tag: UniversalTag = .other
  /// Morphological features that the rules need.
  var features: Morphology = []
  /// The index of the head in the sentence; -1 for the root or when not parsed.
  var head: Int32 = -1
  /// The relation to the head, without subtype save `nsubj:pass`, `aux:pass`, `nmod:poss`,
  /// `obl:agent` and the like where the rules need them.
  var relation: DependencyRelation = .unspecified
}

/// Morphological features (UD), as a bit set.
struct Morphology: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  static let past = Morphology(rawValue: 1 << 0)
  static let present = Morphology(rawValue: 1 << 1)
  static let finite = Morphology(rawValue: 1 << 2)
  static let infinitive = Morphology(rawValue: 1 << 3)
  static let gerund = Morphology(rawValue: 1 << 4)
  static let participle = Morphology(rawValue: 1 << 5)
  static let passive = Morphology(rawValue: 1 << 6)
  static let imperative = Morphology(rawValue: 1 << 7)
  static let plural = Morphology(rawValue: 1 << 8)
  static let singular = Morphology(rawValue: 1 << 9)
}

/// A dependency relation of UD v2.
enum DependencyRelation: UInt8, Sendable, CaseIterable {
  case unspecified, root
  case nominalSubject, passiveSubject, clausalSubject, object, indirectObject
  case clausalComplement, openComplement, oblique, obliqueAgent, obliqueTemporal
  case vocative, expletive, dislocated, adverbialClause, adverbialModifier, discourse
  case auxiliary, passiveAuxiliary, copula, marker
  case nominalModifier, possessiveModifier, temporalModifier, appositionalModifier
  case numericModifier, adnominalClause, relativeClause
  case adjectivalModifier, determiner, caseMarking
  case conjunct, coordination, fixed, flat, compound, verbParticle
  case list, parataxis, orphan, goesWith, reparandum, punctuation, dependent
}
