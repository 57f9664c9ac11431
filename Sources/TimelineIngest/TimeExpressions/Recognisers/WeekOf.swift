/// Weeks named by one of their days.
///
/// EXAMPLE [the week of 3 March 2014], [the week of May 7], [the week beginning 3 March],
/// EXAMPLE [the week ending Friday, 9 May 2014], [the week ended Saturday]
/// COUNTER the week of mourning; the week before 3 March
extension TimeScanner {
  func weekOf(at start: Int) -> TimeMatch? {
    let unit = kind(start) == .determiner && tokens[start].value == 1 ? start + 1 : start
    guard isWord(unit, "week"), let edge = weekEdge(unit + 1) else { return nil }
    var day = unit + 2
    if kind(day) == .determiner, tokens[day].value == 1 { day += 1 }
    guard day < tokens.count else { return nil }
    if edge != .inside, kind(day) == .weekday,
      let found = calendarDate(at: day) ?? weekday(at: day),
      case .weekday = found.reading
    {
      return match(start, found.tokens.upperBound, .weekOf(found.reading, edge), "week-of")
    }
    guard let found = calendarDate(at: day), case .calendar(let stated, nil) = found.reading,
      stated.day != nil, stated.month != nil
    else { return nil }
    return match(start, found.tokens.upperBound, .weekOf(found.reading, edge), "week-of")
  }

  private func weekEdge(_ index: Int) -> WeekEdge? {
    if isWord(index, "of") { return .inside }
    if isWord(index, "beginning") || isWord(index, "starting") || isWord(index, "commencing") {
      return .first
    }
    if isWord(index, "ending") || isWord(index, "ended") { return .last }
    return nil
  }
}
