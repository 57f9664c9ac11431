public import TimelineModel

/// Names and types as people state them, by the program's reference data.
public enum StatedName {
  /// The actor that a person means by a name: a country by any of its names, a body by its acronym,
  /// else somebody or something of exactly that name.
  ///
  ///     StatedName.actor("UN").name  // "United Nations"
  public static func actor(_ name: String) -> Actor {
    let gazetteer = Gazetteer.shared
    if let country = gazetteer.country(named: name) {
      return Actor(name: country, kind: .country, country: country)
    }
    if let match = gazetteer.match(name, kinds: [.organisation]) {
      let country = gazetteer.organisations.text(match.row, 2)
      return Actor(
        name: gazetteer.organisations.text(match.row, 0), kind: .organisation,
        country: country.isEmpty ? nil : country)
    }
    let words = name.split(separator: " ")
    let isPerson =
      words.count > 1 && gazetteer.match(String(words[0]), kinds: [.givenName]) != nil
    return Actor(name: name, kind: isPerson ? .person : .group)
  }

  /// The PLOVER root of an event type, or nil where it has none.
  public static func plover(ofType type: String) -> String? {
    EventTypeTable.shared.plover(of: type)
  }

  /// What the program's event types are, in the order of the reference data.
  public static var eventTypeDescriptions: [(code: String, label: String, definition: String)] {
    EventTypeTable.shared.descriptions
  }

  /// The codes of all event types, sorted.
  public static var eventTypes: [String] { EventTypeTable.shared.codes }
}
