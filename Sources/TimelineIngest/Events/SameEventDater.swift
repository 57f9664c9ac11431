import Chronology
import TimelineModel

/// Finds events that a document tells again, and gives them the date that it states once.
///
/// - nearby: a neighbouring sentence dates an event of the family with the same people, or with the
///   same definite noun ("the talks …");
/// - told before: a definite noun anywhere ("the invasion", "the Pope's visit") whose namesakes in
///   the document all have one date;
/// - done again in words: a verb of violence, vote or change of office with a name in common ("said
///   it invaded Kuwait", where "the invasion of Kuwait on 2 August" stands elsewhere).
///
/// The step is `same-event`. Counter-examples: "an attack", "attacks", two invasions on two days.
struct SameEventDater {
  private static let families: [String: Int] = [
    "meeting": 1, "visit": 1, "conference": 2, "call": 3, "agreement": 4, "arms_deal": 4,
    "exercise": 5, "conflict": 6, "kidnapping": 7, "project": 8, "arrest": 9, "appointment": 10,
    "departure": 11, "election": 12, "disaster": 13, "protest": 14, "arms_delivery": 15,
  ]
  /// Families of which a document seldom tells two.
  private static let singular: Set<String> = [
    "conflict", "election", "disaster", "departure", "kidnapping", "death", "founding", "visit",
    "arrest",
  ]

  /// The drafts of each sentence.
  let bySentence: [Int: [Int]]

  /// The date of a neighbouring mention of the same event.
  func nearby(_ index: Int, _ drafts: [MentionDraft]) -> AttachedDate? {
    let draft = drafts[index]
    guard draft.rejection == nil, draft.reading.actuality == .occurred,
      let group = Self.families[draft.family]
    else { return nil }
    let people = Set(draft.actors.filter { $0.kind == .person }.map(\.name))
    var best: (distance: Int, date: AttachedDate)?
    for distance in [0, 1, -1, 2] {
      let sentence = draft.sentence.index + distance
      for other in bySentence[sentence] ?? [] where other != index {
        let candidate = drafts[other]
        guard let date = candidate.date, Self.families[candidate.family] == group,
          candidate.reading.actuality == .occurred, date.provenance.attachment != "report-day"
        else { continue }
        let shared = candidate.actors.filter { $0.kind == .person && people.contains($0.name) }
        let isAgain =
          !shared.isEmpty
          || (!candidate.candidate.isVerb || !draft.candidate.isVerb)
            && isDefiniteAgain(draft, of: candidate)
        guard isAgain, abs(distance) < (best?.distance ?? 9) else { continue }
        best = (abs(distance), date)
      }
    }
    guard var date = best?.date else { return nil }
    date.provenance.attachment = "same-event"
    date.trust *= 0.75
    return date
  }

  /// "The talks …" behind a sentence that told of talks: the same noun with an article.
  private func isDefiniteAgain(_ draft: MentionDraft, of other: MentionDraft) -> Bool {
    guard !draft.candidate.isVerb, draft.candidate.lemma == other.candidate.lemma,
      other.sentence.index < draft.sentence.index
    else { return false }
    return draft.sentence.children(draft.candidate.token).contains {
      ["the", "these", "this", "those"].contains(draft.sentence.lower[$0])
    }
  }

  /// The type of an event and what its word has in common with its kin.
  struct Namesake: Hashable {
    let type: String
    let stem: Substring
  }

  /// The drafts whose sentence dates them, by what they are called.
  func namesakes(in drafts: [MentionDraft]) -> [Namesake: [Int]] {
    let dated = drafts.indices.filter {
      drafts[$0].date != nil && drafts[$0].reading.actuality != .cancelled
        && !drafts[$0].reading.isHypothetical
    }
    return Dictionary(grouping: dated) { Self.namesake(drafts[$0]) }
  }

  private static func namesake(_ draft: MentionDraft) -> Namesake {
    // "vote" and "voting", "invade" and "invasion" begin alike.
    Namesake(type: draft.type, stem: draft.candidate.lemma.prefix(4))
  }

  /// The one date that the document gives to the namesakes of a draft.
  func toldBefore(
    _ index: Int, _ drafts: [MentionDraft], _ namesakes: [Namesake: [Int]]
  ) -> AttachedDate? {
    let draft = drafts[index]
    guard draft.reading.actuality == .occurred, !draft.reading.isHypothetical,
      draft.candidate.isVerb ? isNamesakeVerb(draft) : isDefiniteNoun(draft),
      var found = namesakes[Self.namesake(draft)]
    else { return nil }
    let names = Set(draft.actors.map(\.name))
    if draft.candidate.isVerb {
      // Two verbs of one stem tell of one deed only with somebody in common.
      found = found.filter { other in
        drafts[other].reading.actuality == .occurred
          && drafts[other].actors.contains { $0.kind != .group && names.contains($0.name) }
      }
    } else if !names.isEmpty {
      // "the murder of the governor" is not that of the priests.
      found = found.filter { other in
        drafts[other].actors.isEmpty || drafts[other].actors.contains { names.contains($0.name) }
      }
    }
    // Two invasions on two days leave it open which is meant; "in March" and "on 26 March" do not.
    let dates = found.compactMap { drafts[$0].date }
    let finest = dates.min {
      ($0.date.span.length ?? .max) < ($1.date.span.length ?? .max)
    }
    guard var date = finest,
      dates.allSatisfy({ $0.date.span.intersection(date.date.span) == date.date.span })
    else { return nil }
    date.provenance.attachment = "same-event"
    date.trust *= draft.candidate.isVerb ? 0.6 : 0.65
    return date
  }

  /// "the invasion", "this vote", "the Pope's visit", "the Kuwaiti elections".
  private func isDefiniteNoun(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    guard draft.candidate.row == nil || Self.singular.contains(draft.family)
    else { return false }
    return sentence.children(draft.candidate.token).contains {
      ["the", "this", "that"].contains(sentence.lower[$0])
        || sentence.relation($0) == .possessiveModifier
        || sentence.nameAt[$0] >= 0 && sentence.relation($0) == .adjectivalModifier
    }
  }

  /// A verb in the past that names one of the deeds of which a document seldom tells two.
  private func isNamesakeVerb(_ draft: MentionDraft) -> Bool {
    draft.candidate.row != nil && Self.singular.contains(draft.family) && draft.family != "visit"
      && !draft.reading.isPresent && !draft.reading.isBare
  }
}
