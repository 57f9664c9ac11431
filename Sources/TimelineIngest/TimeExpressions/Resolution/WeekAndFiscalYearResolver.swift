import Chronology
import TimelineModel

/// Weeks by one of their days, and years that do not begin in January.
extension TimeResolver {
  /// Seven days that hold, open with or end with the day; the week of the calendar for "of".
  mutating func weekOf(
    _ stated: StatedDate, _ edge: WeekEdge, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    var found = calendar(stated, nil, match, phrase)
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

  /// Where the fiscal year begins is not stated: one named by both its years lies within them, one
  /// named by its last is about that year.
  mutating func fiscalYear(_ ending: Int, _ isNamedByBoth: Bool, _ phrase: String) -> Resolved {
    clock.see(StatedDate(year: ending))
    let last = CivilDay.fourDigits(ending)
    let edtf = isNamedByBoth ? "[\(CivilDay.fourDigits(ending - 1))..\(last)]" : "\(last)~"
    return Resolved(value: last, date: Self.date(edtf, phrase: phrase, modifier: nil))
  }
}
