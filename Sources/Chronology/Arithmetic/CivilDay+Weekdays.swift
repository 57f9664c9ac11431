extension CivilDay {
  /// The last day with that weekday (1 Monday to 7 Sunday) on or before this one.
  public func onOrBefore(weekday: Int) -> CivilDay {
    advanced(by: -((self.weekday - weekday + 7) % 7))
  }

  /// The first day with that weekday (1 Monday to 7 Sunday) on or after this one.
  public func onOrAfter(weekday: Int) -> CivilDay {
    advanced(by: (weekday - self.weekday + 7) % 7)
  }

  /// The nth weekday of a month, or the last ones for negative numbers; nil when there is none.
  ///
  ///     // Thanksgiving in the United States: the fourth Thursday of November
  ///     CivilDay(ordinal: 4, weekday: 4, ofMonth: 11, year: 2018)    // 2018-11-22
  ///     // Memorial Day: the last Monday of May
  ///     CivilDay(ordinal: -1, weekday: 1, ofMonth: 5, year: 2018)    // 2018-05-28
  public init?(ordinal: Int, weekday: Int, ofMonth month: Int, year: Int) {
    guard (1...12).contains(month), (1...7).contains(weekday), ordinal != 0 else { return nil }
    let first = CivilDay(validYear: year, month: month, day: 1)
    let last = first.advanced(by: CivilDay.length(ofMonth: month, year: year) - 1)
    let found =
      ordinal > 0
      ? first.onOrAfter(weekday: weekday).advanced(by: (ordinal - 1) * 7)
      : last.onOrBefore(weekday: weekday).advanced(by: (ordinal + 1) * 7)
    guard found >= first, found <= last else { return nil }
    self = found
  }

  /// Easter Sunday of the western churches in a year of the Gregorian calendar.
  ///
  ///     CivilDay.easterSunday(year: 2018)   // 2018-04-01
  ///
  /// Source: the computus of Meeus, Jones and Butcher; Meeus, Astronomical Algorithms, chapter 8.
  public static func easterSunday(year: Int) -> CivilDay {
    let golden = positiveRemainder(year, 19)
    let century = floorQuotient(year, 100)
    let ofCentury = positiveRemainder(year, 100)
    let correction = floorQuotient(century + 8, 25)
    let epact = positiveRemainder(
      19 * golden + century - floorQuotient(century, 4) - floorQuotient(century - correction + 1, 3)
        + 15, 30)
    let shift = positiveRemainder(
      32 + 2 * positiveRemainder(century, 4) + 2 * (ofCentury / 4) - epact - ofCentury % 4, 7)
    let late = (golden + 11 * epact + 22 * shift) / 451
    let sum = epact + shift - 7 * late + 114
    return CivilDay(validYear: year, month: sum / 31, day: sum % 31 + 1)
  }

  static func floorQuotient(_ number: Int, _ divisor: Int) -> Int {
    number >= 0 ? number / divisor : (number - divisor + 1) / divisor
  }

  static func positiveRemainder(_ number: Int, _ divisor: Int) -> Int {
    number - floorQuotient(number, divisor) * divisor
  }
}
