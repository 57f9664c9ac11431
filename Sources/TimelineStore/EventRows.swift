import GRDB
import TimelineModel
import TimelineQuery

/// Reads events back as values.
struct EventRows {
  private let database: Database

  init(_ database: Database) { self.database = database }

  private static let columns =
    (["id", "origin"] + DescriptionColumns.names + ["source", "independent_sources"])
    .map { "e." + $0 }.joined(separator: ", ")

  /// The events that a query asks for, in its order.
  func list(_ query: EventQuery) throws(StoreError) -> [Event] {
    guard query.undated == .included, query.order != .confidence else {
      return try run(query)
    }
    // Undated events follow the dated ones, in whichever direction those come.
    var dated = query
    dated.undated = .excluded
    var events = try run(dated)
    var rest = query
    rest.undated = .only
    rest.limit = query.limit.map { $0 - events.count }
    if rest.limit != 0 { events += try run(rest) }
    return events
  }

  private func run(_ query: EventQuery) throws(StoreError) -> [Event] {
    let plan = try EventPlan(query, columns: EventRows.columns, in: database)
    let row = try SQLStatement(cachedIn: database, plan.sql)
    row.bind(plan.values)
    var events: [Event] = []
    while try row.step() { events.append(try event(row)) }
    try EventParts(database).attach(to: &events)
    return events
  }

  /// The events with those ids, in their order.
  func byIDs(_ ids: [String]) throws(StoreError) -> [Event] {
    let row = try SQLStatement(
      cachedIn: database, "SELECT \(EventRows.columns) FROM event_record AS e WHERE e.id = ?")
    var events: [Event] = []
    for id in ids {
      row.bind(1, id)
      while try row.step() { events.append(try event(row)) }
    }
    try EventParts(database).attach(to: &events)
    return events
  }

  /// The id of the event that an id leads to.
  func resolve(_ id: String) throws(StoreError) -> String? {
    let row = try SQLStatement(
      database,
      "SELECT id FROM event_record WHERE id = ?1 UNION ALL "
        + "SELECT event FROM event_member WHERE mention = ?1 LIMIT 1")
    let redirect = try SQLStatement(database, "SELECT target FROM redirect WHERE id = ?")
    var current = id
    // Redirects may lead on to redirects; a chain that bites its tail ends.
    for _ in 0..<64 {
      row.bind(1, current)
      if try row.step() { return row.text(0) }
      redirect.bind(1, current)
      guard try redirect.step() else { return nil }
      current = redirect.text(0)
      redirect.reset()
    }
    return nil
  }

  /// The event of the current row, without what hangs on it.
  private func event(_ row: borrowing SQLStatement) throws(StoreError) -> Event {
    let first = 2 + DescriptionColumns.names.count
    return Event(
      id: row.text(0),
      origin: try DescriptionColumns.value(EventOrigin.self, row.text(1), "origin"),
      description: try DescriptionColumns.read(row, from: 2),
      independentSources: row.int(first + 1), source: row.optionalText(first))
  }
}
