/// Recurring times, named days and words that only point.
///
/// EXAMPLE [daily], [every Monday], [now], [recently], in [the past], [Christmas]
/// COUNTER past the house
extension TimeScanner {
  func frequency(at start: Int) -> TimeMatch? {
    if kind(start) == .adverb, let unit = TimeUnit(rawValue: Int(tokens[start].value)) {
      let timex = unit.timex
      let value =
        unit == .quarter ? "P3M" : "P\(timex.isClock ? "T" : "")\(timex.factor)\(timex.letter)"
      return match(start, start + 1, .set(value), "frequency", kind: .set)
    }
    guard kind(start) == .every else { return nil }
    if let unit = unit(start + 1), !unit.isPlural {
      let timex = unit.unit.timex
      let value = "P\(timex.isClock ? "T" : "")\(timex.factor)\(timex.letter)"
      return match(start, unit.next, .set(value), "every-unit", kind: .set)
    }
    if let quantity = quantity(start + 1), let unit = unit(quantity.next) {
      let timex = unit.unit.timex
      let value = "P\(timex.isClock ? "T" : "")\(quantity.text)\(timex.letter)"
      return match(start, unit.next, .set(value), "every-unit", kind: .set)
    }
    if kind(start + 1) == .weekday {
      return match(
        start, start + 2, .set("XXXX-WXX-\(tokens[start + 1].value)"), "every-weekday", kind: .set)
    }
    if let month = month(start + 1), tokens[start + 1].isCapital {
      let number = month.month < 10 ? "0\(month.month)" : "\(month.month)"
      return match(start, month.next, .set("XXXX-\(number)"), "every-month", kind: .set)
    }
    return nil
  }

  func vague(at start: Int) -> TimeMatch? {
    switch kind(start) {
    case .present: return match(start, start + 1, .reference("PRESENT_REF"), "present")
    case .pastref: return match(start, start + 1, .reference("PAST_REF"), "recently")
    case .clueForward: return nil
    case .daypart where tokens[start].value <= 4:
      let isPlaced = start > 0 && (isWord(start - 1, "at") || isWord(start - 1, "since"))
      guard isPlaced else { return nil }
      return match(
        start, start + 1, .daypart(Int(tokens[start].value), dayOffset: 0, weekday: nil), "daypart",
        kind: .time)
    case .determiner where tokens[start].value == 1 && kind(start + 1) == .daypart:
      guard start > 0, isWord(start - 1, "in") || isWord(start - 1, "during"),
        tokens[start + 1].value <= 4
      else { return nil }
      return match(
        start, start + 2, .daypart(Int(tokens[start + 1].value), dayOffset: 0, weekday: nil),
        "daypart", kind: .time)
    case .futureref: return match(start, start + 1, .reference("FUTURE_REF"), "soon")
    case .holiday:
      guard tokens[start].isCapital else { return nil }
      let year = yearBehind(start + 1)
      return match(
        start, year?.next ?? (isWord(start + 1, "day") ? start + 2 : start + 1),
        .holiday(Int(tokens[start].value), year: year?.year), "holiday")
    case .determiner where tokens[start].value == 1:
      if isWord(start + 1, "past"), !isUnitish(start + 2) {
        return match(start, start + 2, .reference("PAST_REF"), "the-past")
      }
      if isWord(start + 1, "future"), !isUnitish(start + 2) {
        return match(start, start + 2, .reference("FUTURE_REF"), "the-future")
      }
      return nil
    default: return nil
    }
  }

  private func isUnitish(_ index: Int) -> Bool {
    switch kind(index) {
    case .unit, .units, .number, .vaguenumber: return true
    default: return token(index)?.form == .number
    }
  }
}
