public import DocumentReading
public import TimelineStore

/// What can go wrong with a timeline folder; the description is the sentence that is printed.
public enum WorkspaceError: Error, Sendable, Hashable {
  /// No timeline folder here or above.
  case noFolder(path: String)
  /// The place that was named is no timeline folder.
  case notAFolder(path: String)
  /// Something that was named is not there.
  case notFound(String)
  /// What was asked for makes no sense as it was put.
  case invalid(String)
  /// Somebody else is writing.
  case locked(holder: String)
  /// A file cannot be read.
  case cannotRead(path: String, reason: String)
  /// A file cannot be written.
  case cannotWrite(path: String, reason: String)
  /// A decision stands in the file, but the database could not be brought up to date.
  case recordedNotApplied(id: String, reason: String)
  /// A new database did not pass its gates; the old one stands.
  case gatesFailed([String])
  /// A document cannot be read.
  case reading(ReadingError)
  /// The database says no.
  case store(StoreError)
}

extension WorkspaceError: CustomStringConvertible {
  /// The sentence that is printed.
  public var description: String {
    switch self {
    case .noFolder(let path):
      "there is no timeline folder in \(path) or above it: make one with timeline init"
    case .notAFolder(let path):
      "\(path) is not a timeline folder: make one with timeline init \(path)"
    case .notFound(let sentence), .invalid(let sentence): sentence
    case .locked(let holder): "the timeline is being written by \(holder); try again"
    case .cannotRead(let path, let reason): "\(path) cannot be read: \(reason)"
    case .cannotWrite(let path, let reason): "\(path) cannot be written: \(reason)"
    case .recordedNotApplied(let id, let reason):
      "the decision \(id) is kept in decisions.jsonl but not yet applied (\(reason)); "
        + "the next command that writes applies it"
    case .gatesFailed(let findings):
      "the new database did not pass its checks and the old one was kept: "
        + findings.prefix(5).joined(separator: "; ")
        + (findings.count > 5 ? "; and \(findings.count - 5) more" : "")
    case .reading(let error): error.description
    case .store(let error): error.description
    }
  }
}
