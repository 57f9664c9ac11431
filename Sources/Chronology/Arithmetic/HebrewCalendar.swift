/// Feasts of the Hebrew calendar as civil days.
///
///     HebrewCalendar.newYear(2018)     // 2018-09-10
///     HebrewCalendar.passover(2018)    // 2018-03-31
///     HebrewCalendar.hanukkah(2018)    // 2018-12-03
///
/// Source: Richards, "Calendars", section 15.11.3; the day before a feast's first is its eve.
public enum HebrewCalendar {
  /// The first day of the year (1 Tishri) that begins in a year of the Gregorian calendar.
  public static func newYear(_ year: Int) -> CivilDay {
    let hebrewYear = year + 3761
    // Days to the mean new moon of Tishri, put off so that it never falls on Sunday, Wednesday or
    // Friday, and so that no year gets an impossible length.
    let last = elapsed(hebrewYear - 1)
    let present = elapsed(hebrewYear)
    let next = elapsed(hebrewYear + 1)
    let delay = next - present == 356 ? 2 : present - last == 382 ? 1 : 0
    return CivilDay(julianDayNumber: 347_998 + present + delay)
  }

  /// The first day of Passover (15 Nisan) in a year of the Gregorian calendar.
  public static func passover(_ year: Int) -> CivilDay { newYear(year).advanced(by: -163) }

  /// The first day of Hanukkah (25 Kislev) that begins in a year of the Gregorian calendar.
  public static func hanukkah(_ year: Int) -> CivilDay {
    let first = newYear(year)
    let length = first.distance(to: newYear(year + 1))
    return first.advanced(by: length % 10 == 5 ? 84 : 83)
  }

  /// Days from the epoch to the mean new moon of Tishri, with the rule of weekdays applied.
  private static func elapsed(_ year: Int) -> Int {
    let months = CivilDay.floorQuotient(235 * year - 234, 19)
    let parts = 12_084 + 13_753 * months
    let day = months * 29 + CivilDay.floorQuotient(parts, 25_920)
    return CivilDay.positiveRemainder(3 * (day + 1), 7) < 3 ? day + 1 : day
  }
}
