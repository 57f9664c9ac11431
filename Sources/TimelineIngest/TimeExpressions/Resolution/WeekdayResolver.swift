import Chronology
import TimelineModel

/// Weekdays: the nearest that the clause allows, or one counted from the day told before.
extension TimeResolver {
  mutating func weekday(
    _ number: Int, _ offset: Int?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    guard let anchor = clock.weekdaysDay else {
      return Resolved(value: "XXXX-WXX-\(number)", isRelative: true)
    }
    // "on 22 April, a Sunday": the weekday of the day just named.
    let start = match.tokens.lowerBound
    if let recent, recent.behind == start - 2, recent.day.weekday == number,
      scanner.isWord(start - 1, "a"), scanner.isMark(start - 2, ",")
    {
      return day(recent.day, phrase, [])
    }
    if offset == nil, let next = dayOfTale(number, match) {
      countedFrom = recent?.day.description
      return day(next, phrase, [.day])
    }
    let told = offset == nil || offset == 0 ? nil : dayToldBefore(match)
    countedFrom = told?.description
    return day(weekdayNear(told ?? anchor, number, offset, match), phrase, [.day])
  }

  /// The day named shortly before, from which "the following Monday" and "the previous Friday" count.
  private func dayToldBefore(_ match: TimeMatch) -> CivilDay? {
    let first = match.tokens.lowerBound
    guard match.tokens.contains(where: { countsFromFocus($0, first) }) else { return nil }
    if let recent, first - recent.behind < Self.quarterReach { return recent.day }
    return nil
  }

  /// The day of a weekday in a tale of an unknown day of publication, which goes forward unless the
  /// sentence says that it was before.
  ///
  /// "… was counted on 3 June" and then "On Wednesday he resigned" is 5 June.
  private func dayOfTale(_ number: Int, _ match: TimeMatch) -> CivilDay? {
    guard clock.published == nil, clock.entry == nil, let recent, recent.isTold,
      match.tokens.lowerBound - recent.behind < Self.reach,
      scanner.isWord(match.tokens.lowerBound - 1, "on"),
      !direction.sentence(around: match.tokens).contains(recent.behind - 1),
      !direction.isBeforeTale(match.tokens)
    else { return nil }
    return recent.day.advanced(by: (number - recent.day.weekday + 6) % 7 + 1)
  }

  /// "following", "previous", "the next" rather than "next".
  private func countsFromFocus(_ index: Int, _ first: Int) -> Bool {
    scanner.isWord(index, "following") || scanner.isWord(index, "previous")
      || scanner.isWord(index, "preceding")
      || scanner.isWord(index, "next") && index > first && scanner.kind(index - 1) == .determiner
  }

  func weekdayNear(
    _ anchor: CivilDay, _ number: Int, _ offset: Int?, _ match: TimeMatch
  ) -> CivilDay {
    let back = (anchor.weekday - number + 7) % 7
    switch offset {
    case -1: return anchor.advanced(by: back == 0 ? -7 : -back)
    case 1: return anchor.advanced(by: back == 0 ? 7 : 7 - back)
    case 0:
      // "this Friday" is of this week; what a week just begun says was done "this Friday" is of the last.
      let isOver = anchor.weekday <= 2 && number > anchor.weekday && isOver(match)
      return anchor.advanced(by: number - anchor.weekday - (isOver ? 7 : 0))
    default:
      if isGenitive(match), !direction.isAhead(match.tokens), !direction.isOwnedAhead(match.tokens)
      {
        return anchor.advanced(by: -back)
      }
      let looks = direction.direction(around: match.tokens)
      // An entry of a chronology goes on from its day unless it looks back.
      let isNear = back < 4 && direction.isOverturned(around: match.tokens)
      let isAhead = looks > 0 && !isNear || looks == 0 && clock.entry != nil
      return anchor.advanced(by: isAhead && back != 0 ? 7 - back : -back)
    }
  }

  /// Whether the clause tells what is over, and not of what its time owns.
  func isOver(_ match: TimeMatch) -> Bool {
    !isGenitive(match) && direction.direction(around: match.tokens) < 0
  }

  /// 0 for "this Friday night", which is in the week of the anchor; nil without "this".
  func weekOf(_ match: TimeMatch) -> Int? {
    scanner.isWord(match.tokens.lowerBound, "this") ? 0 : nil
  }

  /// "Thursday's ruling": what a weekday owns has happened.
  func isGenitive(_ match: TimeMatch) -> Bool {
    let at = match.tokens.upperBound
    guard let mark = scanner.token(at), mark.form == .mark, !mark.isSpaced,
      let next = scanner.token(at + 1), !next.isSpaced
    else { return false }
    return scanner.isWord(at + 1, "s") && !scanner.isWord(at + 2, "deadline")
  }
}
