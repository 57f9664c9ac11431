/// Types a dated clause whose verb no row of the trigger table fits, by what it is about.
///
///     "the dam was shelved in 2012"      shelved what? a dam: project
///     "the court threw it out in May"    who did it? a court: legal_decision
///     "the second followed in June"      the second of what was just told
///
/// The words of the clause are asked in this order: what is acted on, who acts, what else is named,
/// then the verb itself when nearly all of its rows name one family. A clause that answers none
/// stays `other`.
struct EventTypeBackoff: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  private let heads: ContentHeads
  private let finder: TriggerFinder
  private let objects: [(classes: WordClasses, type: String)]
  private let subjects: [(classes: WordClasses, type: String)]
  private let obliques: [(classes: WordClasses, type: String)]
  private let ofNames: [(classes: WordClasses, type: String)]
  private let occurrence: WordClasses
  private let ellipses: WordClasses

  /// Classes of words that something done to them, or by them, belongs to a family.
  private static let ofObjects: [(word: String, type: String)] = [
    ("exercise-word", "exercise"), ("treaty", "agreement"), ("mou", "agreement"),
    ("law", "legislation"), ("election-word", "election"), ("talks", "meeting"),
    ("border", "trade"), ("transport", "trade"), ("goods", "trade"), ("list", "listing"),
    ("sanction", "sanction"), ("relations", "expulsion"), ("project", "project"),
    ("agreement", "agreement"), ("gathering", "conference"), ("aid", "aid"),
  ]

  private static let ofSubjects: [(word: String, type: String)] = [
    ("court", "legal_decision"), ("exercise-word", "exercise"), ("election-word", "election"),
    ("talks", "meeting"), ("legislature", "legislation"), ("project", "project"),
    ("treaty", "agreement"), ("protester", "protest"), ("voter", "election"),
    ("catastrophe", "disaster"), ("disease", "disaster"), ("fighting", "conflict"),
    ("combatant", "conflict"), ("soldier", "deployment"), ("vessel", "deployment"),
    ("transport", "trade"), ("goods", "trade"), ("gathering", "conference"),
  ]

  private static let ofObliques: [(word: String, type: String)] = [
    ("exercise-word", "exercise"), ("election-word", "election"), ("talks", "meeting"),
    ("treaty", "agreement"), ("agreement", "agreement"), ("project", "project"),
  ]

  /// What the last word of a name tells: "the Lima *Summit*", "the Court of *Justice*".
  private static let ofNameWords: [(word: String, type: String)] = [
    ("court", "legal_decision"), ("legislature", "legislation"), ("talks", "conference"),
    ("exercise-word", "exercise"), ("treaty", "agreement"), ("project", "project"),
    ("gathering", "conference"),
  ]

  init(sentence: SentenceReading, lexicon: EventLexicon) {
    self.sentence = sentence
    self.lexicon = lexicon
    heads = ContentHeads(sentence: sentence, lexicon: lexicon)
    finder = TriggerFinder(sentence: sentence, lexicon: lexicon)
    let masks = { (pairs: [(word: String, type: String)]) in
      pairs.map { (classes: lexicon.classBit($0.word), type: $0.type) }
    }
    objects = masks(Self.ofObjects)
    subjects = masks(Self.ofSubjects)
    obliques = masks(Self.ofObliques)
    ofNames = masks(Self.ofNameWords)
    occurrence = lexicon.classBit("occurrence-verb")
    ellipses = lexicon.classBit("ellipsis")
  }

  /// The type of a clause, or nil when nothing in it says; `told` are the events of the sentence.
  func type(
    ofVerb verb: Int, clause: ClauseArguments, told: [TriggerCandidate] = []
  ) -> String? {
    if let type = typeOfElliptic(verb, clause, told) { return type }
    for object in clause.objects {
      if let type = type(ofPhrase: object, objects, below: verb) { return type }
    }
    for subject in clause.subjects {
      if let type = type(ofPhrase: subject, subjects, below: verb) { return type }
    }
    for oblique in clause.obliques where sentence.timeAt[oblique.token] < 0 {
      if let type = type(of: oblique.token, obliques) { return type }
    }
    return ownFamily(of: verb)
  }

  /// "the *second* took place in Oslo": the second of the events told just before.
  private func typeOfElliptic(
    _ verb: Int, _ clause: ClauseArguments, _ told: [TriggerCandidate]
  ) -> String? {
    // The parser takes "the second" for an adverb now and then.
    let stray = sentence.children(verb).first {
      $0 < verb && sentence.relation($0) == .adverbialModifier && sentence.tag($0) == .adjective
    }
    guard lexicon.isMember(sentence.forms[verb].verb, of: occurrence),
      let subject = (clause.isPassive ? clause.objects : clause.subjects).first ?? stray,
      lexicon.isMember(sentence.forms[subject].noun, of: ellipses),
      let event = told.last(where: { $0.token < subject && $0.type != "none" })
    else { return nil }
    return event.family
  }

  /// The type by a noun, by what it counts or stands beside, or by the noun that it belongs to when
  /// it stands for a relative pronoun ("*talks* on the matter, which were held in May").
  private func type(
    ofPhrase noun: Int, _ classes: [(classes: WordClasses, type: String)], below verb: Int
  ) -> String? {
    for content in heads.contents(of: noun) {
      if let type = type(of: content, classes) { return type }
    }
    guard sentence.relation(verb) == .relativeClause || sentence.relation(verb) == .adnominalClause,
      sentence.head(verb) == noun
    else { return nil }
    var position = noun
    for _ in 0..<3 {
      guard sentence.relation(position) == .nominalModifier, sentence.head(position) >= 0 else {
        return nil
      }
      position = sentence.head(position)
      if let type = type(of: position, classes) { return type }
    }
    return nil
  }

  private func type(
    of noun: Int, _ classes: [(classes: WordClasses, type: String)]
  ) -> String? {
    if let name = sentence.name(noun) {
      guard !name.kinds.contains(.person), !name.isAdjective else { return nil }
      let form = sentence.forms[heads.kindWord(of: noun)].noun
      guard form >= 0, name.tokens.count > 1 || name.kinds.contains(.body) else { return nil }
      return ofNames.first { lexicon.isMember(form, of: $0.classes) }?.type
    }
    let form = sentence.forms[noun].noun
    guard form >= 0 else { return nil }
    // A noun that names events by itself is the best witness.
    if let row = finder.row(ofNoun: noun), row.type != "none", !row.type.hasPrefix("statement") {
      return String(row.type.prefix { $0 != "." })
    }
    return classes.first { lexicon.isMember(form, of: $0.classes) }?.type
  }

  /// The family that at least four of five rows of the verb name, one of them without company.
  private func ownFamily(of verb: Int) -> String? {
    let form = sentence.forms[verb].verb
    guard form >= 0 else { return nil }
    let rows = lexicon.verbRows[Int(form)].filter { $0.type != "none" }
    // A verb that needs this or that object to tell anything tells nothing by itself.
    guard rows.contains(where: { $0.conditions.allSatisfy(\.isAny) }) else { return nil }
    let families = rows.map { String($0.type.prefix { $0 != "." }) }
    guard let first = families.first else { return nil }
    let same = families.count { $0 == first }
    return same * 5 >= families.count * 4 && first != "statement" ? first : nil
  }
}
