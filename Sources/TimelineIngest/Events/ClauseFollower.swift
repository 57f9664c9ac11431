import TimelineModel

/// Carries what the discourse said of a clause to the clauses below it that happen with it.
///
///     "They fired, *wounding* a guard"       a participle
///     "Spectators cheered as it *passed*"    a clause with "as", "when", "while"
///     "The minister declined to *discuss*"   an infinitive that says what was or was not done
///     "An aide, *speaking* on condition …, said"   a participle beside the subject
///
/// The step is `main-clause`. Counter-examples: "left after wounding a guard", "agreed to send", "a
/// man living there said".
struct ClauseFollower {
  private static let sources: Set<String> = [
    "narrative", "report-day", "day-state", "main-clause",
  ]
  private static let speaking: Set<String> = [
    "speaking", "addressing", "citing", "quoting", "talking", "replying", "responding", "answering",
    "referring", "testifying", "writing", "calling", "announcing", "appearing", "commenting",
  ]

  /// The drafts of each sentence.
  let bySentence: [Int: [Int]]

  /// Dates the clauses; drafts are in the order of the text.
  func run(on drafts: inout [MentionDraft]) {
    for index in drafts.indices where drafts[index].date == nil {
      guard let head = mainVerb(of: drafts[index]),
        let main = bySentence[drafts[index].sentence.index]?.first(where: {
          drafts[$0].candidate.token == head
        }), isDone(drafts[main]), var date = drafts[main].date,
        Self.sources.contains(date.provenance.attachment ?? "")
      else { continue }
      date.provenance.attachment = "main-clause"
      date.trust *= 0.9
      drafts[index].date = date
    }
  }

  /// Marks what had happened when the text was published although it stands in the infinitive: what
  /// somebody led or forced others to do, and what "may have" been.
  func markPassed(in drafts: inout [MentionDraft]) {
    for index in drafts.indices where drafts[index].candidate.isVerb {
      let sentence = drafts[index].sentence
      let token = drafts[index].candidate.token
      if sentence.children(token).contains(where: {
        ["may", "might", "could"].contains(sentence.lower[$0])
      }), sentence.children(token).contains(where: { sentence.lower[$0] == "have" }) {
        drafts[index].hasPassed = true
        continue
      }
      guard drafts[index].reading.isBare, let verb = mover(of: token, sentence) else { continue }
      let main = bySentence[sentence.index]?.first { drafts[$0].candidate.token == verb }
      guard let main, isDone(drafts[main]), !drafts[main].reading.isPresent,
        !drafts[main].reading.isBare || drafts[main].hasPassed
      else { continue }
      drafts[index].hasPassed = true
    }
  }

  /// The verb above an infinitive that says whether it happened.
  private func mover(of infinitive: Int, _ sentence: SentenceReading) -> Int? {
    let head = sentence.head(infinitive)
    guard head >= 0 else { return nil }
    let words = DatingWords.shared
    switch sentence.relation(infinitive) {
    case .openComplement, .clausalComplement, .adverbialClause:
      if words.contains(sentence.lower[head], .causative) { return head }
      return sentence.relation(infinitive) == .openComplement
        && words.contains(sentence.lower[head], .implicative) ? head : nil
    case .adnominalClause:
      let verb = sentence.head(head)
      guard verb >= 0, sentence.relation(head) == .object,
        words.contains(sentence.lower[verb], .causative)
      else { return nil }
      return verb
    default: return nil
    }
  }

  private func isDone(_ draft: MentionDraft) -> Bool {
    draft.reading.actuality == .occurred
      && (!draft.reading.isHypothetical || draft.reading.isNegated)
  }

  /// The verb with which a draft happens, or nil when it has a time of its own.
  private func mainVerb(of draft: MentionDraft) -> Int? {
    let sentence = draft.sentence
    let token = draft.candidate.token
    let head = sentence.head(token)
    guard draft.candidate.isVerb, head >= 0 else { return nil }
    switch sentence.relation(token) {
    case .adverbialClause: return happensWith(draft) ? head : nil
    case .openComplement:
      return DatingWords.shared.contains(sentence.lower[head], .implicative)
        && draft.reading.actuality != .cancelled ? head : nil
    case .adnominalClause:
      let verb = sentence.head(head)
      guard verb >= 0, Self.speaking.contains(sentence.lower[token]),
        sentence.relation(head) == .nominalSubject
      else { return nil }
      return verb
    default: return nil
    }
  }

  private func happensWith(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let token = draft.candidate.token
    guard draft.reading.actuality == .occurred, !draft.reading.isHypothetical else { return false }
    var mark = ""
    for child in sentence.children(token) {
      let word = sentence.lower[child]
      if ["had", "have", "has", "having", "will", "would", "to"].contains(word) { return false }
      if child < token, sentence.relation(child) == .marker || word == "when" { mark = word }
    }
    if mark.isEmpty { return sentence.lower[token].hasSuffix("ing") }
    return ["when", "as", "while"].contains(mark) && !draft.reading.isPresent
  }
}
