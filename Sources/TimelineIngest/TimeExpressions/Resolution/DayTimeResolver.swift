import Chronology
import TimelineModel

/// Parts of the day, clock times and the quarter in focus.
extension TimeResolver {
  mutating func daypart(
    _ part: Int, _ offset: Int, _ number: Int?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let code = "T" + TimeScanner.daypartCode(part)
    let isFocused =
      number == nil
      && (match.rule == "english.daypart" || match.rule == "english.bare-daypart"
        || match.rule == "english.focused-daypart")
    // A history that says "night" without an article means any night, as does "usually … at night".
    let isHabit = isFocused && direction.isHabit(match.tokens)
    if clock.isHistory && match.rule == "english.bare-daypart" || isHabit {
      return Resolved(value: "XXXX-XX-XX" + code, isRelative: true)
    }
    guard let anchor = isFocused ? dayInFocus(match) : clock.isExact ? clock.day : nil else {
      return Resolved(value: "XXXX-XX-XX" + code, isRelative: true)
    }
    let found =
      number.map { weekdayNear(anchor, $0, offset == 0 ? weekOf(match) : offset, match) }
      ?? anchor.advanced(by: offset)
    if number != nil {
      let parts = found.parts
      clock.see(StatedDate(year: parts.year, month: parts.month, day: parts.day))
    }
    let date = Self.date(found.description, inferred: [.day], phrase: phrase, modifier: nil)
    return Resolved(value: found.description + code, date: date, isRelative: true)
  }

  mutating func clockTime(
    _ hour: Int, _ minute: Int, _ named: ClockDay?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let time = "T\(CivilDay.twoDigits(hour)):\(CivilDay.twoDigits(minute))"
    var day: CivilDay?
    switch named {
    case .calendar(let stated):
      let found = calendar(stated, nil, match, phrase)
      return Resolved(value: found.value + time, date: found.date, isRelative: found.isRelative)
    case .weekday(let number):
      day = clock.isExact ? clock.day.map { weekdayNear($0, number, weekOf(match), match) } : nil
    case .offset(let offset): day = clock.isExact ? clock.day?.advanced(by: offset) : nil
    case .told(let offset): day = dayInFocus(match)?.advanced(by: offset)
    case nil:
      day = dayInFocus(match)
      // What was "shortly after midnight" on the day of publication was at its beginning.
      if hour == 24, day == clock.published,
        scanner.has(.clockPreposition, at: match.tokens.lowerBound - 1)
          || scanner.isWord(match.tokens.lowerBound - 1, "after")
          || scanner.isWord(match.tokens.lowerBound - 1, "since"),
        direction.direction(around: match.tokens) < 0
      {
        day = day?.advanced(by: -1)
      }
    }
    let date =
      named == nil
      ? nil
      : day.flatMap {
        Self.date($0.description, inferred: [.day], phrase: phrase, modifier: nil)
      }
    return Resolved(
      value: (day?.description ?? "XXXX-XX-XX") + time, date: date, isRelative: true)
  }

  /// The quarter that a results story speaks of: the last one named, else the last full one.
  mutating func focusedQuarter(_ yearOffset: Int, _ phrase: String) -> Resolved {
    var quarter = clock.quarter
    if quarter == nil, let day = clock.day {
      let last = day.advanced(byMonths: -3)
      quarter = StatedDate(year: last.year, season: 33 + (last.month - 1) / 3)
    }
    guard var stated = quarter, let year = stated.year else {
      return Resolved(value: "XXXX-QX", isRelative: true)
    }
    if yearOffset == 0 { clock.see(stated) }
    stated.year = year + yearOffset
    let date = stated.edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: nil)
    }
    return Resolved(value: stated.timex, date: date, isRelative: true)
  }
}
