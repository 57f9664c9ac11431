public import TimelineModel

/// The kind of a time expression in TIMEX3 (ISO-TimeML).
public enum TimeExpressionKind: String, Sendable, Hashable, CaseIterable {
  /// A calendar day or anything coarser.
  case date = "DATE"
  /// A time of day.
  case time = "TIME"
  /// A length of time.
  case duration = "DURATION"
  /// A recurring time.
  case set = "SET"
}

/// A stretch of text that states a time, with its reading.
public struct TimeExpression: Sendable, Hashable {
  /// The bytes of the expression in the document's UTF-8 text, half-open.
  public var range: Range<Int>
  /// DATE, TIME, DURATION or SET.
  public var kind: TimeExpressionKind
  /// The TIMEX3 value, for example `2018-W16`, `P2W`, `PAST_REF`.
  public var value: String
  /// The TIMEX3 modifier (`START`, `APPROX`, `LESS_THAN` …), or nil.
  public var modifier: String?
  /// The date for an event that happened then; nil for durations, sets and unresolved readings.
  public var date: EventDate?
  /// The rule that found it, readable and stable: `english.day-month-year`.
  public var rule: String
  /// The day or period that a relative reading was counted from, in EDTF; nil when absolute.
  public var anchor: String?
  /// Why that anchor was taken, for people; nil when absolute.
  public var anchorReason: String?

  /// An expression of those parts.
  public init(
    range: Range<Int>, kind: TimeExpressionKind, value: String, modifier: String? = nil,
    date: EventDate? = nil, rule: String, anchor: String? = nil, anchorReason: String? = nil
  ) {
    self.range = range
    self.kind = kind
    self.value = value
    self.modifier = modifier
    self.date = date
    self.rule = rule
    self.anchor = anchor
    self.anchorReason = anchorReason
  }
}
