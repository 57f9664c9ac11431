import GRDB
public import TimelineModel
public import TimelineQuery

/// An event that a search found.
public struct SearchHit: Sendable, Hashable {
  /// The event.
  public var event: Event
  /// The words around what was found, with the found ones between marks.
  public var snippet: String
}

/// A document that a search found though none of its events has the words.
public struct DocumentHit: Sendable, Hashable {
  /// The document's name.
  public var document: String
  /// Its title.
  public var title: String?
  /// The words around what was found, with the found ones between marks.
  public var snippet: String
}

/// What a search gave.
public struct SearchResult: Sendable, Hashable {
  /// The events, at most as many as the limit.
  public var hits: [SearchHit]
  /// How many events match, limit or not.
  public var total: Int
  /// Whether the best come first; else they come in the order of time.
  public var isRanked: Bool
  /// Documents that match and whose events do not, at most as many as the limit.
  public var documents: [DocumentHit]
  /// How many such documents there are.
  public var documentTotal: Int
}

extension TimelineStore {
  /// Above this many matches a search comes in the order of time: ranking costs about 2 µs for
  /// each match, wanted or not.
  public static let rankingThreshold = 5_000

  /// Searches titles, quotes, participants and places of events, and the texts of documents.
  ///
  /// - Parameters:
  ///   - words: What to search for. All words must stand; `"…"` keeps words together.
  ///   - isRaw: Whether `words` is an FTS5 expression (`NEAR`, `OR`, `*`) instead.
  ///   - query: Which events may be found, and how many; its order is not looked at.
  ///   - marks: What stands before and after a found word in snippets.
  /// - Returns: the events, and the documents that match beside them.
  /// - Throws: `statement` when a raw expression is none.
  public func search(
    _ words: String, isRaw: Bool = false, query: EventQuery = EventQuery(undated: .included),
    marks: (open: String, close: String) = ("[", "]")
  ) throws(StoreError) -> SearchResult {
    let expression = isRaw ? words : FullText.allWords(words)
    guard !expression.isEmpty else { throw .statement("there is no word to search for") }
    do {
      return try reading { database throws(StoreError) in
        try TextSearch(
          database: database, expression: expression, query: query, marks: marks
        ).result()
      }
    } catch {
      guard isRaw, case .statement(let message) = error else { throw error }
      throw .statement("the search expression cannot be read: \(message)")
    }
  }
}

/// One search.
private struct TextSearch {
  let database: Database
  let expression: String
  let query: EventQuery
  let marks: (open: String, close: String)

  func result() throws(StoreError) -> SearchResult {
    let matches = try count(
      "SELECT count(*) FROM (SELECT 1 FROM event_text WHERE event_text MATCH ? LIMIT ?)",
      [.text(expression), .integer(TimelineStore.rankingThreshold + 1)])
    let isRanked = matches <= TimelineStore.rankingThreshold
    let condition = query.conditionSQL
    let from =
      "FROM event_text JOIN event_record AS e ON e.number = event_text.rowid "
      + "WHERE event_text MATCH ? AND \(condition.sql)"
    let values = [SQLValue.text(expression)] + condition.values
    let total = try count("SELECT count(*) " + from, values)
    let row = try SQLStatement(
      database,
      "SELECT e.id, snippet(event_text, -1, ?1, ?2, '…', 24), "
        + "snippet(event_text, 1, ?1, ?2, '…', 24) \(from) ORDER BY "
        + (isRanked ? "bm25(event_text, 4, 2, 2, 1), e.number" : query.orderSQL) + limit)
    row.bind([.text(marks.open), .text(marks.close)] + values)
    var found: [(id: String, snippet: String)] = []
    while try row.step() {
      // The words of the source say more than the title does, when they hold what was asked for.
      let quote = row.text(2)
      found.append((row.text(0), quote.contains(marks.open) ? quote : row.text(1)))
    }
    let events = try EventRows(database).byIDs(found.map(\.id))
    let hits = zip(events, found).map { SearchHit(event: $0, snippet: $1.snippet) }
    let isOfEvents = namesEventColumn
    return SearchResult(
      hits: hits, total: total, isRanked: isRanked, documents: isOfEvents ? [] : try documents(),
      documentTotal: isOfEvents
        ? 0 : try count("SELECT count(*) " + documentsFrom, documentValues))
  }

  /// Whether a raw expression names a column (`title : x`), as the index of documents has others.
  private var namesEventColumn: Bool {
    expression.split(separator: "\"", omittingEmptySubsequences: false).enumerated()
      .contains { $0.offset % 2 == 0 && $0.element.contains(":") }
  }

  private var limit: String { query.limit.map { " LIMIT \($0)" } ?? "" }

  /// Documents that match and none of whose events does.
  private var documentsFrom: String {
    "FROM document_text JOIN document AS d ON d.number = document_text.rowid "
      + "WHERE document_text MATCH ? AND d.name NOT IN (SELECT m.document FROM event_text "
      + "JOIN event_record AS r ON r.number = event_text.rowid "
      + "JOIN event_member AS em ON em.event = r.id JOIN mention AS m ON m.id = em.mention "
      + "WHERE event_text MATCH ?)"
  }

  private var documentValues: [SQLValue] { [.text(expression), .text(expression)] }

  private func documents() throws(StoreError) -> [DocumentHit] {
    let row = try SQLStatement(
      database,
      "SELECT d.name, d.title, snippet(document_text, 1, ?, ?, '…', 24) \(documentsFrom) "
        + "ORDER BY d.name\(limit)")
    row.bind([.text(marks.open), .text(marks.close)] + documentValues)
    var hits: [DocumentHit] = []
    while try row.step() {
      hits.append(
        DocumentHit(
          document: row.text(0), title: row.optionalText(1),
          snippet: row.text(2)))
    }
    return hits
  }

  private func count(_ sql: String, _ values: [SQLValue]) throws(StoreError) -> Int {
    let row = try SQLStatement(database, sql)
    row.bind(values)
    return try row.step() ? row.int(0) : 0
  }
}
