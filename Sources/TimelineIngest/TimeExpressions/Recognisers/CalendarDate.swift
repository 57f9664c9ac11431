import Chronology

/// Dates that name a month, a year, a season or digits in the order of a calendar.
///
/// EXAMPLE [22 April 2018], [April 22, 2018], [22-23 April], [Monday, 3 May], [early April 2018],
/// EXAMPLE [the spring of 1990], [the third quarter of 2015], [the 1990s], [1914-18], [2018-04-22]
/// COUNTER He may march on; Su-35; 1,200 men.
extension TimeScanner {
  func calendarDate(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .weekday {
      at += 1
      if isMark(at, ".") { at += 1 }
      if isMark(at, ",") { at += 1 }
      let isDefinite = kind(at) == .determiner && tokens[at].value == 1
      let found = dayAndMonth(at: at) ?? monthAndDay(at: at)
      guard let body = found ?? (isDefinite ? dayAndMonth(at: at + 1) : nil) else {
        return weekdayDay(start)
      }
      return match(start, body.next, body.reading, "weekday-day-month")
    }
    if let numeric = numericDate(at: start) ?? yearFirst(at: start) ?? dateInWords(at: start) {
      return numeric
    }
    var part: PartOfPeriod.Part?
    let isDefinite = kind(at) == .determiner && tokens[at].value == 1
    if isDefinite {
      at += 1
      if isWord(at, "year"), let year = yearWithEra(at + 1) {
        return match(
          start, year.next, .calendar(StatedDate(year: year.year), part: nil), "year-era")
      }
      if isWord(at, "year"), let year = year(at + 1) {
        return match(
          start, at + 2, .calendar(StatedDate(year: year), part: nil), "the-year")
      }
      if isWord(at, "year"), let words = yearInWords(at + 1) {
        return match(
          start, words.next, .calendar(StatedDate(year: words.year), part: nil), "the-year")
      }
      if let pair = centuryPair(at: at) { return match(start, pair.next, pair.reading, pair.rule) }
      if let day = dayAlone(at: at) { return day }
      if let months = monthsOfQuarter(at: at) ?? quarterOfMonth(at: at) {
        return match(start, months.next, months.reading, months.rule)
      }
    }
    if let found = partOfPeriod(at: at) {
      part = found.part
      at = found.next
      if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    }
    let body =
      dayAndMonth(at: at) ?? (isDefinite && part == nil ? nil : monthAndDay(at: at))
      ?? seasonYear(at: at, isDefinite: isDefinite || part != nil) ?? quarterYear(at: at) ?? decade(
        at: at)
      ?? century(at: at) ?? centuryPair(at: at)
      ?? (part == nil ? nil : plainYear(at: at))
    guard let body else { return yearRange(at: start) }
    if isDefinite, part == nil, case .calendar(let stated, _) = body.reading,
      stated.day == nil, stated.month != nil
    {
      return nil
    }
    var reading = body.reading
    if part != nil, case .calendar(let stated, _) = reading {
      guard stated.day == nil else { return nil }
      reading = .calendar(stated, part: part)
    }
    if part != nil, case .inYear(let stated, let year, _) = reading {
      reading = .inYear(stated, year, part: part)
    }
    if case .span = reading { part = nil }  // "the late 17th and early 18th centuries"
    let modifier = part.map { $0 == .early ? "START" : $0 == .mid ? "MID" : "END" }
    let first = isDefinite && isAdjective(reading, start + 1..<body.next) ? start + 1 : start
    return match(first, body.next, reading, body.rule, modifier: modifier)
  }

  /// Whether the article belongs to a noun behind the date, of which a hyphen makes an adjective:
  /// "the third-quarter loss", "the late-November trip".
  private func isAdjective(_ reading: TimeReading, _ range: Range<Int>) -> Bool {
    guard case .calendar(let stated, _) = reading, stated.year == nil, stated.day == nil,
      stated.month != nil || (stated.season ?? 0) >= 33
    else { return false }
    if range.contains(where: { isDash($0) }) { return true }
    // "the early March meeting": a noun right behind it.
    guard stated.month != nil, !range.contains(where: { isWord($0, "of") }),
      let noun = token(range.upperBound), noun.form == .word,
      noun.kind == .none, !noun.isCapital, noun.isSpaced, noun.count > 3
    else { return false }
    let end = Int(noun.end)
    return !(bytes[end - 1] == 0x64 && bytes[end - 2] == 0x65)
  }

  func match(
    _ start: Int, _ next: Int, _ reading: TimeReading, _ rule: String, modifier: String? = nil,
    kind: TimeExpressionKind = .date
  ) -> TimeMatch {
    TimeMatch(
      tokens: start..<next, reading: reading, rule: "english." + rule, modifier: modifier,
      kind: kind)
  }

  typealias Body = (reading: TimeReading, next: Int, rule: String)

  /// "early", "mid-", "late", "the end of".
  func partOfPeriod(at start: Int) -> (part: PartOfPeriod.Part, next: Int)? {
    guard let token = token(start) else { return nil }
    let parts: [PartOfPeriod.Part] = [.early, .mid, .late]
    if isWord(start + 1, "part"), isWord(start + 2, "of") {
      // "the early part of next year", "the latter part of 1990"
      if isWord(start, "early") || isWord(start, "first") { return (.early, start + 3) }
      if isWord(start, "latter") || isWord(start, "late") { return (.late, start + 3) }
    }
    if isWord(start, "middle"), isWord(start + 1, "of") { return (.mid, start + 2) }
    guard (1...3).contains(token.value) else { return nil }
    if isWord(start, "middle"), isWord(start + 1, "of") { return (.mid, start + 2) }
    if token.kind == .part {
      var next = isDash(start + 1) ? start + 2 : start + 1
      if isWord(next, "in") { next += 1 }
      return (parts[Int(token.value) - 1], next)
    }
    if token.kind == .edge, isDash(start + 1), !isWord(start, "close"),
      kind(start + 2) == .month || year(start + 2) != nil
    {
      return (parts[Int(token.value) - 1], start + 2)  // "end-March"
    }
    if token.kind == .edge, isWord(start + 1, "of") {
      return (parts[Int(token.value) - 1], start + 2)
    }
    return nil
  }

  /// The year behind a day and month, or behind a month: "2018", ", 2018", "'18", "of that year" is left alone.
  func yearBehind(_ at: Int, day: Bool = false) -> (year: Int, next: Int)? {
    let next = isMark(at, ",") ? at + 1 : at
    if isWord(next, "of"), let year = year(next + 1) { return (year, next + 2) }
    if let short = shortYear(isWord(next, "of") ? next + 1 : next) { return short }
    if let before = yearWithEra(isWord(next, "of") ? next + 1 : next) { return before }
    // "26 July 2023 soldiers rose": behind a day and month a number of our times is a year, whatever
    // is counted next; "5 May 1200 soldiers" is not.
    guard let year = year(next),
      !isUnitOrPercent(next + 1)
        || day && kind(next + 1) == .measure && (1900...2050).contains(year)
    else { return nil }
    return (year, next + 1)
  }

  /// "431 BC", "AD 70": a year with its era.
  func yearWithEra(_ at: Int) -> (year: Int, next: Int)? {
    if kind(at) == .era, tokens[at].value > 0, tokens[at].isCapital {
      let number = isMark(at + 1, ".") ? at + 2 : at + 1
      guard let digits = token(number), digits.form == .number, digits.count <= 4 else {
        return nil
      }
      return (Int(digits.value), number + 1)
    }
    guard let digits = token(at), digits.form == .number, digits.count <= 4,
      let era = afterEra(at + 1)
    else { return nil }
    return (era.isBefore ? 1 - Int(digits.value) : Int(digits.value), era.next)
  }

  /// "'89" behind a month or season.
  private func shortYear(_ at: Int) -> (year: Int, next: Int)? {
    guard let mark = token(at), mark.form == .mark, mark.isSpaced,
      mark.value == 0x27 || mark.value == 0xe2,
      let number = token(at + 1), number.form == .number, number.count == 2, !number.isSpaced,
      !isWord(at + 2, "s")
    else { return nil }
    return (Self.year(ofTwoDigits: Int(number.value)), at + 2)
  }

  /// "'89" is of the last century, "'29" of this one.
  static func year(ofTwoDigits digits: Int) -> Int { digits < 30 ? 2000 + digits : 1900 + digits }

  private func isUnitOrPercent(_ at: Int) -> Bool {
    kind(at) == .unit || kind(at) == .units || kind(at) == .measure || isMark(at, "%")
  }

  /// "22 April 2018", "22nd of April", "22-23 April", "22 and 23 April 2018".
  private func dayAndMonth(at start: Int) -> Body? {
    guard let first = dayOfMonth(start) else { return nil }
    var at = first.next
    var second: Int?
    var secondAt = start
    if let other = secondDay(at, after: first.day) {
      second = other.day
      secondAt = at + 1
      at = other.next
    }
    if isWord(at, "of") { at += 1 }
    let isSlashed =
      isMark(at, "/") && token(at + 1)?.isSpaced == false && kind(at + 1) == .month
    if isDash(at) || isSlashed, second == nil { at += 1 }
    guard let month = month(at) else { return nil }
    at = month.next
    if isDash(at) || isSlashed && isMark(at, "/"), year(at + 1) != nil { at += 1 }
    let year = yearBehind(at, day: true) ?? yearOnHeels(of: first.next, at)
    let from = StatedDate(year: year?.year, month: month.month, day: first.day)
    guard let second else {
      // "22 April - 3 May 2018"
      if isDash(at) || isWord(at, "to"), let other = dayOfMonth(at + 1),
        let otherMonth = self.month(other.next)
      {
        let otherYear = yearBehind(otherMonth.next)
        let before = otherYear.map { month.month > otherMonth.month ? $0.year - 1 : $0.year }
        return (
          .span(
            StatedDate(year: year?.year ?? before, month: month.month, day: first.day),
            StatedDate(year: otherYear?.year, month: otherMonth.month, day: other.day),
            secondAt: at + 1),
          otherYear?.next ?? otherMonth.next, "day-range"
        )
      }
      if year == nil, let named = namedYear(at: at) {
        return (.inYear(from, named.year, part: nil), named.next, "day-of-year")
      }
      var stated = from
      stated.year = year?.year ?? yearBehindNoun(start, at)
      return (.calendar(stated, part: nil), year?.next ?? at, "day-month-year")
    }
    return (
      .span(
        from, StatedDate(year: year?.year, month: month.month, day: second), secondAt: secondAt),
      year?.next ?? at, "day-range"
    )
  }

  /// "April 22, 2018", "April 22-23", "April 2018", "April".
  private func monthAndDay(at start: Int) -> Body? {
    guard let month = month(start) else { return nil }
    let at = isDayBehindArticle(month.next) && tokens[start].isCapital ? month.next + 1 : month.next
    if let first = dayOfMonth(at), year(at) == nil, kind(first.next) != .units,
      !isClockColon(first.next), !isEntryDay(at),
      !(isMark(first.next, ".") && token(first.next + 1)?.form == .number
        && token(first.next + 1)?.isSpaced == false),
      !(isMark(first.next, ",") && token(first.next + 1)?.form == .number
        && token(first.next + 1)?.isSpaced == false && year(first.next + 1) == nil)
    {
      let from = StatedDate(year: nil, month: month.month, day: first.day)
      if let other = secondDay(first.next, after: first.day), self.month(other.next) == nil {
        let year = yearBehind(other.next)
        return (
          .span(
            StatedDate(year: year?.year, month: month.month, day: first.day),
            StatedDate(year: year?.year, month: month.month, day: other.day),
            secondAt: first.next + 1),
          year?.next ?? other.next, "day-range"
        )
      }
      let year = yearBehind(first.next, day: true)
      var stated = from
      stated.year =
        year?.year ?? yearBehindList(first.next) ?? yearBehindNoun(start, first.next)
      if stated.year == nil, let named = namedYear(at: first.next) {
        return (.inYear(from, named.year, part: nil), named.next, "day-of-year")
      }
      return (.calendar(stated, part: nil), year?.next ?? first.next, "month-day-year")
    }
    if !tokens[start].isCapital, at == start + 1, let year = year(at), tokens[start].count > 3,
      start > 0, isWord(start - 1, "in") || isWord(start - 1, "of") || isWord(start - 1, "since")
    {
      // "in august 2014": a year behind it makes a month of a small letter too.
      return (
        .calendar(StatedDate(year: year, month: month.month), part: nil), at + 1, "month-year"
      )
    }
    guard tokens[start].isCapital else { return nil }
    if isDash(at) || isStroke(at), at == start + 1 || at == start + 2,
      let other = self.month(at + 1),
      tokens[at + 1].isCapital, !tokens[at + 1].isSpaced, yearBehind(other.next) == nil,
      dayOfMonth(other.next) == nil
    {
      // "the April-June quarter"
      return (
        .span(
          StatedDate(month: month.month), StatedDate(month: other.month), secondAt: at + 1),
        other.next, "month-range"
      )
    }
    if isDash(at) || isStroke(at) || isWord(at, "to"), let other = self.month(at + 1),
      tokens[at + 1].isCapital, let year = yearBehind(other.next)
    {
      let isOfYearBefore = month.month > other.month
      return (
        .span(
          StatedDate(year: isOfYearBefore ? year.year - 1 : year.year, month: month.month),
          StatedDate(year: year.year, month: other.month), secondAt: at + 1), year.next,
        "month-range"
      )
    }
    if let year = yearBehind(at) {
      return (
        .calendar(StatedDate(year: year.year, month: month.month), part: nil), year.next,
        "month-year"
      )
    }
    if let named = namedYear(at: at) {
      return (
        .inYear(StatedDate(month: month.month), named.year, part: nil), named.next, "month-of-year"
      )
    }
    if isWord(at, "last"), isClauseEnd(at + 1) || kind(at + 1) == .conjunction {
      return (.named(StatedDate(month: month.month), offset: -1), at + 1, "relative-month")
    }
    if let words = yearInWords(at) {
      return (
        .calendar(StatedDate(year: words.year, month: month.month), part: nil), words.next,
        "month-year"
      )
    }
    if isTitled(start) { return nil }  // "Mrs. June"
    // A bare month needs a word that places it, or it is a name or a verb.
    let isDoubtful = has(.ambiguousMonth, at: start)
    let isHeading =
      (isMark(at, ":") || token(at)?.isSpaced != false && closesLine(at)) && opensLine(start)
    let isGenitive =
      isWord(start, "march") && token(at)?.form == .mark && token(at)?.isSpaced == false
      && isWord(at + 1, "s") && token(at + 1)?.isSpaced == false
    let isMeasured =
      !has(.sentenceOpener, at: at) && (has(.measuredNoun, at: at) || has(.tradedNoun, at: at))
    if isDoubtful,
      !isPlaced(start) && !isHeading && !isGenitive && !isMeasured || isMarching(start, at)
    {
      return nil
    }
    if isDoubtful, tokens[start].count == 3, at == start + 1, !isWord(start, "may"),
      let next = token(at), next.form == .word, next.kind == .none
    {
      return nil  // "in Mar del Plata", "by Jan van Eyck"
    }
    if isDoubtful, at == start + 1, let next = token(at), next.isCapital, isNameWord(next),
      !isWord(start - 1, "in"), !isWord(start - 1, "since")
    {
      return nil  // "Jan Kavan"
    }
    if isWord(start, "april") || isWord(start, "june"), !isPlaced(start), let next = token(at),
      next.form == .word, next.isCapital, isNameWord(next)
    {
      return nil  // "April Jones is the mayor"
    }
    let year = yearBehindNoun(start, at)
    return (.calendar(StatedDate(year: year, month: month.month), part: nil), at, "month")
  }

  /// "the June quarter", "the December 2019 quarter": the quarter that ends with that month.
  private func quarterOfMonth(at start: Int) -> Body? {
    guard let month = month(start), tokens[start].isCapital, month.month % 3 == 0 else {
      return nil
    }
    let named = year(month.next)
    let noun = named == nil ? month.next : month.next + 1
    guard isWord(noun, "quarter"), !isDash(noun + 1) else { return nil }
    let behind = named == nil ? yearBehind(noun + 1) : nil
    return (
      .calendar(StatedDate(year: named ?? behind?.year, season: 32 + month.month / 3), part: nil),
      behind?.next ?? noun + 1, "months-of-quarter"
    )
  }

  /// "April-June quarter", "July to September period": the months of a quarter by name.
  func monthsOfQuarter(at start: Int) -> Body? {
    guard let first = month(start), isDash(first.next) || isWord(first.next, "to"),
      let last = month(first.next + 1), first.month % 3 == 1, last.month == first.month + 2,
      tokens[start].isCapital, tokens[first.next + 1].isCapital,
      isWord(last.next, "quarter") || isWord(last.next, "period")
    else { return nil }
    let stated = StatedDate(season: 33 + first.month / 3)
    let year =
      isWord(last.next + 1, "of") || isWord(last.next + 1, "in") ? year(last.next + 2) : nil
    guard let year else {
      return (.calendar(stated, part: nil), last.next + 1, "months-of-quarter")
    }
    return (
      .calendar(StatedDate(year: year, season: stated.season), part: nil), last.next + 3,
      "months-of-quarter"
    )
  }

  /// A word that has no sense in times, or one that ends the name of a street.
  private func isNameWord(_ token: TimeToken) -> Bool {
    token.kind == .none || token.kind == .street
  }

  /// "the march ended", "THE MARCH TOOK PLACE": a noun that does something.
  private func isMarching(_ start: Int, _ behind: Int) -> Bool {
    guard start > 0, kind(start - 1) == .determiner, let next = token(behind), next.form == .word
    else { return false }
    if next.kind == .clueBack || next.kind == .clueForward { return true }
    if isWord(start, "march"), isWord(behind, "of") || isWord(behind, "on") {
      return true  // "the March on Washington"
    }
    let end = Int(next.end)
    return next.count > 4 && bytes[end - 1] | 0x20 == 0x64 && bytes[end - 2] | 0x20 == 0x65
  }

  /// "March" alone on its line and "4: ..." on the next: the day opens an entry below the month.
  private func isEntryDay(_ at: Int) -> Bool { opensLine(at) && entryDay(at: at) != nil }

  /// "4: ...", "6-8 – ..." at the head of a line: the day of an entry below the heading of its month,
  /// of which the resolver knows.
  func entryDay(at start: Int) -> TimeMatch? {
    guard let first = dayOfMonth(start), tokens[start].isSpaced || start == 0, opensLine(start)
    else {
      return nil
    }
    var behind = first.next
    var reading = TimeReading.calendar(StatedDate(day: first.day), part: nil)
    if isDash(behind), let last = dayOfMonth(behind + 1), last.day > first.day,
      !tokens[behind + 1].isSpaced
    {
      reading = .span(
        StatedDate(day: first.day), StatedDate(day: last.day), secondAt: behind + 1)
      behind = last.next
    }
    guard let mark = token(behind), let next = token(behind + 1), next.isSpaced,
      isMark(behind, ":") || mark.form == .dash && mark.isSpaced
    else { return nil }
    return match(start, behind, reading, "entry-day")
  }

  /// A colon of a clock time, not of a dateline.
  private func isClockColon(_ at: Int) -> Bool {
    guard isMark(at, ":"), let next = token(at + 1) else { return false }
    return next.form == .number && !next.isSpaced
  }

  /// Whether a preposition or a modifier of time stands before.
  func isPlaced(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    switch tokens[start - 1].kind {
    case .preposition, .part, .relative, .determiner, .approximate, .conjunction: return true
    default:
      // "no later than March", "as early as May"
      let isCompared =
        isWord(start - 1, "than") && kind(start - 2) == .shift
        || isWord(start - 1, "as") && isWord(start - 3, "as")
      return isCompared || isWord(start - 1, "since") || tokens[start - 1].form == .dash
    }
  }

  /// "Tuesday 18th", "Friday the 13th": a weekday with the day of the month in focus.
  private func weekdayDay(_ start: Int) -> TimeMatch? {
    let at = isWord(start + 1, "the") ? start + 2 : start + 1
    guard let day = dayOfMonth(at), day.next == at + 2 else { return nil }
    return match(
      start, day.next, .weekdayDay(Int(tokens[start].value), day: day.day), "weekday-day")
  }

  /// "on the 20th": a day of the month in focus.
  private func dayAlone(at start: Int) -> TimeMatch? {
    guard let day = dayOfMonth(start), day.next == start + 2, start > 1,
      kind(start - 2) == .preposition, !isOfCentury(day.next),
      token(day.next)?.form != .word || isClauseWord(day.next)
    else { return nil }
    return match(start - 1, day.next, .calendar(StatedDate(day: day.day), part: nil), "day")
  }

  /// "the 12th to the 14th century": a number of the centuries behind it.
  private func isOfCentury(_ at: Int) -> Bool {
    for index in at...at + 6 {
      if isWord(index, "century") || isWord(index, "centuries") { return true }
      guard token(index)?.form != .mark, token(index)?.form != .paragraph else { return false }
    }
    return false
  }

  /// A word that "the 27th" cannot number: "on the 27th by sealing the border", "on the 20th the
  /// talks began".
  func isClauseWord(_ index: Int) -> Bool {
    if isWord(index, "of") { return false }
    switch kind(index) {
    case .preposition, .clueForward, .clueBack, .determiner: return true
    default: return has(.clauseOpener, at: index)
    }
  }

  private func plainYear(at start: Int) -> Body? {
    guard let year = year(start), !isUnitOrPercent(start + 1) else { return nil }
    return (.calendar(StatedDate(year: year), part: nil), start + 1, "year")
  }
}
