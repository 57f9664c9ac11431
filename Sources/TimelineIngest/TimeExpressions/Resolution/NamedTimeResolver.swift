import Chronology
import TimelineModel

/// The dates of named days and turning points.
extension TimeResolver {
  mutating func namedTime(
    _ entry: Int?, _ year: Int?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    guard let entry else {
      // Some country's Independence Day: the year is all that is known.
      let date = year.flatMap {
        Self.date(CivilDay.fourDigits($0), phrase: phrase, modifier: nil)
      }
      return Resolved(value: year.map(CivilDay.fourDigits) ?? "XXXX", date: date)
    }
    let rule = NamedTimes.english.entries[entry].rule
    if case .past(let edtf, let value) = rule {
      var date = Self.date(edtf, phrase: phrase, modifier: nil)
      date?.approximate = edtf.utf8.count != 10
      return Resolved(value: value, date: date)
    }
    let found =
      year.map { NamedTimes.english.days(rule, year: $0).first } ?? nearest(rule, match)
    guard let found else {
      let date = year.flatMap {
        Self.date(CivilDay.fourDigits($0), phrase: phrase, modifier: nil)
      }
      return Resolved(
        value: year.map(CivilDay.fourDigits) ?? "XXXX", date: date, isRelative: year == nil)
    }
    if match.rule == "english.named-week" {
      return around(found, match, phrase, isStated: year != nil)
    }
    return named(rule, found, isStated: year != nil, phrase)
  }

  /// "Easter week" is the week of the day, "Labor Day weekend" the weekend nearest to it.
  private mutating func around(
    _ found: (first: CivilDay, last: CivilDay), _ match: TimeMatch, _ phrase: String, isStated: Bool
  ) -> Resolved {
    let isWeekend = (match.tokens).contains { scanner.isWord($0, "weekend") }
    // A day in the first half of a week has its weekend before it.
    let shift = isWeekend && found.first.weekday <= 2 ? -7 : 0
    let day = found.first.advanced(by: shift)
    let iso = day.isoWeek
    let week = "\(CivilDay.fourDigits(iso.year))-W\(CivilDay.twoDigits(iso.week))"
    let monday = day.advanced(by: 1 - day.weekday)
    // Some call the week before a Sunday by it, some the week that it opens.
    let last = monday.advanced(by: day.weekday == 7 ? 12 : 6)
    let edtf =
      isWeekend
      ? "\(monday.advanced(by: 5))/\(monday.advanced(by: 6))" : "[\(monday)..\(last)]"
    let parts = found.first.parts
    clock.see(StatedDate(year: parts.year, month: parts.month, day: parts.day))
    return Resolved(
      value: isWeekend ? week + "-WE" : week,
      date: Self.date(
        edtf, inferred: isStated ? [.day] : [.year, .day], phrase: phrase, modifier: nil),
      isRelative: !isStated)
  }

  private mutating func named(
    _ rule: NamedDayRule, _ found: (first: CivilDay, last: CivilDay), isStated: Bool,
    _ phrase: String
  ) -> Resolved {
    let isSighted =
      switch rule {
      case .islamic, .eid: true
      default: false
      }
    let days = found.first.distance(to: found.last) + 1
    var edtf = found.first.description
    var value = edtf
    if days > 2 {
      let mark = isSighted ? "~" : ""
      edtf = "\(found.first)\(mark)/\(found.last)\(mark)"
      value = CivilDay.fourDigits(found.first.year)
    } else if isSighted {
      edtf = "[\(found.first.advanced(by: -1))..\(found.first.advanced(by: 1))]"
    } else if days == 2 {
      edtf = "[\(found.first)..\(found.last)]"
    }
    // Which Eid is meant is a guess, from which nothing else is to be counted.
    if rule != .eid {
      clock.see(
        StatedDate(
          year: found.first.year, month: found.first.month, day: isSighted ? nil : found.first.day))
    }
    var date = Self.date(
      edtf, inferred: isStated ? [] : [.year], phrase: phrase,
      modifier: nil)
    if isSighted { date?.approximate = true }
    if days > 2 { value = CivilDay.fourDigits(found.first.year) }
    return Resolved(value: value, date: date, isRelative: !isStated)
  }

  /// The day nearest the publication day that the clause allows; in a history the one of the year
  /// in focus.
  private func nearest(_ rule: NamedDayRule, _ match: TimeMatch) -> (
    first: CivilDay, last: CivilDay
  )? {
    guard !clock.isHistory, let published = clock.published else {
      return clock.focus?.year.flatMap { NamedTimes.english.days(rule, year: $0).first }
    }
    let looks = direction.direction(around: match.tokens)
    let candidates = (published.year - 1...published.year + 1).flatMap {
      NamedTimes.english.days(rule, year: $0)
    }
    let verdict = direction.verdict(around: match.tokens)
    let possible = candidates.filter { verdict * distance(published, $0) >= 0 }
    return (possible.isEmpty ? candidates : possible).min { left, right in
      weight(distance(published, left), looks) < weight(distance(published, right), looks)
    }
  }

  private func distance(_ day: CivilDay, _ span: (first: CivilDay, last: CivilDay)) -> Int {
    if span.first <= day, day <= span.last { return 0 }
    return span.last < day ? -span.last.distance(to: day) : day.distance(to: span.first)
  }
}
