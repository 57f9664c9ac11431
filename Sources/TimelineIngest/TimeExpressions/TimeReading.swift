import Chronology

/// Units of time from seconds to millennia; raw values as in `time_words.tsv`.
enum TimeUnit: Int, Sendable {
  case second = 0, minute, hour, day, week, fortnight, month, quarter, year, decade, century
  case weekend, semester, millennium, quarterCentury

  /// The TIMEX3 letter, and how many of it one unit is.
  var timex: (letter: String, factor: Int, isClock: Bool) {
    switch self {
    case .second: ("S", 1, true)
    case .minute: ("M", 1, true)
    case .hour: ("H", 1, true)
    case .day: ("D", 1, false)
    case .week: ("W", 1, false)
    case .fortnight: ("W", 2, false)
    case .month: ("M", 1, false)
    case .quarter: ("Q", 1, false)
    case .year: ("Y", 1, false)
    case .decade: ("Y", 10, false)
    case .century: ("Y", 100, false)
    case .weekend: ("WE", 1, false)
    case .semester: ("M", 6, false)
    case .millennium: ("Y", 1000, false)
    case .quarterCentury: ("Y", 25, false)
    }
  }

  /// The TIMEX3 value of that many of it: "P2W", "PXM", "PT30M", "P2.5Y".
  ///
  /// The count is digits, "X" for a vague number, "0.5", "2.5" or "2 1/2".
  func length(_ count: String) -> String {
    let timex = timex
    if count == "0.5" { return half }
    if count.hasSuffix(".5"), let whole = Int(count.dropLast(2)) {
      // "a year and a half", "two and a half hours" in whole smaller units.
      switch self {
      case .year: return "P\(whole)Y6M"
      case .decade: return "P\(whole * 10 + 5)Y"
      case .century: return "P\(whole * 100 + 50)Y"
      case .day: return "P\(whole)DT12H"
      case .hour: return "PT\(whole)H30M"
      case .minute: return "PT\(whole)M30S"
      default: break
      }
    }
    if count.hasSuffix(" 1/2") {
      let whole = count.dropLast(4)
      return self == .year ? "P\(whole)Y6M" : length("\(whole).5")
    }
    if count == "X", timex.factor >= 10 { return self == .decade ? "PXDE" : "PXCE" }
    let factor = self == .quarter ? 3 : timex.factor
    let letter = self == .quarter ? "M" : timex.letter
    let number = factor == 1 ? count : Int(count).map { String($0 * factor) } ?? count
    return "P\(timex.isClock ? "T" : "")\(number)\(letter)"
  }

  /// Half of it in whole smaller units.
  private var half: String {
    switch self {
    case .minute: "PT30S"
    case .hour: "PT30M"
    case .day: "PT12H"
    case .year: "P6M"
    case .decade: "P5Y"
    case .century: "P50Y"
    default: "P\(timex.isClock ? "T" : "")0.5\(timex.letter)"
    }
  }
}

/// Year, month and day as far as a text states them.
///
/// Sixteen bytes, because every recogniser hands back room for a reading, found or not.
struct StatedDate: Sendable, Hashable {
  private var storedYear: Int32
  private var storedFirst: Int32
  private var storedCount: Int16
  private var storedMonth: Int8
  private var storedDay: Int8
  private var storedSeason: Int8

  private static let none = Int32.min

  init(
    year: Int? = nil, month: Int? = nil, day: Int? = nil, season: Int? = nil,
    years: (first: Int, count: Int)? = nil
  ) {
    storedYear = year.map { Int32(clamping: $0) } ?? Self.none
    storedMonth = Int8(clamping: month ?? 0)
    storedDay = Int8(clamping: day ?? 0)
    storedSeason = Int8(clamping: season ?? 0)
    storedFirst = Int32(clamping: years?.first ?? 0)
    storedCount = Int16(clamping: years?.count ?? 0)
  }

  var year: Int? {
    get { storedYear == Self.none ? nil : Int(storedYear) }
    set { storedYear = newValue.map { Int32(clamping: $0) } ?? Self.none }
  }

  var month: Int? {
    get { storedMonth == 0 ? nil : Int(storedMonth) }
    set { storedMonth = Int8(clamping: newValue ?? 0) }
  }

  var day: Int? {
    get { storedDay == 0 ? nil : Int(storedDay) }
    set { storedDay = Int8(clamping: newValue ?? 0) }
  }

  /// An EDTF season code 21 to 24, a quarter 33 to 36 or a half 40, 41.
  var season: Int? { storedSeason == 0 ? nil : Int(storedSeason) }

  /// The first year of a decade or century, with its length in years.
  var years: (first: Int, count: Int)? {
    storedCount == 0 ? nil : (Int(storedFirst), Int(storedCount))
  }
}

/// What a time expression says before anything is counted from an anchor.
enum TimeReading: Sendable {
  /// A calendar date, complete or not, with a part ("early") of it.
  case calendar(StatedDate, part: PartOfPeriod.Part?)
  /// A part of a year that is named by its relation: "October of that year", "this year's third
  /// quarter".
  case inYear(StatedDate, NamedYear, part: PartOfPeriod.Part?)
  /// "the last week of August": so many units at the beginning or end of a calendar period, or in
  /// it.
  case slice(TimeUnit, count: Int, of: StatedDate, edge: PartOfPeriod.Part)
  /// "the year", "the week": the one that the story is about; with a part of it.
  case focusedUnit(TimeUnit, offset: Int, part: PartOfPeriod.Part?)
  /// Two calendar dates joined: "22-23 April", "1914-18"; the second begins at that token.
  case span(StatedDate, StatedDate, secondAt: Int)
  /// "Friday the 13th": a weekday with a day of the month.
  case weekdayDay(Int, day: Int)
  /// A fiscal year by the year in which it ends; "2014-15" names both of its years.
  case fiscalYear(ending: Int, isNamedByBoth: Bool)
  /// "the week of 3 March 2014": seven days that hold, open with or end with a day.
  indirect case weekOf(TimeReading, WeekEdge)
  /// 12/03/2015: two readings.
  case ambiguous(StatedDate, StatedDate)
  /// A weekday; -1 last, 0 bare or this, 1 next; nil when only the clause tells.
  case weekday(Int, direction: Int?)
  /// "last year", "this week", "next quarter", with a part of it.
  case unit(TimeUnit, offset: Int, part: PartOfPeriod.Part?)
  /// "last October", "next spring".
  case named(StatedDate, offset: Int)
  /// "three years ago", "two weeks later"; from the narrative's date or the publication.
  case shifted(TimeUnit, count: Int, fromNarrative: Bool)
  /// "two weeks from next Tuesday": so many units after a day that is named.
  case counted(TimeUnit, count: Int, from: ClockDay)
  /// "Friday of last week": the weekday, and the week counted from this one; nil for "that week".
  case weekdayOfWeek(Int, week: Int?)
  /// "the 20th of last month": a day, and the month counted from this one.
  case dayOfMonth(Int, offset: Int)
  /// "Tuesday week", "a week ago Friday": the nearest such weekday, so many weeks on or back.
  case weekdayBeside(Int, weeks: Int)
  /// "the day before last Tuesday": so many days after a day that another reading gives.
  indirect case dayBeside(offset: Int, of: TimeReading)
  /// "the first half of May 2016": the days up to the fifteenth, or those behind it.
  case halfOfMonth(StatedDate, isSecond: Bool)
  /// "the turn of the century": around its first year; nil for the last one that turned.
  case turnOfCentury(Int?)
  /// "the last quarter of the 19th century": years, first to last.
  case yearsOfCentury(first: Int, last: Int)
  /// "the first Tuesday in November": the weekday, which one (-1 the last), the month.
  case ordinalWeekday(Int, Int, StatedDate)
  /// "the morning of January 31": a part of a day stated with its month.
  case daypartOf(Int, StatedDate, isOvernight: Bool)
  /// "last night", "this morning", "Friday evening": a part of the day that another reading gives.
  case daypart(Int, dayOffset: Int, weekday: Int?)
  /// A clock time on the day of another reading.
  case clock(hour: Int, minute: Int, day: ClockDay?)
  /// The quarter in focus, or the same one of another year.
  case focusedQuarter(yearOffset: Int)
  /// "the same period last year": the quarter, month or week in focus, so many years on or back.
  case samePeriod(TimeUnit, yearOffset: Int)
  /// "the 1989 period": the quarter in focus, of that year.
  case focusedPeriod(year: Int)
  /// A named day or turning point: its entry in `NamedTimes`, nil when it cannot be told which of
  /// several it is.
  case namedTime(Int?, year: Int?)
  /// PRESENT_REF, PAST_REF, FUTURE_REF.
  case reference(String)
  /// A length: the number is nil for a vague one.
  case duration(TimeUnit, count: String)
  /// A recurring time with its TIMEX3 value.
  case set(String)
}

/// A year named by its relation to the publication or to the story.
enum NamedYear: Sendable {
  /// "last year", "this year", "next year".
  case offset(Int)
  /// "that year", "the same year": the one in focus.
  case focus
}

/// Which day of a week a text names it by.
enum WeekEdge: Sendable {
  case inside, first, last
}

/// The day that a clock time names itself, as in "noon yesterday".
enum ClockDay: Sendable {
  case offset(Int)
  case weekday(Int)
  case calendar(StatedDate)
  /// Counted from the day in focus: "at 2:30 the next day".
  case told(offset: Int)
}

/// An expression found by a recogniser: tokens, reading, rule.
struct TimeMatch: Sendable {
  /// Tokens, half-open.
  var tokens: Range<Int>
  var reading: TimeReading
  var rule: String
  var modifier: String?
  var kind: TimeExpressionKind
}
