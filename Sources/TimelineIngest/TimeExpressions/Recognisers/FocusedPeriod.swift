import Chronology

/// Periods named only by their unit, which the story around them has in focus.
///
/// EXAMPLE [the quarter], [the latest quarter], [the year-earlier period], [the weekend]
/// EXAMPLE [the same period last year], [the same month a year earlier]
/// EXAMPLE [the quarter a year ago], [the 1989 period], [fiscal 1990], [the fiscal year]
/// EXAMPLE [the year], revenue for [the year] ended 31 March, [year-end], [the month's end]
/// COUNTER a quarter of the men; the day of the jackal; the time
extension TimeScanner {
  func focused(at start: Int) -> TimeMatch? {
    if let fiscal = fiscalYear(at: start) { return fiscal }
    var at = start
    if kind(at) == .determiner {
      guard tokens[at].value == 1 else { return yearEarlier(at: start, start + 1) }
      at += 1
    }
    if at > start, isWord(at, "holiday") || isWord(at, "long"), isWord(at + 1, "weekend") {
      at += 1
    }
    if isWord(at, "weekend"), at > start || isPlaced(start) || kind(start) == .unit {
      let isOfMessage = at == start && !isPlaced(start)
      if at == start, start > 0, kind(start - 1) == .determiner, tokens[start - 1].value == 2 {
        return nil
      }
      return match(
        start, at + 1, .unit(.weekend, offset: 0, part: nil),
        isOfMessage ? "bare-weekend" : "weekend")
    }
    if let found = yearEarlier(at: start, at) { return found }
    if let found = periodEnd(at: start, at) { return found }
    guard at > start else { return nil }
    if let period = periodOfYear(start, at) { return period }
    let isLatest = isWord(at, "latest") || isWord(at, "most") && isWord(at + 1, "recent")
    if isLatest { at += isWord(at, "latest") ? 1 : 2 }
    if isWord(at, "quarter"), unit(at)?.unit != .quarter { return nil }
    if isWord(at, "quarter") || (isLatest && isWord(at, "period")) {
      if isWord(at + 1, "of") || isDash(at + 1) { return nil }
      if kind(at + 1) == .determiner, isWord(at + 2, "year"), kind(at + 3) == .shift,
        tokens[at + 3].value < 0
      {
        return match(start, at + 4, .focusedQuarter(yearOffset: -1), "focused-quarter")
      }
      return match(start, at + 1, .focusedQuarter(yearOffset: 0), "focused-quarter")
    }
    return focusedUnit(start, at)
  }

  /// "the same period last year", "the corresponding quarter a year earlier".
  func samePeriod(at start: Int) -> TimeMatch? {
    let at = start + 1
    guard kind(start) == .determiner, tokens[start].value == 1, has(.comparisonAdjective, at: at)
    else { return nil }
    let unit: TimeUnit
    if isWord(at + 1, "period") || isWord(at + 1, "quarter") {
      unit = .quarter
    } else if isWord(at + 1, "month") {
      unit = .month
    } else {
      guard isWord(at + 1, "week") else { return nil }
      unit = .week
    }
    var year = at + 2
    if isWord(year, "of") || isWord(year, "in") { year += 1 }
    let next: Int
    if year > at + 2, unit == .quarter, let named = self.year(year) {
      return match(start, year + 1, .focusedPeriod(year: named), "same-period")
    }
    if isWord(year, "last"), isWord(year + 1, "year") {
      next = year + 2
    } else if kind(year) == .determiner, isWord(year + 1, "year"),
      isWord(year + 2, "earlier")
        || isWord(year + 2, "ago") || isWord(year + 2, "before")
    {
      next = year + 3
    } else {
      guard isWord(year, "the"), isWord(year + 1, "previous") || isWord(year + 1, "prior"),
        isWord(year + 2, "year")
      else { return nil }
      next = year + 3
    }
    return match(start, next, .samePeriod(unit, yearOffset: -1), "same-period")
  }

  /// "the 1988 quarter", "the comparable 1988 period", "the 1988 nine months".
  private func periodOfYear(_ start: Int, _ at: Int) -> TimeMatch? {
    let isCompared = has(.comparisonAdjective, at: at)
    let number = isCompared ? at + 1 : at
    guard let year = year(number) else { return nil }
    if isWord(number + 1, "period") || isWord(number + 1, "quarter") {
      return match(start, number + 2, .focusedPeriod(year: year), "focused-quarter")
    }
    guard let quantity = quantity(number + 1), let unit = unit(quantity.next), unit.isPlural else {
      return nil
    }
    return match(
      start, unit.next, .duration(unit.unit, count: quantity.text), "year-earlier", kind: .duration)
  }

  /// "the year", "the week"; "the year ended 31 August" is a length.
  private func focusedUnit(_ start: Int, _ at: Int) -> TimeMatch? {
    guard let unit = unit(at), !unit.isPlural, !isDash(unit.next) else { return nil }
    switch unit.unit {
    case .year, .week, .month:
      if isWord(unit.next, "ended") || isWord(unit.next, "ending")
        || unit.unit == .year && isWord(unit.next, "through")
        || unit.unit == .year && isWord(unit.next, "to")
          && (kind(unit.next + 1) == .month || dayOfMonth(unit.next + 1) != nil)
      {
        return match(
          start, unit.next, .duration(unit.unit, count: "1"), "year-ended", kind: .duration)
      }
    case .day where isDayTold(start, unit.next):
      return match(
        start, unit.next, .focusedUnit(.day, offset: 0, part: nil), "focused-unit")
    default: return nil
    }
    // "a high for the year of $42"
    let isOf = isWord(unit.next, "of") && !isMark(unit.next + 1, "$")
    if isOf || isWord(unit.next, "when") || isWord(unit.next, "that")
      || kind(unit.next) == .shift
    {
      return nil
    }
    if isPrize(start) { return nil }
    return match(start, unit.next, .unit(unit.unit, offset: 0, part: nil), "focused-unit")
  }

  /// "throughout the day", "suspended discussions for the day", "ended the day higher".
  private func isDayTold(_ start: Int, _ next: Int) -> Bool {
    if isWord(start - 1, "throughout") || isWord(start - 1, "during") { return isClauseEnd(next) }
    if isWord(start - 1, "for"), bytes.count > NarrativeClock.messageLength {
      return isClauseEnd(next)
    }
    return isWord(start - 1, "ended") || isWord(start - 1, "closed")
      || isWord(start - 1, "finished")
  }

  /// "year-earlier", "the year-ago quarter", "the year-earlier nine months".
  private func yearEarlier(at start: Int, _ at: Int) -> TimeMatch? {
    if isWord(at, "year"), isWord(at + 1, "ago") || isWord(at + 1, "earlier"),
      isWord(at + 2, "quarter") || isWord(at + 2, "period")
    {
      return match(start, at + 3, .focusedQuarter(yearOffset: -1), "year-earlier")
    }
    let isPrior = isWord(at, "prior") && isDash(at + 1) && isWord(at + 2, "year")
    guard
      isPrior
        || isWord(at, "year") && isDash(at + 1)
          && (isWord(at + 2, "earlier") || isWord(at + 2, "ago"))
    else { return nil }
    let first = kind(start) == .determiner && tokens[start].value == 2 ? at : start
    let behind = at + 3
    if let quantity = quantity(behind), let unit = unit(quantity.next), unit.isPlural {
      return match(
        first, unit.next, .duration(unit.unit, count: quantity.text), "year-earlier",
        kind: .duration)
    }
    if let quarter = quarterCode(behind) {
      return match(
        first, quarter.next, .inYear(StatedDate(season: quarter.code), .offset(-1), part: nil),
        "year-earlier")
    }
    let hasNoun = isWord(behind, "period") || isWord(behind, "quarter")
    return match(
      hasNoun ? first : at, hasNoun ? behind + 1 : behind, .focusedQuarter(yearOffset: -1),
      "year-earlier")
  }

  /// "year-end", "year end", "year's end", "the month's end".
  private func periodEnd(at start: Int, _ at: Int) -> TimeMatch? {
    guard let unit = unit(at), !unit.isPlural, unit.unit == .year || unit.unit == .month
    else { return nil }
    var next = unit.next
    if isDash(next) {
      next += 1
    } else if let mark = token(next), mark.form == .mark, !mark.isSpaced, isWord(next + 1, "s") {
      next += 2
    } else if unit.unit == .month {
      return nil
    }
    guard isWord(next, "end") else { return nil }
    if let year = year(next + 1), unit.unit == .year {
      return match(
        start, next + 2, .calendar(StatedDate(year: year), part: .late), "year-end",
        modifier: "END")
    }
    return match(
      start, next + 1, .unit(unit.unit, offset: 0, part: .late),
      "period-end", modifier: "END")
  }

  /// Whether "FY", or "fiscal" with no noun behind it, stands for the whole year.
  func isWholeFiscal(_ at: Int) -> Bool {
    if isWord(at, "fy") { return true }
    guard isWord(at, "fiscal"), let next = token(at + 1) else { return isWord(at, "fiscal") }
    if next.form != .word { return next.form != .dash }
    let isPast =
      next.count > 4 && bytes[Int(next.end) - 1] == 0x64 && bytes[Int(next.end) - 2] == 0x65
    return isPast || next.kind != .none && next.kind != .unit
  }

  /// "fiscal 1990", "fiscal year 1990", "FY1990", "the fiscal year", "the latest financial year".
  private func fiscalYear(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner {
      guard tokens[at].value == 1 else { return nil }
      at += 1
    }
    var offset = 0
    let isRunning =
      at > start && (isWord(at, "running") || isWord(at, "ongoing") || isWord(at, "outgoing"))
    if kind(at) == .relative || isRunning || isWord(at, "latest") {
      if kind(at) == .relative {
        offset = Int(tokens[at].value)
      } else if !isRunning {
        offset = -1
      }
      guard kind(at + 1) == .fiscal else { return nil }
      at += 1
    }
    guard kind(at) == .fiscal else { return nil }
    let noun = isDash(at + 1) ? at + 2 : at + 1
    let behind = isWord(noun, "year") ? noun + 1 : noun
    if let year = year(behind) {
      if let mark = token(behind + 1), mark.form == .mark, !mark.isSpaced,
        isWord(behind + 2, "s"), let quarter = quarterCode(behind + 3)
      {
        return match(
          start, quarter.next, .calendar(StatedDate(year: year, season: quarter.code), part: nil),
          "quarter-year")
      }
      if isDash(behind + 1) || isMark(behind + 1, "/"), let last = token(behind + 2),
        last.form == .number, !last.isSpaced,
        last.count == 4 && Int(last.value) == year + 1
          || last.count == 2 && Int(last.value) == (year + 1) % 100
      {
        return match(
          start, behind + 3, .fiscalYear(ending: year + 1, isNamedByBoth: true), "fiscal-year")
      }
      return match(
        start, behind + 1, .fiscalYear(ending: year, isNamedByBoth: false), "fiscal-year")
    }
    if let short = token(behind), short.form == .number, short.count == 2, !short.isSpaced {
      if isDash(behind + 1) || isMark(behind + 1, "/"), let last = token(behind + 2),
        last.form == .number, last.count == 2, !last.isSpaced,
        Int(last.value) == (Int(short.value) + 1) % 100
      {
        return match(
          start, behind + 3,
          .fiscalYear(ending: Self.year(ofTwoDigits: Int(short.value)) + 1, isNamedByBoth: true),
          "fiscal-year")
      }
      return match(
        start, behind + 1,
        .fiscalYear(ending: Self.year(ofTwoDigits: Int(short.value)), isNamedByBoth: false),
        "fiscal-year")
    }
    if !isMark(behind, ","), !isWord(behind, "of"), let short = yearBehind(behind) {
      return match(
        start, short.next, .fiscalYear(ending: short.year, isNamedByBoth: false), "fiscal-year")
    }
    if at == start, kind(noun) == .ordinal, let quarter = quarterYear(at: noun) {
      return match(start, quarter.next, quarter.reading, quarter.rule)
    }
    if at > start, kind(at - 1) == .relative, isWholeFiscal(at) {
      // "the current fiscal", "last FY"
      return match(start, at + 1, .unit(.year, offset: offset, part: nil), "fiscal-year")
    }
    guard isWord(noun, "year"), at > start else { return nil }
    if kind(at - 1) != .relative, !isRunning, isWord(behind, "ended") || isWord(behind, "ending") {
      return match(start, behind, .duration(.year, count: "1"), "year-ended", kind: .duration)
    }
    return match(start, behind, .unit(.year, offset: offset, part: nil), "fiscal-year")
  }

  /// "2015 fiscal year", "the 2015 financial year", seen from the number.
  func fiscalYearBehind(at start: Int) -> TimeMatch? {
    guard let year = year(start), kind(start + 1) == .fiscal, isWord(start + 2, "year") else {
      return nil
    }
    return match(
      start, start + 3, .fiscalYear(ending: year, isNamedByBoth: false), "fiscal-year")
  }
}
