import Chronology
import TimelineModel

/// Carries dates from one sentence to another where the text says that they belong together.
///
/// - `same-event`: a neighbouring sentence dates the same event again (same people or the same
///   definite noun);
/// - `narrative`: news goes on telling in the plain past behind a dated event;
/// - `backdrop`: "against the backdrop of", "in the wake of", "ahead of": about that month;
/// - `main-clause`: "…, killing three", "as the vote passed" happen with their main clause;
/// - `report-day`: a past verb of saying in news copy happened on the day of publication;
/// - `present-day`: what news copy tells in the present tense holds on that day.
struct DiscourseDater {
  private let published: PublicationDate?
  private let isNews: Bool
  private let bySentence: [Int: [Int]]

  private let lexicon: EventLexicon
  private let reporting: WordClasses

  init(
    drafts: [MentionDraft], published: PublicationDate?, isNews: Bool, lexicon: EventLexicon
  ) {
    self.lexicon = lexicon
    reporting = lexicon.classBit("reporting")
    self.published = published
    self.isNews = isNews
    bySentence = Dictionary(grouping: drafts.indices, by: { drafts[$0].sentence.index })
  }

  /// Dates what can be dated; drafts are in the order of the text.
  func run(on drafts: inout [MentionDraft]) {
    for index in drafts.indices where drafts[index].date == nil {
      drafts[index].date = backdrop(index, drafts) ?? sameEvent(index, drafts)
    }
    let dated = drafts.indices.filter { drafts[$0].date != nil && drafts[$0].candidate.row != nil }
    for index in drafts.indices where drafts[index].date == nil {
      drafts[index].date = toldBefore(index, drafts, dated)
    }
    guard isNews, let day = published?.day else { return }
    NarrativeDater().run(on: &drafts)
    for index in drafts.indices where drafts[index].date == nil {
      if isReport(drafts[index]) {
        drafts[index].date = reportDay(day, "report-day", "a past verb of saying")
      } else if isCurrent(drafts[index]) {
        drafts[index].date = reportDay(day, "present-day", "the present tense")
      }
    }
    followMainClauses(in: &drafts)
  }

  /// Carries what the discourse said of a main clause to the participles and the clauses with "as",
  /// "when" and "while" below it.
  private func followMainClauses(in drafts: inout [MentionDraft]) {
    for index in drafts.indices where drafts[index].date == nil {
      let draft = drafts[index]
      guard happensWithMainClause(draft) else { continue }
      let head = draft.sentence.head(draft.candidate.token)
      let main = bySentence[draft.sentence.index]?.first { drafts[$0].candidate.token == head }
      guard let main, drafts[main].reading.actuality == .occurred, var date = drafts[main].date,
        ["narrative", "report-day"].contains(date.provenance.attachment ?? "")
      else { continue }
      date.provenance.attachment = "main-clause"
      date.trust *= 0.9
      drafts[index].date = date
    }
  }

  private func happensWithMainClause(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let token = draft.candidate.token
    guard draft.candidate.isVerb, draft.reading.actuality == .occurred,
      !draft.reading.isHypothetical, sentence.relation(token) == .adverbialClause
    else { return false }
    var mark = ""
    for child in sentence.children(token) {
      let word = sentence.lower[child]
      if ["had", "have", "has", "having", "will", "would", "to"].contains(word) { return false }
      if child < token, sentence.relation(child) == .marker || word == "when" { mark = word }
    }
    if mark.isEmpty { return sentence.lower[token].hasSuffix("ing") }
    return ["when", "as", "while"].contains(mark) && !draft.reading.isPresent
  }

  private static let families: [String: Int] = [
    "meeting": 1, "visit": 1, "conference": 2, "call": 3, "agreement": 4, "arms_deal": 4,
    "exercise": 5, "conflict": 6, "kidnapping": 7, "project": 8, "arrest": 9, "appointment": 10,
    "departure": 11, "election": 12, "disaster": 13, "protest": 14, "arms_delivery": 15,
  ]

  private func sameEvent(_ index: Int, _ drafts: [MentionDraft]) -> AttachedDate? {
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

  /// "the invasion", anywhere in a document that dates an invasion: a definite noun of violence,
  /// vote or change of office means the one that the document is about.
  private func toldBefore(
    _ index: Int, _ drafts: [MentionDraft], _ dated: [Int]
  ) -> AttachedDate? {
    let draft = drafts[index]
    let sentence = draft.sentence
    guard !draft.candidate.isVerb, draft.candidate.row != nil,
      ["conflict", "election", "disaster", "departure", "kidnapping", "death", "founding"]
        .contains(draft.family),
      !draft.reading.isHypothetical, draft.reading.actuality == .occurred,
      sentence.children(draft.candidate.token).contains(where: {
        ["the", "this", "that"].contains(sentence.lower[$0])
          || sentence.relation($0) == .possessiveModifier
          || sentence.nameAt[$0] >= 0 && sentence.relation($0) == .adjectivalModifier
      })
    else { return nil }
    let stem = draft.candidate.lemma.prefix(4)
    var found: [Int] = []
    for other in dated
    where other != index && drafts[other].type == draft.type
      && drafts[other].reading.actuality == .occurred
      && drafts[other].candidate.lemma.prefix(4) == stem
    {
      found.append(other)
    }
    // Two invasions on two days leave it open which is meant.
    guard let first = found.first, var date = drafts[first].date,
      found.allSatisfy({ drafts[$0].date?.date.span == date.date.span })
    else { return nil }
    date.provenance.attachment = "same-event"
    date.trust *= 0.65
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

  /// A past verb of saying that stands on its own: not below another, not present, not negated.
  ///
  /// The perfect ("has asked", "had said") tells of an earlier day and stays undated.
  private func isReport(_ draft: MentionDraft) -> Bool {
    guard draft.candidate.isVerb,
      draft.candidate.hints.contains(.said)
        || lexicon.isMember(draft.sentence.forms[draft.candidate.token].verb, of: reporting),
      draft.reading.actuality == .occurred, !draft.reading.isHypothetical,
      !draft.reading.isPresent, !draft.reading.isBare
    else { return false }
    let sentence = draft.sentence
    let token = draft.candidate.token
    return !sentence.children(token).contains {
      sentence.relation($0) == .auxiliary
        && ["had", "'d", "has", "have", "'ve"].contains(sentence.lower[$0])
    }
  }

  /// A verb in the present tense that is neither possible nor planned.
  private func isCurrent(_ draft: MentionDraft) -> Bool {
    draft.candidate.isVerb && draft.reading.isPresent && !draft.reading.isHypothetical
      && !draft.reading.isBare && draft.reading.actuality == .occurred && !draft.awaitsItsTime
  }

  private func reportDay(_ day: CivilDay, _ step: String, _ reason: String) -> AttachedDate {
    AttachedDate(
      date: EventDate(
        edtf: day.description, span: DaySpan(day), precision: .day, inferred: [.day, .month, .year]),
      provenance: DateProvenance(
        attachment: step, anchor: day.description,
        anchorReason: "publication date of news copy with \(reason)"),
      trust: 0.6)
  }
}
