/// Finds the verb of a clause again where the parser took a noun, an adjective or a participle for
/// its head.
extension TreeMender {
  /// "Rebels *free* two hostages", "talks *open* in Quito": what has a subject and no copula, and can
  /// be a verb of events, is one, whatever its tag.
  ///
  /// So is what stands behind a verb with "to": "forces banks to *close*".
  func mendBareVerbs(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices {
      let isAdjective = tree.tokens[token].tag == .adjective
      guard isAdjective || tree.tokens[token].tag == .noun, lexicon.form(lower[token]).verb >= 0
      else { continue }
      var relations: Set<DependencyRelation> = []
      for child in tree.tokens.indices where tree.tokens[child].head == Int32(token) {
        relations.insert(tree.tokens[child].relation)
      }
      if token > 0, lower[token - 1] == "to", tree.tokens[token].relation == .openComplement,
        tree.tokens[token - 1].head == Int32(token)
      {
        tree.tokens[token].tag = .verb
        tree.tokens[token].features = [.infinitive]
        tree.tokens[token - 1].tag = .particle
        tree.tokens[token - 1].relation = .marker
        continue
      }
      guard relations.contains(.nominalSubject), !relations.contains(.copula),
        !relations.contains(.determiner), isAdjective || relations.contains(.object)
      else { continue }
      tree.tokens[token].tag = .verb
      tree.tokens[token].features = [.present, .finite]
    }
  }

  /// "visited Lima and *the two sides* signed", "…, *a spokesman* said.": a nominal between "and" or a
  /// comma and a finite verb without a subject is that verb's subject.
  ///
  /// Counter-examples: "visited Lima and Quito", "signed and ratified", "the talks, held in Lima".
  func mendLostSubjects(_ tree: inout SentenceTree) {
    for verb in tree.tokens.indices.dropFirst(2)
    where tree.tokens[verb].tag == .verb && tree.tokens[verb].features.contains(.finite)
      && [.conjunct, .parataxis, .root].contains(tree.tokens[verb].relation)
      && !hasSubject(verb, in: tree)
    {
      let before = verb - 1
      var noun = before
      // Up to the head of the phrase that ends before the verb.
      while true {
        let head = Int(tree.tokens[noun].head)
        guard head >= 0, head < verb,
          [
            .nominalModifier, .flat, .compound, .appositionalModifier, .caseMarking, .determiner,
            .adjectivalModifier, .possessiveModifier, .descriptiveModifier,
          ].contains(tree.tokens[noun].relation)
        else { break }
        noun = head
      }
      guard isNominal(noun, in: tree), tree.tokens[noun].head >= 0,
        tree.tokens[noun].head != Int32(verb), isTaken(noun, in: tree)
      else { continue }
      let first = firstToken(below: noun, in: tree, before: verb)
      guard first > 0, ["and", ",", "but", ";"].contains(lower[first - 1]) else { continue }
      for child in tree.tokens.indices
      where tree.tokens[child].head == Int32(noun) && child < first {
        tree.tokens[child].head = Int32(verb)
      }
      attach(noun, to: verb, as: .nominalSubject, in: &tree)
    }
  }

  /// "*Earnings* of miners and drivers *rose*.": in a full sentence the noun that heads it is the
  /// subject of its finite verb, whatever noun stands right before that verb.
  ///
  /// Counter-examples: "The deal which Kenya signed", "Kenya's deal: what it signed" without an end.
  func mendHeadlessClause(_ tree: inout SentenceTree) {
    guard lower.last == ".",
      let root = tree.tokens.indices.first(where: { tree.tokens[$0].head < 0 }),
      isNominal(root, in: tree), root + 2 < tree.tokens.count
    else { return }
    let children = tree.tokens.indices.filter { tree.tokens[$0].head == Int32(root) }
    guard
      !children.contains(where: {
        [.copula, .nominalSubject, .parataxis].contains(tree.tokens[$0].relation)
      }),
      let verb = children.first(where: {
        $0 > root && tree.tokens[$0].relation == .adnominalClause && tree.tokens[$0].tag == .verb
          && tree.tokens[$0].features.contains(.finite)
      }),
      let noun = tree.tokens.indices.first(where: {
        $0 > root && $0 < verb && tree.tokens[$0].head == Int32(verb)
          && tree.tokens[$0].relation == .nominalSubject && tree.tokens[$0].tag == .noun
      })
    else { return }
    for child in children where child > verb { tree.tokens[child].head = Int32(verb) }
    tree.tokens[verb].head = -1
    tree.tokens[verb].relation = .root
    tree.tokens[root].head = Int32(verb)
    tree.tokens[root].relation = .nominalSubject
    tree.tokens[noun].head = Int32(root)
    tree.tokens[noun].relation = .nominalModifier
  }

  private func hasSubject(_ verb: Int, in tree: SentenceTree) -> Bool {
    tree.tokens.contains {
      $0.head == Int32(verb)
        && [.nominalSubject, .passiveSubject, .clausalSubject].contains($0.relation)
    }
  }

  /// Whether a nominal hangs where a subject is often put by mistake: beside another noun, or as the
  /// second subject of a verb.
  private func isTaken(_ noun: Int, in tree: SentenceTree) -> Bool {
    let head = Int(tree.tokens[noun].head)
    switch tree.tokens[noun].relation {
    case .conjunct: return isNominal(head, in: tree)
    case .nominalSubject:
      return tree.tokens.indices.contains {
        $0 < noun && tree.tokens[$0].head == Int32(head)
          && tree.tokens[$0].relation == .nominalSubject
      }
    default: return false
    }
  }

  /// The first token of a nominal's phrase, a conjunction and commas before it left aside.
  private func firstToken(below noun: Int, in tree: SentenceTree, before verb: Int) -> Int {
    var first = noun
    for token in tree.tokens.indices.reversed() where token < noun {
      guard tree.tokens[token].relation != .coordination,
        tree.tokens[token].tag != .punctuation,
        tree.tokens[token].head == Int32(noun)
          || tree.tokens[token].head >= Int32(first) && tree.tokens[token].head < Int32(verb)
      else { break }
      first = token
    }
    return first
  }

  /// Participles that describe a state of mind or affairs after "was", not what was done.
  private static let states: Set<String> = [
    "concerned", "committed", "interested", "determined", "united", "limited", "divided",
    "prepared", "engaged", "involved", "worried", "convinced", "pleased", "satisfied",
    "disappointed",
    "supposed", "used", "opposed", "tired", "related", "advanced", "experienced", "married",
    "disabled", "open", "separate", "dead", "free", "present", "welcome", "close", "clear",
    "set", "cut", "shut", "lost", "hurt", "known", "broken", "born", "torn", "split", "gone",
    "done",
    "hidden", "bound", "fit", "worn", "drunk", "left", "made", "upset",
  ]

  /// "the Minister of Defence, *Pia Holm*": the person is the minister, not the defence.
  func mendTitledNames(_ tree: inout SentenceTree) {
    for name in names where name.kinds.contains(.person) {
      guard
        let token = name.tokens.first(where: {
          $0 < tree.tokens.count && !name.tokens.contains(Int(tree.tokens[$0].head))
        }),
        [.appositionalModifier, .conjunct].contains(tree.tokens[token].relation),
        name.tokens.lowerBound > 0, lower[name.tokens.lowerBound - 1] == ",",
        !tree.tokens.contains(where: {
          $0.head == Int32(token) && $0.relation == .coordination
        })
      else { continue }
      var position = Int(tree.tokens[token].head)
      for _ in 0..<3 {
        guard position >= 0, tree.tokens[position].relation == .nominalModifier else { break }
        let title = Int(tree.tokens[position].head)
        guard title >= 0, title < position else { break }
        if lexicon.isMember(lexicon.form(lower[title]).noun, of: lexicon.classBit("person")) {
          attach(token, to: title, as: .appositionalModifier, in: &tree)
          break
        }
        position = title
      }
    }
  }

}
