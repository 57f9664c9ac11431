/// A run of days with inclusive bounds; a nil bound is open or unknown.
///
/// `DaySpan(earliest: 2018-04-22, latest: 2018-04-23)` holds two days. Whether something happened
/// once inside or lasted throughout is said elsewhere; a span knows only its bounds.
public struct DaySpan: Sendable, Hashable {
  /// The first day, inclusive; nil when the start is open or unknown.
  public var earliest: CivilDay?
  /// The last day, inclusive; nil when the end is open or unknown.
  public var latest: CivilDay?

  /// A span with those inclusive bounds.
  public init(earliest: CivilDay?, latest: CivilDay?) {
    self.earliest = earliest
    self.latest = latest
  }

  /// The span of one day.
  public init(_ day: CivilDay) {
    self.init(earliest: day, latest: day)
  }

  /// The number of days, both bounds counted; nil when a bound is open.
  public var length: Int? {
    guard let earliest, let latest else { return nil }
    return earliest.distance(to: latest) + 1
  }

  /// Whether the two spans share a day.
  public func overlaps(_ other: DaySpan) -> Bool {
    if let end = latest, let start = other.earliest, end < start { return false }
    if let end = other.latest, let start = earliest, end < start { return false }
    return true
  }

  /// Whether every day of the other span lies in this one; an open bound lies only in an open one.
  public func contains(_ other: DaySpan) -> Bool {
    if let earliest {
      guard let start = other.earliest, earliest <= start else { return false }
    }
    if let latest {
      guard let end = other.latest, end <= latest else { return false }
    }
    return true
  }

  /// The days that lie in both; spans without a common day give one that ends before it begins.
  public func intersection(_ other: DaySpan) -> DaySpan {
    DaySpan(
      earliest: [earliest, other.earliest].compactMap { $0 }.max(),
      latest: [latest, other.latest].compactMap { $0 }.min())
  }

  /// The days of a whole month, which must be 1 to 12.
  public static func month(_ month: Int, year: Int) -> DaySpan {
    DaySpan(
      earliest: CivilDay(validYear: year, month: month, day: 1),
      latest: CivilDay(
        validYear: year, month: month, day: CivilDay.length(ofMonth: month, year: year)))
  }

  /// The days of a whole year.
  public static func year(_ year: Int) -> DaySpan {
    DaySpan(
      earliest: CivilDay(validYear: year, month: 1, day: 1),
      latest: CivilDay(validYear: year, month: 12, day: 31))
  }
}
