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
      if isPlural || isAge(start - 2) { return true }
    }
    guard let mark = token(start + 1), mark.form == .mark, !mark.isSpaced, isWord(start + 2, "s")
    else { return false }
    return isAge(start + 3) || isWord(start + 3, "young")
  }

  /// Those who live in an age, and the age itself.
  private func isAge(_ index: Int) -> Bool {
    isWord(index, "youth") || isWord(index, "world") || isWord(index, "society")
      || isWord(index, "generation") || isWord(index, "generations") || isWord(index, "children")
      || isWord(index, "people") || isWord(index, "men") || isWord(index, "women")
      || isWord(index, "teenagers") || isWord(index, "students") || isWord(index, "families")
      || isWord(index, "parents") || isWord(index, "consumers") || isWord(index, "standards")
      || isWord(index, "technology")
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

  /// "60 miles an hour", "90 kilometers per hour": what a speed is counted in.
  func isDistance(_ index: Int) -> Bool {
    isWord(index, "miles") || isWord(index, "mile") || isWord(index, "kilometers")
      || isWord(index, "kilometres") || isWord(index, "km") || isWord(index, "feet")
      || isWord(index, "metres") || isWord(index, "meters") || isWord(index, "knots")
  }

  /// "average daily volume", "the monthly output": how much in so long, not how often.
  func isMeasured(_ index: Int) -> Bool {
    let noun = index + 1
    return isWord(index - 1, "average") || isWord(noun, "volume") || isWord(noun, "turnover")
      || isWord(noun, "output") || isWord(noun, "production") || isWord(noun, "limit")
      || isWord(noun, "circulation") || isWord(noun, "average") || isWord(noun, "capacity")
      || isWord(noun, "sales") || isWord(noun, "rate") || isWord(noun, "price")
      || isWord(noun, "wage") || isWord(noun, "pay") || isWord(noun, "income")
  }

  /// "man of the year", "rookie of the year": a prize.
  func isPrize(_ start: Int) -> Bool {
    guard isWord(start - 1, "of") else { return false }
    let winner = start - 2
    return isWord(winner, "man") || isWord(winner, "woman") || isWord(winner, "person")
      || isWord(winner, "rookie") || isWord(winner, "player") || isWord(winner, "coach")
      || isWord(winner, "manager") || isWord(winner, "driver") || isWord(winner, "teacher")
      || isWord(winner, "book") || isWord(winner, "word") || isWord(winner, "athlete")
      || isWord(winner, "car")
  }

  /// "the current account", "current assets", "current affairs": terms of trade.
  func isTermOfTrade(_ noun: Int) -> Bool {
    let at = isDash(noun) ? noun + 1 : noun
    return isWord(at, "account") || isWord(at, "accounts") || isWord(at, "assets")
      || isWord(at, "liabilities") || isWord(at, "ratio") || isWord(at, "affairs")
      || isWord(at, "events") || isWord(at, "prices") || isWord(at, "dollars")
      || isWord(at, "yield")
  }

  /// "Monday Night Football", "Sunday school".
  func isProgramme(_ next: Int) -> Bool {
    isWord(next, "football") || isWord(next, "school") || isWord(next, "schools")
      || isWord(next, "quarterback") || isWord(next, "quarterbacks")
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
    guard bytes.count > NarrativeClock.messageLength else { return false }
    return isWord(next, "tree") || isWord(next, "trees") || isWord(next, "shopping")
      || isWord(next, "card") || isWord(next, "cards") || isWord(next, "gift")
      || isWord(next, "gifts") || isWord(next, "present") || isWord(next, "presents")
      || isWord(next, "carol") || isWord(next, "carols") || isWord(next, "decorations")
      || isWord(next, "lights") || isWord(next, "turkey") || isWord(next, "pudding")
      || isWord(next, "eggs") || isWord(next, "egg") || isWord(next, "costume")
      || isWord(next, "costumes") || isWord(next, "toys") || isWord(next, "spirit")
  }

  /// "the trading days", "his school years", "light years": a plural that another noun makes a kind of.
  ///
  /// In a message, which is short of words, it counts.
  func isCompound(_ index: Int) -> Bool {
    guard index > 0, bytes.count > NarrativeClock.messageLength else { return false }
    let noun = index - 1
    return isWord(noun, "school") || isWord(noun, "trading") || isWord(noun, "business")
      || isWord(noun, "office") || isWord(noun, "light") || isWord(noun, "golden")
      || isWord(noun, "boom") || isWord(noun, "college") || isWord(noun, "teenage")
      || isWord(noun, "retirement") || isWord(noun, "leap") || isWord(noun, "dog")
      || isWord(noun, "old") || isWord(noun, "election") || isWord(noun, "man")
      || index > 1 && isNamed(noun)
  }

  /// "the Reagan years": a name between an article and a plural.
  private func isNamed(_ index: Int) -> Bool {
    tokens[index].isCapital && tokens[index].kind == .none && tokens[index].form == .word
      && !isShouted(index) && kind(index - 1) == .determiner
  }
}
