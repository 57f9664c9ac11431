public import Chronology

/// The days that stand in the columns for ends that are open: between them, SQLite's calendar and
/// ISO texts of four-digit years agree on the order.
public enum SentinelDay {
  /// 0001-01-01, for an open beginning.
  public static let first = CivilDay(julianDayNumber: 1_721_426)
  /// 9999-12-31, for an open end.
  public static let last = CivilDay(julianDayNumber: 5_373_484)

  /// The day itself, or the nearer sentinel for one beyond them.
  static func clamp(_ day: CivilDay) -> CivilDay { min(max(day, first), last) }

  /// A bound of a window as the SQL functions on EDTF take it: years of five digits are whole.
  static func edtf(_ day: CivilDay?) -> SQLValue? {
    day.map { .text(abs($0.year) > 9999 ? "Y\($0.year)" : $0.description) }
  }
}
