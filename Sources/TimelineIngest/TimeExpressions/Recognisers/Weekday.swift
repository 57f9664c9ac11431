import Chronology

/// Days of the week.
///
/// EXAMPLE [Friday], [Friday last week], [Sat, 7 pm], [Monday morning], [Sunday nights]
/// COUNTER the Sunday Times; Chief Sunday Adeyemo; Bloody Sunday
extension TimeScanner {
  func weekday(at start: Int) -> TimeMatch? {
    guard kind(start) == .weekday, tokens[start].count > 5 || isShortWeekday(start) else {
      return nil
    }
    if let timed = weekdayClock(start, start) ?? weekdayOfWeek(start) { return timed }
    let programme = kind(start + 1) == .daypart ? start + 2 : start + 1
    if isNewspaper(start + 1) || has(.programmeNoun, at: programme) || isTitled(start)
      || isNamedWeekday(start)
    {
      return nil
    }
    return match(
      start, start + 1, .weekday(Int(tokens[start].value), direction: nil), "weekday")
  }

  /// "the Good Friday Agreement", "Bloody Sunday", "Super Tuesday": a day of history or of a feast.
  private func isNamedWeekday(_ start: Int) -> Bool {
    guard let name = token(start - 1), name.isCapital, name.form == .word else { return false }
    return has(.weekdayEpithet, at: start - 1)
  }

  /// Whether a title stands before, so that it is a person: "Chief Sunday Adeyemo".
  func isTitled(_ start: Int) -> Bool {
    let at = isMark(start - 1, ".") ? start - 2 : start - 1
    guard let title = token(at), title.form == .word, title.isCapital else { return false }
    return has(.personalTitle, at: at)
  }

  /// "the Sunday Times": a title behind a weekday.
  private func isNewspaper(_ index: Int) -> Bool {
    guard let word = token(index), word.form == .word, word.isCapital else { return false }
    return has(.newspaperName, at: index)
  }

  /// "Friday of last week", "Thursday this week", "Wednesday of that week".
  private func weekdayOfWeek(_ start: Int) -> TimeMatch? {
    let at = isWord(start + 1, "of") ? start + 2 : start + 1
    guard isWord(at + 1, "week") else { return nil }
    let isFocused = kind(at) == .determiner && tokens[at].value == 3 && at > start + 1
    guard isFocused || kind(at) == .relative else { return nil }
    return match(
      start, at + 2,
      .weekdayOfWeek(Int(tokens[start].value), week: isFocused ? nil : Int(tokens[at].value)),
      "weekday-of-week")
  }

  /// "Sat, 7 pm", "Friday 10 a.m.": a clock time close behind its weekday.
  func weekdayClock(_ start: Int, _ at: Int) -> TimeMatch? {
    let behind = isMark(at + 1, ",") ? at + 2 : at + 1
    guard token(behind)?.form == .number, let time = clockTime(at: behind),
      case .clock(let hour, let minute, nil) = time.reading
    else { return nil }
    let day = ClockDay.weekday(Int(tokens[at].value))
    return match(
      start, time.tokens.upperBound, .clock(hour: hour, minute: minute, day: day), "weekday-clock",
      kind: .time)
  }

  /// "on Fri", "Mon and Tues", "Sat, 7 pm": a weekday cut short, not "sun" or "wed".
  private func isShortWeekday(_ start: Int) -> Bool {
    if tokens[start].count > 3 { return true }
    if start > 0,
      kind(start - 1) == .weekday || isWord(start - 1, "on")
        || isWord(start - 1, "by") || isWord(start - 1, "until") || isWord(start - 1, "since")
    {
      return true
    }
    if start > 1, isMark(start - 1, ",") || kind(start - 1) == .conjunction,
      kind(start - 2) == .weekday
    {
      return true
    }
    guard tokens[start].isCapital else { return false }
    return kind(start + 1) == .daypart || token(start + 1)?.form == .number
  }

  /// "Friday night", "Monday morning".
  func weekdayDaypart(at start: Int) -> TimeMatch? {
    guard kind(start) == .weekday, kind(start + 1) == .daypart, tokens[start].count > 3,
      !has(.programmeNoun, at: start + 2)
    else { return nil }
    let part = Int(tokens[start + 1].value)
    if part > 20 {
      // "Sunday nights"
      return match(
        start, start + 2,
        .set("XXXX-WXX-\(tokens[start].value)T\(Self.daypartCode(part - 20))"), "weekday-dayparts",
        kind: .set)
    }
    if isMark(start + 2, ","), token(start + 3) != nil, let date = calendarDate(at: start + 3),
      case .calendar(let stated, nil) = date.reading, stated.day != nil, stated.month != nil
    {
      return match(
        start, date.tokens.upperBound, .daypartOf(part, stated, isOvernight: false),
        "daypart-of-date", kind: .time)  // "Wednesday evening, Nov. 13"
    }
    return match(
      start, start + 2,
      .daypart(part, dayOffset: 0, weekday: Int(tokens[start].value)), "weekday-daypart",
      kind: .time)
  }
}
