import Chronology

/// Dates in digits alone, and years on their own.
///
/// EXAMPLE [2018-04-22], [22.4.2018], [12/03/2015], in [1990], [44 BC], [fiscal 1990], ['98]
/// EXAMPLE in [05/2014], [2014.05.05], about [1990] they met
/// EXAMPLE the [post-1989] order, [pre-2008] levels
/// COUNTER Resolution 1973; 2000 men; $1990; 1,990
extension TimeScanner {
  func numericDate(at start: Int) -> TimeMatch? {
    guard let first = token(start), first.form == .number else { return nil }
    if let month = numericMonth(at: start) { return month }
    guard let middle = token(start + 2), middle.form == .number, !middle.isSpaced,
      let last = token(start + 4), last.form == .number, !last.isSpaced
    else { return nil }
    if kind(start - 1) == .numbered { return nil }  // "version 2.10.2015"
    let separators = (tokens[start + 1], tokens[start + 3])
    guard separators.0.value == separators.1.value, !separators.0.isSpaced,
      !separators.1.isSpaced
    else { return nil }
    if start > 0, !tokens[start].isSpaced, tokens[start - 1].form != .mark { return nil }
    if token(start + 5)?.isSpaced == false, token(start + 6)?.form == .number,
      token(start + 6)?.isSpaced == false
    {
      return nil  // "10.12.14.1"
    }
    let (a, b, c) = (Int(first.value), Int(middle.value), Int(last.value))
    if first.count == 4, middle.count <= 2, last.count <= 2,
      separators.0.form == .dash || separators.0.value == 0x2f
        || separators.0.value == 0x2e && middle.count == 2 && last.count == 2, (1...12).contains(b),
      (1...31).contains(c)
    {
      return match(
        start, start + 5, .calendar(StatedDate(year: a, month: b, day: c), part: nil), "iso-day")
    }
    guard [Int32(0x2f), 0x2e, 0x2d].contains(separators.0.value), first.count <= 2,
      middle.count <= 2, last.count == 4 || last.count == 2
    else { return nil }
    let year = last.count == 4 ? c : (c < 50 ? 2000 + c : 1900 + c)
    guard (1000...2199).contains(year) else { return nil }
    let dayFirst = StatedDate(year: year, month: b, day: a)
    let monthFirst = StatedDate(year: year, month: a, day: b)
    let isDayFirst = (1...12).contains(b) && (1...31).contains(a)
    let isMonthFirst = (1...12).contains(a) && (1...31).contains(b)
    switch (isDayFirst, isMonthFirst) {
    case (true, true) where a != b && separators.0.value != 0x2e:
      return match(start, start + 5, .ambiguous(dayFirst, monthFirst), "numeric-ambiguous")
    case (true, _):
      return match(start, start + 5, .calendar(dayFirst, part: nil), "numeric-day-first")
    case (false, true):
      return match(start, start + 5, .calendar(monthFirst, part: nil), "numeric-month-first")
    default: return nil
    }
  }

  /// "in 05/2014": month and year, placed by a preposition.
  private func numericMonth(at start: Int) -> TimeMatch? {
    guard tokens[start].count == 2, (1...12).contains(tokens[start].value), isStroke(start + 1),
      let year = year(start + 2), (1900...2099).contains(year),
      has(.temporalPreposition, at: start - 1) || isMark(start - 1, "(") && isMark(start + 3, ")"),
      token(start + 3)?.isSpaced ?? true || isClauseEnd(start + 3)
    else { return nil }
    return match(
      start, start + 3,
      .calendar(StatedDate(year: year, month: Int(tokens[start].value)), part: nil), "numeric-month"
    )
  }

  /// A year on its own, when what stands around it makes it one.
  func bareYear(at start: Int) -> TimeMatch? {
    let next = token(start + 1)
    if start > 1, !tokens[start].isSpaced, isMark(start - 1, ","), !tokens[start - 1].isSpaced,
      tokens[start - 2].form == .number
    {
      return nil  // "10,000 BC"
    }
    if let token = token(start), let next, next.kind == .era, token.count <= 4 {
      let year = next.value < 0 ? 1 - Int(token.value) : Int(token.value)
      let end = afterEra(start + 1)?.next ?? start + 2
      return match(start, end, .calendar(StatedDate(year: year), part: nil), "year-era")
    }
    if let found = yearBeforeEra(at: start) ?? yearBound(at: start) { return found }
    guard let year = year(start), (1400...2100).contains(year) || isPlacedYear(start) else {
      return earlyYear(at: start)
    }
    if let next, !next.isSpaced, next.form == .word { return nil }
    if let next, next.form == .mark, next.value == 0x25 { return nil }
    if isMark(start + 1, "."), let more = token(start + 2), more.form == .number, !more.isSpaced {
      return nil  // "1462.93"
    }
    if isMark(start + 1, ","), let more = token(start + 2), more.form == .number, !more.isSpaced {
      return nil
    }
    if isCount(start) || isModelYear(start) || isPartNumber(start) || isNumbered(start)
      || isDesignation(start) || isDocumentNumber(start)
    {
      return nil
    }
    if kind(start + 1) == .unit || kind(start + 1) == .units { return nil }
    guard start > 0 else {
      return match(start, start + 1, .calendar(StatedDate(year: year), part: nil), "year")
    }
    let previous = tokens[start - 1]
    if !tokens[start].isSpaced, previous.form == .word { return nil }
    let isBound =
      isWord(start - 2, "later") || isWord(start - 2, "earlier") || isWord(start - 2, "sooner")
    let isLeast = isWord(start - 1, "least") && !isBoundByLeast(start)
    if isWord(start - 1, "than") && !isBound || isLeast || isWord(start - 1, "most") {
      return nil  // "at least 1900 were hurt"
    }
    if previous.form == .mark, [Int32(0x23), 0x2e, 0x3a, 0x2f].contains(previous.value),
      !tokens[start].isSpaced
    {
      return nil
    }
    if previous.form == .dash, !tokens[start].isSpaced, kind(start - 2) != .part { return nil }
    if previous.form == .word, !previous.isCapital, isCamelCase(previous) { return nil }
    if previous.form == .word, previous.isCapital, !has(.possessive, at: start - 1),
      previous.kind == .none || previous.kind == .measure || previous.kind == .vehicle
    {
      // "Druzhba 2016" but not "Resolution 1973": the tagger drops it unless the year is current.
      return match(
        start, start + 1, .calendar(StatedDate(year: year), part: nil), "name-year")
    }
    return match(start, start + 1, .calendar(StatedDate(year: year), part: nil), "year")
  }

  /// "since at least 2014" bounds, "at least 1900 were hurt" counts.
  private func isBoundByLeast(_ start: Int) -> Bool {
    guard isWord(start - 2, "at") else { return false }
    return isWord(start - 3, "since") || isWord(start - 3, "until") || isWord(start - 3, "till")
      || isWord(start - 3, "from") && (isClauseEnd(start + 1) || kind(start + 1) == .preposition)
  }

  /// "the post-1989 order", "pre-2008 levels": the years on one side of that one.
  private func yearBound(at start: Int) -> TimeMatch? {
    let isAfter = isWord(start - 2, "post")
    guard isAfter || isWord(start - 2, "pre"), !tokens[start - 1].isSpaced,
      let year = year(start), token(start + 1).map({ $0.isSpaced || $0.form != .word }) ?? true
    else { return nil }
    return match(
      start - 2, start + 1, .reference(CivilDay.fourDigits(year)), "year-bound",
      modifier: isAfter ? "AFTER" : "BEFORE")
  }

  /// "asteroid 1999 RQ36": a year that capitals and a number on their heels make a name of.
  private func isDesignation(_ start: Int) -> Bool {
    guard let letters = token(start + 1), letters.form == .word, letters.count <= 2,
      letters.isCapital, isShouted(start + 1), let number = token(start + 2)
    else { return false }
    return number.form == .number && !number.isSpaced
  }

  /// "iPhone", "eBay": a name with a capital inside.
  private func isCamelCase(_ token: TimeToken) -> Bool {
    token.count > 2 && bytes[Int(token.begin) + 1] &- 0x41 < 26
  }

  /// "2018-13-45": two more numbers joined to it that make no date of it.
  private func isPartNumber(_ start: Int) -> Bool {
    isDash(start + 1) && token(start + 1)?.isSpaced == false && token(start + 2)?.form == .number
      && token(start + 2)?.isSpaced == false && isDash(start + 3)
      && token(start + 3)?.isSpaced == false && token(start + 4)?.form == .number
      && token(start + 4)?.isSpaced == false
  }

  /// "Kopp's 1987 Chevrolet Cavalier", "a white 1994 pickup": the year in which a vehicle was built.
  private func isModelYear(_ start: Int) -> Bool {
    guard start > 0, tokens[start - 1].form == .word,
      kind(start - 1) == .none
        || kind(start - 1) == .determiner
    else { return false }
    for index in start + 1...start + 3 {
      guard let word = token(index), word.form == .word, word.isSpaced else { return false }
      if word.kind == .vehicle { return true }
    }
    return false
  }

  /// "in 1066", "circa 1200", "(1215)": a year before print needs a word that makes it one.
  private func isPlacedYear(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    if isMark(start - 1, "."), start > 1 {
      return isWord(start - 2, "c") || isWord(start - 2, "ca")
    }
    return isWord(start - 1, "in") || isWord(start - 1, "since") || isWord(start - 1, "circa")
      || isWord(start - 1, "until") || isMark(start - 1, "(")
      || isWord(start - 1, "the") && token(start + 1)?.isCapital == true
        && token(start + 1)?.isSpaced == true
  }

  /// "after 1370", "between 1347 and 1351", "in 324": the tagger keeps it in histories, and one of
  /// three digits where the text names years with their era.
  private func earlyYear(at start: Int) -> TimeMatch? {
    guard let number = token(start), number.form == .number, number.isSpaced,
      (100..<1400).contains(number.value), number.count == (number.value < 1000 ? 3 : 4),
      isBesideYear(start), !isCount(start), !isNumbered(start)
    else { return nil }
    if let next = token(start + 1) {
      let isFigure = next.form == .word && !next.isSpaced || next.form == .dash && !next.isSpaced
      let isAmount = next.value == 0x25 || kind(start + 1) == .measure || kind(start + 1) == .unit
      let isNoun = next.form == .word && next.kind == .none && !next.isCapital && next.count > 4
      if isFigure || isAmount || isNoun || kind(start + 1) == .units { return nil }
      let isBroken = isMark(start + 1, ",") || isMark(start + 1, ".")
      if isBroken, token(start + 2)?.isSpaced == false { return nil }
    }
    return match(
      start, start + 1, .calendar(StatedDate(year: Int(number.value)), part: nil),
      number.count == 3 ? "era-year" : "early-year")
  }

  /// A preposition of time, or the other end of "between 850 and 950", "from 1305 to 1377".
  private func isBesideYear(_ start: Int) -> Bool {
    if isWord(start - 1, "in") || isWord(start - 1, "since") || isWord(start - 1, "until")
      || isWord(start - 1, "after") || isWord(start - 1, "before") || isWord(start - 1, "between")
      || isWord(start - 1, "by") || isWord(start - 1, "from") || isWord(start - 1, "of")
    {
      return true
    }
    if isWord(start - 1, "and") { return isWord(start - 3, "between") }
    return isWord(start - 1, "to") && isWord(start - 3, "from")
  }

  /// The first year of a range whose era stands behind the second: "264 to 241 BC", "240-238 BC".
  private func yearBeforeEra(at start: Int) -> TimeMatch? {
    guard let first = token(start), first.count <= 4,
      isDash(start + 1) || isWord(start + 1, "to") || isWord(start + 1, "and")
        || isWord(start + 1, "until"), let second = token(start + 2), second.form == .number,
      second.count <= 4, kind(start + 3) == .era, tokens[start + 3].value < 0,
      first.value > second.value
    else { return nil }
    return match(
      start, start + 1, .calendar(StatedDate(year: 1 - Int(first.value)), part: nil), "year-era")
  }

  /// "about 2000 men", "killed 1500 people": a number that counts what stands behind it.
  private func isCount(_ start: Int) -> Bool {
    guard start > 0, let next = token(start + 1), next.form == .word, next.isSpaced,
      next.kind == .none || next.kind == .measure, !next.isCapital,
      !has(.sentenceOpener, at: start + 1)
    else { return false }
    let previous = tokens[start - 1]
    if next.kind == .measure {
      return previous.kind != .preposition || isWord(start - 1, "by") || isWord(start - 1, "to")
        || isWord(start - 1, "at")
    }
    if previous.kind == .approximate || previous.kind == .more { return true }
    guard previous.kind == .none, !isWord(start - 1, "the"), !isWord(start - 1, "its"),
      !isWord(start - 1, "their"), !isWord(start - 1, "s")
    else { return false }
    let last = bytes[Int(next.end) - 1] | 0x20
    let beforeLast = next.count > 1 ? bytes[Int(next.end) - 2] | 0x20 : 0
    let isPlural = last == 0x73 && beforeLast != 0x73 && beforeLast != 0x75 && next.count > 3
    return isPlural || has(.countedWord, at: start + 1) || tokens[start].value % 50 == 0
  }

  /// "'98", "'90s".
  func apostropheYear(at start: Int) -> TimeMatch? {
    guard let number = token(start + 1), number.form == .number, number.count == 2,
      !number.isSpaced, tokens[start].isSpaced
    else { return nil }
    let year = Self.year(ofTwoDigits: Int(number.value))
    if isWord(start + 2, "s"), token(start + 2)?.isSpaced == false, year % 10 == 0 {
      return match(
        start, start + 3, .calendar(StatedDate(years: (year, 10)), part: nil), "decade")
    }
    return match(start, start + 2, .calendar(StatedDate(year: year), part: nil), "year-short")
  }
}
