import GRDB

/// The SQL functions on dates that this program's connections know beside SQLite's own.
enum DateFunctions {
  /// Makes them known to a connection.
  static func register(in database: Database) {
  }
}
