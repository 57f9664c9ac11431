import GRDB

/// The full-text indexes over external content, which have to be told of every change.
enum TextIndex {
  /// Takes a document (by name) out of the index, while it still stands in its table.
  static let removeDocument = """
    INSERT INTO document_text (document_text, rowid, title, text)
    SELECT 'delete', s.number, s.title, s.text FROM document_searchable AS s
    JOIN document AS d ON d.number = s.number WHERE d.name = ?
    """

  /// Puts a document (by number) into the index.
  static let addDocument = """
    INSERT INTO document_text (rowid, title, text)
    SELECT number, title, text FROM document_searchable WHERE number = ?
    """

  /// Indexes the events anew.
  static func rebuildEvents(in database: Database) throws(StoreError) {
    try database.run("INSERT INTO event_text (event_text) VALUES ('rebuild')")
  }

  /// Indexes the documents anew.
  static func rebuildDocuments(in database: Database) throws(StoreError) {
    try database.run("INSERT INTO document_text (document_text) VALUES ('rebuild')")
  }
}
