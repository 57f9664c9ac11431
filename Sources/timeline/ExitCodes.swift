import ArgumentParser
import DocumentReading
import Glibc
import TimelineStore
import TimelineWorkspace

/// The exit codes of every command; `Documentation/Failures.md` lists what leads to which.
extension ExitCode {
  /// It ran and found problems.
  static let foundProblems = ExitCode(2)
  /// The command line is wrong.
  static let usage = ExitCode(64)
  /// Some inputs were rejected, the others are done.
  static let someRejected = ExitCode(65)
  /// What was asked for does not exist.
  static let notFound = ExitCode(66)
  /// Reading or writing failed.
  static let inputOutput = ExitCode(74)
  /// Somebody else is writing; try again.
  static let locked = ExitCode(75)

  /// The code of an error of a database.
  init(_ error: StoreError) {
    switch error {
    case .missing: self = .notFound
    case .locked: self = .locked
    case .interrupted, .diskFull, .readOnly, .cannotOpen, .exists: self = .inputOutput
    case .notADatabase, .foreign, .newer, .older, .corrupt, .invalidValue, .statement, .refused,
      .timedOut:
      self = .failure
    }
  }

  /// The code of an error of a document.
  init(_ error: ReadingError) {
    switch error {
    case .notFound: self = .notFound
    case .unreadable: self = .inputOutput
    case .isDirectory, .noDocuments, .empty, .binary, .badMetadata, .badDate: self = .someRejected
    }
  }

  /// The code of an error of a timeline folder.
  init(_ error: WorkspaceError) {
    switch error {
    case .noFolder, .notAFolder, .notFound: self = .notFound
    case .invalid: self = .usage
    case .locked: self = .locked
    case .cannotRead, .cannotWrite, .recordedNotApplied: self = .inputOutput
    case .gatesFailed: self = .foundProblems
    case .reading(let error): self.init(error)
    case .store(let error): self.init(error)
    }
  }
}

/// Runs a command's work; an error becomes one sentence on standard error and its exit code.
///
/// - Throws: `ExitCode`, or what ArgumentParser has to print itself.
func reporting<Value>(_ body: () throws -> Value) throws -> Value {
  do {
    return try body()
  } catch let error as WorkspaceError {
    StandardStreams.complain(error.description)
    throw ExitCode(error)
  } catch let error as StoreError {
    StandardStreams.complain(error.description)
    throw ExitCode(error)
  } catch let error as ReadingError {
    StandardStreams.complain(error.description)
    throw ExitCode(error)
  }
}
