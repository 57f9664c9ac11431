import Chronology

/// Parts of a day stated with its month, and dates counted from another that is named.
///
/// EXAMPLE [the morning of January 31], [the night of 3 May 1916], [six months from now]
/// EXAMPLE [the first Tuesday in November], [the night before], [one afternoon]
/// EXAMPLE [a week from Friday], [two weeks from next Tuesday], [late Friday]
/// COUNTER the morning of the match; two miles from now on
extension TimeScanner {
  /// "the morning of January 31", "the night of 3 May 1916".
  func daypartOfDate(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    if kind(at) == .part { at += 1 }
    guard kind(at) == .daypart, (1...9).contains(tokens[at].value), isWord(at + 1, "of") else {
      return nil
    }
    var behind = at + 2
    if kind(behind) == .determiner, tokens[behind].value == 1 { behind += 1 }
    if behind > at + 2, let day = dayOfMonth(behind), day.next == behind + 2,
      !isWord(day.next, "century"), !isWord(day.next, "centuries")
    {
      return match(
        start, day.next,
        .daypartOf(
          Int(tokens[at].value), StatedDate(day: day.day), isOvernight: false),
        "daypart-of-date", kind: .time)
    }
    guard token(behind) != nil, let date = calendarDate(at: behind) else { return nil }
    let stated: StatedDate
    var isOvernight = false
    switch date.reading {
    case .calendar(let found, nil): stated = found
    case .span(let first, let last, _):
      stated = first
      isOvernight = last.day != nil
    default: return nil
    }
    guard stated.day != nil, stated.month != nil else { return nil }
    return match(
      start, date.tokens.upperBound,
      .daypartOf(Int(tokens[at].value), stated, isOvernight: isOvernight),
      "daypart-of-date", kind: .time)
  }

  /// "the night before", "the morning after", "one afternoon": on or beside the day in focus.
  func daypartInFocus(at start: Int) -> TimeMatch? {
    guard kind(start + 1) == .daypart, tokens[start + 1].value <= 4 else { return nil }
    let part = Int(tokens[start + 1].value)
    if isWord(start, "one") {
      return match(
        start, start + 2, .daypart(part, dayOffset: 0, weekday: nil), "focused-daypart", kind: .time
      )
    }
    guard kind(start) == .determiner, tokens[start].value == 1, isClauseEnd(start + 3) else {
      return nil
    }
    let offset = isWord(start + 2, "before") ? -1 : isWord(start + 2, "after") ? 1 : 0
    guard offset != 0 else { return nil }
    return match(
      start, start + 3, .daypart(part, dayOffset: offset, weekday: nil), "focused-daypart",
      kind: .time)
  }

  /// "the first Tuesday in November", "the last Friday of May 1990".
  func ordinalWeekday(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    let ordinal: Int
    if isWord(at, "last") {
      ordinal = -1
    } else if kind(at) == .ordinal, (1...5).contains(tokens[at].value) {
      ordinal = Int(tokens[at].value)
    } else {
      return nil
    }
    if kind(at + 1) == .weekday, isWord(at + 2, "of"), kind(at + 3) == .every,
      let unit = unit(at + 4), !unit.isPlural
    {
      // "the second Monday of every month"
      return match(
        start, unit.next, .set("XXXX-WXX-\(tokens[at + 1].value)"), "every-weekday", kind: .set)
    }
    guard kind(at + 1) == .weekday, isWord(at + 2, "in") || isWord(at + 2, "of"),
      let month = month(at + 3), tokens[at + 3].isCapital
    else { return nil }
    let year = yearBehind(month.next)
    return match(
      start, year?.next ?? month.next,
      .ordinalWeekday(
        Int(tokens[at + 1].value), ordinal, StatedDate(year: year?.year, month: month.month)),
      "ordinal-weekday")
  }

  /// "six months from now", "a week from Friday", "two weeks from next Tuesday".
  func countedFrom(at start: Int) -> TimeMatch? {
    let number = comparison(at: start)?.next ?? start
    guard let quantity = quantity(number), let unit = unit(quantity.next), isWord(unit.next, "from")
    else { return nil }
    var at = unit.next + 1
    if kind(at) == .present {
      guard let count = quantity.value else {
        return match(start, at + 1, .reference("FUTURE_REF"), "vague-shift")
      }
      return match(
        start, at + 1, .shifted(unit.unit, count: count, fromNarrative: false), "unit-shift")
    }
    guard let count = quantity.value, unit.unit.rawValue >= TimeUnit.day.rawValue else {
      return nil
    }
    if kind(at) == .relative { at += 1 }
    if kind(at) == .weekday {
      let day = ClockDay.weekday(Int(tokens[at].value))
      return match(start, at + 1, .counted(unit.unit, count: count, from: day), "counted-from")
    }
    if kind(at) == .deictic, tokens[at].value < 10 {
      let day = ClockDay.offset(Int(tokens[at].value))
      return match(start, at + 1, .counted(unit.unit, count: count, from: day), "counted-from")
    }
    return nil
  }
}
