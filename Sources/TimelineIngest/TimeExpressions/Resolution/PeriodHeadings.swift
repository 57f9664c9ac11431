/// Years and months that stand as headings, and what lies below each.
///
///     2016
///     Feb 7: The president steps down. A successor is chosen in April.
///
///     **March 2017**
///     4: The court annuls the vote.
///
///     2018: The two countries open embassies in July.
///
/// A heading holds until the next one, or until a Markdown heading of its rank that names no period;
/// one that opens a line of text until the next empty line. A single year on a line may be anything,
/// so there must be two of them, or an entry right below.
struct PeriodHeadings {
  /// What holds from a token on; nil where a heading without a period has ended it.
  private var periods: [(behind: Int, period: StatedDate?)] = []

  /// A text without headings.
  init() {}

  init(scanner: TimeScanner, matches: [TimeMatch]) {
    let found = Self.candidates(scanner, matches)
    let years = Set(found.compactMap(\.stated.year))
    guard years.count > 1 || found.contains(where: { Self.hasEntry(below: $0, scanner, matches) })
    else { return }
    var year: Int?
    for (index, candidate) in found.enumerated() {
      var period = candidate.stated
      if candidate.isRange {
        periods.append((candidate.tokens.upperBound, nil))
        year = nil
        continue
      }
      year = period.year ?? year
      guard year != nil else { continue }  // "March" before any year
      period.year = year
      periods.append((candidate.tokens.upperBound, period))
      let next = index + 1 < found.count ? found[index + 1].tokens.lowerBound : scanner.tokens.count
      if let end = Self.end(of: candidate, before: next, scanner) {
        periods.append((end, nil))
        year = nil
      }
    }
  }

  /// The year or month below whose heading a token stands.
  func period(at token: Int) -> StatedDate? {
    guard !periods.isEmpty else { return nil }
    let next = periods.partitioningIndex { $0.behind > token }
    return next > 0 ? periods[next - 1].period : nil
  }

  /// Whether a token stands right behind a heading.
  func isHeading(_ match: TimeMatch) -> Bool {
    let next = periods.partitioningIndex { $0.behind >= match.tokens.upperBound }
    return next < periods.count && periods[next].behind == match.tokens.upperBound
      && periods[next].period != nil
  }

  private struct Candidate {
    var tokens: Range<Int>
    var stated: StatedDate
    /// Whether nothing else stands on its line.
    var isAlone: Bool
    /// Whether it is several years, "2016-2017", in which a month may be of any.
    var isRange = false
  }

  private static func candidates(_ scanner: TimeScanner, _ matches: [TimeMatch]) -> [Candidate] {
    var found: [Candidate] = []
    for match in matches {
      var isRange = false
      let stated: StatedDate
      switch match.reading {
      case .calendar(let date, nil): stated = date
      case .span(let date, _, _):
        stated = date
        isRange = true
      default: continue
      }
      guard stated.day == nil, stated.season == nil, stated.years == nil,
        !isRange || stated.month == nil
      else { continue }
      let behind = match.tokens.upperBound
      var first = match.tokens.lowerBound
      if scanner.isWord(first - 1, "year") || scanner.isWord(first - 1, "in") { first -= 1 }
      guard scanner.opensLine(first) else { continue }
      let isAlone = scanner.closesLine(behind)
      let isMarked = scanner.isMark(behind, ":") && stated.year != nil && !isRange
      guard isAlone || isMarked else { continue }
      if isAlone, let last = found.last, last.isAlone, stated.month == nil,
        last.stated.month == nil, !hasText(scanner, last.tokens.upperBound..<first)
      {
        found.removeLast()  // the first row of a table
      }
      found.append(
        Candidate(tokens: match.tokens, stated: stated, isAlone: isAlone, isRange: isRange))
    }
    return found
  }

  private static func hasText(_ scanner: TimeScanner, _ range: Range<Int>) -> Bool {
    range.contains {
      scanner.tokens[$0].form != .paragraph && !scanner.isOrnament($0) && !scanner.isMark($0, ":")
    }
  }

  /// Whether the text right below opens with a date and a colon or dash.
  private static func hasEntry(
    below heading: Candidate, _ scanner: TimeScanner, _ matches: [TimeMatch]
  ) -> Bool {
    guard heading.isAlone else { return false }
    let next = matches.partitioningIndex {
      $0.tokens.lowerBound >= heading.tokens.upperBound
    }
    guard next < matches.count, scanner.opensEntry(matches[next].tokens) else { return false }
    return !hasText(scanner, heading.tokens.upperBound..<matches[next].tokens.lowerBound)
  }

  /// The token where what a heading holds for ends before the next heading.
  private static func end(of heading: Candidate, before next: Int, _ scanner: TimeScanner) -> Int? {
    let range = heading.tokens.upperBound..<next
    if !heading.isAlone { return range.first { scanner.tokens[$0].form == .paragraph } }
    let rank = scanner.hashes(endingAt: heading.tokens.lowerBound - 1)
    return range.first { at in
      guard scanner.isMark(at, "#"), !scanner.isMark(at - 1, "#"), scanner.opensLine(at) else {
        return false
      }
      let count = (at..<next).prefix { scanner.isMark($0, "#") }.count
      // Of a mere year on a line any heading is the end.
      return (rank == 0 || count <= rank) && at + count < next
        && hasText(scanner, at..<next)
    }
  }
}

extension TimeScanner {
  /// How many hashes of a Markdown heading stand up to a token, over emphasis and "Year".
  fileprivate func hashes(endingAt index: Int) -> Int {
    var at = index
    while at >= 0, isWord(at, "year") || isOrnament(at) && !isMark(at, "#") { at -= 1 }
    var count = 0
    while at >= 0, isMark(at, "#") {
      count += 1
      at -= 1
    }
    return count
  }

  /// Whether a date opens a line and a colon, a dash or the end of the line stands behind it.
  func opensEntry(_ match: Range<Int>) -> Bool {
    var behind = match.upperBound
    while isMark(behind, "*") || isMark(behind, "_") { behind += 1 }
    let isMarked = isMark(behind, ":") || isDash(behind)
    return (isMarked || closesLine(behind)) && opensLine(match.lowerBound)
  }
}
