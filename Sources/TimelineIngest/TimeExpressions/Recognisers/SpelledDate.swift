/// Dates whose numbers are written as words, as broadcasts have them.
///
/// EXAMPLE [nineteen ninety-seven], [January nineteen ninety-seven], [July twenty-ninth]
/// EXAMPLE [the year two thousand], [the nineties], [the nineteen sixties]
/// COUNTER twenty people; nineteen ninety-minute matches
extension TimeScanner {
  /// The year in words at that index: "nineteen ninety-six", "eighteen oh five", "two thousand
  /// and one".
  func yearInWords(_ start: Int) -> (year: Int, next: Int)? {
    guard kind(start) == .number else { return nil }
    let first = Int(tokens[start].value)
    if first == 2, let scale = token(start + 1), scale.kind == .number, scale.value == 1000 {
      let found = spelledNumber(start)
      return (2000...2099).contains(found.value) && !isCounted(found.next)
        ? (found.value, found.next) : nil
    }
    guard (11...20).contains(first), (16...19).contains(first) || isYearPlaced(start) else {
      return nil
    }
    if isWord(start + 1, "hundred"), !isCounted(start + 2), isYearPlaced(start) {
      return (first * 100, start + 2)
    }
    let behind = isDash(start + 1) ? start + 2 : start + 1
    if isWord(behind, "oh") || isWord(behind, "o"), kind(behind + 1) == .number,
      (1...9).contains(tokens[behind + 1].value)
    {
      return (first * 100 + Int(tokens[behind + 1].value), behind + 2)
    }
    guard kind(behind) == .number, (10...99).contains(tokens[behind].value) else { return nil }
    let rest = spelledNumber(behind)
    guard (10...99).contains(rest.value), !isCounted(rest.next) else { return nil }
    return (first * 100 + rest.value, rest.next)
  }

  /// "nineteen ninety-six", "two thousand".
  func spelledYear(at start: Int) -> TimeMatch? {
    guard kind(start) == .number, let found = yearInWords(start) else { return nil }
    if tokens[start].value == 2, !isYearPlaced(start) { return nil }
    return match(
      start, found.next, .calendar(StatedDate(year: found.year), part: nil), "year-in-words")
  }

  /// Whether a unit or another number stands there, so that what is before counts something.
  private func isCounted(_ index: Int) -> Bool {
    switch kind(index) {
    case .unit, .units, .number: return true
    default: return isDash(index)
    }
  }

  private func isYearPlaced(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    return isWord(start - 1, "in") || isWord(start - 1, "since") || isWord(start - 1, "by")
      || isWord(start - 1, "year") || kind(start - 1) == .month || isWord(start - 1, "until")
      || isWord(start - 1, "from")
  }

  /// "July twenty-ninth", "June first, nineteen ninety-six", "the first of January": a day in words.
  func dateInWords(at start: Int) -> TimeMatch? {
    if let month = month(start), tokens[start].isCapital, let day = ordinalInWords(month.next) {
      guard !isWord(day.next, "of"), kind(day.next) != .unit else { return nil }
      let comma = isMark(day.next, ",") ? day.next + 1 : day.next
      let year = yearBehind(day.next).map { (year: $0.year, next: $0.next) } ?? yearInWords(comma)
      return match(
        start, year?.next ?? day.next,
        .calendar(StatedDate(year: year?.year, month: month.month, day: day.day), part: nil),
        "day-in-words")
    }
    let first = kind(start) == .determiner && tokens[start].value == 1 ? start + 1 : start
    guard let day = ordinalInWords(first), isWord(day.next, "of"), let month = month(day.next + 1),
      tokens[day.next + 1].isCapital
    else { return nil }
    let year =
      yearBehind(month.next).map { (year: $0.year, next: $0.next) }
      ?? yearInWords(month.next)
    return match(
      start, year?.next ?? month.next,
      .calendar(StatedDate(year: year?.year, month: month.month, day: day.day), part: nil),
      "day-in-words")
  }

  /// "twenty-ninth", "first": a day of the month.
  private func ordinalInWords(_ index: Int) -> (day: Int, next: Int)? {
    guard let word = token(index) else { return nil }
    if word.kind == .ordinal, (1...30).contains(word.value) { return (Int(word.value), index + 1) }
    guard word.kind == .number, word.value == 20 || word.value == 30 else { return nil }
    let inner = isDash(index + 1) ? index + 2 : index + 1
    guard let ones = token(inner), ones.kind == .ordinal, (1...9).contains(ones.value) else {
      return nil
    }
    let day = Int(word.value + ones.value)
    return day <= 31 ? (day, inner + 1) : nil
  }

  /// "nineties", "nineteen sixties": the first year with the index behind.
  func decadeInWords(_ start: Int) -> (year: Int, next: Int)? {
    var at = start
    var century = 1900
    if kind(at) == .number, (11...20).contains(tokens[at].value), kind(at + 1) == .decade {
      century = Int(tokens[at].value) * 100
      at += 1
    } else if start == 0
      || kind(start - 1) != .determiner && kind(start - 1) != .part
        && !isDash(start - 1)
    {
      return nil
    }
    guard kind(at) == .decade else { return nil }
    return (century + Int(tokens[at].value), at + 1)
  }
}
