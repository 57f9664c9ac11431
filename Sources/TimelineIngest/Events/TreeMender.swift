/// Mends what the parser gets wrong where names and lexicons know better.
///
/// Each step is a rule of English, not of a text:
/// - "rebels *free* two hostages": what has a subject and no copula is a verb;
/// - a name is one unit with one head;
/// - "*earnings* of miners and drivers rose": the noun that heads a full sentence is its subject;
/// - "visited Lima and *the sides* signed", "…, *a spokesman* said.": the subject that another clause
///   has taken goes to the verb behind it;
/// - a title before a name is not its head;
/// - a past form is coordinated with the finite verb, never with an infinitive;
/// - "X, hosted by Peru": the participle belongs to the event, not to its last attribute.
///
/// A step stays only while the articles show that the parser needs it.
struct TreeMender {
  let lexicon: EventLexicon
  let lower: [String]
  let names: [NamedMention]

  init(lexicon: EventLexicon, lower: [String], names: [NamedMention]) {
    self.lexicon = lexicon
    self.lower = lower
    self.names = names
  }

  /// Applies the rules once, in order; trees without heads stay as they are.
  func mend(_ tree: inout SentenceTree) {
    guard tree.tokens.contains(where: { $0.head >= 0 }) else { return }
    mendBareVerbs(&tree)
    unifyNames(&tree)
    mendHeadlessClause(&tree)
    mendLostSubjects(&tree)
    mendTitledNames(&tree)
    mendFiniteConjuncts(&tree)
    mendHosting(&tree)
  }

  func attach(
    _ token: Int, to head: Int, as relation: DependencyRelation, in tree: inout SentenceTree
  ) {
    guard token != head, !isAbove(token, head, in: tree) else { return }
    tree.tokens[token].head = Int32(head)
    tree.tokens[token].relation = relation
  }

  /// Whether the first token stands above the second, so that attaching it there would close a
  /// circle.
  private func isAbove(_ token: Int, _ below: Int, in tree: SentenceTree) -> Bool {
    var position = below
    for _ in 0...tree.tokens.count {
      if position == token { return true }
      position = Int(tree.tokens[position].head)
      if position < 0 { return false }
    }
    return true
  }

  func isNominal(_ token: Int, in tree: SentenceTree) -> Bool {
    switch tree.tokens[token].tag {
    case .noun, .properNoun, .pronoun, .numeral: true
    default: false
    }
  }

  private func hasEventRow(_ token: Int) -> Bool {
    let noun = lexicon.form(lower[token]).noun
    return noun >= 0 && !lexicon.nounRows[Int(noun)].isEmpty
  }

  /// "agreed to lift the ban, *sold* tanks": a past form is coordinated with the finite verb, never
  /// with an infinitive.
  private func mendFiniteConjuncts(_ tree: inout SentenceTree) {
    for verb in tree.tokens.indices
    where tree.tokens[verb].relation == .conjunct && tree.tokens[verb].tag == .verb {
      let head = Int(tree.tokens[verb].head)
      guard head >= 0, tree.tokens[head].tag == .verb, isInfinitive(head, in: tree),
        !isInfinitive(verb, in: tree)
      else { continue }
      let form = lexicon.form(lower[verb])
      let lemma =
        form.verb >= 0
        ? lexicon.lemmas[Int(form.verb)] : Inflection.shared.lemma(ofVerb: lower[verb])
      guard lower[verb] != lemma, !lower[verb].hasSuffix("ing") else { continue }
      let finite = Int(tree.tokens[head].head)
      if finite >= 0, tree.tokens[finite].tag == .verb {
        attach(verb, to: finite, as: .conjunct, in: &tree)
      }
    }
  }

  private func isInfinitive(_ verb: Int, in tree: SentenceTree) -> Bool {
    tree.tokens.indices.contains {
      $0 < verb && tree.tokens[$0].head == Int32(verb) && lower[$0] == "to"
        && tree.tokens[$0].tag == .particle
    }
  }

  /// All tokens of a name below one head; what hung on the others hangs on it.
  private func unifyNames(_ tree: inout SentenceTree) {
    for name in names where name.tokens.count > 1 && name.tokens.upperBound <= tree.tokens.count {
      let outside = name.tokens.filter { !name.tokens.contains(Int(tree.tokens[$0].head)) }
      guard outside.count >= 1 else { continue }
      let head =
        outside.first {
          switch tree.tokens[$0].relation {
          case .compound, .flat, .adjectivalModifier, .descriptiveModifier, .caseMarking,
            .determiner, .numericModifier:
            false
          default: true
          }
        } ?? outside[outside.count - 1]
      for token in name.tokens where token != head && outside.contains(token) {
        guard !isAbove(token, head, in: tree) else { continue }
        tree.tokens[token].head = Int32(head)
        tree.tokens[token].relation = .flat
      }
      for child in tree.tokens.indices where !name.tokens.contains(child) {
        let parent = Int(tree.tokens[child].head)
        guard parent >= 0, parent != head, name.tokens.contains(parent),
          tree.tokens[parent].head == Int32(head)
        else { continue }
        tree.tokens[child].head = Int32(head)
      }
    }
  }

  private static let hosting: Set<String> = [
    "hosted", "held", "organised", "organized", "convened", "chaired", "attended", "led",
    "sponsored", "co-hosted", "signed", "brokered", "mediated", "planned", "scheduled",
    "initialled", "concluded",
  ]

  /// "a forum of experts responsible for X, *hosted* by Peru": the forum is hosted.
  private func mendHosting(_ tree: inout SentenceTree) {
    for verb in tree.tokens.indices where Self.hosting.contains(lower[verb]) {
      let relation = tree.tokens[verb].relation
      guard
        relation == .adnominalClause || relation == .adverbialClause
          || isPassiveRelative(verb, in: tree)
      else { continue }
      let hasSubject = tree.tokens.contains {
        $0.head == Int32(verb)
          && ($0.relation == .nominalSubject || $0.relation == .object || $0.relation == .auxiliary)
      }
      guard !hasSubject else { continue }
      var position = Int(tree.tokens[verb].head)
      for _ in 0..<8 {
        guard position >= 0, position < verb else { break }
        let noun = lexicon.form(lower[position]).noun
        if isNominal(position, in: tree), noun >= 0, !lexicon.nounRows[Int(noun)].isEmpty {
          attach(
            verb, to: position, as: relation == .relativeClause ? relation : .adnominalClause,
            in: &tree)
          break
        }
        switch tree.tokens[position].relation {
        case .nominalModifier, .adjectivalModifier, .oblique, .conjunct, .appositionalModifier,
          .adnominalClause:
          position = Int(tree.tokens[position].head)
        default: position = -1
        }
      }
      mendLooseParticiple(verb, in: &tree)
    }
  }

  /// "the visit of Rojas to Peru, *which is planned* for June": nobody plans Peru.
  private func isPassiveRelative(_ verb: Int, in tree: SentenceTree) -> Bool {
    tree.tokens[verb].relation == .relativeClause
      && tree.tokens.indices.contains {
        tree.tokens[$0].head == Int32(verb) && tree.tokens[$0].relation == .passiveSubject
          && ["which", "that"].contains(lower[$0])
      }
  }

  /// "a contract worth two billion euros *signed* in May": when the participle hangs on something
  /// that cannot be signed or held, it belongs to the nearest event noun before it.
  private func mendLooseParticiple(_ verb: Int, in tree: inout SentenceTree) {
    let head = Int(tree.tokens[verb].head)
    guard head >= 0, head < verb, !hasEventRow(head) else { return }
    for noun in stride(from: verb - 1, through: max(0, verb - 9), by: -1) {
      switch tree.tokens[noun].tag {
      case .verb, .auxiliary: return
      case .noun where hasEventRow(noun):
        attach(verb, to: noun, as: .adnominalClause, in: &tree)
        return
      default: break
      }
    }
  }
}
