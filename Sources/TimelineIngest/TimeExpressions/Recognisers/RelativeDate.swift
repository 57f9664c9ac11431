import Chronology

/// Dates counted from another: weekdays, "last year", "two weeks ago", "a day earlier".
///
/// EXAMPLE [Friday], [last year], [early next week], [two weeks ago], [a day earlier], [yesterday]
/// COUNTER at last; the following list
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
  private func weekdayClock(_ start: Int, _ at: Int) -> TimeMatch? {
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

  func relative(at start: Int) -> TimeMatch? {
    let first = tokens[start]
    if first.kind == .deictic { return deictic(at: start) }
    var at = start
    var part: PartOfPeriod.Part?
    if first.kind == .part, let found = partOfPeriod(at: at) {
      part = found.part
      at = found.next
    } else if first.kind == .shift, isWord(at, "earlier") || isWord(at, "later") {
      let next = at + 1
      // "Earlier Friday, ..." is "earlier" on Friday: the weekday alone is the expression.
      if kind(next) == .weekday { return nil }
      if kind(next) == .deictic, tokens[next].value < 10 {
        return match(
          start, next + 1, .unit(.day, offset: Int(tokens[next].value), part: nil),
          "relative-day")
      }
      if isWord(next, "in"), kind(next + 1) == .determiner, tokens[next + 1].value == 1,
        let unit = unit(next + 2), !unit.isPlural
      {
        return match(
          start, unit.next, .unit(unit.unit, offset: 0, part: nil), "relative-unit")
      }
      guard kind(next) == .relative || kind(next) == .determiner && tokens[next].value == 3
      else { return nil }
      at = next
    } else if first.kind == .determiner, first.value == 1,
      kind(at + 1) == .edge || isWord(at + 1, "middle") || isWord(at + 2, "part"),
      let found = partOfPeriod(at: at + 1)
    {
      part = found.part
      at = found.next
    }
    if let shifted = shifted(from: start) { return shifted }
    if part != nil, first.kind == .part, at == start + 1, let day = lateDay(start, at, part) {
      return day
    }
    if kind(at) == .determiner, tokens[at].value == 1 || tokens[at].value == 3 { at += 1 }
    if at > start, isConjunction(at - 1) { return nil }
    let isDefinite = at > start && kind(at - 1) == .determiner
    let isThat = isDefinite && tokens[at - 1].value == 3
    if isDefinite, isWord(at, "very"), kind(at + 1) == .relative { at += 1 }  // "the very next day"
    var isFocused = isThat
    var offset = 0
    if kind(at) == .relative {
      if !isDefinite, isWord(at, "following"), kind(at + 1) == .month || kind(at + 1) == .weekday {
        return nil  // "following Monday's attack": a preposition
      }
      offset = Int(tokens[at].value)
      isFocused =
        has(.anaphoric, at: at)
        || isDefinite && (isWord(at, "previous") || isWord(at, "next"))
      let isLong =
        unit(at + 1).map {
          $0.unit == .decade || $0.unit == .century || $0.unit == .quarterCentury
        } ?? false
      let isPast =
        isWord(at, "past") || isWord(at, "coming")
        || isWord(at, "last")
          && (isLong
            || isDefinite && isLasting(start) && !isWord(at + 2, "of")
              && kind(at + 4) != .half)
      if isPast, let length = pastLength(start, at, isDefinite) { return length }
      at += 1
      if offset == 0, kind(at) == .relative, isWord(at, "past") || isWord(at, "coming") {
        offset = Int(tokens[at].value)  // "this past spring"
        at += 1
      }
    } else if part == nil || !isThat {
      guard isThat || (part != nil && at > start) else { return nil }
    }
    let modifier = part.map { $0 == .early ? "START" : $0 == .mid ? "MID" : "END" }
    if start > 0, part == nil, isWord(at - 1, "last") || isWord(at - 1, "next"),
      has(.possessive, at: start - 1) || isBehindGenitive(start),
      unit(at) != nil
    {
      // "his last year in office": the tagger keeps it in a message alone.
      guard let unit = unit(at), !unit.isPlural, unit.unit.rawValue >= TimeUnit.day.rawValue else {
        return nil
      }
      return match(
        start, unit.next, .unit(unit.unit, offset: offset, part: nil), "owned-unit")
    }
    if isThat, has(.announcingVerb, at: start - 1), kind(at) == .season || kind(at) == .month {
      return nil  // "said that April was cold"
    }
    if isThat, part == nil {
      if kind(at) == .season {
        return match(
          start, at + 1, .inYear(StatedDate(season: Int(tokens[at].value)), .focus, part: nil),
          "season-of-year")
      }
      if let month = month(at), tokens[at].isCapital {
        return match(
          start, month.next, .inYear(StatedDate(month: month.month), .focus, part: nil),
          "month-of-year")
      }
    }
    if let unit = unit(at), !unit.isPlural {
      guard unit.unit.rawValue >= TimeUnit.day.rawValue else { return nil }
      if unit.unit == .quarter, isWord(unit.next, "of") { return nil }
      let isArticled = isDefinite || start > 0 && kind(start - 1) == .determiner
      if isArticled, isWord(at - 1, "last"), unit.unit == .day || isWord(unit.next, "of") {
        // "the last day of the siege", "the last year of his life": kept in a message alone.
        return match(
          start, unit.next, .unit(unit.unit, offset: offset, part: nil), "owned-unit")
      }
      if isDefinite, isWord(unit.next, "and"), kind(unit.next + 1) == .determiner,
        kind(unit.next + 2) == .half
      {
        return match(
          start, unit.next + 3, .duration(unit.unit, count: "1.5"), "past-length", kind: .duration)
      }
      if unit.unit == .day, offset == 0, start > 0, isWord(start - 1, "to"), isWord(start, "this"),
        tokens[start - 1].isCapital || isClauseEnd(unit.next)
      {
        return match(start, unit.next, .reference("PRESENT_REF"), "to-this-day")
      }
      let hasParts = unit.unit.rawValue >= TimeUnit.month.rawValue
      if isFocused, part == nil || hasParts, unit.unit != .weekend {
        return match(
          start, unit.next, .focusedUnit(unit.unit, offset: offset, part: part), "relative-unit",
          modifier: modifier)
      }
      if isQuotedTitle(start, unit.next) { return nil }
      return match(
        start, unit.next, .unit(unit.unit, offset: offset, part: part), "relative-unit",
        modifier: modifier)
    }
    if kind(at) == .weekday, part == nil {
      let next = at + 1
      if kind(next) == .daypart, tokens[next].value < 20 {
        return match(
          start, next + 1,
          .daypart(Int(tokens[next].value), dayOffset: offset, weekday: Int(tokens[at].value)),
          "weekday-daypart", kind: .time)
      }
      if offset == 0, let timed = weekdayClock(start, at) { return timed }
      return match(
        start, next, .weekday(Int(tokens[at].value), direction: isThat ? nil : offset),
        "relative-weekday")
    }
    if kind(at) == .daypart, isFocused || offset <= 0, tokens[at].value < 20 {
      let next = part != nil && isWord(at + 1, "hours") ? at + 2 : at + 1
      return match(
        start, next,
        .daypart(
          Int(tokens[at].value), dayOffset: offset,
          weekday: offset == 0 && !isFocused ? weekdayBehind(next) : nil),
        isFocused ? "focused-daypart" : "relative-daypart", kind: .time)
    }
    if let month = month(at), tokens[at].isCapital, !isThat, part == nil,
      let year = yearBehind(month.next)
    {
      return match(
        start, year.next, .calendar(StatedDate(year: year.year, month: month.month), part: nil),
        "month-year")
    }
    if let month = month(at), tokens[at].isCapital, !isThat, part == nil,
      let day = dayOfMonth(month.next), token(month.next)?.isSpaced == true
    {
      if let year = yearBehind(day.next) {
        return match(
          start, year.next,
          .calendar(StatedDate(year: year.year, month: month.month, day: day.day), part: nil),
          "month-day-year")
      }
      return match(
        start, day.next, .named(StatedDate(month: month.month, day: day.day), offset: offset),
        "relative-month-day")
    }
    if let month = month(at), tokens[at].isCapital, !isThat {
      return match(
        start, month.next, .named(StatedDate(month: month.month), offset: offset),
        "relative-month", modifier: modifier)
    }
    if kind(at) == .season {
      return match(
        start, at + 1, .named(StatedDate(season: Int(tokens[at].value)), offset: offset),
        "relative-season", modifier: modifier)
    }
    return nil
  }

  /// "late Friday", "early yesterday", "late Tuesday night": the part of a day that is named.
  private func lateDay(_ start: Int, _ at: Int, _ part: PartOfPeriod.Part?) -> TimeMatch? {
    let named: TimeMatch?
    switch kind(at) {
    case .weekday where tokens[at].count > 5: named = weekdayDaypart(at: at) ?? weekday(at: at)
    case .deictic where tokens[at].value < 10: named = deictic(at: at)
    default: return nil
    }
    guard var found = named, part != .mid else { return nil }
    found.tokens = start..<found.tokens.upperBound
    found.modifier = part == .early ? "START" : "END"
    return found
  }

  /// "the bakery's last day".
  private func isBehindGenitive(_ start: Int) -> Bool {
    guard isWord(start - 1, "s"), let mark = token(start - 2) else { return false }
    return !tokens[start - 1].isSpaced && mark.form == .mark && !mark.isSpaced
  }

  /// "he hopes that this weekend is fine": "that" begins a clause before "this", "next" and "last".
  private func isConjunction(_ index: Int) -> Bool {
    isWord(index, "that")
      && (isWord(index + 1, "this") || isWord(index + 1, "last") || isWord(index + 1, "next"))
  }

  /// "for the last week", "over the last month": what lasts up to now.
  private func isLasting(_ start: Int) -> Bool {
    isWord(start - 1, "for") || isWord(start - 1, "over") || isWord(start - 1, "during")
      || isWord(start - 1, "within") || isWord(start - 1, "in")
  }

  /// "the past year", "the past decade": the length up to now, not the calendar year before.
  private func pastLength(_ start: Int, _ at: Int, _ isDefinite: Bool) -> TimeMatch? {
    guard isDefinite || isWord(at, "past"), let unit = unit(at + 1), !unit.isPlural,
      start == at || start == at - 1, !(start == at - 1 && kind(start) == .relative),
      unit.unit.rawValue >= TimeUnit.day.rawValue, unit.unit != .weekend
    else { return nil }
    return match(
      start, unit.next, .duration(unit.unit, count: "1"), "past-length", kind: .duration)
  }

  private func deictic(at start: Int) -> TimeMatch? {
    let value = Int(tokens[start].value)
    if isNewsShow(start) || isQuotedTitle(start, start + 1) { return nil }
    if value == 10 {
      return match(
        start, start + 1, .daypart(4, dayOffset: 0, weekday: nil), "tonight", kind: .time)
    }
    if value == 11 {
      if has(.moneyNoun, at: start + 1) { return nil }  // "overnight loans"
      return match(
        start, start + 1, .daypart(4, dayOffset: -1, weekday: nil), "overnight", kind: .time)
    }
    if kind(start + 1) == .daypart, tokens[start + 1].value < 20 {
      return match(
        start, start + 2,
        .daypart(Int(tokens[start + 1].value), dayOffset: value, weekday: nil), "day-daypart",
        kind: .time)
    }
    if value == 0, start > 0, tokens[start].isCapital, tokens[start - 1].isCapital,
      tokens[start - 1].kind == .none, tokens[start - 1].form == .word,
      !isShouted(start) || isWord(start - 1, "usa")
    {
      return nil  // "USA Today"
    }
    if isGeneric(start) { return nil }
    return match(start, start + 1, .unit(.day, offset: value, part: nil), "relative-day")
  }

  /// "a year and a half ago", "a decade and a half later".
  private func andHalf(_ start: Int, _ unit: (unit: TimeUnit, isPlural: Bool, next: Int))
    -> TimeMatch?
  {
    let shift = unit.next + 3
    guard isWord(unit.next, "and"), kind(unit.next + 1) == .determiner,
      kind(unit.next + 2) == .half, kind(shift) == .shift
    else { return nil }
    if isWord(shift, "before") || isWord(shift, "after"), !isClauseEnd(shift + 1) { return nil }
    let smaller: (unit: TimeUnit, count: Int)
    switch unit.unit {
    case .month: smaller = (.week, 6)
    case .year: smaller = (.month, 18)
    case .decade: smaller = (.year, 15)
    case .century: smaller = (.year, 150)
    default: return nil
    }
    let direction = Int(tokens[shift].value)
    return match(
      start, shift + 1,
      .shifted(
        smaller.unit, count: direction < 0 ? -smaller.count : smaller.count,
        fromNarrative: direction != -2 && !isWord(shift, "hence")), "unit-shift")
  }

  /// The months of "2 1/2" or "2.5" years; nil for another number.
  private static func monthsWithHalf(_ text: String) -> Int? {
    guard text.hasSuffix(" 1/2") || text.hasSuffix(".5"), let whole = text.first?.wholeNumberValue,
      text.utf8.count == 5 || text.utf8.count == 3
    else { return nil }
    return whole * 12 + 6
  }

  /// Half a unit in whole smaller ones.
  private static func half(of unit: TimeUnit) -> (unit: TimeUnit, count: Int)? {
    switch unit {
    case .century: (.decade, 5)
    case .decade: (.year, 5)
    case .year: (.month, 6)
    default: nil
    }
  }

  /// Whether nothing follows that "before" or "after" could govern.
  func isClauseEnd(_ index: Int) -> Bool {
    guard let next = token(index) else { return true }
    return next.form == .paragraph
      || next.form == .mark && next.value != 0x24
        && next.value != 0x22 && next.value != 0x27 && next.value != 0x60
  }

  /// Whether "before" or "after" in front stands alone: at the end of a clause, or before "and".
  private func isBesideNothing(_ index: Int) -> Bool {
    if isClauseEnd(index) { return true }
    return isWord(index, "and") && !isWord(index + 1, "after") && !isWord(index + 1, "before")
      && !isWord(index + 1, "during")
  }

  /// "three years ago", "two weeks later", "a day earlier", "the day before".
  func shifted(from start: Int) -> TimeMatch? {
    guard var found = shiftedDate(from: start) else { return nil }
    if case .shifted(let unit, _, _) = found.reading, unit.rawValue < TimeUnit.day.rawValue {
      found.kind = .time
    }
    if case .shifted = found.reading, let compared = comparison(at: start) {
      found.modifier = compared.modifier
    }
    return found
  }

  private func shiftedDate(from start: Int) -> TimeMatch? {
    var at = start
    if let compared = comparison(at: at) {
      at = compared.next
    }
    if kind(at) == .determiner, tokens[at].value == 1, let unit = unit(at + 1), !unit.isPlural,
      isWord(unit.next, "before") || isWord(unit.next, "after")
    {
      guard isBesideNothing(unit.next + 1) else { return nil }
      let sign = isWord(unit.next, "before") ? -1 : 1
      return match(
        start, unit.next + 1, .shifted(unit.unit, count: sign, fromNarrative: true), "unit-shift")
    }
    guard let quantity = quantity(at), let unit = unit(quantity.next) else { return nil }
    if quantity.value == 1, let half = andHalf(start, unit) { return half }
    let isBack =
      isWord(unit.next, "back") && unit.unit.rawValue >= TimeUnit.day.rawValue
      && isClauseEnd(unit.next + 1)
    // "twenty-five years on, the treaty holds"
    if isWord(unit.next, "on"), isMark(unit.next + 1, ","), let count = quantity.value,
      unit.unit.rawValue >= TimeUnit.month.rawValue, unit.unit != .weekend
    {
      return match(
        start, unit.next + 1, .shifted(unit.unit, count: count, fromNarrative: true), "unit-shift")
    }
    guard kind(unit.next) == .shift || isBack else { return nil }
    if isWord(unit.next + 1, "than") { return nil }  // "a year later than planned": a length
    if isWord(unit.next, "before") || isWord(unit.next, "after") {
      guard isBesideNothing(unit.next + 1) else { return nil }
      let sign = isWord(unit.next, "before") ? -1 : 1
      guard let count = quantity.value else {
        return match(
          start, unit.next + 1, .reference(sign < 0 ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
      }
      return match(
        start, unit.next + 1, .shifted(unit.unit, count: sign * count, fromNarrative: true),
        "unit-shift")
    }
    let direction = isBack ? -2 : Int(tokens[unit.next].value)
    if quantity.text == "0.5", let half = Self.half(of: unit.unit) {
      return match(
        start, unit.next + 1,
        .shifted(
          half.unit, count: direction < 0 ? -half.count : half.count,
          fromNarrative: direction != -2 && !isWord(unit.next, "hence")), "unit-shift")
    }
    if unit.unit == .year, let months = Self.monthsWithHalf(quantity.text) {
      return match(
        start, unit.next + 1,
        .shifted(
          .month, count: direction < 0 ? -months : months,
          fromNarrative: direction != -2 && !isWord(unit.next, "hence")),
        "unit-shift")
    }
    guard let count = quantity.value else {
      return match(
        start, unit.next + 1, .reference(direction < 0 ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
    }
    // "20 years ago today", "two years ago last month": the same day or month of that year.
    let isThis =
      direction == -2 && unit.unit == .year
      && (isWord(unit.next + 1, "this") || isWord(unit.next + 1, "last")
        || isWord(unit.next + 1, "next"))
      && (isWord(unit.next + 2, "week") || isWord(unit.next + 2, "month"))
    let isToday = direction == -2 && isWord(unit.next + 1, "today") || isThis
    return match(
      start, isThis ? unit.next + 3 : isToday ? unit.next + 2 : unit.next + 1,
      .shifted(
        unit.unit, count: direction < 0 ? -count : count,
        fromNarrative: direction != -2 && !isWord(unit.next, "hence")),
      isToday ? "anniversary" : "unit-shift")
  }
}
