import Chronology

/// Days of one month in a list.
///
/// EXAMPLE on [Jan. 16], [23] and [30], on [3], [4] and [5 May], on [March 3], [4] and [5, 2014]
/// COUNTER on May 3, 12 people came
extension TimeScanner {
  /// "23" in "June 16, 23 and 30", "3" in "3, 4 and 5 May 1968".
  func listedDay(at start: Int) -> TimeMatch? {
    guard let day = dayOfMonth(start), tokens[start].isSpaced,
      isListMark(day.next) || isListMark(start - 1) || isListAnd(start - 1)
    else { return nil }
    if let date = monthOfListBehind(day.next, day.day) {
      return match(start, day.next, .calendar(date, part: nil), "listed-day")
    }
    guard var date = monthOfListBefore(start, day) else { return nil }
    let year = yearBehind(day.next, day: true)
    date.year = year?.year ?? yearBehindList(day.next)
    return match(start, year?.next ?? day.next, .calendar(date, part: nil), "listed-day")
  }

  private func isListMark(_ index: Int) -> Bool { isMark(index, ",") }

  private func isListAnd(_ index: Int) -> Bool {
    isWord(index, "and") || isWord(index, "or") || isMark(index, "&")
  }

  /// The date when the month stands before the list, whose days go up to this one.
  private func monthOfListBefore(_ start: Int, _ last: (day: Int, next: Int)) -> StatedDate? {
    let next = last.next
    guard isClauseEnd(next) || isListAnd(next) || kind(next) == .preposition || year(next) != nil
    else { return nil }
    var later = last.day
    var at = start
    var days = 0
    while days < 8 {
      guard isListMark(at - 1) || isListAnd(at - 1) else { return nil }
      at -= isListAnd(at - 1) && isListMark(at - 2) ? 3 : 2
      if has(.ordinalEnding, at: at), !tokens[at].isSpaced { at -= 1 }
      guard at > 0, let earlier = dayOfMonth(at), earlier.day < later else { return nil }
      later = earlier.day
      days += 1
      let name = isMark(at - 1, ".") ? at - 2 : at - 1
      guard name >= 0, let month = month(name), tokens[name].isCapital else { continue }
      return StatedDate(month: month.month, day: last.day)
    }
    return nil
  }

  /// The date when the month stands behind the list, whose days go up from this one.
  private func monthOfListBehind(_ next: Int, _ day: Int) -> StatedDate? {
    var earlier = day
    var at = next
    var days = 0
    while days < 8 {
      guard isListMark(at) || days > 0 && isListAnd(at) else { return nil }
      at += isListMark(at) && isListAnd(at + 1) ? 2 : 1
      guard let later = dayOfMonth(at), later.day > earlier else { return nil }
      earlier = later.day
      at = later.next
      days += 1
      let name = isWord(later.next, "of") ? later.next + 1 : later.next
      guard let month = month(name), tokens[name].isCapital else { continue }
      return StatedDate(year: yearBehind(month.next)?.year, month: month.month, day: day)
    }
    return nil
  }
}
