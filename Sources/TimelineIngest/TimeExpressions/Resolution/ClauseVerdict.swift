/// Whether the verb of the clause leaves no doubt that a date lies behind or ahead.
///
/// A direction alone only makes one year likelier than another: "the minister announced a vote in
/// June" may mean either. "They signed in June" and "they will sign in March" do not.
extension ClauseDirection {
  /// -1 when what the clause tells is over, 1 when it lies ahead, 0 when that is not sure.
  func verdict(around match: Range<Int>) -> Int {
    if isDeadline(match) || isAhead(match) || isPutOff(match) || isContract(match) { return 0 }
    if opensPast(match) { return -1 }
    if isAttribute(match) { return attributeVerdict(match) }
    let before = clueBefore(match.lowerBound)
    guard before.clue != 0, before.isSameClause, before.steps <= Self.clauseReach else { return 0 }
    let verb = match.lowerBound - 1 - before.steps
    if before.clue < 0 { return isAdverbial(match) && isTold(verb, match) ? -1 : 0 }
    // "scheduled for 28 April", but not "will report a loss for the third quarter".
    let isSetFor = before.steps == 1 && isWord(match.lowerBound - 1, "for")
    guard isExplicit(verb), isAdverbial(match) || isSetFor else { return 0 }
    // "the talks planned for March were held": what was planned has its own verb behind it.
    let after = clueAfter(match.upperBound)
    return after.clue < 0 && after.isSameClause ? 0 : 1
  }

  /// How far a verb and its date stand apart at most: about a dozen words.
  private static let clauseReach = 12

  /// "in June", "on Victory Day", "since March": a preposition that says when, or the end of what
  /// the verb governs; not "by", "before" and "until", which leave open on which side it lies.
  private func isAdverbial(_ match: Range<Int>) -> Bool {
    guard match.lowerBound > 0 else { return false }
    let before = match.lowerBound - 1
    return isWord(before, "in") || isWord(before, "on") || isWord(before, "during")
      || isWord(before, "since") || isWord(before, "over") || isWord(before, "throughout")
      || isWord(before, "at")
  }

  /// "the June attack": an article before and a noun behind.
  private func isAttribute(_ match: Range<Int>) -> Bool {
    guard match.lowerBound > 0, match.upperBound < tokens.count,
      tokens[match.lowerBound - 1].kind == .determiner
        || tokens[match.lowerBound].kind == .determiner
    else { return false }
    let noun = tokens[match.upperBound]
    return noun.form == .word && noun.kind == .none && !noun.isCapital
  }

  /// "The June attack killed ten": what a time names as the subject of a past verb is over.
  private func attributeVerdict(_ match: Range<Int>) -> Int {
    guard clueBefore(match.lowerBound).clue == 0 else { return 0 }
    let after = clueAfter(match.upperBound)
    guard after.clue < 0, after.isSameClause, after.steps < 6 else { return 0 }
    return isTold(match.upperBound + after.steps, match) ? -1 : 0
  }

  /// Whether a past verb tells what was done, rather than what was said or arranged, and governs no
  /// infinitive before the date: "asked them to come in June".
  private func isTold(_ verb: Int, _ match: Range<Int>) -> Bool {
    if has(.announcingVerb, at: verb) || tokens[verb].kind == .clueAim { return false }
    if isBehindPlan(verb) { return false }
    if isWord(verb, "since") { return true }
    let end = verb < match.lowerBound ? match.lowerBound : min(tokens.count, verb + 5)
    return !(verb + 1..<max(verb + 1, end)).contains { leadsOn($0) }
  }

  /// "when the case is heard", "will redeem preferred shares": a participle behind a present or a plan.
  private func isBehindPlan(_ verb: Int) -> Bool {
    for index in stride(from: verb - 1, through: max(0, verb - 10), by: -1) {
      let token = tokens[index]
      guard token.form == .word || token.form == .number || token.form == .dash else {
        return false
      }
      if isWord(index, "is") || isWord(index, "are") || isWord(index, "be") {
        return index > verb - 4
      }
      if token.kind == .clueForward, token.value == 0 { return true }
      if token.kind == .shift || has(.clauseOpener, at: index) || token.kind == .clueBack {
        return false
      }
    }
    return false
  }

  /// Words behind a past verb with which something else begins: "that", an infinitive, a plan.
  private func leadsOn(_ index: Int) -> Bool {
    if isWord(index, "that") || has(.announcingVerb, at: index) { return true }
    if isWord(index, "to"), index + 1 < tokens.count {
      return tokens[index + 1].kind == .none && !tokens[index + 1].isCapital
    }
    return tokens[index].kind == .clueForward && !has(.nounPhraseOpener, at: index - 1)
  }

  /// "will", "is expected", "is to": not "opens", in which histories are told too, nor "could".
  private func isExplicit(_ index: Int) -> Bool {
    tokens[index].kind == .clueForward && tokens[index].value == 0
      || isWord(index, "to") || isLedForward(index)
  }
}
