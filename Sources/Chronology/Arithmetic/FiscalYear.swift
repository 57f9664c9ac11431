/// Twelve months from the first of a named month, called by the year in which they end.
///
/// Pakistan, Australia and Egypt begin in July, India, Japan and the United Kingdom's government in
/// April, the United States' government in October.
///
///     FiscalYear(ending: 2015, startMonth: 7)?.span            // 2014-07-01 to 2015-06-30
///     FiscalYear(holding: 2014-08-14, startMonth: 7)?.ending   // 2015
public struct FiscalYear: Sendable, Hashable {
  /// The year in which it ends.
  public let ending: Int
  /// The month on whose first day it begins, 1 to 12.
  public let startMonth: Int

  /// The fiscal year, or nil when there is no such month.
  public init?(ending: Int, startMonth: Int) {
    guard (1...12).contains(startMonth) else { return nil }
    self.ending = ending
    self.startMonth = startMonth
  }

  /// The fiscal year that holds the day, or nil when there is no such month.
  public init?(holding day: CivilDay, startMonth: Int) {
    let parts = day.parts
    let isNext = startMonth > 1 && parts.month >= startMonth
    self.init(ending: parts.year + (isNext ? 1 : 0), startMonth: startMonth)
  }

  /// The days of the year, inclusive.
  public var span: DaySpan {
    let first = CivilDay(
      validYear: startMonth == 1 ? ending : ending - 1, month: startMonth, day: 1)
    return DaySpan(earliest: first, latest: first.advanced(byMonths: 12).advanced(by: -1))
  }

  /// The days of one of its quarters, 1 to 4, inclusive; nil for other numbers.
  public func span(ofQuarter number: Int) -> DaySpan? {
    guard (1...4).contains(number), let first = span.earliest?.advanced(byMonths: (number - 1) * 3)
    else { return nil }
    return DaySpan(earliest: first, latest: first.advanced(byMonths: 3).advanced(by: -1))
  }
}
