import GRDB
import GRDBSQLite

/// The SQL functions on dates that this program's connections know beside SQLite's own.
enum DateFunctions {
  /// Makes them known to a GRDB connection.
  static func register(in database: Database) {
    if let connection = database.sqliteConnection { register(on: connection) }
  }

  /// Makes them known to a connection.
  static func register(on connection: OpaquePointer) {
  }
}
