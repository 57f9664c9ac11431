import Chronology
import TimelineModel

/// What news copy tells of the day on which it is published.
///
/// - `report-day`: a past verb of saying ("the ministry said"), a record that speaks ("the figures
///   showed"), a source that will not ("was not identified", "declined to comment"), "according to";
/// - `day-state`: a past that goes on as the news is told ("the border remained closed");
/// - `present-day`: the present tense.
///
/// Counter-examples: "had said", "has asked" (the perfect tells of an earlier day), "he said that she
/// asked for help" (only the first is said to the reporter), "sold the house and said he was glad"
/// (part of a story).
struct ReportDay {
  private let lexicon: EventLexicon
  private let isCommunique: Bool
  private let reporting: WordClasses
  private let words = DatingWords.shared

  /// A reader of a text; news, unlike a communiqué, tells of what others said on other days.
  init(lexicon: EventLexicon, isCommunique: Bool) {
    self.lexicon = lexicon
    self.isCommunique = isCommunique
    reporting = lexicon.classBit("reporting")
  }

  /// The day of publication for a draft, with the step that says why; nil when nothing says so.
  func date(of draft: MentionDraft, published day: CivilDay) -> AttachedDate? {
    if isReport(draft) { return dated(day, "report-day", "a past verb of saying") }
    if isWithheld(draft) { return dated(day, "report-day", "a source that will not say") }
    if isRecord(draft) { return dated(day, "report-day", "a record that speaks") }
    if isPersisting(draft) { return dated(day, "day-state", "a past that goes on") }
    if isCurrent(draft) { return dated(day, "present-day", "the present tense") }
    return nil
  }

  private func dated(_ day: CivilDay, _ step: String, _ reason: String) -> AttachedDate {
    AttachedDate(
      date: EventDate(
        edtf: day.description, span: DaySpan(day), precision: .day, inferred: [.day, .month, .year]),
      provenance: DateProvenance(
        attachment: step, anchor: day.description,
        anchorReason: "publication date of news copy with \(reason)"),
      trust: 0.6)
  }

  /// A past verb of saying that stands on its own: not below another, not present, not negated.
  private func isReport(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let token = draft.candidate.token
    guard draft.candidate.isVerb, draft.reading.actuality == .occurred,
      !draft.reading.isHypothetical
    else { return false }
    if sentence.lower[token] == "according" { return !isBelowSpeech(draft) }
    // Behind its first sentences news tells who else has welcomed or denied what, some day.
    if !isCommunique, draft.type.contains("."), draft.sentence.index > 3 { return false }
    return isSaying(token, draft) && !draft.reading.isPresent && !draft.reading.isBare
      && !isPerfect(token, sentence) && !isBelowSpeech(draft) && !isStory(token, sentence)
      && !isAside(token, sentence)
  }

  /// "the gift *that the ministry condemned*": what a relative clause tells lies behind the news.
  private func isAside(_ token: Int, _ sentence: SentenceReading) -> Bool {
    switch sentence.relation(token) {
    case .relativeClause, .adnominalClause: true
    default: false
    }
  }

  private func isSaying(_ token: Int, _ draft: MentionDraft) -> Bool {
    draft.candidate.hints.contains(.said)
      || lexicon.isMember(draft.sentence.forms[token].verb, of: reporting)
  }

  private func isPerfect(_ token: Int, _ sentence: SentenceReading) -> Bool {
    sentence.children(token).contains {
      sentence.relation($0) == .auxiliary
        && ["had", "'d", "has", "have", "'ve"].contains(sentence.lower[$0])
    }
  }

  /// Whether somebody in the sentence says it: then it was not said to the reporter.
  private func isBelowSpeech(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    var position = draft.candidate.token
    if isClosingAttribution(position, sentence) { return false }
    for _ in 0..<6 {
      let head = sentence.head(position)
      guard head >= 0 else { return false }
      switch sentence.relation(position) {
      case .clausalComplement where head < position:
        return draft.reading.sayingVerb == head
          || lexicon.isMember(sentence.forms[head].verb, of: reporting)
      case .conjunct, .openComplement: break
      default: return false
      }
      position = head
    }
    return false
  }

  /// "…, *said* a spokesman", "…, the radio *reported*.": who closes the sentence says all of it.
  private func isClosingAttribution(_ token: Int, _ sentence: SentenceReading) -> Bool {
    let isLast = !(token + 1..<max(token + 1, sentence.count)).contains {
      sentence.tag($0) != .punctuation
    }
    let isInverted = sentence.children(token).contains {
      $0 > token && sentence.relation($0) == .nominalSubject
    }
    return isLast
      || isInverted && token > 0
        && [",", "''", "\"", "”"].contains(sentence.lower[token - 1])
  }

  /// "He sold the house *and said* he was glad", "*when they asked* her": told with other deeds.
  private func isStory(_ token: Int, _ sentence: SentenceReading) -> Bool {
    let head = sentence.head(token)
    guard head >= 0, head < token, sentence.isVerb(head) else { return false }
    switch sentence.relation(token) {
    case .conjunct:
      return sentence.tree.tokens[head].features.contains(.past)
        && !lexicon.isMember(sentence.forms[head].verb, of: reporting)
        && !saysSomething(head, sentence) && sentence.child(token, .nominalSubject) == nil
    case .adverbialClause:
      return sentence.children(token).contains {
        ["when", "after", "before", "because", "since", "once"].contains(sentence.lower[$0])
      }
    default: return false
    }
  }

  private func saysSomething(_ verb: Int, _ sentence: SentenceReading) -> Bool {
    let form = sentence.forms[verb].verb
    return form >= 0 && lexicon.verbRows[Int(form)].contains { $0.hints.contains(.said) }
  }

  /// "The size *was not disclosed*", "*declined to comment*", "*gave* no details": what a source
  /// keeps back it keeps back as it is asked.
  private func isWithheld(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let token = draft.candidate.token
    guard draft.candidate.isVerb, !draft.reading.isPresent, !isPerfect(token, sentence) else {
      return false
    }
    if ["gave", "provided", "offered", "released"].contains(sentence.lower[token]) {
      return draft.candidate.clause.objects.contains { object in
        words.contains(sentence.lower[object], .withheld)
          && sentence.children(object).contains {
            ["no", "few", "any", "little"].contains(sentence.lower[$0])
          }
      }
    }
    if ["declined", "refused"].contains(sentence.lower[token]) {
      return sentence.children(token).contains { child in
        child > token
          && (words.contains(sentence.lower[child], .withholding)
            || ["say", "discuss", "give", "answer", "talk", "speak"].contains(
              sentence.lower[child]))
      }
    }
    return words.contains(sentence.lower[token], .withholding)
      && sentence.children(token).contains {
        ["not", "n't"].contains(sentence.lower[$0])
      }
      && sentence.children(token).contains {
        ["was", "were", "did"].contains(sentence.lower[$0])
      }
  }

  /// "The figures *showed* that …": a record speaks when it is read.
  private func isRecord(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let token = draft.candidate.token
    guard draft.candidate.isVerb, words.contains(sentence.lower[token], .showing),
      draft.reading.actuality == .occurred, !draft.reading.isHypothetical,
      !draft.reading.isPresent, !draft.reading.isBare, !isPerfect(token, sentence)
    else { return false }
    return draft.candidate.clause.subjects.contains { words.contains(sentence.lower[$0], .record) }
  }

  /// "The border *remained* closed", "the move *seemed* aimed at …", in a main clause without a date.
  private func isPersisting(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let token = draft.candidate.token
    guard draft.candidate.isVerb, words.contains(sentence.lower[token], .persisting),
      draft.reading.actuality == .occurred || draft.reading.isNegated,
      !draft.reading.isPresent, !draft.reading.isBare,
      !sentence.children(token).contains(where: {
        sentence.relation($0) == .auxiliary
          && !["did", "was", "were"].contains(sentence.lower[$0])
      }),
      !sentence.times.contains(where: { $0.expression.date != nil })
    else { return false }
    switch sentence.relation(token) {
    case .relativeClause, .adnominalClause, .adverbialClause, .openComplement: return false
    default: return true
    }
  }

  /// A verb in the present tense that is neither possible nor planned.
  private func isCurrent(_ draft: MentionDraft) -> Bool {
    draft.candidate.isVerb && draft.reading.isPresent && !draft.reading.isHypothetical
      && !draft.reading.isBare && draft.reading.actuality == .occurred && !draft.awaitsItsTime
  }
}
