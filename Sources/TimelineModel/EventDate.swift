public import Chronology

/// How fine a date is, as its source stated it.
public enum DatePrecision: String, Sendable, Hashable, CaseIterable {
  /// A day, or several named ones.
  case day
  /// A calendar month or a part of one ("early April").
  case month
  /// A season of a year.
  case season
  /// A quarter or half of a year.
  case quarter
  /// A calendar or fiscal year, or a part of one ("mid-2016").
  case year
  /// Ten years.
  case decade
  /// A hundred years or more.
  case century
  /// A stated stretch with two ends of its own ("between 2014 and 2018"), or one open end.
  case interval
  /// Nothing stated; any bounds are inferred from the document alone.
  case unknown
}

/// How an event fills its span.
public enum DateShape: String, Sendable, Hashable, CaseIterable {
  /// It happened once, somewhere inside.
  case within
  /// It lasted from the first day to the last.
  case throughout
}

/// A part of a date that the text does not state and that was inferred.
public enum InferredPart: String, Sendable, Hashable, CaseIterable, Comparable {
  /// The year, from the document's own dates or its publication date.
  case year
  /// The month.
  case month
  /// The day, for example from a weekday or the dateline.
  case day
  /// The lower bound, for example of a forecast, which cannot precede its source.
  case start
  /// The upper bound, for example of a report, which cannot tell the future.
  case end

  /// Orders parts by name, so that lists of them are stable.
  public static func < (left: InferredPart, right: InferredPart) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// When an event happened, no more precisely than is known.
///
/// The truth is `edtf`; bounds and flags follow from it, save that an inferred bound (listed in
/// `inferred` as `start` or `end`) may be tighter than the text's own. An undated event has no
/// `edtf` and the precision `unknown`; its bounds, if any, come from the document alone.
///
///     "early April" of a document of 2018
///       edtf [2018-04-01..2018-04-10]  precision month  shape within  inferred [year]
public struct EventDate: Sendable, Hashable {
  /// The date in EDTF (ISO 8601-2:2019), for example `2018-04-22/2018-04-23`; nil when undated.
  public var edtf: String?
  /// The days that the event can fall on, inclusive; nil ends are open or unknown.
  public var span: DaySpan
  /// How fine the stated date is.
  public var precision: DatePrecision
  /// Whether the source, or the rule that carried the date, says "about".
  public var approximate: Bool
  /// Whether the reading is doubtful, for example 12/03/2015 without evidence of its order.
  public var uncertain: Bool
  /// What the text does not state, sorted and without repetition.
  public var inferred: [InferredPart]
  /// Whether the event happened inside the span or lasted throughout.
  public var shape: DateShape
  /// The verbatim words that state the date; nil when there are none.
  public var phrase: String?
  /// The TIMEX3 modifier of the phrase (`START`, `MID`, `END`, `APPROX` …), if it has one.
  public var modifier: String?

  /// A date of those parts.
  public init(
    edtf: String?, span: DaySpan, precision: DatePrecision, approximate: Bool = false,
    uncertain: Bool = false, inferred: [InferredPart] = [], shape: DateShape = .within,
    phrase: String? = nil, modifier: String? = nil
  ) {
    self.edtf = edtf
    self.span = span
    self.precision = precision
    self.approximate = approximate
    self.uncertain = uncertain
    self.inferred = Array(Set(inferred)).sorted()
    self.shape = shape
    self.phrase = phrase
    self.modifier = modifier
  }

  /// The date of an event of which nothing is known, within bounds that the document gives.
  public static func undated(within span: DaySpan = DaySpan(earliest: nil, latest: nil))
    -> EventDate
  {
    EventDate(edtf: nil, span: span, precision: .unknown)
  }

  /// Whether the event has a date of its own, so that `range` shows it unasked.
  public var isDated: Bool { precision != .unknown }
}
