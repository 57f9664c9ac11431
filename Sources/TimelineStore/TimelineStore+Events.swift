import GRDB
public import TimelineModel
public import TimelineQuery

extension TimelineStore {
  /// The events that a query asks for, with the counts of what it does not show.
  public func events(_ query: EventQuery) throws(StoreError) -> EventResult {
    try reading { database throws(StoreError) in
      let events = try EventRows(database).list(query)
      let total =
        query.limit.map { events.count < $0 } ?? true
        ? events.count : try EventCounting(database).count(query)
      var undated = 0
      if query.undated == .excluded {
        var rest = query
        rest.undated = .only
        undated = try EventCounting(database).count(rest)
      }
      return EventResult(events: events, total: total, undatedNotShown: undated)
    }
  }

  /// The events that a query asks for, without counting what it does not show.
  public func list(_ query: EventQuery) throws(StoreError) -> [Event] {
    try reading { database throws(StoreError) in try EventRows(database).list(query) }
  }

  /// How many events a query asks for, whatever its limit.
  public func count(_ query: EventQuery) throws(StoreError) -> Int {
    try reading { database throws(StoreError) in try EventCounting(database).count(query) }
  }

  /// The event that an id leads to: its own, that of one of its mentions, or one of old.
  public func event(id: String) throws(StoreError) -> ResolvedEvent? {
    try reading { database throws(StoreError) in
      let rows = EventRows(database)
      guard let own = try rows.resolve(id), let event = try rows.byIDs([own]).first
      else { return nil }
      return ResolvedEvent(event: event, resolvedFrom: own == id ? nil : id)
    }
  }

  /// Events by their own ids, in the order given; ids that are no event's are left out.
  public func events(ids: [String]) throws(StoreError) -> [Event] {
    try reading { database throws(StoreError) in try EventRows(database).byIDs(ids) }
  }

  /// Why an id that was once published, or the one that it leads to, leads nowhere; nil when it
  /// never did.
  public func tombstone(id: String) throws(StoreError) -> Tombstone? {
    try reading { database throws(StoreError) in
      let row = try SQLStatement(database, "SELECT reason FROM tombstone WHERE id = ?")
      let redirect = try SQLStatement(database, "SELECT target FROM redirect WHERE id = ?")
      var current = id
      for _ in 0..<64 {
        row.bind(1, current)
        if try row.step() { return Tombstone(id: id, reason: row.text(0)) }
        row.reset()
        redirect.bind(1, current)
        guard try redirect.step() else { return nil }
        current = redirect.text(0)
        redirect.reset()
      }
      return nil
    }
  }
}

/// Counts events.
struct EventCounting {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// How many events a query asks for, whatever its limit.
  func count(_ query: EventQuery) throws(StoreError) -> Int {
    if let count = try EventTally(database).count(query) { return count }
    if query.undated == .included {
      var part = query
      part.undated = .excluded
      let dated = try count(part)
      part.undated = .only
      return try dated + count(part)
    }
    let counting = try EventPlan.counting(query, in: database)
    let row = try SQLStatement(cachedIn: database, counting.sql)
    row.bind(counting.values)
    return try row.step() ? row.int(0) : 0
  }
}

extension SQLStatement {
  /// Binds values to the parameters in order.
  func bind(_ values: [SQLValue]) {
    for (index, value) in values.enumerated() {
      switch value {
      case .text(let text): bind(index + 1, text)
      case .integer(let number): bind(index + 1, number)
      case .real(let number): bind(index + 1, number)
      }
    }
  }
}
