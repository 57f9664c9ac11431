/// Days beside one that the publication day gives.
///
/// EXAMPLE [the day before yesterday], [the day after tomorrow], [the week before last]
/// EXAMPLE [the day before last Tuesday], [the day after next Friday]
/// COUNTER the day before the vote
extension TimeScanner {
  func dayBeside(at start: Int) -> TimeMatch? {
    if let found = unitBesideLast(at: start) { return found }
    guard kind(start) == .determiner, tokens[start].value == 1, isWord(start + 1, "day") else {
      return nil
    }
    if let found = dayBesideWeekday(at: start) { return found }
    guard let deictic = token(start + 3), deictic.kind == .deictic, abs(deictic.value) == 1
    else { return nil }
    let isBefore = isWord(start + 2, "before")
    guard isBefore && deictic.value < 0 || isWord(start + 2, "after") && deictic.value > 0 else {
      return nil
    }
    return match(
      start, start + 4, .unit(.day, offset: isBefore ? -2 : 2, part: nil), "day-beside")
  }

  /// "the day before last Tuesday", "the day after next Friday".
  private func dayBesideWeekday(at start: Int) -> TimeMatch? {
    let isBefore = isWord(start + 2, "before")
    guard isBefore || isWord(start + 2, "after"), kind(start + 3) == .relative,
      kind(start + 4) == .weekday, let found = relative(at: start + 3),
      case .weekday = found.reading
    else { return nil }
    return match(
      start, found.tokens.upperBound,
      .dayBeside(offset: isBefore ? -1 : 1, of: found.reading), "day-beside")
  }

  /// "the week before last", "the month after next", "the night before last".
  private func unitBesideLast(at start: Int) -> TimeMatch? {
    guard kind(start) == .determiner, tokens[start].value == 1 else { return nil }
    let isBefore = isWord(start + 2, "before") && isWord(start + 3, "last")
    guard isBefore || isWord(start + 2, "after") && isWord(start + 3, "next"),
      isClauseEnd(start + 4) || token(start + 4)?.kind == TimeWordClass.none
    else { return nil }
    let offset = isBefore ? -2 : 2
    if kind(start + 1) == .daypart, tokens[start + 1].value <= 4 {
      return match(
        start, start + 4,
        .daypart(Int(tokens[start + 1].value), dayOffset: offset, weekday: nil),
        "relative-daypart", kind: .time)
    }
    guard let unit = unit(start + 1), !unit.isPlural, unit.unit.rawValue >= TimeUnit.week.rawValue
    else { return nil }
    return match(
      start, start + 4, .unit(unit.unit, offset: offset, part: nil), "relative-unit")
  }
}
