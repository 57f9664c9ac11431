import GRDB
public import TimelineModel

/// The writing side of a store inside one transaction; `TimelineStore.write` hands it out.
public struct StoreWriter {
  let database: Database

  /// Stores what reading a document gave, in place of what it gave before.
  ///
  /// Events are not touched: call `replaceEvents` in the same transaction, or the events go on
  /// quoting a text that is no longer there.
  public func replaceDocument(_ extraction: Extraction) throws(StoreError) {
    try replaceDocuments([extraction])
  }

  /// Stores what reading documents gave, in place of what they gave before.
  public func replaceDocuments(_ extractions: [Extraction]) throws(StoreError) {
    try MentionLoader(database).load(extractions)
  }

  /// Removes a document and its mentions; false when there is none of that name.
  @discardableResult
  public func removeDocument(_ name: String) throws(StoreError) -> Bool {
    let warnings = try SQLStatement(database, "DELETE FROM warning WHERE document = ?")
    warnings.bind(1, name)
    try warnings.run()
    let unindex = try SQLStatement(database, TextIndex.removeDocument)
    unindex.bind(1, name)
    try unindex.run()
    let statement = try SQLStatement(
      database, "DELETE FROM document WHERE name = ? RETURNING name")
    statement.bind(1, name)
    let found = try statement.step()
    while found, try statement.step() {}
    return found
  }

  /// Replaces every event, with what hangs on them, and the identities that lead to them.
  public func replaceEvents(
    _ events: [Event], links: [EventLink] = [], redirects: [Redirect] = [],
    tombstones: [Tombstone] = []
  ) throws(StoreError) {
    try EventLoader(database).load(events, links: links)
    try replaceIdentities(links: links, redirects: redirects, tombstones: tombstones)
  }

  func replaceIdentities(
    links: [EventLink], redirects: [Redirect], tombstones: [Tombstone]
  ) throws(StoreError) {
    try database.run("DELETE FROM link; DELETE FROM redirect; DELETE FROM tombstone")
    try insert(links: links, redirects: redirects, tombstones: tombstones)
  }

  /// Adds links and what old ids lead to.
  func insert(
    links: [EventLink], redirects: [Redirect], tombstones: [Tombstone]
  ) throws(StoreError) {
    let link = try SQLStatement(database, "INSERT OR IGNORE INTO link VALUES (?, ?, ?)")
    for each in links {
      link.bind(1, each.plan)
      link.bind(2, each.outcome)
      link.bind(3, each.decision)
      try link.run()
    }
    let redirect = try SQLStatement(database, "INSERT OR REPLACE INTO redirect VALUES (?, ?)")
    for each in redirects where each.id != each.target {
      redirect.bind(1, each.id)
      redirect.bind(2, each.target)
      try redirect.run()
    }
    let tombstone = try SQLStatement(database, "INSERT OR REPLACE INTO tombstone VALUES (?, ?)")
    for each in tombstones {
      tombstone.bind(1, each.id)
      tombstone.bind(2, each.reason)
      try tombstone.run()
    }
  }

  /// Replaces the copy of the decisions, with what became of each.
  public func recordDecisions(_ decisions: [RecordedDecision]) throws(StoreError) {
    try database.run("DELETE FROM decision")
    let statement = try SQLStatement(
      database, "INSERT INTO decision VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for each in decisions {
      statement.bind(1, each.line)
      statement.bind(2, each.decision.id)
      statement.bind(3, each.decision.action.name)
      statement.bind(4, each.decision.action.target)
      statement.bind(5, each.decision.by)
      statement.bind(6, each.decision.at)
      statement.bind(7, each.decision.why)
      statement.bind(8, each.status.rawValue)
      statement.bind(9, each.raw)
      try statement.run()
    }
  }

  /// Replaces the reference data by that of this program; the types of the folder and the aliases
  /// of people have to be written again in the same transaction.
  public func reloadReferenceData() throws(StoreError) { try ReferenceData.reload(into: database) }

  /// Replaces the names that people said mean others, which `actor:` filters follow.
  ///
  /// What the reference data says already stays its own: it must outlast the decision.
  public func replaceOwnAliases(_ aliases: [String: String]) throws(StoreError) {
    try database.run("DELETE FROM alias WHERE origin = 'decision'")
    let alias = try SQLStatement(
      database, "INSERT OR IGNORE INTO alias VALUES (?, ?, 'decision')")
    for (name, canonical) in aliases.sorted(by: { $0.key < $1.key }) {
      alias.bind(1, name)
      alias.bind(2, canonical)
      try alias.run()
    }
  }

  /// Replaces the event types that people defined beside those of the reference data, whose rows
  /// stand before them.
  public func replaceOwnEventTypes(_ types: [EventTypeRecord]) throws(StoreError) {
    try database.run("DELETE FROM event_type")
    try ReferenceData.loadEventTypes(into: database)
    let statement = try SQLStatement(
      database,
      """
      INSERT OR IGNORE INTO event_type (code, family, label, definition, example, plover)
      VALUES (?, ?, ?, ?, ?, ?)
      """)
    for type in types {
      statement.bind(1, type.code)
      statement.bind(2, String(type.code.prefix { $0 != "." }))
      statement.bind(3, type.label)
      statement.bind(4, type.definition)
      statement.bind(5, type.example)
      statement.bind(6, type.plover)
      try statement.run()
    }
  }

  /// Replaces the warnings that concern the folder as a whole.
  public func replaceFolderWarnings(_ warnings: [Warning]) throws(StoreError) {
    try database.run("DELETE FROM warning WHERE stage = 'folder'")
    try database.insert(warnings, document: "", stage: "folder")
  }

  /// Sets a fact that the file keeps about itself; nil removes it.
  public func setMeta(_ key: MetaKey, _ value: String?) throws(StoreError) {
    if let value {
      let statement = try SQLStatement(database, "INSERT OR REPLACE INTO meta VALUES (?, ?)")
      statement.bind(1, key.rawValue)
      statement.bind(2, value)
      try statement.run()
    } else {
      let statement = try SQLStatement(database, "DELETE FROM meta WHERE key = ?")
      statement.bind(1, key.rawValue)
      try statement.run()
    }
  }
}

extension Database {
  /// Stores warnings of one stage in their order.
  func insert(_ warnings: [Warning], document: String, stage: String) throws(StoreError) {
    guard !warnings.isEmpty else { return }
    let statement = try SQLStatement(
      self, "INSERT OR REPLACE INTO warning VALUES (?, ?, ?, ?, ?, ?)")
    for (position, warning) in warnings.enumerated() {
      statement.bind(1, document.isEmpty ? warning.document ?? "" : document)
      statement.bind(2, stage)
      statement.bind(3, position)
      statement.bind(4, warning.code)
      statement.bind(5, warning.begin)
      statement.bind(6, warning.message)
      try statement.run()
    }
  }
}

extension Decision.Action {
  /// The word that names the action in the `decision` table.
  var name: String {
    switch self {
    case .add: "add"
    case .edit: "edit"
    case .confirm: "confirm"
    case .reject: "reject"
    case .merge: "merge"
    case .split: "split"
    case .link: "link"
    case .note: "note"
    case .label: "label"
    case .setPublished: "set-published"
    case .alias: "alias"
    case .undo: "undo"
    }
  }

  /// The ids or names that the action is about, separated by spaces; nil for an added event.
  var target: String? {
    switch self {
    case .add: nil
    case .edit(let event, _, _), .confirm(let event), .reject(let event), .split(let event),
      .note(let event, _), .label(let event, _):
      event
    case .merge(let events): events.joined(separator: " ")
    case .link(let plan, let outcome): plan + " " + outcome
    case .setPublished(let document, _): document
    case .alias(let name, _): name
    case .undo(let decision): decision
    }
  }
}
