import Foundation
import GRDB

extension TimelineStore {
  /// Writes the database as a new file whose bytes depend on its content alone.
  ///
  /// Documents are numbered by name, full-text indexes and statistics are made anew, and the file
  /// is vacuumed into place. The path must be free; moving the file over an older one and syncing
  /// the folder is the caller's work.
  public func publish(to path: String) throws(StoreError) {
    if FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
    try access { database throws(StoreError) in try Publishing.normalise(database) }
    try direct { database throws(StoreError) in
      let statement = try SQLStatement(database, "VACUUM INTO ?")
      statement.bind(1, path)
      try statement.run()
    }
  }
}

/// What makes equal content equal bytes.
enum Publishing {
  static func normalise(_ database: Database) throws(StoreError) {
    // Numbers go through the negative half, so that no two documents ever share one.
    try database.run(
      """
      UPDATE document SET number = -rank FROM
        (SELECT name AS ranked, row_number() OVER (ORDER BY name) AS rank FROM document)
      WHERE name = ranked;
      UPDATE document SET number = -number;
      """)
    try TextIndex.rebuildDocuments(in: database)
    try TextIndex.rebuildEvents(in: database)
    try database.run(
      """
      INSERT INTO document_text (document_text) VALUES ('optimize');
      INSERT INTO event_text (event_text) VALUES ('optimize');
      ANALYZE;
      """)
  }
}

extension TimelineStore {
  /// Lets the file grow by that many pages of 4 KB and no more, as a full disk would.
  package func limitPages(toMoreThanNow pages: Int) throws(StoreError) {
    try direct { database throws(StoreError) in
      let now = try database.integer("PRAGMA page_count")
      try database.run("PRAGMA max_page_count = \(now + pages)")
    }
  }
}

extension TimelineStore {
  /// Runs a statement as it is, for tests of what the schema refuses.
  package func execute(_ sql: String) throws(StoreError) {
    try access { database throws(StoreError) in try database.run(sql) }
  }
}
