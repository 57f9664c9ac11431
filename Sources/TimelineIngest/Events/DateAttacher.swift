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
/// - `occasion`: the event happened at a gathering or visit that has the date, or before an audience;
/// - `relative-clause`: what is said of the event has the date ("the blast, which killed two on
///   Sunday"); for a verb, what is said of the bomb or storm that is its subject;
/// - `offset`: it lies a stated time before or after what has the date ("a day after the vote");
/// - `when-clause`: a clause with "when", "as" or "during" has the date; or it is itself such a clause
///   behind a date ("came on 5 May, when they met");
/// - `complement-date`: the infinitive below it has the date ("began withdrawing on Friday");
/// - `coordinated-clause`: the clause before it, joined by "and", has the date; or the one behind it
///   a day, when both have one subject;
/// - `embedding-clause`: the clause that it is a gapped part of has the date;
/// - `governing-predicate`: the verb that it is subject or object of has the date;
/// - `sentence-frame`: the expression opens the sentence;
/// - `joint-event`: the event that it is subject or object of, and that happens with it, has the date
///   ("the blast killed two", "faces a vote");
/// - `aftermath`: it came after something that has the date ("after the flood of May 2010"): about then;
/// - `chronology-entry`: the date heads the entry of a chronology.
struct DateAttacher: Sendable {
  let sentence: SentenceReading
  let candidates: [TriggerCandidate]
  let saidVerbs: Set<Int>
  /// For each time mention the token of the predicate that governs it, or -1.
  let owners: [Int]
  let candidateAt: [Int: Int]

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
    owners = TimeOwners(sentence: sentence, candidates: candidates).tokens()
  }

  /// The date of one of the candidates, or nil when the sentence gives none.
  func date(of candidate: TriggerCandidate) -> AttachedDate? {
    begun(stated(of: candidate), candidate)
  }

  private func stated(of candidate: TriggerCandidate) -> AttachedDate? {
    let anchors = [candidate.token, candidate.clause.supportVerb].compactMap { $0 }
    if let own = best(owners: anchors, near: candidate.token) {
      return attached(own, "own-predicate", 1)
    }
    if let occasion = occasion(of: candidate) { return occasion }
    if let relative = relativeClause(of: candidate) { return relative }
    let top = candidate.clause.supportVerb ?? candidate.token
    if let dated = whenBehindDate(top) { return dated }
    if let offset = offset(of: candidate) { return offset }
    if let found = alongTree(from: top, candidate) { return found }
    if let frame = frameTime(before: candidate) { return attached(frame, "sentence-frame", 0.85) }
    if let verb = carrier(of: candidate) {
      if let time = best(owners: [verb], near: top) { return attached(time, "joint-event", 0.7) }
      if let number = candidateAt[verb], var date = below(verb, candidates[number]) {
        date.provenance.attachment = "joint-event"
        date.trust = 0.6
        return date
      }
    }
    if let aftermath = aftermath(of: top) { return aftermath }
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

  /// "the *blast* killed three on Monday", "faces a *vote* in June": the event that a noun is subject
  /// or object of and happens with.
  private func carrier(of candidate: TriggerCandidate) -> Int? {
    let verb = sentence.head(candidate.token)
    guard !candidate.isVerb, verb >= 0, candidateAt[verb] != nil else { return nil }
    let words = DatingWords.shared
    switch sentence.relation(candidate.token) {
    case .nominalSubject: return words.contains(sentence.lower[verb], .carrying) ? verb : nil
    case .object: return words.contains(sentence.lower[verb], .partaking) ? verb : nil
    default: return nil
    }
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
  func best(owners tokens: [Int], near token: Int) -> Int? {
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

  func isUsable(_ number: Int) -> Bool {
    let expression = sentence.times[number].expression
    guard expression.kind == .date || expression.kind == .time, let date = expression.date else {
      return false
    }
    return date.span.earliest != nil || date.span.latest != nil
  }

  /// "said *at the summit on 5 May*"; "told *a rally on 5 May*"; "at a summit …, *ministers signed
  /// on 5 May*"; "spoke *at a rally* Friday".
  private func occasion(of candidate: TriggerCandidate) -> AttachedDate? {
    var places = candidate.clause.obliques.filter { Self.at.contains($0.preposition) }
      .map(\.token)
    if candidate.isVerb, candidate.family == "statement" {
      places += candidate.clause.objects.filter {
        DatingWords.shared.contains(sentence.lower[$0], .audience)
      }
    }
    if candidate.isVerb {
      // "was wounded *in fighting* on 5 May": a gerund like a noun.
      places += sentence.children(candidate.token).filter {
        $0 > candidate.token && sentence.relation($0) == .adverbialClause
          && sentence.lower[$0].hasSuffix("ing") && Self.at.contains(sentence.lower[$0 - 1])
      }
    }
    for place in places where candidateAt[place] != nil && place != candidate.token {
      if let time = best(owners: [place], near: place) { return attached(time, "occasion", 0.9) }
    }
    // The other way round: a gathering at which something dated was done.
    let relation = sentence.relation(candidate.token)
    guard !candidate.isVerb, relation == .oblique || relation == .nominalModifier else {
      return nil
    }
    let head = sentence.head(candidate.token)
    if Self.at.contains(sentence.preposition(candidate.token)) {
      if head >= 0, let time = best(owners: [head], near: candidate.token) {
        return attached(time, "occasion", 0.85)
      }
    }
    // "put it to a *vote* next year", "at a *hearing* Friday": the day follows upon the noun.
    guard
      Self.at.contains(sentence.preposition(candidate.token))
        || sentence.preposition(candidate.token) == "to"
    else { return nil }
    let behind = candidate.token + 1
    let next = sentence.times.indices.first { number in
      let begin = sentence.times[number].tokens.lowerBound
      return begin == behind || begin == behind + 1 && sentence.lower[behind] == "on"
    }
    guard let next, isUsable(next), owners[next] >= 0, owners[next] < candidate.token else {
      return nil
    }
    return attached(next, "occasion", 0.8)
  }

  private static let at: Set<String> = [
    "at", "in", "during", "on the sidelines of", "on the margins of",
  ]

  /// "the *attack*, which killed two on Sunday"; "a bomb that went off on Sunday *killed* two"; "a
  /// statement issued on Sunday *blamed* rebels".
  private func relativeClause(of candidate: TriggerCandidate) -> AttachedDate? {
    let words = DatingWords.shared
    if saidVerbs.contains(candidate.token) || candidate.family == "statement", candidate.isVerb {
      let issued = candidate.clause.subjects.flatMap { subject in
        let clauses = sentence.children(subject).filter {
          $0 > subject && sentence.relation($0) == .adnominalClause
            && words.contains(sentence.lower[$0], .issuing)
        }
        return clauses.isEmpty ? [] : clauses + [subject]
      }
      guard let time = best(owners: issued, near: candidate.token) else { return nil }
      return attached(time, "relative-clause", 0.8)
    }
    var nouns = [candidate.token]
    if candidate.isVerb {
      guard words.contains(sentence.lower[candidate.token], .carrying) else { return nil }
      nouns = candidate.clause.subjects.filter {
        words.contains(sentence.lower[$0], .hazard) || candidateAt[$0] != nil
      }
    }
    if !candidate.isVerb {
      // "a strike *planned* for Monday": the participle only says when.
      let holding = sentence.children(candidate.token).filter {
        $0 > candidate.token && words.contains(sentence.lower[$0], .holding)
          && (sentence.relation($0) == .adnominalClause
            || sentence.relation($0) == .relativeClause
              && sentence.child($0, .passiveSubject) != nil)
      }
      if let time = best(owners: holding, near: candidate.token) {
        return attached(time, "relative-clause", 0.9)
      }
    }
    for noun in nouns {
      for clause in sentence.children(noun) where sentence.relation(clause) == .relativeClause {
        let happens =
          words.contains(sentence.lower[clause], .carrying)
          || words.contains(sentence.lower[clause], .hazard)
        let isSubject = sentence.children(clause).contains {
          sentence.relation($0) == .nominalSubject
            && ["which", "that"].contains(sentence.lower[$0])
        }
        guard happens, isSubject, let time = best(owners: [clause], near: noun) else { continue }
        return attached(time, "relative-clause", 0.8)
      }
    }
    return nil
  }

  private func alongTree(from top: Int, _ candidate: TriggerCandidate) -> AttachedDate? {
    below(top, candidate) ?? above(top, candidate)
  }

  /// Dates of the clauses below: temporal clauses, infinitives, the second of coordinated verbs.
  private func below(_ top: Int, _ candidate: TriggerCandidate) -> AttachedDate? {
    for child in sentence.children(top) where sentence.relation(child) == .adverbialClause {
      let marks = sentence.children(child).map { sentence.lower[$0] }
      guard marks.contains("when") || marks.contains("as") || marks.contains("while") else {
        continue
      }
      if let time = best(owners: [child] + nominals(below: child), near: top) {
        return attached(time, "when-clause", 0.85)
      }
    }
    guard sentence.isVerb(top) else { return nil }
    if let time = meanwhile(top) { return attached(time, "when-clause", 0.8) }
    // The parser may hang the infinitive below the object: "forced [farmers to sell]".
    let clauses = sentence.children(top).flatMap { child in
      sentence.relation(child) == .object
        ? [child] + sentence.children(child).filter { sentence.relation($0) == .adnominalClause }
        : [child]
    }
    for child in clauses where child > top && sentence.isVerb(child) {
      guard let time = best(owners: [child], near: top), sentence.times[time].head > child else {
        continue
      }
      switch sentence.relation(child) {
      case .openComplement, .clausalComplement, .adverbialClause:
        if isInPhase(top, with: child) { return attached(time, "complement-date", 0.85) }
        if isDone(top, candidate, beforeInfinitive: child, on: time) || hasMoved(top, child, time) {
          return attached(time, "complement-date", 0.7)
        }
      case .adnominalClause where hasMoved(top, child, time):
        return attached(time, "complement-date", 0.7)
      case .conjunct where isOneStory(top, child) && isSingleDay(time) && !isCounted(time):
        return attached(time, "coordinated-clause", 0.7)
      default: break
      }
    }
    return nil
  }

  /// "*began* withdrawing on Friday": the phase of an event falls on its day.
  private func isInPhase(_ verb: Int, with complement: Int) -> Bool {
    DatingWords.shared.contains(sentence.lower[verb], .aspect)
      && sentence.relation(complement) != .clausalComplement
  }

  /// "*voted* to support the bill Friday": a day that is past when the text is published and stands
  /// behind an infinitive is that of the past verb above.
  private func isDone(
    _ verb: Int, _ candidate: TriggerCandidate, beforeInfinitive child: Int, on number: Int
  ) -> Bool {
    guard isSingleDay(number), sentence.lower[verb].hasSuffix("ed"),
      !candidate.hints.contains(.intent), candidate.family != "statement",
      !saidVerbs.contains(verb), sentence.child(verb, .auxiliary) == nil,
      sentence.children(child).contains(where: { sentence.lower[$0] == "to" && $0 < child }),
      let anchor = sentence.times[number].expression.anchor,
      let day = sentence.times[number].expression.date?.span.latest
    else { return false }
    return day.description <= anchor
  }

  /// "*led* farmers to plant rice last month": who is moved acts when the mover does.
  private func hasMoved(_ verb: Int, _ infinitive: Int, _ number: Int) -> Bool {
    guard DatingWords.shared.contains(sentence.lower[verb], .causative),
      sentence.child(verb, .auxiliary) == nil,
      sentence.children(infinitive).contains(where: { sentence.lower[$0] == "to" }),
      let day = sentence.times[number].expression.date?.span.latest
    else { return false }
    guard let anchor = sentence.times[number].expression.anchor else {
      return sentence.tree.tokens[verb].features.contains(.past)
    }
    return day.description <= anchor
  }

  /// "*entered* the bank and fired at a guard on Monday": the second verb has neither a subject nor
  /// a tense of its own.
  private func isOneStory(_ first: Int, _ second: Int) -> Bool {
    !hasOwnTense(second, apartFrom: first) && !hasOwnTense(first, apartFrom: second)
      && !sentence.children(second).contains {
        [.nominalSubject, .passiveSubject].contains(sentence.relation($0))
      }
      && sentence.child(first, .auxiliary) == nil && !saidVerbs.contains(second)
      && !sentence.lower[second].hasSuffix("ing") && !saidVerbs.contains(first)
  }

  /// "five days *later*": counted from what was told before.
  private func isCounted(_ number: Int) -> Bool {
    let words = sentence.lower[sentence.times[number].tokens]
    return entry != nil
      || words.contains { ["later", "earlier", "after", "before", "following"].contains($0) }
  }

  private func isSingleDay(_ number: Int) -> Bool {
    sentence.times[number].expression.date?.span.length == 1
  }

  /// Dates of the clauses above: coordination, then embedding.
  private func above(_ top: Int, _ candidate: TriggerCandidate) -> AttachedDate? {
    var position = top
    for _ in 0..<6 {
      let relation = sentence.relation(position)
      let head = sentence.head(position)
      guard head >= 0, !isApart(position) else { return nil }
      switch relation {
      case .conjunct:
        if let time = best(owners: [head], near: position), !hasOwnTense(position, apartFrom: head)
        {
          return attached(
            time, "coordinated-clause", sentence.times[time].head < top ? 0.85 : 0.7)
        }
      case .openComplement, .adnominalClause:
        if saidVerbs.contains(head) { return nil }
        if let time = best(owners: [head], near: position) {
          return attached(time, "embedding-clause", 0.7)
        }
        if relation == .adnominalClause, let verb = verbOfAbsolute(position) ?? mover(of: position)
        {
          position = verb
          if let time = best(owners: [verb], near: position) {
            return attached(time, "embedding-clause", 0.65)
          }
          continue
        }
      case .relativeClause:
        if candidateAt[head] != nil,
          DatingWords.shared.contains(sentence.lower[position], .carrying),
          let time = best(owners: [head], near: position)
        {
          return attached(time, "relative-clause", 0.7)
        }
        let around = verbAround(position, noun: head)
        guard isBackground(position) || around != nil,
          let verb = around ?? verb(withArgument: head),
          let time = best(owners: [verb], near: position)
        else { return nil }
        return attached(time, "embedding-clause", 0.6)
      case .adverbialClause:
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
      guard opens, !isQuotedBelowSpeech(candidate.token), !isApart(candidate.token) else {
        continue
      }
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
