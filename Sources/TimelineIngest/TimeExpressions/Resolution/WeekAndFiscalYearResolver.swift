import Chronology
import TimelineModel

/// Weeks by one of their days, and years that do not begin in January.
extension TimeResolver {
  /// Seven days that hold, open with or end with the day; the week of the calendar for "of".
  mutating func weekOf(
    _ day: TimeReading, _ edge: WeekEdge, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    var found = read(day, in: match, phrase)
    guard let date = found.date, let day = date.span.earliest, date.span.latest == day else {
      return found
    }
    let first =
      switch edge {
      case .inside: day.advanced(by: 1 - day.weekday)
      case .first: day
      case .last: day.advanced(by: -6)
      }
    let iso = first.advanced(by: 3).isoWeek
    found.value = "\(CivilDay.fourDigits(iso.year))-W\(CivilDay.twoDigits(iso.week))"
    found.date = Self.date(
      "[\(first)..\(first.advanced(by: 6))]", inferred: date.inferred, phrase: phrase,
      modifier: match.modifier)
    return found
  }

  /// "year-end", "the month's end": in news the year's last one for what was, the next for what
  /// will be.
  ///
  /// "Year-end" is a day of the books in TIMEX3; its date stays the month.
  mutating func periodEnd(
    _ unit: TimeUnit, _ part: PartOfPeriod.Part, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let start = match.tokens.lowerBound
    let isOpen = clock.isHistory || clock.day?.month == 12 || unit != .year
    let isDeadline =
      scanner.isWord(start - 1, "by") || scanner.isWord(start - 1, "until")
      || scanner.isWord(start - 1, "till") || scanner.isWord(start - 1, "before")
    let isPast = !isOpen && !isDeadline && direction.direction(around: match.tokens) < 0
    var found = relative(unit, isPast ? -1 : 0, part, match, phrase)
    let isDay =
      unit == .year && clock.day != nil && !scanner.isWord(match.tokens.upperBound - 2, "s")
    if isDay {
      let month = found.value + "-12"
      found.value = month + "-31"
      found.date = Self.date(
        month, inferred: [.year], phrase: phrase, modifier: match.modifier)
    }
    return found
  }

  /// "three months later" when only the year is known from which it counts: all of that year, so
  /// many months later.
  func monthsFrom(_ year: Int, _ months: Int, _ phrase: String) -> Resolved? {
    guard let first = CivilDay(year: year, month: 1, day: 1)?.advanced(byMonths: months),
      let last = CivilDay(year: year, month: 12, day: 1)?.advanced(byMonths: months)
    else { return nil }
    let isOneYear = first.year == last.year
    let month = { (day: CivilDay) in
      CivilDay.fourDigits(day.year) + "-" + CivilDay.twoDigits(day.month)
    }
    let value =
      isOneYear ? CivilDay.fourDigits(first.year) : months < 0 ? "PAST_REF" : "FUTURE_REF"
    return Resolved(
      value: value,
      date: Self.date(
        isOneYear ? value : "[\(month(first))..\(month(last))]", inferred: [.year], phrase: phrase,
        modifier: nil), isRelative: true)
  }

  /// "ten years ago today", "ten years ago this week", "a year ago last month": the same day, week or month of that year.
  mutating func anniversary(_ unit: TimeUnit, _ count: Int, _ match: TimeMatch, _ phrase: String)
    -> Resolved
  {
    let last = match.tokens.upperBound - 1
    guard !scanner.isWord(last, "today"), clock.isExact, let anchor = clock.day else {
      return counted(unit, count, .offset(0), phrase)
    }
    let offset = scanner.isWord(last - 1, "last") ? -1 : scanner.isWord(last - 1, "next") ? 1 : 0
    if scanner.isWord(last, "week") {
      return week(anchor.advanced(byMonths: count * 12).advanced(by: offset * 7), phrase, nil)
    }
    let day = anchor.advanced(byMonths: count * 12 + offset)
    return inferred(StatedDate(year: day.year, month: day.month), nil, match, phrase)
  }

  /// "four days later" when only the month or year is known from which it counts: any of its days,
  /// so many days later.
  func daysFrom(_ focus: StatedDate, _ unit: TimeUnit, _ count: Int, _ phrase: String) -> Resolved?
  {
    guard let year = focus.year, focus.season == nil, focus.years == nil else { return nil }
    let days: Int
    switch unit {
    case .day: days = count
    case .week: days = count * 7
    case .fortnight: days = count * 14
    default: return nil
    }
    let value = CivilDay.fourDigits(year) + (unit == .day ? "-XX-XX" : "-WXX")
    guard let month = focus.month,
      let first = CivilDay(year: year, month: month, day: 1)?.advanced(by: days),
      let last = CivilDay(year: year, month: month, day: 1)?.advanced(byMonths: 1).advanced(
        by: days - 1)
    else { return Resolved(value: value, isRelative: true) }
    let isOneYear = first.year == last.year
    return Resolved(
      value: isOneYear ? value : "XXXX" + value.dropFirst(4),
      date: Self.date(
        "[\(first)..\(last)]", inferred: [.month, .day], phrase: phrase, modifier: nil),
      isRelative: true)
  }

  /// "Friday the 13th": of the months around the publication the nearest one, by the clause, whose
  /// day of that number is that weekday.
  mutating func weekdayDay(_ weekday: Int, _ day: Int, _ match: TimeMatch, _ phrase: String)
    -> Resolved
  {
    let unknown = Resolved(value: "XXXX-XX-\(CivilDay.twoDigits(day))", isRelative: true)
    guard let anchor = clock.day else { return unknown }
    let looks = direction.direction(around: match.tokens)
    let found = (-14...14).compactMap { months -> CivilDay? in
      let month = anchor.advanced(byMonths: months)
      guard let candidate = CivilDay(year: month.year, month: month.month, day: day),
        candidate.weekday == weekday
      else { return nil }
      return candidate
    }.min { weight(anchor.distance(to: $0), looks) < weight(anchor.distance(to: $1), looks) }
    guard let found else { return unknown }
    return self.day(found, phrase, [.month, .year])
  }
}
