import GRDB
import TimelineQuery

/// How a query for events is put to SQLite.
struct EventPlan {
  private let query: EventQuery
  private let condition: SQLFragment

  /// Chooses a way.
  init(_ query: EventQuery, in database: Database) throws(StoreError) {
    self.query = query
    condition = query.conditionSQL
  }

  /// The statement that gives those columns of `event_record AS e`.
  func select(_ columns: String) -> String {
    var sql =
      "SELECT \(columns) FROM event_record AS e WHERE \(condition.sql) ORDER BY \(query.orderSQL)"
    if let limit = query.limit { sql += " LIMIT \(limit)" }
    return sql
  }

  /// The values of its parameters.
  var values: [SQLValue] { condition.values }
}
