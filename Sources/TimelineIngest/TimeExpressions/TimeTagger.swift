import Chronology
public import TimelineModel

/// Finds and reads the time expressions of a text.
public struct TimeTagger: Sendable {
  /// A tagger of English.
  public init() {}

  /// The expressions of a document in the order of the text, without overlaps.
  ///
  /// Relative expressions are counted from the document's publication date when it has one, else
  /// from the dates of the narrative; without either they keep bounds or stay unresolved.
  ///
  /// - Parameters:
  ///   - document: the text, with its publication date if that is known.
  ///   - turningPoints: whether "since the end of the Cold War" counts, which dates events but is
  ///     no time expression in TIMEX3.
  /// - Returns: the expressions, first to last.
  public func tag(_ document: Document, turningPoints: Bool = true) -> [TimeExpression] {
    let bytes = document.utf8
    var scanner = TimeScanner(bytes: bytes)
    scanner.readsTurningPoints = turningPoints
    scanner.publicationYear = document.published?.span.latest?.year
    let direction = ClauseDirection(tokens: scanner.tokens, bytes: bytes)
    let found = scanner.matches()
    let clock = NarrativeClock(document: document, matches: found)
    let headings = PeriodHeadings(scanner: scanner, matches: found)
    let likely = LikelyTime(
      published: document.published, clock: clock, direction: direction, headings: headings,
      namesEra: found.contains { $0.rule == "english.year-era" })
    let matches = SharedYear(
      scanner: scanner, direction: direction, isHistory: clock.isHistory
    ).given(
      SharedEra.given(found.filter { likely.keeps($0) }))
    var resolver = TimeResolver(
      scanner: scanner, clock: clock, direction: direction, headings: headings)
    let isAmbiguous = matches.contains { if case .ambiguous = $0.reading { true } else { false } }
    if isAmbiguous {
      resolver.digitOrder = DigitOrder(of: document, matches: matches, scanner: scanner)
    }
    let namesFiscalYear = scanner.tokens.contains { $0.kind == .fiscal }
    if namesFiscalYear { resolver.fiscal = FiscalEvidence(of: document, scanner: scanner) }
    var secondValues: [String?] = []
    var expressions: [TimeExpression] = []
    expressions.reserveCapacity(matches.count)
    let digressions = clock.isHistory ? NarrativeClock.digressions(matches) : []
    for (index, match) in matches.enumerated() {
      resolver.clock.isDigression = digressions.contains(index) && !headings.isHeading(match)
      resolver.enter(match)
      let begin = Int(scanner.tokens[match.tokens.lowerBound].begin)
      let end = Int(scanner.tokens[match.tokens.upperBound - 1].end)
      let phrase = String(decoding: bytes[begin..<end], as: UTF8.self)
      let anchor = resolver.clock.anchor
      let resolved = resolver.resolve(match, phrase: phrase)
      expressions.append(
        TimeExpression(
          range: begin..<end, kind: match.kind, value: resolved.value, modifier: match.modifier,
          date: resolved.date, rule: match.rule,
          anchor: resolved.isRelative ? resolved.countedFrom ?? anchor?.edtf : nil,
          anchorReason: resolved.reason
            ?? (resolved.isRelative
              ? resolved.countedFrom == nil ? anchor?.reason : "date told before" : nil)))
      secondValues.append(resolved.secondValue)
    }
    RangeMerger(scanner: scanner, matches: matches).merge(&expressions)
    return splitRanges(expressions, matches, secondValues, scanner)
  }

  /// TIMEX3 tags the two ends of "22-23 April" apart; both carry the date of the whole.
  private func splitRanges(
    _ expressions: [TimeExpression], _ matches: [TimeMatch], _ secondValues: [String?],
    _ scanner: TimeScanner
  ) -> [TimeExpression] {
    guard secondValues.contains(where: { $0 != nil }) else { return expressions }
    var split: [TimeExpression] = []
    split.reserveCapacity(expressions.count + 4)
    for (index, expression) in expressions.enumerated() {
      guard let value = secondValues[index],
        case .span(_, _, let secondAt) = matches[index].reading
      else {
        split.append(expression)
        continue
      }
      var first = expression
      var second = expression
      let firstEnd = Int(scanner.tokens[secondAt - 2].end)
      first.range = expression.range.lowerBound..<firstEnd
      second.range = Int(scanner.tokens[secondAt].begin)..<expression.range.upperBound
      second.value = value
      split += [first, second]
    }
    return split
  }
}

extension Array {
  /// The first index for which the predicate holds, in an array that it splits in two.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
