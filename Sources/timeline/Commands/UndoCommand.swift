import ArgumentParser
import TimelineModel
import TimelineWorkspace

/// `timeline undo`: takes decisions back.
struct UndoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "undo",
    abstract: "Take back the last decision, the last N, or decisions by id.",
    discussion: """
      timeline undo          the last one
      timeline undo 3        the last three
      timeline undo d_5k…    that one

      Undoing an undo brings the decision back. Nothing is deleted from decisions.jsonl.
      """)

  @Argument(help: ArgumentHelp("How many, or which.", valueName: "number|id"))
  var targets: [String] = ["1"]

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    for target in targets where !target.hasPrefix("d_") && Int(target).map({ $0 < 1 }) ?? true {
      throw ValidationError("undo takes a number or ids of decisions (d_…).")
    }
  }

  func run() throws {
    var undone: [Decision] = []
    let report = try decision.decide("undo") { snapshot throws(WorkspaceError) in
      for target in targets {
        if let count = Int(target) {
          undone += snapshot.last(count)
        } else if let found = snapshot.decision(target) {
          if snapshot.isUndone(target) {
            throw WorkspaceError.invalid("\(target) is undone already")
          }
          undone.append(found)
        } else {
          throw WorkspaceError.notFound("there is no decision \(target)")
        }
      }
      return undone.map { decision.decision(.undo(decision: $0.id), saw: [$0.id]) }
    }
    if undone.isEmpty {
      StandardStreams.write("there is nothing to undo\n")
      return
    }
    decision.report(
      undone.map { "took back \($0.id): \(DecisionText.sentence($0))" }.joined(separator: "\n")
        + EventDifference(report).text, report)
  }
}
