/// Three months of a business year that begins in January.
///
///     Quarter(holding: 2018-05-14)       // 2018-Q2
///     Quarter(year: 2018, number: 1)?.advanced(by: -1)   // 2017-Q4
public struct Quarter: Sendable, Hashable, CustomStringConvertible {
  /// The year.
  public let year: Int
  /// The number, 1 to 4.
  public let number: Int

  /// The quarter, or nil when the number is not 1 to 4.
  public init?(year: Int, number: Int) {
    guard (1...4).contains(number) else { return nil }
    self.year = year
    self.number = number
  }

  /// The quarter that holds the day.
  public init(holding day: CivilDay) {
    let parts = day.parts
    year = parts.year
    number = (parts.month - 1) / 3 + 1
  }

  private init(quartersFromYearZero count: Int) {
    year = CivilDay.floorQuotient(count, 4)
    number = CivilDay.positiveRemainder(count, 4) + 1
  }

  /// The quarter that many quarters later.
  public func advanced(by quarters: Int) -> Quarter {
    Quarter(quartersFromYearZero: year * 4 + number - 1 + quarters)
  }

  /// The days of the quarter, inclusive.
  public var span: DaySpan { SeasonSpan.of(32 + number, year: year) }

  /// The text as TIMEX3 has it, `2018-Q2`.
  public var description: String { "\(CivilDay.text(ofYear: year))-Q\(number)" }
}
