import Foundation
import GRDB
import GRDBSQLite

/// A value that SQL gave.
public enum SQLCell: Sendable, Hashable {
  /// No value.
  case null
  /// A whole number.
  case integer(Int)
  /// A number.
  case real(Double)
  /// A text.
  case text(String)
  /// Bytes.
  case blob([UInt8])
}

/// What a statement gave.
public struct SQLResult: Sendable, Hashable {
  /// The names of the columns.
  public var columns: [String]
  /// The rows.
  public var rows: [[SQLCell]]
  /// Whether there were more rows than the limit.
  public var isCut: Bool
}

extension TimelineStore {
  /// Runs one statement that reads, over a connection that can do nothing else.
  ///
  /// The connection is read-only, and an authorizer refuses everything but reading: no writes, no
  /// ATTACH, no extensions, no pragmas that set something.
  ///
  /// - Parameters:
  ///   - sql: One statement, with named parameters or none.
  ///   - parameters: Values by name, without the `:`, `@` or `$` before it; a text that is a
  ///     number is bound as one.
  ///   - limit: At most how many rows; the result says whether there were more.
  ///   - timeout: After how many seconds the statement is stopped.
  /// - Returns: the columns' names and the rows.
  /// - Throws: `refused` for statements that could change something, `timedOut`, or `statement`
  ///   with SQLite's own words.
  public func query(
    _ sql: String, parameters: [String: String] = [:], limit: Int? = nil, timeout: Double? = nil
  ) throws(StoreError) -> SQLResult {
    var whole = SQLResult(columns: [], rows: [], isCut: false)
    try query(sql, parameters: parameters, limit: limit, timeout: timeout, batch: .max) {
      whole = $0
    }
    return whole
  }

  /// Runs one statement that reads, and hands out its rows in batches, so that a long result never
  /// stands in memory; the last batch, which may be empty, says whether the limit cut it.
  ///
  /// - Throws: as `query` does; batches may have been handed out before.
  public func query(
    _ sql: String, parameters: [String: String] = [:], limit: Int? = nil, timeout: Double? = nil,
    batch: Int, receive: (SQLResult) -> Void
  ) throws(StoreError) {
    var rows: [[SQLCell]] = []
    var count = 0
    var isCut = false
    let session = try SQLSession(path: path)
    let columns = try session.run(sql, parameters: parameters, timeout: timeout) { columns, row in
      if let limit, count == limit {
        isCut = true
        return false
      }
      if rows.count == batch {
        receive(SQLResult(columns: columns, rows: rows, isCut: false))
        rows.removeAll(keepingCapacity: true)
      }
      rows.append(row)
      count += 1
      return true
    }
    receive(SQLResult(columns: columns, rows: rows, isCut: isCut))
  }
}

/// A connection on which only reading is allowed.
struct SQLSession: ~Copyable {
  private let connection: OpaquePointer

  /// Opens a file for reading only.
  init(path: String) throws(StoreError) {
    var connection: OpaquePointer?
    let code = sqlite3_open_v2(path, &connection, SQLITE_OPEN_READONLY, nil)
    guard code == SQLITE_OK, let connection else {
      let error = StoreError(code: code, connection: connection)
      sqlite3_close_v2(connection)
      throw error
    }
    self.connection = connection
    sqlite3_busy_timeout(connection, 5000)
    // Views of a file that came by mail may not call functions with effects.
    sqlite3_exec(connection, "PRAGMA trusted_schema = OFF", nil, nil, nil)
    DateFunctions.register(on: connection)
    sqlite3_set_authorizer(connection, authorize, nil)
  }

  deinit { sqlite3_close_v2(connection) }

  /// Runs one statement and hands out its rows until the receiver has enough.
  ///
  /// - Returns: the names of the columns.
  func run(
    _ sql: String, parameters: [String: String], timeout: Double?,
    row receive: ([String], [SQLCell]) -> Bool
  ) throws(StoreError) -> [String] {
    let deadline = timeout.map { Deadline(seconds: $0) }
    if let deadline {
      sqlite3_progress_handler(
        connection, 10_000,
        { context in
          guard let context else { return 0 }
          return Unmanaged<Deadline>.fromOpaque(context).takeUnretainedValue().hasPassed ? 1 : 0
        }, Unmanaged.passUnretained(deadline).toOpaque())
    }
    defer { sqlite3_progress_handler(connection, 0, nil, nil) }
    return try withExtendedLifetime(deadline) { () throws(StoreError) in
      do throws(StoreError) { return try read(sql, parameters, receive) } catch {
        if let timeout, deadline?.hasPassed == true { throw StoreError.timedOut(seconds: timeout) }
        throw error
      }
    }
  }

  private func read(
    _ sql: String, _ parameters: [String: String], _ receive: ([String], [SQLCell]) -> Bool
  ) throws(StoreError) -> [String] {
    let statement = try compile(sql)
    guard statement.isReadOnly else {
      throw .refused("this only reads: the statement would change something (\(firstWord(sql)))")
    }
    try bind(parameters, to: statement)
    let columns = (0..<statement.columnCount).map { statement.columnName($0) }
    while try statement.step() {
      let values = (0..<columns.count).map { statement.cell($0) }
      if !receive(columns, values) { break }
    }
    statement.reset()
    return columns
  }

  /// Compiles the statement; a refusal says what was refused.
  private func compile(_ sql: String) throws(StoreError) -> SQLStatement {
    do throws(StoreError) {
      return try SQLStatement(connection: connection, onlyStatement: sql)
    } catch {
      let message: String
      switch error {
      case .refused(let words): message = words
      case .statement(let words) where words.hasPrefix("not authorized"): message = words
      default: throw error
      }
      throw .refused(
        message.contains("function")
          ? "this only reads: \(message)"
          : "this only reads: the statement would change something (\(firstWord(sql)))")
    }
  }

  private func bind(
    _ parameters: [String: String], to statement: borrowing SQLStatement
  ) throws(StoreError) {
    var unused = Set(parameters.keys)
    for (index, name) in statement.parameterNames.enumerated() {
      guard let name else {
        throw .statement("name the parameters, as in :actor, and give them with -p actor VALUE")
      }
      let key = String(name.dropFirst())
      guard let value = parameters[key] else {
        throw .statement("the parameter \(name) has no value: give it with -p \(key) VALUE")
      }
      unused.remove(key)
      if let number = Int(value) {
        statement.bind(index + 1, number)
      } else if let number = Double(value), number.isFinite {
        statement.bind(index + 1, number)
      } else {
        statement.bind(index + 1, value)
      }
    }
    if let name = unused.min() {
      throw .statement("the statement has no parameter :\(name)")
    }
  }

  private func firstWord(_ sql: String) -> String {
    sql.split(whereSeparator: { !$0.isLetter }).first.map { $0.uppercased() } ?? "nothing"
  }
}

/// A point in time after which a statement is stopped.
private final class Deadline: Sendable {
  private let end: ContinuousClock.Instant

  init(seconds: Double) { end = ContinuousClock.now + .seconds(seconds) }

  var hasPassed: Bool { ContinuousClock.now >= end }
}

/// Pragmas that tell and cannot set.
private let readingPragmas: Set<String> = [
  "application_id", "collation_list", "compile_options", "data_version", "database_list",
  "encoding", "foreign_key_check", "foreign_key_list", "freelist_count", "function_list",
  "index_info", "index_list", "index_xinfo", "integrity_check", "journal_mode", "module_list",
  "page_count", "page_size", "pragma_list", "quick_check", "schema_version", "table_info",
  "table_list", "table_xinfo", "user_version",
]

/// Allows reading and nothing else.
private func authorize(
  _ context: UnsafeMutableRawPointer?, _ action: Int32, _ first: UnsafePointer<CChar>?,
  _ second: UnsafePointer<CChar>?, _ third: UnsafePointer<CChar>?, _ fourth: UnsafePointer<CChar>?
) -> Int32 {
  switch action {
  case SQLITE_SELECT, SQLITE_READ, SQLITE_RECURSIVE: return SQLITE_OK
  case SQLITE_FUNCTION:
    let name = second.map { String(cString: $0).lowercased() } ?? ""
    return ["load_extension", "fts3_tokenizer"].contains(name) ? SQLITE_DENY : SQLITE_OK
  case SQLITE_PRAGMA:
    let name = first.map { String(cString: $0).lowercased() } ?? ""
    guard readingPragmas.contains(name) else { return SQLITE_DENY }
    // The tables named pragma_… pass their argument as one; a pragma that could set has none.
    let takesName =
      name.hasSuffix("_info") || name.hasSuffix("_xinfo") || name.hasSuffix("_list")
      || name.hasSuffix("_check")
    return second == nil || takesName ? SQLITE_OK : SQLITE_DENY
  case SQLITE_UPDATE:
    // What connecting to a virtual table asks for; SQLite itself refuses the statement of that kind.
    return first.map { String(cString: $0) } == "sqlite_master" ? SQLITE_OK : SQLITE_DENY
  default: return SQLITE_DENY
  }
}
