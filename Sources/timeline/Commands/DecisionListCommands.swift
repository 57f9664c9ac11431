import ArgumentParser
import TimelineModel
import TimelineRendering
import TimelineWorkspace

/// `timeline decisions`: what people decided and what became of it.
struct DecisionsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "decisions",
    abstract: "List what people decided with what became of it.",
    discussion: """
      applied   it holds
      obsolete  the machine now says the same
      conflict  the machine changed its mind, or two people decided unseen; the line says what holds
      orphan    what it was about is gone; the nearest candidates are listed
      undone    a later decision took it back
      """)

  @Option(help: "Only those: applied, obsolete, conflict, orphan or undone.")
  var status: String?

  @Flag(help: "A JSON array.")
  var json = false

  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let status, DecisionStatus(rawValue: status) == nil {
      let names = DecisionStatus.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--status \(status): write one of \(names).")
    }
  }

  func run() throws {
    let listed = try reporting { try Workspace.decisions(of: try store.reader()) }
      .filter { status == nil || $0.status.rawValue == status }
    if json {
      StandardStreams.write(JSONValue.array(listed.map(DecisionText.json)).text + "\n")
      return
    }
    if listed.isEmpty { StandardStreams.note("there are no such decisions") }
    for each in listed {
      StandardStreams.write(DecisionText.line(each) + "\n")
      for candidate in each.candidates {
        let isOfMany = each.decision.action.events.count > 1
        StandardStreams.write(
          "    \(isOfMany ? "\(candidate.of) " : "")perhaps \(DecisionText.line(candidate))\n")
      }
    }
  }
}

/// `timeline log`: decisions, the latest first.
struct LogCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "log",
    abstract: "Show the decisions, the latest first.")

  @Option(name: .shortAndLong, help: "At most so many.")
  var limit: Int?

  @OptionGroup var store: StoreOptions

  func run() throws {
    let all = try reporting { try Workspace.decisions(of: try store.reader()) }
    let shown = all.reversed().prefix(limit ?? all.count)
    for each in shown { StandardStreams.write(DecisionText.line(each) + "\n") }
    if shown.count < all.count {
      StandardStreams.note("showing \(shown.count) of \(all.count) decisions")
    }
  }
}

/// `timeline history`: the decisions on one event.
struct HistoryCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: "Show the decisions on an event, undone ones too, the oldest first.")

  @Argument(help: ArgumentHelp("The event.", valueName: "id"))
  var event: String

  @OptionGroup var store: StoreOptions

  func run() throws {
    let listed = try reporting { try Workspace.history(of: event, in: try store.reader()) }
    if listed.isEmpty { StandardStreams.note("nobody decided anything about \(event)") }
    for each in listed { StandardStreams.write(DecisionText.line(each) + "\n") }
  }
}

/// Decisions in words.
enum DecisionText {
  /// One line: when, who, what, its id and status, why.
  static func line(_ listed: ListedDecision) -> String {
    let decision = listed.decision
    let why = decision.why.map { "  (\($0))" } ?? ""
    let status = listed.status == .applied ? "" : "  [\(self.status(of: listed))]"
    return "\(decision.at)  \(decision.id)  \(decision.by)  \(sentence(decision))\(status)\(why)"
  }

  /// An event or document that may be meant.
  static func line(_ candidate: ListedDecision.Candidate) -> String {
    guard let event = candidate.event?.description else { return candidate.id }
    return "\(candidate.id)  \(EventDifference.date(event.date))  \(event.title)"
  }

  /// The status; of a conflict also what holds, and what the documents now say.
  private static func status(of listed: ListedDecision) -> String {
    guard let standing = listed.standing else { return listed.status.rawValue }
    let shown = standing.value.map { $0.isEmpty ? "no value" : $0 } ?? "a rejection"
    let reading = standing.reading.map { ", documents now say \($0.isEmpty ? "nothing" : $0)" }
    return "\(listed.status.rawValue): " + (standing.holds ? "holds" : "\(shown) holds")
      + (reading ?? "")
  }

  /// What was decided, with the title of the event as its author saw it.
  static func sentence(_ decision: Decision) -> String {
    let title = decision.about.map { "  “\($0.title)”" } ?? ""
    switch decision.action {
    case .add(let event):
      return "add \(decision.addedEvent ?? "")  \(event.date ?? "undated")  \(event.title)"
    case .edit(let event, let field, let value):
      let before = decision.previous.flatMap { $0.isEmpty ? nil : $0 } ?? "–"
      let change =
        switch field {
        case .addActor: "actor +\(value)"
        case .removeActor: "actor -\(value)"
        default: "\(field.rawValue): \(before) → \(value.isEmpty ? "–" : value)"
        }
      return "edit \(event) \(change)" + (field == .title ? "" : title)
    case .confirm(let event), .reject(let event), .split(let event):
      return "\(decision.action.verb) \(event)" + title
    case .merge(let events): return "merge \(events.joined(separator: " "))" + title
    case .link(let plan, let outcome): return "link \(plan) \(outcome)" + title
    case .note(let event, let text): return "note \(event): \(text)" + title
    case .label(let event, let text): return "label \(event): \(text)" + title
    case .setPublished(let document, let date):
      return "set-published \(document): \(decision.previous ?? "unknown") → \(date)"
    case .alias(let name, let canonical): return "alias \"\(name)\" \"\(canonical)\""
    case .undo(let target): return "undo \(target)"
    }
  }

  /// The fields that programs read.
  static func json(_ listed: ListedDecision) -> JSONValue {
    let decision = listed.decision
    return .object([
      ("id", .string(decision.id)), ("action", .string(decision.action.verb)),
      ("status", .string(listed.status.rawValue)), ("line", .integer(listed.line)),
      ("events", .array(decision.action.events.map(JSONValue.string))),
      ("what", .string(sentence(decision))), ("by", .string(decision.by)),
      ("at", .string(decision.at)), ("why", .optional(decision.why)),
      ("previous", .optional(decision.previous)),
      ("candidates", .array(listed.candidates.map { .string($0.id) })),
      ("holds", listed.standing.map { JSONValue.bool($0.holds) } ?? JSONValue.null),
    ])
  }
}
