/// Which way the clause around an expression looks: to what was or to what will be.
struct ClauseDirection {
  let tokens: [TimeToken]
  let bytes: [UInt8]

  /// -1 for the past, 1 for the future, 0 when the clause does not say.
  func direction(around match: Range<Int>) -> Int {
    if isDeadline(match) || isAhead(match) || isPutOff(match) || isContract(match) { return 1 }
    if match.upperBound < tokens.count,
      isWord(match.upperBound, "marks") || isWord(match.upperBound, "will") && isSubject(match)
    {
      return 1
    }
    if isPossibleBy(match) { return 1 }
    if match.upperBound < tokens.count, match.lowerBound > 0, isSubject(match),
      isWord(match.lowerBound - 1, "as") || isWord(match.lowerBound - 1, "before"),
      clue(match.upperBound) < 0
    {
      return -1  // "as Wednesday passed"
    }
    if match.lowerBound > 0, isWord(match.lowerBound - 1, "come"),
      tokens[match.lowerBound - 1].isCapital
    {
      return 1  // "Come Friday, the plant closes"
    }
    if match.lowerBound > 0, isWord(match.lowerBound - 1, "through") {
      return runsOn(match.lowerBound - 2) ? 1 : max(0, clueBefore(match.lowerBound).clue)
    }
    if match.lowerBound > 0,
      isWord(match.lowerBound - 1, "is") || isWord(match.lowerBound - 1, "are")
    {
      return 1  // "the vote is Monday"
    }
    let before = clueBefore(match.lowerBound)
    let after = clueAfter(match.upperBound)
    guard before.clue != 0, after.clue != 0 else { return before.clue + after.clue }
    // "It was founded in 1949, and its summit on 24 April will be big": the clause's own verb.
    if !before.isSameClause, after.isSameClause, after.steps < 8, after.clue > 0 { return 1 }
    // "He said that by Friday they will leave": a bound opens the clause that it belongs to.
    let isBound =
      match.lowerBound > 0
      && (isWord(match.lowerBound - 1, "by") || isWord(match.lowerBound - 1, "until"))
    return isBound && after.isSameClause && after.steps < 7 ? after.clue : before.clue
  }

  /// "said Monday will see": no preposition makes a time of "the men arrested on Friday will".
  private func isSubject(_ match: Range<Int>) -> Bool {
    match.lowerBound == 0 || tokens[match.lowerBound - 1].kind != .preposition
  }

  /// "runs through Sunday", "lasts through May".
  private func runsOn(_ index: Int) -> Bool {
    index >= 0 && has(.lastingVerb, at: index)
  }

  /// "postponed Wednesday the vote to Thursday", "extended until Monday": the day to which something
  /// is put off lies ahead.
  func isPutOff(_ match: Range<Int>) -> Bool {
    let start = match.lowerBound
    guard start > 1,
      isWord(start - 1, "to") || isWord(start - 1, "until") || isWord(start - 1, "till")
    else { return false }
    var at = start - 2
    while at >= max(0, start - 16), !isSentenceEnd(at), !isSemicolon(at) {
      let isHeld = isWord(at, "hold") && at > 0 && isWord(at - 1, "on")
      if tokens[at].kind == .putOff || has(.delayNoun, at: at) || isHeld { return true }
      at -= 1
    }
    return false
  }

  /// "the deal could be completed by 1 January": what is possible up to then.
  private func isPossibleBy(_ match: Range<Int>) -> Bool {
    guard match.lowerBound > 0, isWord(match.lowerBound - 1, "by") else { return false }
    for index in stride(from: match.lowerBound - 2, through: max(0, match.lowerBound - 10), by: -1)
    where tokens[index].form == .word {
      if isWord(index, "not") || isWord(index, "have") { return false }
      if isWord(index, "could") || isWord(index, "can") { return true }
    }
    return false
  }

  /// "for December delivery", "the March contract": what is traded is delivered later.
  func isContract(_ match: Range<Int>) -> Bool {
    let noun = match.upperBound
    guard noun < tokens.count, tokens[match.upperBound - 1].kind == .month else { return false }
    return has(.tradedNoun, at: noun)
  }

  /// The last word before the expression that looks one way, in the sentence up to a semicolon.
  func clueBefore(_ start: Int) -> (clue: Int, steps: Int, isSameClause: Bool) {
    var at = start - 1
    var steps = 0
    var isSameClause = true
    var isBehindInfinitive = false
    while at >= 0, steps < 40, !isSentenceEnd(at), !isSemicolon(at) {
      let found = clue(at)
      if found < 0, isBehindInfinitive, has(.orderVerb, at: at) { return (1, steps, isSameClause) }
      if found != 0 { return (found, steps, isSameClause) }
      if isNewClause(at) { isSameClause = false }
      if steps < 4, steps > 0, isWord(at, "to"), tokens[at + 1].kind == .none,
        tokens[at + 1].form == .word, !tokens[at + 1].isCapital
      {
        isBehindInfinitive = true
      }
      at -= 1
      steps += 1
    }
    return (0, steps, isSameClause)
  }

  /// ", and", ", but", ", while": what follows has a verb of its own.
  private func isNewClause(_ index: Int) -> Bool {
    guard index > 0, tokens[index - 1].form == .mark, tokens[index - 1].value == 0x2c else {
      return false
    }
    return has(.clauseConjunction, at: index)
  }

  /// The first word behind the expression that looks one way, and whether no comma stands between.
  func clueAfter(_ end: Int) -> (clue: Int, steps: Int, isSameClause: Bool) {
    var at = end
    var steps = 0
    var isSameClause = true
    while at < tokens.count, steps < 30, !isSentenceEnd(at) {
      let found = clue(at)
      if found != 0 { return (found, steps, isSameClause) }
      if tokens[at].form == .mark, tokens[at].isSpaced || !isApostrophe(at) { isSameClause = false }
      at += 1
      steps += 1
    }
    return (0, steps, isSameClause)
  }

  private func isApostrophe(_ index: Int) -> Bool {
    tokens[index].value == 0x27 || tokens[index].value == 0xe2 && tokens[index].count == 3
  }

  private func isSemicolon(_ index: Int) -> Bool {
    tokens[index].form == .mark && tokens[index].value == 0x3b
  }

  /// "ahead of Sunday's vote".
  func isAhead(_ match: Range<Int>) -> Bool {
    let start = match.lowerBound
    guard start > 1 else { return false }
    if isWord(start - 1, "of"), isWord(start - 2, "ahead") { return true }
    // "preparations for Friday's match"
    return isWord(start - 1, "for")
      && has(.preparation, at: start - 2)
  }

  /// "left in June", "met again on 3 May": right behind a past form, with "in", "on" or "during".
  func isDone(_ match: Range<Int>) -> Bool {
    let start = match.lowerBound
    guard start > 1,
      isWord(start - 1, "in") || isWord(start - 1, "on") || isWord(start - 1, "during")
    else { return false }
    var at = start - 2
    if has(.verbAdverb, at: at) { at -= 1 }
    guard at >= 0, tokens[at].kind == .clueBack || tokens[at].kind == .none else { return false }
    if at > 0, isWord(at - 1, "is") || isWord(at - 1, "are") || isWord(at - 1, "be") {
      return false  // "when the case is heard in May"
    }
    return clue(at) < 0 && !has(.alwaysPast, at: at)
  }

  /// "In January a depot was burnt": the first words of a sentence whose verb is in the past, and
  /// looks forward to nothing.
  func opensPast(_ match: Range<Int>) -> Bool {
    let start = match.lowerBound
    guard start > 0, match.upperBound < tokens.count, tokens[start - 1].isCapital,
      isWord(start - 1, "in") || isWord(start - 1, "on")
    else { return false }
    let after = clueAfter(match.upperBound)
    guard after.clue < 0, after.steps < 12 else { return false }
    let verb = match.upperBound + after.steps
    return !(verb..<min(tokens.count, verb + 5)).contains {
      clue($0) > 0 || isWord($0, "that") || isWord($0, "to")
    }
  }

  /// "is usually held in May", "normally slow in the third quarter": what happens every year.
  func isHabit(_ match: Range<Int>) -> Bool {
    if isDeadline(match) { return false }
    var at = match.lowerBound - 1
    while at >= max(0, match.lowerBound - 10), !isSentenceEnd(at), !isSemicolon(at) {
      if has(.habitAdverb, at: at) { return true }
      at -= 1
    }
    return match.upperBound + 1 < tokens.count && has(.habitAdverb, at: match.upperBound + 1)
      && (isWord(match.upperBound, "is") || isWord(match.upperBound, "are"))
  }

  /// "had ratified it on 17 February", "since January": the sentence goes back behind what it tells.
  func isBeforeTale(_ match: Range<Int>) -> Bool {
    if match.lowerBound > 0, isWord(match.lowerBound - 1, "since") { return true }
    return sentence(around: match).contains {
      isWord($0, "had") || isWord($0, "previously") || isWord($0, "earlier")
    }
  }

  /// "as soon as Tuesday", "no later than Friday", "until noon Monday to reply".
  func isDeadline(_ match: Range<Int>) -> Bool {
    let start = match.lowerBound
    guard start > 2 else { return false }
    if isWord(start - 1, "and"), isWord(start - 2, "now"), isWord(start - 3, "between") {
      return true
    }
    if isWord(start - 1, "as"), isWord(start - 3, "as") {
      return isWord(start - 2, "soon") || isWord(start - 2, "early") || isWord(start - 2, "late")
    }
    if isWord(start - 1, "than"), isWord(start - 2, "later") { return true }
    guard isWord(start - 1, "until") || isWord(start - 1, "till") else { return false }
    if match.upperBound < tokens.count, isWord(match.upperBound, "to") { return true }
    return isNowSo(start - 1) || isTermGiven(start - 1)
  }

  /// "gave them until Wednesday", "has until Friday": time that somebody is left.
  private func isTermGiven(_ until: Int) -> Bool {
    if until > 0, isWord(until - 1, "has") || isWord(until - 1, "have") { return true }
    for index in stride(from: until - 1, through: max(0, until - 5), by: -1) {
      guard tokens[index].form == .word else { return false }
      if has(.givingVerb, at: index) { return true }
    }
    return false
  }

  /// "the office is shut until", "they are away until": what is so now, with nothing past behind "is".
  private func isNowSo(_ until: Int) -> Bool {
    for index in stride(from: until - 1, through: max(0, until - 6), by: -1) {
      guard tokens[index].form == .word else { return false }
      if isWord(index, "is") || isWord(index, "are") { return true }
      if tokens[index].kind == .clueBack || isWord(index, "been") { return false }
    }
    return false
  }

  @inline(__always)
  func has(_ role: TimeCompanions, at index: Int) -> Bool { tokens[index].has(role) }

  @inline(__always)
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    // The length alone tells most words apart, without a call.
    guard tokens[index].form == .word, tokens[index].count == word.utf8CodeUnitCount else {
      return false
    }
    return isSame(tokens[index], word)
  }

  @inline(never)
  private func isSame(_ token: TimeToken, _ word: StaticString) -> Bool {
    for offset in 0..<token.count
    where bytes[Int(token.begin) + offset] | 0x20 != word.utf8Start[offset] {
      return false
    }
    return true
  }

  /// Whether the sentence speaks of what will be in more than the present of its verbs, in which
  /// histories are told too: "a fourth plane arrives in 1969".
  func isForecast(around match: Range<Int>) -> Bool {
    sentence(around: match).contains {
      tokens[$0].kind == .clueForward && tokens[$0].value == 0 || tokens[$0].kind == .clueAim
        || tokens[$0].kind == .clueWeak || isPresentPlan($0)
    }
  }

  /// "Friday's talks will fail": what the time owns lies ahead.
  func isOwnedAhead(_ match: Range<Int>) -> Bool {
    let after = clueAfter(match.upperBound)
    return after.clue > 0 && after.isSameClause && after.steps < 6
      && clueBefore(match.lowerBound).clue == 0
  }

  /// Whether the sentence says that what was planned did not come: "the talks planned for Saturday
  /// were cancelled", which may look back on a day that was once ahead.
  func isOverturned(around match: Range<Int>) -> Bool {
    sentence(around: match).contains { index in
      guard index > 0, isWord(index - 1, "was") || isWord(index - 1, "were") else { return false }
      return has(.thwartingVerb, at: index)
        || isWord(index, "called") && index + 1 < tokens.count && isWord(index + 1, "off")
    }
  }

  /// "as soon as": the word between compares.
  func isComparison(around match: Range<Int>) -> Bool {
    match.lowerBound > 0 && match.upperBound < tokens.count && isWord(match.lowerBound - 1, "as")
      && isWord(match.upperBound, "as")
  }
}
