import TimelineModel

/// Dates that stand as headings, and the sentences below each.
///
///     4 August 2020. A store of fireworks explodes in the port.
///
///     2011
///     The two countries open embassies. A trade office follows.
///
///     2012
///     4–5 March. The ministers meet in Oslo.
///
/// A heading is a sentence of nothing but a date. It holds for the rest of its paragraph; in a
/// document with three headings or more, which is a chronology, until the next one.
struct ChronologyEntries {
  private let dates: [TimeExpression?]

  /// Finds the headings among sentences whose tokens need no tags.
  init(trees: [SentenceTree], expressions: [TimeExpression], bytes: [UInt8]) {
    var headings: [TimeExpression?] = []
    var openings: [TimeExpression?] = []
    var next = 0
    for tree in trees {
      while next < expressions.count, expressions[next].range.lowerBound < tree.range.lowerBound {
        next += 1
      }
      let first = next < expressions.count ? expressions[next] : nil
      headings.append(Self.heading(tree, expressions[next...], bytes))
      openings.append(Self.opening(tree, first, bytes))
    }
    let isChronology = headings.count { $0 != nil } >= 3
    if openings.count(where: { $0 != nil }) < 3 { openings = openings.map { _ in nil } }
    var dates: [TimeExpression?] = []
    var current: TimeExpression?
    for (number, tree) in trees.enumerated() {
      if let opening = openings[number] {
        // "3 May 2011: Ghana opens an embassy. A trade office follows."
        current = opening
        dates.append(nil)
        continue
      }
      if let heading = headings[number] {
        current = heading
        dates.append(nil)
        continue
      }
      if !isChronology, number > 0,
        Self.isParagraphEnd(trees[number - 1].range.upperBound..<tree.range.lowerBound, bytes)
      {
        current = nil
      }
      dates.append(current)
    }
    self.dates = dates
  }

  /// The date of the heading that a sentence stands below; nil when it stands below none.
  func date(ofSentence number: Int) -> TimeExpression? {
    dates.indices.contains(number) ? dates[number] : nil
  }

  /// The date when the sentence begins with it and a colon or dash.
  private static func opening(
    _ tree: SentenceTree, _ expression: TimeExpression?, _ bytes: [UInt8]
  ) -> TimeExpression? {
    guard let expression, expression.kind == .date, expression.date?.isDated == true,
      let first = tree.tokens.first, Int(first.begin) == expression.range.lowerBound,
      let next = tree.tokens.first(where: { Int($0.begin) >= expression.range.upperBound }),
      next.end - next.begin <= 3
    else { return nil }
    let marks: Set<UInt8> = Set(":-–—".utf8)
    let isMark = bytes[Int(next.begin)..<Int(next.end)].allSatisfy { marks.contains($0) }
    return isMark ? expression : nil
  }

  /// The date when the sentence is nothing else: one that is stated, or a day whose year stands
  /// above it.
  private static func heading(
    _ tree: SentenceTree, _ expressions: ArraySlice<TimeExpression>, _ bytes: [UInt8]
  ) -> TimeExpression? {
    guard let expression = expressions.first, expression.kind == .date,
      let date = expression.date, date.isDated,
      expression.anchor == nil || date.inferred == [.year],
      let first = tree.tokens.first, Int(first.begin) == expression.range.lowerBound
    else { return nil }
    // The two ends of "4–5 March" are two expressions of one date.
    let end = expressions.prefix { $0.date == date }.last?.range.upperBound ?? 0
    let marks: Set<UInt8> = Set(".:-*#–—".utf8)
    let isAlone = tree.tokens.allSatisfy { token in
      Int(token.end) <= end
        || bytes[Int(token.begin)..<Int(token.end)].allSatisfy { marks.contains($0) }
    }
    return isAlone ? expression : nil
  }

  private static func isParagraphEnd(_ gap: Range<Int>, _ bytes: [UInt8]) -> Bool {
    guard gap.lowerBound <= gap.upperBound else { return false }
    return bytes[gap].count { $0 == 0x0a } > 1
  }
}
