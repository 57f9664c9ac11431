import Chronology
import TimelineModel

/// Turns what was found into values and dates, counting from the narrative's clock.
struct TimeResolver {
  let scanner: TimeScanner
  var clock: NarrativeClock
  let direction: ClauseDirection
  let headings: PeriodHeadings
  /// Whether 12/03/2015 names the day or the month first in this text, if that can be told.
  var digitOrder: DigitOrder?
  /// What the text says of fiscal years; nil when it names none.
  var fiscal: FiscalEvidence?
  /// The last day named, with the token behind it.
  var recent: (day: CivilDay, behind: Int, isTold: Bool)?
  /// The last date that was stated with its year, or follows from one, with the token behind it.
  var told: (date: StatedDate, behind: Int)?
  /// The months that were told with a known year, with the tokens behind them.
  var toldMonths: [(year: Int, month: Int, behind: Int)] = []
  /// The date of the last entry of a chronology, with whether the entries go forward.
  var entry: (date: StatedDate, isForward: Bool)?
  /// The heading of a chronology that the expression stands below.
  var period: StatedDate?
  /// The last year that was stated, with the token behind it.
  var statedYear: (year: Int, behind: Int)?
  /// The token behind the last expression that counts from the publication.
  var spokenBehind: Int?
  /// The month that a report is about, with the token behind it.
  var reported: (month: StatedDate, behind: Int)?
  /// The date told before that the expression read now counts from.
  var countedFrom: String?
  /// The last length of time named, with the token behind it.
  private var length: (value: String, behind: Int)?
  /// The token behind the last quarter named.
  private var quarterBehind: Int?

  init(
    scanner: TimeScanner, clock: NarrativeClock, direction: ClauseDirection,
    headings: PeriodHeadings = PeriodHeadings()
  ) {
    self.scanner = scanner
    self.clock = clock
    self.direction = direction
    self.headings = headings
  }

  /// A value with the date an event then has; the date is nil for lengths and the like.
  struct Resolved {
    var value: String
    var date: EventDate?
    var isRelative = false
    /// The value of the second end of a range.
    var secondValue: String?
    /// Why this reading was taken, where it is not the anchor that tells.
    var reason: String?
    /// The date told before that it counts from, in EDTF; nil when that is the clock's anchor.
    var countedFrom: String?
  }

  mutating func resolve(_ match: TimeMatch, phrase: String) -> Resolved {
    countedFrom = nil
    var resolved = read(match, phrase)
    resolved.countedFrom = countedFrom
    noteTold(match, resolved)
    let isBeginning = scanner.isWord(match.tokens.lowerBound - 1, "since")
    if let span = resolved.date?.span, let day = span.earliest, span.latest == day, !isBeginning {
      recent = (
        day, match.tokens.upperBound, scanner.isWord(match.tokens.lowerBound - 1, "on")
      )
    }
    noteEntry(match, resolved.date)
    noteReported(match, resolved.date)
    if Self.isQuarter(resolved.value) { quarterBehind = match.tokens.upperBound }
    return resolved
  }

  /// The day that "noon" or "that night" is on: one named shortly before, else the clock's own.
  mutating func dayInFocus(_ match: TimeMatch) -> CivilDay? {
    // In a message only the day right before counts: "Sunday at 3 p.m."
    let isClock = match.rule == "english.clock"
    // News tells a clock time of the day that it is about, however far above that was named.
    // "He was released … and appeared in court the next morning": as far as its own tale reaches.
    let isTold =
      isClock
      || match.rule == "english.focused-daypart" && direction.direction(around: match.tokens) < 0
    let reach =
      clock.isMessage ? isClock ? 4 : 0 : isTold && !clock.isHistory ? 300 : Self.reach
    if let recent, match.tokens.lowerBound - recent.behind < reach {
      countedFrom = recent.day.description
      return recent.day
    }
    return clock.isExact ? clock.day : nil
  }

  private static func isQuarter(_ value: String) -> Bool {
    let bytes = value.utf8
    return bytes.count == 7 && bytes.dropFirst(5).first == UInt8(ascii: "Q")
  }

  /// Whether a quarter was named behind that token.
  func isQuarterNewer(than behind: Int) -> Bool { quarterBehind.map { $0 > behind } ?? false }

  /// Whether the text speaks of a quarter shortly before, so that "a year earlier" is the same one.
  func reportsQuarter(_ match: TimeMatch) -> Bool {
    guard clock.quarter != nil, let quarterBehind else { return false }
    return match.tokens.lowerBound - quarterBehind < Self.quarterReach
  }

  /// How many tokens a quarter stays in focus: about five sentences.
  static let quarterReach = 120

  /// Whether "last year" compares with the quarter that its sentence is about: "Profit in the third
  /// quarter rose to $3 million from $2 million last year".
  private func comparesQuarter(_ match: TimeMatch) -> Bool {
    guard clock.quarter != nil, let quarterBehind,
      match.tokens.upperBound - match.tokens.lowerBound == 2,
      scanner.isWord(match.tokens.lowerBound, "last"),
      !scanner.isWord(match.tokens.upperBound + 1, "s"),
      direction.sentence(around: match.tokens).contains(quarterBehind - 1)
    else { return false }
    return (max(quarterBehind, match.tokens.lowerBound - 16)..<match.tokens.lowerBound).contains {
      scanner.isWord($0, "from") || scanner.isWord($0, "than") || scanner.isWord($0, "with")
        || scanner.isWord($0, "against") || scanner.isWord($0, "versus")
    }
  }

  /// How many tokens a day named before stays in focus: about two sentences.
  static let reach = 40

  /// What a reading inside the phrase says alone: "last Tuesday" in "the day before last Tuesday".
  mutating func read(_ reading: TimeReading, in match: TimeMatch, _ phrase: String) -> Resolved {
    var inner = match
    inner.reading = reading
    return read(inner, phrase)
  }

  private mutating func read(_ match: TimeMatch, _ phrase: String) -> Resolved {
    switch match.reading {
    case .calendar(let stated, _) where match.rule == "english.entry-day":
      return entryDay(stated, match, phrase)
    case .calendar(let stated, let part): return calendar(stated, part, match, phrase)
    case .span(let first, let last, let secondAt) where match.rule == "english.entry-day":
      return entryDays(first, last, secondAt, match, phrase)
    case .span(let first, let last, let secondAt):
      return span(first, last, secondAt, match, phrase)
    case .ambiguous(let dayFirst, let monthFirst):
      if let digitOrder {
        var found = calendar(
          digitOrder.isDayFirst ? dayFirst : monthFirst, nil, match, phrase)
        found.date?.inferred = [.day, .month]
        found.reason = digitOrder.evidence
        return found
      }
      let edtf = "[\([dayFirst, monthFirst].compactMap(\.edtf).sorted().joined(separator: ","))]"
      var date = Self.date(edtf, phrase: phrase, modifier: nil)
      date?.uncertain = true
      return Resolved(value: dayFirst.timex, date: date)
    case .weekdayDay(let weekday, let day): return weekdayDay(weekday, day, match, phrase)
    case .fiscalYear(let ending, let isNamedByBoth):
      return fiscalYear(ending, isNamedByBoth, match, phrase)
    case .unit(.year, let offset, nil) where match.rule == "english.fiscal-year":
      return fiscalUnit(offset, match, phrase)
    case .weekOf(let day, let edge): return weekOf(day, edge, match, phrase)
    case .weekday(let number, let offset): return weekday(number, offset, match, phrase)
    case .unit(let unit, _, let part?) where match.rule == "english.period-end":
      return periodEnd(unit, part, match, phrase)
    case .unit(.year, -1, nil) where comparesQuarter(match):
      // TIMEX3 has the year; what happened then happened in its quarter.
      var found = relative(.year, -1, nil, match, phrase)
      found.date = focusedQuarter(-1, phrase).date
      return found
    case .unit(let unit, let offset, let part): return relative(unit, offset, part, match, phrase)
    case .named(let stated, let offset): return named(stated, offset, match, phrase)
    case .shifted(let unit, let count, _) where match.rule == "english.anniversary":
      return anniversary(unit, count, match, phrase)
    case .shifted(let unit, let count, let fromNarrative):
      var found = shifted(unit, count, fromNarrative, match, phrase)
      if match.modifier != nil { found.date = found.date.map { about($0, phrase) } }
      return found
    case .daypart(let part, let offset, let number):
      return daypart(part, offset, number, match, phrase)
    case .dayBeside(let offset, let reading): return dayBeside(offset, reading, match, phrase)
    case .counted(let unit, let count, let from): return counted(unit, count, from, phrase)
    case .weekdayOfWeek(let number, let week): return weekdayOfWeek(number, week, match, phrase)
    case .dayOfMonth(let day, let offset): return dayOfMonth(day, offset, match, phrase)
    case .weekdayBeside(let number, let weeks): return weekdayBeside(number, weeks, phrase)
    case .halfOfMonth(let month, let isSecond):
      return halfOfMonth(month, isSecond, match, phrase)
    case .turnOfCentury(let first): return turnOfCentury(first, match, phrase)
    case .yearsOfCentury(let first, let last): return yearsOfCentury(first, last, phrase)
    case .ordinalWeekday(let number, let ordinal, let month):
      return ordinalWeekday(number, ordinal, month, match, phrase)
    case .daypartOf(let part, let stated, let isOvernight):
      return daypartOf(part, stated, isOvernight, match, phrase)
    case .clock(let hour, let minute, let day):
      return clockTime(hour, minute, day, match, phrase)
    case .focusedQuarter(let offset): return focusedQuarter(offset, phrase)
    case .samePeriod(let unit, let offset): return samePeriod(unit, offset, match, phrase)
    case .focusedPeriod(let year):
      let isQuarter = match.tokens.contains { scanner.isWord($0, "quarter") }
      return focusedPeriod(year, isQuarter: isQuarter, phrase)
    case .inYear(let stated, let year, let part): return inYear(stated, year, part, match, phrase)
    case .slice(let unit, let count, let period, let edge):
      return slice(unit, count, period, edge, match, phrase)
    case .focusedUnit(let unit, let offset, let part):
      return focusedUnit(unit, offset, part, match, phrase)
    case .namedTime(let entry, let year): return namedTime(entry, year, match, phrase)
    case .reference(let value) where match.rule == "english.length-told":
      // "a five-year plan … during that time": as long as what was told before.
      guard let length, match.tokens.lowerBound - length.behind < Self.quarterReach else {
        return Resolved(value: value)
      }
      return Resolved(value: length.value)
    case .reference(let value): return Resolved(value: value)
    case .duration(let unit, let count):
      let value = unit.length(count)
      length = (value, match.tokens.upperBound)
      return Resolved(value: value)
    case .set(let value): return Resolved(value: value)
    }
  }

  static func date(
    _ edtf: String, inferred: [InferredPart] = [], phrase: String, modifier: String?
  ) -> EventDate? {
    guard let parsed = try? EDTF(edtf) else { return nil }
    return EventDate(edtf: parsed, inferred: inferred, phrase: phrase, modifier: modifier)
  }

  mutating func day(_ day: CivilDay, _ phrase: String, _ inferred: [InferredPart])
    -> Resolved
  {
    let parts = day.parts
    clock.see(StatedDate(year: parts.year, month: parts.month, day: parts.day))
    let date = Self.date(day.description, inferred: inferred, phrase: phrase, modifier: nil)
    return Resolved(value: day.description, date: date, isRelative: true)
  }

  mutating func relative(
    _ unit: TimeUnit, _ offset: Int, _ part: PartOfPeriod.Part?, _ match: TimeMatch,
    _ phrase: String
  ) -> Resolved {
    guard let anchor = clock.speakersDay else {
      return Resolved(value: Self.unknown(unit), isRelative: true)
    }
    if unit == .year, offset == 0, part != nil, let year = yearOfSentence(match) {
      return inferred(StatedDate(year: year), part, match, phrase)
    }
    if unit == .year, offset == 0, anchor.month == 1, !clock.isHistory, reportsYear(match, part) {
      return inferred(StatedDate(year: anchor.year - 1), part, match, phrase)
    }
    if clock.lacks(unit) { return Resolved(value: Self.unknown(unit), isRelative: true) }
    let year = anchor.year
    var stated: StatedDate?
    switch unit {
    case .day where offset == 0 && clock.isHistory && isOfOurDay(match):
      return Resolved(value: "PRESENT_REF", isRelative: true)
    case .day where offset == 0 && isOpening(match):
      guard let published = clock.published, !clock.lacks(.day) else { break }
      return day(published, phrase, [.day])
    case .day:
      guard clock.isExact || !clock.isRemote && clock.published != nil else {
        return Resolved(value: "XXXX-XX-XX", isRelative: true)
      }
      return day(anchor.advanced(by: offset), phrase, [.day])
    case .week, .fortnight:
      var weeks = offset * (unit == .fortnight ? 2 : 1)
      // What comes out on a Sunday calls the week that ends with it "last week".
      if unit == .week, offset == -1, anchor.weekday == 7 || isPastWeek(match) && anchor.weekday > 4
      {
        weeks = 0
      }
      // On its last day "the end of the week" that is to come is the next one's.
      if unit == .week, offset == 0, part == .late, anchor.weekday == 7,
        direction.direction(around: match.tokens) > 0
      {
        weeks = 1
      }
      let week = anchor.advanced(by: weeks * 7)
      return self.week(week, phrase, match.modifier)
    case .weekend:
      let isThis = scanner.isWord(match.tokens.lowerBound, "this")
      let isPast =
        offset == 0
        && (isThis
          ? anchor.weekday <= 2 && isOver(match)
          : anchor.weekday < 6 && direction.direction(around: match.tokens) <= 0)
      let saturday = anchor.advanced(by: 6 - anchor.weekday + (isPast ? -1 : offset) * 7)
      let iso = saturday.isoWeek
      let date = Self.date(
        "\(saturday)/\(saturday.advanced(by: 1))", inferred: [.day], phrase: phrase, modifier: nil)
      return Resolved(
        value: "\(CivilDay.fourDigits(iso.year))-W\(CivilDay.twoDigits(iso.week))-WE", date: date,
        isRelative: true)
    case .month:
      let day = anchor.advanced(byMonths: offset)
      stated = StatedDate(year: day.year, month: day.month)
    case .quarter:
      let day = anchor.advanced(byMonths: offset * 3)
      stated = StatedDate(year: day.year, season: 33 + (day.month - 1) / 3)
    case .year: stated = StatedDate(year: year + offset)
    case .decade: stated = StatedDate(years: (year / 10 * 10 + offset * 10, 10))
    case .century: stated = StatedDate(years: (year / 100 * 100 + offset * 100, 100))
    default: return Resolved(value: "XXXX", isRelative: true)
    }
    guard let stated else { return Resolved(value: "XXXX", isRelative: true) }
    let edtf = part.flatMap { Self.edtf($0, of: stated) } ?? stated.edtf
    let date = edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: match.modifier)
    }
    return Resolved(value: stated.timex, date: date, isRelative: true)
  }

  /// "For the year, sales rose 5 percent", "they signed at the end of the year": in January the one
  /// that is over.
  private func reportsYear(_ match: TimeMatch, _ part: PartOfPeriod.Part?) -> Bool {
    let isReport =
      match.rule == "english.focused-unit" && scanner.isWord(match.tokens.lowerBound - 1, "for")
    let isEnd = part == .late && !scanner.isWord(match.tokens.lowerBound, "this")
    return (isReport || isEnd) && direction.direction(around: match.tokens) < 0
  }

  /// "today's Slovakia": what a history calls so is of our day.
  private func isOfOurDay(_ match: TimeMatch) -> Bool {
    let behind = match.tokens.upperBound
    guard isGenitive(match), let noun = scanner.token(behind + 2) else { return false }
    return noun.isCapital && noun.form == .word && noun.kind == .none
  }

  /// "Today is the anniversary of …": a history that begins with the day on which it was written.
  private func isOpening(_ match: TimeMatch) -> Bool {
    let start = match.tokens.lowerBound
    return scanner.isWord(start, "today") && scanner.tokens[start].isCapital
      && scanner.isWord(start + 1, "is")
      && (start == 0 || scanner.tokens[start - 1].form == .paragraph)
  }

  /// "this past week", which towards its end is the one that runs.
  private func isPastWeek(_ match: TimeMatch) -> Bool {
    scanner.isWord(match.tokens.lowerBound, "this")
      && scanner.isWord(match.tokens.lowerBound + 1, "past")
  }

  /// The TIMEX3 value of one of a unit that nothing tells which.
  private static func unknown(_ unit: TimeUnit) -> String {
    switch unit {
    case .day: "XXXX-XX-XX"
    case .week, .fortnight: "XXXX-WXX"
    case .weekend: "XXXX-WXX-WE"
    case .month: "XXXX-XX"
    case .quarter: "XXXX-QX"
    default: "XXXX"
    }
  }

  func week(_ day: CivilDay, _ phrase: String, _ modifier: String?) -> Resolved {
    let monday = day.advanced(by: 1 - day.weekday)
    let iso = day.isoWeek
    let date = Self.date(
      "[\(monday)..\(monday.advanced(by: 6))]", inferred: [.day], phrase: phrase,
      modifier: modifier)
    return Resolved(
      value: "\(CivilDay.fourDigits(iso.year))-W\(CivilDay.twoDigits(iso.week))", date: date,
      isRelative: true)
  }
}
