import TimelineModel

/// Turns a trigger of a sentence into a draft: type, actors, place, actuality, date, title.
struct MentionDrafter {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  let memory: DiscourseMemory
  let attacher: DateAttacher
  let candidates: [TriggerCandidate]
  let saidVerbs: Set<Int>
  let text: String

  private static let agreeing: Set<String> = [
    "agree", "undertake", "decide", "consent", "contract",
  ]

  /// "agreed to *sell* Chile frigates": an arms deal, agreed; what was agreed on says the type.
  private func agreedDeal(in candidate: TriggerCandidate) -> TriggerCandidate? {
    guard candidate.isVerb, Self.agreeing.contains(candidate.lemma) else { return nil }
    return candidates.first {
      $0.isVerb && $0.family == "arms_deal"
        && (candidate.clause.complements.contains($0.token)
          || sentence.head($0.token) == candidate.token && sentence.relation($0.token) != .conjunct)
    }
  }

  /// The draft of one candidate.
  func draft(_ candidate: TriggerCandidate, ordinal: Int) -> MentionDraft {
    let deal = agreedDeal(in: candidate)
    var reading = ActualityReader(sentence: sentence, lexicon: lexicon, saidVerbs: saidVerbs)
      .reading(of: candidate)
    if reading.attribution == nil { reading.attribution = accordingTo() }
    if reading.actuality == .occurred, let verb = reading.sayingVerb,
      let saying = candidates.first(where: { $0.token == verb })
    {
      let isDoubtful = saying.clause.subjects.contains {
        lexicon.isMember(sentence.forms[$0].noun, of: lexicon.classBit("doubtful"))
      }
      if saying.hints.contains(.claim) || isDoubtful {
        reading.actuality = .alleged
        reading.cue = sentence.text(of: verb)
      } else if saying.hints.contains(.denial) {
        reading.actuality = .denied
        reading.cue = sentence.text(of: verb)
      }
    }
    let participants = ParticipantReader(sentence: sentence, lexicon: lexicon, memory: memory)
    var actors = participants.actors(of: candidate)
    actors += sharedCounterparts(of: candidate, actors, participants)
    if let deal {
      actors += participants.actors(of: deal).filter { other in
        !actors.contains { $0.name == other.name }
      }
    }
    if let head = reading.governorToken {
      reading.governorIsEvent = candidates.contains { $0.token == head && $0.type != "other" }
    }
    if candidate.isVerb, reading.isBare, !reading.governorIsEvent {
      // "agreed to redouble efforts to *conclude* a pact": told with the agreeing.
      var position = sentence.head(candidate.token)
      for _ in 0..<4 where position >= 0 {
        if candidates.contains(where: {
          $0.token == position && $0.isVerb
            && ($0.hints.contains(.intent) || $0.lemma == "agree")
        }) {
          reading.governorIsEvent = true
        }
        position = sentence.head(position)
      }
    }
    let date = attacher.date(of: candidate)
    if reading.isHypothetical, reading.reason.hasPrefix("possible"), date != nil,
      reading.actuality == .occurred
    {
      // "may lift the ban in November": a possibility with a date is a plan.
      reading.actuality = .planned
      reading.cue = reading.reason.split(separator: " ").last.map(String.init)
      reading.isHypothetical = false
    }
    if reading.actuality == .occurred, candidate.row?.stage == "cancelled",
      ["project", "arms_deal", "agreement"].contains(candidate.family)
    {
      // "scrapped the order": the deal is off.
      reading.actuality = .cancelled
      reading.cue = sentence.text(of: candidate.token)
    }
    let places = PlaceReader(
      sentence: sentence, lexicon: lexicon, dateline: memory.dateline, home: memory.homeCountry)
    let place = places.place(of: candidate)
    let type =
      deal?.type
      ?? MeetingRank.refined(candidate.type, of: candidate, actors: actors, in: sentence)
    let title = TitleWriter(sentence: sentence, lexicon: lexicon, participants: participants)
      .title(of: candidate, type: type, actors: actors, actuality: reading.actuality)
    var draft = MentionDraft(
      sentence: sentence, candidate: candidate, ordinal: ordinal, type: type,
      plover: plover(of: candidate, type: type, reading),
      stage: deal == nil ? stage(of: candidate, reading) : "agreed",
      title: title, actors: actors, place: place, reading: reading,
      attributes: AttributeReader(sentence: sentence, lexicon: lexicon).attributes(of: candidate),
      date: date)
    draft.rejection = EventGate(
      sentence: sentence, lexicon: lexicon, saidVerbs: saidVerbs,
      triggers: Dictionary(
        candidates.map { ($0.token, $0.family) }, uniquingKeysWith: { first, _ in first })
    )
    .rejection(of: draft)
    if draft.rejection == nil {
      draft.place = draft.place ?? places.inferredPlace(of: candidate)
      if draft.place == nil, candidate.family == "election" {
        // "Iraqis voted": a ballot is where those who vote are.
        let countries = Set(draft.actors.compactMap(\.country))
        if countries.count == 1 { draft.place = countries.first }
      }
      draft.actors += participants.inferredActors(
        of: candidate, beside: draft.actors, at: draft.place)
    }
    return draft
  }

  private static let dealings: Set<String> = [
    "agreement", "arms_deal", "arms_delivery", "trade", "aid", "expulsion", "sanction",
  ]

  /// "made a pact with Peru and *sold tanks*": dealings joined by "and" share the other side.
  private func sharedCounterparts(
    of candidate: TriggerCandidate, _ actors: [Actor], _ participants: ParticipantReader
  ) -> [Actor] {
    guard Self.dealings.contains(candidate.family), candidate.isVerb,
      sentence.relation(candidate.token) == .conjunct,
      !actors.contains(where: { $0.role == .counterpart && $0.kind != .group }),
      let first = candidates.first(where: { $0.token == sentence.head(candidate.token) }),
      Self.dealings.contains(first.family)
    else { return [] }
    return participants.actors(of: first).filter { other in
      other.role == .counterpart && other.kind != .group
        && !actors.contains { $0.name == other.name }
    }
  }

  /// "according to the ministry": who says so when no verb of saying does.
  private func accordingTo() -> String? {
    for token in 0..<sentence.count where sentence.lower[token] == "according" {
      var head = sentence.head(token)
      if head < 0 { head = token }
      // "according to which" points back to what was said before, not to somebody.
      if token + 2 < sentence.count, ["which", "whom"].contains(sentence.lower[token + 2]) {
        continue
      }
      if sentence.isNominal(head) { return sentence.phrase(of: head) }
      for child in sentence.children(token) where sentence.isNominal(child) {
        return sentence.phrase(of: child)
      }
    }
    return nil
  }

  private static let friendly: Set<String> = [
    "SUPPORT", "AID", "COOPERATE", "YIELD", "CONSULT", "AGREE",
  ]
  private static let hostile: Set<String> = [
    "SANCTION", "COERCE", "ASSAULT", "PROTEST", "THREATEN",
  ]
  private static let demands: Set<String> = [
    "demand", "urge", "call", "ask", "request", "appeal", "press", "pressure", "order", "must",
  ]

  /// The root of the type or row, turned by mode: a promise of help is AGREE, of harm THREATEN.
  private func plover(
    of candidate: TriggerCandidate, type: String, _ reading: ActualityReading
  ) -> String? {
    let root = candidate.row?.plover ?? EventTypeTable.shared.plover(of: type)
    guard root != "-" else { return nil }
    if root == nil, candidate.hints.contains(.said) { return ploverOfContent(of: candidate) }
    if reading.actuality == .cancelled { return "REJECT" }
    if reading.isNegated { return "REJECT" }
    let governor = reading.governor ?? ""
    if governor == "refuse" || governor == "decline" || governor == "fail" || governor == "reject" {
      return "REJECT"
    }
    if Self.demands.contains(governor) { return "REQUEST" }
    guard let root else { return nil }
    if reading.actuality == .planned {
      if Self.friendly.contains(root) { return "AGREE" }
      if Self.hostile.contains(root) { return "THREATEN" }
    }
    return root
  }

  /// What somebody says of their own doing is that doing's root ("said it would free them"); what
  /// they say others must do is a request.
  private func ploverOfContent(of candidate: TriggerCandidate) -> String? {
    let contents = sentence.children(candidate.token).filter {
      ActualityReader.isClausal(sentence.relation($0))
    }
    for content in contents {
      let hasDuty = sentence.children(content).contains {
        ["must", "should", "shall", "ought"].contains(sentence.lower[$0])
      }
      if hasDuty { return "REQUEST" }
      guard let told = candidates.first(where: { $0.token == content }), told.row != nil else {
        continue
      }
      let speakers = Set(candidate.clause.subjects.map { sentence.lower[$0] })
      let isOwn = told.clause.subjects.contains {
        ["it", "he", "she", "they", "we", "i"].contains(sentence.lower[$0])
          || speakers.contains(sentence.lower[$0])
      }
      let reading = ActualityReader(sentence: sentence, lexicon: lexicon, saidVerbs: saidVerbs)
        .reading(of: told)
      guard isOwn || reading.actuality == .planned else { continue }
      if let root = plover(of: told, type: told.type, reading) { return root }
    }
    return nil
  }

  private func stage(of candidate: TriggerCandidate, _ reading: ActualityReading) -> String? {
    guard let stage = candidate.row?.stage else { return nil }
    switch reading.actuality {
    case .cancelled: return "cancelled"
    case .planned, .proposed:
      return ["arms_deal", "agreement"].contains(candidate.family) ? "talks" : nil
    default: return stage
    }
  }
}
