/// Names that hold a month, a day or a weekend and are no times.
///
/// COUNTER the March 23 Movement; the 17 November group; HMS May; the Weekend Australian
extension TimeScanner {
  /// Whether a name that holds a date can begin with a token: a month, a day or "Weekend".
  @inline(__always)
  func mayOpenDatedName(_ index: Int) -> Bool {
    guard index < tokens.count else { return false }
    let token = tokens[index]
    if token.form == .number { return token.count <= 2 }
    return token.kind == .month
      || token.kind == .unit && token.isCapital && token.value == TimeUnit.weekend.rawValue
  }

  /// The name, which is a match without a rule that only keeps its words from being read.
  func datedName(at start: Int) -> TimeMatch? {
    let first = kind(start) == .determiner && tokens[start].value == 1 ? start + 1 : start
    if kind(first) == .month, tokens[first].isCapital, has(.shipPrefix, at: first - 1),
      isShouted(first - 1)
    {
      return name(start, first + 1)
    }
    if isWord(first, "weekend"), tokens[first].isCapital, isInName(first),
      bytes.count > NarrativeClock.messageLength
    {
      return name(start, first + 1)
    }
    guard let noun = afterDay(first) else { return nil }
    // "Revolutionary Organization 17 November", "Movement 2 June"
    let isBehind =
      tokens[first].form == .number && token(first - 1)?.isCapital == true
      && has(.datedGroup, at: first - 1) && yearBehind(noun) == nil
    if isBehind { return name(start, noun) }
    let isBody = token(noun)?.isCapital == true && has(.datedBody, at: noun)
    let isGroup = has(.datedGroup, at: noun) && (tokens[noun].isCapital || !isBeforeNoun(noun))
    return isBody || isGroup ? name(start, noun + 1) : nil
  }

  /// "the June 14 group match": a plain word behind that is no past tense.
  private func isBeforeNoun(_ noun: Int) -> Bool {
    guard let next = token(noun + 1), next.form == .word, next.isSpaced, next.kind == .none,
      !next.isCapital
    else { return false }
    let end = Int(next.end)
    return next.count < 4 || bytes[end - 1] != 0x64 || bytes[end - 2] != 0x65
  }

  /// The index behind "March 23" or "23 March".
  private func afterDay(_ first: Int) -> Int? {
    if kind(first) == .month, tokens[first].isCapital, let month = month(first),
      let day = dayOfMonth(month.next)
    {
      return day.next
    }
    guard let day = dayOfMonth(first), kind(day.next) == .month, tokens[day.next].isCapital else {
      return nil
    }
    return month(day.next)?.next
  }

  /// A name as a match without a rule.
  func name(_ start: Int, _ next: Int) -> TimeMatch {
    TimeMatch(tokens: start..<next, reading: .reference(""), rule: "", modifier: nil, kind: .date)
  }
}
