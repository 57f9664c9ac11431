import Chronology
import TimelineModel

/// Dates what lies a stated time before or after an event that an earlier sentence dates.
///
///     "… overthrew him on 26 July. Four days *after the putsch* the leaders met"    30 July
///     "Goma fell on 27 January … cut ties two days *before the fall* of the city"   25 January
///
/// The other event is the last one told before it with a day of its own that is of its kind, or
/// begins like it. The step is `offset`. Counter-examples: "days after the vote" (how many?), "two
/// days after a vote" (which?), "a year after the coup of 3 May" (which day?).
struct OffsetDater {
  /// The drafts of each sentence.
  let bySentence: [Int: [Int]]

  /// How many sentences back the other event is looked for.
  private static let reach = 12

  private static let seizures: Set<String> = [
    "coup", "putsch", "takeover", "overthrow", "ouster", "topple", "oust", "unseat", "depose",
    "seize", "storm", "mutiny",
  ]

  /// The date of an undated draft by such a phrase, or nil when its sentence has none for it.
  func date(_ index: Int, _ drafts: [MentionDraft]) -> AttachedDate? {
    let draft = drafts[index]
    let sentence = draft.sentence
    guard draft.reading.actuality == .occurred, !draft.reading.isHypothetical else { return nil }
    for position in sentence.lower.indices.dropLast() {
      guard let sign = CalendarShift.signs[sentence.lower[position]],
        let length = sentence.length(before: position),
        main(around: length.tokens, in: sentence) == draft.candidate.clause.supportVerb
          ?? draft.candidate.token,
        let other = otherEvent(behind: position, in: sentence),
        let told = dateTold(of: other, in: draft, drafts)
      else { continue }
      guard var date = length.shift.moved(told, sign) else { continue }
      date.provenance.attachment = "offset"
      date.trust *= 0.7
      return date
    }
    return nil
  }

  /// The verb that the phrase tells when: the last before it, or behind an opening phrase the one
  /// that it hangs on.
  private func main(around phrase: Range<Int>, in sentence: SentenceReading) -> Int? {
    if let before = (0..<phrase.lowerBound).last(where: {
      sentence.isVerb($0) && sentence.relation($0) != .auxiliary
        && sentence.relation($0) != .passiveAuxiliary
    }) {
      return before
    }
    guard phrase.lowerBound <= 1 else { return nil }
    var position = sentence.head(phrase.upperBound - 1)
    for _ in 0..<4 where position >= 0 && !sentence.isVerb(position) {
      position = sentence.head(position)
    }
    return position >= 0 ? position : nil
  }

  /// The definite noun, or the verb of the clause, behind "after" or "before".
  private func otherEvent(behind position: Int, in sentence: SentenceReading) -> Int? {
    let clause = (position + 1..<min(sentence.count, position + 9)).prefix {
      ![",", ";", "."].contains(sentence.lower[$0])
    }
    guard let first = clause.first else { return nil }
    let isDefinite =
      ["the", "his", "her", "their", "its", "that", "this"].contains(sentence.lower[first])
    let noun = clause.first {
      sentence.tag($0) == .noun && sentence.preposition($0).isEmpty == false
    }
    if let noun, isDefinite { return noun }
    return clause.first {
      sentence.tag($0) == .verb && sentence.relation($0) == .adverbialClause
    }
  }

  /// The day that the text gives to an event that it speaks of again.
  private func dateTold(
    of other: Int, in draft: MentionDraft, _ drafts: [MentionDraft]
  ) -> AttachedDate? {
    let here = draft.sentence.index
    let again = (bySentence[here] ?? []).first { drafts[$0].candidate.token == other }
    if let again, let date = drafts[again].date { return date }
    let word = draft.sentence.lower[other]
    let lemma = again.map { drafts[$0].candidate.lemma } ?? word
    let family = again.map { drafts[$0].family }
    for sentence in stride(from: here, through: max(0, here - Self.reach), by: -1) {
      for index in (bySentence[sentence] ?? []).reversed() {
        let told = drafts[index]
        guard let date = told.date, told.reading.actuality == .occurred,
          sentence < here || told.candidate.token < other, told.candidate.token != other,
          date.date.span.length == 1
        else { continue }
        let isSeizure =
          Self.seizures.contains(word) && Self.seizures.contains(told.candidate.lemma)
        // "fall" and "fell", "arrest" and "arrested" begin alike; short words must be the same.
        let isAlike =
          told.candidate.lemma == lemma
          || lemma.utf8.count > 4
            && told.candidate.lemma.hasPrefix(lemma.prefix(5))
        if isSeizure || isAlike
          || family == told.family && family != "other"
            && family != "statement"
        {
          return date
        }
      }
    }
    return nil
  }
}
