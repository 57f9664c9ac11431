import Chronology
import TimelineModel

/// Gives "between 2014 and 2018", "from March to June 2015", "by June 2018" and "since 2014" the
/// dates they mean for an event; the expressions themselves stay apart, as TIMEX3 has them.
struct RangeMerger {
  let scanner: TimeScanner
  let matches: [TimeMatch]

  func merge(_ expressions: inout [TimeExpression]) {
    for index in expressions.indices {
      if let months = monthsOfYear(expressions, index) {
        expressions[index].date = months
        expressions[index + 1].date = months
      }
      guard let date = expressions[index].date, date.edtf != nil else { continue }
      let start = matches[index].tokens.lowerBound
      if index + 1 < expressions.count, joins(index) {
        alignWeekdays(&expressions, index)
        continue
      }
      if index > 0, joins(index - 1), let pair = joined(expressions, index - 1) {
        expressions[index - 1].date = pair
        expressions[index].date = pair
        continue
      }
      guard start > 0, date.span.latest != nil, matches[index].kind == .date else { continue }
      if let bound = bound(date, before: start) {
        expressions[index].date = bound
      } else if isAbout(start - 1), let about = approximate(date) {
        expressions[index].date = about
        expressions[index].modifier = "APPROX"
      }
    }
  }

  /// "the first nine months" of "2015", which TIMEX3 tags apart: January to September of that year.
  private func monthsOfYear(_ expressions: [TimeExpression], _ index: Int) -> EventDate? {
    guard index + 1 < matches.count, case .duration(.month, let count) = matches[index].reading,
      case .calendar(let stated, nil) = matches[index + 1].reading, let year = stated.year,
      stated.month == nil, stated.season == nil, stated.years == nil,
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

  /// What "by", "since", "until" and "no later than" in front leave open.
  private func bound(_ date: EventDate, before start: Int) -> EventDate? {
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
    guard first.lowerBound > 0 else { return false }
    let opener = first.lowerBound - 1
    if scanner.isWord(opener, "between") { return scanner.isWord(middle, "and") }
    if scanner.isWord(opener, "from") {
      return scanner.isWord(middle, "to") || scanner.isWord(middle, "until")
        || scanner.isWord(middle, "through") || scanner.isWord(middle, "till")
    }
    return false
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

  private static func isSet(_ date: EventDate) -> Bool {
    date.edtf?.utf8.first == UInt8(ascii: "[")
  }

  private static func isInterval(_ date: EventDate) -> Bool {
    date.edtf?.utf8.contains(UInt8(ascii: "/")) ?? false
  }

  /// The EDTF of the expression, by its first member when it is a set or interval.
  private static func start(_ date: EventDate) -> String {
    members(date).first ?? date.span.earliest?.description ?? ""
  }

  /// The EDTF of the expression, by its last member when it is a set or interval.
  private static func end(_ date: EventDate) -> String {
    members(date).last ?? date.span.latest?.description ?? ""
  }

  /// The dates that a set or interval names: "[2014-01..2014-04]", "1939/1945".
  private static func members(_ date: EventDate) -> [String] {
    guard let edtf = date.edtf else { return [] }
    return edtf.utf8.split { byte in
      byte == UInt8(ascii: "[") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: ",")
        || byte == UInt8(ascii: "/") || byte == UInt8(ascii: ".")
    }.map { String(decoding: $0, as: UTF8.self) }
  }

  private func bounded(_ date: EventDate, _ text: String, _ word: String) -> EventDate {
    guard let edtf = try? EDTF(text) else { return date }
    let phrase = date.phrase.map { word + " " + $0 }
    return EventDate(
      edtf: edtf, inferred: date.inferred, phrase: phrase, modifier: date.modifier)
  }
}
