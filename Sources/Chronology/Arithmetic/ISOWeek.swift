/// A week from Monday to Sunday, numbered in its own year.
///
///     ISOWeek(holding: 2018-12-31)              // 2019-W01
///     ISOWeek(year: 2018, week: 16)?.span       // 2018-04-16 to 2018-04-22
///
/// Source: ISO 8601-1:2019, 4.2.2 and 5.2.4: week 1 is the one that holds the first Thursday.
public struct ISOWeek: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The year the week is counted in, which can differ from the year of its first or last days.
  public let year: Int
  /// The number, 1 to 53.
  public let week: Int

  /// The week of that number, or nil when the year has no such week.
  public init?(year: Int, week: Int) {
    guard week >= 1, week <= ISOWeek.count(inYear: year) else { return nil }
    self.year = year
    self.week = week
  }

  /// The week that holds the day.
  public init(holding day: CivilDay) {
    let thursday = day.advanced(by: 4 - day.weekday)
    year = thursday.year
    week = CivilDay(validYear: year, month: 1, day: 1).distance(to: thursday) / 7 + 1
  }

  /// The Monday with which the week begins.
  public var monday: CivilDay {
    CivilDay(validYear: year, month: 1, day: 4).onOrBefore(weekday: 1).advanced(by: (week - 1) * 7)
  }

  /// The seven days, inclusive.
  public var span: DaySpan { DaySpan(earliest: monday, latest: monday.advanced(by: 6)) }

  /// The day of the week with that number, 1 Monday to 7 Sunday.
  public func day(weekday: Int) -> CivilDay { monday.advanced(by: weekday - 1) }

  /// The week that many weeks later.
  public func advanced(by weeks: Int) -> ISOWeek {
    ISOWeek(holding: monday.advanced(by: weeks * 7))
  }

  /// How many weeks the year has: 52 or 53.
  public static func count(inYear year: Int) -> Int {
    // 28 December always lies in the last week.
    ISOWeek(holding: CivilDay(validYear: year, month: 12, day: 28)).week
  }

  /// Orders weeks from past to future.
  public static func < (left: ISOWeek, right: ISOWeek) -> Bool {
    (left.year, left.week) < (right.year, right.week)
  }

  /// The ISO text, `2018-W16`.
  public var description: String {
    "\(CivilDay.text(ofYear: year))-W\(CivilDay.padded(week, 2))"
  }
}

extension CivilDay {
  /// The ISO week that holds the day.
  public var isoWeek: ISOWeek { ISOWeek(holding: self) }
}
