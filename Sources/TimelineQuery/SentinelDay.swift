public import Chronology

/// The days that stand in the columns for ends that are open: between them, SQLite's calendar and
/// ISO texts of four-digit years agree on the order.
public enum SentinelDay {
  /// 0001-01-01, for an open beginning.
  public static let first = CivilDay(julianDayNumber: 1_721_426)
  /// 9999-12-31, for an open end.
  public static let last = CivilDay(julianDayNumber: 5_373_484)
}
