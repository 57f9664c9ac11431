import Chronology
import TimelineModel

/// Dates of which one holds, bounds that stand behind a date, and two parts of one period.
extension RangeMerger {
  /// Gives "in January or February 2014", "on Friday, Saturday or Sunday" the choice that they leave.
  func joinChoices(_ expressions: inout [TimeExpression]) {
    var index = 0
    while index + 1 < expressions.count {
      guard let last = lastOfChoice(from: index) else {
        index += 1
        continue
      }
      if let date = choice(expressions[index...last]) {
        for member in index...last { expressions[member].date = date }
      }
      index = last + 1
    }
  }

  /// The index of the last date that "or" adds to those before it.
  private func lastOfChoice(from index: Int) -> Int? {
    for last in index + 1..<min(matches.count, index + 6) {
      var at = matches[last - 1].tokens.upperBound
      let isComma = scanner.isMark(at, ",")
      if isComma { at += 1 }
      let isOr = scanner.isWord(at, "or")
      guard isOr || isComma else { return nil }
      if isOr { at += 1 }
      if scanner.isWord(at, "in") || scanner.isWord(at, "on") { at += 1 }
      guard at == matches[last].tokens.lowerBound else { return nil }
      if isOr { return last }
    }
    return nil
  }

  /// One of the days, months or years that the expressions name; nil unless they are alike.
  private func choice(_ expressions: ArraySlice<TimeExpression>) -> EventDate? {
    guard let first = expressions.first, let last = expressions.last else { return nil }
    var names: Set<String> = []
    for expression in expressions {
      guard expression.kind == .date, let date = expression.date, let edtf = date.edtf,
        !edtf.contains("/"), !edtf.contains("[.."), !edtf.contains("..]"), !date.uncertain,
        !date.approximate
      else { return nil }
      names.formUnion(
        edtf.split(whereSeparator: { "[],".contains($0) }).map(String.init))
    }
    guard names.count > 1, Set(names.map { $0.prefix { $0 != "." }.utf8.count }).count == 1,
      let edtf = try? EDTF("[\(names.sorted().joined(separator: ","))]")
    else { return nil }
    return EventDate(
      edtf: edtf, inferred: last.date?.inferred ?? [],
      phrase: phrase(first.range.lowerBound..<last.range.upperBound))
  }

  private func phrase(_ range: Range<Int>) -> String {
    String(decoding: scanner.bytes[range], as: UTF8.self)
  }

  /// What "at the latest", "or later", "onwards" and "and beyond" behind a date leave open.
  func bound(_ date: EventDate, behind index: Int) -> EventDate? {
    let at = matches[index].tokens.upperBound
    if scanner.isWord(at, "at"), scanner.isWord(at + 1, "the") {
      if scanner.isWord(at + 2, "latest") { return opened(date, "[..\(Self.end(date))]") }
      return scanner.isWord(at + 2, "earliest") ? opened(date, "[\(Self.start(date))..]") : nil
    }
    if scanner.isWord(at, "or"), scanner.isClauseEnd(at + 2) {
      if scanner.isWord(at + 1, "earlier") || scanner.isWord(at + 1, "before") {
        return opened(date, "[..\(Self.end(date))]")
      }
      let isLater = scanner.isWord(at + 1, "later") || scanner.isWord(at + 1, "after")
      return isLater ? opened(date, "[\(Self.start(date))..]") : nil
    }
    let isOn =
      scanner.isWord(at, "on") && scanner.isClauseEnd(at + 1)
      && scanner.isWord(matches[index].tokens.lowerBound - 1, "from")
    let isOnwards = scanner.isWord(at, "onwards") || scanner.isWord(at, "onward")
    let isBeyond = scanner.isWord(at, "and") && scanner.isWord(at + 1, "beyond")
    guard isOn || isOnwards || isBeyond else { return nil }
    return opened(date, "\(Self.start(date))/..")
  }

  /// The byte behind "or later" or "and beyond", which TIMEX3 takes into the expression.
  func endOfBound(_ index: Int) -> Int? {
    let at = matches[index].tokens.upperBound
    guard scanner.isWord(at, "or") || scanner.isWord(at, "and") else { return nil }
    return scanner.token(at + 1).map { Int($0.end) }
  }

  private func opened(_ date: EventDate, _ text: String) -> EventDate? {
    guard let edtf = try? EDTF(text) else { return nil }
    return EventDate(
      edtf: edtf, inferred: date.inferred, phrase: date.phrase, modifier: date.modifier)
  }

  /// "early to mid-2016", "mid-to-late March 2016": from the first part to the second.
  func widenPart(_ expression: inout TimeExpression, _ index: Int) {
    guard case .calendar(_, let second?) = matches[index].reading,
      let period = Self.period(expression.value), let date = expression.date
    else { return }
    var at = matches[index].tokens.lowerBound - 1
    if scanner.isDash(at) { at -= 1 }
    guard scanner.isWord(at, "to") || scanner.isWord(at, "or") else { return }
    at -= scanner.isDash(at - 1) ? 2 : 1
    let parts: [PartOfPeriod.Part] = [.early, .mid, .late]
    guard scanner.kind(at) == .part, let token = scanner.token(at),
      (1...3).contains(token.value), parts[Int(token.value) - 1] != second
    else { return }
    let from = PartOfPeriod(parts[Int(token.value) - 1], of: period).edtf
    guard let edtf = try? EDTF("[\(Self.members(from).first ?? from)..\(Self.end(date))]") else {
      return
    }
    expression.range = Int(token.begin)..<expression.range.upperBound
    expression.modifier = nil
    expression.date = EventDate(
      edtf: edtf, inferred: date.inferred, phrase: phrase(expression.range))
  }

  /// The year, month, decade or century of a TIMEX3 value.
  private static func period(_ value: String) -> PartOfPeriod.Period? {
    let fields = value.split(separator: "-")
    guard let first = fields.first, let year = Int(first) else { return nil }
    switch (fields.count, first.utf8.count) {
    case (1, 2): return .century(year * 100)
    case (1, 3): return .decade(year * 10)
    case (1, 4): return .year(year)
    case (2, 4): return Int(fields[1]).map { .month($0, year: year) }
    default: return nil
    }
  }
}
