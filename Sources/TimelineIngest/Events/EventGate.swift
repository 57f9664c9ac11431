import TimelineModel

/// Decides which drafts are events for a reader of timelines; every refusal has a reason.
struct EventGate: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  let saidVerbs: Set<Int>
  /// The family of each trigger of the sentence, by token.
  let triggers: [Int: String]

  /// Families of which the sources speak without naming anybody.
  private static let anonymous: Set<String> = [
    "conflict", "kidnapping", "disaster", "arrest", "protest", "release", "election",
  ]

  /// Why a draft is no event, or nil when it is one.
  func rejection(of draft: MentionDraft) -> String? {
    let candidate = draft.candidate
    let reading = draft.reading
    // A noun below a verb that tells the event is no news for having that verb's date.
    let hasDate =
      draft.date != nil && draft.date?.provenance.attachment != "joint-event"
    if reading.isHypothetical, reading.actuality != .cancelled, reading.actuality != .denied {
      if !(hasDate && reading.reason.hasPrefix("possible")) { return reading.reason }
    }
    if isQuestion, draft.date?.provenance.attachment != "own-predicate" || isAsked(candidate.token)
    {
      return "asked, not told"
    }
    let isSpeech = candidate.hints.contains(.said) && candidate.isVerb
    let hasName = draft.actors.contains {
      // Whom the words concern does not make them news; who says them does.
      $0.kind != .group && !(isSpeech && $0.role == .subject)
    }
    if !hasName, !hasDate, draft.place == nil, !Self.anonymous.contains(candidate.family) {
      return "nobody named, no date, no place"
    }
    if candidate.row == nil, !candidate.isDiscovered {
      return hasDate ? nil : "no trigger and no date"
    }
    return candidate.isVerb ? verbal(draft, hasDate, hasName) : nominal(draft, hasDate, hasName)
  }

  /// Whether the sentence ends with a question mark.
  private var isQuestion: Bool {
    for word in sentence.lower.reversed() where !["\"", "”", "'", "’", ")"].contains(word) {
      return word == "?"
    }
    return false
  }

  /// "*How many* exercises were held since 2014?": the question's own clause, not what it mentions.
  private func isAsked(_ token: Int) -> Bool {
    sentence.relation(token) == .root
      || sentence.lower.contains { ["how", "when", "whether", "what", "why", "who"].contains($0) }
        && !(sentence.relation(token) == .relativeClause
          || sentence.relation(token) == .adverbialClause
          || sentence.relation(token) == .oblique || sentence.relation(token) == .nominalModifier)
  }

  private func verbal(_ draft: MentionDraft, _ hasDate: Bool, _ hasName: Bool) -> String? {
    let candidate = draft.candidate
    let reading = draft.reading
    let hasOwnDate = draft.date?.provenance.attachment == "own-predicate"
    if candidate.hints.contains(.said), candidate.clause.subjects.isEmpty,
      // "The request was turned down in May": news, whoever did it.
      !(candidate.clause.isPassive && !candidate.clause.objects.isEmpty && hasOwnDate)
    {
      return "nobody says it"
    }
    if sentence.relation(candidate.token) == .adjectivalModifier,
      sentence.head(candidate.token) > candidate.token, !hasOwnDate
    {
      return "only describes a noun"
    }
    if isToldByMainClause(draft), !hasOwnDate { return "told by its main clause" }
    if isClaimOfDeed(draft), !hasOwnDate { return "says who did what is told" }
    if reading.isBare, !hasOwnDate, reading.actuality != .planned,
      reading.actuality != .proposed, !(isResult(draft) && hasDate)
    {
      return "infinitive or gerund without a word that says it happened"
    }
    if reading.isPresent, reading.actuality == .occurred, !hasDate {
      if !candidate.hints.contains(.said) || !hasName { return "present tense without a date" }
    }
    if reading.actuality == .planned || reading.actuality == .proposed, !hasOwnDate,
      reading.governorIsEvent
    {
      return "what is agreed or asked for is told with the asking"
    }
    if candidate.hints.contains(.cancels),
      candidate.clause.objects.allSatisfy({ sentence.tag($0) == .pronoun }),
      !candidate.clause.objects.isEmpty
    {
      return "what was called off is told elsewhere"
    }
    if candidate.hints.contains(.report), !hasDate, !hasName { return "a report, not news itself" }
    if candidate.hints.contains(.weak), !hasDate {
      let subjectNamed = candidate.clause.subjects.contains { sentence.nameAt[$0] >= 0 }
      let names = draft.actors.filter { $0.kind != .group }.count
      if !(subjectNamed && names >= 2), !Self.anonymous.contains(candidate.family) {
        return "weak trigger without a date or two names"
      }
    }
    if reading.actuality == .planned || reading.actuality == .proposed, !hasDate, !hasName {
      return "a plan of nobody in particular"
    }
    return nil
  }

  /// "…, *killing* three": a result of what its main clause tells.
  private func isResult(_ draft: MentionDraft) -> Bool {
    sentence.relation(draft.candidate.token) == .adverbialClause
      && sentence.lower[draft.candidate.token].hasSuffix("ing")
  }

  /// "a blast *claimed* by rebels killed two": no statement beside the deed.
  private func isClaimOfDeed(_ draft: MentionDraft) -> Bool {
    let token = draft.candidate.token
    return draft.family == "statement" && sentence.relation(token) == .adnominalClause
      && sentence.lower[token] == "claimed" && sentence.head(token) < token
  }

  /// A participle below an event of the same family adds nothing to it.
  private func isToldByMainClause(_ draft: MentionDraft) -> Bool {
    guard isResult(draft) else { return false }
    let head = sentence.head(draft.candidate.token)
    return head >= 0 && triggers[head] == draft.family
  }

  private func nominal(_ draft: MentionDraft, _ hasDate: Bool, _ hasName: Bool) -> String? {
    let candidate = draft.candidate
    let clause = candidate.clause
    let support = clause.supportVerb.map { sentence.isVerb($0) } ?? false
    if draft.reading.actuality == .planned || draft.reading.actuality == .proposed, !hasDate,
      !support
    {
      return "a plan named in passing"
    }
    if candidate.family == "conference", draft.place == nil, !support, !hasName, isVenue(candidate)
    {
      return "a venue, not news itself"
    }
    if candidate.hints.contains(.weak), sentence.preposition(candidate.token) == "for",
      draft.actors.isEmpty
    {
      return "a purpose, not an event"
    }
    if candidate.hints.contains(.weak) {
      if let step = draft.date?.provenance.attachment,
        ["own-predicate", "governing-predicate", "chronology-entry"].contains(step)
      {
        return nil
      }
      if isPresupposed(candidate.token), hasName { return nil }
      // "denied that it was in talks": what is denied is news by the denial.
      if draft.reading.actuality == .denied, hasName { return nil }
      if draft.reading.actuality == .cancelled, support, hasDate || hasName { return nil }
      if support, hasName || Self.anonymous.contains(candidate.family),
        !draft.reading.isPresent, !draft.reading.isBare
      {
        return nil
      }
      return "weak trigger without a date or support verb"
    }
    if hasDate || support && !draft.reading.isPresent { return nil }
    if isGeneric(candidate.token) { return "named in general" }
    if hasName || draft.place != nil { return nil }
    return Self.anonymous.contains(candidate.family) && !clause.obliques.isEmpty
      ? nil : "named in passing"
  }

  /// Whether it only says where something else was done.
  private func isVenue(_ candidate: TriggerCandidate) -> Bool {
    let relation = sentence.relation(candidate.token)
    return (relation == .oblique || relation == .nominalModifier)
      && ["at", "in", "during", "of", "before", "to", "on the sidelines of"]
        .contains(sentence.preposition(candidate.token))
  }

  /// "after their talks", "during the visit": what other things happen around has happened.
  private func isPresupposed(_ noun: Int) -> Bool {
    ["after", "during", "following", "since", "before", "ahead of", "prior to", "in the wake of"]
      .contains(sentence.preposition(noun))
      && sentence.children(noun).contains {
        sentence.relation($0) == .possessiveModifier
          || ["the", "their", "its", "his", "this"].contains(sentence.lower[$0])
      }
  }

  /// A bare plural or a singular with "any", "every", "no": no event in particular.
  private func isGeneric(_ noun: Int) -> Bool {
    for child in sentence.children(noun) where sentence.relation(child) == .determiner {
      return ["any", "every", "no", "such", "each"].contains(sentence.lower[child])
    }
    return false
  }
}
