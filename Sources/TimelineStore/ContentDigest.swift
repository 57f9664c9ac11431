import GRDB
import GRDBSQLite
import TimelineModel

extension TimelineStore {
  /// SHA-256 over what the timeline says, in lower-case hexadecimal.
  ///
  /// A sorted dump of documents, mentions, events and views without row ids, decision logs and
  /// full-text shadow tables: equal for a full and an incremental rebuild of the same folder.
  public func contentDigest() throws(StoreError) -> String {
    try reading { database throws(StoreError) in
      var total: [UInt8] = []
      for source in try ContentDigest.sources(in: database) {
        total += Array(source.name.utf8) + SHA256.digest(of: try source.dump(in: database))
      }
      return SHA256.hexadecimal(of: total)
    }
  }
}

/// What the content digest reads.
enum ContentDigest {
  /// One table or view with the columns that count.
  struct Source {
    let name: String
    let columns: [String]

    /// All rows, each as the types and bytes of its values, sorted.
    func dump(in database: Database) throws(StoreError) -> [UInt8] {
      let names = columns.map { "\"\($0)\"" }.joined(separator: ", ")
      let row = try SQLStatement(database, "SELECT \(names) FROM \"\(name)\"")
      var rows: [[UInt8]] = []
      while try row.step() {
        var bytes: [UInt8] = []
        for column in 0..<row.columnCount {
          bytes.append(UInt8(truncatingIfNeeded: row.type(column)))
          let value = row.bytes(column)
          withUnsafeBytes(of: UInt64(value.count).bigEndian) { bytes.append(contentsOf: $0) }
          bytes += value
        }
        rows.append(bytes)
      }
      rows.sort { $0.lexicographicallyPrecedes($1) }
      return Array(rows.joined())
    }
  }

  /// Logs, row numbers and what is embedded in the program do not count as content.
  private static let excludedTables: Set<String> = [
    "decision", "event_decision", "meta", "column_doc", "cookbook", "review_reason", "event_type",
    "known_name",
    "alias", "redirect", "tombstone", "event_tally", "event_tally_type", "event_searchable",
    "document_searchable",
  ]

  /// Every table and view of content with its columns, sorted by name.
  static func sources(in database: Database) throws(StoreError) -> [Source] {
    let table = try SQLStatement(
      database,
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view') "
        + "AND name NOT LIKE 'sqlite%' ORDER BY name")
    let column = try SQLStatement(
      database, "SELECT name FROM pragma_table_xinfo(?) WHERE name <> 'number' ORDER BY cid")
    var sources: [Source] = []
    while try table.step() {
      let name = table.text(0)
      if excludedTables.contains(name) { continue }
      column.bind(1, name)
      var columns: [String] = []
      while try column.step() { columns.append(column.text(0)) }
      sources.append(Source(name: name, columns: columns))
    }
    return sources
  }
}
