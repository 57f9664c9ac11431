import TimelineModel

/// Refuses drafts that only repeat another draft of their sentence.
struct SentenceGate: Sendable {
  let sentence: SentenceReading

  /// "announced the end of the embargo", "declared a truce": the news is what was announced.
  func refuseRepetitions(in drafts: inout ArraySlice<MentionDraft>) {
    let news = drafts.filter {
      $0.rejection == nil && $0.family != "statement" && $0.type != "other"
    }
    for index in drafts.indices
    where drafts[index].rejection == nil && drafts[index].type == "statement"
      && drafts[index].candidate.isVerb
    {
      let clause = drafts[index].candidate.clause
      let isDated = drafts[index].date != nil
      let isTold = clause.objects.contains { object in
        news.contains { $0.candidate.token == object && (!isDated || $0.date != nil) }
      }
      if clause.complements.isEmpty, isTold {
        drafts[index].rejection = "what is announced is told itself"
      }
    }
  }
}
