import ArgumentParser
import TimelineStore
import TimelineWorkspace

/// `timeline check`: whether the database is sound and agrees with the folder.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check the database: structure, references, every quotation, the files beside it.",
    discussion: "The exit code is 2 when something is wrong. Notes alone are no problem.")

  @Flag(help: "Print the content digest alone: equal digests mean equal timelines.")
  var digest = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    if digest {
      let store = try store.reader()
      let text = try reporting { try store.contentDigest() }
      StandardStreams.write(text + "\n")
      return
    }
    let report: CheckReport
    if store.db != nil {
      let opened = try store.reader()
      report = try reporting {
        CheckReport(problems: try opened.verify().map(\.message))
      }
    } else {
      let folder = try store.writableFolder()
      report = try reporting { try Workspace.check(folder) }
    }
    for note in report.notes { StandardStreams.write("note: \(note)\n") }
    for problem in report.problems { StandardStreams.write("problem: \(problem)\n") }
    if report.problems.isEmpty {
      StandardStreams.write("ok\n")
    } else {
      throw ExitCode.foundProblems
    }
  }
}
