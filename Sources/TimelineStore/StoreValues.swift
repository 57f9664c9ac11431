public import TimelineModel

/// A planned event that came about as another.
public struct EventLink: Sendable, Hashable {
  /// The id of the plan.
  public var plan: String
  /// The id of what came of it.
  public var outcome: String
  /// The id of the decision that says so; nil when the machine found it.
  public var decision: String?

  /// A link of those parts.
  public init(plan: String, outcome: String, decision: String? = nil) {
    self.plan = plan
    self.outcome = outcome
    self.decision = decision
  }
}

/// An id that was once published and now leads to another.
public struct Redirect: Sendable, Hashable {
  /// The id of old.
  public var id: String
  /// The id it leads to.
  public var target: String

  /// A redirect of those parts.
  public init(id: String, target: String) {
    self.id = id
    self.target = target
  }
}

/// An id that was once published and whose event is gone.
public struct Tombstone: Sendable, Hashable {
  /// The id of old.
  public var id: String
  /// Why the event is gone, for people.
  public var reason: String

  /// A tombstone of those parts.
  public init(id: String, reason: String) {
    self.id = id
    self.reason = reason
  }
}

/// A decision with its line in `decisions.jsonl` and what became of it.
public struct RecordedDecision: Sendable, Hashable {
  /// What was decided.
  public var decision: Decision
  /// What became of it in this build.
  public var status: DecisionStatus
  /// The line as it stands in the file, without its end.
  public var raw: String
  /// The number of the line, counted from 1.
  public var line: Int

  /// A recorded decision of those parts.
  public init(decision: Decision, status: DecisionStatus, raw: String, line: Int) {
    self.decision = decision
    self.status = status
    self.raw = raw
    self.line = line
  }
}

/// A row of the `decision` table: the line and what became of it.
public struct DecisionRow: Sendable, Hashable {
  /// The number of the line, counted from 1.
  public var line: Int
  /// The id of the decision.
  public var id: String
  /// What became of it.
  public var status: DecisionStatus
  /// The line as it stands in the file.
  public var raw: String
}

/// A fact that the file keeps about itself.
public struct MetaKey: RawRepresentable, Sendable, Hashable, ExpressibleByStringLiteral {
  /// The key in the `meta` table.
  public var rawValue: String

  /// The key of that name.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The key of that name.
  public init(stringLiteral value: String) { rawValue = value }

  /// The fingerprint of the extractor that read the documents.
  public static let extractorFingerprint: MetaKey = "extractor_fingerprint"
  /// How many bytes of `decisions.jsonl` are applied.
  public static let decisionsApplied: MetaKey = "decisions_applied_bytes"
  /// The version of the program that wrote the file.
  public static let programVersion: MetaKey = "program_version"
  /// A hash over everything that the build read.
  public static let inputHash: MetaKey = "input_hash"
}

/// An event and how an id led to it.
public struct ResolvedEvent: Sendable, Hashable {
  /// The event.
  public var event: Event
  /// The id that was asked for, when it is not the event's own: a member's or a redirected one.
  public var resolvedFrom: String?
}

/// The events that a query gives, with what it does not show.
public struct EventResult: Sendable, Hashable {
  /// The events in the order asked for, at most as many as the limit.
  public var events: [Event]
  /// How many match, limit or not.
  public var total: Int
  /// How many events without a date match everything else and are not shown.
  public var undatedNotShown: Int
}

/// What a timeline holds, in numbers.
public struct StoreCounts: Sendable, Hashable {
  /// Documents.
  public var documents: Int
  /// Mentions.
  public var mentions: Int
  /// Events.
  public var events: Int
  /// Events without a date.
  public var undated: Int
  /// Decisions.
  public var decisions: Int
  /// Warnings.
  public var warnings: Int
}
