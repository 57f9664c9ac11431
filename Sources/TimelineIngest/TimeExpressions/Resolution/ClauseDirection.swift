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

  /// "In January a mill was destroyed": the first words of a sentence whose verb is in the past, and
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

  /// The tokens of the sentence around some of its own, as far as 60 tokens reach.
  func sentence(around match: Range<Int>) -> Range<Int> {
    var first = match.lowerBound
    while first > max(0, match.lowerBound - 60), !isSentenceEnd(first - 1) { first -= 1 }
    var last = match.upperBound
    while last < min(tokens.count, match.upperBound + 60), !isSentenceEnd(last) { last += 1 }
    return first..<last
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.form == .paragraph { return true }
    guard token.form == .mark else { return false }
    if token.value == 0x21 || token.value == 0x3f { return true }
    guard token.value == 0x2e, index + 1 < tokens.count else { return false }
    guard tokens[index + 1].isSpaced, tokens[index + 1].isCapital else { return false }
    guard index > 0 else { return true }
    if tokens[index - 1].kind == .clock, isClockTail(index + 1) { return false }
    return !isAbbreviated(index - 1) && !isCompany(index - 1, before: index + 1)
  }

  /// What goes on from "5 p.m.": a zone, a weekday, a month.
  private func isClockTail(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .weekday, .month: return true
    default:
      let last = Int(tokens[index].end) - 1
      return (3...4).contains(tokens[index].count) && bytes[last] &- 0x41 < 26
    }
  }

  /// A month cut short, an initial or a title.
  private func isAbbreviated(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.form == .word else { return false }
    if isWord(index, "vs") { return true }
    guard token.isCapital else { return false }
    if token.count <= 4, token.kind == .month { return true }
    if token.count == 1 { return true }
    return has(.titleAbbreviation, at: index)
  }

  /// Whether the stop of a company's name ends no sentence: "Acme Corp Friday said", with a stop
  /// before the day.
  private func isCompany(_ index: Int, before next: Int) -> Bool {
    guard has(.companyAbbreviation, at: index) else { return false }
    switch tokens[next].kind {
    case .determiner, .preposition, .clueBack, .relative, .opener: return false
    case .none: return !has(.sentenceOpener, at: next)
    default: return true
    }
  }

  private func clue(_ index: Int) -> Int {
    let token = tokens[index]
    guard token.form == .word else { return 0 }
    if isAfterwards(index) { return -1 }
    if index > 0, isWord(index - 1, "than"), isParticiple(index) {
      return -1  // "stronger than expected in November"
    }
    if isPresentPlan(index) || isTakingEffect(index) { return 1 }
    switch token.kind {
    case .clueForward: return 1
    case .clueWeak: return isPossible(index) ? 1 : 0
    case .clueBack where isWord(index, "won") && isNegated(index): return 1
    case .clueBack where isWillHave(index): return 1
    case .clueBack: return has(.alwaysPast, at: index) ? -1 : isLedForward(index) ? 1 : -1
    case .clueAim: return isAim(index) ? 1 : isSet(index) ? -1 : isPast(index)
    case .none, .measure, .letter, .putOff: break
    default: return 0
    }
    return isPast(index)
  }

  /// "are to meet", "may withdraw", "is releasing": present forms that with a day mean a plan.
  private func isPresentPlan(_ index: Int) -> Bool {
    if isWord(index, "may") { return !tokens[index].isCapital && tokens[index].kind == .month }
    guard index > 0 else { return false }
    // Most words are longer, and asked of every word before a date.
    if isWord(index, "heading"), index + 1 < tokens.count,
      isWord(index + 1, "to") || isWord(index + 1, "for")
    {
      return true
    }
    if isWord(index, "forward"),
      isWord(index - 1, "look") || isWord(index - 1, "looking") || isWord(index - 1, "looked")
        || isWord(index - 1, "looks")
    {
      return true
    }
    if tokens[index].count < 8, isPlainPlan(index) || isWouldShort(index) || isSeeYou(index) {
      return true
    }
    let isBehindBe = isWord(index - 1, "is") || isWord(index - 1, "are")
    guard isBehindBe else { return false }
    if isWord(index, "to") { return true }
    let token = tokens[index]
    guard token.kind == .none, token.count > 4 else { return false }
    let end = Int(token.end)
    return bytes[end - 1] | 0x20 == 0x67 && bytes[end - 2] | 0x20 == 0x6e
      && bytes[end - 3] | 0x20 == 0x69
  }

  /// "we'll have guests", "will have left".
  private func isWillHave(_ index: Int) -> Bool {
    isWord(index, "have") && index > 0
      && (isWord(index - 1, "will") || isWord(index - 1, "ll") || isWord(index - 1, "shall"))
  }

  /// "after winning in May", "after logging a record gap in January".
  private func isAfterwards(_ index: Int) -> Bool {
    guard index > 0, tokens[index].count > 4, tokens[index].kind == .none,
      isWord(index - 1, "after")
    else { return false }
    let end = Int(tokens[index].end)
    return bytes[end - 1] | 0x20 == 0x67 && bytes[end - 2] | 0x20 == 0x6e
      && bytes[end - 3] | 0x20 == 0x69
  }

  private func isParticiple(_ index: Int) -> Bool {
    let end = Int(tokens[index].end)
    return tokens[index].count > 4 && bytes[end - 1] | 0x20 == 0x64 && bytes[end - 2] | 0x20 == 0x65
  }

  /// "won't": "will not" rather than "won".
  private func isNegated(_ index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].form == .mark && !tokens[index + 1].isSpaced
      && !tokens[index + 2].isSpaced && isWord(index + 2, "t")
  }

  /// "see you on Friday", "see u Monday".
  private func isSeeYou(_ index: Int) -> Bool {
    (isWord(index, "you") || isWord(index, "u") || isWord(index, "ya"))
      && isWord(index - 1, "see")
  }

  /// "he'd leave Thursday": "would", where "he'd left" is "had".
  private func isWouldShort(_ index: Int) -> Bool {
    guard isWord(index, "d"), !tokens[index].isSpaced, tokens[index - 1].form == .mark,
      index + 1 < tokens.count
    else { return false }
    let verb = tokens[index + 1]
    guard verb.form == .word, verb.kind == .none, verb.count > 2 else { return false }
    let end = Int(verb.end)
    let isParticiple =
      bytes[end - 1] | 0x20 == 0x64 || bytes[end - 1] | 0x20 == 0x6e
      || bytes[end - 1] | 0x20 == 0x74
    return !isParticiple
  }

  /// "ministers meet Thursday", "voters go to the polls on Sunday": the present of a plural subject.
  private func isPlainPlan(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    guard kind == .none || kind == .edge, index + 1 < tokens.count else { return false }
    guard has(.appointmentVerb, at: index) || isWord(index, "go") && isWord(index + 1, "to")
    else { return false }
    if isWord(index - 1, "they") || isWord(index - 1, "we") || isWord(index - 1, "i") {
      return true
    }
    let subject = tokens[index - 1]
    guard subject.form == .word, subject.kind == .none || subject.kind == .measure,
      subject.count > 3
    else { return false }
    let end = Int(subject.end)
    return bytes[end - 1] | 0x20 == 0x73 && bytes[end - 2] | 0x20 != 0x73
  }

  /// "takes effect Monday", "comes into force on 1 May", "goes on sale Friday".
  private func isTakingEffect(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    if isWord(index, "takes") || isWord(index, "take") {
      return isWord(index + 1, "effect") || isWord(index + 1, "office")
        || isWord(index + 1, "place")
    }
    if isWord(index, "leaves") { return isWord(index + 1, "for") }
    if isWord(index, "runs") { return isWord(index + 1, "from") || isWord(index + 1, "until") }
    guard isWord(index, "comes") || isWord(index, "goes"), index + 2 < tokens.count else {
      return false
    }
    if isWord(index + 1, "into") {
      return isWord(index + 2, "force") || isWord(index + 2, "effect")
        || isWord(index + 2, "operation")
    }
    return isWord(index + 1, "on")
      && (isWord(index + 2, "sale") || isWord(index + 2, "trial") || isWord(index + 2, "display"))
  }

  /// "the talks could spill into Monday", "should be over by April": what can or should happen lies
  /// ahead, unless somebody could see it or could not do it.
  private func isPossible(_ index: Int) -> Bool {
    if isWord(index, "must") { return index + 1 < tokens.count && !isWord(index + 1, "have") }
    let isShould = isWord(index, "should")
    guard isShould || isWord(index, "could"), index + 1 < tokens.count,
      tokens[index + 1].form == .word, !tokens[index + 1].isCapital
    else { return false }
    if isShould { return !isWord(index + 1, "have") && !isWord(index + 1, "not") }
    return !has(.pastCould, at: index + 1)
  }

  /// "set to resume", "ready for Friday".
  private func isAim(_ index: Int) -> Bool {
    index + 1 < tokens.count && (isWord(index + 1, "to") || isWord(index + 1, "for"))
  }

  /// "the court set aside the ruling", "she set a record": the past of "set" behind its subject.
  private func isSet(_ index: Int) -> Bool {
    guard isWord(index, "set"), index > 0, tokens[index - 1].form == .word else { return false }
    return tokens[index - 1].kind == .none && !has(.nounPhraseOpener, at: index - 1)
      && !isWord(index - 1, "to")
      && !isWord(index - 1, "they") && !isWord(index - 1, "we") && !isWord(index - 1, "is")
      && !isWord(index - 1, "are") && !isLedForward(index)
  }

  /// -1 for a regular past form, unless its auxiliary looks forward.
  private func isPast(_ index: Int) -> Int {
    let token = tokens[index]
    guard token.count > 3 else { return 0 }
    let end = Int(token.end)
    // A capital makes a name, unless the whole text is in capitals.
    guard !token.isCapital || bytes[end - 1] &- 0x41 < 26 else { return 0 }
    guard bytes[end - 1] | 0x20 == 0x64, bytes[end - 2] | 0x20 == 0x65 else { return 0 }
    if isAttribute(index) { return 0 }
    return isLedForward(index) || isCoordinatedForward(index) ? 1 : -1
  }

  /// "a proposed visit", "its newly elected leader", "a still unspecified date": a participle
  /// between article and noun says nothing of the clause.
  private func isAttribute(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens[index + 1].form == .word,
      tokens[index + 1].kind == .none
    else { return false }
    if has(.nounPhraseOpener, at: index - 1) { return true }
    guard index > 1, has(.nounPhraseOpener, at: index - 2), tokens[index - 1].count > 3 else {
      return false
    }
    let end = Int(tokens[index - 1].end)
    return isWord(index - 1, "still") || isWord(index - 1, "much")
      || bytes[end - 1] | 0x20 == 0x79 && bytes[end - 2] | 0x20 == 0x6c
  }

  /// "could be ready Sunday and announced Monday": a participle joined to what a modal leads.
  private func isCoordinatedForward(_ index: Int) -> Bool {
    guard index > 0, isWord(index - 1, "and") || isWord(index - 1, "or") else { return false }
    for before in stride(from: index - 2, through: max(0, index - 10), by: -1) {
      if tokens[before].form != .word { return false }
      if isWord(before, "be"), before > 0 {
        return tokens[before - 1].kind == .clueForward || isWord(before - 1, "could")
          || isWord(before - 1, "may") || isWord(before - 1, "should")
      }
      if tokens[before].kind == .clueBack { return false }
    }
    return false
  }

  /// "will be listed", "is to be paid": the participle looks where its auxiliary looks.
  func isLedForward(_ index: Int) -> Bool {
    for before in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      switch tokens[before].kind {
      case .clueForward: return true
      case .clueBack: return false
      case .clueWeak: if isWord(before, "be"), before > 0 { return !isBeen(before - 1) }
      // "scheduled after members rejected it", "will honour the deal signed"
      case .shift, .determiner: return false
      default: if tokens[before].form != .word || has(.clauseOpener, at: before) { return false }
      }
    }
    return false
  }

  /// Whether what stands before "be" looks back: a past form, or "could", as in "could not be found".
  private func isBeen(_ index: Int) -> Bool {
    tokens[index].kind == .clueBack || isWord(index, "could")
      || index > 0 && isWord(index, "to") && isWord(index - 1, "had")
      || index > 0
        && isWord(index, "not") && isWord(index - 1, "could")
  }

}
