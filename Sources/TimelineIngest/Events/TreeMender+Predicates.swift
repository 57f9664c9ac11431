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
