import GRDB

/// The schema as the repository's migrations build it.
enum Schema {
  /// "TLDB", which tells this program's files from others.
  static let applicationID = 0x544C_4442

  /// The embedded migrations in order.
  static var migrations: [(name: String, sql: StaticString)] {
    EmbeddedText.names.filter { $0.hasSuffix(".sql") }.sorted().compactMap { name in
      EmbeddedText.file(name).map { (name, $0) }
    }
  }

  /// The version that this program writes: the number of migrations.
  static let version = migrations.count

  /// Builds the schema in an empty database.
  static func build(in database: Database) throws(StoreError) {
    for migration in migrations { try database.run("\(migration.sql)") }
    try database.run("PRAGMA application_id = \(applicationID)")
    try database.run("PRAGMA user_version = \(version)")
  }
}
