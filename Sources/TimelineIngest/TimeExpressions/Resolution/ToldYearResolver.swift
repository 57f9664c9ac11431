import Chronology
import TimelineModel

/// The year that a paragraph tells of, and the one that a sentence states.
extension TimeResolver {
  /// Remembers a month or day of a known year, which the next sentences may go on from.
  mutating func noteTold(_ match: TimeMatch, _ resolved: Resolved) {
    var stated: StatedDate?
    switch match.reading {
    case .calendar(let date, _):
      if let year = date.year { statedYear = (year, match.tokens.upperBound) }
      guard date.month != nil else {
        leave(date.year)
        return
      }
      stated = date
    case .span(let first, let last, _):
      stated = last
      if stated?.year == nil { stated?.year = first.year }
    case .inYear(let date, .focus, _):
      stated = date
      stated?.year = resolved.date?.span.earliest?.year
    case .focusedUnit(.year, _, _):
      stated = resolved.date?.span.earliest.map { StatedDate(year: $0.year) }
    case .inYear, .named, .unit, .weekday, .weekdayBeside, .weekdayOfWeek(_, .some),
      .daypart(_, _, .some):
      told = nil  // "last February": the writer has come back to the present
      spokenBehind = match.tokens.upperBound
      return
    default: return
    }
    guard stated?.season == nil, let date = resolved.date, let year = date.span.earliest?.year
    else { return }
    let month = stated?.month
    let isStated = stated?.year != nil
    guard isStated || told.map({ isNear(match, $0.behind) && $0.date.year == year }) ?? false else {
      return
    }
    guard clock.published.map({ year <= $0.year }) ?? true, !isAttribute(match) else { return }
    told = (StatedDate(year: year, month: month, day: stated?.day), match.tokens.upperBound)
    if let month { toldMonths.append((year, month, match.tokens.upperBound)) }
  }

  /// Whether a date only says which: "tried for the 3 February 1987 robbery", "a May 2009 law".
  private func isAttribute(_ match: TimeMatch) -> Bool {
    guard scanner.kind(match.tokens.lowerBound - 1) == .determiner else { return false }
    let behind = match.tokens.upperBound
    let noun = scanner.token(scanner.isMark(behind, ",") ? behind + 1 : behind)
    return noun.map { $0.form == .word && $0.kind == .none } ?? false
  }

  /// The year of "that August": that of the last month told in the paragraph which is not later in its
  /// year.
  ///
  /// "Since July 2019, for a judgment of October 2018 … that August" is that of 2019.
  func yearOfThat(_ stated: StatedDate, _ match: TimeMatch) -> Int? {
    guard let month = stated.month, match.tokens.count == 2,
      scanner.kind(match.tokens.lowerBound) == .determiner
    else { return nil }
    for told in toldMonths.reversed() {
      guard isNear(match, told.behind) else { return nil }
      if told.month <= month { return told.year }
    }
    return nil
  }

  /// Whether the paragraph has come back to the present of its publication, also in a history:
  /// "last week the gas began to move … came on stream on 31 December".
  func isSpoken(_ match: TimeMatch) -> Bool {
    guard let spokenBehind, clock.published != nil, !clock.isRemote, clock.entry == nil,
      isNear(match, spokenBehind)
    else { return false }
    return statedYear.map { $0.behind <= spokenBehind } ?? true
  }

  /// "in July 1987 … in 1991 …": a year since then ends the tale of the one before.
  private mutating func leave(_ year: Int?) {
    guard let year, let last = told?.date.year, year > last,
      clock.published.map({ year <= $0.year }) ?? true
    else { return }
    told = nil
  }

  /// The year that "the year" is, as in "the first half of the year": one that its sentence states,
  /// unless that is over and the sentence looks ahead.
  func yearOfSentence(_ match: TimeMatch) -> Int? {
    let last = match.tokens.upperBound - 1
    guard let statedYear, scanner.isWord(last, "year"), last > match.tokens.lowerBound,
      scanner.kind(last - 1) == .determiner,
      direction.sentence(around: match.tokens).contains(statedYear.behind - 1)
    else { return nil }
    let isOver = clock.published.map { statedYear.year < $0.year } ?? false
    if isOver, direction.direction(around: match.tokens) > 0 { return nil }
    return statedYear.year
  }

  /// Whether a match stands in the same paragraph, within a few sentences of a token.
  private func isNear(_ match: TimeMatch, _ token: Int) -> Bool {
    let first = match.tokens.lowerBound
    guard first >= token, first - token < Self.toldReach else { return false }
    return !scanner.tokens[token..<first].contains { $0.form == .paragraph }
  }

  /// How many tokens a year goes on being told: about four sentences.
  private static let toldReach = 90

  /// The year of "on 20 January" in a paragraph that tells of another year than the one of
  /// publication: that year, or the next when the month turns back.
  func toldYear(of stated: StatedDate, _ match: TimeMatch, _ published: CivilDay) -> Int? {
    guard let told, let year = told.date.year, let month = stated.month,
      isNear(match, told.behind), direction.direction(around: match.tokens) <= 0
    else { return nil }
    let last = told.date.month
    if last == nil, match.tokens.lowerBound - told.behind > Self.reach { return nil }
    let found = last.map { $0 - month >= 6 } ?? false ? year + 1 : year
    if found == year, let last, month < last { return nil }
    if last == month, let toldDay = told.date.day, let day = stated.day, day > toldDay,
      day - toldDay < 8, match.tokens.lowerBound - told.behind < Self.reach
    {
      return year  // "on 1 October 1933 … the following day, on 2 October"
    }
    guard let day = CivilDay(year: found, month: month, day: stated.day ?? 1), day <= published
    else { return nil }
    // What is weeks old at most is told as news, whatever stands before it.
    for near in [published.year, published.year - 1] {
      if let recent = CivilDay(year: near, month: month, day: stated.day ?? 1),
        recent <= published, recent.distance(to: published) <= Self.newsReach
      {
        return nil
      }
    }
    return found
  }

  /// How many days back a text still tells news.
  private static let newsReach = 60
}
