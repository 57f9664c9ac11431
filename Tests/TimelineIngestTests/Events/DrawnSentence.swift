import Chronology
import TimelineModel

@testable import TimelineIngest

/// A sentence with its tree written out by hand, so that rules are tested without a parser.
///
/// One word a line: form, tag, head (counted from 1, 0 for the root), relation.
struct DrawnSentence {
  let reading: SentenceReading
  let text: String

  static let tags: [String: UniversalTag] = [
    "ADJ": .adjective, "ADP": .adposition, "ADV": .adverb, "AUX": .auxiliary,
    "CCONJ": .coordinatingConjunction, "DET": .determiner, "NOUN": .noun, "NUM": .numeral,
    "PART": .particle, "PRON": .pronoun, "PROPN": .properNoun, "PUNCT": .punctuation,
    "SCONJ": .subordinatingConjunction, "VERB": .verb,
  ]

  static let relations: [String: DependencyRelation] = [
    "root": .root, "nsubj": .nominalSubject, "nsubj:pass": .passiveSubject, "obj": .object,
    "obl": .oblique, "obl:agent": .obliqueAgent, "nmod": .nominalModifier,
    "amod": .adjectivalModifier,
    "case": .caseMarking, "det": .determiner, "aux": .auxiliary, "aux:pass": .passiveAuxiliary,
    "conj": .conjunct, "cc": .coordination, "punct": .punctuation, "xcomp": .openComplement,
    "ccomp": .clausalComplement, "mark": .marker, "nummod": .numericModifier, "compound": .compound,
    "compound:prt": .verbParticle, "acl": .adnominalClause, "acl:relcl": .relativeClause,
    "advmod": .adverbialModifier, "nmod:poss": .possessiveModifier, "advcl": .adverbialClause,
    "flat": .flat, "cop": .copula,
  ]

  init(
    _ lines: String, names: [NamedMention] = [], times: [(Range<Int>, EventDate)] = [],
    lexicon: EventLexicon = .shared
  ) {
    var tokens: [Token] = []
    var words: [String] = []
    var text = ""
    for line in lines.split(separator: "\n") {
      let parts = line.split(separator: " ").map(String.init)
      if !text.isEmpty { text += " " }
      let begin = Int32(text.utf8.count)
      text += parts[0]
      words.append(parts[0])
      tokens.append(
        Self.token(begin, Int32(text.utf8.count), parts))
    }
    let tree = SentenceTree(range: 0..<text.utf8.count, tokens: tokens)
    let mentions = times.map { range, date in
      TimeMention(
        expression: TimeExpression(
          range: Int(tokens[range.lowerBound].begin)..<Int(tokens[range.upperBound - 1].end),
          kind: .date, value: date.edtf ?? "", date: date, rule: "test"),
        tokens: range, head: SentenceReading.headToken(of: range, in: tree))
    }
    self.text = text
    reading = SentenceReading(
      index: 0, tree: tree, text: SentenceText(words: words, lexicon: lexicon), names: names,
      times: mentions)
  }

  private static func token(_ begin: Int32, _ end: Int32, _ parts: [String]) -> Token {
    var token = Token(begin: begin, end: end)
    token.tag = tags[parts[1]] ?? .other
    token.head = Int32(parts[2]).map { $0 - 1 } ?? -1
    token.relation = relations[parts[3]] ?? .unspecified
    return token
  }

  /// The triggers found, with their types.
  func triggers(every: Bool = false) -> [String] {
    TriggerFinder(sentence: reading, lexicon: .shared).candidates(every: every)
      .map { "\($0.lemma):\($0.type)" }
  }

  /// The drafts of the sentence.
  func drafts() -> [MentionDraft] {
    let candidates = TriggerFinder(sentence: reading, lexicon: .shared).candidates(every: false)
    let said = Set(candidates.filter { $0.isVerb && $0.hints.contains(.said) }.map(\.token))
    let drafter = MentionDrafter(
      sentence: reading, lexicon: .shared, memory: DiscourseMemory(),
      attacher: DateAttacher(sentence: reading, candidates: candidates, saidVerbs: said),
      candidates: candidates, saidVerbs: said, text: text)
    return candidates.enumerated().map { drafter.draft($1, ordinal: $0) }
  }

  static func country(_ token: Int, _ name: String) -> NamedMention {
    NamedMention(tokens: token..<(token + 1), name: name, kinds: .country, country: name)
  }
}
