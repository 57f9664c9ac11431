import Foundation
import GRDB
import GRDBSQLite

/// A timeline database: one SQLite file that holds documents, mentions, events and decisions.
///
/// The store knows nothing of files to read or of extraction; it takes and gives the values of
/// `TimelineModel`. Every call is one transaction. A store is a value that may cross tasks; SQLite
/// serialises the accesses.
///
///     let store = try TimelineStore.create(at: "/tmp/timeline.sqlite")
///     try store.write { writer throws(StoreError) in try writer.replaceDocument(extraction) }
///     let found = try store.events(EventQuery())
public struct TimelineStore: Sendable {
  /// Whether a file is opened for writing.
  public enum Mode: Sendable, Hashable {
    /// Reading only; works in a folder that may not be written.
    case readOnly
    /// Reading and writing.
    case readWrite
  }

  /// The path of the file; empty for a database in memory.
  public let path: String
  let queue: DatabaseQueue
  private let recover: (@Sendable () -> Void)?

  /// How often a reading is tried again beside writers that are killed, and how long it rests in
  /// between, in microseconds.
  private static let attempts = 100
  private static let pause: UInt32 = 20_000

  private init(path: String, queue: DatabaseQueue, recover: (@Sendable () -> Void)? = nil) {
    self.path = path
    self.queue = queue
    self.recover = recover
  }

  /// The schema version that this program writes into `user_version`.
  public static var schemaVersion: Int { Schema.version }

  /// A new database file with the schema and the reference data in it.
  ///
  /// - Throws: `StoreError.exists` when there is a file, or what SQLite says.
  public static func create(at path: String) throws(StoreError) -> TimelineStore {
    if FileManager.default.fileExists(atPath: path) { throw .exists(path: path) }
    do {
      let queue = try DatabaseQueue(path: path, configuration: configuration(readOnly: false))
      return try TimelineStore(path: path, queue: queue).prepared()
    } catch { throw StoreError(error, path: path) }
  }

  /// A new database in memory, for tests and for work that leaves no file.
  public static func inMemory() throws(StoreError) -> TimelineStore {
    do {
      let queue = try DatabaseQueue(configuration: configuration(readOnly: false))
      return try TimelineStore(path: "", queue: queue).prepared()
    } catch { throw StoreError(error, path: "") }
  }

  /// An existing database.
  ///
  /// A writer that is killed leaves a journal, at any time, which who only reads cannot roll back;
  /// `recover` has that done, if it can be, and the reading is tried again for two seconds.
  ///
  /// - Throws: `missing`, `notADatabase`, `foreign`, `newer`, `older`, `corrupt`, `interrupted`
  ///   or `locked`, each with the sentence to print.
  public static func open(
    at path: String, mode: Mode, recover: (@Sendable () -> Void)? = nil
  ) throws(StoreError) -> TimelineStore {
    guard FileManager.default.fileExists(atPath: path) else { throw .missing(path: path) }
    let store = try trying(path, recover) {
      TimelineStore(
        path: path,
        queue: try DatabaseQueue(
          path: path, configuration: configuration(readOnly: mode == .readOnly)),
        recover: recover)
    }
    try store.checkIdentity()
    return store
  }

  /// Does something that meets a journal, if it does, before anything is read: what a killed writer
  /// left is rolled back then if that can be done.
  private static func trying<Value>(
    _ path: String, _ recover: (@Sendable () -> Void)?, _ body: () throws -> Value
  ) throws(StoreError) -> Value {
    var attempts = 0
    while true {
      do { return try body() } catch {
        let error = StoreError(error, path: path)
        guard case .interrupted = error, let recover, attempts < TimelineStore.attempts else {
          throw error
        }
        attempts += 1
        recover()
        usleep(TimelineStore.pause)
      }
    }
  }

  private static func configuration(readOnly: Bool) -> Configuration {
    var configuration = Configuration()
    configuration.readonly = readOnly
    configuration.foreignKeysEnabled = true
    configuration.busyMode = .timeout(5)
    configuration.prepareDatabase { database in
      // Views and triggers of a file that came by mail may not call functions with effects.
      try database.run("PRAGMA trusted_schema = OFF")
      // 64 MB of pages, taken as they are needed: SQLite's own 2 MB hold no million of events.
      try database.run("PRAGMA cache_size = -65536")
      DateFunctions.register(in: database)
    }
    return configuration
  }

  private func prepared() throws(StoreError) -> TimelineStore {
    // Bytes left in freed pages would make equal content unequal, and could leak removed text.
    try direct { database throws(StoreError) in
      try database.run("PRAGMA page_size = 4096; PRAGMA journal_mode = DELETE")
    }
    try access { database throws(StoreError) in
      try Schema.build(in: database)
      try ReferenceData.load(into: database)
    }
    return self
  }

  /// Refuses files that this program did not make or cannot read.
  private func checkIdentity() throws(StoreError) {
    let (application, version) = try reading { database throws(StoreError) in
      (
        try database.integer("PRAGMA application_id"), try database.integer("PRAGMA user_version")
      )
    }
    guard application == Schema.applicationID else { throw .foreign(path: path) }
    if version > Schema.version {
      throw .newer(path: path, version: version, supported: Schema.version)
    }
    if version < Schema.version {
      throw .older(path: path, version: version, supported: Schema.version)
    }
  }

  /// Reads in one transaction.
  func reading<Value>(_ body: (Database) throws(StoreError) -> Value) throws(StoreError) -> Value {
    try TimelineStore.trying(path, recover) {
      try queue.read { database in try body(database) }
    }
  }

  /// Writes in one transaction, which an error rolls back.
  func access<Value>(_ body: (Database) throws(StoreError) -> Value) throws(StoreError) -> Value {
    do { return try queue.write { database in try body(database) } } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Runs without a transaction, as VACUUM and some pragmas want it.
  func direct<Value>(_ body: (Database) throws(StoreError) -> Value) throws(StoreError) -> Value {
    do { return try queue.writeWithoutTransaction { database in try body(database) } } catch {
      throw StoreError(error, path: path)
    }
  }

  /// Writes in one transaction; when the body throws, nothing has changed.
  ///
  ///     try store.write { writer throws(StoreError) in
  ///       try writer.replaceDocument(extraction)
  ///       try writer.replaceEvents(events)
  ///     }
  public func write<Value>(_ body: (StoreWriter) throws(StoreError) -> Value)
    throws(StoreError) -> Value
  {
    try access { database throws(StoreError) in try body(StoreWriter(database: database)) }
  }

  /// Closes the file; later calls throw.
  public func close() throws(StoreError) {
    do { try queue.close() } catch { throw StoreError(error, path: path) }
  }
}
