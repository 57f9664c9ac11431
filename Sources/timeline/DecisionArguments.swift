import ArgumentParser
import Foundation
import TimelineIngest
import TimelineModel
import TimelineWorkspace

/// Who decides and why: what every command that decides takes.
struct DecisionArguments: ParsableArguments {
  @Option(help: ArgumentHelp("Why, in your words.", valueName: "text"))
  var why: String?

  @Option(help: ArgumentHelp("Who decides; your user name if left out.", valueName: "name"))
  var by: String?

  @OptionGroup var store: StoreOptions

  /// Who decides.
  var author: String {
    if let by, !by.isEmpty { return by }
    let environment = ProcessInfo.processInfo.environment["USER"] ?? ""
    return environment.isEmpty ? NSUserName() : environment
  }

  /// This instant in UTC, to the second.
  var instant: String {
    let formatter = ISO8601DateFormatter()
    return formatter.string(from: Date())
  }

  /// A decision by this author now.
  func decision(
    _ action: Decision.Action, saw: [String] = [], anchor: Decision.Anchor? = nil,
    previous: String? = nil
  ) -> Decision {
    Decision.made(
      action, saw: saw, anchor: anchor, previous: previous, by: author, at: instant, why: why)
  }

  /// Writes decisions and applies them; the notices go to standard error.
  func decide(
    _ command: String, make: (Snapshot) throws(WorkspaceError) -> [Decision]
  ) throws -> DecisionReport {
    let folder = try store.writableFolder()
    return try decide(command, in: folder, make: make)
  }

  /// Writes decisions of a folder and applies them.
  func decide(
    _ command: String, in folder: TimelineFolder,
    make: (Snapshot) throws(WorkspaceError) -> [Decision]
  ) throws -> DecisionReport {
    let report = try reporting {
      try Workspace.decide(in: folder, command: command, make: make)
    }
    for notice in report.notices { StandardStreams.note(notice) }
    return report
  }

  /// Prints what changed and how to undo it.
  func report(_ sentence: String, _ report: DecisionReport) {
    StandardStreams.write(sentence + "\n")
    let statuses = report.decisions.map { report.statuses[$0.id] }
    if statuses.contains(.conflict) {
      StandardStreams.write(
        "conflict: others decided otherwise; timeline decisions --status conflict\n")
    } else if !statuses.isEmpty, statuses.allSatisfy({ $0 == .obsolete }) {
      StandardStreams.write(
        report.decisions.contains { $0.addedEvent != nil }
          ? "the documents tell of it already; the addition is kept\n"
          : "it already says so; the decision is kept\n")
    }
    if !report.decisions.isEmpty {
      let ids = report.decisions.map(\.id).joined(separator: " ")
      StandardStreams.write("undo with: timeline undo \(ids)\n")
    }
  }
}

/// What is wrong with a type code that a person writes.
enum TypeAdvice {
  /// Refuses a code that neither the program nor the folder's `types.txt` has.
  ///
  /// - Throws: a sentence that names the nearest codes.
  static func check(_ type: String, in folder: TimelineFolder) throws {
    if let sentence = sentence(for: type, own: try folder.eventTypes().newCodes) {
      throw ValidationError(sentence)
    }
  }

  private static func sentence(for type: String, own: [String]) -> String? {
    let codes = StatedName.eventTypes + own
    if codes.isEmpty || codes.contains(type) { return nil }
    let family = type.prefix { $0 != "." }.prefix(4)
    let near = codes.filter { $0.hasPrefix(family) || $0.contains(".\(type)") }.prefix(6)
    let shown = near.isEmpty ? codes.filter { !$0.contains(".") } : Array(near)
    return "There is no event type \"\(type)\"; write one of \(shown.joined(separator: ", "))."
  }
}
