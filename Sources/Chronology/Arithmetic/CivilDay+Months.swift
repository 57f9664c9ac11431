extension CivilDay {
  /// The day that many months later, or earlier when negative; the month's last day when the month
  /// has no such day.
  ///
  ///     2018-01-31 advanced by 1 month    // 2018-02-28
  public func advanced(byMonths months: Int) -> CivilDay {
    let parts = self.parts
    let (year, month) = CivilDay.yearAndMonth(
      monthsFromYearZero: parts.year * 12 + parts.month - 1 + months)
    return CivilDay(
      validYear: year, month: month,
      day: min(parts.day, CivilDay.length(ofMonth: month, year: year)))
  }

  /// The day that many years later; 28 February when 29 February is missing there.
  public func advanced(byYears years: Int) -> CivilDay { advanced(byMonths: years * 12) }

  static func yearAndMonth(monthsFromYearZero months: Int) -> (year: Int, month: Int) {
    let year = months >= 0 ? months / 12 : (months - 11) / 12
    return (year, months - year * 12 + 1)
  }
}
