import ArgumentParser
import TimelineModel
import TimelineWorkspace

/// `timeline merge`: several events are one.
struct MergeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: "Say that events are one; every id leads to it.",
    discussion: "timeline merge e_7x… e_9k…")

  @Argument(help: ArgumentHelp("Two or more events.", valueName: "id"))
  var events: [String]

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    if events.count < 2 { throw ValidationError("merge takes two or more events.") }
  }

  func run() throws {
    let report = try decision.decide("merge") { snapshot throws(WorkspaceError) in
      var found: [Event] = []
      for id in events {
        let event = try snapshot.event(id)
        if !found.contains(where: { $0.id == event.id }) { found.append(event) }
      }
      guard found.count > 1 else {
        throw WorkspaceError.invalid("these ids are one event already: \(found[0].id)")
      }
      return [
        decision.decision(
          .merge(events: found.map(\.id)), saw: snapshot.seen(on: found),
          anchor: try snapshot.anchor(of: found[0]))
      ]
    }
    let ids = report.decisions.flatMap(\.action.events)
    let kept = ids.compactMap { report.after[$0] }.first
    decision.report(
      "merged \(ids.joined(separator: ", ")) into \(kept?.id ?? ids[0])"
        + (kept.map { "  " + $0.description.title } ?? ""), report)
  }
}

/// `timeline split`: an event's mentions are events of their own.
struct SplitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "split",
    abstract: "Say that an event is several: each of its mentions becomes an event.",
    discussion: "timeline split e_7x…")

  @Argument(help: ArgumentHelp("The event.", valueName: "id"))
  var event: String

  @OptionGroup var decision: DecisionArguments

  func run() throws {
    var members: [String] = []
    let report = try decision.decide("split") { snapshot throws(WorkspaceError) in
      let target = try snapshot.event(event)
      members = target.mentions
      guard members.count > 1 else {
        throw WorkspaceError.invalid("\(target.id) has a single mention and cannot be split")
      }
      return [
        decision.decision(
          .split(event: target.id), saw: snapshot.seen(on: [target]),
          anchor: try snapshot.anchor(of: target))
      ]
    }
    let lines = members.sorted().compactMap { report.after[$0] }
      .map { "  \($0.id)  \($0.description.date.edtf ?? "undated")  \($0.description.title)" }
    decision.report(
      "split \(event) into \(lines.count) events\n" + lines.joined(separator: "\n"), report)
  }
}

/// `timeline link`: a plan and what became of it.
struct LinkCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "link",
    abstract: "Say that a planned event came about as another.",
    discussion: "timeline link PLAN OUTCOME")

  @Argument(help: "The planned event.")
  var plan: String

  @Argument(help: "What came of it.")
  var outcome: String

  @OptionGroup var decision: DecisionArguments

  func run() throws {
    var sentence = ""
    let report = try decision.decide("link") { snapshot throws(WorkspaceError) in
      let first = try snapshot.event(plan)
      let second = try snapshot.event(outcome)
      guard first.id != second.id else {
        throw WorkspaceError.invalid("\(first.id) cannot be its own outcome")
      }
      sentence =
        "linked \(first.id)  \(first.description.title)\n"
        + "    to \(second.id)  \(second.description.title)"
      return [
        decision.decision(
          .link(plan: first.id, outcome: second.id), saw: snapshot.seen(on: [first, second]),
          anchor: try snapshot.anchor(of: first))
      ]
    }
    decision.report(sentence, report)
  }
}
