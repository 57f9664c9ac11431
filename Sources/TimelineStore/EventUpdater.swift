import Chronology
import GRDB
public import TimelineModel

/// Changes to a few events, and to what leads to them.
public struct EventChanges: Sendable {
  /// Events that are new or replace those of their ids.
  public var events: [Event] = []
  /// Ids of events that go.
  public var removed: [String] = []
  /// All links of those events; the ones they had before are forgotten.
  public var links: [EventLink] = []
  /// Ids that from now on lead nowhere.
  public var tombstones: [Tombstone] = []

  /// No changes.
  public init() {}
}

extension StoreWriter {
  /// Changes a few events, with the result that replacing them all would have.
  ///
  /// - Returns: false, with nothing changed, when a new event finds no free number between its
  ///   neighbours in the order of time: replace all events then.
  public func update(_ changes: EventChanges) throws(StoreError) -> Bool {
    try EventUpdater(database).update(changes)
  }
}

/// Writes changes to a few events into the tables that `EventLoader` fills.
struct EventUpdater {
  private let database: Database

  init(_ database: Database) { self.database = database }

  func update(_ changes: EventChanges) throws(StoreError) -> Bool {
    try database.run("SAVEPOINT event_update")
    var isOfDeals = changes.events.contains(where: DealLanes.isStep)
    var names: Set<String> = []
    var numbers: [String: Int] = [:]
    for id in changes.removed + changes.events.map(\.id) {
      guard let old = try EventRows(database).byIDs([id]).first else { continue }
      isOfDeals = isOfDeals || DealLanes.isStep(old)
      names.formUnion(old.description.actors.map(\.name))
      let number = try take(id)
      if let new = changes.events.first(where: { $0.id == id }), OrderKey(new) == OrderKey(old) {
        numbers[id] = number
      }
    }
    // Those that keep their numbers first, so that no other one takes them.
    let kept = changes.events.filter { numbers[$0.id] != nil }
    for event in kept + changes.events.filter({ numbers[$0.id] == nil }) {
      var free = numbers[event.id]
      if free == nil { free = try number(for: event) }
      guard let number = free else {
        try database.run("ROLLBACK TO event_update; RELEASE event_update")
        return false
      }
      try EventLoader(database).insert([(number, event)])
      let index = try SQLStatement(
        database,
        "INSERT INTO event_text (rowid, title, quote, actors, place) "
          + "SELECT number, title, quote, actors, place FROM event_searchable WHERE number = ?")
      index.bind(1, number)
      try index.run()
      names.formUnion(event.description.actors.map(\.name))
    }
    try forgetDuplicates(of: changes.removed)
    try EventTally(database).rebuild()
    try countNames(names)
    try replaceIdentities(changes)
    if isOfDeals { try replaceDeals() }
    try database.run("RELEASE event_update")
    return true
  }

  /// Takes an event out of its tables and of the index; its number comes back.
  private func take(_ id: String) throws(StoreError) -> Int {
    let find = try SQLStatement(database, "SELECT number FROM event_record WHERE id = ?")
    find.bind(1, id)
    let number = try find.step() ? find.int(0) : 0
    find.reset()
    let unindex = try SQLStatement(
      database,
      "INSERT INTO event_text (event_text, rowid, title, quote, actors, place) "
        + "SELECT 'delete', number, title, quote, actors, place FROM event_searchable "
        + "WHERE number = ?")
    unindex.bind(1, number)
    try unindex.run()
    try run("DELETE FROM event_record WHERE id = ?", id)
    return number
  }

  /// A free number between the event's neighbours in the order of time; nil when there is none.
  private func number(for event: Event) throws(StoreError) -> Int? {
    let key = OrderKey(event)
    let isDated = event.description.date.isDated
    let next = try SQLStatement(
      database,
      "SELECT min(number) FROM event_record WHERE "
        + (isDated
          ? "lo IS NULL OR (lo, hi, type, id) > (?, ?, ?, ?)"
          : "lo IS NULL AND (type, id) > (?, ?)"))
    if isDated {
      next.bind(1, key.lower)
      next.bind(2, key.upper)
    }
    next.bind(isDated ? 3 : 1, key.type)
    next.bind(isDated ? 4 : 2, key.id)
    let last = try database.integer("SELECT coalesce(max(number), 0) FROM event_record")
    guard try next.step(), !next.isNull(0) else { return last + EventLoader.stride }
    let upper = next.int(0)
    let lower = try database.integer(
      "SELECT coalesce(max(number), 0) FROM event_record WHERE number < \(upper)")
    return upper - lower > 1 ? lower + (upper - lower) / 2 : nil
  }

  /// A pair stands in both directions: what is gone is nobody's duplicate.
  private func forgetDuplicates(of removed: [String]) throws(StoreError) {
    for id in removed { try run("DELETE FROM duplicate_pair WHERE other = ?", id) }
  }

  private func countNames(_ names: Set<String>) throws(StoreError) {
    for name in names.sorted() {
      try run("DELETE FROM actor_name WHERE name = ?", name)
      try run(
        "INSERT INTO actor_name SELECT DISTINCT name, kind, coalesce(country, '') "
          + "FROM event_participant WHERE name = ?1 COLLATE NOCASE AND name = ?1", name)
    }
  }

  private func replaceIdentities(_ changes: EventChanges) throws(StoreError) {
    for id in changes.removed + changes.events.map(\.id) {
      try run("DELETE FROM link WHERE plan = ?1 OR outcome = ?1", id)
      try run("DELETE FROM tombstone WHERE id = ?", id)
    }
    try StoreWriter(database: database).insert(
      links: changes.links, redirects: [], tombstones: changes.tombstones)
  }

  /// Puts the steps of all deals into lanes anew: one step more can change the lanes of others.
  private func replaceDeals() throws(StoreError) {
    let row = try SQLStatement(database, "SELECT id, type FROM event_record ORDER BY number")
    var ids: [String] = []
    while try row.step() {
      if DealLanes.families.contains(String(row.text(1).prefix { $0 != "." })) {
        ids.append(row.text(0))
      }
    }
    let link = try SQLStatement(database, "SELECT plan, outcome FROM link")
    var links: [EventLink] = []
    while try link.step() { links.append(EventLink(plan: link.text(0), outcome: link.text(1))) }
    try database.run("DELETE FROM deal_step")
    let steps = DealLanes.steps(
      of: try EventRows(database).byIDs(ids), links: links,
      countryWords: try EventLoader(database).countryWords())
    try EventLoader(database).insert(steps)
  }

  private func run(_ sql: String, _ value: String) throws(StoreError) {
    let statement = try SQLStatement(database, sql)
    statement.bind(1, value)
    try statement.run()
  }
}
