import GRDB

/// Loads the embedded reference tables (types, countries, organisations, places) into a new file.
enum ReferenceData {
  /// A file of the reference data and the table that takes it.
  private struct Source {
    let file: String
    let table: String
    /// Columns whose entries are other names of the same thing.
    let aliasColumns: [String]
    /// Columns that are the empty text and not null when there is nothing.
    var required: Set<String> = ["name", "code"]
  }

  private static let sources = [
    Source(file: "event_types.tsv", table: "event_type", aliasColumns: []),
    Source(
      file: "countries.tsv", table: "country",
      aliasColumns: ["code", "adjectives", "people", "aliases"], required: ["name"]),
    Source(file: "organisations.tsv", table: "organisation", aliasColumns: ["aliases"]),
    Source(
      file: "places.tsv", table: "place", aliasColumns: ["aliases"],
      required: ["name", "country"]),
  ]

  /// Fills the reference tables and the reference part of `alias`.
  static func load(into database: Database) throws(StoreError) {
    for source in sources {
      guard let text = EmbeddedText.file(source.file) else { continue }
      try load(source, text, into: database)
    }
  }

  /// Replaces what another program filled them with.
  static func reload(into database: Database) throws(StoreError) {
    for source in sources { try database.run("DELETE FROM \(source.table)") }
    try database.run("DELETE FROM alias")
    try load(into: database)
  }

  /// Fills the table of event types, which must be empty.
  static func loadEventTypes(into database: Database) throws(StoreError) {
    guard let source = sources.first, let text = EmbeddedText.file(source.file) else { return }
    try load(source, text, into: database)
  }

  /// Copies the columns that the table has; the last comment line of the head names them.
  private static func load(
    _ source: Source, _ text: StaticString, into database: Database
  ) throws(StoreError) {
    let table = try database.columnNames(of: source.table)
    var header: [String] = []
    var insert: SQLStatement?
    let alias = try SQLStatement(
      database, "INSERT OR IGNORE INTO alias VALUES (?, ?, 'reference')")
    var kept: [(name: String, index: Int)] = []
    for line in "\(text)".utf8.split(separator: UInt8(ascii: "\n")) {
      let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
      if line.first == UInt8(ascii: "#") {
        if fields.count > 1 { header = [String(fields[0].dropFirst(2))] + fields.dropFirst() }
        continue
      }
      if insert == nil {
        kept = header.enumerated().filter { table.contains($0.element) }
          .map { ($0.element, $0.offset) }
        guard !kept.isEmpty else { return }
        insert = try SQLStatement(
          database,
          "INSERT OR IGNORE INTO \(source.table) (\(kept.map(\.name).joined(separator: ", "))) "
            + "VALUES (\(placeholders(kept.count)))")
      }
      for (parameter, column) in kept.enumerated() {
        let value = column.index < fields.count ? fields[column.index] : ""
        insert?.bind(
          parameter + 1, value.isEmpty && !source.required.contains(column.name) ? nil : value)
      }
      try insert?.run()
      for column in source.aliasColumns {
        guard let index = header.firstIndex(of: column), index < fields.count else { continue }
        for name in fields[index].split(separator: "|") where name != fields[0] {
          alias.bind(1, String(name))
          alias.bind(2, fields[0])
          try alias.run()
        }
      }
    }
  }
}

extension Database {
  /// The names of a table's columns.
  func columnNames(of table: String) throws(StoreError) -> Set<String> {
    let row = try SQLStatement(self, "SELECT name FROM pragma_table_xinfo(?)")
    row.bind(1, table)
    var names: Set<String> = []
    while try row.step() { names.insert(row.text(0)) }
    return names
  }
}
