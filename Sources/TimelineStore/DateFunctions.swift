import Chronology
import GRDB
import GRDBSQLite

/// The SQL functions on dates that this program's connections know beside SQLite's own.
///
/// They take EDTF; what is no EDTF gives null. `from` and `to` are EDTF too, so `'2014'` is the
/// whole year; a null leaves that end open.
///
///     SELECT edtf_text(edtf) FROM event WHERE certainly_within(edtf, '2014', '2018-06')
enum DateFunctions {
  /// The functions with the number of their arguments and what they compute.
  private static let functions: [(name: String, count: Int32, body: Body)] = [
    (
      "edtf_earliest", 1,
      { context, values in give(bound(values, \.earliest, "0001-01-01"), context) }
    ),
    ("edtf_latest", 1, { context, values in give(bound(values, \.latest, "9999-12-31"), context) }),
    (
      "edtf_valid", 1,
      { context, values in
        sqlite3_result_int(context, date(values, 0) == nil ? 0 : 1)
      }
    ),
    ("edtf_text", 1, { context, values in writeOut(context, values, style: "short") }),
    (
      "edtf_text", 2,
      { context, values in writeOut(context, values, style: text(values, 1) ?? "short") }
    ),
    (
      "overlaps", 3,
      { context, values in
        compare(context, values) { window, span in window.overlaps(span) }
      }
    ),
    (
      "certainly_within", 3,
      { context, values in
        compare(context, values) { window, span in
          span.earliest != nil && span.latest != nil && window.contains(span)
        }
      }
    ),
    (
      "duration_days", 1,
      { context, values in
        if let days = date(values, 0)?.span.length {
          sqlite3_result_int64(context, Int64(days))
        } else {
          sqlite3_result_null(context)
        }
      }
    ),
  ]

  private typealias Values = UnsafeMutablePointer<OpaquePointer?>?
  private typealias Body = @Sendable (OpaquePointer?, Values) -> Void

  /// Makes them known to a GRDB connection.
  static func register(in database: Database) {
    if let connection = database.sqliteConnection { register(on: connection) }
  }

  /// Makes them known to a connection.
  static func register(on connection: OpaquePointer) {
    for (index, function) in functions.enumerated() {
      // The index in the table travels as the user data; 0 is no pointer, hence the 1.
      sqlite3_create_function_v2(
        connection, function.name, function.count,
        SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_INNOCUOUS,
        UnsafeMutableRawPointer(bitPattern: index + 1),
        { context, _, values in
          let index = Int(bitPattern: sqlite3_user_data(context)) - 1
          DateFunctions.functions[index].body(context, values)
        }, nil, nil, nil)
    }
  }

  private static func text(_ values: Values, _ index: Int) -> String? {
    guard let value = values?[index], let bytes = sqlite3_value_text(value) else { return nil }
    let count = Int(sqlite3_value_bytes(value))
    return String(decoding: UnsafeBufferPointer(start: bytes, count: count), as: UTF8.self)
  }

  private static func date(_ values: Values, _ index: Int) -> EDTF? {
    text(values, index).flatMap { try? EDTF($0) }
  }

  private static func bound(
    _ values: Values, _ end: KeyPath<DaySpan, CivilDay?>, _ open: String
  ) -> String? {
    date(values, 0).map { $0.span[keyPath: end]?.description ?? open }
  }

  private static func writeOut(_ context: OpaquePointer?, _ values: Values, style: String) {
    let write: (EDTF) -> String
    switch style {
    case "short": write = { DateText.short($0) }
    case "long": write = { DateText.long($0) }
    case "edtf": write = \.description
    case "bounds":
      write = { date in
        (date.span.earliest?.description ?? "") + "/" + (date.span.latest?.description ?? "")
      }
    default:
      sqlite3_result_error(
        context, "edtf_text has the styles short, long, edtf and bounds", -1)
      return
    }
    give(date(values, 0).map(write), context)
  }

  private static func compare(
    _ context: OpaquePointer?, _ values: Values, _ holds: (DaySpan, DaySpan) -> Bool
  ) {
    guard let event = date(values, 0) else {
      sqlite3_result_null(context)
      return
    }
    var window = DaySpan(earliest: nil, latest: nil)
    if let from = text(values, 1) {
      guard let from = try? EDTF(from) else {
        sqlite3_result_error(context, "the second argument is no EDTF date", -1)
        return
      }
      window.earliest = from.span.earliest
    }
    if let to = text(values, 2) {
      guard let to = try? EDTF(to) else {
        sqlite3_result_error(context, "the third argument is no EDTF date", -1)
        return
      }
      window.latest = to.span.latest
    }
    sqlite3_result_int(context, holds(window, event.span) ? 1 : 0)
  }

  private static func give(_ text: String?, _ context: OpaquePointer?) {
    guard let text else {
      sqlite3_result_null(context)
      return
    }
    sqlite3_result_text(
      context, text, -1, unsafeBitCast(-1, to: sqlite3_destructor_type.self))
  }
}
