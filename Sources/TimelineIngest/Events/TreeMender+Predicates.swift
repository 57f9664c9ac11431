/// Finds the verb of a clause again where the parser took a noun, an adjective or a participle for
/// its head.
extension TreeMender {
  /// "Rebels *free* two hostages", "talks *open* in Quito": what has a subject and no copula, and can
  /// be a verb of events, is one, whatever its tag.
  func mendBareVerbs(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices {
      let isAdjective = tree.tokens[token].tag == .adjective
      guard isAdjective || tree.tokens[token].tag == .noun, lexicon.form(lower[token]).verb >= 0
      else { continue }
      var relations: Set<DependencyRelation> = []
      for child in tree.tokens.indices where tree.tokens[child].head == Int32(token) {
        relations.insert(tree.tokens[child].relation)
      }
      guard relations.contains(.nominalSubject), !relations.contains(.copula),
        !relations.contains(.determiner), isAdjective || relations.contains(.object)
      else { continue }
      tree.tokens[token].tag = .verb
      tree.tokens[token].features = [.present, .finite]
    }
  }

  /// "A volcano *erupted* on the island.": in a full sentence a noun with nothing but a past form
  /// behind it is that form's subject.
  func mendNominalRoot(_ tree: inout SentenceTree) {
    guard let root = tree.tokens.indices.first(where: { tree.tokens[$0].head < 0 }),
      isNominal(root, in: tree), let last = lower.last, last == ".",
      !tree.tokens.indices.contains(where: {
        tree.tokens[$0].head == Int32(root) && tree.tokens[$0].relation == .copula
      })
    else { return }
    var verb = root + 1
    while verb < tree.tokens.count, belongsToName(of: root, verb) { verb += 1 }
    guard verb < tree.tokens.count, tree.tokens[verb].head == Int32(root),
      isPastForm(verb), verb + 1 < tree.tokens.count, lower[verb + 1] != "by",
      [.adnominalClause, .adverbialModifier, .adjectivalModifier]
        .contains(tree.tokens[verb].relation),
      !tree.tokens.indices.contains(where: {
        $0 != verb && tree.tokens[$0].tag == .auxiliary && tree.tokens[$0].head == Int32(verb)
      })
    else { return }
    tree.tokens[verb].tag = .verb
    tree.tokens[verb].head = -1
    tree.tokens[verb].relation = .root
    for child in tree.tokens.indices
    where child > verb && tree.tokens[child].head == Int32(root) {
      tree.tokens[child].head = Int32(verb)
      if tree.tokens[child].relation == .nominalModifier { tree.tokens[child].relation = .oblique }
    }
    tree.tokens[root].head = Int32(verb)
    tree.tokens[root].relation = .nominalSubject
  }

  /// "Soldiers *led by* a colonel overthrew him": the participle before "by" describes the subject,
  /// the later past form is the verb.
  func mendReducedSubject(_ tree: inout SentenceTree) {
    guard
      let participle = tree.tokens.indices.first(where: { tree.tokens[$0].head < 0 }),
      tree.tokens[participle].tag == .verb, participle + 1 < tree.tokens.count,
      lower[participle + 1] == "by", participle > 0,
      !tree.tokens.contains(where: {
        $0.head == Int32(participle)
          && [.auxiliary, .passiveAuxiliary, .copula, .verbParticle].contains($0.relation)
      }),
      let subject = tree.tokens.indices.first(where: {
        tree.tokens[$0].head == Int32(participle) && $0 < participle
          && tree.tokens[$0].relation == .nominalSubject
      }),
      let verb = tree.tokens.indices.first(where: {
        $0 > participle && tree.tokens[$0].head == Int32(participle)
          && tree.tokens[$0].tag == .verb && isPastForm($0)
          && [.openComplement, .clausalComplement, .parataxis].contains(tree.tokens[$0].relation)
      })
    else { return }
    tree.tokens[verb].head = -1
    tree.tokens[verb].relation = .root
    // What the parser took for the verb's subject is who leads.
    for child in tree.tokens.indices
    where tree.tokens[child].head == Int32(verb) && child > participle && child < verb
      && isNominal(child, in: tree)
    {
      tree.tokens[child].head = Int32(participle)
      tree.tokens[child].relation = .oblique
      tree.tokens[participle + 1].head = Int32(child)
      tree.tokens[participle + 1].relation = .caseMarking
    }
    for child in tree.tokens.indices
    where child > verb && tree.tokens[child].head == Int32(participle) {
      tree.tokens[child].head = Int32(verb)
    }
    tree.tokens[subject].head = Int32(verb)
    tree.tokens[participle].head = Int32(subject)
    tree.tokens[participle].relation = .adnominalClause
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

  /// "He *was relieved* of his duties": "was" and the participle of a known verb are a passive.
  func mendCopularParticiples(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices where tree.tokens[token].tag == .adjective {
      guard isPastForm(token), !Self.states.contains(lower[token]),
        lower[token].hasSuffix("ed") || lexicon.form(lower[token]).verb >= 0,
        let copula = tree.tokens.indices.first(where: {
          tree.tokens[$0].head == Int32(token) && tree.tokens[$0].relation == .copula
            && ["was", "were", "been", "being"].contains(lower[$0])
        }),
        !tree.tokens.indices.contains(where: {
          tree.tokens[$0].head == Int32(token) && $0 > copula && $0 < token
            && ["very", "so", "too", "more", "most"].contains(lower[$0])
        })
      else { continue }
      tree.tokens[token].tag = .verb
      tree.tokens[copula].relation = .passiveAuxiliary
      for child in tree.tokens.indices
      where tree.tokens[child].head == Int32(token)
        && tree.tokens[child].relation == .nominalSubject
      {
        tree.tokens[child].relation = .passiveSubject
      }
    }
  }

  /// "The minister *warned* that …": without "was" and with an object or a clause of its own, a
  /// verb is active.
  func mendActiveSubjects(_ tree: inout SentenceTree) {
    for subject in tree.tokens.indices where tree.tokens[subject].relation == .passiveSubject {
      let verb = Int(tree.tokens[subject].head)
      guard verb >= 0, tree.tokens[verb].tag == .verb else { continue }
      let children = tree.tokens.filter { $0.head == Int32(verb) }
      let isPassive = children.contains {
        [.passiveAuxiliary, .auxiliary, .copula].contains($0.relation)
      }
      let governs = children.contains { [.object, .clausalComplement].contains($0.relation) }
      if !isPassive, governs { tree.tokens[subject].relation = .nominalSubject }
    }
  }

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

  /// "a *Ghanaian* patrol vessel": the vessel is Ghanaian, not the patrol.
  func mendDemonyms(_ tree: inout SentenceTree) {
    for name in names where name.isAdjective {
      for token in name.tokens
      where token < tree.tokens.count
        && tree.tokens[token].relation == .adjectivalModifier
      {
        let noun = Int(tree.tokens[token].head)
        guard noun > token, tree.tokens[noun].relation == .compound,
          Int(tree.tokens[noun].head) > noun, !names.contains(where: { $0.tokens.contains(noun) })
        else { continue }
        attach(token, to: Int(tree.tokens[noun].head), as: .adjectivalModifier, in: &tree)
      }
    }
  }

  /// "a summit between Ada Roe *and Ben Lee*": the second is beside the first, not beside the
  /// summit.
  func mendBetween(_ tree: inout SentenceTree) {
    for token in tree.tokens.indices
    where tree.tokens[token].relation == .conjunct && isNominal(token, in: tree) {
      let noun = Int(tree.tokens[token].head)
      guard noun >= 0, isNominal(noun, in: tree),
        let first = tree.tokens.indices.first(where: { first in
          first > noun && first < token && tree.tokens[first].head == Int32(noun)
            && tree.tokens[first].relation == .nominalModifier
            && tree.tokens.indices.contains {
              tree.tokens[$0].head == Int32(first) && lower[$0] == "between"
            }
        }),
        !tree.tokens.contains(where: { $0.head == Int32(first) && $0.relation == .conjunct })
      else { continue }
      attach(token, to: first, as: .conjunct, in: &tree)
    }
  }

  private func belongsToName(of root: Int, _ token: Int) -> Bool {
    names.contains { $0.tokens.contains(root) && $0.tokens.contains(token) }
  }

  /// A form that is past or participle and no dictionary form, of a verb that the lexicon knows.
  private func isPastForm(_ token: Int) -> Bool {
    let form = lexicon.form(lower[token])
    guard form.verb >= 0, form.noun < 0, !lower[token].hasSuffix("ing"),
      !lower[token].hasSuffix("s")
    else { return false }
    return lexicon.lemmas[Int(form.verb)] != lower[token]
  }
}
