import Chronology
import TimelineModel

/// A date that a step carried to an event.
struct AttachedDate: Sendable {
  /// The date.
  var date: EventDate
  /// How it came.
  var provenance: DateProvenance
  /// How much of the confidence the step leaves, 0 to 1.
  var trust: Double
}

/// Carries the dates of one sentence to its events, along the tree.
///
/// The steps, in this order; each has a name that is stored:
/// - `own-predicate`: the expression modifies the event word or the verb it leans on;
/// - `occasion`: the event happened at a gathering or visit that has the date;
/// - `coordinated-clause`: the clause before it, joined by "and", has the date;
/// - `when-clause`: a clause with "when", "as" or "during" has the date;
/// - `embedding-clause`: the clause that it is a gapped part of has the date;
/// - `sentence-frame`: the expression opens the sentence;
/// - `governing-predicate`: the verb that it is subject or object of has the date;
/// - `chronology-entry`: the date heads the entry of a chronology.
struct DateAttacher: Sendable {
  let sentence: SentenceReading
  let candidates: [TriggerCandidate]
  let saidVerbs: Set<Int>
  /// For each time mention the token of the predicate that governs it, or -1.
  private let owners: [Int]
  private let candidateAt: [Int: Int]

  /// The date that heads the entry of a chronology, if the sentence is one.
  private let entry: TimeExpression?

  init(
    sentence: SentenceReading, candidates: [TriggerCandidate], saidVerbs: Set<Int>,
    entry: TimeExpression? = nil
  ) {
    self.entry = entry
    self.sentence = sentence
    self.candidates = candidates
    self.saidVerbs = saidVerbs
    var at: [Int: Int] = [:]
    for (number, candidate) in candidates.enumerated() { at[candidate.token] = number }
    candidateAt = at
    owners = sentence.times.map { time in
      // "Ghana *in May* named …": between a subject and its verb a date is the verb's.
      for verb in time.tokens.upperBound..<max(time.tokens.upperBound, sentence.count)
      where sentence.tag(verb) == .verb {
        let isBetween = sentence.children(verb).contains { child in
          (sentence.relation(child) == .nominalSubject
            || sentence.relation(child) == .passiveSubject)
            && child < time.tokens.lowerBound && child >= time.tokens.lowerBound - 3
        }
        if isBetween { return verb }
        if verb > time.tokens.upperBound + 3 { break }
      }
      if let verb = Self.cleftVerb(behind: time, sentence) { return verb }
      var position = sentence.head(time.head)
      // "to end *a 2014 agreement*": the year says which agreement, not when it is ended.
      if position > time.head, !sentence.isVerb(position), at[position] == nil,
        sentence.preposition(time.head).isEmpty, time.tokens.lowerBound > 0,
        ["a", "the", "its", "their", "his", "this", "that"].contains(
          sentence.lower[time.tokens.lowerBound - 1]),
        sentence.relation(position) == .object,
        !candidates.contains(where: { $0.clause.supportVerb == sentence.head(position) })
      {
        return -1
      }
      for _ in 0..<sentence.count {
        guard position >= 0 else { return -1 }
        if at[position] != nil {
          return Self.objectEvent(of: position, time: time, sentence, candidates) ?? position
        }
        let isLooseClause =
          sentence.relation(position) == .adnominalClause
          && (sentence.lower[position].hasSuffix("ing")
            || sentence.children(position).contains { sentence.lower[$0] == "to" })
        // "a meeting *led* by her on 3 May": the meeting's date.
        // "the drill *that was planned* for May": the drill's date too.
        let carriesNoun =
          (sentence.relation(position) == .adnominalClause
            || sentence.relation(position) == .relativeClause
              && ["planned", "scheduled", "held", "expected", "due", "proposed", "organised"]
                .contains(sentence.lower[position]))
          && (at[sentence.head(position)].map { !candidates[$0].isVerb } ?? false)
        if sentence.isVerb(position), sentence.relation(position) != .auxiliary, !isLooseClause,
          !carriesNoun
        {
          return position
        }
        if sentence.child(position, .copula) != nil { return position }
        position = sentence.head(position)
      }
      return -1
    }
  }

  /// "It was in Tema, *in May 2014*, that the two navies met": the date of a cleft is that of its
  /// clause.
  private static func cleftVerb(behind time: TimeMention, _ sentence: SentenceReading) -> Int? {
    guard sentence.count > 4, sentence.lower[0] == "it", ["was", "is"].contains(sentence.lower[1]),
      let that = (time.tokens.upperBound..<sentence.count).first(where: {
        sentence.lower[$0] == "that"
      }), that - time.tokens.upperBound < 6
    else { return nil }
    return (that + 1..<sentence.count).first {
      sentence.tag($0) == .verb && sentence.relation($0) != .adnominalClause
    }
  }

  /// "condemned the *bombings* of 2 August": a date behind the event that is spoken of dates that
  /// event, not the speaking.
  private static func objectEvent(
    of verb: Int, time: TimeMention, _ sentence: SentenceReading, _ candidates: [TriggerCandidate]
  ) -> Int? {
    guard let speaking = candidates.first(where: { $0.token == verb }), speaking.isVerb,
      speaking.family == "statement",
      let object = candidates.first(where: {
        !$0.isVerb && $0.token > verb && $0.token < time.head
          && speaking.clause.objects.contains($0.token) && $0.family != "statement"
      })
    else { return nil }
    return object.token
  }

  /// The owner of each time mention, for `--explain`.
  var timeOwners: [Int] { owners }

  /// The date of one of the candidates, or nil when the sentence gives none.
  func date(of candidate: TriggerCandidate) -> AttachedDate? {
    let anchors = [candidate.token, candidate.clause.supportVerb].compactMap { $0 }
    if let own = best(owners: anchors, near: candidate.token) {
      return attached(own, "own-predicate", 1)
    }
    if let occasion = occasion(of: candidate) { return occasion }
    let top = candidate.clause.supportVerb ?? candidate.token
    if let found = alongTree(from: top, candidate) { return found }
    if let frame = frameTime(before: candidate) { return attached(frame, "sentence-frame", 0.85) }
    if let entry, let date = entry.date, !isQuotedBelowSpeech(candidate.token),
      isToldByEntry(candidate)
    {
      return AttachedDate(
        date: date,
        provenance: DateProvenance(
          attachment: "chronology-entry", rule: entry.rule, anchor: entry.anchor,
          anchorReason: entry.anchorReason),
        trust: 0.95
      ).locating(entry.range)
    }
    return nil
  }

  /// Whether an entry tells of the event rather than of what went before: no perfect tense, no noun
  /// that is only named.
  private func isToldByEntry(_ candidate: TriggerCandidate) -> Bool {
    let verb = candidate.isVerb ? candidate.token : candidate.clause.supportVerb
    guard let verb else { return sentence.head(candidate.token) < 0 }
    return !sentence.children(verb).contains {
      sentence.relation($0) == .auxiliary && ["had", "has", "have"].contains(sentence.lower[$0])
    }
  }

  /// The time mention owned by one of the tokens: the finest one, then the nearest.
  private func best(owners tokens: [Int], near token: Int) -> Int? {
    var found: (number: Int, length: Int, distance: Int)?
    for (number, owner) in owners.enumerated() where tokens.contains(owner) {
      guard isUsable(number) else { continue }
      let length = sentence.times[number].expression.date?.span.length ?? 100_000
      let distance = abs(sentence.times[number].head - token)
      if let other = found, (other.length, other.distance) <= (length, distance) { continue }
      found = (number, length, distance)
    }
    return found?.number
  }

  private func isUsable(_ number: Int) -> Bool {
    let expression = sentence.times[number].expression
    guard expression.kind == .date || expression.kind == .time, let date = expression.date else {
      return false
    }
    return date.span.earliest != nil || date.span.latest != nil
  }

  /// "said *at the summit on 5 May*"; "at a summit …, *ministers signed on 5 May*".
  private func occasion(of candidate: TriggerCandidate) -> AttachedDate? {
    let prepositions = ["at", "in", "during", "on the sidelines of", "on the margins of"]
    for oblique in candidate.clause.obliques where prepositions.contains(oblique.preposition) {
      guard let number = candidateAt[oblique.token], candidates[number].token != candidate.token
      else { continue }
      if let time = best(owners: [oblique.token], near: oblique.token) {
        return attached(time, "occasion", 0.9)
      }
    }
    // The other way round: a gathering at which something dated was done.
    guard !candidate.isVerb,
      sentence.relation(candidate.token) == .oblique
        || sentence.relation(candidate.token) == .nominalModifier,
      prepositions.contains(sentence.preposition(candidate.token))
    else { return nil }
    let head = sentence.head(candidate.token)
    if head >= 0, let time = best(owners: [head], near: candidate.token) {
      return attached(time, "occasion", 0.85)
    }
    return nil
  }

  private func alongTree(from top: Int, _ candidate: TriggerCandidate) -> AttachedDate? {
    // Below: a temporal clause of its own.
    for child in sentence.children(top) where sentence.relation(child) == .adverbialClause {
      let marks = sentence.children(child).map { sentence.lower[$0] }
      guard marks.contains("when") || marks.contains("as") || marks.contains("while") else {
        continue
      }
      if let time = best(owners: [child] + nominals(below: child), near: top) {
        return attached(time, "when-clause", 0.85)
      }
    }
    // Above: coordination and embedding.
    var position = top
    for _ in 0..<6 {
      let relation = sentence.relation(position)
      let head = sentence.head(position)
      guard head >= 0 else { return nil }
      switch relation {
      case .conjunct:
        if let time = best(owners: [head], near: position), sentence.times[time].head < top,
          !hasOwnTense(position, apartFrom: head)
        {
          return attached(time, "coordinated-clause", 0.85)
        }
      case .openComplement, .adnominalClause:
        if saidVerbs.contains(head) { return nil }
        if let time = best(owners: [head], near: position) {
          return attached(time, "embedding-clause", 0.7)
        }
      case .adverbialClause:
        if sentence.children(position).contains(where: {
          sentence.relation($0) == .marker
            && ["after", "before", "since", "until", "because", "although", "though", "if"]
              .contains(sentence.lower[$0])
        }) {
          return nil
        }
        if let time = best(owners: [head], near: position) {
          return attached(time, "embedding-clause", 0.75)
        }
      case .nominalSubject, .passiveSubject, .object:
        guard !sentence.isVerb(position), sentence.isVerb(head), !saidVerbs.contains(head),
          candidateAt[head] == nil
        else { return nil }
        if let time = best(owners: [head], near: position) {
          return attached(time, "governing-predicate", 0.7)
        }
        return nil
      default: return nil
      }
      position = head
    }
    return nil
  }

  private func nominals(below verb: Int) -> [Int] {
    sentence.children(verb).filter { candidateAt[$0] != nil }
  }

  /// Whether a coordinated clause has a subject of its own and so may have a time of its own.
  private func hasOwnTense(_ verb: Int, apartFrom head: Int) -> Bool {
    guard sentence.isVerb(verb), sentence.isVerb(head) else { return false }
    for child in sentence.children(verb) where sentence.relation(child) == .auxiliary {
      if ["will", "would", "may", "has", "had"].contains(sentence.lower[child]) { return true }
    }
    return false
  }

  /// A time expression that opens the sentence, before any predicate.
  private func frameTime(before candidate: TriggerCandidate) -> Int? {
    for (number, time) in sentence.times.enumerated() where isUsable(number) {
      guard time.head < candidate.token, owners[number] > time.head else { continue }
      let opens = !(0..<time.tokens.lowerBound).contains { token in
        sentence.isVerb(token) && sentence.relation(token) != .auxiliary
      }
      guard opens, !isQuotedBelowSpeech(candidate.token) else { continue }
      return number
    }
    return nil
  }

  /// Whether the event is what somebody says, so that the frame dates the saying only.
  private func isQuotedBelowSpeech(_ token: Int) -> Bool {
    var position = token
    for _ in 0..<8 {
      let head = sentence.head(position)
      guard head >= 0 else { return false }
      if saidVerbs.contains(head), ActualityReader.isClausal(sentence.relation(position)) {
        return true
      }
      if sentence.relation(position) == .relativeClause { return true }
      position = head
    }
    return false
  }

  private func attached(_ number: Int, _ step: String, _ trust: Double) -> AttachedDate? {
    let time = sentence.times[number]
    guard var date = time.expression.date else { return nil }
    date = bounded(date, of: time)
    return AttachedDate(
      date: date,
      provenance: DateProvenance(
        attachment: step, rule: time.expression.rule, anchor: time.expression.anchor,
        anchorReason: time.expression.anchorReason),
      trust: trust
    ).locating(time.expression.range)
  }

  /// "by", "before", "after", "since" and "until" in front of a plain date open one of its ends.
  private func bounded(_ date: EventDate, of time: TimeMention) -> EventDate {
    guard let earliest = date.span.earliest, let latest = date.span.latest else { return date }
    var date = date
    let preposition =
      sentence.preposition(time.head).isEmpty && time.tokens.lowerBound > 0
      ? sentence.lower[time.tokens.lowerBound - 1] : sentence.preposition(time.head)
    let edtf = date.edtf ?? ""
    let isPlain = !edtf.contains("/") && !edtf.contains("[")
    switch preposition {
    case "by", "until", "till", "up to":
      date.span.earliest = nil
      date.edtf = isPlain ? "/" + edtf : "/" + latest.description
      date.precision = .interval
    case "before", "prior to", "ahead of":
      date.span = DaySpan(earliest: nil, latest: earliest.advanced(by: -1))
      date.edtf = "/" + earliest.advanced(by: -1).description
      date.precision = .interval
    case "after":
      date.span = DaySpan(earliest: latest.advanced(by: 1), latest: nil)
      date.edtf = latest.advanced(by: 1).description + "/"
      date.precision = .interval
    case "since":
      date.span = DaySpan(earliest: earliest, latest: nil)
      date.edtf = isPlain ? edtf + "/" : earliest.description + "/"
      date.precision = .interval
    default: break
    }
    return date
  }
}

extension AttachedDate {
  /// The bytes of the phrase, until the reader turns them into code points.
  func locating(_ range: Range<Int>) -> AttachedDate {
    var copy = self
    copy.provenance.phraseBegin = range.lowerBound
    copy.provenance.phraseEnd = range.upperBound
    return copy
  }
}
