import ArgumentParser
import TimelineModel
import TimelineWorkspace

/// `timeline confirm`: an event is right as it stands.
struct ConfirmCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "confirm",
    abstract: "Say that events are right as they stand.",
    discussion: "timeline confirm e_7x… e_9k… --why \"read the communiqué\"")

  @Argument(help: ArgumentHelp("The events.", valueName: "id"))
  var events: [String]

  @OptionGroup var decision: DecisionArguments

  func run() throws {
    try decideEach("confirm", events, decision) {
      .confirm(event: $0.id)
    } previous: {
      EventSummary.text(of: $0.description)
    } sentence: {
      "confirmed \($0.id)  \($0.description.title)"
    }
  }
}

/// `timeline reject`: an event is none and disappears.
struct RejectCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reject",
    abstract: "Say that something is no event; it disappears from the timeline.",
    discussion: "timeline reject e_7x… --why \"a hypothetical\"")

  @Argument(help: ArgumentHelp("The events.", valueName: "id"))
  var events: [String]

  @OptionGroup var decision: DecisionArguments

  func run() throws {
    try decideEach("reject", events, decision) {
      .reject(event: $0.id)
    } previous: {
      EventSummary.text(of: $0.description)
    } sentence: {
      "rejected \($0.id)  \($0.description.title)"
    }
  }
}

/// `timeline note`: a note on an event.
struct NoteCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "note",
    abstract: "Attach a note to an event.",
    discussion: "timeline note e_7x… \"the embassy gives another day\"")

  @Argument(help: ArgumentHelp("The event.", valueName: "id"))
  var event: String

  @Argument(help: "The note.")
  var text: String

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError("The note is empty.") }
  }

  func run() throws {
    try decideEach("note", [event], decision) {
      .note(event: $0.id, text: text)
    } previous: { _ in
      nil
    } sentence: {
      "noted on \($0.id)  \($0.description.title): \(text)"
    }
  }
}

/// `timeline label`: a label on events.
struct LabelCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "label",
    abstract: "Put a label on an event.",
    discussion: "timeline label e_7x… air-defence")

  @Argument(help: ArgumentHelp("The event.", valueName: "id"))
  var event: String

  @Argument(help: "The label.")
  var text: String

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    if text.allSatisfy(\.isWhitespace) { throw ValidationError("The label is empty.") }
  }

  func run() throws {
    try decideEach("label", [event], decision) {
      .label(event: $0.id, text: text)
    } previous: {
      _ in
      nil
    } sentence: {
      "labelled \($0.id)  \($0.description.title): \(text)"
    }
  }
}

/// Decides the same of each of several events and reports on them.
func decideEach(
  _ command: String, _ ids: [String], _ arguments: DecisionArguments,
  action: (Event) -> Decision.Action, previous: (Event) -> String?, sentence: (Event) -> String
) throws {
  var seen: [Event] = []
  let report = try arguments.decide(command) { snapshot throws(WorkspaceError) in
    var decisions: [Decision] = []
    for id in ids {
      let event = try snapshot.event(id)
      if seen.contains(where: { $0.id == event.id }) { continue }
      seen.append(event)
      decisions.append(
        arguments.decision(
          action(event), saw: snapshot.seen(on: [event]), anchor: try snapshot.anchor(of: event),
          previous: previous(event)))
    }
    return decisions
  }
  arguments.report(seen.map(sentence).joined(separator: "\n"), report)
}
