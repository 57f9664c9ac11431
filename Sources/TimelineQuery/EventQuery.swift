public import Chronology

/// What events are asked for; one value behind every command, renderer and page.
public struct EventQuery: Sendable, Hashable {
  /// The window of days; nil bounds are open.
  public var window: DaySpan?
  /// Whether events must lie wholly inside the window (else overlapping it is enough).
  public var certain: Bool

  /// A query for everything.
  public init(window: DaySpan? = nil, certain: Bool = false) {
    self.window = window
    self.certain = certain
  }
}
