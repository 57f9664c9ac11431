public import TimelineModel

/// What putting mentions together gave.
public struct Consolidation: Sendable {
  /// A plan and the event it came about as.
  public struct PlanLink: Sendable, Hashable {
    /// The id of the planned event.
    public var plan: String
    /// The id of the later occurrence.
    public var outcome: String

    /// A link of those two.
    public init(plan: String, outcome: String) {
      self.plan = plan
      self.outcome = outcome
    }
  }

  /// Two events that may be one, the smaller id first.
  public struct PossibleDuplicate: Sendable, Hashable {
    /// The smaller id.
    public var first: String
    /// The larger id.
    public var second: String
    /// How alike they are, 0 to 1.
    public var likeness: Double

    /// A pair of those ids.
    public init(first: String, second: String, likeness: Double) {
      self.first = first
      self.second = second
      self.likeness = likeness
    }
  }

  /// The events in order of date, undated ones last, then by id.
  public var events: [Event]
  /// Pairs that were not merged but may be one.
  public var possibleDuplicates: [PossibleDuplicate]
  /// Planned events and what became of them.
  public var links: [PlanLink]
  /// The extractions with the mentions' final ids: equal sentences that tell of different events
  /// are told apart.
  public var extractions: [Extraction]
}
