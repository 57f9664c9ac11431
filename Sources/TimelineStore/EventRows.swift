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
    let row = try SQLStatement(database, plan.sql)
    row.bind(plan.values)
    return try read(row)
  }

  /// The events with those ids, in their order.
  func byIDs(_ ids: [String]) throws(StoreError) -> [Event] {
    let row = try SQLStatement(
      database, "SELECT \(EventRows.columns) FROM event_record AS e WHERE e.id = ?")
    var events: [Event] = []
    for id in ids {
      row.bind(1, id)
      while try row.step() { events.append(try event(row)) }
    }
    try attachParts(to: &events)
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

  private func read(_ row: borrowing SQLStatement) throws(StoreError) -> [Event] {
    var events: [Event] = []
    while try row.step() { events.append(try event(row)) }
    try attachParts(to: &events)
    return events
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

  private func attachParts(to events: inout [Event]) throws(StoreError) {
    let actors = try SQLStatement(
      database,
      "SELECT name, kind, country, role, office FROM event_participant WHERE event = ? "
        + "ORDER BY position")
    let attributes = try SQLStatement(
      database, "SELECT name, value FROM event_attribute WHERE event = ?")
    let members = try SQLStatement(
      database, "SELECT mention FROM event_member WHERE event = ? ORDER BY position")
    let decisions = try SQLStatement(
      database, "SELECT decision FROM event_decision WHERE event = ? ORDER BY position")
    let duplicates = try SQLStatement(
      database, "SELECT other FROM duplicate_pair WHERE event = ? ORDER BY other")
    let notes = try SQLStatement(
      database, "SELECT note FROM note WHERE event = ? ORDER BY position")
    let labels = try SQLStatement(
      database, "SELECT label FROM label WHERE event = ? ORDER BY label")
    for index in events.indices {
      let id = events[index].id
      actors.bind(1, id)
      while try actors.step() {
        events[index].description.actors.append(try Actor(actors, from: 0))
      }
      attributes.bind(1, id)
      while try attributes.step() {
        events[index].description.attributes[attributes.text(0)] = attributes.text(1)
      }
      events[index].mentions = try texts(members, id)
      events[index].decisions = try texts(decisions, id)
      events[index].possibleDuplicates = try texts(duplicates, id)
      events[index].notes = try texts(notes, id)
      events[index].labels = try texts(labels, id)
    }
  }

  private func texts(_ row: borrowing SQLStatement, _ id: String) throws(StoreError) -> [String] {
    row.bind(1, id)
    var texts: [String] = []
    while try row.step() { texts.append(row.text(0)) }
    return texts
  }
}
