/// Gives a date without a year the year behind the next one, when both are joined: "between March
/// and April 1918", "from 15 May to 16 August 1988", "in August and September 1914".
struct SharedYear {
  let scanner: TimeScanner
  let direction: ClauseDirection
  /// Whether the text tells of other times than that of its publication.
  let isHistory: Bool

  /// The matches with the years they share.
  func given(_ matches: [TimeMatch]) -> [TimeMatch] {
    var matches = matches
    for index in matches.indices.dropLast().reversed() {
      if let named = namedYear(of: matches[index], before: matches[index + 1]) {
        matches[index].reading = named
        continue
      }
      if let day = day(of: matches[index], before: matches[index + 1]) {
        matches[index].reading = day
        continue
      }
      guard case .calendar(var stated, let part) = matches[index].reading, stated.year == nil,
        stated.years == nil, stated.month != nil || stated.season != nil,
        let next = Self.stated(matches[index + 1]), let year = next.year,
        (next.month == nil) == (stated.month == nil),
        joins(matches[index], matches[index + 1]) || lists(index, matches)
      else { continue }
      let isLater = (stated.month ?? stated.season ?? 0) > (next.month ?? next.season ?? 0)
      stated.year = isLater ? year - 1 : year
      matches[index].reading = .calendar(stated, part: part)
    }
    return matches
  }

  /// "between June and September last year": the named year holds for both.
  private func namedYear(of first: TimeMatch, before second: TimeMatch) -> TimeReading? {
    guard case .calendar(let stated, let part) = first.reading, stated.year == nil,
      stated.years == nil, let month = stated.month,
      case .inYear(let next, let year, _) = second.reading, let last = next.month, month <= last,
      joins(first, second)
    else { return nil }
    return .inYear(stated, year, part: part)
  }

  /// "from the 13th to the 19th of October 1950": the month and year of the second day hold for the
  /// first.
  private func day(of first: TimeMatch, before second: TimeMatch) -> TimeReading? {
    guard case .calendar(let stated, nil) = first.reading, let day = stated.day,
      stated.month == nil, let next = Self.stated(second), let month = next.month,
      let last = next.day, day < last, joins(first, second)
    else { return nil }
    return .calendar(StatedDate(year: next.year, month: month, day: day), part: nil)
  }

  /// Whether a day is told in one sentence with a later one that has a year, and none before them
  /// has: "signed at Lisbon July 9, at Madrid July 28, and at Genoa September 10, 1785".
  private func lists(_ index: Int, _ matches: [TimeMatch]) -> Bool {
    guard isHistory, let first = Self.stated(matches[index]), let day = first.day,
      let month = first.month, let second = Self.stated(matches[index + 1]),
      let nextDay = second.day, let nextMonth = second.month,
      (month, day) < (nextMonth, nextDay)
    else { return false }
    let sentence = direction.sentence(around: matches[index].tokens)
    guard sentence.contains(matches[index + 1].tokens.lowerBound) else { return false }
    return !matches[..<index].reversed().prefix { sentence.contains($0.tokens.lowerBound) }
      .contains { Self.stated($0)?.year != nil }
  }

  /// Whether one joining word or mark stands between them, and perhaps an article.
  private func joins(_ first: TimeMatch, _ second: TimeMatch) -> Bool {
    let at = first.tokens.upperBound
    let gap = second.tokens.lowerBound - at
    guard gap == 1 || gap == 2 && scanner.isWord(at + 1, "in") else { return false }
    return scanner.isWord(at, "and") || scanner.isWord(at, "to") || scanner.isWord(at, "or")
      || scanner.isWord(at, "until") || scanner.isWord(at, "through") || scanner.isDash(at)
      || scanner.isMark(at, ",")
  }

  private static func stated(_ match: TimeMatch) -> StatedDate? {
    switch match.reading {
    case .calendar(let stated, _): stated
    case .span(let first, _, _): first
    default: nil
    }
  }
}
