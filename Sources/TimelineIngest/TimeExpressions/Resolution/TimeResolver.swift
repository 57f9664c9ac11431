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
  private var recent: (day: CivilDay, behind: Int, isTold: Bool)?
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
  private func reportsQuarter(_ match: TimeMatch) -> Bool {
    guard clock.quarter != nil, let quarterBehind else { return false }
    return match.tokens.lowerBound - quarterBehind < Self.quarterReach
  }

  /// How many tokens a quarter stays in focus: about five sentences.
  private static let quarterReach = 120

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

  mutating func read(_ match: TimeMatch, _ phrase: String) -> Resolved {
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

  private mutating func weekday(
    _ number: Int, _ offset: Int?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    guard let anchor = clock.weekdaysDay else {
      return Resolved(value: "XXXX-WXX-\(number)", isRelative: true)
    }
    // "on 22 April, a Sunday": the weekday of the day just named.
    let start = match.tokens.lowerBound
    if let recent, recent.behind == start - 2, recent.day.weekday == number,
      scanner.isWord(start - 1, "a"), scanner.isMark(start - 2, ",")
    {
      return day(recent.day, phrase, [])
    }
    if offset == nil, let next = dayOfTale(number, match) {
      countedFrom = recent?.day.description
      return day(next, phrase, [.day])
    }
    let told = offset == nil || offset == 0 ? nil : dayToldBefore(match)
    countedFrom = told?.description
    return day(weekdayNear(told ?? anchor, number, offset, match), phrase, [.day])
  }

  /// The day named shortly before, from which "the following Monday" and "the previous Friday" count.
  private func dayToldBefore(_ match: TimeMatch) -> CivilDay? {
    let first = match.tokens.lowerBound
    guard match.tokens.contains(where: { countsFromFocus($0, first) }) else { return nil }
    if let recent, first - recent.behind < Self.quarterReach { return recent.day }
    return nil
  }

  /// The day of a weekday in a tale of an unknown day of publication, which goes forward unless the
  /// sentence says that it was before.
  ///
  /// "… was counted on 3 June" and then "On Wednesday he resigned" is 5 June.
  private func dayOfTale(_ number: Int, _ match: TimeMatch) -> CivilDay? {
    guard clock.published == nil, clock.entry == nil, let recent, recent.isTold,
      match.tokens.lowerBound - recent.behind < Self.reach,
      scanner.isWord(match.tokens.lowerBound - 1, "on"),
      !direction.sentence(around: match.tokens).contains(recent.behind - 1),
      !direction.isBeforeTale(match.tokens)
    else { return nil }
    return recent.day.advanced(by: (number - recent.day.weekday + 6) % 7 + 1)
  }

  /// "following", "previous", "the next" rather than "next".
  private func countsFromFocus(_ index: Int, _ first: Int) -> Bool {
    scanner.isWord(index, "following") || scanner.isWord(index, "previous")
      || scanner.isWord(index, "preceding")
      || scanner.isWord(index, "next") && index > first && scanner.kind(index - 1) == .determiner
  }

  func weekdayNear(
    _ anchor: CivilDay, _ number: Int, _ offset: Int?, _ match: TimeMatch
  ) -> CivilDay {
    let back = (anchor.weekday - number + 7) % 7
    switch offset {
    case -1: return anchor.advanced(by: back == 0 ? -7 : -back)
    case 1: return anchor.advanced(by: back == 0 ? 7 : 7 - back)
    case 0:
      // "this Friday" is of this week; what a week just begun says was done "this Friday" is of the last.
      let isOver = anchor.weekday <= 2 && number > anchor.weekday && isOver(match)
      return anchor.advanced(by: number - anchor.weekday - (isOver ? 7 : 0))
    default:
      if isGenitive(match), !direction.isAhead(match.tokens), !direction.isOwnedAhead(match.tokens)
      {
        return anchor.advanced(by: -back)
      }
      let looks = direction.direction(around: match.tokens)
      // An entry of a chronology goes on from its day unless it looks back.
      let isNear = back < 4 && direction.isOverturned(around: match.tokens)
      let isAhead = looks > 0 && !isNear || looks == 0 && clock.entry != nil
      return anchor.advanced(by: isAhead && back != 0 ? 7 - back : -back)
    }
  }

  /// Whether the clause tells what is over, and not of what its time owns.
  private func isOver(_ match: TimeMatch) -> Bool {
    !isGenitive(match) && direction.direction(around: match.tokens) < 0
  }

  /// 0 for "this Friday night", which is in the week of the anchor; nil without "this".
  func weekOf(_ match: TimeMatch) -> Int? {
    scanner.isWord(match.tokens.lowerBound, "this") ? 0 : nil
  }

  /// "Thursday's ruling": what a weekday owns has happened.
  func isGenitive(_ match: TimeMatch) -> Bool {
    let at = match.tokens.upperBound
    guard let mark = scanner.token(at), mark.form == .mark, !mark.isSpaced,
      let next = scanner.token(at + 1), !next.isSpaced
    else { return false }
    return scanner.isWord(at + 1, "s") && !scanner.isWord(at + 2, "deadline")
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

  /// "about two years ago", "more than a month ago": a date that is not that exact.
  private func about(_ date: EventDate, _ phrase: String) -> EventDate {
    guard let text = date.edtf?.description,
      var found = Self.date(text + "~", inferred: date.inferred, phrase: phrase, modifier: nil)
    else { return date }
    found.approximate = true
    return found
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

  /// The day in focus, from which "the following summer" and "the previous May" count.
  private func focusDay(_ match: TimeMatch) -> CivilDay? {
    let isFocused = match.tokens.contains {
      scanner.isWord($0, "following") || scanner.isWord($0, "previous")
        || scanner.isWord($0, "preceding")
    }
    guard isFocused, let focus = clock.focus, let year = focus.year else { return nil }
    let season = focus.season.flatMap { (21...24).contains($0) ? ($0 - 20) * 3 : nil }
    return CivilDay(year: year, month: focus.month ?? season ?? 1, day: focus.day ?? 1)
  }

  private mutating func named(
    _ stated: StatedDate, _ offset: Int, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    guard let anchor = focusDay(match) ?? clock.speakersDay else {
      return Resolved(value: stated.timex, isRelative: true)
    }
    var full = stated
    let month = stated.month ?? [3, 6, 9, 12][((stated.season ?? 21) - 21) % 4]
    full.year = anchor.year
    // "last Oct. 19" may be of the month that runs; "last October" is not.
    let isWithin = month == anchor.month && stated.day != nil
    // Nor is "last spring" the one that runs.
    let isRunning = stated.season != nil && month <= anchor.month && anchor.month < month + 3
    let isBefore =
      isWithin ? (stated.day ?? 1) < anchor.parts.day : month < anchor.month && !isRunning
    let isAfter = isWithin ? (stated.day ?? 1) > anchor.parts.day : month > anchor.month
    if offset < 0, !isBefore { full.year = anchor.year - 1 }
    if offset > 0, !isAfter { full.year = anchor.year + 1 }
    clock.see(full)
    let date = full.edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: match.modifier)
    }
    return Resolved(value: full.timex, date: date, isRelative: true)
  }

  private mutating func shifted(
    _ unit: TimeUnit, _ count: Int, _ fromNarrative: Bool, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    // In news "a year earlier" compares with the period that is reported.
    let isDistant =
      if let told = clock.focus?.year, let published = clock.published?.year {
        abs(told - published) > 2
      } else { false }
    let isTold = clock.isHistory || clock.entry != nil
    let isComparison = unit == .year && abs(count) == 1 && !isTold && !isDistant
    let isTooCoarse =
      !isTold && unit.rawValue < TimeUnit.quarter.rawValue && clock.focus?.month == nil
      && count < 0 && !isDistant
    let narrative = fromNarrative && !isComparison && !isTooCoarse ? clock.focus : nil
    countedFrom = narrative?.edtf
    let narrativeDay = narrative.flatMap { focus -> CivilDay? in
      focus.year.flatMap { CivilDay(year: $0, month: focus.month ?? 1, day: focus.day ?? 1) }
    }
    // "Twenty years ago" counts from the publication in a history too.
    let spoken = !fromNarrative && count < 0 && clock.entry == nil ? clock.published : nil
    guard let anchor = narrativeDay ?? spoken ?? clock.day else {
      return Resolved(value: count < 0 ? "PAST_REF" : "FUTURE_REF", isRelative: true)
    }
    // "three weeks later" without a date before it counts from an event, not from the publication.
    if fromNarrative, count > 0, clock.focus == nil {
      if unit.rawValue < TimeUnit.day.rawValue, let day = dayInFocus(match) {
        return Resolved(value: day.description + "TXX", isRelative: true)
      }
      return Resolved(value: "FUTURE_REF", isRelative: true)
    }
    let isExact =
      narrativeDay == nil
      ? spoken != nil && !clock.lacks(.day) || clock.isExact : narrative?.day != nil
    if narrativeDay == nil, clock.lacks(unit) {
      return Resolved(value: count < 0 ? "PAST_REF" : "FUTURE_REF", isRelative: true)
    }
    if unit == .month || unit == .quarter, let year = narrative?.year, narrative?.month == nil,
      let found = monthsFrom(year, unit == .month ? count : count * 3, phrase)
    {
      return found
    }
    if !isExact, let focus = narrative, let found = daysFrom(focus, unit, count, phrase) {
      return found
    }
    switch unit {
    case .second, .minute, .hour:
      return Resolved(value: anchor.description + "TXX", isRelative: true)
    case .day:
      guard isExact else { break }
      return day(anchor.advanced(by: count), phrase, [.day])
    case .week, .fortnight:
      guard isExact else { break }
      let weeks = unit == .fortnight ? count * 2 : count
      var found = week(anchor.advanced(by: weeks * 7), phrase, nil)
      found.date?.approximate = true
      return found
    case .month:
      let day = anchor.advanced(byMonths: count)
      return approximate(StatedDate(year: day.year, month: day.month), phrase)
    case .quarter:
      let day = anchor.advanced(byMonths: count * 3)
      return approximate(StatedDate(year: day.year, season: 33 + (day.month - 1) / 3), phrase)
    case .year:
      if abs(count) == 1, let month = monthCompared(match), let year = month.year {
        countedFrom = month.edtf
        return approximate(StatedDate(year: year + count, month: month.month), phrase)
      }
      if abs(count) == 1, reportsQuarter(match) { return focusedQuarter(count, phrase) }
      return approximate(StatedDate(year: anchor.year + count), phrase)
    case .decade: return approximate(StatedDate(year: anchor.year + count * 10), phrase)
    case .century: return approximate(StatedDate(year: anchor.year + count * 100), phrase)
    case .quarterCentury: return approximate(StatedDate(year: anchor.year + count * 25), phrase)
    default: break
    }
    return Resolved(value: count < 0 ? "PAST_REF" : "FUTURE_REF", isRelative: true)
  }

  private mutating func approximate(_ stated: StatedDate, _ phrase: String) -> Resolved {
    let date = stated.edtf.flatMap {
      Self.date($0, inferred: [.year], phrase: phrase, modifier: nil)
    }
    clock.see(stated)
    return Resolved(value: stated.timex, date: date, isRelative: true)
  }
}
