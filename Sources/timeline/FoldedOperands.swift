import ArgumentParser

/// Commands that take any number of files.
///
/// The argument parser copies what it has at every value of a repeated argument: twenty thousand
/// files would keep it busy for nine seconds. So long runs of them go through it as one value.
protocol TakesManyFiles {}

/// Many operands in one value, joined by NUL, which no argument of a process can hold.
enum FoldedOperands {
  /// The number of arguments up to which nothing is folded.
  static let few = 100

  /// The arguments with long runs of operands of a command that takes many files as one value each.
  static func fold(_ arguments: [String]) -> [String] {
    guard arguments.count > few,
      let command = TimelineCommand.configuration.subcommands.first(where: {
        $0.configuration.commandName == arguments[0]
      }), command is any TakesManyFiles.Type
    else { return arguments }
    var folded = [arguments[0]]
    var run: [String] = []
    var areOptionsOver = false
    func close() {
      // The first of a run may be the value of the option before it.
      if let first = run.first { folded.append(first) }
      if run.count > 1 { folded.append(run.dropFirst().joined(separator: "\0")) }
      run = []
    }
    for argument in arguments.dropFirst() {
      if areOptionsOver || argument == "-" || !argument.hasPrefix("-") {
        run.append(argument)
      } else {
        close()
        folded.append(argument)
        areOptionsOver = argument == "--"
      }
    }
    close()
    return folded
  }

  /// The operands of values that may be folded.
  static func unfold(_ values: [String]) -> [String] {
    values.flatMap { $0.split(separator: "\0", omittingEmptySubsequences: false).map(String.init) }
  }
}
