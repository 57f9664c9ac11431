/// Dates of the Julian calendar, converted to and from civil days as an explicit step.
///
/// Nothing else in the program reads a date as Julian: a source that counts so (Russia before 1918,
/// Orthodox feasts) is converted where it is known to.
///
///     JulianCalendar.day(year: 1917, month: 10, day: 25)   // 1917-11-07
///
/// Source: Richards, "Calendars", section 15.11.3; years are astronomical.
public enum JulianCalendar {
  /// The civil day of a Julian date, or nil when the Julian month has no such day.
  public static func day(year: Int, month: Int, day: Int) -> CivilDay? {
    guard (1...12).contains(month), day >= 1, day <= length(ofMonth: month, year: year) else {
      return nil
    }
    // Counted from 1 March, so that the leap day ends the year; four years repeat exactly.
    let shifted = month <= 2 ? year - 1 : year
    let cycle = CivilDay.floorQuotient(shifted, 4)
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfCycle = (shifted - cycle * 4) * 365 + dayOfYear
    return CivilDay(julianDayNumber: cycle * 1_461 + dayOfCycle + 1_721_118)
  }

  /// The Julian year, month and day of a civil day.
  public static func parts(of day: CivilDay) -> (year: Int, month: Int, day: Int) {
    let days = day.julianDayNumber - 1_721_118
    let cycle = CivilDay.floorQuotient(days, 1_461)
    let dayOfCycle = days - cycle * 1_461
    let yearOfCycle = (dayOfCycle - dayOfCycle / 1_460) / 365
    let dayOfYear = dayOfCycle - yearOfCycle * 365
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = cycle * 4 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The civil day of Easter Sunday of the churches that count by the Julian calendar.
  ///
  ///     JulianCalendar.easterSunday(year: 2018)   // 2018-04-08
  ///
  /// Source: Meeus, Astronomical Algorithms, chapter 8.
  public static func easterSunday(year: Int) -> CivilDay? {
    let moon = CivilDay.positiveRemainder(19 * CivilDay.positiveRemainder(year, 19) + 15, 30)
    let shift = CivilDay.positiveRemainder(
      2 * CivilDay.positiveRemainder(year, 4) + 4 * CivilDay.positiveRemainder(year, 7) - moon + 34,
      7)
    let sum = moon + shift + 114
    return day(year: year, month: sum / 31, day: sum % 31 + 1)
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    // 2001 and 2004 stand for any common and leap year: only February differs.
    CivilDay.length(ofMonth: month, year: year % 4 == 0 ? 2004 : 2001)
  }
}
