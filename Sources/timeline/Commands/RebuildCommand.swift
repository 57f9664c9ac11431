import ArgumentParser
import TimelineModel
import TimelineStore
import TimelineWorkspace

/// `timeline rebuild`: the database anew from documents and decisions.
struct RebuildCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rebuild",
    abstract: "Build the database anew from documents/ and decisions.jsonl.",
    discussion: """
      The new database is made beside the old one, checked (structure, references, every \
      quotation), and moved into its place in one step; readers keep the old one until they \
      reopen. When a check fails the old one stays and the exit code is 2. The same folder \
      always gives the same bytes.
      """)

  @Option(
    help: ArgumentHelp(
      "Keep the old database if events would fall by more than this share.",
      valueName: "percent"))
  var tolerance: Double?

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let tolerance, !(0...100).contains(tolerance) {
      throw ValidationError("--tolerance is a share in percent, 0 to 100.")
    }
  }

  func run() throws {
    let folder = try store.writableFolder()
    let report = try reporting {
      try Workspace.rebuild(
        folder, command: "rebuild", tolerance: tolerance.map { $0 / 100 })
    }
    for sentence in report.rejected { StandardStreams.complain(sentence) }
    for sentence in report.warnings { StandardStreams.note("warning: \(sentence)") }
    let counts = report.counts
    var line =
      "rebuilt: \(counts.documents) documents, \(counts.events) events "
      + "(\(counts.undated) undated), \(counts.decisions) decisions"
    for (status, words) in [(DecisionStatus.conflict, "in conflict"), (.orphan, "orphaned")] {
      let number = report.statuses[status] ?? 0
      if number > 0 { line += ", \(number) \(words)" }
    }
    if let before = report.before, before.events != counts.events {
      line += "; \(before.events) events before"
    }
    StandardStreams.write(line + "\n")
    if !report.rejected.isEmpty { throw ExitCode.someRejected }
  }
}
