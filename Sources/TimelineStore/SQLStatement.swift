import GRDB
import GRDBSQLite

/// One prepared statement over SQLite's C interface, for the hot paths.
///
/// Binding and stepping through GRDB costs about half the speed of a bulk load; this is the one
/// file that speaks to SQLite directly. A statement lives inside one database access and is
/// finalised with its scope.
struct SQLStatement: ~Copyable {
  private let handle: OpaquePointer
  private let connection: OpaquePointer
  /// What finalises the handle instead, when it is one of the connection's cache.
  private let owner: Statement?

  /// Compiles one statement.
  init(_ database: Database, _ sql: String) throws(StoreError) {
    guard let connection = database.sqliteConnection else {
      throw .statement("the database is closed")
    }
    var handle: OpaquePointer?
    let code = sqlite3_prepare_v2(connection, sql, -1, &handle, nil)
    guard code == SQLITE_OK, let handle else {
      throw StoreError(code: code, connection: connection)
    }
    self.connection = connection
    self.handle = handle
    owner = nil
  }

  /// Takes a statement from the connection's cache, which compiles it the first time only.
  ///
  /// Compiling the overlap query costs as much as reading a hundred of its rows. A statement of the
  /// cache must not be in use twice at once.
  init(cachedIn database: Database, _ sql: String) throws(StoreError) {
    guard let connection = database.sqliteConnection else {
      throw .statement("the database is closed")
    }
    do {
      let statement = try database.cachedStatement(sql: sql)
      handle = statement.sqliteStatement
      owner = statement
    } catch { throw StoreError(error, path: "") }
    self.connection = connection
  }

  /// Compiles a text that must hold exactly one statement.
  init(connection: OpaquePointer, onlyStatement sql: String) throws(StoreError) {
    var first: OpaquePointer?
    var rest = 0
    let code = sql.withCString { start in
      var tail: UnsafePointer<CChar>?
      let code = sqlite3_prepare_v2(connection, start, -1, &first, &tail)
      rest = tail.map { $0 - start } ?? 0
      return code
    }
    guard code == SQLITE_OK else { throw StoreError(code: code, connection: connection) }
    guard let first else { throw .statement("there is no statement to run") }
    var second: OpaquePointer?
    let tail = String(decoding: Array(sql.utf8)[min(rest, sql.utf8.count)...], as: UTF8.self)
    let tailCode = sqlite3_prepare_v2(connection, tail, -1, &second, nil)
    if tailCode != SQLITE_OK || second != nil {
      sqlite3_finalize(first)
      sqlite3_finalize(second)
      throw .statement("one statement at a time")
    }
    self.connection = connection
    handle = first
    owner = nil
  }

  deinit {
    if owner == nil {
      sqlite3_finalize(handle)
    } else {
      sqlite3_reset(handle)
      sqlite3_clear_bindings(handle)
    }
  }

  /// Tells SQLite to copy bound bytes before the call returns.
  private static var transient: sqlite3_destructor_type {
    unsafeBitCast(-1, to: sqlite3_destructor_type.self)
  }

  /// Binds a text, or null.
  func bind(_ index: Int, _ text: String?) {
    guard var text else {
      sqlite3_bind_null(handle, Int32(index))
      return
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { characters in
        // An empty string's buffer may have no address, and a null pointer would bind null.
        let code =
          characters.isEmpty
          ? sqlite3_bind_text(handle, Int32(index), "", 0, SQLStatement.transient)
          : sqlite3_bind_text(
            handle, Int32(index), characters.baseAddress, Int32(characters.count),
            SQLStatement.transient)
        assert(code == SQLITE_OK)
      }
    }
  }

  /// Binds UTF-8 bytes as a text.
  func bind(_ index: Int, utf8 bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      let characters = raw.bindMemory(to: CChar.self)
      if let base = characters.baseAddress {
        sqlite3_bind_text64(
          handle, Int32(index), base, UInt64(characters.count), SQLStatement.transient,
          UInt8(SQLITE_UTF8))
      } else {
        sqlite3_bind_text(handle, Int32(index), "", 0, SQLStatement.transient)
      }
    }
  }

  /// Binds bytes as a blob.
  func bind(_ index: Int, blob bytes: [UInt8]) {
    bytes.withUnsafeBytes { raw in
      // No bytes may have no address, and a null pointer would bind null.
      let code =
        raw.isEmpty
        ? sqlite3_bind_zeroblob(handle, Int32(index), 0)
        : sqlite3_bind_blob(
          handle, Int32(index), raw.baseAddress, Int32(raw.count), SQLStatement.transient)
      assert(code == SQLITE_OK)
    }
  }

  /// Binds a whole number, or null.
  func bind(_ index: Int, _ number: Int?) {
    if let number {
      sqlite3_bind_int64(handle, Int32(index), Int64(number))
    } else {
      sqlite3_bind_null(handle, Int32(index))
    }
  }

  /// Binds a truth value as 0 or 1.
  func bind(_ index: Int, _ flag: Bool) { sqlite3_bind_int64(handle, Int32(index), flag ? 1 : 0) }

  /// Binds a number.
  func bind(_ index: Int, _ number: Double) { sqlite3_bind_double(handle, Int32(index), number) }

  /// Runs a statement that gives no rows and makes it ready for the next values.
  func run() throws(StoreError) {
    let code = sqlite3_step(handle)
    guard code == SQLITE_DONE || code == SQLITE_ROW else {
      let error = StoreError(code: code, connection: connection)
      sqlite3_reset(handle)
      throw error
    }
    sqlite3_reset(handle)
  }

  /// Moves to the next row; false at the end, when the statement is ready for the next values.
  func step() throws(StoreError) -> Bool {
    let code = sqlite3_step(handle)
    if code == SQLITE_ROW { return true }
    let error = code == SQLITE_DONE ? nil : StoreError(code: code, connection: connection)
    sqlite3_reset(handle)
    if let error { throw error }
    return false
  }

  /// Ends a reading early.
  func reset() { sqlite3_reset(handle) }

  /// The number of columns of the result.
  var columnCount: Int { Int(sqlite3_column_count(handle)) }

  /// The name of a column of the result.
  func columnName(_ column: Int) -> String {
    sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
  }

  /// The declared type of a column of the result, if it is one of a table.
  func declaredType(_ column: Int) -> String? {
    sqlite3_column_decltype(handle, Int32(column)).map { String(cString: $0) }
  }

  /// Whether the statement can change nothing.
  var isReadOnly: Bool { sqlite3_stmt_readonly(handle) != 0 }

  /// The number of parameters and the name of each, `nil` for a bare `?`.
  var parameterNames: [String?] {
    (0..<Int(sqlite3_bind_parameter_count(handle))).map { index in
      sqlite3_bind_parameter_name(handle, Int32(index + 1)).map { String(cString: $0) }
    }
  }

  /// The fundamental type code of a value of the current row.
  func type(_ column: Int) -> Int32 { sqlite3_column_type(handle, Int32(column)) }

  /// Whether a value of the current row is null.
  func isNull(_ column: Int) -> Bool { type(column) == SQLITE_NULL }

  /// The UTF-8 bytes of a text or blob of the current row.
  func bytes(_ column: Int) -> [UInt8] {
    let isBlob = type(column) == SQLITE_BLOB
    let base: UnsafeRawPointer? =
      isBlob
      ? sqlite3_column_blob(handle, Int32(column))
      : UnsafeRawPointer(sqlite3_column_text(handle, Int32(column)))
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    guard let base, count > 0 else { return [] }
    return Array(UnsafeRawBufferPointer(start: base, count: count))
  }

  /// A text of the current row; empty for null.
  func text(_ column: Int) -> String {
    guard let base = sqlite3_column_text(handle, Int32(column)) else { return "" }
    let count = Int(sqlite3_column_bytes(handle, Int32(column)))
    return String(decoding: UnsafeBufferPointer(start: base, count: count), as: UTF8.self)
  }

  /// A text of the current row, or nil for null.
  func optionalText(_ column: Int) -> String? { isNull(column) ? nil : text(column) }

  /// A whole number of the current row; 0 for null.
  func int(_ column: Int) -> Int { Int(sqlite3_column_int64(handle, Int32(column))) }

  /// A whole number of the current row, or nil for null.
  func optionalInt(_ column: Int) -> Int? { isNull(column) ? nil : int(column) }

  /// A value of the current row as it is.
  func cell(_ column: Int) -> SQLCell {
    switch type(column) {
    case SQLITE_INTEGER: .integer(int(column))
    case SQLITE_FLOAT: .real(double(column))
    case SQLITE_TEXT: .text(text(column))
    case SQLITE_BLOB: .blob(bytes(column))
    default: .null
    }
  }

  /// A truth value of the current row.
  func flag(_ column: Int) -> Bool { int(column) != 0 }

  /// A number of the current row; 0 for null.
  func double(_ column: Int) -> Double { sqlite3_column_double(handle, Int32(column)) }
}

extension Database {
  /// Runs one or more statements that take no values and give no rows.
  func run(_ sql: String) throws(StoreError) {
    guard let connection = sqliteConnection else { throw .statement("the database is closed") }
    let code = sqlite3_exec(connection, sql, nil, nil, nil)
    guard code == SQLITE_OK else { throw StoreError(code: code, connection: connection) }
  }

  /// The first value of the first row as a whole number; 0 when there is none.
  func integer(_ sql: String) throws(StoreError) -> Int {
    let statement = try SQLStatement(self, sql)
    return try statement.step() ? statement.int(0) : 0
  }
}

extension StoreError {
  /// The error of a result code on a connection, with the file's path and SQLite's own words.
  init(code: Int32, connection: OpaquePointer?) {
    let path = connection.flatMap { sqlite3_db_filename($0, "main") }.map { String(cString: $0) }
    let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) } ?? ""
    let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
    self.init(code: extended, message: message, path: path ?? "")
  }

  /// The error of an extended result code.
  init(code: Int32, message: String, path: String) {
    let path = path.isEmpty ? "the database in memory" : path
    // SQLITE_READONLY_ROLLBACK and SQLITE_READONLY_RECOVERY, which the C header computes.
    if code == SQLITE_READONLY | (3 << 8) || code == SQLITE_READONLY | (1 << 8) {
      self = .interrupted(path: path)
      return
    }
    switch code & 0xff {
    case SQLITE_BUSY, SQLITE_LOCKED: self = .locked(path: path)
    case SQLITE_FULL: self = .diskFull(path: path)
    case SQLITE_READONLY, SQLITE_PERM: self = .readOnly(path: path)
    case SQLITE_CORRUPT: self = .corrupt(path: path, detail: message)
    case SQLITE_NOTADB: self = .notADatabase(path: path)
    case SQLITE_CANTOPEN, SQLITE_IOERR: self = .cannotOpen(path: path, reason: message)
    case SQLITE_AUTH: self = .refused(message)
    default: self = .statement(message)
    }
  }

  /// The error of anything GRDB throws.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as StoreError: self = error
    case let error as DatabaseError:
      self = StoreError(
        code: error.extendedResultCode.rawValue, message: error.message ?? "\(error)", path: path)
    default: self = .cannotOpen(path: path, reason: "\(error)")
    }
  }
}
