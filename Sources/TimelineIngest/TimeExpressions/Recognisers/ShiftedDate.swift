import Chronology

/// Dates so many units before or after another.
///
/// EXAMPLE [two weeks ago], [a day earlier], [more than two years later], [a decade and a half ago]
/// COUNTER a year later than planned; before the vote
extension TimeScanner {
  /// "a year and a half ago", "a decade and a half later".
  func andHalf(_ start: Int, _ unit: (unit: TimeUnit, isPlural: Bool, next: Int))
    -> TimeMatch?
  {
    let shift = unit.next + 3
    guard isWord(unit.next, "and"), kind(unit.next + 1) == .determiner,
      kind(unit.next + 2) == .half, kind(shift) == .shift
    else { return nil }
    if isWord(shift, "before") || isWord(shift, "after"), !isClauseEnd(shift + 1) { return nil }
    let smaller: (unit: TimeUnit, count: Int)
    switch unit.unit {
    case .month: smaller = (.week, 6)
    case .year: smaller = (.month, 18)
    case .decade: smaller = (.year, 15)
    case .century: smaller = (.year, 150)
    default: return nil
    }
    let direction = Int(tokens[shift].value)
    return match(
      start, shift + 1,
      .shifted(
        smaller.unit, count: direction < 0 ? -smaller.count : smaller.count,
        fromNarrative: direction != -2 && !isWord(shift, "hence")), "unit-shift")
  }

  /// The months of "2 1/2" or "2.5" years; nil for another number.
  private static func monthsWithHalf(_ text: String) -> Int? {
    guard text.hasSuffix(" 1/2") || text.hasSuffix(".5"), let whole = text.first?.wholeNumberValue,
      text.utf8.count == 5 || text.utf8.count == 3
    else { return nil }
    return whole * 12 + 6
  }

  /// Half a unit in whole smaller ones.
  private static func half(of unit: TimeUnit) -> (unit: TimeUnit, count: Int)? {
    switch unit {
    case .century: (.decade, 5)
    case .decade: (.year, 5)
    case .year: (.month, 6)
    default: nil
    }
  }

  /// Whether "before" or "after" in front stands alone: at the end of a clause, or before "and".
  private func isBesideNothing(_ index: Int) -> Bool {
    if isClauseEnd(index) { return true }
    return isWord(index, "and") && !isWord(index + 1, "after") && !isWord(index + 1, "before")
      && !isWord(index + 1, "during")
  }

  /// "three years ago", "two weeks later", "a day earlier", "the day before".
  func shifted(from start: Int) -> TimeMatch? {
    guard var found = shiftedDate(from: start) else { return nil }
    if case .shifted(let unit, _, _) = found.reading, unit.rawValue < TimeUnit.day.rawValue {
      found.kind = .time
    }
    if case .shifted = found.reading, let compared = comparison(at: start) {
      found.modifier = compared.modifier
    }
    return found
  }

  private func shiftedDate(from start: Int) -> TimeMatch? {
    var at = start
    if let compared = comparison(at: at) {
      at = compared.next
    }
    if kind(at) == .determiner, tokens[at].value == 1, let unit = unit(at + 1), !unit.isPlural,
      isWord(unit.next, "before") || isWord(unit.next, "after")
    {
      guard isBesideNothing(unit.next + 1) else { return nil }
      let sign = isWord(unit.next, "before") ? -1 : 1
      return match(
        start, unit.next + 1, .shifted(unit.unit, count: sign, fromNarrative: true), "unit-shift")
    }
    guard let quantity = quantity(at), let unit = unit(quantity.next) else { return nil }
    if quantity.value == 1, let half = andHalf(start, unit) { return half }
    let isBack =
      isWord(unit.next, "back") && unit.unit.rawValue >= TimeUnit.day.rawValue
      && isClauseEnd(unit.next + 1)
    // "twenty-five years on, the treaty holds"
    if isWord(unit.next, "on"), isMark(unit.next + 1, ","), let count = quantity.value,
      unit.unit.rawValue >= TimeUnit.month.rawValue, unit.unit != .weekend
    {
      return match(
        start, unit.next + 1, .shifted(unit.unit, count: count, fromNarrative: true), "unit-shift")
    }
    guard kind(unit.next) == .shift || isBack else { return nil }
    if isWord(unit.next + 1, "than") { return nil }  // "a year later than planned": a length
    if isWord(unit.next, "before") || isWord(unit.next, "after") {
      guard isBesideNothing(unit.next + 1) else { return nil }
      let sign = isWord(unit.next, "before") ? -1 : 1
      guard let count = quantity.value else {
        return match(
          start, unit.next + 1, .reference(sign < 0 ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
      }
      return match(
        start, unit.next + 1, .shifted(unit.unit, count: sign * count, fromNarrative: true),
        "unit-shift")
    }
    let direction = isBack ? -2 : Int(tokens[unit.next].value)
    if quantity.text == "0.5", let half = Self.half(of: unit.unit) {
      return match(
        start, unit.next + 1,
        .shifted(
          half.unit, count: direction < 0 ? -half.count : half.count,
          fromNarrative: direction != -2 && !isWord(unit.next, "hence")), "unit-shift")
    }
    if unit.unit == .year, let months = Self.monthsWithHalf(quantity.text) {
      return match(
        start, unit.next + 1,
        .shifted(
          .month, count: direction < 0 ? -months : months,
          fromNarrative: direction != -2 && !isWord(unit.next, "hence")),
        "unit-shift")
    }
    guard let count = quantity.value else {
      return match(
        start, unit.next + 1, .reference(direction < 0 ? "PAST_REF" : "FUTURE_REF"), "vague-shift")
    }
    // "20 years ago today", "two years ago last month": the same day or month of that year.
    let isThis =
      direction == -2 && unit.unit == .year
      && (isWord(unit.next + 1, "this") || isWord(unit.next + 1, "last")
        || isWord(unit.next + 1, "next"))
      && (isWord(unit.next + 2, "week") || isWord(unit.next + 2, "month"))
    let isToday = direction == -2 && isWord(unit.next + 1, "today") || isThis
    return match(
      start, isThis ? unit.next + 3 : isToday ? unit.next + 2 : unit.next + 1,
      .shifted(
        unit.unit, count: direction < 0 ? -count : count,
        fromNarrative: direction != -2 && !isWord(unit.next, "hence")),
      isToday ? "anniversary" : "unit-shift")
  }
}
