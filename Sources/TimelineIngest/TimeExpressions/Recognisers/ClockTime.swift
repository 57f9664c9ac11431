/// Times of day, with the day they name themselves.
///
/// EXAMPLE [5 p.m.], [17:00], [17h30], [3 p.m. Beijing time], [3 p.m. ET], [10 a.m. EST Friday], [noon Thursday], [midnight]
/// COUNTER 3-1 won the match
extension TimeScanner {
  func clockTime(at start: Int) -> TimeMatch? {
    if kind(start) == .daypart, tokens[start].value == 5 || tokens[start].value == 6 {
      if isNameOfHour(start) { return nil }
      let hour = tokens[start].value == 5 ? 12 : 24
      let (day, next) = clockDay(at: start + 1)
      return match(
        start, next, .clock(hour: hour, minute: 0, day: day), "clock-word", kind: .time)
    }
    if kind(start) == .half || kind(start) == .number || isWord(start, "quarter"),
      let past = pastHour(at: start)
    {
      return past
    }
    if let spelled = hourInWords(at: start) { return spelled }
    guard let hour = token(start), hour.form == .number, hour.count <= 4, hour.value <= 2400,
      !isOfRace(start)
    else { return nil }
    var at = start + 1
    var value = Int(hour.value)
    var minute = 0
    var hasMinute = false
    if hour.count > 2 {
      // "430pm", "0530 hrs"
      guard
        kind(at) == .clock || has(.hourMark, at: at) || hour.count == 4 && isMilitary(start, at),
        value % 100 < 60
      else { return nil }
      minute = value % 100
      value /= 100
      hasMinute = true
    } else if let minutes = minutesBehindHour(at) {
      minute = minutes
      hasMinute = true
      at += 2
    } else if isMark(at, ":") || isMark(at, "."), let minutes = token(at + 1),
      minutes.form == .number, minutes.count == 2, !minutes.isSpaced, minutes.value < 60
    {
      minute = Int(minutes.value)
      hasMinute = isMark(at, ":") || hour.count == 2 && isPlacedStop(start, at + 2)
      at += 2
    }
    guard value <= 24 else { return nil }
    let isMarked = kind(at) == .clock
    if isMarked {
      let isAfternoon = tokens[at].value == 12
      value = value % 12 + (isAfternoon ? 12 : 0)
      at += isMark(at + 1, ".") && tokens[at].count == 3 ? 2 : 1
    } else if hasMinute, has(.hourMark, at: at) {
      at += 1
    } else if isWord(at, "o"), token(at + 1)?.form == .mark, isWord(at + 2, "clock") {
      at += 3
    } else if !hasMinute && !isHourOfDaypart(start, at)
      || hour.count == 1 && !isPlacedClock(start, at)
    {
      return nil
    }
    if !isMarked, value < 12, let afternoon = behindDaypart(at) {
      value += afternoon ? 12 : 0
      if let behind = behindNamedDaypart(at) { at = behind }
    }
    let (day, next) = clockDay(at: at)
    return match(start, next, .clock(hour: value, minute: minute, day: day), "clock", kind: .time)
  }

  /// "at 17.30 on Friday", "from 09.15 today": a day behind it makes a time of an amount.
  private func isPlacedStop(_ start: Int, _ behind: Int) -> Bool {
    guard has(.clockPreposition, at: start - 1), !has(.tradingVerb, at: start - 2),
      tokens[start].value < 24
    else { return false }
    if kind(behind) == .deictic { return true }
    guard isWord(behind, "on") else { return false }
    return kind(behind + 1) == .weekday || kind(behind + 1) == .month
      || dayOfMonth(behind + 1).map { kind($0.next) == .month } ?? false
  }

  /// "30" in "17h30".
  private func minutesBehindHour(_ at: Int) -> Int? {
    guard isWord(at, "h"), token(at)?.isSpaced == false, let minutes = token(at + 1),
      minutes.form == .number, minutes.count == 2, !minutes.isSpaced, minutes.value < 60,
      token(at + 2)?.isSpaced ?? true || isClauseEnd(at + 2)
    else { return nil }
    return Int(minutes.value)
  }

  /// "Eastern", "ET", "Beijing time", "Eastern Standard Time" behind a clock time.
  private func afterZone(_ at: Int) -> Int? {
    guard let zone = token(at), zone.form == .word, zone.isCapital, zone.isSpaced else {
      return nil
    }
    for noun in at + 1...at + 2 where isWord(noun, "time") {
      let isWhole =
        noun == at + 1 || isWord(at + 1, "standard") || isWord(at + 1, "daylight")
        || isWord(at + 1, "summer")
      return isWhole && zone.kind == .none ? noun + 1 : nil
    }
    guard has(.zoneName, at: at), token(at + 1)?.isCapital != true || kind(at + 1) == .weekday
    else { return nil }
    return zone.count > 2 || isShouted(at) ? at + 1 : nil
  }

  /// "finished in 2:08:57", "a record of 2:18:11": how long a race took.
  func raceTime(at start: Int) -> TimeMatch? {
    guard isWord(start - 1, "in") || isWord(start - 1, "of"), let hours = token(start),
      hours.count == 1, isMark(start + 1, ":"), isMark(start + 3, ":"),
      let minutes = token(start + 2), minutes.form == .number, minutes.count == 2,
      let seconds = token(start + 4), seconds.form == .number, seconds.count == 2,
      (start + 1...start + 4).allSatisfy({ !tokens[$0].isSpaced })
    else { return nil }
    return match(
      start, start + 5, .reference("PT\(hours.value)H\(minutes.value)M\(seconds.value)S"),
      "race-time", kind: .duration)
  }

  /// "finished in 2:08:57": minutes or seconds behind a colon that are no hour.
  private func isOfRace(_ start: Int) -> Bool {
    guard !tokens[start].isSpaced, isMark(start - 1, ":"), let before = token(start - 2) else {
      return false
    }
    return before.form == .number && !tokens[start - 1].isSpaced
  }

  /// "12 July 2021, 12pm", "May 8, 10:30": a date with the clock time close behind it.
  func withClock(_ date: TimeMatch) -> TimeMatch {
    guard case .calendar(let stated, nil) = date.reading, stated.day != nil else { return date }
    let next = date.tokens.upperBound
    if kind(next) == .daypart, (1...4).contains(tokens[next].value), isClauseEnd(next + 1) {
      return match(
        date.tokens.lowerBound, next + 1,
        .daypartOf(Int(tokens[next].value), stated, isOvernight: false), "daypart-of-date",
        kind: .time)  // "December 15 evening"
    }
    let at = isMark(next, ",") ? next + 1 : next
    guard token(at)?.form == .number, let time = clockTime(at: at),
      case .clock(let hour, let minute, nil) = time.reading
    else { return date }
    return match(
      date.tokens.lowerBound, time.tokens.upperBound,
      .clock(hour: hour, minute: minute, day: .calendar(stated)), "date-clock", kind: .time)
  }

  /// "Midnight Oil", "High Noon": a capital word that is no zone or weekday stands beside it.
  func isNameOfHour(_ start: Int) -> Bool {
    guard tokens[start].isCapital, !isShouted(start) else { return false }
    if let before = token(start - 1), before.isCapital, before.form == .word, before.kind == .none {
      return true
    }
    guard let next = token(start + 1), next.isCapital,
      next.form == .word, next.isSpaced, next.kind == .none
    else { return false }
    return !isShouted(start + 1)
  }

  /// "at 3:30", "7:15 in the evening": an hour of one digit needs a word that makes it a time.
  private func isPlacedClock(_ start: Int, _ behind: Int) -> Bool {
    if behindDaypart(behind) != nil { return true }
    return has(.clockPreposition, at: start - 1)
  }

  /// "at 4 in the morning", "by 9 at night": an hour that only the part of the day makes one.
  private func isHourOfDaypart(_ start: Int, _ behind: Int) -> Bool {
    guard tokens[start].value <= 12, tokens[start].value > 0, behind == start + 1,
      isPlacedHour(start)
    else { return false }
    return behindNamedDaypart(behind) != nil
  }

  /// Whether a preposition of time stands before an hour.
  private func isPlacedHour(_ start: Int) -> Bool {
    isWord(start - 1, "at") || isWord(start - 1, "by") || isWord(start - 1, "until")
      || isWord(start - 1, "around") || isWord(start - 1, "about") || isWord(start - 1, "since")
      || isWord(start - 1, "before") || isWord(start - 1, "after")
  }

  /// The index behind "in the morning" or "at night".
  private func behindNamedDaypart(_ at: Int) -> Int? {
    if isWord(at, "at"), isWord(at + 1, "night") { return at + 2 }
    guard isWord(at, "in"), isWord(at + 1, "the"), kind(at + 2) == .daypart,
      (1...4).contains(tokens[at + 2].value)
    else { return nil }
    return at + 3
  }

  /// Whether "in the afternoon", "in the evening" or "at night" stands there; nil without a part
  /// of the day.
  private func behindDaypart(_ at: Int) -> Bool? {
    if isWord(at, "at"), isWord(at + 1, "night") { return true }
    if isWord(at, "tonight") { return true }
    if isWord(at, "this"), kind(at + 1) == .daypart {
      return (2...4).contains(tokens[at + 1].value)
    }
    guard isWord(at, "in"), kind(at + 1) == .determiner, kind(at + 2) == .daypart else {
      return nil
    }
    return (2...4).contains(tokens[at + 2].value)
  }

  /// "1545 GMT", "at 0730 local time", "at 1700 today": four digits without a mark between them.
  private func isMilitary(_ start: Int, _ at: Int) -> Bool {
    if isWord(at, "gmt") || isWord(at, "utc") { return true }
    guard start > 0 else { return false }
    let isPlaced = has(.clockPreposition, at: start - 1) || isWord(start - 1, "from")
    if isPlaced, bytes[Int(tokens[start].begin)] == 0x30 { return true }  // "at 0500"
    if isHourOfRange(start) { return true }
    guard isWord(start - 1, "at") else { return false }
    return isWord(at, "local") || kind(at) == .deictic
      || isWord(at, "on")
        && (kind(at + 1) == .weekday || dayOfMonth(at + 1) != nil || kind(at + 1) == .month)
  }

  /// "from 1710 to 2250": two numbers of which one is an hour and no year.
  private func isHourOfRange(_ start: Int) -> Bool {
    let isFirst = isWord(start - 1, "from") && isWord(start + 1, "to")
    let isSecond = isWord(start - 1, "to") && start > 2 && isWord(start - 3, "from")
    guard isFirst || isSecond else { return false }
    let pair = isFirst ? [start, start + 2] : [start - 2, start]
    let isPair = pair.allSatisfy {
      guard let token = token($0) else { return false }
      return token.form == .number && token.count == 4 && token.value <= 2400
        && token.value % 100 < 60
    }
    return isPair && pair.contains { tokens[$0].value >= 2200 || tokens[$0].value < 1000 }
  }

  /// "ten o'clock", "nine this morning", "eight tonight".
  private func hourInWords(at start: Int) -> TimeMatch? {
    guard kind(start) == .number, (1...12).contains(tokens[start].value) else { return nil }
    if isWord(start + 1, "this") || isWord(start + 1, "tonight"),
      let isAfternoon = behindDaypart(start + 1)
    {
      let (day, next) = clockDay(at: start + 1)
      let hour = Int(tokens[start].value) % 12 + (isAfternoon ? 12 : 0)
      return match(start, next, .clock(hour: hour, minute: 0, day: day), "clock", kind: .time)
    }
    if start > 0, isWord(start - 1, "at"), kind(start + 1) == .number,
      [10, 15, 20, 30, 40, 45, 50].contains(tokens[start + 1].value),
      kind(start + 2) != .unit, kind(start + 2) != .units
    {
      // "at two thirty", "at ten fifteen this morning"
      let isMarked = kind(start + 2) == .clock
      let behind = isMarked ? start + 3 : start + 2
      let isAfternoon = isMarked ? tokens[start + 2].value == 12 : behindDaypart(behind) ?? false
      let (day, next) = clockDay(at: behind)
      return match(
        start, next,
        .clock(
          hour: Int(tokens[start].value) % 12 + (isAfternoon ? 12 : 0),
          minute: Int(tokens[start + 1].value), day: day), "clock", kind: .time)
    }
    guard isWord(start + 1, "o"),
      token(start + 2)?.form == .mark, isWord(start + 3, "clock")
    else { return nil }
    let (day, next) = clockDay(at: start + 4)
    return match(
      start, next, .clock(hour: Int(tokens[start].value), minute: 0, day: day), "clock", kind: .time
    )
  }

  /// "ten past four", "twenty to nine in the evening"; "half past two" begins with "half".
  func pastHour(at start: Int) -> TimeMatch? {
    var minute: Int
    var at = start + 1
    if kind(start) == .half || isWord(start, "quarter") {
      minute = kind(start) == .half ? 30 : 15
    } else if kind(start) == .number, [5, 10, 20, 25].contains(tokens[start].value) {
      minute = Int(tokens[start].value)
      if isWord(at, "minutes") { at += 1 }
    } else {
      return nil
    }
    let isBefore = isWord(at, "to")
    guard isWord(at, "past") || isBefore && minute != 30 && start > 0 && isWord(start - 1, "at")
    else { return nil }
    guard kind(at + 1) == .number, (1...12).contains(tokens[at + 1].value),
      kind(at + 2) != .unit, kind(at + 2) != .units
    else { return nil }
    var hour = Int(tokens[at + 1].value) % 12
    if behindDaypart(at + 2) == true { hour += 12 }
    if isBefore {
      hour = (hour + 23) % 24
      minute = 60 - minute
    }
    let (day, next) = clockDay(at: at + 2)
    return match(start, next, .clock(hour: hour, minute: minute, day: day), "clock", kind: .time)
  }

  /// "the next day", "the following morning", "the same day".
  private func toldDay(_ at: Int) -> (offset: Int, next: Int)? {
    guard isWord(at, "the"), isWord(at + 2, "day") || kind(at + 2) == .daypart else { return nil }
    if isWord(at + 1, "next") || isWord(at + 1, "following") { return (1, at + 3) }
    return isWord(at + 1, "same") ? (0, at + 3) : nil
  }

  /// The zone and the day behind a clock time, with the index behind both; a day behind "on" is
  /// an expression of its own.
  private func clockDay(at start: Int) -> (ClockDay?, Int) {
    var at = start
    if let zone = token(at), zone.form == .word, zone.isCapital, (3...4).contains(zone.count),
      bytes[Int(zone.end) - 1] &- 0x41 < 26, zone.kind == .none
    {
      at += 1
    } else if let behind = afterZone(at) {
      at = behind
    } else if isMark(at, "("), let zone = token(at + 1), zone.isCapital, isMark(at + 2, ")"),
      isShouted(at + 1), has(.zoneName, at: at + 1) || zone.kind == .none && zone.count == 3
    {
      at += 3  // "3 p.m. (ET)"
    }
    if isMark(at, "+"), token(at)?.isSpaced == false, token(at + 1)?.form == .number {
      at += 2  // "15:00 UTC+3"
    }
    if isWord(at, "local"), isWord(at + 1, "time") { at += 2 }
    let behindZone = at
    if isMark(at, ",") { at += 1 }
    let isApart = isWord(at, "on")
    if isApart { at += 1 }
    if kind(at) == .weekday, let date = calendarDate(at: at),
      case .calendar(let stated, _) = date.reading, stated.day != nil
    {
      return (.calendar(stated), isApart ? behindZone : date.tokens.upperBound)
    }
    if let told = toldDay(at) { return (.told(offset: told.offset), told.next) }
    if kind(at) == .weekday, tokens[at].isCapital {
      return (.weekday(Int(tokens[at].value)), isApart ? behindZone : at + 1)
    }
    if isWord(at, "this"), kind(at + 1) == .daypart, tokens[at + 1].value <= 4 {
      return (.offset(0), at + 2)
    }
    if kind(at) == .deictic, tokens[at].value <= 10 {
      return (.offset(tokens[at].value == 10 ? 0 : Int(tokens[at].value)), at + 1)
    }
    if token(at) != nil, let date = calendarDate(at: at),
      case .calendar(let stated, _) = date.reading,
      stated.day != nil
    {
      return (.calendar(stated), isApart ? behindZone : date.tokens.upperBound)
    }
    return (nil, behindZone)
  }
}
