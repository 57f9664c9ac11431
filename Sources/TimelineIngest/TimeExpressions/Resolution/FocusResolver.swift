import Chronology
import TimelineModel

/// What is counted from the date in focus rather than from the publication: "that year", "the
/// following month", "the last week of August".
extension TimeResolver {
  /// "October of that year", "this year's third quarter".
  mutating func inYear(
    _ stated: StatedDate, _ year: NamedYear, _ part: PartOfPeriod.Part?, _ match: TimeMatch,
    _ phrase: String
  ) -> Resolved {
    var full = stated
    switch year {
    case .offset(0) where yearOfSentence(match) != nil: full.year = yearOfSentence(match)
    case .offset(let offset):
      full.year = (clock.speakersDay?.year ?? clock.focus?.year).map { $0 + offset }
    case .focus:
      full.year = yearOfThat(full, match) ?? clock.focus?.year ?? clock.day?.year
      countedFrom = clock.focus?.edtf
    }
    if case .offset(let offset) = year, let found = fiscalPart(full, offset, match, phrase) {
      return found
    }
    return inferred(full, part, match, phrase)
  }

  /// "the 1989 period": the quarter in focus of that year, or the year.
  mutating func focusedPeriod(_ year: Int, isQuarter: Bool, _ phrase: String) -> Resolved {
    // Without a quarter named before, a report is about the last full one.
    var stated = clock.quarter ?? StatedDate(year: year)
    if clock.quarter == nil, isQuarter, let day = clock.day {
      stated = StatedDate(season: 33 + (day.advanced(byMonths: -3).month - 1) / 3)
    }
    stated.year = year
    let date = stated.edtf.flatMap {
      Self.date($0, inferred: [], phrase: phrase, modifier: nil)
    }
    return Resolved(value: stated.timex, date: date, isRelative: true)
  }

  /// "the same period last year": the quarter that a report is about, or the month or week in focus,
  /// of another year; the year where none is.
  mutating func samePeriod(
    _ unit: TimeUnit, _ offset: Int, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let isNamed = scanner.isWord(match.tokens.lowerBound + 2, "quarter")
    switch unit {
    case .quarter where clock.quarter != nil || isNamed: return focusedQuarter(offset, phrase)
    case .month:
      guard let focus = reported?.month ?? clock.focus, let month = focus.month,
        let year = focus.year
      else { break }
      let stated = StatedDate(year: year + offset, month: month)
      countedFrom = focus.edtf
      let date = stated.edtf.flatMap {
        Self.date($0, inferred: [.year], phrase: phrase, modifier: nil)
      }
      return Resolved(value: stated.timex, date: date, isRelative: true)
    case .week where clock.day != nil:
      if let day = clock.day { return week(day.advanced(by: offset * 364), phrase, nil) }
    default: break
    }
    return relative(.year, offset, nil, match, phrase)
  }

  /// "the year", "that day", "the following month": counted from the date in focus.
  mutating func focusedUnit(
    _ unit: TimeUnit, _ offset: Int, _ part: PartOfPeriod.Part?, _ match: TimeMatch,
    _ phrase: String
  ) -> Resolved {
    var focus = clock.focus ?? clock.publishedStated
    if let published = clock.publishedStated, let found = focus,
      unit.rawValue < TimeUnit.month.rawValue && found.day == nil
        || unit == .month && found.month == nil
    {
      focus = published  // a quarter in focus has no day that "that day" could mean
    }
    if focus != clock.publishedStated { countedFrom = focus?.edtf }
    guard var focus, var year = focus.year else {
      let unknown = unit == .day ? "XXXX-XX-XX" : unit == .week ? "XXXX-WXX" : "XXXX"
      return Resolved(value: unknown, isRelative: true)
    }
    switch unit {
    case .day:
      guard let month = focus.month, let day = focus.day,
        let anchor = CivilDay(year: year, month: month, day: day)
      else { return Resolved(value: "XXXX-XX-XX", isRelative: true) }
      return self.day(anchor.advanced(by: offset), phrase, [.day])
    case .week, .fortnight:
      guard let month = focus.month, let day = focus.day,
        let anchor = CivilDay(year: year, month: month, day: day)
      else { return Resolved(value: "XXXX-WXX", isRelative: true) }
      return week(anchor.advanced(by: offset * 7), phrase, match.modifier)
    case .month:
      if offset != 0, let reported, match.tokens.lowerBound - reported.behind < Self.reach {
        focus = reported.month
        year = focus.year ?? year
        countedFrom = focus.edtf
      }
      guard let month = focus.month else { return Resolved(value: "XXXX-XX", isRelative: true) }
      let total = year * 12 + month - 1 + offset
      return inferred(
        StatedDate(year: total / 12, month: total % 12 + 1), part, match, phrase)
    case .quarter:
      guard offset != 0, let quarter = clock.quarter, let season = quarter.season,
        let first = quarter.year
      else { return focusedQuarter(0, phrase) }
      let total = first * 4 + season - 33 + offset
      return inferred(
        StatedDate(year: total / 4, season: 33 + total % 4), part, match, phrase)
    case .year: return inferred(StatedDate(year: year + offset), part, match, phrase)
    case .decade:
      return inferred(
        StatedDate(years: (year / 10 * 10 + offset * 10, 10)), part, match, phrase)
    case .century:
      return inferred(
        StatedDate(years: (year / 100 * 100 + offset * 100, 100)), part, match, phrase)
    default: return Resolved(value: "XXXX", isRelative: true)
    }
  }

  /// A date whose year comes from the context; it becomes the one in focus.
  mutating func inferred(
    _ stated: StatedDate, _ part: PartOfPeriod.Part?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    clock.see(stated)
    let edtf = part.flatMap { Self.edtf($0, of: stated) } ?? stated.edtf
    let date = edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: match.modifier)
    }
    return Resolved(value: stated.timex, date: date, isRelative: true)
  }

  /// "the last week of August", "the first two weeks of February 1951", "the second week of May".
  ///
  /// Weeks are counted as seven days from the month's edge.
  mutating func slice(
    _ unit: TimeUnit, _ count: Int, _ period: StatedDate, _ edge: PartOfPeriod.Part,
    _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let found = calendar(period, nil, match, phrase)
    let value = unit.length(String(max(count, 1)))
    guard let span = found.date?.span, let first = span.earliest, let last = span.latest else {
      return Resolved(value: value)
    }
    let length = unit == .week ? 7 : 1
    let days = max(count, 1) * length
    let from: CivilDay
    if count < 0 {
      from = first.advanced(by: (-count - 1) * length)
    } else {
      from = edge == .late ? last.advanced(by: 1 - days) : first
    }
    let to = from.advanced(by: days - 1)
    let date = Self.date(
      "\(from)/\(to)", inferred: found.date?.inferred ?? [], phrase: phrase, modifier: nil)
    return Resolved(value: value, date: date, isRelative: found.isRelative)
  }
}

/// Days counted from another, and parts of days.
extension TimeResolver {
  /// "two weeks from next Tuesday": the weekday is the next one.
  mutating func counted(_ unit: TimeUnit, _ count: Int, _ from: ClockDay, _ phrase: String)
    -> Resolved
  {
    guard clock.isExact, let anchor = clock.day else {
      return Resolved(value: "FUTURE_REF", isRelative: true)
    }
    let start: CivilDay
    switch from {
    case .offset(let offset): start = anchor.advanced(by: offset)
    case .weekday(let number):
      start = anchor.advanced(by: (number - anchor.weekday + 6) % 7 + 1)
    case .calendar, .told: start = anchor
    }
    switch unit {
    case .day: return day(start.advanced(by: count), phrase, [.day])
    case .week, .fortnight:
      return day(start.advanced(by: count * (unit == .week ? 7 : 14)), phrase, [.day])
    case .month: return day(start.advanced(byMonths: count), phrase, [.day])
    case .year: return day(start.advanced(byMonths: count * 12), phrase, [.day])
    default: return Resolved(value: "FUTURE_REF", isRelative: true)
    }
  }

  /// "the day before last Tuesday": a day counted from the one that the rest of the phrase names.
  mutating func dayBeside(
    _ offset: Int, _ reading: TimeReading, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let found = read(reading, in: match, phrase)
    guard let day = found.date?.span.earliest, found.date?.span.latest == day else { return found }
    return self.day(day.advanced(by: offset), phrase, [.day])
  }

  /// "Friday of last week", "Wednesday of that week".
  mutating func weekdayOfWeek(
    _ number: Int, _ week: Int?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    guard let anchor = week == nil ? dayInFocus(match) : clock.weekdaysDay else {
      return Resolved(value: "XXXX-WXX-\(number)", isRelative: true)
    }
    return day(anchor.advanced(by: (week ?? 0) * 7 + number - anchor.weekday), phrase, [.day])
  }

  /// "the 20th of last month"; "of the month" is that of the publication, or of the date in focus.
  mutating func dayOfMonth(_ number: Int, _ offset: Int, _ match: TimeMatch, _ phrase: String)
    -> Resolved
  {
    let unknown = Resolved(value: "XXXX-XX-\(CivilDay.twoDigits(number))", isRelative: true)
    guard let anchor = clock.day, !clock.isHistory || clock.focus?.month != nil else {
      return unknown
    }
    let month = anchor.advanced(byMonths: offset)
    guard let day = CivilDay(year: month.year, month: month.month, day: number) else {
      return unknown
    }
    return self.day(day, phrase, [.month, .year])
  }

  /// "Tuesday week" is a week after the next Tuesday, "a week ago Friday" a week before the last
  /// Friday.
  mutating func weekdayBeside(_ number: Int, _ weeks: Int, _ phrase: String) -> Resolved {
    guard clock.isExact, let anchor = clock.day else {
      return Resolved(value: "XXXX-WXX-\(number)", isRelative: true)
    }
    let back = (anchor.weekday - number + 7) % 7
    let near = weeks < 0 ? -back : back == 0 ? 0 : 7 - back
    return day(anchor.advanced(by: near + weeks * 7), phrase, [.day])
  }

  /// "the first half of May": its days up to the fifteenth.
  mutating func halfOfMonth(
    _ month: StatedDate, _ isSecond: Bool, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    var found = calendar(month, nil, match, phrase)
    guard let first = found.date?.span.earliest, let last = found.date?.span.latest else {
      return found
    }
    let middle = first.advanced(by: 14)
    found.date = Self.date(
      isSecond ? "[\(middle.advanced(by: 1))..\(last)]" : "[\(first)..\(middle)]",
      inferred: found.date?.inferred ?? [], phrase: phrase, modifier: match.modifier)
    return found
  }

  /// "the turn of the century": the years around its beginning; without a name the turn before the
  /// anchor, or the one that lies less than a generation ahead of a history.
  mutating func turnOfCentury(_ first: Int?, _ match: TimeMatch, _ phrase: String) -> Resolved {
    guard let year = first ?? clock.day?.year ?? clock.focus?.year else {
      return Resolved(value: "XX", isRelative: true)
    }
    let isAhead = first == nil && clock.isHistory && year % 100 >= 80
    let turn = first ?? (year / 100 + (isAhead ? 1 : 0)) * 100
    let text = CivilDay.fourDigits(turn)
    return Resolved(
      value: String(text.prefix(2)),
      date: Self.date(
        text + "~", inferred: first == nil ? [.year] : [], phrase: phrase,
        modifier: match.modifier), isRelative: first == nil)
  }

  /// "the last quarter of the 19th century".
  mutating func yearsOfCentury(_ first: Int, _ last: Int, _ phrase: String) -> Resolved {
    let date = Self.date(
      "\(CivilDay.fourDigits(first))/\(CivilDay.fourDigits(last))", phrase: phrase, modifier: nil)
    let digits = last - first < 9 ? 3 : 2
    return Resolved(value: String(CivilDay.fourDigits(first).prefix(digits)), date: date)
  }

  /// "the first Tuesday in November", "the last Friday of May 1990".
  mutating func ordinalWeekday(
    _ number: Int, _ ordinal: Int, _ month: StatedDate, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    let found = calendar(month, nil, match, phrase)
    guard let span = found.date?.span, let first = span.earliest, let last = span.latest else {
      return Resolved(value: found.value, isRelative: found.isRelative)
    }
    let day =
      ordinal < 0
      ? last.advanced(by: -((last.weekday - number + 7) % 7))
      : first.advanced(by: (number - first.weekday + 7) % 7 + (ordinal - 1) * 7)
    guard day <= last else { return Resolved(value: found.value, isRelative: found.isRelative) }
    let inferred = found.date?.inferred ?? []
    var resolved = self.day(day, phrase, inferred)
    resolved.isRelative = found.isRelative
    return resolved
  }

  /// "the morning of January 31".
  mutating func daypartOf(
    _ part: Int, _ stated: StatedDate, _ isOvernight: Bool, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    var found = calendar(stated, nil, match, phrase)
    if isOvernight, let day = found.date?.span.earliest, found.date?.span.latest == day {
      // "the night of 24 to 25 August": on either side of midnight.
      found.date = Self.date(
        "[\(day)..\(day.advanced(by: 1))]", inferred: found.date?.inferred ?? [], phrase: phrase,
        modifier: match.modifier)
    }
    found.value += "T" + TimeScanner.daypartCode(part)
    return found
  }
}
