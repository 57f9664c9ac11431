import Chronology
import TimelineModel

/// Which predicate of a sentence each time expression belongs to, read off the tree.
struct TimeOwners: Sendable {
  private let sentence: SentenceReading
  private let candidates: [TriggerCandidate]
  private let candidateAt: [Int: Int]

  /// The owners in a sentence with those triggers.
  init(sentence: SentenceReading, candidates: [TriggerCandidate]) {
    self.sentence = sentence
    self.candidates = candidates
    candidateAt = Dictionary(
      candidates.enumerated().map { ($1.token, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// For each time mention the token of the predicate that governs it, or -1.
  func tokens() -> [Int] { sentence.times.map { inTense(climb(from: $0), $0) } }

  /// The owner, or where its tense and the date cannot agree the verb that they can.
  ///
  ///     "promised to *cut* taxes next year"         a past verb has no date that is still to come
  ///     "a pact *reached* last month will hold"     nor does what will be have one that is past
  private func inTense(_ owner: Int, _ time: TimeMention) -> Int {
    guard owner >= 0, let anchor = time.expression.anchor, let span = time.expression.date?.span,
      let earliest = span.earliest?.description, let latest = span.latest?.description
    else { return owner }
    if earliest > anchor, owner < time.head, sentence.tag(owner) == .verb, isPast(owner) {
      let below = (owner + 1..<time.tokens.lowerBound).last {
        sentence.tag($0) == .verb && sentence.isBelow($0, owner) && !isPast($0)
      }
      return below ?? owner
    }
    let before = time.tokens.lowerBound - 1
    if latest < anchor, owner > time.head, before >= 0, sentence.tag(before) == .verb,
      sentence.children(owner).contains(where: { ["will", "would"].contains(sentence.lower[$0]) })
    {
      return before
    }
    return owner
  }

  /// Whether a verb stands in the past without an auxiliary that turns it.
  private func isPast(_ verb: Int) -> Bool {
    sentence.tree.tokens[verb].features.contains(.past)
      && !sentence.children(verb).contains {
        ["will", "would", "to", "may", "can", "could", "should", "be"].contains(sentence.lower[$0])
      }
  }

  private func climb(from time: TimeMention) -> Int {
    if let verb = verbBehindSubject(of: time) ?? cleftVerb(behind: time) { return verb }
    var position = outside(sentence.head(time.head), time)
    if saysWhich(time, of: position) { return -1 }
    if let verb = verbBeforePurpose(of: time, position) { return verb }
    if isBareDay(time), position == time.tokens.upperBound, isBareParticiple(position) {
      position = verbBefore(time) ?? position
    }
    for _ in 0..<sentence.count {
      guard position >= 0 else { return -1 }
      if let chooser = chooser(above: position) { return chooser }
      if let event = backdrop(of: position, time) { return event }
      if candidateAt[position] != nil { return objectEvent(of: position, time: time) ?? position }
      if isPredicate(position) { return position }
      position = sentence.head(position)
    }
    return -1
  }

  /// Whether the climb from a time ends at this word although it is no trigger.
  private func isPredicate(_ position: Int) -> Bool {
    if sentence.child(position, .copula) != nil { return true }
    guard sentence.isVerb(position), sentence.relation(position) != .auxiliary else { return false }
    let relation = sentence.relation(position)
    let isLooseClause =
      relation == .adnominalClause
      && (sentence.lower[position].hasSuffix("ing")
        || sentence.children(position).contains { sentence.lower[$0] == "to" })
    // "a meeting *led* by her on 3 May": the meeting's date.
    // "the drill *that was planned* for May": the drill's date too.
    let carriesNoun =
      (relation == .adnominalClause
        || relation == .relativeClause
          && ["planned", "scheduled", "held", "expected", "due", "proposed", "organised"]
            .contains(sentence.lower[position]))
      && (candidateAt[sentence.head(position)].map { !candidates[$0].isVerb } ?? false)
    return !isLooseClause && !carriesNoun
  }

  /// "came in the wake of a *meeting* in early April": the date is of what it came after.
  private func backdrop(of verb: Int, _ time: TimeMention) -> Int? {
    guard ["came", "comes", "coming", "come"].contains(sentence.lower[verb]) else { return nil }
    let oblique = sentence.children(verb).first {
      $0 < time.head && ["wake", "heels", "backdrop", "aftermath"].contains(sentence.lower[$0])
    }
    guard let oblique else { return nil }
    return candidates.first {
      !$0.isVerb && $0.token > oblique && $0.token < time.head
        && sentence.isBelow($0.token, oblique)
    }?.token
  }

  /// "will vote *next year* after they met": a date before the word that opens a clause is not of
  /// that clause.
  private func outside(_ verb: Int, _ time: TimeMention) -> Int {
    guard verb > time.head, sentence.relation(verb) == .adverbialClause, sentence.head(verb) >= 0,
      sentence.head(verb) < time.head,
      let marker = sentence.child(verb, .marker), marker >= time.tokens.upperBound
    else { return verb }
    return sentence.head(verb)
  }

  /// "Ghana *in May* named …": between a subject and its verb a date is the verb's.
  private func verbBehindSubject(of time: TimeMention) -> Int? {
    let behind = time.tokens.upperBound
    for verb in behind..<max(behind, sentence.count) where sentence.tag(verb) == .verb {
      let isBetween = sentence.children(verb).contains { child in
        (sentence.relation(child) == .nominalSubject
          || sentence.relation(child) == .passiveSubject)
          && child < time.tokens.lowerBound && child >= time.tokens.lowerBound - 3
          // "a ceasefire *signed* in March collapsed": that date is the participle's.
          && !(child + 1..<time.tokens.lowerBound).contains { sentence.tag($0) == .verb }
      }
      if isBetween { return verb }
      if verb > behind + 3 { break }
    }
    return nil
  }

  /// "to end *a 2014 agreement*": the year says which agreement, not when it is ended.
  private func saysWhich(_ time: TimeMention, of head: Int) -> Bool {
    head > time.head && !sentence.isVerb(head) && candidateAt[head] == nil
      && sentence.preposition(time.head).isEmpty && time.tokens.lowerBound > 0
      && ["a", "the", "its", "their", "his", "this", "that"].contains(
        sentence.lower[time.tokens.lowerBound - 1])
      && sentence.relation(head) == .object
      && !candidates.contains { $0.clause.supportVerb == sentence.head(head) }
  }

  /// "will visit *on Sunday* to decorate the sailors": a date before "to" is not the infinitive's.
  private func verbBeforePurpose(of time: TimeMention, _ owner: Int) -> Int? {
    let to = time.tokens.upperBound
    guard to < sentence.count, sentence.lower[to] == "to", owner > to,
      sentence.head(to) == owner, sentence.relation(to) == .marker
    else { return nil }
    let above = sentence.head(owner)
    return above >= 0 && above < time.head && sentence.isVerb(above) ? above : verbBefore(time)
  }

  private static let choosing: Set<String> = ["appointment", "visit", "deployment", "arrest"]

  /// "was *picked* to head the bank on 4 May": the day of a choice, not of what was chosen for.
  private func chooser(above infinitive: Int) -> Int? {
    let verb = sentence.head(infinitive)
    guard verb >= 0, verb < infinitive,
      [.openComplement, .adverbialClause].contains(sentence.relation(infinitive)),
      sentence.children(infinitive).contains(where: { sentence.lower[$0] == "to" }),
      let number = candidateAt[verb], candidates[number].isVerb, isPast(verb),
      Self.choosing.contains(candidates[number].family)
    else { return nil }
    if let told = candidateAt[infinitive].map({ candidates[$0] }), told.row != nil,
      told.family != candidates[number].family
    {
      return nil
    }
    return verb
  }

  /// A day named without a preposition: "Friday", "yesterday".
  private func isBareDay(_ time: TimeMention) -> Bool {
    sentence.preposition(time.head).isEmpty && time.expression.date?.span.length == 1
      && time.expression.anchor != nil
  }

  /// "found the car Friday *abandoned* in a field": a participle of another verb's object.
  private func isBareParticiple(_ verb: Int) -> Bool {
    verb >= 0 && sentence.tag(verb) == .verb && !sentence.lower[verb].hasSuffix("ing")
      && [.adnominalClause, .clausalComplement, .openComplement].contains(sentence.relation(verb))
      && !sentence.children(verb).contains {
        [.auxiliary, .passiveAuxiliary, .marker].contains(sentence.relation($0))
      }
      && !sentence.children(verb).contains {
        // A pronoun or a name in front is a subject, so the verb stands for itself.
        sentence.relation($0) == .nominalSubject && sentence.timeAt[$0] < 0
      }
  }

  /// The verb that the object before a day hangs on.
  private func verbBefore(_ time: TimeMention) -> Int? {
    var position = time.tokens.lowerBound - 1
    while position > 0 {
      // A participle before its noun ("the *burnt* car") is no predicate.
      if sentence.tag(position) == .verb,
        sentence.child(position, .nominalSubject) != nil
          || sentence.tag(position + 1) != .noun
            && !["and", ","].contains(sentence.lower[position + 1])
      {
        return position
      }
      position -= 1
    }
    return nil
  }

  /// "It was in Tema, *in May 2014*, that the two navies met": the date of a cleft is that of its
  /// clause.
  private func cleftVerb(behind time: TimeMention) -> Int? {
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
  private func objectEvent(of verb: Int, time: TimeMention) -> Int? {
    // "rejected the ruling *two weeks later*": counted from what was told, by who speaks.
    let counts = sentence.lower[time.tokens].contains {
      ["later", "earlier", "after", "afterwards", "ago"].contains($0)
    }
    // "condemned the attacks *last night*", "*on Monday*": a day that counts from the telling is the
    // speaking's.
    let isOfTelling =
      time.expression.date?.span.length == 1 && time.expression.anchor != nil
      && ["", "on"].contains(sentence.preposition(time.head))
      && !sentence.lower[time.tokens].contains { $0.first.map(\.isNumber) ?? false }
    guard !counts, !isOfTelling, let speaking = candidates.first(where: { $0.token == verb }),
      speaking.isVerb,
      speaking.family == "statement",
      let object = candidates.first(where: {
        !$0.isVerb && $0.token > verb && $0.token < time.head
          && speaking.clause.objects.contains($0.token) && $0.family != "statement"
      })
    else { return nil }
    return object.token
  }
}
