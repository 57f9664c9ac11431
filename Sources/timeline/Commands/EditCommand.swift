import ArgumentParser
import TimelineModel
import TimelineWorkspace

/// `timeline edit`: sets fields of an event.
struct EditCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit",
    abstract: "Correct an event: date, type, title, place, actors, actuality, stage.",
    discussion: """
      timeline edit e_7x… --date 2018-04-23 --why "the communiqué says Monday"
      timeline edit e_7x… --actor +Turkey --actor -Iran

      The machine's reading stays underneath: after a rebuild the correction is applied again, or \
      listed by timeline decisions when the machine has changed its mind. An empty place or stage \
      clears it; --date unknown makes the event undated.
      """)

  @Argument(help: ArgumentHelp("The event.", valueName: "id"))
  var event: String

  @Option(help: "When: an EDTF date, an English phrase or unknown.")
  var date: String?

  @Option(help: "A type code, as timeline schema lists them.")
  var type: String?

  @Option(help: "A short clause.")
  var title: String?

  @Option(help: "Where.")
  var place: String?

  @Option(
    name: .customLong("actor"), parsing: .unconditionalSingleValue,
    help: ArgumentHelp("+NAME adds an actor, -NAME removes one.", valueName: "+name|-name"))
  var actors: [String] = []

  @Option(help: "occurred, planned, proposed, denied, cancelled, alleged or unknown.")
  var actuality: String?

  @Option(help: "The stage of a deal or project.")
  var stage: String?

  @OptionGroup var decision: DecisionArguments

  func validate() throws {
    if let actuality, Actuality(rawValue: actuality) == nil {
      let names = Actuality.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--actuality \(actuality): write one of \(names).")
    }
    for actor in actors where actor.count < 2 || !"+-".contains(actor.prefix(1)) {
      throw ValidationError("--actor \(actor): write +NAME to add or -NAME to remove.")
    }
    if [date, type, title, place, actuality, stage].allSatisfy({ $0 == nil }), actors.isEmpty {
      throw ValidationError("Say what to correct: --date, --type, --title, --place, --actor …")
    }
    if type == "" || title == "" { throw ValidationError("A type or title cannot be empty.") }
  }

  func run() throws {
    if let type { try TypeAdvice.check(type, in: decision.store.writableFolder()) }
    let changes = try reporting { try fields() }
    var seen: Event?
    let report = try decision.decide("edit") { snapshot throws(WorkspaceError) in
      let target = try snapshot.event(event)
      seen = target
      let saw = snapshot.seen(on: [target])
      let anchor = try snapshot.anchor(of: target)
      return changes.map { field, value in
        decision.decision(
          .edit(event: target.id, field: field, value: value), saw: saw, anchor: anchor,
          previous: FieldEdit.value(of: field, in: target.description, about: value))
      }
    }
    guard let seen else { return }
    let lines = changes.map { field, value -> String in
      let before = FieldEdit.value(of: field, in: seen.description, about: value)
      return switch field {
      case .addActor: "actors: + \(value)" + (before.isEmpty ? "" : " (was there)")
      case .removeActor: "actors: - \(value)" + (before.isEmpty ? " (was not there)" : "")
      case _ where before == value: "\(field.rawValue): \(shown(value)), as it was"
      default: "\(field.rawValue): \(shown(before)) → \(shown(value))"
      }
    }
    decision.report(
      "\(seen.id)  \(seen.description.title)\n  " + lines.joined(separator: "\n  "), report)
  }

  private func shown(_ value: String) -> String { value.isEmpty ? "–" : value }

  private func fields() throws(WorkspaceError) -> [(Decision.Field, String)] {
    var fields: [(Decision.Field, String)] = []
    if let date {
      fields.append((.date, date == "unknown" ? "" : try StatedDate.read(date).edtf ?? ""))
    }
    for (field, value) in [
      (Decision.Field.type, type), (.title, title), (.place, place), (.actuality, actuality),
      (.stage, stage),
    ] {
      if let value { fields.append((field, value)) }
    }
    for actor in actors {
      fields.append((actor.hasPrefix("+") ? .addActor : .removeActor, String(actor.dropFirst())))
    }
    return fields
  }
}
