import Chronology
import TimelineModel

/// Bounds of events without a date that the text puts before or after dated ones.
///
///     "fled after the town fell on 3 May"           not before 3 May
///     "condemned the attack of 3 May"               nor is what is said of it
///     "had resigned before the vote of 3 May"       not after 3 May
///
/// The event stays undated: only its bounds are narrower than the day of publication makes them.
struct EventBounds {
  /// The drafts of each sentence.
  let bySentence: [Int: [Int]]

  private static let later: Set<String> = ["after", "following", "since"]
  private static let earlier: Set<String> = ["before", "until", "till"]
  private static let firm: Set<String> = ["own-predicate", "relative-clause", "offset", "occasion"]

  /// Bounds what can be bounded.
  func run(on drafts: inout [MentionDraft]) {
    for index in drafts.indices where drafts[index].date == nil {
      for other in bySentence[drafts[index].sentence.index] ?? [] where other != index {
        guard let date = drafts[other].date, Self.firm.contains(date.provenance.attachment ?? ""),
          drafts[other].reading.actuality == .occurred
        else { continue }
        switch order(of: drafts[index], and: drafts[other]) {
        case .some(true): drafts[index].notBefore = date.date.span.earliest
        case .some(false): drafts[index].notAfter = date.date.span.latest
        case nil: break
        }
      }
    }
  }

  /// True when the first comes after the second, false when before, nil when the tree does not say.
  private func order(of draft: MentionDraft, and other: MentionDraft) -> Bool? {
    let sentence = draft.sentence
    let token = other.candidate.token
    guard draft.candidate.isVerb, sentence.head(token) == draft.candidate.token else { return nil }
    let words = sentence.children(token).filter {
      $0 < token && [.marker, .caseMarking].contains(sentence.relation($0))
    }.map { sentence.lower[$0] }
    switch sentence.relation(token) {
    case .adverbialClause, .oblique:
      if words.contains(where: Self.later.contains) { return true }
      if words.contains(where: Self.earlier.contains) { return false }
      return nil
    case .object where draft.family == "statement" || draft.family == "protest":
      return draft.reading.actuality == .occurred ? true : nil
    default: return nil
    }
  }
}
