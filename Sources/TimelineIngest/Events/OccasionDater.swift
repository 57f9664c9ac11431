import Chronology
import TimelineModel

/// Dates what happened at an occasion that the text has told and dated before.
///
///     "… visited Cairo from 20 to 22 January. *During the visit* they signed"   20 to 22 January
///     "… met in Accra on 3 May. *Following the talks*, officials signed"         3 May
///
/// The occasion is the last dated event before it of the kind that its noun names. The step is
/// `occasion`. Counter-examples: "during a visit", "after the visit" (how long after?), "during the
/// visit of 1994".
struct OccasionDater {
  /// The drafts of each sentence.
  let bySentence: [Int: [Int]]

  /// How many sentences back an occasion is looked for.
  private static let reach = 8

  private static let kinds: [String: Set<String>] = [
    "visit": ["visit"], "trip": ["visit"], "tour": ["visit"], "stay": ["visit"],
    "journey": ["visit"], "talks": ["meeting", "visit"], "meeting": ["meeting", "conference"],
    "negotiations": ["meeting"], "audience": ["meeting"], "summit": ["conference", "meeting"],
    "conference": ["conference"], "forum": ["conference"], "gathering": ["conference", "meeting"],
    "congress": ["conference"], "session": ["conference", "meeting"],
    "exercise": ["exercise"], "exercises": ["exercise"], "drill": ["exercise"],
    "drills": ["exercise"], "manoeuvres": ["exercise"],
  ]
  private static let inside: Set<String> = [
    "during", "at", "in the course of", "on the sidelines of", "on the margins of", "on",
  ]
  /// What follows upon talks follows on their day.
  private static let behind: Set<String> = ["after", "following", "at the end of", "upon"]

  /// The date of an undated draft by its occasion, or nil when it names none that is dated.
  func date(_ index: Int, _ drafts: [MentionDraft]) -> AttachedDate? {
    let draft = drafts[index]
    guard draft.rejection == nil || draft.candidate.isVerb,
      draft.reading.actuality == .occurred, !draft.reading.isPresent
    else { return nil }
    for (noun, preposition) in occasions(of: draft) {
      let kinds = Self.kinds[draft.sentence.lower[noun]] ?? []
      guard let told = lastTold(kinds, before: draft, drafts) else { continue }
      if Self.behind.contains(preposition) {
        guard told.date.span.length == 1, kinds.contains("meeting") else { continue }
      }
      var date = told
      date.provenance.attachment = "occasion"
      date.trust *= 0.75
      return date
    }
    return nil
  }

  /// The definite occasions beside a verb, or in front of the verb that it is coordinated with.
  private func occasions(of draft: MentionDraft) -> [(noun: Int, preposition: String)] {
    let sentence = draft.sentence
    var verb =
      draft.candidate.isVerb
      ? draft.candidate.token : draft.candidate.clause.supportVerb ?? draft.candidate.token
    var found: [(Int, String)] = []
    for step in 0..<4 {
      for child in sentence.children(verb)
      where Self.kinds[sentence.lower[child]] != nil && (step == 0 || child < verb) {
        let preposition = sentence.preposition(child)
        guard Self.inside.contains(preposition) || Self.behind.contains(preposition),
          isDefinite(child, sentence), !isOwnDate(child, sentence)
        else { continue }
        found.append((child, preposition))
      }
      guard sentence.relation(verb) == .conjunct, sentence.head(verb) >= 0 else { break }
      verb = sentence.head(verb)
    }
    return found
  }

  private func isDefinite(_ noun: Int, _ sentence: SentenceReading) -> Bool {
    let children = sentence.children(noun)
    return children.contains {
      ["the", "this", "that", "these", "those", "his", "her", "their", "its"].contains(
        sentence.lower[$0])
    }
      && !children.contains {
        // "at the Accra summit of May 1994", "during the last visit" are named or other ones.
        sentence.timeAt[$0] >= 0
          || ["last", "next", "previous", "first", "second", "third", "earlier", "forthcoming"]
            .contains(sentence.lower[$0])
          || sentence.nameAt[$0] >= 0 && sentence.relation($0) != .possessiveModifier
      }
  }

  private func isOwnDate(_ noun: Int, _ sentence: SentenceReading) -> Bool {
    sentence.times.contains { sentence.isBelow($0.head, noun) && $0.expression.date != nil }
  }

  /// The date of the last event of those families told before a draft.
  private func lastTold(
    _ families: Set<String>, before draft: MentionDraft, _ drafts: [MentionDraft]
  ) -> AttachedDate? {
    let here = draft.sentence.index
    for sentence in stride(from: here, through: max(0, here - Self.reach), by: -1) {
      for other in (bySentence[sentence] ?? []).reversed() {
        let candidate = drafts[other]
        guard families.contains(candidate.family), candidate.rejection == nil,
          candidate.reading.actuality == .occurred, let date = candidate.date,
          sentence < here || candidate.candidate.token < draft.candidate.token,
          !date.date.approximate, (date.date.span.length ?? .max) <= 31
        else { continue }
        return date
      }
    }
    return nil
  }
}
