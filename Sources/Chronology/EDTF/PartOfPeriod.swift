/// The beginning, middle or end of a calendar period, as people say "early April" or "mid-2016".
///
/// A month: days 1 to 10, 11 to 20, 21 to its end. A year: January to April, May to August,
/// September to December. A decade: years 0 to 3, 4 to 6, 7 to 9. A century: its thirds, in
/// the years 0 to 33, 34 to 66, 67 to 99.
public struct PartOfPeriod: Sendable, Hashable {
  /// Which part.
  public enum Part: String, Sendable, Hashable, CaseIterable {
    /// The beginning.
    case early
    /// The middle.
    case mid
    /// The end.
    case late
  }

  /// What is divided.
  public enum Period: Sendable, Hashable {
    /// A month of a year.
    case month(Int, year: Int)
    /// A year.
    case year(Int)
    /// The ten years that begin with this one.
    case decade(Int)
    /// The hundred years that begin with this one.
    case century(Int)
  }

  /// Which part.
  public var part: Part
  /// Of what.
  public var period: Period

  /// A part of a period.
  public init(_ part: Part, of period: Period) {
    self.part = part
    self.period = period
  }

  /// How fine the date is: the period's own granularity.
  public var granularity: DateGranularity {
    switch period {
    case .month: .month
    case .year: .year
    case .decade: .decade
    case .century: .century
    }
  }

  /// The days of the part, inclusive.
  public var span: DaySpan {
    switch period {
    case .month(let month, let year):
      let last = CivilDay.length(ofMonth: month, year: year)
      let days = [.early: (1, 10), .mid: (11, 20), .late: (21, last)][part] ?? (1, last)
      return DaySpan(
        earliest: CivilDay(validYear: year, month: month, day: days.0),
        latest: CivilDay(validYear: year, month: month, day: days.1))
    case .year(let year):
      let months = [.early: (1, 4), .mid: (5, 8), .late: (9, 12)][part] ?? (1, 12)
      return DaySpan(
        earliest: DaySpan.month(months.0, year: year).earliest,
        latest: DaySpan.month(months.1, year: year).latest)
    case .decade(let year): return years(year, [.early: (0, 3), .mid: (4, 6), .late: (7, 9)])
    case .century(let year): return years(year, [.early: (0, 33), .mid: (34, 66), .late: (67, 99)])
    }
  }

  private func years(_ first: Int, _ parts: [Part: (Int, Int)]) -> DaySpan {
    let offsets = parts[part] ?? (0, 0)
    return DaySpan(
      earliest: DaySpan.year(first + offsets.0).earliest,
      latest: DaySpan.year(first + offsets.1).latest)
  }

  /// The EDTF text: one of the days, months or years of the part.
  ///
  ///     PartOfPeriod(.early, of: .month(4, year: 2018)).edtf   // [2018-04-01..2018-04-10]
  ///     PartOfPeriod(.mid, of: .year(2016)).edtf               // [2016-05..2016-08]
  public var edtf: String {
    guard let first = span.earliest, let last = span.latest else { return "" }
    let digits: Int
    switch period {
    case .month: digits = 10
    case .year: digits = 7
    case .decade, .century: digits = 4
    }
    let sign = first.year < 0 ? 1 : 0
    return "[\(first.description.prefix(digits + sign))..\(last.description.prefix(digits + sign))]"
  }
}

extension EDTF {
  /// The part of a period that a one-of-a-set spells out, or nil when it is none.
  public var partOfPeriod: PartOfPeriod? {
    guard case .oneOf(let members) = content, members.count == 1, let member = members.first,
      let first = member.first, let last = member.last, first != last,
      let start = span.earliest, let end = span.latest
    else { return nil }
    let periods: [PartOfPeriod.Period]
    switch (first.granularity, last.granularity) {
    case (.day, .day): periods = [.month(start.month, year: start.year)]
    case (.month, .month): periods = [.year(start.year)]
    case (.year, .year):
      guard start.year > 0 else { return nil }
      let decade = start.year - remainder(start.year, 10)
      let century = start.year - remainder(start.year, 100)
      periods = [.decade(decade), .century(century)]
    default: return nil
    }
    for period in periods {
      for part in PartOfPeriod.Part.allCases {
        let candidate = PartOfPeriod(part, of: period)
        if candidate.span == DaySpan(earliest: start, latest: end) { return candidate }
      }
    }
    return nil
  }

  private func remainder(_ number: Int, _ divisor: Int) -> Int {
    let rest = number % divisor
    return rest < 0 ? rest + divisor : rest
  }
}
