/// Dates of the tabular Islamic calendar, converted to civil days as an explicit step.
///
/// The calendar in use follows sightings of the moon, so a tabular day is right to about one day
/// either way; who prints one must say so.
///
///     IslamicCalendar.day(year: 1439, month: 9, day: 1)     // 2018-05-16: Ramadan begins
///     IslamicCalendar.days(month: 10, day: 1, inYear: 2018) // [2018-06-15]: Eid al-Fitr
///
/// Source: Richards, "Calendars", section 15.11.3, with intercalary years 2, 5, 7, 10, 13, 16, 18,
/// 21, 24, 26 and 29 of thirty and the civil epoch.
public enum IslamicCalendar {
  /// The civil day of an Islamic date, or nil when there is no such month or day.
  public static func day(year: Int, month: Int, day: Int) -> CivilDay? {
    guard (1...12).contains(month), (1...30).contains(day) else { return nil }
    let months = 29 * (month - 1) + month / 2
    let years = 354 * (year - 1) + CivilDay.floorQuotient(11 * year + 3, 30)
    return CivilDay(julianDayNumber: 1_948_439 + years + months + day)
  }

  /// The civil days of a year of the Gregorian calendar that are this day of this month; mostly one,
  /// two in a year that holds the day at both its ends.
  public static func days(month: Int, day: Int, inYear year: Int) -> [CivilDay] {
    let guess = (year - 622) * 33 / 32
    return (guess - 1...guess + 2).compactMap { islamicYear in
      IslamicCalendar.day(year: islamicYear, month: month, day: day)
    }.filter { $0.year == year }
  }
}
