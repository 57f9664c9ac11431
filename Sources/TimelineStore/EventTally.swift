import GRDB
import TimelineModel
public import Chronology
import TimelineQuery

/// How many events there are of a type.
public struct TypeCount: Sendable, Hashable {
  /// The type code.
  public var type: String
  /// The number of events.
  public var count: Int
}

/// How many events there are in a year.
public struct YearCount: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The number of dated events that overlap it.
  public var count: Int
}

extension TimelineStore {
  /// How many dated events overlap a window, by type, without types that have none; sorted by
  /// number, then code.
  public func countsByType(in window: DaySpan? = nil) throws(StoreError) -> [TypeCount] {
    try reading { database throws(StoreError) in
      try EventTally(database).byType(window ?? DaySpan(earliest: nil, latest: nil))
        .sorted { ($1.count, $0.type) < ($0.count, $1.type) }
    }
  }

  /// How many dated events overlap each of the years; an event of several years counts in each.
  public func countsByYear(_ years: ClosedRange<Int>) throws(StoreError) -> [YearCount] {
    try reading { database throws(StoreError) in
      let tally = EventTally(database)
      var counts: [YearCount] = []
      for year in years {
        let found = try tally.byType(.year(year)).reduce(0) { $0 + $1.count }
        counts.append(YearCount(year: year, count: found))
      }
      return counts
    }
  }
}

/// Running totals of beginnings and ends by type and day.
struct EventTally {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Fills the totals of all events anew.
  func rebuild() throws(StoreError) {
    try database.run(
      """
      DELETE FROM event_tally;
      INSERT INTO event_tally
      SELECT type, day, sum(sum(begins)) OVER running, sum(sum(ends)) OVER running FROM (
        SELECT type, lo AS day, 1 AS begins, 0 AS ends FROM event_record WHERE lo IS NOT NULL
        UNION ALL SELECT type, hi, 0, 1 FROM event_record WHERE hi IS NOT NULL)
      GROUP BY type, day WINDOW running AS (PARTITION BY type ORDER BY day)
      ORDER BY type, day;
      """)
  }

  /// How many dated events overlap a window, by type, in the order of codes.
  func byType(_ window: DaySpan) throws(StoreError) -> [TypeCount] {
    // The next type is found by a lookup, so that no row between is read.
    let row = try SQLStatement(
      database,
      """
      WITH RECURSIVE t (type) AS (SELECT min(type) FROM event_tally UNION ALL
        SELECT (SELECT min(type) FROM event_tally WHERE event_tally.type > t.type)
        FROM t WHERE t.type IS NOT NULL)
      SELECT type, coalesce((SELECT started FROM event_tally AS s WHERE s.type = t.type
        AND s.day <= ? ORDER BY s.day DESC LIMIT 1), 0)
        - coalesce((SELECT ended FROM event_tally AS s WHERE s.type = t.type AND s.day < ?
        ORDER BY s.day DESC LIMIT 1), 0) AS count
      FROM t WHERE type IS NOT NULL
      """)
    row.bind(1, window.latest?.julianDayNumber ?? Int(Int32.max))
    row.bind(2, window.earliest?.julianDayNumber ?? Int(Int32.min))
    var counts: [TypeCount] = []
    while try row.step() {
      if row.int(1) > 0 { counts.append(TypeCount(type: row.text(0), count: row.int(1))) }
    }
    return counts
  }

  /// The count of a query that asks for nothing but a window and types; nil for any other.
  func count(_ query: EventQuery) throws(StoreError) -> Int? {
    guard query.undated == .excluded, !query.certain || query.window == nil else { return nil }
    var types: [[String]] = []
    for term in query.terms {
      guard case .field(.type, let values) = term.condition, !term.isNegated else { return nil }
      types.append(values)
    }
    return try byType(query.window ?? DaySpan(earliest: nil, latest: nil))
      .filter { found in
        types.allSatisfy { values in
          values.contains { found.type == $0 || found.type.hasPrefix($0 + ".") }
        }
      }.reduce(0) { $0 + $1.count }
  }
}
