/// How one span of days lies to another: the thirteen relations of Allen's interval algebra.
///
/// Exactly one of them holds for any two spans. Days are counted, so one span meets another when
/// it ends on the day before the other begins. An open end lies beyond every day, and two open ends
/// of the same side lie together.
///
///     SpanRelation(of: april2018, to: year2018)   // .during
///
/// Source: Allen, "Maintaining Knowledge about Temporal Intervals", CACM 26 (1983), figure 2.
public enum SpanRelation: String, Sendable, Hashable, CaseIterable {
  /// Ends before the day before the other begins.
  case before
  /// Ends on the day before the other begins.
  case meets
  /// Begins first and ends inside the other.
  case overlaps
  /// Begins with the other and ends inside it.
  case starts
  /// Begins after the other and ends before it.
  case during
  /// Begins inside the other and ends with it.
  case finishes
  /// Has the same bounds.
  case equals
  /// The other finishes it.
  case finishedBy
  /// The other is during it.
  case contains
  /// The other starts it.
  case startedBy
  /// The other overlaps it.
  case overlappedBy
  /// The other meets it.
  case metBy
  /// The other is before it.
  case after

  /// The relation of the first span to the second.
  public init(of first: DaySpan, to second: DaySpan) {
    let a = SpanRelation.bounds(of: first)
    let b = SpanRelation.bounds(of: second)
    if a.last < b.first {
      self = a.last + 1 == b.first ? .meets : .before
    } else if b.last < a.first {
      self = b.last + 1 == a.first ? .metBy : .after
    } else if a.first == b.first {
      self = a.last == b.last ? .equals : a.last < b.last ? .starts : .startedBy
    } else if a.last == b.last {
      self = a.first > b.first ? .finishes : .finishedBy
    } else if a.first < b.first {
      self = a.last < b.last ? .overlaps : .contains
    } else {
      self = a.last < b.last ? .during : .overlappedBy
    }
  }

  /// The relation of the second span to the first.
  public var inverse: SpanRelation {
    switch self {
    case .before: .after
    case .meets: .metBy
    case .overlaps: .overlappedBy
    case .starts: .startedBy
    case .during: .contains
    case .finishes: .finishedBy
    case .equals: .equals
    case .finishedBy: .finishes
    case .contains: .during
    case .startedBy: .starts
    case .overlappedBy: .overlaps
    case .metBy: .meets
    case .after: .before
    }
  }

  /// Whether spans so related share a day.
  public var sharesDays: Bool {
    switch self {
    case .before, .meets, .metBy, .after: false
    default: true
    }
  }

  // Half of the integers on each side leaves room for the step of a day.
  private static func bounds(of span: DaySpan) -> (first: Int, last: Int) {
    (
      span.earliest?.julianDayNumber ?? Int.min / 2,
      span.latest?.julianDayNumber ?? Int.max / 2
    )
  }
}
