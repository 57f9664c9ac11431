import ArgumentParser

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
}
