import TimelineIngest
public import TimelineModel

/// Reads and sets a field of an event by its name, in the text that decisions carry.
public enum FieldEdit {
  /// The value of a field as text; empty when there is none.
  ///
  /// `name` is the actor asked about: the value then is that name or empty.
  public static func value(
    of field: Decision.Field, in description: EventDescription, about name: String = ""
  ) -> String {
    switch field {
    case .date: description.date.edtf ?? ""
    case .type: description.type
    case .title: description.title
    case .place: description.place ?? ""
    case .actuality: description.actuality.rawValue
    case .stage: description.stage ?? ""
    case .addActor, .removeActor:
      description.actors.contains { $0.name == StatedName.actor(name).name } ? name : ""
    }
  }

  /// The value that a field has once the edit is done.
  static func wanted(_ field: Decision.Field, _ value: String) -> String {
    field == .removeActor ? "" : value
  }

  /// Sets a field; a value that the field cannot have changes nothing.
  static func set(
    _ field: Decision.Field, to value: String, in description: inout EventDescription
  ) {
    switch field {
    case .date:
      if value.isEmpty {
        description.date = .undated()
      } else if let date = StatedDate.read(edtf: value) {
        description.date = date
      }
    case .type:
      description.type = value
      description.plover = StatedName.plover(ofType: value)
    case .title: description.title = value
    case .place: description.place = value.isEmpty ? nil : value
    case .actuality:
      if let actuality = Actuality(rawValue: value) { description.actuality = actuality }
    case .stage: description.stage = value.isEmpty ? nil : value
    case .addActor:
      let actor = StatedName.actor(value)
      if !description.actors.contains(where: { $0.name == actor.name }) {
        description.actors.append(actor)
      }
    case .removeActor:
      let name = StatedName.actor(value).name
      description.actors.removeAll { $0.name == name || $0.name == value }
    }
  }
}
