/// Where an event comes from.
public enum EventOrigin: String, Sendable, Hashable, CaseIterable {
  /// Read from documents; cited by its mentions.
  case extracted
  /// Added by a person; cited by the decision.
  case added
  /// Read from a row of an imported table.
  case imported
}

/// One thing that happened, or may, told by one or more mentions or added by a person.
public struct Event: Sendable, Hashable {
  /// The smallest of its members' ids by (publication date, id); of an added event the hash of its
  /// decision.
  public var id: String
  /// Where it comes from.
  public var origin: EventOrigin
  /// What it is.
  public var description: EventDescription
  /// The ids of the mentions that tell of it, the representative first; empty for an added event.
  public var mentions: [String]
  /// The number of documents that tell of it and are not copies of one another.
  public var independentSources: Int
  /// The source that a person gave for an added event, verbatim.
  public var source: String?
  /// The ids of the decisions that made or changed it, oldest first.
  public var decisions: [String]
  /// Ids of events that may be the same one, sorted.
  public var possibleDuplicates: [String]
  /// Notes that people attached, oldest first.
  public var notes: [String]
  /// Labels that people attached, sorted.
  public var labels: [String]

  /// An event of those parts.
  public init(
    id: String, origin: EventOrigin, description: EventDescription, mentions: [String] = [],
    independentSources: Int = 1, source: String? = nil, decisions: [String] = [],
    possibleDuplicates: [String] = [], notes: [String] = [], labels: [String] = []
  ) {
    self.id = id
    self.origin = origin
    self.description = description
    self.mentions = mentions
    self.independentSources = independentSources
    self.source = source
    self.decisions = decisions
    self.possibleDuplicates = possibleDuplicates
    self.notes = notes
    self.labels = labels
  }
}
