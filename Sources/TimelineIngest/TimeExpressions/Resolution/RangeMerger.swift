import Chronology
import TimelineModel

/// Gives "between 2014 and 2018", "from March to June 2015", "by June 2018" and "since 2014" the
/// dates they mean for an event; the expressions themselves stay apart, as TIMEX3 has them.
struct RangeMerger {
  let scanner: TimeScanner
  let matches: [TimeMatch]

  func merge(_ expressions: inout [TimeExpression]) {
    for index in expressions.indices {
      if let months = monthsOfYear(expressions, index) ?? periodEnded(expressions, index) {
        expressions[index].date = months
        expressions[index + 1].date = months
        continue
      }
      if index > 0, periodEnded(expressions, index - 1) != nil { continue }
      alignApposition(&expressions, index)
      widenPart(&expressions[index], index)
      guard let date = expressions[index].date, date.edtf != nil else { continue }
      let start = matches[index].tokens.lowerBound
      if index + 1 < expressions.count, joins(index) {
        alignWeekdays(&expressions, index)
        alignMonths(&expressions, index)
        continue
      }
      if index + 1 < expressions.count, isWeekdayPair(index) { alignWeekdays(&expressions, index) }
      if index > 0, joins(index - 1), let pair = joined(expressions, index - 1) {
        expressions[index - 1].date = pair
        expressions[index].date = pair
        continue
      }
      guard start > 0, date.span.latest != nil, matches[index].kind == .date else { continue }
      if let limited = limits(expressions, index) {
        expressions[index].date = limited
        expressions[index + 1].date = limited
      } else if index > 0, limits(expressions, index - 1) != nil {
        continue
      } else if endsPeriod(index), scanner.isWord(start - 1, "before") {
        // "before the end of 2025" is as good as "by the end of 2025".
        expressions[index].date = bounded(date, "[..\(Self.end(date))]", "before")
      } else if let bound = bound(date, behind: index) {
        expressions[index].date = bound
        if let end = endOfBound(index) {
          expressions[index].range = expressions[index].range.lowerBound..<end
        }
      } else if isOrSo(index), let about = approximate(date) {
        expressions[index].date = about
        expressions[index].modifier = "APPROX"
      } else if let bound = bound(date, before: start) {
        expressions[index].date = bound
      } else if isAbout(start - 1), let about = approximate(date) {
        expressions[index].date = about
        expressions[index].modifier = "APPROX"
      }
    }
    joinChoices(&expressions)
  }

  /// "the first nine months" of "2015", which TIMEX3 tags apart: January to September of that year.
  private func monthsOfYear(_ expressions: [TimeExpression], _ index: Int) -> EventDate? {
    guard index + 1 < matches.count, case .duration(.month, let count) = matches[index].reading,
      isWholeYear(matches[index + 1].reading), let year = Int(expressions[index + 1].value),
      let months = Int(count), (1...11).contains(months)
    else { return nil }
    let (length, behind) = (matches[index].tokens, matches[index + 1].tokens)
    guard behind.lowerBound == length.upperBound + 1, scanner.isWord(length.upperBound, "of"),
      length.count > 2
    else { return nil }
    let edge = length.lowerBound + 1
    let isFirst = scanner.isWord(edge, "first")
    guard isFirst || scanner.isWord(edge, "last") || scanner.isWord(edge, "final") else {
      return nil
    }
    let from = isFirst ? 1 : 13 - months
    let text = CivilDay.fourDigits(year)
    let edtf =
      "\(text)-\(CivilDay.twoDigits(from))/\(text)-\(CivilDay.twoDigits(from + months - 1))"
    let range = expressions[index].range.lowerBound..<expressions[index + 1].range.upperBound
    return TimeResolver.date(
      edtf, phrase: String(decoding: scanner.bytes[range], as: UTF8.self), modifier: nil)
  }

  /// "2015", "the year", "last year".
  private func isWholeYear(_ reading: TimeReading) -> Bool {
    switch reading {
    case .calendar(let stated, nil): stated.year != nil
    case .focusedUnit(.year, _, nil), .unit(.year, _, nil): true
    default: false
    }
  }

  /// "the quarter ended March 31", "the nine months to September 2015": so long a time, up to a
  /// date that is stated.
  private func periodEnded(_ expressions: [TimeExpression], _ index: Int) -> EventDate? {
    guard index + 1 < matches.count, let length = length(of: matches[index]),
      case .calendar(let stated, nil) = matches[index + 1].reading,
      stated.month != nil, let last = expressions[index + 1].date?.span.latest
    else { return nil }
    var at = matches[index].tokens.upperBound
    if scanner.isMark(at, ",") { at += 1 }
    let isTo = scanner.isWord(at, "to") || scanner.isWord(at, "through")
    guard scanner.isWord(at, "ended") || scanner.isWord(at, "ending") || isTo else { return nil }
    at += 1
    if scanner.isWord(at, "on") || scanner.isWord(at, "in") { at += 1 }
    guard at == matches[index + 1].tokens.lowerBound else { return nil }
    let first =
      length.months > 0
      ? last.advanced(by: 1).advanced(byMonths: -length.months)
      : last.advanced(by: 1 - length.days)
    let begin = expressions[index].range.lowerBound
    let finish = expressions[index + 1].range.upperBound
    guard let edtf = try? EDTF("\(first)/\(last)") else { return nil }
    return EventDate(
      edtf: edtf, inferred: expressions[index + 1].date?.inferred ?? [],
      phrase: String(decoding: scanner.bytes[begin..<finish], as: UTF8.self))
  }

  /// How long a period is that a report names: "the quarter", "the first nine months", "the year".
  private func length(of match: TimeMatch) -> (months: Int, days: Int)? {
    switch match.reading {
    case .duration(let unit, let count):
      guard let count = Int(count), count > 0 else { return nil }
      switch unit {
      case .week: return (0, count * 7)
      case .month: return (count, 0)
      case .quarter: return (count * 3, 0)
      case .year: return (count * 12, 0)
      default: return nil
      }
    case .calendar(let stated, nil), .inYear(let stated, _, nil):
      guard let season = stated.season, season >= 33 else { return nil }
      return (season < 40 ? 3 : 6, 0)
    case .focusedQuarter, .focusedPeriod: return (3, 0)
    case .fiscalYear: return (12, 0)
    case .unit(.year, _, nil) where match.rule == "english.fiscal-year": return (12, 0)
    default: return nil
    }
  }

  /// What "by", "since", "until" and "no later than" in front leave open.
  private func bound(_ date: EventDate, before first: Int) -> EventDate? {
    // "since at least 2014"
    let isLeast = scanner.isWord(first - 1, "least") && scanner.isWord(first - 2, "at")
    let start = isLeast ? first - 2 : first
    if scanner.isWord(start - 2, "or"),
      scanner.isWord(start - 3, "on") || scanner.isWord(start - 3, "in")
    {
      if scanner.isWord(start - 1, "before") {
        return bounded(date, "[..\(Self.end(date))]", "on or before")
      }
      if scanner.isWord(start - 1, "after") {
        return bounded(date, "[\(Self.start(date))..]", "on or after")
      }
    }
    if scanner.isWord(start - 1, "by") {
      return bounded(date, "[..\(Self.end(date))]", "by")
    }
    if scanner.isWord(start - 1, "since") {
      let first = Self.isInterval(date) ? Self.end(date) : Self.start(date)
      return bounded(date, "\(first)/..", "since")
    }
    if scanner.isWord(start - 1, "until") || scanner.isWord(start - 1, "till") {
      return bounded(date, "../\(Self.end(date))", "until")
    }
    if start > 1, scanner.isWord(start - 1, "before"), scanner.isWord(start - 2, "not") {
      return bounded(date, "[\(Self.start(date))..]", "not before")
    }
    guard start > 2, scanner.isWord(start - 1, "than"),
      scanner.isWord(start - 3, "no") || scanner.isWord(start - 3, "not")
    else { return nil }
    if scanner.isWord(start - 2, "later") {
      return bounded(date, "[..\(Self.end(date))]", "no later than")
    }
    if scanner.isWord(start - 2, "earlier") || scanner.isWord(start - 2, "sooner") {
      return bounded(date, "[\(Self.start(date))..]", "no earlier than")
    }
    return nil
  }

  /// "the end of 2025", "the month's end", "year-end": a period named by its end.
  private func endsPeriod(_ index: Int) -> Bool {
    matches[index].modifier == "END"
      && matches[index].tokens.contains { scanner.isWord($0, "end") || scanner.isWord($0, "close") }
  }

  /// "no earlier than 2025 and no later than 2027", "not before May and no later than June": the two limits
  /// make one stretch.
  private func limits(_ expressions: [TimeExpression], _ index: Int) -> EventDate? {
    guard index + 1 < expressions.count, let first = expressions[index].date,
      let second = expressions[index + 1].date, first.edtf != nil, second.edtf != nil,
      matches[index].kind == .date, matches[index + 1].kind == .date
    else { return nil }
    let (start, at) = (matches[index].tokens.lowerBound, matches[index].tokens.upperBound)
    let isFrom =
      isLimit(start, "earlier") || isLimit(start, "sooner")
      || scanner.isWord(start - 1, "before") && scanner.isWord(start - 2, "not")
    guard isFrom, matches[index + 1].tokens.lowerBound <= at + 5,
      isLimit(matches[index + 1].tokens.lowerBound, "later"),
      scanner.isWord(at, "and") || scanner.isWord(at, "but") || scanner.isMark(at, ","),
      let edtf = try? EDTF("[\(Self.start(first))..\(Self.end(second))]")
    else { return nil }
    let range = expressions[index].range.lowerBound..<expressions[index + 1].range.upperBound
    return EventDate(
      edtf: edtf, inferred: second.inferred,
      phrase: String(decoding: scanner.bytes[range], as: UTF8.self))
  }

  /// Whether "no later than" or the like ends before a token.
  private func isLimit(_ start: Int, _ word: StaticString) -> Bool {
    scanner.isWord(start - 1, "than") && scanner.isWord(start - 2, word)
      && (scanner.isWord(start - 3, "no") || scanner.isWord(start - 3, "not"))
  }

  /// "in 2014 or so".
  private func isOrSo(_ index: Int) -> Bool {
    let at = matches[index].tokens.upperBound
    return scanner.isWord(at, "or") && scanner.isWord(at + 1, "so") && scanner.isClauseEnd(at + 2)
  }

  /// Whether "about", "around", "circa" or "c." stands there.
  private func isAbout(_ index: Int) -> Bool {
    let word =
      scanner.isMark(index, ".") && scanner.token(index)?.isSpaced == false ? index - 1 : index
    guard word >= 0 else { return false }
    if scanner.kind(word) == .approximate {
      return !scanner.isWord(word, "some") && !scanner.isWord(word, "nearly")
        && !scanner.isWord(word, "almost")
    }
    return word < index && scanner.isWord(word, "c")
  }

  private func approximate(_ date: EventDate) -> EventDate? {
    guard let text = date.edtf, !Self.isSet(date), !Self.isInterval(date),
      text.utf8.last != UInt8(ascii: "~"), let edtf = try? EDTF(text + "~")
    else { return nil }
    return EventDate(
      edtf: edtf, inferred: date.inferred, phrase: date.phrase, modifier: "APPROX")
  }

  // MARK: Pairs

  /// Whether the expression and the next are the ends of one range.
  private func joins(_ index: Int) -> Bool {
    guard index + 1 < matches.count else { return false }
    let (first, second) = (matches[index].tokens, matches[index + 1].tokens)
    guard second.lowerBound == first.upperBound + 1, matches[index].kind == .date,
      matches[index + 1].kind == .date
    else { return false }
    let middle = first.upperBound
    if scanner.isDash(middle) { return isWholeDay(index) && isWholeDay(index + 1) }
    let opener = first.lowerBound - 1
    let isYears = isYear(index) && isYear(index + 1)
    if isYears, scanner.isWord(middle, "through") || scanner.isWord(opener, "years") {
      return scanner.isWord(middle, "to") || scanner.isWord(middle, "through")
    }
    guard opener >= 0 else { return false }
    if scanner.isWord(opener, "between") { return scanner.isWord(middle, "and") }
    if scanner.isWord(opener, "from") {
      return scanner.isWord(middle, "to") || scanner.isWord(middle, "until")
        || scanner.isWord(middle, "through") || scanner.isWord(middle, "till")
    }
    return false
  }

  private func isYear(_ index: Int) -> Bool {
    guard case .calendar(let stated, nil) = matches[index].reading else { return false }
    return stated.year != nil && stated.month == nil && stated.season == nil
  }

  /// Whether the text states day, month and year: "28 December 2017–3 January 2018".
  private func isWholeDay(_ index: Int) -> Bool {
    guard case .calendar(let stated, nil) = matches[index].reading else { return false }
    return stated.day != nil && stated.month != nil && stated.year != nil
  }

  /// "from Monday to Wednesday" is one week: the first day comes before the second, unless the
  /// first is still ahead.
  private func alignWeekdays(_ expressions: inout [TimeExpression], _ index: Int) {
    guard case .weekday = matches[index].reading, case .weekday = matches[index + 1].reading,
      let first = expressions[index].date?.span.earliest,
      let second = expressions[index + 1].date?.span.earliest, second < first
    else { return }
    move(&expressions[index], to: first.advanced(by: -7))
  }

  /// "between April and June", "from 3 May to 4 August": the first comes before the second.
  private func alignMonths(_ expressions: inout [TimeExpression], _ index: Int) {
    guard case .calendar(let first, nil) = matches[index].reading, first.year == nil,
      case .calendar(let second, nil) = matches[index + 1].reading, second.year == nil,
      let from = first.month, let to = second.month, let date = expressions[index].date,
      let start = date.span.earliest, let end = expressions[index + 1].date?.span.latest,
      start > end
    else { return }
    let year = CivilDay.fourDigits(from <= to ? end.year : end.year - 1)
    let value = year + expressions[index].value.dropFirst(4)
    guard let edtf = try? EDTF(value) else { return }
    expressions[index].value = value
    expressions[index].date = EventDate(
      edtf: edtf, inferred: date.inferred, phrase: date.phrase)
  }

  /// "Saturday (24 May)", "last night (March 23)": the date in brackets says which day is meant.
  private func alignApposition(_ expressions: inout [TimeExpression], _ index: Int) {
    guard index + 1 < matches.count, expressions[index].date != nil,
      matches[index + 1].tokens.lowerBound == matches[index].tokens.upperBound + 1,
      scanner.isMark(matches[index].tokens.upperBound, "("),
      case .calendar(let stated, nil) = matches[index + 1].reading, stated.day != nil,
      let span = expressions[index + 1].date?.span, let day = span.earliest, span.latest == day
    else { return }
    switch matches[index].reading {
    case .weekday(let number, _) where day.weekday == number: move(&expressions[index], to: day)
    case .unit(.day, _, nil) where stated.year != nil: move(&expressions[index], to: day)
    default: return
    }
  }

  /// "Monday and Tuesday", "Tuesday or Wednesday": weekdays that follow each other.
  private func isWeekdayPair(_ index: Int) -> Bool {
    guard case .weekday(let first, nil) = matches[index].reading,
      case .weekday(let second, nil) = matches[index + 1].reading, second == first % 7 + 1,
      matches[index + 1].tokens.lowerBound == matches[index].tokens.upperBound + 1
    else { return false }
    let middle = matches[index].tokens.upperBound
    return scanner.isWord(middle, "and") || scanner.isWord(middle, "or")
      || scanner.isMark(middle, ",")
  }

  private func move(_ expression: inout TimeExpression, to day: CivilDay) {
    guard let edtf = try? EDTF(day.description), let date = expression.date else { return }
    expression.value = day.description
    expression.date = EventDate(edtf: edtf, inferred: date.inferred, phrase: date.phrase)
  }

  private func joined(_ expressions: [TimeExpression], _ index: Int) -> EventDate? {
    guard var first = expressions[index].date, let second = expressions[index + 1].date,
      first.edtf != nil, second.edtf != nil, let latest = second.span.latest
    else { return nil }
    // The year behind the second date holds for the first too: "from March to June 2015".
    if first.inferred == [.year], second.inferred.isEmpty, !Self.isSet(first) {
      let moved = CivilDay.fourDigits(latest.year) + Self.start(first).dropFirst(4)
      guard let edtf = try? EDTF(moved) else { return nil }
      first = EventDate(edtf: edtf)
    }
    if let earliest = first.span.earliest, earliest > latest { return nil }
    let (start, end) = (Self.start(first), Self.end(second))
    let isBetween =
      matches[index].tokens.lowerBound > 0
      && scanner.isWord(matches[index].tokens.lowerBound - 1, "between")
    guard let edtf = try? EDTF(isBetween ? "[\(start)..\(end)]" : "\(start)/\(end)") else {
      return nil
    }
    let begin = expressions[index].range.lowerBound
    let finish = expressions[index + 1].range.upperBound
    return EventDate(
      edtf: edtf, inferred: second.inferred,
      phrase: String(decoding: scanner.bytes[begin..<finish], as: UTF8.self))
  }

  // MARK: EDTF

  static func isSet(_ date: EventDate) -> Bool {
    date.edtf?.utf8.first == UInt8(ascii: "[")
  }

  static func isInterval(_ date: EventDate) -> Bool {
    date.edtf?.utf8.contains(UInt8(ascii: "/")) ?? false
  }

  /// The EDTF of the expression, by its first member when it is a set or interval.
  static func start(_ date: EventDate) -> String {
    members(date).first ?? date.span.earliest?.description ?? ""
  }

  /// The EDTF of the expression, by its last member when it is a set or interval.
  static func end(_ date: EventDate) -> String {
    members(date).last ?? date.span.latest?.description ?? ""
  }

  /// The dates that a set or interval names: "[2014-01..2014-04]", "1939/1945".
  static func members(_ date: EventDate) -> [String] {
    date.edtf.map(members) ?? []
  }

  static func members(_ edtf: String) -> [String] {
    edtf.utf8.split { byte in
      byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  func bounded(_ date: EventDate, _ text: String, _ word: String) -> EventDate {
    guard let edtf = try? EDTF(text) else { return date }
    let phrase = date.phrase.map { word + " " + $0 }
    return EventDate(
      edtf: edtf, inferred: date.inferred, phrase: phrase, modifier: date.modifier)
  }
}
