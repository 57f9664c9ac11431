import Chronology
import TimelineModel

/// Dates in the entries of a chronology.
extension TimeResolver {
  /// Takes note of the heading that a match stands below, before it is read.
  mutating func enter(_ match: TimeMatch) {
    let period = headings.period(at: match.tokens.lowerBound)
    guard period != self.period else { return }
    self.period = period
    clock.entry = period
  }

  /// The year of the heading above a date without one; the next when the sentence looks ahead and
  /// the month would turn back.
  func yearBelowHeading(of stated: StatedDate, _ match: TimeMatch) -> Int? {
    guard let period, let year = period.year else { return nil }
    guard let month = stated.month, let entry = clock.entry, let last = entry.month,
      entry.year == year, month < last, !scanner.opensEntry(match.tokens),
      direction.direction(around: match.tokens) > 0
    else { return year }
    return year + 1
  }

  /// "4: ..." below "March 2016".
  mutating func entryDay(_ stated: StatedDate, _ match: TimeMatch, _ phrase: String) -> Resolved {
    var found = calendar(belowHeading(stated), nil, match, phrase)
    found.date?.inferred = [.year, .month]
    found.isRelative = true
    return found
  }

  /// "4-6: ..." below "March 2016".
  mutating func entryDays(
    _ first: StatedDate, _ last: StatedDate, _ secondAt: Int, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    var found = span(belowHeading(first), belowHeading(last), secondAt, match, phrase)
    found.date?.inferred = [.year, .month]
    found.isRelative = true
    return found
  }

  private func belowHeading(_ stated: StatedDate) -> StatedDate {
    StatedDate(year: period?.year, month: period?.month, day: stated.day)
  }

  /// The year of "17 June:" at the head of an entry in a chronology that goes forward: that of the
  /// entry before, or the next when the day would turn back.
  func yearOfEntry(_ stated: StatedDate, _ match: TimeMatch, _ published: CivilDay) -> Int? {
    guard let entry, entry.isForward, scanner.opensEntry(match.tokens), let year = entry.date.year,
      let month = stated.month
    else { return nil }
    let last = (entry.date.month ?? 1) * 32 + (entry.date.day ?? 1)
    let found = month * 32 + (stated.day ?? 31) < last ? year + 1 : year
    guard found <= published.year + 1 else { return nil }
    return found
  }

  /// Remembers the date of an entry.
  mutating func noteEntry(_ match: TimeMatch, _ date: EventDate?) {
    if period != nil, scanner.opensEntry(match.tokens), let span = date?.span,
      let first = span.earliest, let last = span.latest
    {
      // What an entry tells is seen from its last day.
      let parts = last.parts
      let isOneMonth = (first.year, first.month) == (parts.year, parts.month)
      let isDays = first == last || first.distance(to: last) < 27
      clock.entry = StatedDate(
        year: parts.year, month: isOneMonth || isDays ? parts.month : nil,
        day: isDays ? parts.day : nil)
    }
    guard case .calendar(var stated, nil) = match.reading, scanner.opensEntry(match.tokens),
      let first = date?.span.earliest
    else { return }
    stated.year = first.year
    let before = entry?.date.year
    entry = (stated, before.map { $0 <= first.year } ?? true)
  }
}
