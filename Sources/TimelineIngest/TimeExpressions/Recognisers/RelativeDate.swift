import Chronology

/// Dates counted from another: "last year", "next week", "yesterday", "last October".
///
/// EXAMPLE [last year], [early next week], [yesterday], [last October], [this morning]
/// COUNTER at last; the following list
extension TimeScanner {
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

  /// Whether nothing follows that "before" or "after" could govern.
  func isClauseEnd(_ index: Int) -> Bool {
    guard let next = token(index) else { return true }
    return next.form == .paragraph
      || next.form == .mark && next.value != 0x24
        && next.value != 0x22 && next.value != 0x27 && next.value != 0x60
  }
}
