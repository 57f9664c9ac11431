/// Named days with a rule, and the turning points that writers date other things by.
///
/// EXAMPLE [Christmas 2014], on [Easter Sunday], during [Ramadan 2018], since
/// EXAMPLE [the end of the Cold War], after [World War II], over [Easter weekend]
/// COUNTER Christmas Island; the Cold War was long; an army of the Second World War
extension TimeScanner {
  func namedTime(at start: Int) -> TimeMatch? {
    var first = start
    if kind(start) == .determiner, tokens[start].value == 1, start + 1 < tokens.count {
      first = start + 1
    }
    guard tokens[first].startsName || tokens[first].form == .number && tokens[first].value == 9
    else { return nil }
    let word = bytes[Int(tokens[first].begin)..<Int(tokens[first].end)]
    let names = NamedTimes.english
    var isAmbiguous = false
    var end = first
    for index in names.entries(startingWith: TimeWords.hash(of: word)) {
      let entry = names.entries[index]
      if isAmbiguous, entry.words.count < words(in: first..<end) { break }
      guard let next = match(entry.words, at: first) else { continue }
      if case .past = entry.rule {
        return readsTurningPoints && isTemporal(start)
          ? match(start, next, .namedTime(index, year: nil), "historical-anchor") : nil
      }
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
        first, year?.next ?? behind, .namedTime(index, year: year?.year),
        isAround ? "named-week" : "named-day")
    }
    guard isAmbiguous else { return nil }
    let year = yearBehind(end)
    return match(first, year?.next ?? end, .namedTime(nil, year: year?.year), "named-day")
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
