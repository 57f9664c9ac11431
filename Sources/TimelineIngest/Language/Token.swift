/// A universal part of speech (UD v2, https://universaldependencies.org/u/pos/).
package enum UniversalTag: UInt8, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinatingConjunction, determiner
  case interjection, noun, numeral, particle, pronoun, properNoun, punctuation
  case subordinatingConjunction, symbol, verb, other
}

/// A word of a sentence as the tokenizer cut it and the analyser read it.
package struct Token: Sendable, Hashable {
  /// First byte in the document's UTF-8 text.
  package var begin: Int32
  /// One past the last byte.
  package var end: Int32
  /// Universal part of speech.
  package var tag: UniversalTag = .other
  /// Morphological features that the rules need.
  package var features: Morphology = []
  /// The index of the head in the sentence; -1 for the root or when not parsed.
  package var head: Int32 = -1
  /// The relation to the head, without subtype save `nsubj:pass`, `aux:pass`, `nmod:poss`,
  /// `obl:agent` and the like where the rules need them.
  package var relation: DependencyRelation = .unspecified

  /// A token of those bytes, neither tagged nor parsed.
  package init(begin: Int32, end: Int32) {
    self.begin = begin
    self.end = end
  }
}

/// Morphological features (UD), as a bit set.
package struct Morphology: OptionSet, Sendable, Hashable {
  package let rawValue: UInt32

  /// The set of those bits.
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  package static let past = Morphology(rawValue: 1 << 0)
  package static let present = Morphology(rawValue: 1 << 1)
  package static let finite = Morphology(rawValue: 1 << 2)
  package static let infinitive = Morphology(rawValue: 1 << 3)
  package static let gerund = Morphology(rawValue: 1 << 4)
  package static let participle = Morphology(rawValue: 1 << 5)
  package static let passive = Morphology(rawValue: 1 << 6)
  package static let imperative = Morphology(rawValue: 1 << 7)
  package static let plural = Morphology(rawValue: 1 << 8)
  package static let singular = Morphology(rawValue: 1 << 9)
}

/// A dependency relation of UD v2.
package enum DependencyRelation: UInt8, Sendable, CaseIterable {
  case unspecified, root
  case nominalSubject, passiveSubject, clausalSubject, object, indirectObject
  case clausalComplement, openComplement, oblique, obliqueAgent, obliqueTemporal
  case vocative, expletive, dislocated, adverbialClause, adverbialModifier, discourse
  case auxiliary, passiveAuxiliary, copula, marker
  case nominalModifier, possessiveModifier, temporalModifier, descriptiveModifier
  case appositionalModifier
  case numericModifier, adnominalClause, relativeClause
  case adjectivalModifier, determiner, caseMarking
  case conjunct, coordination, fixed, flat, compound, verbParticle
  case list, parataxis, orphan, goesWith, reparandum, punctuation, dependent
}
