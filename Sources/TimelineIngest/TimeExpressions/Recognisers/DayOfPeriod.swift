import Chronology

/// Days and other points that are named by the period they lie in or beside.
///
/// EXAMPLE [the 20th of last month], [the first of the month], [a week ago Friday], [Friday last]
/// EXAMPLE [Tuesday week], on 22 April, [a Sunday], [the first decade of the 21st century],
/// EXAMPLE [the turn of the century], [the first two quarters of 1990], [the first half of May]
/// COUNTER the 20th of his novels; Friday lasted long; the turn of the key
extension TimeScanner {
  /// "the 20th of last month", "the first of the month", "the 3rd of this month".
  func dayOfMonthNamed(at start: Int) -> TimeMatch? {
    let isDefinite = kind(start) == .determiner && tokens[start].value == 1
    let number = isDefinite ? start + 1 : start
    let day: Int
    let at: Int
    if let found = dayOfMonth(number), found.next == number + 2 {
      (day, at) = found
    } else if isDefinite, kind(start + 1) == .ordinal, tokens[start + 1].value <= 31 {
      (day, at) = (Int(tokens[start + 1].value), start + 2)
    } else {
      return nil
    }
    if isWord(at, "of"), kind(at + 1) == .determiner, tokens[at + 1].value == 1,
      isWord(at + 2, "same"), isWord(at + 3, "month")
    {
      return match(start, at + 4, .calendar(StatedDate(day: day), part: nil), "day-of-month")
    }
    guard isWord(at, "of"), isWord(at + 2, "month") else { return nil }
    if kind(at + 1) == .determiner, tokens[at + 1].value == 1 {
      return match(start, at + 3, .dayOfMonth(day, offset: 0), "day-of-month")
    }
    if kind(at + 1) == .determiner, tokens[at + 1].value == 3 {
      return match(start, at + 3, .calendar(StatedDate(day: day), part: nil), "day-of-month")
    }
    guard kind(at + 1) == .relative, !isWord(at + 1, "past") else { return nil }
    return match(start, at + 3, .dayOfMonth(day, offset: Int(tokens[at + 1].value)), "day-of-month")
  }

  /// "the first half of May 2016", "the latter half of September".
  func halfOfMonth(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    let isSecond = isWord(at, "second") || isWord(at, "latter")
    guard isSecond || isWord(at, "first"), isWord(at + 1, "half"), isWord(at + 2, "of"),
      let month = month(at + 3), tokens[at + 3].isCapital
    else { return nil }
    let year = yearBehind(month.next)
    return match(
      start, year?.next ?? month.next,
      .halfOfMonth(StatedDate(year: year?.year, month: month.month), isSecond: isSecond),
      "half-of-month", modifier: isSecond ? "END" : "START")
  }

  /// "a week ago Friday", "two weeks ago Monday".
  func weeksAgoWeekday(at start: Int) -> TimeMatch? {
    // Cheap before the number is read: "ago" and a weekday stand two to four words on.
    guard
      kind(start + 3) == .weekday && isWord(start + 2, "ago")
        || kind(start + 4) == .weekday && isWord(start + 3, "ago")
        || kind(start + 5) == .weekday && isWord(start + 4, "ago"),
      let quantity = quantity(start), let count = quantity.value,
      let unit = unit(quantity.next), unit.unit == .week, isWord(unit.next, "ago"),
      kind(unit.next + 1) == .weekday, tokens[unit.next + 1].count > 3
    else { return nil }
    return match(
      start, unit.next + 2, .weekdayBeside(Int(tokens[unit.next + 1].value), weeks: -count),
      "weekday-beside")
  }

  /// "Friday last", "Tuesday week", "Monday next".
  func weekdayBeside(at start: Int) -> TimeMatch? {
    guard kind(start) == .weekday, tokens[start].count > 5 else { return nil }
    let number = Int(tokens[start].value)
    if isWord(start + 1, "week"), isClauseEnd(start + 2) {
      return match(start, start + 2, .weekdayBeside(number, weeks: 1), "weekday-beside")
    }
    guard isWord(start + 1, "last") || isWord(start + 1, "next"), isClauseEnd(start + 2) else {
      return nil
    }
    return match(
      start, start + 2, .weekday(number, direction: Int(tokens[start + 1].value)),
      "relative-weekday")
  }

  /// "the first decade of the 21st century", "the last quarter of the 19th century", "the turn of
  /// the century".
  func partOfCentury(at start: Int) -> TimeMatch? {
    guard kind(start) == .determiner, tokens[start].value == 1 else { return nil }
    if isWord(start + 1, "turn"), isWord(start + 2, "of") {
      var at = start + 3
      if kind(at) == .determiner { at += 1 }
      if isWord(at, "century") || isWord(at, "millennium") {
        return match(
          start, at + 1, .turnOfCentury(nil), "turn-of-century", modifier: "START")
      }
      guard let body = century(at: at), case .calendar(let stated, nil) = body.reading,
        let first = stated.years?.first, first > 0
      else { return nil }
      return match(
        start, body.next, .turnOfCentury(first), "turn-of-century", modifier: "START")
    }
    let isLast =
      isWord(start + 1, "last") || isWord(start + 1, "final") || isWord(start + 1, "latter")
    guard isLast || kind(start + 1) == .ordinal else { return nil }
    if isWord(start + 2, "half"), isWord(start + 3, "of") { return halfOfYears(start, isLast) }
    let isDecade = isWord(start + 2, "decade")
    guard isDecade || isWord(start + 2, "quarter"), isWord(start + 3, "of") else { return nil }
    var at = start + 4
    if kind(at) == .determiner { at += 1 }
    guard let body = century(at: at), case .calendar(let stated, nil) = body.reading,
      let first = stated.years?.first, first >= 0
    else { return nil }
    let length = isDecade ? 10 : 25
    let ordinal = isLast ? 100 / length : Int(tokens[start + 1].value)
    guard (1...100 / length).contains(ordinal) else { return nil }
    let from = first + (ordinal - 1) * length
    if isDecade {
      return match(
        start, body.next, .calendar(StatedDate(years: (from, 10)), part: nil), "part-of-century")
    }
    return match(
      start, body.next, .yearsOfCentury(first: from, last: from + 24), "part-of-century")
  }

  /// "the first half of the 1990s", "the second half of the 20th century".
  private func halfOfYears(_ start: Int, _ isLast: Bool) -> TimeMatch? {
    var at = start + 4
    if kind(at) == .determiner { at += 1 }
    guard isLast || (1...2).contains(tokens[start + 1].value),
      let body = decade(at: at) ?? century(at: at), case .calendar(let stated, nil) = body.reading,
      let years = stated.years, years.first >= 0
    else { return nil }
    let length = years.count / 2
    let first = isLast || tokens[start + 1].value == 2 ? years.first + length : years.first
    return match(
      start, body.next, .yearsOfCentury(first: first, last: first + length - 1), "part-of-century")
  }

  /// "the first two quarters of 1990", "the last two quarters of the year": a half.
  func twoQuarters(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    let isLast = isWord(at, "last") || isWord(at, "final")
    guard isLast || isWord(at, "first"), isWord(at + 1, "two"), isWord(at + 2, "quarters"),
      isWord(at + 3, "of")
    else { return nil }
    let code = isLast ? 41 : 40
    if let year = year(at + 4) {
      return match(
        start, at + 5, .calendar(StatedDate(year: year, season: code), part: nil), "quarter-year")
    }
    guard let named = namedYear(at: at + 3) else { return nil }
    return match(
      start, named.next, .inYear(StatedDate(season: code), named.year, part: nil),
      "quarter-of-year")
  }
}
