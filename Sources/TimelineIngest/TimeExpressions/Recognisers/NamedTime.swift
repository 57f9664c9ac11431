/// Named days with a rule, and the turning points that writers date other things by.
///
/// EXAMPLE [Christmas 2014], on [Easter Sunday], during [Ramadan 2018], since
/// EXAMPLE [the end of the Cold War], [the September 11 attacks] changed it, after [World War II], over [Easter weekend]
/// COUNTER Christmas Island; the Cold War was long; an army of the Second World War; a Long March 5
/// rocket; Black September
extension TimeScanner {
  func namedTime(at start: Int) -> TimeMatch? {
    var first = start
    if kind(start) == .determiner, tokens[start].value == 1, start + 1 < tokens.count {
      first = start + 1
    }
    guard first < tokens.count else { return nil }
    let names = NamedTimes.english
    guard
      tokens[first].startsName
        || tokens[first].form == .number && names.begins(withNumber: tokens[first].value)
    else { return nil }
    let word = bytes[Int(tokens[first].begin)..<Int(tokens[first].end)]
    var isAmbiguous = false
    var end = first
    for index in names.entries(startingWith: TimeWords.hash(of: word)) {
      let entry = names.entries[index]
      if isAmbiguous, entry.words.count < words(in: first..<end) { break }
      guard let next = match(entry.words, at: first) else { continue }
      if case .past = entry.rule { return turningPoint(index, entry, start, first, next) }
      if case .eid = entry.rule, !isPlacedFeast(start) || isDash(next) { continue }
      guard !isPartOfName(first, next), !isGoods(next) else { return nil }
      guard entry.beside.isEmpty || stands(entry.beside, beside: start..<next) else {
        isAmbiguous = true
        end = next
        continue
      }
      // "Easter week", "Labor Day weekend 2014"
      let isAround = isWord(next, "week") || isWord(next, "weekend")
      let behind = isAround ? next + 1 : next
      let year = yearBehind(behind)
      return match(
        first, year?.next ?? behind,
        .namedTime(index, year: year?.year ?? yearBehindNoun(first, behind)),
        isAround ? "named-week" : "named-day")
    }
    guard isAmbiguous else { return nil }
    let year = yearBehind(end)
    return match(first, year?.next ?? end, .namedTime(nil, year: year?.year), "named-day")
  }

  /// "since the Cold War", "the September 11 attacks", "Black September".
  ///
  /// A name that holds a month is read wherever it stands, or the month would be taken for one of
  /// the publication's year; without a date of its own it is only kept from that.
  private func turningPoint(
    _ index: Int, _ entry: NamedTimes.Entry, _ start: Int, _ first: Int, _ next: Int
  ) -> TimeMatch? {
    guard let year = entry.year else { return name(start, next) }
    // "the attacks of September 11, 2001"
    if entry.holdsMonth, yearBehind(next) != nil { return nil }
    // "a Long March 5 rocket"
    if entry.holdsMonth, token(next)?.form == .number { return name(start, next + 1) }
    // Before the turning point its name was a date.
    if entry.holdsMonth, let publicationYear, year > publicationYear { return nil }
    let reading = TimeReading.namedTime(index, year: nil)
    if readsTurningPoints {
      return isTemporal(start) || entry.holdsMonth
        ? match(start, next, reading, "historical-anchor") : nil
    }
    guard entry.holdsMonth else { return nil }
    // TIMEX3 has the day and no name of it.
    guard let month = (first..<next).first(where: { kind($0) == .month }),
      let number = (first..<next).first(where: { tokens[$0].form == .number })
    else { return name(start, next) }
    return match(min(month, number), max(month, number) + 1, reading, "historical-anchor")
  }

  private func words(in range: Range<Int>) -> Int {
    range.count { tokens[$0].form == .word || tokens[$0].form == .number }
  }

  /// The index behind the name when its words stand there; apostrophes, stops, hyphens and strokes
  /// may stand between them.
  private func match(_ words: [[UInt8]], at first: Int) -> Int? {
    var at = first
    for (index, word) in words.enumerated() {
      if index > 0 {
        var marks = 0
        while let token = token(at), token.form == .mark || token.form == .dash, marks < 2,
          !token.isSpaced
        {
          at += 1
          marks += 1
        }
      }
      guard let token = token(at), token.count == word.count,
        token.form == .word || token.form == .number
      else { return nil }
      for offset in 0..<word.count {
        let byte = bytes[Int(token.begin) + offset]
        let isSame =
          byte == word[offset] || byte &- 0x41 < 26 && byte | 0x20 == word[offset]
        if !isSame { return nil }
      }
      at += 1
    }
    return at
  }

  /// Whether a capital word beside it makes the name one of something else ("Christmas Island").
  private func isPartOfName(_ first: Int, _ next: Int) -> Bool {
    if let after = token(next), after.form == .word, after.isCapital, after.isSpaced,
      after.kind == .none
    {
      return true
    }
    return false
  }

  /// "after Eid", "on Eid": a name of two feasts is a time only behind a preposition.
  private func isPlacedFeast(_ start: Int) -> Bool {
    kind(start - 1) == .preposition && !isWord(start - 1, "of")
      || has(.temporalPreposition, at: start - 1)
  }

  /// Whether a preposition that needs a time stands before.
  private func isTemporal(_ start: Int) -> Bool {
    has(.temporalPreposition, at: start - 1)
      || isWord(start - 1, "to") && isWord(start - 2, "prior")
  }

  /// Whether one of the words stands within three tokens before, or behind "of" or "in" after.
  private func stands(_ words: [[UInt8]], beside name: Range<Int>) -> Bool {
    let before = max(0, name.lowerBound - 4)..<name.lowerBound
    let after = name.upperBound..<min(tokens.count, name.upperBound + 3)
    let isOpen = isWord(name.upperBound, "of") || isWord(name.upperBound, "in")
    for index in isOpen ? [before, after].joined().map(\.self) : Array(before) {
      guard tokens[index].form == .word else { continue }
      let text = bytes[Int(tokens[index].begin)..<Int(tokens[index].end)]
      for word in words where text.count == word.count {
        let isSame = zip(text, word).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
        if isSame { return true }
      }
    }
    return false
  }
}
