public import TimelineModel

/// A decision as one line of `decisions.jsonl`, version 1 of its schema.
///
///     {"v":1,"id":"d_…","action":"reject","event":"e_…","by":"ana","at":"2026-11-23T07:00:00Z"}
///
/// The members stand in a fixed order, so that the line, and with it the id, follows from the
/// decision. `Documentation/decisions.schema.json` is the published schema.
enum DecisionLine {
  /// The version of the schema that this program writes.
  static let version = 1

  /// The line without its end.
  static func encode(_ decision: Decision) -> String { line(decision, id: decision.id).text }

  /// The id that a decision's content gives.
  static func identity(of decision: Decision) -> String {
    ContentIdentity.decision(line(decision, id: nil).text)
  }

  private static func line(_ decision: Decision, id: String?) -> JSONLine {
    var line = JSONLine()
    line.set("v", version)
    line.set("id", id)
    line.set("action", decision.action.verb)
    switch decision.action {
    case .add(let event): set(event, in: &line)
    case .edit(let event, let field, let value):
      line.set("event", event)
      line.set("field", field.rawValue)
      line.set("value", value)
    case .confirm(let event), .reject(let event), .split(let event): line.set("event", event)
    case .merge(let events): line.set("events", events)
    case .link(let plan, let outcome):
      line.set("plan", plan)
      line.set("outcome", outcome)
    case .note(let event, let text), .label(let event, let text):
      line.set("event", event)
      line.set("text", text)
    case .setPublished(let document, let date):
      line.set("document", document)
      line.set("date", date)
    case .alias(let name, let canonical):
      line.set("name", name)
      line.set("canonical", canonical)
    case .undo(let decision): line.set("decision", decision)
    }
    line.set("saw", decision.saw)
    if let anchor = decision.anchor { line.set("anchor", object(anchor)) }
    if let about = decision.about { line.set("about", object(about)) }
    line.set(
      "others",
      decision.others.map { other in
        var object = JSONLine()
        object.set("event", other.event)
        if let anchor = other.anchor { object.set("anchor", self.object(anchor)) }
        if let about = other.about { object.set("about", self.object(about)) }
        return object
      })
    line.set("previous", decision.previous)
    line.set("read", decision.read)
    line.set("by", decision.by)
    line.set("at", decision.at)
    line.set("why", decision.why)
    return line
  }

  private static func object(_ anchor: Decision.Anchor) -> JSONLine {
    var object = JSONLine()
    object.set("document", anchor.document)
    object.set("mention", anchor.mention)
    object.set("begin", anchor.quotation.begin)
    object.set("end", anchor.quotation.end)
    object.set("exact", anchor.quotation.exact)
    object.set("prefix", anchor.quotation.prefix)
    object.set("suffix", anchor.quotation.suffix)
    return object
  }

  private static func object(_ about: Decision.AddedEvent) -> JSONLine {
    var object = JSONLine()
    set(about, in: &object)
    return object
  }

  private static func set(_ event: Decision.AddedEvent, in line: inout JSONLine) {
    line.set("date", event.date)
    line.set("phrase", event.phrase)
    line.set("title", event.title)
    line.set("type", event.type)
    line.set("actors", event.actors)
    line.set("place", event.place)
    line.set("actuality", event.actuality.rawValue)
    line.set("stage", event.stage)
    line.set("source", event.source)
  }
}

extension Decision {
  /// A decision with the id that its content gives.
  public static func made(
    _ action: Action, saw: [String] = [], anchor: Anchor? = nil, about: AddedEvent? = nil,
    others: [Other] = [], previous: String? = nil, read: String? = nil, by: String, at: String,
    why: String? = nil
  ) -> Decision {
    Decision(
      id: "", action: action, saw: saw, anchor: anchor, about: about, others: others,
      previous: previous, read: read, by: by, at: at, why: why
    ).identified
  }

  /// The decision with the id that its content gives.
  var identified: Decision {
    var decision = self
    decision.id = DecisionLine.identity(of: self)
    return decision
  }
}

extension Decision.Action {
  /// The word that stands for the action in the file and on the command line.
  public var verb: String {
    switch self {
    case .add: "add"
    case .edit: "edit"
    case .confirm: "confirm"
    case .reject: "reject"
    case .merge: "merge"
    case .split: "split"
    case .link: "link"
    case .note: "note"
    case .label: "label"
    case .setPublished: "set-published"
    case .alias: "alias"
    case .undo: "undo"
    }
  }

  /// What a later decision has to have seen of this one: the same event's field, document, name.
  var subjects: [String] {
    switch self {
    case .add: []
    case .edit(let event, let field, let value): ["\(event)#\(field.subject(value))"]
    case .confirm(let event), .reject(let event): ["\(event)#verdict"]
    case .split(let event): ["\(event)#identity"]
    case .merge(let events): events.map { "\($0)#identity" }
    case .link(let plan, let outcome): ["\(plan)#link:\(outcome)"]
    case .note(let event, _): ["\(event)#note"]
    case .label(let event, let text): ["\(event)#label:\(text)"]
    case .setPublished(let document, _): ["document:\(document)"]
    case .alias(let name, _): ["alias:\(name)"]
    case .undo(let decision): [decision]
    }
  }

  /// The ids of the events that the action is about, as they were written.
  public var events: [String] {
    switch self {
    case .edit(let event, _, _), .confirm(let event), .reject(let event), .split(let event),
      .note(let event, _), .label(let event, _):
      [event]
    case .merge(let events): events
    case .link(let plan, let outcome): [plan, outcome]
    case .add, .setPublished, .alias, .undo: []
    }
  }
}

extension Decision.Field {
  /// What edits of the field are about: the field, or the one actor that is added or removed.
  func subject(_ value: String) -> String {
    self == .addActor || self == .removeActor ? "actor:\(value)" : rawValue
  }
}
