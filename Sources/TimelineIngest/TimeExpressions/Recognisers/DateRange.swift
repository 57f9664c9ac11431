import Chronology

/// Days, months and years that are joined, and what a date joined to others has of them.
///
/// EXAMPLE [1914-18], [7-9 March 2014], [28 December to 3 January 2015], [November to February 2015]
/// EXAMPLE on [May the 3rd, 2014], [5-May-14], [2014 May 5], the [May 4] protests of [2014]
/// COUNTER Resolution 2014/5; May the 3rd Army win; 3/4 of May's output
extension TimeScanner {
  /// Whether what stands there joins two days of a month: "7-9 March", "7 through 9 March", "7/8 March".
  func isDayJoin(_ at: Int) -> Bool {
    isDash(at) || isStroke(at) || isMark(at, "&") || isWord(at, "and") || isWord(at, "or")
      || isWord(at, "to")
      || isWord(at, "until") || isWord(at, "till") || isWord(at, "through")
  }

  /// The second of two days that are joined, unless it is an hour: "March 3 until 5 p.m.".
  func secondDay(_ at: Int, after first: Int) -> (day: Int, next: Int)? {
    guard isDayJoin(at), let other = dayOfMonth(at + 1), other.day > first, !isClock(other.next),
      !(isMark(other.next, ".") && token(other.next + 1)?.isSpaced == false)
    else { return nil }
    return other
  }

  /// A stroke with nothing around it: "7/8 March", "March/April".
  func isStroke(_ at: Int) -> Bool {
    isMark(at, "/") && token(at)?.isSpaced == false && token(at + 1)?.isSpaced == false
      && !isMark(at + 2, "/")
  }

  /// "the 3rd" behind a month: an ordinal that numbers no noun.
  func isDayBehindArticle(_ at: Int) -> Bool {
    guard isWord(at, "the"), let day = dayOfMonth(at + 1), day.next == at + 3 else { return false }
    return isClauseEnd(day.next) || isClauseWord(day.next) || year(day.next) != nil
  }

  /// "14" in "5-May-14": a year of two digits that the same sign joins as the month.
  func yearOnHeels(of sign: Int, _ at: Int) -> (year: Int, next: Int)? {
    guard isDash(sign) || isMark(sign, "/"), tokens[sign].value == token(at)?.value,
      token(at)?.isSpaced == false, let digits = token(at + 1), digits.form == .number,
      digits.count == 2, !digits.isSpaced, token(at + 2)?.isSpaced ?? true || isClauseEnd(at + 2)
    else { return nil }
    return (Self.year(ofTwoDigits: Int(digits.value)), at + 2)
  }

  /// The year behind a list of days: "March 3, 4 and 5, 2014", seen from behind the "3".
  func yearBehindList(_ start: Int) -> Int? {
    var at = start
    for _ in 0..<8 {
      let and = isMark(at, ",") ? at + 1 : at
      let isJoin = isWord(and, "and") || isWord(and, "or") || isMark(and, "&")
      let next = isJoin ? and + 1 : and
      guard next > at, let day = dayOfMonth(next) else { return nil }
      at = day.next
      if let year = yearBehind(at, day: true) { return year.year }
    }
    return nil
  }

  /// "2014" in "the May 4 protests of 2014": the year behind a noun that the date belongs to.
  func yearBehindNoun(_ start: Int, _ next: Int) -> Int? {
    guard kind(start - 1) == .determiner, tokens[start - 1].value == 1 else { return nil }
    var at = next
    while at < next + 2, let noun = token(at), noun.form == .word, noun.kind == .none,
      noun.isSpaced,
      !noun.isCapital, !isWord(at, "of")
    {
      at += 1
    }
    guard at > next, isWord(at, "of"), let year = year(at + 1),
      isClauseEnd(at + 2) || token(at + 2)?.kind != TimeWordClass.none
    else { return nil }
    return year
  }

  /// "2014 May 5", "2014-May-05", "2014 May 5-7".
  func yearFirst(at start: Int) -> TimeMatch? {
    guard let year = year(start), !isNumbered(start), !opensLine(start + 1) else { return nil }
    let isJoined = isDash(start + 1) && token(start + 1)?.isSpaced == false
    let name = isJoined ? start + 2 : start + 1
    guard let month = month(name), tokens[name].isCapital, tokens[name].isSpaced != isJoined else {
      return nil
    }
    if isJoined, !isDash(month.next) { return nil }
    guard let day = dayOfMonth(isJoined ? month.next + 1 : month.next),
      yearBehind(day.next) == nil, !isClock(day.next)
    else { return nil }
    let first = StatedDate(year: year, month: month.month, day: day.day)
    if !isJoined, isDash(day.next), let last = dayOfMonth(day.next + 1), last.day > day.day {
      return match(
        start, last.next,
        .span(
          first, StatedDate(year: year, month: month.month, day: last.day), secondAt: day.next + 1),
        "day-range")
    }
    return match(start, day.next, .calendar(first, part: nil), "year-month-day")
  }

  /// Whether the number before is the hour of a clock time.
  private func isClock(_ at: Int) -> Bool {
    kind(at) == .clock || isMark(at, ":") && token(at + 1)?.isSpaced == false
  }

  /// "1914-18", "2014–2018".
  func yearRange(at start: Int) -> TimeMatch? {
    let isSlashed =
      isMark(start + 1, "/") && token(start + 1)?.isSpaced == false
      && token(start + 2)?.isSpaced == false && !isMark(start + 3, "/")
    guard let first = year(start), isDash(start + 1) || isSlashed, let second = token(start + 2),
      second.form == .number, !isDash(start + 3)
    else { return nil }
    let last: Int
    switch second.count {
    case 2: last = first / 100 * 100 + Int(second.value)
    case 4: last = Int(second.value)
    default: return nil
    }
    guard last > first, last - first < 200 else { return nil }
    if isSlashed {
      let isJoined = start > 0 && !tokens[start].isSpaced && isMark(start - 1, "/")
      guard last == first + 1, !isNumbered(start), !isJoined else { return nil }
    }
    if kind(start + 3) == .measure { return nil }
    let opener = isMark(start - 1, "(") ? start - 2 : -1
    let isApposed =
      opener > 0 && last == first + 1
      && (kind(opener) == .fiscal || isWord(opener, "year") && kind(opener - 1) == .fiscal)
    if isApposed {
      // "the current fiscal year (2017-18)"
      return match(
        start, start + 3, .fiscalYear(ending: last, isNamedByBoth: true), "fiscal-year")
    }
    if kind(start + 3) == .fiscal {
      // "the 2014-15 fiscal year"
      return match(
        start, isWord(start + 4, "year") ? start + 5 : start + 4,
        .fiscalYear(ending: last, isNamedByBoth: true), "fiscal-year")
    }
    return match(
      start, start + 3,
      .span(StatedDate(year: first), StatedDate(year: last), secondAt: start + 2), "year-range")
  }
}
