import GRDB

/// Loads the embedded reference tables (types, countries, organisations, places) into a new file.
enum ReferenceData {
  /// Fills `event_type`, `known_name` and the reference part of `alias`.
  static func load(into database: Database) throws(StoreError) {
  }
}
