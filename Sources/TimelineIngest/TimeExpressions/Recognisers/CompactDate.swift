/// ISO 8601 without a day, and without marks.
///
/// EXAMPLE [2018-04], [20180422]
/// COUNTER the years 2003-04; order 20181399
extension TimeScanner {
  func compactDate(at start: Int) -> TimeMatch? {
    let number = tokens[start]
    if number.count == 8 {
      let value = Int(number.value)
      let stated = StatedDate(year: value / 10_000, month: value / 100 % 100, day: value % 100)
      guard (1900...2099).contains(value / 10_000), isAlone(start, start + 1),
        let day = stated.day, let month = stated.month, (1...12).contains(month),
        (1...31).contains(day)
      else { return nil }
      return match(start, start + 1, .calendar(stated, part: nil), "iso-compact")
    }
    // "2003-04" is a range of years; "2018-04" cannot be one.
    guard let year = year(start), isDash(start + 1), let month = token(start + 2),
      month.form == .number, month.count == 2, !month.isSpaced, (1...12).contains(month.value),
      Int(month.value) <= year % 100, tokens[start + 1].value == 0x2d, isAlone(start, start + 3)
    else { return nil }
    if isNumbered(start) || isWord(start - 1, "law") || isWord(start - 1, "order") { return nil }
    return match(
      start, start + 3, .calendar(StatedDate(year: year, month: Int(month.value)), part: nil),
      "iso-month")
  }

  /// Whether no sign that belongs to a longer number or name touches the tokens.
  private func isAlone(_ start: Int, _ next: Int) -> Bool {
    if start > 0, !tokens[start].isSpaced, !isMark(start - 1, "("), !isMark(start - 1, "\"") {
      return false
    }
    guard let behind = token(next), !behind.isSpaced else { return true }
    return behind.form == .paragraph
      || isMark(next, ".") && token(next + 1)?.isSpaced != false
      || isMark(next, ",") && token(next + 1)?.isSpaced != false || isMark(next, ")")
      || isMark(next, ":") || isMark(next, ";") || isMark(next, "?")
  }
}
