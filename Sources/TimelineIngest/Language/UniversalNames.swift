extension UniversalTag {
  /// The tag's name in CoNLL-U, for example `NOUN`.
  package var name: String {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinatingConjunction: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinatingConjunction: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }

  /// The tag of that name.
  package init?(name: some StringProtocol) {
    guard let tag = Self.allCases.first(where: { $0.name == name }) else { return nil }
    self = tag
  }
}

extension DependencyRelation {
  /// The relation's name in UD v2, with the subtype where the analyser tells it apart.
  package var name: String {
    switch self {
    case .unspecified: "_"
    case .root: "root"
    case .nominalSubject: "nsubj"
    case .passiveSubject: "nsubj:pass"
    case .clausalSubject: "csubj"
    case .object: "obj"
    case .indirectObject: "iobj"
    case .clausalComplement: "ccomp"
    case .openComplement: "xcomp"
    case .oblique: "obl"
    case .obliqueAgent: "obl:agent"
    case .obliqueTemporal: "obl:unmarked"
    case .vocative: "vocative"
    case .expletive: "expl"
    case .dislocated: "dislocated"
    case .adverbialClause: "advcl"
    case .adverbialModifier: "advmod"
    case .discourse: "discourse"
    case .auxiliary: "aux"
    case .passiveAuxiliary: "aux:pass"
    case .copula: "cop"
    case .marker: "mark"
    case .nominalModifier: "nmod"
    case .possessiveModifier: "nmod:poss"
    case .temporalModifier: "nmod:unmarked"
    case .descriptiveModifier: "nmod:desc"
    case .appositionalModifier: "appos"
    case .numericModifier: "nummod"
    case .adnominalClause: "acl"
    case .relativeClause: "acl:relcl"
    case .adjectivalModifier: "amod"
    case .determiner: "det"
    case .caseMarking: "case"
    case .conjunct: "conj"
    case .coordination: "cc"
    case .fixed: "fixed"
    case .flat: "flat"
    case .compound: "compound"
    case .verbParticle: "compound:prt"
    case .list: "list"
    case .parataxis: "parataxis"
    case .orphan: "orphan"
    case .goesWith: "goeswith"
    case .reparandum: "reparandum"
    case .punctuation: "punct"
    case .dependent: "dep"
    }
  }

  /// The relation of that name; an unknown subtype counts as the relation without it.
  package init?(name: some StringProtocol) {
    switch name {
    case "obl:tmod": self = .obliqueTemporal
    case "nmod:tmod": self = .temporalModifier
    default:
      if let relation = Self.allCases.first(where: { $0.name == name }) {
        self = relation
      } else if let colon = name.firstIndex(of: ":"),
        let relation = Self.allCases.first(where: { $0.name == name[..<colon] })
      {
        self = relation
      } else {
        return nil
      }
    }
  }
}

extension Morphology {
  /// The features in CoNLL-U, sorted by name as the format wants, `_` when there are none.
  package var names: String {
    var parts: [String] = []
    if contains(.imperative) { parts.append("Mood=Imp") }
    if contains(.singular) { parts.append("Number=Sing") }
    if contains(.plural) { parts.append("Number=Plur") }
    if contains(.past) { parts.append("Tense=Past") }
    if contains(.present) { parts.append("Tense=Pres") }
    if contains(.finite) { parts.append("VerbForm=Fin") }
    if contains(.infinitive) { parts.append("VerbForm=Inf") }
    if contains(.gerund) { parts.append("VerbForm=Ger") }
    if contains(.participle) { parts.append("VerbForm=Part") }
    if contains(.passive) { parts.append("Voice=Pass") }
    return parts.isEmpty ? "_" : parts.joined(separator: "|")
  }

  /// Reads the features column of a CoNLL-U line as the analyser distinguishes it: number of
  /// nouns, pronouns and determiners; tense, form, mood and voice of verbs and auxiliaries.
  package init(names: some StringProtocol, tag: UniversalTag) {
    self = []
    let isVerb = tag == .verb || tag == .auxiliary
    let hasNumber =
      tag == .noun || tag == .properNoun || tag == .pronoun || tag == .determiner
    for part in names.split(separator: "|") {
      switch part {
      case "Number=Sing" where hasNumber: insert(.singular)
      case "Number=Plur" where hasNumber, "Number=Ptan" where hasNumber: insert(.plural)
      case "Tense=Past" where isVerb: insert(.past)
      case "Tense=Pres" where isVerb: insert(.present)
      case "VerbForm=Fin" where isVerb: insert(.finite)
      case "VerbForm=Inf" where isVerb: insert(.infinitive)
      case "VerbForm=Ger" where isVerb: insert(.gerund)
      case "VerbForm=Part" where isVerb: insert(.participle)
      case "Voice=Pass" where isVerb: insert(.passive)
      case "Mood=Imp" where isVerb: insert(.imperative)
      default: break
      }
    }
  }
}
