import Foundation
import TimelineModel

/// Reads one line of `decisions.jsonl`; what is wrong with it is a sentence.
struct DecisionLineReader {
  /// Why a line is no decision, for people.
  struct Problem: Error, Sendable, Hashable {
    var reason: String
  }

  private let members: [String: Any]

  /// The decision that a line holds.
  ///
  /// A line without an id, as a person may write it, gets the id that its content gives.
  static func decode(_ line: String) throws(Problem) -> Decision {
    let object = try? JSONSerialization.jsonObject(with: Data(line.utf8))
    guard let members = object as? [String: Any] else {
      throw Problem(reason: "is not a JSON object (cut off or edited?)")
    }
    let reader = DecisionLineReader(members: members)
    if let version = members["v"] as? Int, version > DecisionLine.version {
      throw Problem(reason: "has version \(version), made by a newer program")
    }
    var decision = Decision(
      id: "", action: try reader.action(), saw: try reader.texts("saw").sorted(),
      anchor: try reader.anchor(), about: try reader.about(), others: try reader.others(),
      previous: try reader.optional("previous"), read: try reader.optional("read"),
      by: try reader.text("by"), at: try reader.text("at"), why: try reader.optional("why"))
    decision.id = try reader.optional("id") ?? DecisionLine.identity(of: decision)
    return decision
  }

  private func action() throws(Problem) -> Decision.Action {
    let verb = try text("action")
    switch verb {
    case "add": return .add(try addedEvent())
    case "edit":
      return .edit(
        event: try text("event"), field: try value(Decision.Field.self, try text("field")),
        value: try value(of: members["field"] as? String))
    case "confirm": return .confirm(event: try text("event"))
    case "reject": return .reject(event: try text("event"))
    case "merge":
      let events = try texts("events")
      guard events.count > 1 else { throw Problem(reason: "merges fewer than two events") }
      return .merge(events: events)
    case "split": return .split(event: try text("event"))
    case "link": return .link(plan: try text("plan"), outcome: try text("outcome"))
    case "note": return .note(event: try text("event"), text: try text("text"))
    case "label": return .label(event: try text("event"), text: try text("text"))
    case "set-published":
      return .setPublished(document: try text("document"), date: try date(try text("date")))
    case "alias": return .alias(name: try text("name"), canonical: try text("canonical"))
    case "undo": return .undo(decision: try text("decision"))
    default: throw Problem(reason: "has an unknown action \"\(verb)\"")
    }
  }

  /// The value of an edit: a date must be one, and only some fields can be emptied.
  private func value(of field: String?) throws(Problem) -> String {
    let value = try optional("value") ?? ""
    switch field {
    case "date": return value.isEmpty ? "" : try date(value)
    case "place", "stage": return value
    case "actuality": return try self.value(Actuality.self, value).rawValue
    default: return try text("value")
    }
  }

  private func addedEvent() throws(Problem) -> Decision.AddedEvent {
    var stated: String?
    if let written = try optional("date") { stated = try date(written) }
    return Decision.AddedEvent(
      date: stated, phrase: try optional("phrase"), title: try text("title"),
      type: try optional("type") ?? "other", actors: try texts("actors"),
      place: try optional("place"),
      actuality: try value(Actuality.self, try optional("actuality") ?? "occurred"),
      stage: try optional("stage"), source: try optional("source"))
  }

  private func anchor() throws(Problem) -> Decision.Anchor? {
    guard let object = members["anchor"] else { return nil }
    guard let members = object as? [String: Any] else {
      throw Problem(reason: "has an anchor that is not an object")
    }
    let reader = DecisionLineReader(members: members)
    return Decision.Anchor(
      document: try reader.text("document"), mention: try reader.text("mention"),
      quotation: Quotation(
        begin: members["begin"] as? Int ?? 0, end: members["end"] as? Int ?? 0,
        exact: try reader.text("exact"), prefix: try reader.optional("prefix") ?? "",
        suffix: try reader.optional("suffix") ?? ""))
  }

  private func about() throws(Problem) -> Decision.AddedEvent? {
    guard let object = members["about"] else { return nil }
    guard let members = object as? [String: Any] else {
      throw Problem(reason: "has an \"about\" that is not an object")
    }
    return try DecisionLineReader(members: members).addedEvent()
  }

  private func others() throws(Problem) -> [Decision.Other] {
    guard let member = members["others"] else { return [] }
    guard let objects = member as? [[String: Any]] else {
      throw Problem(reason: "has \"others\" that are not a list of objects")
    }
    var others: [Decision.Other] = []
    for object in objects {
      let reader = DecisionLineReader(members: object)
      others.append(
        Decision.Other(
          event: try reader.text("event"), anchor: try reader.anchor(), about: try reader.about()))
    }
    return others
  }

  private func date(_ text: String) throws(Problem) -> String {
    guard StatedDate.read(edtf: text) != nil else {
      throw Problem(reason: "has the date \"\(text)\", which is no EDTF date")
    }
    return text
  }

  private func value<Value: RawRepresentable>(_ type: Value.Type, _ text: String) throws(Problem)
    -> Value where Value.RawValue == String
  {
    guard let value = Value(rawValue: text) else {
      throw Problem(reason: "has an unknown value \"\(text)\"")
    }
    return value
  }

  private func text(_ key: String) throws(Problem) -> String {
    guard let text = try optional(key), !text.isEmpty else {
      throw Problem(reason: "has no \"\(key)\"")
    }
    return text
  }

  private func optional(_ key: String) throws(Problem) -> String? {
    guard let member = members[key], !(member is NSNull) else { return nil }
    guard let text = member as? String else {
      throw Problem(reason: "has a \"\(key)\" that is not a text")
    }
    return text
  }

  private func texts(_ key: String) throws(Problem) -> [String] {
    guard let member = members[key] else { return [] }
    guard let texts = member as? [String] else {
      throw Problem(reason: "has a \"\(key)\" that is not a list of texts")
    }
    return texts
  }
}
