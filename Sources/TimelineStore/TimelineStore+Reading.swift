public import Chronology
public import TimelineModel
import GRDB

extension TimelineStore {
  /// All documents with their texts, sorted by name.
  public func documents() throws(StoreError) -> [Document] {
    try reading { database throws(StoreError) in try DocumentRows(database).all() }
  }

  /// The document of that name; nil when there is none.
  public func document(named name: String) throws(StoreError) -> Document? {
    try reading { database throws(StoreError) in
      try DocumentRows(database).named(name)
    }
  }

  /// The hash of every document's file, by name, for telling what changed without reading texts.
  public func documentFileHashes() throws(StoreError) -> [String: String] {
    try reading { database throws(StoreError) in
      var hashes: [String: String] = [:]
      let statement = try SQLStatement(database, "SELECT name, file_hash FROM document")
      while try statement.step() { hashes[statement.text(0)] = statement.text(1) }
      return hashes
    }
  }

  /// Everything that reading the documents gave, sorted by document.
  public func extractions() throws(StoreError) -> [Extraction] {
    try reading { database throws(StoreError) in
      let mentions = MentionRows(database)
      var extractions: [Extraction] = []
      for document in try DocumentRows(database).all() {
        extractions.append(
          Extraction(
            document: document,
            mentions: try mentions.list(where: "m.document = ?", document.name),
            warnings: try database.warnings(of: document.name, stage: "extraction")))
      }
      return extractions
    }
  }

  /// What reading one document gave; nil when there is none of that name.
  public func extraction(ofDocument name: String) throws(StoreError) -> Extraction? {
    try reading { database throws(StoreError) in
      guard let document = try DocumentRows(database).named(name) else { return nil }
      return Extraction(
        document: document,
        mentions: try MentionRows(database).list(where: "m.document = ?", name),
        warnings: try database.warnings(of: name, stage: "extraction"))
    }
  }

  /// The mentions that tell of an event, the representative first; copies of one sentence in
  /// several documents each count.
  public func mentions(ofEvent id: String) throws(StoreError) -> [EventMention] {
    try reading { database throws(StoreError) in
      try MentionRows(database).ofEvent(id)
    }
  }

  /// The mentions that tell of each of some events, in the order of the ids; one reading for all.
  public func mentions(ofEvents ids: [String]) throws(StoreError) -> [[EventMention]] {
    try reading { database throws(StoreError) in
      let rows = MentionRows(database)
      var mentions: [[EventMention]] = []
      mentions.reserveCapacity(ids.count)
      for id in ids { mentions.append(try rows.ofEvent(id)) }
      return mentions
    }
  }

  /// The mentions with that id: one, or one for each document that carries the same sentence.
  public func mentions(id: String) throws(StoreError) -> [EventMention] {
    try reading { database throws(StoreError) in
      try MentionRows(database).list(where: "m.id = ?", id)
    }
  }

  /// The mention with that id, the first by document name; nil when there is none.
  public func mention(id: String) throws(StoreError) -> EventMention? {
    try mentions(id: id).first
  }

  /// The mentions whose evidence is that text, byte for byte.
  public func mentions(quoting text: String) throws(StoreError) -> [EventMention] {
    try reading { database throws(StoreError) in
      try MentionRows(database).list(where: "m.quote = ?", text)
    }
  }

  /// The mentions with that date, in EDTF.
  public func mentions(dated edtf: String) throws(StoreError) -> [EventMention] {
    try reading { database throws(StoreError) in
      try MentionRows(database).list(where: "m.edtf = ?", edtf)
    }
  }

  /// The copy of the decisions with what became of each, in the order of the file.
  public func decisions() throws(StoreError) -> [DecisionRow] {
    try reading { database throws(StoreError) in
      let row = try SQLStatement(
        database, "SELECT line, id, status, raw FROM decision ORDER BY line")
      var rows: [DecisionRow] = []
      while try row.step() {
        rows.append(
          DecisionRow(
            line: row.int(0), id: row.text(1),
            status: try DescriptionColumns.value(
              DecisionStatus.self, row.text(2), "decision status"),
            raw: row.text(3)))
      }
      return rows
    }
  }

  /// All warnings: of the folder, then of the documents by name.
  public func warnings() throws(StoreError) -> [Warning] {
    try reading { database throws(StoreError) in
      try database.warnings(where: "1 ORDER BY document, stage DESC, position")
    }
  }

  /// The links, redirects and tombstones, each sorted.
  public func identities() throws(StoreError) -> (
    links: [EventLink], redirects: [Redirect], tombstones: [Tombstone]
  ) {
    try reading { database throws(StoreError) in
      var links: [EventLink] = []
      var redirects: [Redirect] = []
      var tombstones: [Tombstone] = []
      let link = try SQLStatement(
        database, "SELECT plan, outcome, decision FROM link ORDER BY plan, outcome")
      while try link.step() {
        links.append(
          EventLink(plan: link.text(0), outcome: link.text(1), decision: link.optionalText(2)))
      }
      let redirect = try SQLStatement(database, "SELECT id, target FROM redirect ORDER BY id")
      while try redirect.step() {
        redirects.append(Redirect(id: redirect.text(0), target: redirect.text(1)))
      }
      let tombstone = try SQLStatement(database, "SELECT id, reason FROM tombstone ORDER BY id")
      while try tombstone.step() {
        tombstones.append(Tombstone(id: tombstone.text(0), reason: tombstone.text(1)))
      }
      return (links, redirects, tombstones)
    }
  }

  /// A fact that the file keeps about itself; nil when it was never set.
  public func meta(_ key: MetaKey) throws(StoreError) -> String? {
    try reading { database throws(StoreError) in
      let statement = try SQLStatement(database, "SELECT value FROM meta WHERE key = ?")
      statement.bind(1, key.rawValue)
      return try statement.step() ? statement.text(0) : nil
    }
  }

  /// How many there are of everything.
  public func counts() throws(StoreError) -> StoreCounts {
    try reading { database throws(StoreError) in
      StoreCounts(
        documents: try database.integer("SELECT count(*) FROM document"),
        mentions: try database.integer("SELECT count(*) FROM mention"),
        events: try database.integer("SELECT count(*) FROM event_record"),
        undated: try database.integer(
          "SELECT count(*) FROM event_record WHERE precision = 'unknown'"),
        decisions: try database.integer("SELECT count(*) FROM decision"),
        warnings: try database.integer("SELECT count(*) FROM warning"))
    }
  }

  /// The first and the last day that dated events reach, open ends aside; nil without any.
  public func coverage() throws(StoreError) -> DaySpan? {
    try reading { database throws(StoreError) in
      let row = try SQLStatement(
        database,
        "SELECT min(CASE WHEN start_open THEN latest ELSE earliest END), "
          + "max(CASE WHEN end_open THEN earliest ELSE latest END) "
          + "FROM event_record WHERE NOT (start_open AND end_open)")
      guard try row.step(), !row.isNull(0) else { return nil }
      return DaySpan(
        earliest: CivilDay.stored(row.optionalText(0)),
        latest: CivilDay.stored(row.optionalText(1)))
    }
  }
}
