import Chronology
import TimelineModel

/// Follows the telling of news: what is told in the plain past directly behind something dated goes
/// on in the same day or month.
///
///     "Two men entered the bank on Tuesday. They took no money. A guard was hurt."
///
/// Counter-examples: "They had quarrelled before", "she said he fled", "a man who lived there".
struct NarrativeDater {
  private static let firm: Set<String> = [
    "own-predicate", "sentence-frame", "coordinated-clause", "when-clause", "occasion",
  ]
  private static let asides: Set<String> = [
    "after", "before", "since", "until", "because", "although", "though", "if", "unless", "once",
  ]
  /// How many sentences may pass before the thread is lost.
  private static let reach = 2

  /// Dates the verbs that carry a dated story on; drafts are in the order of the text.
  func run(on drafts: inout [MentionDraft]) {
    var thread: (origin: Int, latest: Int, date: AttachedDate)?
    for index in drafts.indices {
      let draft = drafts[index]
      // Who speaks of a story speaks later than it.
      guard isTold(draft), !draft.candidate.hints.contains(.said) else { continue }
      if let date = draft.date {
        if Self.firm.contains(date.provenance.attachment ?? ""), isNarrow(date.date) {
          thread = (draft.sentence.index, draft.sentence.index, date)
        } else if date.provenance.attachment != "same-event" {
          thread = nil
        }
        continue
      }
      guard let last = thread, draft.sentence.index > last.origin,
        draft.sentence.index - last.latest <= Self.reach,
        !draft.sentence.times.contains(where: { $0.expression.date != nil })
      else { continue }
      var date = last.date
      date.provenance.attachment = "narrative"
      date.trust *= 0.6
      drafts[index].date = date
      thread?.latest = draft.sentence.index
    }
  }

  /// A day or a month with both ends, stated without "about".
  private func isNarrow(_ date: EventDate) -> Bool {
    guard let length = date.span.length else { return false }
    return length <= 31 && !date.approximate && date.precision != .interval
  }

  /// A verb in the plain past that the narrator tells in a main clause.
  private func isTold(_ draft: MentionDraft) -> Bool {
    let reading = draft.reading
    guard draft.candidate.isVerb, reading.actuality == .occurred, !reading.isHypothetical,
      !reading.isPresent, !reading.isBare
    else { return false }
    let sentence = draft.sentence
    var position = draft.candidate.token
    for step in 0..<8 {
      for child in sentence.children(position) {
        if sentence.relation(child) == .auxiliary,
          ["had", "'d", "has", "have", "'ve", "would", "will"].contains(sentence.lower[child])
        {
          return false
        }
        if sentence.relation(child) == .marker, Self.asides.contains(sentence.lower[child]) {
          return false
        }
      }
      let relation = sentence.relation(position)
      let head = sentence.head(position)
      guard head >= 0 else { return true }
      switch relation {
      case .relativeClause, .adnominalClause, .adverbialClause: return false
      case .clausalComplement where head < position, .openComplement: return false
      default: break
      }
      if step == 0, !sentence.isVerb(position) { return false }
      position = head
    }
    return false
  }
}
