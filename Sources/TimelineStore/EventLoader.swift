import Chronology
import Foundation
import GRDB
import TimelineModel
import TimelineQuery

/// Writes events with everything that hangs on them.
struct EventLoader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The columns of `event_record` beside its keys and the shared description.
  static let ownColumns = ["actors", "quote", "document", "source", "independent_sources"]

  /// Above this many events, filling tables first and indexing them afterwards is faster.
  static let indexingThreshold = 20_000

  /// How far apart the numbers of neighbours are, so that others find a place between them.
  static let stride = 16

  /// Replaces all events.
  func load(_ events: [Event], links: [EventLink]) throws(StoreError) {
    let many = events.count > EventLoader.indexingThreshold
    try clear()
    if many {
      try database.run(
        "DROP INDEX event_by_duration; DROP INDEX event_participant_by_name; "
          + "DROP INDEX event_member_by_mention")
    }
    let ordered = inOrderOfTime(events)
    try insert(ordered.enumerated().map { (($0 + 1) * EventLoader.stride, $1) })
    try insert(DealLanes.steps(of: ordered, links: links, countryWords: countryWords()))
    try database.run(
      "INSERT INTO actor_name SELECT DISTINCT name, kind, coalesce(country, '') "
        + "FROM event_participant ORDER BY name, kind, country")
    if many { try restoreIndexes() }
    try EventTally(database).rebuild()
    try TextIndex.rebuildEvents(in: database)
  }

  private func clear() throws(StoreError) {
    try database.run("INSERT INTO event_text (event_text) VALUES ('delete-all')")
    for table in [
      "event_participant", "event_attribute", "event_member", "event_decision", "duplicate_pair",
      "label", "note", "deal_step", "event_record", "actor_name",
    ] { try database.run("DELETE FROM \(table)") }
  }

  /// Makes the dropped indexes again, in the words of the migrations.
  private func restoreIndexes() throws(StoreError) {
    for migration in Schema.migrations {
      for statement in "\(migration.sql)".split(separator: ";") {
        guard let start = statement.range(of: "CREATE INDEX event_") else { continue }
        try database.run(String(statement[start.lowerBound...]))
      }
    }
  }

  /// The events in the order of `range`: by first day, last day, type and id; undated ones last.
  private func inOrderOfTime(_ events: [Event]) -> [Event] {
    let keyed = events.map { event in (key: OrderKey(event), event: event) }
    return keyed.sorted { $0.key < $1.key }.map(\.event)
  }

  /// The words of all names, adjectives, peoples and capitals of countries, in lower case.
  func countryWords() throws(StoreError) -> Set<String> {
    let row = try SQLStatement(
      database,
      "SELECT lower(name || ' ' || coalesce(adjectives, '') || ' ' "
        + "|| coalesce(people, '') || ' ' || coalesce(capitals, '')) FROM country")
    var words: Set<String> = []
    while try row.step() {
      words.formUnion(row.text(0).split { $0 == " " || $0 == "|" }.map(String.init))
    }
    return words
  }

  /// Inserts the steps of deals.
  func insert(_ steps: [DealLanes.Step]) throws(StoreError) {
    let statement = try SQLStatement(database, "INSERT INTO deal_step VALUES (?, ?)")
    for step in steps {
      statement.bind(1, step.event)
      statement.bind(2, step.deal)
      try statement.run()
    }
  }

  /// Inserts events under those numbers, without telling the text index.
  func insert(_ events: [(number: Int, event: Event)]) throws(StoreError) {
    let names =
      ["number", "id", "origin"] + DescriptionColumns.names + EventLoader.ownColumns
    let record = try SQLStatement(
      database,
      "INSERT INTO event_record (\(names.joined(separator: ", "))) "
        + "VALUES (\(placeholders(names.count)))")
    let parts = try EventPartsLoader(database)
    // The representative mention's copy in the document that was published first.
    let evidence = try SQLStatement(
      database,
      "SELECT m.quote, m.document FROM mention AS m JOIN document AS d ON d.name = m.document "
        + "WHERE m.id = ? ORDER BY d.published_earliest IS NULL, d.published_earliest, d.name")
    let first = 4 + DescriptionColumns.names.count
    for (number, event) in events {
      record.bind(1, number)
      record.bind(2, event.id)
      record.bind(3, event.origin.rawValue)
      try DescriptionColumns.bind(event.description, to: record, from: 4)
      record.bind(first, event.description.actors.map(\.name).joined(separator: "; "))
      record.bind(first + 1, nil as String?)
      record.bind(first + 2, nil as String?)
      if let representative = event.mentions.first {
        evidence.bind(1, representative)
        if try evidence.step() {
          record.bind(first + 1, evidence.text(0))
          record.bind(first + 2, evidence.text(1))
        }
        evidence.reset()
      }
      record.bind(first + 3, event.source)
      record.bind(first + 4, event.independentSources)
      try record.run()
      try parts.insert(event)
    }
  }
}

/// What events are sorted by.
struct OrderKey: Comparable {
  let lower: Int
  let upper: Int
  let type: String
  let id: String

  init(lower: Int, upper: Int, type: String, id: String) {
    self.lower = lower
    self.upper = upper
    self.type = type
    self.id = id
  }

  init(_ event: Event) {
    let date = event.description.date
    lower =
      date.isDated
      ? (date.span.earliest ?? SentinelDay.first).julianDayNumber : Int.max
    upper =
      date.isDated ? (date.span.latest ?? SentinelDay.last).julianDayNumber : Int.max
    type = event.description.type
    id = event.id
  }

  static func < (left: OrderKey, right: OrderKey) -> Bool {
    if left.lower != right.lower { return left.lower < right.lower }
    if left.upper != right.upper { return left.upper < right.upper }
    if left.type != right.type { return left.type < right.type }
    return left.id < right.id
  }
}
