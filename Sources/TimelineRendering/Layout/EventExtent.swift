public import Chronology
public import TimelineModel

/// The stretch of the axis that an event takes, and what is known of its ends.
public struct EventExtent: Sendable, Hashable {
  /// The first day drawn.
  public var first: CivilDay
  /// The last day drawn.
  public var last: CivilDay
  /// Whether the start is open or lies before the axis: an arrow to the past.
  public var opensBefore: Bool
  /// Whether the end is open or lies behind the axis: an arrow to the future.
  public var opensAfter: Bool
  /// Whether the ends are only about right.
  public var isSoft: Bool
  /// Whether it lasted throughout (else it happened once, somewhere inside).
  public var lasted: Bool

  /// The extent of a date on an axis; nil when it is undated or off the axis.
  public init?(_ date: EventDate, first axisFirst: CivilDay, last axisLast: CivilDay) {
    guard date.isDated else { return nil }
    let start = date.span.earliest ?? axisFirst
    let end = date.span.latest ?? axisLast
    guard start <= axisLast, end >= axisFirst, start <= end else { return nil }
    first = max(start, axisFirst)
    last = min(end, axisLast)
    opensBefore = date.span.earliest == nil || start < axisFirst
    opensAfter = date.span.latest == nil || end > axisLast
    isSoft = date.approximate
    lasted = date.shape == .throughout
  }

  /// The axis that shows all entries: the window where it has bounds, else what their dates reach.
  ///
  /// - Returns: nil when there is no dated entry and no window with two bounds.
  public static func axis(of content: TimelineContent) -> (first: CivilDay, last: CivilDay)? {
    let spans = content.entries.map(\.event.description.date).filter(\.isDated).map(\.span)
    let starts = spans.compactMap { $0.earliest ?? $0.latest }
    let ends = spans.compactMap { $0.latest ?? $0.earliest }
    guard let first = content.window?.earliest ?? starts.min(),
      let last = content.window?.latest ?? ends.max()
    else { return nil }
    return (min(first, last), max(first, last))
  }
}
