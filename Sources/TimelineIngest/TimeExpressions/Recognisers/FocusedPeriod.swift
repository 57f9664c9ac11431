/// Periods named only by their unit, which the story around them has in focus.
///
/// EXAMPLE [the quarter], [the latest quarter], [the year-earlier period], [the weekend]
/// COUNTER a quarter of the men; the week's news
extension TimeScanner {
  func focused(at start: Int) -> TimeMatch? {
    var at = start
    if kind(at) == .determiner {
      guard tokens[at].value == 1 else { return nil }
      at += 1
    }
    if isWord(at, "weekend"), at > start || isPlaced(start) || kind(start) == .unit {
      return match(start, at + 1, .unit(.weekend, offset: 0, part: nil), "weekend")
    }
    if isWord(at, "year"), isDash(at + 1), isWord(at + 2, "earlier") || isWord(at + 2, "ago") {
      let hasNoun = isWord(at + 3, "period") || isWord(at + 3, "quarter")
      return match(
        start, hasNoun ? at + 4 : at + 3, .focusedQuarter(yearOffset: -1), "year-earlier")
    }
    guard at > start else { return nil }
    let isLatest = isWord(at, "latest")
    if isLatest { at += 1 }
    guard isWord(at, "quarter") || (isLatest && isWord(at, "period")) else { return nil }
    return match(start, at + 1, .focusedQuarter(yearOffset: 0), "focused-quarter")
  }

  /// "nineteen ninety-six", "two thousand".
  func spelledYear(at start: Int) -> TimeMatch? {
    guard kind(start) == .number, (18...20).contains(tokens[start].value),
      let rest = quantity(start + 1), let value = rest.value, kind(start + 1) == .number,
      (10...99).contains(value), kind(rest.next) != .unit, kind(rest.next) != .units
    else { return nil }
    let year = Int(tokens[start].value) * 100 + value
    return match(
      start, rest.next, .calendar(StatedDate(year: year), part: nil), "year-in-words")
  }
}
