import Chronology
import GRDB
public import TimelineModel
import TimelineQuery

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

  /// How many events come, go or change.
  public var count: Int { events.count + removed.count }

  /// No changes.
  public init() {}

  /// What makes the second list of events from the first, which was read from the store; events with a mention among `ids` count
  /// as changed, since what is quoted of them may have.
  public init(from old: [Event], to new: [Event], reading ids: Set<String>) {
    let before = Dictionary(old.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let left = Set(new.map(\.id))
    removed = old.map(\.id).filter { !left.contains($0) }
    events = new.filter { event in
      var stored = event
      stored.description.date.span = StoredDate(event.description.date).span
      return before[event.id] != stored || event.mentions.contains { ids.contains($0) }
    }
  }
}

extension StoreWriter {
  /// Changes a few events, with the result that replacing them all would have.
  ///
  /// - Returns: false, with nothing changed, when a new event finds no free number between its
  ///   neighbours in the order of time: replace all events then.
  public func update(_ changes: EventChanges) throws(StoreError) -> Bool {
    try EventUpdater(database).update(changes)
  }

  /// Changes some events and replaces all identities, with the result of `replaceEvents`.
  ///
  /// - Returns: as `update`.
  public func updateEvents(
    _ changes: EventChanges, links: [EventLink], redirects: [Redirect], tombstones: [Tombstone]
  ) throws(StoreError) -> Bool {
    let updater = EventUpdater(database)
    guard try updater.update(changes) else { return false }
    try replaceIdentities(links: links, redirects: redirects, tombstones: tombstones)
    try updater.replaceDeals()
    return true
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
    // No column tells what is later there.
    if key.upper > SentinelDay.last.julianDayNumber, event.description.date.isDated { return nil }
    guard let upper = try numberBehind(key, isDated: event.description.date.isDated) else {
      return try database.integer("SELECT coalesce(max(number), 0) FROM event_record")
        + EventLoader.stride
    }
    let lower = try database.integer(
      "SELECT coalesce(max(number), 0) FROM event_record WHERE number < \(upper)")
    return upper - lower > 1 ? lower + (upper - lower) / 2 : nil
  }

  /// The number of the first event behind that place in the order of time; nil for none.
  private func numberBehind(_ key: OrderKey, isDated: Bool) throws(StoreError) -> Int? {
    let isEarly = isDated && key.lower <= SentinelDay.first.julianDayNumber
    if isEarly, let number = try earlyNumberBehind(key) { return number }
    let next = try SQLStatement(
      database,
      "SELECT min(number) FROM event_record WHERE "
        + (isEarly
          ? "lo IS NULL OR lo > \(SentinelDay.first.julianDayNumber)"
          : isDated
            ? "lo IS NULL OR (lo, hi, type, id) > (?, ?, ?, ?)"
            : "lo IS NULL AND (type, id) > (?, ?)"))
    if !isEarly {
      if isDated {
        next.bind(1, key.lower)
        next.bind(2, key.upper)
      }
      next.bind(isDated ? 3 : 1, key.type)
      next.bind(isDated ? 4 : 2, key.id)
    }
    return try next.step() && !next.isNull(0) ? next.int(0) : nil
  }

  /// That number among the events that begin before the columns do, whose EDTF tells the order.
  private func earlyNumberBehind(_ key: OrderKey) throws(StoreError) -> Int? {
    let first = SentinelDay.first.julianDayNumber
    let row = try SQLStatement(
      database,
      "SELECT number, edtf, hi, type, id FROM event_record WHERE lo = \(first) ORDER BY number")
    while try row.step() {
      let span = row.optionalText(1).flatMap { try? EDTF($0) }.map { EventDate(edtf: $0).span }
      let begin = min(span?.earliest?.julianDayNumber ?? first, first)
      let end = row.int(2) > first ? row.int(2) : span?.latest?.julianDayNumber ?? first
      let other = OrderKey(lower: begin, upper: end, type: row.text(3), id: row.text(4))
      if key < other { return row.int(0) }
    }
    return nil
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
  func replaceDeals() throws(StoreError) {
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
