/// Looks for time expressions from left to right; the forms live in `Recognisers/`.
///
/// A token's class says which forms may start there; each form returns the match or nil, and the
/// first in the order below wins, which goes from the longest and most explicit to the vaguest.
struct TimeScanner {
  let bytes: [UInt8]
  let tokens: [TimeToken]
  /// Whether turning points of history are read as times.
  var readsTurningPoints = true
  /// The year of publication, after which no turning point lies that the text can name.
  var publicationYear: Int?

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens = TimeTokenizer.tokens(of: bytes)
  }

  /// All matches in the order of the text, without overlaps.
  func matches() -> [TimeMatch] {
    var found: [TimeMatch] = []
    var at = 0
    while at < tokens.count {
      if let match = match(at: at) {
        if !match.rule.isEmpty { found.append(match) }
        at = match.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func match(at start: Int) -> TimeMatch? {
    let token = tokens[start]
    let isDay = token.form == .number && token.count <= 2
    if token.startsName || token.kind == .determiner || isDay, let name = namedTime(at: start) {
      return name
    }
    let isArticle = token.kind == .determiner && token.value == 1
    if mayOpenDatedName(isArticle ? start + 1 : start), let name = datedName(at: start) {
      return name
    }
    if token.form == .number { return number(at: start) }
    if token.form == .mark, token.value == 0x27 || isCurlyApostrophe(token) {
      return apostropheYear(at: start)
    }
    guard token.form == .word, token.kind != .none else { return nil }
    switch token.kind {
    case .preposition where isWord(start, "at"): return shifted(from: start) ?? duration(at: start)
    case .era where token.value > 0:
      guard let year = yearWithEra(start) else { return nil }
      return match(
        start, year.next, .calendar(StatedDate(year: year.year), part: nil), "year-era")
    case .clueForward, .clueWeak, .clueBack, .clueAim, .preposition, .conjunction, .era, .clock,
      .filler:
      return nil
    case .weekday:
      return calendarDate(at: start).map(withClock) ?? weekdayDaypart(at: start) ?? weekdayBeside(
        at: start)
        ?? weekday(at: start)
    case .opener: return opened(at: start)
    case .month: return dateInWords(at: start) ?? calendarDate(at: start).map(withClock)
    default: return weekOf(at: start) ?? dayBeside(at: start) ?? word(at: start)
    }
  }

  private func isCurlyApostrophe(_ token: TimeToken) -> Bool {
    token.count == 3 && token.value == 0xe2 && (0x98...0x99).contains(bytes[Int(token.end) - 1])
  }

  private func number(at start: Int) -> TimeMatch? {
    if let found = dateTime(at: start) ?? compactDate(at: start) ?? entryDay(at: start) {
      return found
    }
    if let found = dayOfMonthNamed(at: start) { return found }
    if let found = listedDay(at: start) { return found }
    if let found = fiscalYearBehind(at: start) { return found }
    if let found = yearPossessive(at: start) ?? raceTime(at: start) { return found }
    if let found = calendarDate(at: start) { return withClock(found) }
    if let found = clockTime(at: start) ?? timesFrequency(at: start) { return found }
    if let found = countedFrom(at: start) ?? weeksAgoWeekday(at: start) { return found }
    if let found = shifted(from: start) { return found }
    return duration(at: start) ?? bareYear(at: start)
  }

  private func word(at start: Int) -> TimeMatch? {
    if let found = slice(at: start) ?? twoQuarters(at: start) ?? halfOfMonth(at: start) {
      return found
    }
    if let found = dayOfMonthNamed(at: start) ?? partOfCentury(at: start) { return found }
    if let found = ordinalWeekday(at: start) ?? daypartInFocus(at: start) { return found }
    if let found = yearPossessive(at: start) { return found }
    if let found = calendarDate(at: start) { return found }
    if let found = daypartOfDate(at: start) { return found }
    if let found = clockTime(at: start) ?? timesFrequency(at: start) { return found }
    if let found = countedFrom(at: start) ?? weeksAgoWeekday(at: start) { return found }
    if let found = samePeriod(at: start) ?? relative(at: start) { return found }
    if let found = wholeUnit(at: start) { return found }
    if let found = isWord(start, "weekends") ? frequency(at: start) : nil { return found }
    if let found = duration(at: start) ?? frequency(at: start) { return found }
    if let found = focused(at: start) { return found }
    return longAdjective(start) ?? vague(at: start) ?? spelledYear(at: start)
  }

  // MARK: Reading tokens

  func token(_ index: Int) -> TimeToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  /// Whether that ASCII sign stands at that index.
  @inline(__always)
  func isMark(_ index: Int, _ mark: Unicode.Scalar) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].form == .mark
      && tokens[index].value == Int32(mark.value)
  }

  func kind(_ index: Int) -> TimeWordClass { token(index)?.kind ?? .none }

  func isDash(_ index: Int) -> Bool { token(index)?.form == .dash }

  /// Whether the word at that index plays that role beside a word of time; false outside the text.
  @inline(__always)
  func has(_ role: TimeCompanions, at index: Int) -> Bool {
    index >= 0 && index < tokens.count && tokens[index].has(role)
  }

  /// Whether the word at that index is this one, in lower case.
  @inline(__always)
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard index >= 0, index < tokens.count else { return false }
    // The length alone tells most words apart, without a call.
    guard tokens[index].form == .word, tokens[index].count == word.utf8CodeUnitCount else {
      return false
    }
    return isSame(tokens[index], word)
  }

  /// Whether a token as long as the word is the word, in lower case.
  @inline(never)
  private func isSame(_ token: TimeToken, _ word: StaticString) -> Bool {
    for offset in 0..<token.count {
      let byte = bytes[Int(token.begin) + offset]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[offset] { return false }
    }
    return true
  }

  /// The token as the text has it.
  func text(_ index: Int) -> String {
    guard let token = token(index) else { return "" }
    return String(decoding: bytes[Int(token.begin)..<Int(token.end)], as: UTF8.self)
  }

  /// The token in lower case.
  func lowercased(_ index: Int) -> String { text(index).lowercased() }

  /// A year of four digits, or nil.
  func year(_ index: Int) -> Int? {
    guard let token = token(index), token.form == .number, token.count == 4,
      (1000...2199).contains(token.value)
    else { return nil }
    return Int(token.value)
  }

  /// The index after an ordinal ending ("22nd" is a number with letters on its heels).
  func afterOrdinal(_ index: Int) -> Int {
    guard let next = token(index), next.form == .word, !next.isSpaced else { return index }
    return has(.ordinalEnding, at: index) ? index + 1 : index
  }

  /// The day of the month at that index with the index behind it.
  func dayOfMonth(_ index: Int) -> (day: Int, next: Int)? {
    guard let token = token(index), token.form == .number, token.count <= 2,
      (1...31).contains(token.value)
    else { return nil }
    return (Int(token.value), afterOrdinal(index + 1))
  }

  /// The month at that index with the index behind it and its abbreviating stop.
  ///
  /// "may", "march" and the like count only with a capital or a day beside them.
  func month(_ index: Int) -> (month: Int, next: Int)? {
    guard let token = token(index), token.kind == .month else { return nil }
    let isShort = token.count == 3 && !isWord(index, "may") || isWord(index, "sept")
    return (Int(token.value), isShort && isMark(index + 1, ".") ? index + 2 : index + 1)
  }

  /// A unit, singular or plural, with the index behind it.
  func unit(_ index: Int) -> (unit: TimeUnit, isPlural: Bool, next: Int)? {
    guard let token = token(index), token.kind == .unit || token.kind == .units,
      let unit = TimeUnit(rawValue: Int(token.value))
    else { return nil }
    if unit == .quarter, !isMark(index + 1, ",") {
      if isWord(index + 1, "of"), kind(index + 2) == .determiner, isWord(index + 3, "century") {
        return (.quarterCentury, false, index + 4)
      }
      let noun = isDash(index + 1) ? index + 2 : index + 1
      if isWord(noun, "century") { return (.quarterCentury, false, noun + 1) }
    }
    return (unit, token.kind == .units, index + 1)
  }
}
