public import Chronology
public import TimelineModel

/// The stretch of the axis that an event takes, and what is known of its ends.
public struct EventExtent: Sendable, Hashable {
  /// The first day drawn.
  public var first: CivilDay
  /// The last day drawn.
  public var last: CivilDay
  /// Whether the start is open ("by June", whatever was inferred for it) or lies before the axis: an
  /// arrow to the past.
  public var opensBefore: Bool
  /// Whether the end is open or lies behind the axis: an arrow to the future.
  public var opensAfter: Bool
  /// Whether nothing at all is known of the start.
  public var lacksStart: Bool
  /// Whether nothing at all is known of the end.
  public var lacksEnd: Bool
  /// Whether the ends are only about right.
  public var isSoft: Bool
  /// Whether it lasted throughout (else it happened once, somewhere inside).
  public var lasted: Bool
  /// Whether it is known to the day.
  public var isExact: Bool

  /// The extent of a date on an axis; nil when it is undated or off the axis.
  public init?(_ date: EventDate, first axisFirst: CivilDay, last axisLast: CivilDay) {
    guard date.isDated else { return nil }
    let start = date.span.earliest ?? axisFirst
    let end = date.span.latest ?? axisLast
    guard start <= axisLast, end >= axisFirst, start <= end else { return nil }
    first = max(start, axisFirst)
    last = min(end, axisLast)
    lacksStart = date.span.earliest == nil
    lacksEnd = date.span.latest == nil
    opensBefore = lacksStart || start < axisFirst || EventExtent.isOpen(startOf: date.edtf)
    opensAfter = lacksEnd || end > axisLast || EventExtent.isOpen(endOf: date.edtf)
    isSoft = date.approximate
    lasted = date.shape == .throughout
    isExact = date.span.length == 1 && !date.approximate
  }

  /// Whether an EDTF text is open or unknown at its start: `[..2018-06]`, `../2018`, `/2018`.
  private static func isOpen(startOf edtf: String?) -> Bool {
    guard let edtf else { return false }
    return edtf.hasPrefix("[..") || edtf.hasPrefix("..") || edtf.hasPrefix("/")
  }

  /// Whether an EDTF text is open or unknown at its end: `[2018-06..]`, `2018/..`, `2018/`.
  private static func isOpen(endOf edtf: String?) -> Bool {
    guard let edtf else { return false }
    return edtf.hasSuffix("..]") || edtf.hasSuffix("..") || edtf.hasSuffix("/")
  }

  /// Where the event is counted on an axis: at the middle of what is known of it, which for an open
  /// end is the other one.
  public func middle(on scale: TimeScale) -> Double {
    EventExtent.middle(
      of: DaySpan(earliest: lacksStart ? nil : first, latest: lacksEnd ? nil : last), on: scale)
      ?? 0
  }

  /// The same of the bounds of a dated event; nil when they lie off the axis.
  ///
  /// Millions of events are counted by their bounds alone.
  static func middle(of span: DaySpan, on scale: TimeScale) -> Double? {
    let start = span.earliest ?? scale.first
    let end = span.latest ?? scale.last
    guard start <= scale.last, end >= scale.first, start <= end else { return nil }
    var first = start
    var last = min(end, scale.last)
    if span.earliest == nil, span.latest != nil { first = last }
    if span.latest == nil, span.earliest != nil { last = max(start, scale.first) }
    return (scale.start(of: first) + scale.end(of: last)) / 2
  }

  /// The bar that stands for the event on an axis.
  ///
  /// - Parameters:
  ///   - scale: the axis.
  ///   - least: the least width of a bar.
  ///   - openTail: how far it reaches towards an end that nothing is known of, when it happened once
  ///     somewhere inside; what lasted reaches to the end of the axis.
  /// - Returns: its begin and end, never off the axis.
  public func bar(on scale: TimeScale, least: Double, openTail: Double) -> ClosedRange<Double> {
    var begin = scale.start(of: first)
    var end = scale.end(of: last)
    if !lasted, lacksStart, !lacksEnd { begin = max(begin, end - openTail) }
    if !lasted, lacksEnd, !lacksStart { end = min(end, begin + openTail) }
    if end - begin < least { end = begin + least }
    if end > scale.length {
      begin = max(0, begin - (end - scale.length))
      end = scale.length
    }
    return begin...max(begin, end)
  }

  /// The axis that shows all entries: the window where it has bounds, else what their dates reach.
  ///
  /// - Returns: nil when there is no dated entry and no window with two bounds.
  public static func axis(of content: TimelineContent) -> (first: CivilDay, last: CivilDay)? {
    var first = content.window?.earliest
    var last = content.window?.latest
    if first == nil || last == nil {
      var start: CivilDay?
      var end: CivilDay?
      for index in content.entries.indices
      where content.entries[index].event.description.date.isDated {
        let span = content.entries[index].event.description.date.span
        guard let earliest = span.earliest ?? span.latest, let latest = span.latest ?? span.earliest
        else { continue }
        start = min(start ?? earliest, earliest)
        end = max(end ?? latest, latest)
      }
      first = first ?? start
      last = last ?? end
    }
    guard let first, let last else { return nil }
    return (min(first, last), max(first, last))
  }
}
