import Chronology
import TimelineModel

/// Carries dates from one sentence to another where the text says that they belong together.
///
/// - `same-event`: a neighbouring sentence dates the same event again (same people or the same
///   definite noun);
/// - `narrative`: news goes on telling in the plain past behind a dated event;
/// - `backdrop`: "against the backdrop of", "in the wake of", "ahead of": about that month;
/// - `occasion`: it happened during a visit or meeting that an earlier sentence dates;
/// - `offset`: it lies a stated time before or after such an event;
/// - `eve`: what comes on "the eve of" an event comes a day before it;
/// - `report-day`, `day-state`, `present-day`: what news copy tells of its own day;
/// - `main-clause`: "…, killing three", "as the vote passed" happen with their main clause.
struct DiscourseDater {
  private let published: PublicationDate?
  private let isNews: Bool
  private let isCommunique: Bool
  private let bySentence: [Int: [Int]]

  private let lexicon: EventLexicon

  init(
    drafts: [MentionDraft], published: PublicationDate?, isNews: Bool, isCommunique: Bool,
    lexicon: EventLexicon
  ) {
    self.lexicon = lexicon
    self.published = published
    self.isNews = isNews
    self.isCommunique = isCommunique
    bySentence = Dictionary(grouping: drafts.indices, by: { drafts[$0].sentence.index })
  }

  /// Dates what can be dated; drafts are in the order of the text.
  func run(on drafts: inout [MentionDraft]) {
    ClauseFollower(bySentence: bySentence).markPassed(in: &drafts)
    let sameEvent = SameEventDater(bySentence: bySentence)
    for index in drafts.indices where drafts[index].date == nil {
      drafts[index].date =
        eve(index, drafts) ?? backdrop(index, drafts) ?? sameEvent.nearby(index, drafts)
    }
    let occasions = OccasionDater(bySentence: bySentence)
    let offsets = OffsetDater(bySentence: bySentence)
    for index in drafts.indices where drafts[index].date == nil {
      drafts[index].date = occasions.date(index, drafts) ?? offsets.date(index, drafts)
    }
    let namesakes = sameEvent.namesakes(in: drafts)
    for index in drafts.indices where drafts[index].date == nil {
      drafts[index].date = sameEvent.toldBefore(index, drafts, namesakes)
    }
    EventBounds(bySentence: bySentence).run(on: &drafts)
    guard isNews, let day = published?.day else { return }
    NarrativeDater(published: day).run(on: &drafts)
    let reportDay = ReportDay(lexicon: lexicon, isCommunique: isCommunique)
    for index in drafts.indices where drafts[index].date == nil {
      drafts[index].date = reportDay.date(of: drafts[index], published: day)
    }
    ClauseFollower(bySentence: bySentence).run(on: &drafts)
  }

  /// "This is *the eve of* the visit", "met on the eve of the summit": the day after the one told of.
  private func eve(_ index: Int, _ drafts: [MentionDraft]) -> AttachedDate? {
    let sentence = drafts[index].sentence
    let token = drafts[index].candidate.token
    let head = sentence.head(token)
    guard !drafts[index].candidate.isVerb, head >= 0, sentence.lower[head] == "eve",
      sentence.preposition(token) == "of"
    else { return nil }
    let verb = sentence.head(head)
    let main = bySentence[sentence.index]?.first {
      $0 != index && drafts[$0].candidate.token == verb
    }
    var source = main.flatMap { drafts[$0].date }
    let isNow = sentence.children(head).contains { ["is", "'s"].contains(sentence.lower[$0]) }
    if isNow, isNews, let day = published?.day {
      source = AttachedDate(
        date: EventDate(edtf: day.description, span: DaySpan(day), precision: .day),
        provenance: DateProvenance(
          anchor: day.description, anchorReason: "publication date of news copy"), trust: 0.8)
    }
    guard let source, source.date.span.length == 1, let day = source.date.span.latest else {
      return nil
    }
    let next = day.advanced(by: 1)
    var provenance = source.provenance
    provenance.attachment = "eve"
    return AttachedDate(
      date: EventDate(
        edtf: next.description, span: DaySpan(next), precision: .day,
        inferred: source.date.inferred + [.day], phrase: source.date.phrase),
      provenance: provenance, trust: source.trust * 0.7)
  }

  private static let backdrops: Set<String> = [
    "backdrop", "wake", "aftermath", "run-up", "heels", "eve", "sidelines", "margins",
  ]

  private func backdrop(_ index: Int, _ drafts: [MentionDraft]) -> AttachedDate? {
    let draft = drafts[index]
    let sentence = draft.sentence
    let token = draft.candidate.token
    let head = sentence.head(token)
    guard head >= 0, Self.backdrops.contains(sentence.lower[head]),
      sentence.preposition(token) == "of"
    else { return nil }
    let verb = sentence.head(head)
    // What came against that backdrop: a dated event of this sentence, else the one just told.
    var source: AttachedDate?
    if verb >= 0 {
      let subject = sentence.child(verb, .nominalSubject)
      for other in bySentence[sentence.index] ?? [] where other != index {
        if drafts[other].candidate.token == verb || drafts[other].candidate.token == subject {
          source = drafts[other].date
        }
      }
    }
    if source == nil {
      for back in 1...2 {
        for other in (bySentence[sentence.index - back] ?? []).reversed() {
          if let date = drafts[other].date, drafts[other].rejection == nil {
            source = date
            break
          }
        }
        if source != nil { break }
      }
    }
    guard let source, let day = source.date.span.earliest, let length = source.date.span.length
    else { return nil }
    if ["sidelines", "margins"].contains(sentence.lower[head]) {
      var same = source
      same.provenance.attachment = "occasion"
      same.trust *= 0.8
      return same
    }
    let isMonth = length <= 31
    let span = isMonth ? DaySpan.month(day.month, year: day.year) : DaySpan.year(day.year)
    let year = String(day.description.prefix(4))
    let edtf = isMonth ? String(day.description.prefix(7)) + "~" : year + "~"
    var provenance = source.provenance
    provenance.attachment = "backdrop"
    return AttachedDate(
      date: EventDate(
        edtf: edtf, span: span, precision: isMonth ? .month : .year, approximate: true,
        inferred: source.date.inferred + [.month], phrase: source.date.phrase),
      provenance: provenance, trust: source.trust * 0.6)
  }
}
