/// Types a dated clause whose verb no row of the trigger table fits, by what it is about.
///
///     "the dam was shelved in 2012"      shelved what? a dam: project
///     "the court threw it out in May"    who did it? a court: legal_decision
///
/// The words of the clause are asked in this order: what is acted on, who acts, then the verb
/// itself when nearly all of its rows name one family. A clause that answers none stays `other`.
struct EventTypeBackoff: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon

  /// Classes of words that something done to them, or by them, belongs to a family.
  private static let ofObjects: [(word: String, type: String)] = [
    ("exercise-word", "exercise"), ("treaty", "agreement"), ("mou", "agreement"),
    ("law", "legislation"), ("election-word", "election"), ("talks", "meeting"),
    ("border", "trade"), ("list", "listing"), ("sanction", "sanction"), ("project", "project"),
    ("agreement", "agreement"), ("gathering", "conference"), ("aid", "aid"),
  ]

  private static let ofSubjects: [(word: String, type: String)] = [
    ("court", "legal_decision"), ("exercise-word", "exercise"), ("election-word", "election"),
    ("talks", "meeting"), ("legislature", "legislation"), ("project", "project"),
    ("treaty", "agreement"), ("protester", "protest"), ("voter", "election"),
    ("combatant", "conflict"), ("soldier", "deployment"), ("gathering", "conference"),
  ]

  private static let ofObliques: [(word: String, type: String)] = [
    ("exercise-word", "exercise"), ("election-word", "election"), ("talks", "meeting"),
    ("treaty", "agreement"), ("agreement", "agreement"), ("project", "project"),
  ]

  /// The type of a clause, or nil when nothing in it says.
  func type(ofVerb verb: Int, clause: ClauseArguments) -> String? {
    for object in clause.objects {
      if let type = type(of: object, Self.ofObjects) { return type }
    }
    for subject in clause.subjects {
      if let type = type(of: subject, Self.ofSubjects) { return type }
    }
    for oblique in clause.obliques where sentence.timeAt[oblique.token] < 0 {
      if let type = type(of: oblique.token, Self.ofObliques) { return type }
    }
    return ownFamily(of: verb)
  }

  private func type(of noun: Int, _ classes: [(word: String, type: String)]) -> String? {
    if let name = sentence.name(noun) {
      // "the *Court* of Justice", "the Federal *Assembly*": the body's own word tells.
      guard name.kinds.contains(.body) else { return nil }
      for token in name.tokens {
        let form = sentence.forms[token].noun
        guard form >= 0 else { continue }
        for (word, type) in classes where word == "court" || word == "legislature" {
          if lexicon.isMember(form, of: lexicon.classBit(word)) { return type }
        }
      }
      return nil
    }
    let form = sentence.forms[noun].noun
    guard form >= 0 else { return nil }
    // A noun that names events by itself is the best witness.
    if let row = lexicon.nounRows[Int(form)].first(where: {
      $0.conditions.isEmpty && $0.type != "none" && !$0.type.hasPrefix("statement")
    }) {
      return String(row.type.prefix { $0 != "." })
    }
    return classes.first { lexicon.isMember(form, of: lexicon.classBit($0.word)) }?.type
  }

  /// The family that at least four of five rows of the verb name.
  private func ownFamily(of verb: Int) -> String? {
    let form = sentence.forms[verb].verb
    guard form >= 0 else { return nil }
    let families = lexicon.verbRows[Int(form)].filter { $0.type != "none" }.map {
      String($0.type.prefix { $0 != "." })
    }
    guard let first = families.first else { return nil }
    let same = families.count { $0 == first }
    return same * 5 >= families.count * 4 && first != "statement" ? first : nil
  }
}
