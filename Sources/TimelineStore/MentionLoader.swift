import Chronology
import GRDB
import TimelineModel

/// Writes documents with their mentions.
struct MentionLoader {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// The columns of `mention` beside its key and the shared description.
  static let evidenceColumns = [
    "quote", "quote_begin", "quote_end", "quote_prefix", "quote_suffix", "trigger",
    "trigger_begin", "trigger_end", "trigger_lemma", "attachment", "rule", "phrase_begin",
    "phrase_end", "anchor", "anchor_reason",
  ]

  /// Stores every extraction, in place of the document of the same name.
  func load(_ extractions: [Extraction]) throws(StoreError) {
    var number = try database.integer("SELECT coalesce(max(number), 0) FROM document")
    let delete = try SQLStatement(database, "DELETE FROM document WHERE name = ?")
    let forget = try SQLStatement(database, "DELETE FROM warning WHERE document = ?")
    let document = try SQLStatement(
      database,
      "INSERT INTO document VALUES (\(placeholders(18)))")
    let columns =
      ["document", "position", "id"] + DescriptionColumns.names + MentionLoader.evidenceColumns
    let mention = try SQLStatement(
      database,
      "INSERT INTO mention (\(columns.joined(separator: ", "))) "
        + "VALUES (\(placeholders(columns.count)))")
    let actor = try SQLStatement(
      database, "INSERT INTO mention_actor VALUES (\(placeholders(8)))")
    let attribute = try SQLStatement(database, "INSERT INTO mention_attribute VALUES (?, ?, ?, ?)")
    let unindex = try SQLStatement(database, TextIndex.removeDocument)
    let index = try SQLStatement(database, TextIndex.addDocument)
    for extraction in extractions {
      let name = extraction.document.name
      unindex.bind(1, name)
      try unindex.run()
      delete.bind(1, name)
      try delete.run()
      forget.bind(1, name)
      try forget.run()
      number += 1
      bind(extraction.document, number: number, to: document)
      try document.run()
      index.bind(1, number)
      try index.run()
      try database.insert(extraction.document.warnings, document: name, stage: "reading")
      try database.insert(extraction.warnings, document: name, stage: "extraction")
      for (position, each) in extraction.mentions.enumerated() {
        mention.bind(1, name)
        mention.bind(2, position)
        mention.bind(3, each.id)
        try DescriptionColumns.bind(each.description, to: mention, from: 4)
        bind(each, to: mention, from: 4 + DescriptionColumns.names.count)
        try mention.run()
        for (index, participant) in each.description.actors.enumerated() {
          actor.bind(1, name)
          actor.bind(2, position)
          actor.bind(3, index)
          bindActor(participant, to: actor, from: 4)
          try actor.run()
        }
        for (key, value) in each.description.attributes.sorted(by: { $0.key < $1.key }) {
          attribute.bind(1, name)
          attribute.bind(2, position)
          attribute.bind(3, key)
          attribute.bind(4, value)
          try attribute.run()
        }
      }
    }
  }

  private func bind(
    _ document: Document, number: Int, to statement: borrowing SQLStatement
  ) {
    statement.bind(1, document.name)
    statement.bind(2, number)
    statement.bind(3, document.metadata.title)
    statement.bind(4, document.metadata.author)
    statement.bind(5, document.metadata.publisher)
    statement.bind(6, document.metadata.genre)
    statement.bind(7, document.metadata.url)
    statement.bind(8, document.metadata.language)
    statement.bind(9, document.published?.edtf)
    statement.bind(10, document.published?.span.earliest?.description)
    statement.bind(11, document.published?.span.latest?.description)
    statement.bind(12, document.published?.origin.rawValue)
    statement.bind(13, document.published?.evidence)
    statement.bind(14, document.published?.replaced)
    statement.bind(15, document.format)
    statement.bind(16, document.fileHash)
    statement.bind(17, document.textHash)
    statement.bind(18, utf8: document.utf8)
  }

  private func bind(
    _ mention: EventMention, to statement: borrowing SQLStatement, from first: Int
  ) {
    statement.bind(first, mention.evidence.exact)
    statement.bind(first + 1, mention.evidence.begin)
    statement.bind(first + 2, mention.evidence.end)
    statement.bind(first + 3, mention.evidence.prefix)
    statement.bind(first + 4, mention.evidence.suffix)
    statement.bind(first + 5, mention.trigger.text)
    statement.bind(first + 6, mention.trigger.begin)
    statement.bind(first + 7, mention.trigger.end)
    statement.bind(first + 8, mention.trigger.lemma)
    statement.bind(first + 9, mention.dating.attachment)
    statement.bind(first + 10, mention.dating.rule)
    statement.bind(first + 11, mention.dating.phraseBegin)
    statement.bind(first + 12, mention.dating.phraseEnd)
    statement.bind(first + 13, mention.dating.anchor)
    statement.bind(first + 14, mention.dating.anchorReason)
  }
}

/// Binds an actor's five columns.
func bindActor(_ actor: Actor, to statement: borrowing SQLStatement, from first: Int) {
  statement.bind(first, actor.name)
  statement.bind(first + 1, actor.kind.rawValue)
  statement.bind(first + 2, actor.country)
  statement.bind(first + 3, actor.role.rawValue)
  statement.bind(first + 4, actor.office)
}

/// "?, ?, ?": as many parameters.
func placeholders(_ count: Int) -> String {
  Array(repeating: "?", count: count).joined(separator: ", ")
}
