import TimelineModel

/// A date that opens a sentence without a comma behind it: "On 3 May 2011 Ghana and Togo signed …".
///
/// The parser reads the names behind such a date as a part of it, so that the sentence loses its
/// subject. The sentence is parsed without its opening, which is then hung on the main verb.
struct SentenceOpening {
  /// The tokens of the opening, from the sentence's first.
  let count: Int
  /// The first token of the date itself, behind the preposition if there is one.
  let date: Int

  private static let prepositions: Set<String> = [
    "in", "on", "at", "by", "during", "since", "around", "from", "after", "before", "until",
    "throughout",
  ]

  /// Words that open a date which is an adverb by itself, and never a subject.
  private static let adverbs: Set<String> = [
    "last", "next", "yesterday", "today", "tomorrow", "earlier", "later", "this", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]

  /// Words that begin a subject.
  private static let subjectOpeners: Set<String> = [
    "the", "a", "an", "its", "his", "her", "their", "our", "my", "your", "these", "those", "some",
    "several", "many", "more", "most", "both", "all", "about", "he", "she", "it", "they", "we", "i",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "police", "troops",
  ]

  /// The opening of a sentence, or nil when it opens otherwise.
  ///
  /// - Parameters:
  ///   - tree: the sentence, whose tokens need no tags.
  ///   - lower: its tokens in small letters.
  ///   - expressions: the dates of the document, in order.
  ///   - bytes: the document.
  init?(
    of tree: SentenceTree, lower: [String], expressions: ArraySlice<TimeExpression>, bytes: [UInt8]
  ) {
    let tokens = tree.tokens
    guard tokens.count > 4,
      let first = expressions.first(where: { $0.range.lowerBound >= Int(tokens[0].begin) }),
      first.kind == .date || first.kind == .time, first.date != nil
    else { return nil }
    if Int(tokens[0].begin) == first.range.lowerBound, Self.adverbs.contains(lower[0]) {
      date = 0
    } else if Int(tokens[1].begin) == first.range.lowerBound, Self.prepositions.contains(lower[0]) {
      date = 1
    } else {
      return nil
    }
    count = tokens.prefix { Int($0.begin) < first.range.upperBound }.count
    guard count + 2 < tokens.count else { return nil }
    let next = tokens[count]
    let letter = bytes[Int(next.begin)]
    let isCapital = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(letter) || letter >= 0xc3
    let isPlural = next.end - next.begin > 4 && lower[count].hasSuffix("s")
    guard isCapital || isPlural || Self.subjectOpeners.contains(lower[count]) else { return nil }
  }

  /// The sentence behind the opening.
  func rest(of tree: SentenceTree) -> SentenceTree {
    SentenceTree(range: tree.range, tokens: Array(tree.tokens[count...]))
  }

  /// Puts the parsed rest back into the tagged sentence and hangs the opening on its main verb.
  func restore(_ rest: SentenceTree, into tree: inout SentenceTree) {
    guard let root = rest.tokens.firstIndex(where: { $0.head < 0 }) else { return }
    for (index, token) in rest.tokens.enumerated() {
      tree.tokens[count + index] = token
      if token.head >= 0 { tree.tokens[count + index].head += Int32(count) }
    }
    for index in 0..<count {
      tree.tokens[index].head = Int32(date)
      tree.tokens[index].relation = index < date ? .caseMarking : .temporalModifier
    }
    tree.tokens[date].head = Int32(count + root)
    tree.tokens[date].relation = date > 0 ? .oblique : .obliqueTemporal
  }
}
