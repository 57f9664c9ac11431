/// ISO 8601 without a day, without marks, and with a time of day.
///
/// EXAMPLE [2018-04], [20180422], at [2018-04-22T14:30:00Z]
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

  /// "2018-04-22T14:30", with seconds and a zone or without.
  func dateTime(at start: Int) -> TimeMatch? {
    guard let year = year(start), isWord(start + 5, "t"), let month = pair(start + 2, behind: 0x2d),
      let day = pair(start + 4, behind: 0x2d), (1...12).contains(month), (1...31).contains(day),
      let hour = token(start + 6), hour.form == .number, hour.count == 2, hour.value <= 24,
      let minute = pair(start + 8, behind: 0x3a), minute < 60,
      (start + 1...start + 6).allSatisfy({ !tokens[$0].isSpaced })
    else { return nil }
    var at = start + 9
    if pair(at + 1, behind: 0x3a) != nil {
      at += 2
      if isMark(at, "."), token(at + 1)?.form == .number, token(at + 1)?.isSpaced == false {
        at += 2
      }
    }
    if isWord(at, "z"), token(at)?.isSpaced == false {
      at += 1
    } else if pair(at + 1, behind: 0x2b) != nil || pair(at + 1, behind: 0x2d) != nil {
      at += pair(at + 3, behind: 0x3a) == nil ? 2 : 4
    }
    return match(
      start, at,
      .clock(
        hour: Int(hour.value), minute: minute,
        day: .calendar(StatedDate(year: year, month: month, day: day))), "date-time", kind: .time)
  }

  /// Two digits on the heels of that sign.
  private func pair(_ index: Int, behind sign: Int32) -> Int? {
    guard let mark = token(index - 1), mark.value == sign, mark.form != .number, mark.form != .word,
      !mark.isSpaced, let digits = token(index), digits.form == .number, digits.count == 2,
      !digits.isSpaced
    else { return nil }
    return Int(digits.value)
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
