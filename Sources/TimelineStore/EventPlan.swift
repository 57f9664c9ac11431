import Chronology
import GRDB
import TimelineQuery

/// How a query for events is put to SQLite.
///
/// Terms that name a short list (words, actors, labels, documents, ids) lead, and the few events
/// they leave are sorted. Everything else walks the overlap index: events of one duration class
/// are at most 2^(class + 1) - 1 days long, so those that overlap a window begin in a bounded
/// stretch, in the order of the index. SQLite merges the classes lazily, which is why a limit
/// costs only what it gives.
struct EventPlan {
  /// The statement.
  let sql: String
  /// The values of its parameters.
  let values: [SQLValue]

  /// The statement that gives columns of `event_record AS e` for a query whose undated events are
  /// either left out or all there is.
  init(_ query: EventQuery, columns: String, in database: Database) throws(StoreError) {
    let limit = query.limit.map { " LIMIT \($0)" } ?? ""
    guard EventPlan.walksIndex(query) else {
      let condition = query.conditionSQL
      sql =
        "SELECT \(columns) FROM event_record AS e WHERE \(condition.sql) "
        + "ORDER BY \(query.orderSQL)\(limit)"
      values = condition.values
      return
    }
    let direction = query.order == .latest ? " DESC" : ""
    let keys = ["lo", "hi", "type", "number"]
    let order = { (prefix: String) in
      keys.map { prefix + $0 + direction }.joined(separator: ", ")
    }
    let branches = try EventPlan.branches(
      query, "SELECT e.lo AS lo, e.hi AS hi, e.type AS type, e.number AS number", in: database)
    sql =
      "SELECT \(columns) FROM (\(branches.sql) ORDER BY \(order(""))\(limit)) AS k "
      + "CROSS JOIN event_record AS e ON e.number = k.number ORDER BY \(order("k."))"
    values = branches.values
  }

  /// The statement that counts, whatever the limit.
  static func counting(_ query: EventQuery, in database: Database) throws(StoreError)
    -> SQLFragment
  {
    guard walksIndex(query) else {
      let condition = query.conditionSQL
      return SQLFragment(
        "SELECT count(*) FROM event_record AS e WHERE \(condition.sql)", condition.values)
    }
    let branches = try branches(query, "SELECT count(*) AS count", in: database)
    return SQLFragment("SELECT sum(count) FROM (\(branches.sql))", branches.values)
  }

  private static func walksIndex(_ query: EventQuery) -> Bool {
    query.undated == .excluded && query.order != .confidence && !query.isSelective
  }

  /// One bounded probe of the index for each duration class that there is.
  private static func branches(
    _ query: EventQuery, _ head: String, in database: Database
  ) throws(StoreError) -> SQLFragment {
    let ends = query.wantedEnds
    var fragments: [SQLFragment] = []
    for durationClass in try durationClasses(in: database) {
      let isOpen = durationClass >= StoredDate.openStartClass
      guard isOpen ? ends.open : ends.closed else { continue }
      var condition = [SQLFragment("e.duration_class = ?", [.integer(durationClass)])]
      condition += stretch(of: durationClass, in: query)
      condition.append(query.windowSQL)
      if !query.terms.isEmpty { condition.append(query.termsSQL) }
      let whole = SQLFragment.joined(condition, by: " AND ")
      fragments.append(
        SQLFragment(
          "\(head) FROM event_record AS e INDEXED BY event_by_duration WHERE \(whole.sql)",
          whole.values))
    }
    if fragments.isEmpty {
      return SQLFragment("\(head) FROM event_record AS e WHERE 0")
    }
    return SQLFragment.joined(fragments, by: " UNION ALL ")
  }

  /// Where in the index the events of a class can stand that fall into the window.
  ///
  /// What has no beginning stands at one place and is in the order of its end; what has no end is
  /// bounded by the window's last day alone, which the plain condition says.
  private static func stretch(of durationClass: Int, in query: EventQuery) -> [SQLFragment] {
    if durationClass == StoredDate.openEndClass { return [] }
    if durationClass == StoredDate.openStartClass {
      return [SQLFragment("e.lo = \(SentinelDay.first.julianDayNumber)")]
    }
    var condition: [SQLFragment] = []
    let longest = (2 << durationClass) - 1
    let shortest = 1 << durationClass
    if let first = query.columnWindow?.earliest?.julianDayNumber {
      condition.append(
        SQLFragment("e.lo >= ?", [.integer(query.certain ? first : first - longest + 1)]))
    }
    if let last = query.columnWindow?.latest?.julianDayNumber {
      condition.append(
        SQLFragment("e.lo <= ?", [.integer(query.certain ? last - shortest + 1 : last)]))
    }
    return condition
  }

  /// The duration classes that some event has; one index lookup each.
  private static func durationClasses(in database: Database) throws(StoreError) -> [Int] {
    let row = try SQLStatement(
      cachedIn: database,
      "WITH RECURSIVE c (class) AS (SELECT min(duration_class) FROM event_record UNION ALL "
        + "SELECT (SELECT min(duration_class) FROM event_record WHERE duration_class > class) "
        + "FROM c WHERE class IS NOT NULL) SELECT class FROM c WHERE class IS NOT NULL")
    var classes: [Int] = []
    while try row.step() { classes.append(row.int(0)) }
    return classes
  }
}
