/// Words of time that are no times: titles, goods of a feast, ages, parts of compounds.
///
/// COUNTER NBC's "Today" show; Christmas trees; the leaders of tomorrow; the trading days
extension TimeScanner {
  /// "today's youth", "today's world", "the leaders of tomorrow": an age, no day.
  func isGeneric(_ start: Int) -> Bool {
    if isWord(start - 1, "of"), tokens[start].value >= 0, let noun = token(start - 2),
      noun.form == .word, noun.kind == .none || noun.kind == .measure, !noun.isCapital
    {
      let end = Int(noun.end)
      let isPlural = noun.count > 4 && bytes[end - 1] == 0x73 && bytes[end - 2] != 0x73
      if isPlural || has(.ageNoun, at: start - 2) { return true }
    }
    guard let mark = token(start + 1), mark.form == .mark, !mark.isSpaced, isWord(start + 2, "s")
    else { return false }
    return has(.ageNoun, at: start + 3) || isWord(start + 3, "young")
  }

  /// `the "Today" show`, `ABC's "This Week"`: a title right behind a quotation mark, all in capitals.
  func isQuotedTitle(_ start: Int, _ next: Int) -> Bool {
    guard start > 0, tokens[start - 1].form == .mark, isQuotation(tokens[start - 1]),
      let closing = token(next), closing.form == .mark, isQuotation(closing) || isComma(next)
    else { return false }
    return (start..<next).allSatisfy { tokens[$0].isCapital && !isShouted($0) }
  }

  private func isComma(_ index: Int) -> Bool {
    isMark(index, ",") && token(index + 1).map { $0.form == .mark && isQuotation($0) } ?? false
  }

  private func isQuotation(_ token: TimeToken) -> Bool {
    token.value == 0x22 || token.value == 0x27 || token.value == 0x60
      || token.value == 0xe2 && token.count == 3
  }

  /// "average daily volume", "the monthly output": how much in so long, not how often.
  func isMeasured(_ index: Int) -> Bool {
    isWord(index - 1, "average") || has(.measuredNoun, at: index + 1)
  }

  /// "man of the year", "rookie of the year": a prize.
  func isPrize(_ start: Int) -> Bool {
    isWord(start - 1, "of") && has(.prizeWinner, at: start - 2)
  }

  /// "the current account", "current assets", "current affairs": terms of trade.
  func isTermOfTrade(_ noun: Int) -> Bool {
    has(.tradeTerm, at: isDash(noun) ? noun + 1 : noun)
  }

  /// "World News Tonight".
  func isNewsShow(_ start: Int) -> Bool {
    tokens[start].isCapital && start > 0 && isWord(start - 1, "news")
      && tokens[start - 1].isCapital && !isShouted(start)
  }

  /// "Christmas trees", "a Thanksgiving turkey": what is made for a feast.
  ///
  /// In a message, sent on such a day, it counts.
  func isGoods(_ next: Int) -> Bool {
    bytes.count > NarrativeClock.messageLength && has(.feastGood, at: next)
  }

  /// "the trading days", "his school years", "light years": a plural that another noun makes a kind of.
  ///
  /// In a message, which is short of words, it counts.
  func isCompound(_ index: Int) -> Bool {
    guard index > 0, bytes.count > NarrativeClock.messageLength else { return false }
    return has(.compoundModifier, at: index - 1) || index > 1 && isNamed(index - 1)
  }

  /// "the Reagan years": a name between an article and a plural.
  private func isNamed(_ index: Int) -> Bool {
    tokens[index].isCapital && tokens[index].kind == .none && tokens[index].form == .word
      && !isShouted(index) && kind(index - 1) == .determiner
  }
}
