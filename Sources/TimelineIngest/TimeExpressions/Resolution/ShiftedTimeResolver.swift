import Chronology
import TimelineModel

/// Dates counted from another: "three years ago", "two weeks later", "last October".
extension TimeResolver {
  /// "about two years ago", "more than a month ago": a date that is not that exact.
  func about(_ date: EventDate, _ phrase: String) -> EventDate {
    guard let text = date.edtf?.description,
      var found = Self.date(text + "~", inferred: date.inferred, phrase: phrase, modifier: nil)
    else { return date }
    found.approximate = true
    return found
  }

  /// The day in focus, from which "the following summer" and "the previous May" count.
  private func focusDay(_ match: TimeMatch) -> CivilDay? {
    let isFocused = match.tokens.contains {
      scanner.isWord($0, "following") || scanner.isWord($0, "previous")
        || scanner.isWord($0, "preceding")
    }
    guard isFocused, let focus = clock.focus, let year = focus.year else { return nil }
    let season = focus.season.flatMap { (21...24).contains($0) ? ($0 - 20) * 3 : nil }
    return CivilDay(year: year, month: focus.month ?? season ?? 1, day: focus.day ?? 1)
  }

  mutating func named(
    _ stated: StatedDate, _ offset: Int, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    guard let anchor = focusDay(match) ?? clock.speakersDay else {
      return Resolved(value: stated.timex, isRelative: true)
    }
    var full = stated
    let month = stated.month ?? [3, 6, 9, 12][((stated.season ?? 21) - 21) % 4]
    full.year = anchor.year
    // "last Oct. 19" may be of the month that runs; "last October" is not.
    let isWithin = month == anchor.month && stated.day != nil
    // Nor is "last spring" the one that runs.
    let isRunning = stated.season != nil && month <= anchor.month && anchor.month < month + 3
    let isBefore =
      isWithin ? (stated.day ?? 1) < anchor.parts.day : month < anchor.month && !isRunning
    let isAfter = isWithin ? (stated.day ?? 1) > anchor.parts.day : month > anchor.month
    if offset < 0, !isBefore { full.year = anchor.year - 1 }
    if offset > 0, !isAfter { full.year = anchor.year + 1 }
    clock.see(full)
    let date = full.edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: match.modifier)
    }
    return Resolved(value: full.timex, date: date, isRelative: true)
  }

  mutating func shifted(
    _ unit: TimeUnit, _ count: Int, _ fromNarrative: Bool, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    // In news "a year earlier" compares with the period that is reported.
    let isDistant =
      if let told = clock.focus?.year, let published = clock.published?.year {
        abs(told - published) > 2
      } else { false }
    let isTold = clock.isHistory || clock.entry != nil
    let isComparison = unit == .year && abs(count) == 1 && !isTold && !isDistant
    let isTooCoarse =
      !isTold && unit.rawValue < TimeUnit.quarter.rawValue && clock.focus?.month == nil
      && count < 0 && !isDistant
    let narrative = fromNarrative && !isComparison && !isTooCoarse ? clock.focus : nil
    countedFrom = narrative?.edtf
    let narrativeDay = narrative.flatMap { focus -> CivilDay? in
      focus.year.flatMap { CivilDay(year: $0, month: focus.month ?? 1, day: focus.day ?? 1) }
    }
    // "Twenty years ago" counts from the publication in a history too.
    let spoken = !fromNarrative && count < 0 && clock.entry == nil ? clock.published : nil
    guard let anchor = narrativeDay ?? spoken ?? clock.day else {
      return Resolved(value: count < 0 ? "PAST_REF" : "FUTURE_REF", isRelative: true)
    }
    // "three weeks later" without a date before it counts from an event, not from the publication.
    if fromNarrative, count > 0, clock.focus == nil {
      if unit.rawValue < TimeUnit.day.rawValue, let day = dayInFocus(match) {
        return Resolved(value: day.description + "TXX", isRelative: true)
      }
      return Resolved(value: "FUTURE_REF", isRelative: true)
    }
    if fromNarrative, count > 0, !clock.isHistory, clock.entry == nil,
      let published = clock.published,
      unit.rawValue >= TimeUnit.day.rawValue, direction.direction(around: match.tokens) < 0,
      let days = Self.days(unit), anchor.advanced(by: days * count) > published.advanced(by: days)
    {
      // "lifted them two months later" cannot lie ahead: it counts from an event without a date.
      return Resolved(value: "FUTURE_REF", isRelative: true)
    }
    let isExact =
      narrativeDay == nil
      ? spoken != nil && !clock.lacks(.day) || clock.isExact : narrative?.day != nil
    if narrativeDay == nil, clock.lacks(unit) {
      return Resolved(value: count < 0 ? "PAST_REF" : "FUTURE_REF", isRelative: true)
    }
    if unit == .month || unit == .quarter, let year = narrative?.year, narrative?.month == nil,
      let found = monthsFrom(year, unit == .month ? count : count * 3, phrase)
    {
      return found
    }
    if !isExact, let focus = narrative, let found = daysFrom(focus, unit, count, phrase) {
      return found
    }
    switch unit {
    case .second, .minute, .hour:
      return Resolved(value: anchor.description + "TXX", isRelative: true)
    case .day:
      guard isExact else { break }
      return day(anchor.advanced(by: count), phrase, [.day])
    case .week, .fortnight:
      guard isExact else { break }
      let weeks = unit == .fortnight ? count * 2 : count
      var found = week(anchor.advanced(by: weeks * 7), phrase, nil)
      found.date?.approximate = true
      return found
    case .month:
      let day = anchor.advanced(byMonths: count)
      return approximate(StatedDate(year: day.year, month: day.month), phrase)
    case .quarter:
      let day = anchor.advanced(byMonths: count * 3)
      return approximate(StatedDate(year: day.year, season: 33 + (day.month - 1) / 3), phrase)
    case .year:
      if abs(count) == 1, let month = monthCompared(match), let year = month.year {
        countedFrom = month.edtf
        return approximate(StatedDate(year: year + count, month: month.month), phrase)
      }
      if abs(count) == 1, reportsQuarter(match) { return focusedQuarter(count, phrase) }
      return approximate(StatedDate(year: anchor.year + count), phrase)
    case .decade: return approximate(StatedDate(year: anchor.year + count * 10), phrase)
    case .century: return approximate(StatedDate(year: anchor.year + count * 100), phrase)
    case .quarterCentury: return approximate(StatedDate(year: anchor.year + count * 25), phrase)
    default: break
    }
    return Resolved(value: count < 0 ? "PAST_REF" : "FUTURE_REF", isRelative: true)
  }

  /// About how many days a unit has; nil for those of the clock.
  private static func days(_ unit: TimeUnit) -> Int? {
    switch unit {
    case .day: 1
    case .week: 7
    case .fortnight: 14
    case .month: 30
    case .quarter: 91
    case .year: 365
    default: nil
    }
  }

  private mutating func approximate(_ stated: StatedDate, _ phrase: String) -> Resolved {
    let date = stated.edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: nil)
    }
    clock.see(stated)
    return Resolved(value: stated.timex, date: date, isRelative: true)
  }
}
