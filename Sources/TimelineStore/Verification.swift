import GRDB

/// Something wrong inside a database, as a sentence.
public struct StoreFinding: Sendable, Hashable {
  /// A stable identifier: `integrity`, `foreign-key`, `quote`, `member`, `text-index`.
  public var code: String
  /// The sentence for people.
  public var message: String
}

extension TimelineStore {
  /// Checks the whole file; an empty list says that all is well.
  ///
  /// SQLite's own structures and references, every quotation and date phrase against the text of
  /// its document, and every event's evidence.
  public func verify() throws(StoreError) -> [StoreFinding] {
    try reading { database throws(StoreError) in
      var findings: [StoreFinding] = []
      func collect(_ code: String, _ sql: String) throws(StoreError) {
        let row = try SQLStatement(database, sql)
        while try row.step() {
          findings.append(StoreFinding(code: code, message: row.text(0)))
        }
      }
      try collect(
        "integrity",
        "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok'")
      try collect(
        "foreign-key",
        "SELECT 'a row of ' || \"table\" || ' refers to a missing row of ' || parent "
          + "FROM pragma_foreign_key_check")
      try collect(
        "quote",
        "SELECT 'the quotation of ' || m.id || ' does not stand at ' || m.quote_begin || ' in ' "
          + "|| m.document FROM mention AS m JOIN document AS d ON d.name = m.document "
          + "WHERE substr(d.text, m.quote_begin + 1, m.quote_end - m.quote_begin) <> m.quote "
          + "ORDER BY m.document, m.position")
      try collect(
        "member",
        "SELECT 'event ' || e.id || ' has no mention to cite' FROM event_record AS e "
          + "WHERE e.origin = 'extracted' AND e.quote IS NULL ORDER BY e.id")
      try collect(
        "member",
        "SELECT 'event ' || em.event || ' cites mention ' || em.mention || ', which is gone' "
          + "FROM event_member AS em WHERE NOT EXISTS "
          + "(SELECT 1 FROM mention AS m WHERE m.id = em.mention) ORDER BY em.event, em.position")
      return findings
    }
  }
}
