import Chronology
import GRDB
import TimelineModel

/// Reads documents back as values.
struct DocumentRows {
  private let database: Database

  init(_ database: Database) { self.database = database }

  private static let columns = """
    name, title, author, publisher, genre, url, language, published, published_earliest,
    published_latest, published_origin, published_evidence, format, file_hash, text,
    published_replaced
    """

  /// All documents, sorted by name.
  func all() throws(StoreError) -> [Document] {
    let row = try SQLStatement(
      database, "SELECT \(DocumentRows.columns) FROM document ORDER BY name")
    var documents: [Document] = []
    while try row.step() { documents.append(try document(row)) }
    return documents
  }

  /// The document of that name.
  func named(_ name: String) throws(StoreError) -> Document? {
    let row = try SQLStatement(
      database, "SELECT \(DocumentRows.columns) FROM document WHERE name = ?")
    row.bind(1, name)
    return try row.step() ? try document(row) : nil
  }

  private func document(_ row: borrowing SQLStatement) throws(StoreError) -> Document {
    var published: PublicationDate?
    if let origin = row.optionalText(10) {
      published = PublicationDate(
        edtf: row.optionalText(7),
        span: DaySpan(
          earliest: CivilDay.stored(row.optionalText(8)),
          latest: CivilDay.stored(row.optionalText(9))),
        origin: try DescriptionColumns.value(
          PublicationDate.Origin.self, origin, "origin of a publication date"),
        evidence: row.text(11), replaced: row.optionalText(15))
    }
    let name = row.text(0)
    return Document(
      name: name, format: row.text(12), utf8: row.bytes(14), fileHash: row.text(13),
      metadata: DocumentMetadata(
        title: row.optionalText(1), author: row.optionalText(2), publisher: row.optionalText(3),
        genre: row.optionalText(4), url: row.optionalText(5), language: row.optionalText(6)),
      published: published, warnings: try database.warnings(of: name, stage: "reading"))
  }
}

/// Reads mentions back as values.
struct MentionRows {
  private let database: Database

  init(_ database: Database) { self.database = database }

  private static let columns =
    (["document", "position", "id"] + DescriptionColumns.names + MentionLoader.evidenceColumns)
    .map { "m." + $0 }.joined(separator: ", ")

  /// The mentions that a condition with one text value selects, in the order of documents.
  func list(where condition: String, _ value: String) throws(StoreError) -> [EventMention] {
    let row = try SQLStatement(
      cachedIn: database,
      "SELECT \(MentionRows.columns) FROM mention AS m WHERE \(condition) "
        + "ORDER BY m.document, m.position")
    row.bind(1, value)
    return try read(row)
  }

  /// The mentions of an event, the representative first.
  func ofEvent(_ id: String) throws(StoreError) -> [EventMention] {
    let row = try SQLStatement(
      cachedIn: database,
      "SELECT \(MentionRows.columns) FROM event_member AS e JOIN mention AS m "
        + "ON m.id = e.mention JOIN document AS d ON d.name = m.document WHERE e.event = ? "
        + "ORDER BY e.position, d.published_earliest IS NULL, d.published_earliest, "
        + "m.document, m.position")
    row.bind(1, id)
    return try read(row)
  }

  private func read(_ row: borrowing SQLStatement) throws(StoreError) -> [EventMention] {
    var mentions: [EventMention] = []
    let actors = try SQLStatement(
      cachedIn: database,
      "SELECT name, kind, country, role, office FROM mention_actor "
        + "WHERE document = ? AND mention = ? ORDER BY position")
    let attributes = try SQLStatement(
      cachedIn: database,
      "SELECT name, value FROM mention_attribute WHERE document = ? AND mention = ?")
    while try row.step() {
      var description = try DescriptionColumns.read(row, from: 3)
      description.date.span = StoredDate.wholeSpan(of: description.date)
      actors.bind(1, row.text(0))
      actors.bind(2, row.int(1))
      while try actors.step() { description.actors.append(try Actor(actors, from: 0)) }
      attributes.bind(1, row.text(0))
      attributes.bind(2, row.int(1))
      while try attributes.step() {
        description.attributes[attributes.text(0)] = attributes.text(1)
      }
      let first = 3 + DescriptionColumns.names.count
      mentions.append(
        EventMention(
          id: row.text(2), document: row.text(0),
          evidence: Quotation(
            begin: row.int(first + 1), end: row.int(first + 2), exact: row.text(first),
            prefix: row.text(first + 3), suffix: row.text(first + 4)),
          trigger: Trigger(
            begin: row.int(first + 6), end: row.int(first + 7), text: row.text(first + 5),
            lemma: row.text(first + 8)),
          description: description,
          dating: DateProvenance(
            attachment: row.optionalText(first + 9), rule: row.optionalText(first + 10),
            phraseBegin: row.optionalInt(first + 11), phraseEnd: row.optionalInt(first + 12),
            anchor: row.optionalText(first + 13), anchorReason: row.optionalText(first + 14))))
    }
    return mentions
  }
}

extension Actor {
  /// Reads an actor's five columns.
  init(_ row: borrowing SQLStatement, from first: Int) throws(StoreError) {
    self.init(
      name: row.text(first),
      kind: try DescriptionColumns.value(ActorKind.self, row.text(first + 1), "kind of actor"),
      country: row.optionalText(first + 2),
      role: try DescriptionColumns.value(ActorRole.self, row.text(first + 3), "role"),
      office: row.optionalText(first + 4))
  }
}

extension Database {
  /// The warnings of one document and stage, in order.
  func warnings(of document: String, stage: String) throws(StoreError) -> [Warning] {
    try warnings(where: "document = ? AND stage = '\(stage)' ORDER BY position", document)
  }

  /// The warnings that a condition selects.
  func warnings(where condition: String, _ value: String? = nil) throws(StoreError) -> [Warning] {
    let row = try SQLStatement(
      cachedIn: self, "SELECT code, document, begin, message FROM warning WHERE \(condition)")
    if let value { row.bind(1, value) }
    var warnings: [Warning] = []
    while try row.step() {
      let document = row.text(1)
      warnings.append(
        Warning(
          code: row.text(0), document: document.isEmpty ? nil : document,
          begin: row.optionalInt(2), message: row.text(3)))
    }
    return warnings
  }
}
