/// Mends what a greedy parser commonly gets wrong where names and word order know better.
///
/// Each step is a rule of English, not of a text:
/// - a name is one unit with one head;
/// - a preposition belongs to the nominal before the next preposition ("between *ministers* at …");
/// - a nominal with a preposition hangs on something to its left, unless it opens a clause;
/// - a noun coordinated with a verb is coordinated with the noun before "and";
/// - "the day Kenya signed it": the name is the subject of the clause;
/// - "X, hosted by Peru": the participle belongs to the event, not to its last attribute.
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
    mendVerblessClause(&tree)
    mendParticiples(&tree)
    unifyNames(&tree)
    mendNominalRoot(&tree)
    mendReducedSubject(&tree)
    mendCopularParticiples(&tree)
    mendActiveSubjects(&tree)
    mendTitledNames(&tree)
    mendDemonyms(&tree)
    mendBetween(&tree)
    mendPrepositions(&tree)
    mendStrayPrepositions(&tree)
    mendBackwardNominals(&tree)
    mendBareSubjects(&tree)
    mendVenues(&tree)
    mendNameLists(&tree)
    mendFiniteConjuncts(&tree)
    mendCoordination(&tree)
    mendReducedRelatives(&tree)
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

  /// "a meeting led *by* …" with "led" read as a noun: a past participle before "by" is a verb.
  private func mendParticiples(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices.dropFirst()
    where token + 1 < tree.tokens.count && isNounlike(token, in: tree)
      && lower[token + 1] == "by" && !names.contains(where: { $0.tokens.contains(token) })
    {
      let form = lexicon.form(lower[token])
      guard form.verb >= 0 || lower[token].hasSuffix("ed"),
        form.verb < 0 || lexicon.lemmas[Int(form.verb)] != lower[token], form.noun < 0
      else { continue }
      let head = Int(tree.tokens[token].head)
      guard head >= 0 else { continue }
      let relation = tree.tokens[token].relation
      // The noun before it takes its place; its prepositions go along.
      let before = token - 1
      if isNominal(before, in: tree), tree.tokens[before].head == Int32(token) {
        tree.tokens[before].head = Int32(head)
        tree.tokens[before].relation = relation
        for child in tree.tokens.indices
        where tree.tokens[child].head == Int32(token) && child < before {
          tree.tokens[child].head = Int32(before)
        }
      }
      tree.tokens[token].tag = .verb
      tree.tokens[token].relation = .adnominalClause
    }
  }

  /// Whether a token is tagged a noun or hangs in the tree as one.
  private func isNounlike(_ token: Int, in tree: SentenceTree) -> Bool {
    if tree.tokens[token].tag == .noun { return true }
    guard tree.tokens[token].tag == .verb else { return false }
    switch tree.tokens[token].relation {
    case .nominalModifier, .compound, .flat, .oblique, .object: return true
    default: return false
    }
  }

  /// A preposition stands before its nominal, and "of" and "between" hang on the noun before them.
  private func mendStrayPrepositions(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices
    where tree.tokens[token].relation == .caseMarking && tree.tokens[token].tag == .adposition {
      let head = Int(tree.tokens[token].head)
      guard head >= 0 else { continue }
      if head < token {
        let next = tree.tokens.indices.first {
          $0 > token && tree.tokens[$0].head == Int32(head) && isNominal($0, in: tree)
        }
        if let next { attach(token, to: next, as: .caseMarking, in: &tree) }
      } else if ["at", "with"].contains(lower[token]), token > 0, isNominal(head, in: tree),
        tree.tokens[head].relation == .oblique, Int(tree.tokens[head].head) < token - 1,
        tree.tokens[token - 1].tag == .noun, tree.tokens[token - 1].relation == .oblique,
        hasEventRow(token - 1)
      {
        // "after their talks *at the palace*": where the talks were.
        attach(head, to: token - 1, as: .nominalModifier, in: &tree)
      } else if ["of", "between"].contains(lower[token]), token > 0,
        tree.tokens[token - 1].tag == .noun || tree.tokens[token - 1].tag == .properNoun,
        isNominal(head, in: tree), tree.tokens[head].relation != .root
      {
        let noun = lexicon.form(lower[token - 1]).noun
        guard
          lower[token] == "of"
            ? tree.tokens[head].relation == .nominalModifier
              && Int(tree.tokens[head].head) < token - 1
              && !names.contains(where: { $0.tokens.contains(token) }) : true,
          noun >= 0, !lexicon.nounRows[Int(noun)].isEmpty
        else { continue }
        attach(head, to: token - 1, as: .nominalModifier, in: &tree)
      }
    }
  }

  /// "talks between the ministers *at the forum*": where the talks were, not what the ministers are;
  /// and "at *this year's* forum": the preposition is the forum's.
  private func mendVenues(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices
    where tree.tokens[token].relation == .caseMarking && tree.tokens[token].tag == .adposition {
      let nominal = Int(tree.tokens[token].head)
      guard nominal > token, tree.tokens[nominal].relation == .possessiveModifier else { continue }
      let owned = Int(tree.tokens[nominal].head)
      if owned > nominal { attach(token, to: owned, as: .caseMarking, in: &tree) }
    }
    for token in tree.tokens.indices
    where tree.tokens[token].relation == .caseMarking
      && ["at", "in", "during"].contains(lower[token])
    {
      let nominal = Int(tree.tokens[token].head)
      guard nominal > token, tree.tokens[nominal].relation == .nominalModifier else { continue }
      let people = Int(tree.tokens[nominal].head)
      // "hosted by Ghana *in Tema*": a country is not in a town, the hosting is.
      if people >= 0, people < token,
        names.contains(where: {
          $0.tokens.contains(people) && !$0.isAdjective
            && !$0.kinds.isDisjoint(with: [.country, .person])
        }), Int(tree.tokens[people].head) >= 0,
        tree.tokens[Int(tree.tokens[people].head)].tag == .verb
      {
        attach(nominal, to: Int(tree.tokens[people].head), as: .oblique, in: &tree)
        continue
      }
      guard people >= 0, people < token, tree.tokens[people].relation == .nominalModifier,
        tree.tokens.indices.contains(where: {
          tree.tokens[$0].head == Int32(people) && lower[$0] == "between"
        }), tree.tokens[people].head >= 0, hasEventRow(Int(tree.tokens[people].head))
      else { continue }
      attach(nominal, to: Int(tree.tokens[people].head), as: .nominalModifier, in: &tree)
    }
  }

  /// "In May 2011 *Ghana* signed": a name before a verb without subject, itself without
  /// preposition, is the subject.
  private func mendBareSubjects(_ tree: inout SentenceTree) {
    for name in names where !name.isAdjective && !name.kinds.isEmpty {
      for token in name.tokens
      where token < tree.tokens.count && tree.tokens[token].relation == .oblique {
        let verb = Int(tree.tokens[token].head)
        guard verb > token, tree.tokens[verb].tag == .verb else { continue }
        let isTaken = tree.tokens.indices.contains {
          (tree.tokens[$0].head == Int32(verb)
            && (tree.tokens[$0].relation == .nominalSubject
              || tree.tokens[$0].relation == .passiveSubject))
            || tree.tokens[$0].head == Int32(token) && tree.tokens[$0].relation == .caseMarking
        }
        guard !isTaken else { continue }
        let isPassive = tree.tokens.contains {
          $0.head == Int32(verb) && $0.relation == .passiveAuxiliary
        }
        tree.tokens[token].relation = isPassive ? .passiveSubject : .nominalSubject
      }
    }
  }

  /// "Ghana, Togo and Benin": countries in a row are a list, never an apposition.
  private func mendNameLists(_ tree: inout SentenceTree) {
    for name in names where name.kinds.contains(.country) && !name.isAdjective {
      for token in name.tokens
      where token < tree.tokens.count && tree.tokens[token].relation == .appositionalModifier {
        let head = Int(tree.tokens[token].head)
        guard head >= 0,
          names.contains(where: {
            $0.tokens.contains(head) && $0.kinds.contains(.country) && !$0.isAdjective
          })
        else { continue }
        tree.tokens[token].relation = .conjunct
      }
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

  /// Two prepositions on one nominal: the first belongs to the nominal before the second.
  private func mendPrepositions(_ tree: inout SentenceTree) {
    let cases = tree.tokens.indices.filter {
      tree.tokens[$0].relation == .caseMarking && tree.tokens[$0].tag == .adposition
    }
    for (position, first) in cases.enumerated() where position + 1 < cases.count {
      let second = cases[position + 1]
      let head = Int(tree.tokens[first].head)
      guard head > second, tree.tokens[second].head == Int32(head), second > first + 1 else {
        continue
      }
      var nominal = second - 1
      while nominal > first, !isNominal(nominal, in: tree) { nominal -= 1 }
      guard nominal > first else { continue }
      // The head of the phrase that ends there.
      while Int(tree.tokens[nominal].head) > first, Int(tree.tokens[nominal].head) < second,
        isNominal(Int(tree.tokens[nominal].head), in: tree)
      {
        nominal = Int(tree.tokens[nominal].head)
      }
      attach(first, to: nominal, as: .caseMarking, in: &tree)
    }
  }

  /// "statements made by *ministers* after talks": never a modifier of what follows.
  private func mendBackwardNominals(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices
    where tree.tokens[token].relation == .nominalModifier && isNominal(token, in: tree) {
      let head = Int(tree.tokens[token].head)
      guard head > token, isNominal(head, in: tree) else { continue }
      let preposition = tree.tokens.indices.first {
        tree.tokens[$0].head == Int32(token) && tree.tokens[$0].relation == .caseMarking
          && tree.tokens[$0].tag == .adposition && $0 < token
      }
      guard let preposition, preposition > 0 else { continue }
      let before = preposition - 1
      switch tree.tokens[before].tag {
      case .verb: attach(token, to: before, as: .oblique, in: &tree)
      case .noun, .properNoun: attach(token, to: before, as: .nominalModifier, in: &tree)
      default: break
      }
    }
  }

  /// A nominal "conjunct" of a verb goes to the nominal before "and".
  private func mendCoordination(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices
    where tree.tokens[token].relation == .conjunct && isNominal(token, in: tree) {
      let head = Int(tree.tokens[token].head)
      guard head >= 0 else { continue }
      if isNominal(head, in: tree), let preposition = earlierPreposition(of: token, in: tree),
        preposition > head, tree.tokens[head].head >= 0
      {
        // "a deal with Oman *for frigates and tanks*": a phrase of its own beside the first one.
        attach(token, to: Int(tree.tokens[head].head), as: .nominalModifier, in: &tree)
        continue
      }
      guard tree.tokens[head].tag == .verb else { continue }
      let hasPredicate = tree.tokens.contains {
        $0.head == Int32(token)
          && ($0.relation == .nominalSubject || $0.relation == .copula || $0.relation == .object)
      }
      guard !hasPredicate,
        let conjunction = tree.tokens.indices.first(where: {
          tree.tokens[$0].head == Int32(token) && tree.tokens[$0].relation == .coordination
            && $0 < token
        }), conjunction > head + 1
      else { continue }
      var before = conjunction - 1
      while before > head, !isNominal(before, in: tree) { before -= 1 }
      guard before > head else { continue }
      if let name = names.first(where: { $0.tokens.contains(before) }),
        let top = name.tokens.first(where: { !name.tokens.contains(Int(tree.tokens[$0].head)) })
      {
        before = top
      }
      attach(token, to: before, as: .conjunct, in: &tree)
    }
  }

  /// The preposition of a nominal that stands before the "and" that joins it to another.
  private func earlierPreposition(of token: Int, in tree: SentenceTree) -> Int? {
    var preposition: Int?
    var conjunction: Int?
    for child in 0..<token where tree.tokens[child].head == Int32(token) {
      switch tree.tokens[child].relation {
      case .caseMarking: preposition = preposition ?? child
      case .coordination: conjunction = child
      default: break
      }
    }
    guard let preposition, let conjunction, preposition < conjunction else { return nil }
    return preposition
  }

  /// "the reason *Ghana* named an envoy": a name right behind a noun, before its clause, is the
  /// subject of the clause.
  private func mendReducedRelatives(_ tree: inout SentenceTree) {
    for verb in tree.tokens.indices
    where tree.tokens[verb].relation == .adnominalClause && tree.tokens[verb].tag == .verb
      && !lower[verb].hasSuffix("ing")
    {
      let noun = Int(tree.tokens[verb].head)
      guard noun >= 0, noun < verb else { continue }
      let hasSubject = tree.tokens.contains {
        $0.head == Int32(verb)
          && ($0.relation == .nominalSubject || $0.relation == .passiveAuxiliary)
      }
      let hasObject = tree.tokens.contains {
        $0.head == Int32(verb) && $0.relation == .object
      }
      guard !hasSubject, hasObject else { continue }
      for token in tree.tokens.indices
      where token == noun + 1 && tree.tokens[token].relation == .appositionalModifier
        && tree.tokens[token].head == Int32(noun) && isNominal(token, in: tree)
      {
        attach(token, to: verb, as: .nominalSubject, in: &tree)
        // Its own prepositional phrases belong to the clause.
        for child in tree.tokens.indices
        where tree.tokens[child].head == Int32(token)
          && tree.tokens[child].relation == .nominalModifier
        {
          attach(child, to: verb, as: .oblique, in: &tree)
        }
        tree.tokens[verb].relation = .relativeClause
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
