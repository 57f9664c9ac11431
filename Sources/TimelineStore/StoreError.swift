/// What can go wrong with a timeline database, as the sentence that is printed.
public enum StoreError: Error, Sendable, Hashable {
  /// There is no such file.
  case missing(path: String)
  /// A file stands where a new one was to be made.
  case exists(path: String)
  /// The file is no SQLite database.
  case notADatabase(path: String)
  /// The file is an SQLite database, but not one of this program.
  case foreign(path: String)
  /// The file was made by a newer program.
  case newer(path: String, version: Int, supported: Int)
  /// The file was made by an older program and has to be rebuilt.
  case older(path: String, version: Int, supported: Int)
  /// The file is damaged.
  case corrupt(path: String, detail: String)
  /// A killed writer left a journal that only a command that may write can roll back.
  case interrupted(path: String)
  /// Another process is writing.
  case locked(path: String)
  /// The disk is full.
  case diskFull(path: String)
  /// The file or its folder may not be written.
  case readOnly(path: String)
  /// The file cannot be opened for another reason.
  case cannotOpen(path: String, reason: String)
  /// A value cannot be stored, or a stored one cannot be read.
  case invalidValue(String)
  /// SQLite refuses a statement; its own words.
  case statement(String)
  /// A statement that could change something was given where only reading is allowed.
  case refused(String)
  /// A statement took longer than it was given.
  case timedOut(seconds: Double)
}

extension StoreError: CustomStringConvertible {
  /// The sentence that is printed.
  public var description: String {
    switch self {
    case .missing(let path): "there is no database at \(path)"
    case .exists(let path): "\(path) is already there"
    case .notADatabase(let path): "\(path) is not an SQLite database"
    case .foreign(let path): "\(path) is an SQLite database, but not a timeline"
    case .newer(let path, let version, let supported):
      "\(path) has schema version \(version), made by a newer program; this one knows "
        + "version \(supported): update timeline, or rebuild the database with this program"
    case .older(let path, let version, let supported):
      "\(path) has schema version \(version); this program writes version \(supported): "
        + "run timeline rebuild"
    case .corrupt(let path, let detail): "\(path) is damaged (\(detail)): run timeline rebuild"
    case .interrupted(let path):
      "\(path) was left in the middle of a write; a command that may write repairs it"
    case .locked(let path): "\(path) is locked by another process; try again"
    case .diskFull(let path): "the disk is full while writing \(path); nothing was changed"
    case .readOnly(let path): "\(path) may not be written"
    case .cannotOpen(let path, let reason): "\(path) cannot be opened: \(reason)"
    case .invalidValue(let message): message
    case .statement(let message): message
    case .refused(let message): message
    case .timedOut(let seconds): "the statement was stopped after \(seconds) s"
    }
  }
}
