/// What is set aside while a sentence is parsed, because the parser trips over it: short brackets,
/// "then" before a title, and a date between an article and its noun.
///
/// The rest is parsed as a sentence of its own; the asides are then hung where they belong.
///
/// EXAMPLE: "the Court *(ICJ)* ruled", "signed on Saturday *(Sept. 11)* that"
/// EXAMPLE: "when *then* President Ama Mensah signed"
/// EXAMPLE: "the *April 10, 2018,* signing of the treaty", "its *3 May 2014* vote"
/// COUNTER: "he then signed"; brackets that hold a sentence or open one; "the 1990s"
struct SentenceAsides {
  /// What an aside hangs on.
  enum Host {
    /// The token before it.
    case before
    /// The head of the noun phrase behind it.
    case nounBehind
  }

  /// The asides, tokens half-open, in order and apart.
  private let asides: [(tokens: Range<Int>, host: Host)]

  /// The longest bracket that is set aside, brackets included.
  private static let longest = 10

  private static let articles: Set<String> = [
    "the", "a", "its", "their", "his", "her", "this", "that", "'s", "’s", "our",
  ]

  /// Finds the asides of a sentence; nil when there are none.
  ///
  /// - Parameters:
  ///   - tree: the sentence, whose tokens need no tags.
  ///   - words: its tokens as they stand.
  ///   - lower: its tokens in small letters.
  ///   - expressions: the dates of the document from this sentence on, in order.
  init?(
    of tree: SentenceTree, words: [String], lower: [String],
    expressions: ArraySlice<TimeExpression>
  ) {
    var found = Self.brackets(lower)
    for (index, word) in lower.enumerated() where word == "then" && index > 0 {
      guard index + 1 < words.count, words[index + 1].first?.isUppercase ?? false,
        ![".", ";", ","].contains(lower[index - 1])
      else { continue }
      found.append((index..<index + 1, .nounBehind))
    }
    found += Self.attributiveDates(tree, lower, expressions)
    found.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
    var apart: [(tokens: Range<Int>, host: Host)] = []
    for aside in found where aside.tokens.lowerBound >= apart.last?.tokens.upperBound ?? 1 {
      apart.append(aside)
    }
    let cut = apart.reduce(0) { $0 + $1.tokens.count }
    guard !apart.isEmpty, lower.count - cut > 3 else { return nil }
    asides = apart
  }

  private static func brackets(_ lower: [String]) -> [(tokens: Range<Int>, host: Host)] {
    var found: [(tokens: Range<Int>, host: Host)] = []
    var opening: Int?
    for (index, word) in lower.enumerated() {
      if word == "(" || word == "[" {
        opening = index
      } else if word == ")" || word == "]", let begin = opening {
        opening = nil
        let length = index + 1 - begin
        if begin > 0, length > 2, length <= longest, index + 1 < lower.count {
          found.append((begin..<index + 1, .before))
        }
      }
    }
    return found
  }

  /// "the *April 10, 2018,* signing": a date of several words, behind an article, before a word in
  /// small letters that is no preposition.
  private static func attributiveDates(
    _ tree: SentenceTree, _ lower: [String], _ expressions: ArraySlice<TimeExpression>
  ) -> [(tokens: Range<Int>, host: Host)] {
    var found: [(tokens: Range<Int>, host: Host)] = []
    for expression in expressions {
      guard expression.range.lowerBound < tree.range.upperBound else { break }
      guard expression.kind == .date, expression.date != nil,
        let first = tree.tokens.firstIndex(where: {
          Int($0.begin) == expression.range.lowerBound
        }), first > 0, articles.contains(lower[first - 1])
      else { continue }
      var end = first
      while end < tree.tokens.count, Int(tree.tokens[end].begin) < expression.range.upperBound {
        end += 1
      }
      guard end - first > 1 else { continue }
      let hasComma = end < lower.count && lower[end] == ","
      if hasComma { end += 1 }
      guard end < lower.count, let letter = lower[end].unicodeScalars.first,
        letter.properties.isLowercase, !Self.connectives.contains(lower[end])
      else { continue }
      let isWritten = tree.tokens[end].end - tree.tokens[end].begin > 3
      if isWritten { found.append((first..<end, .nounBehind)) }
    }
    return found
  }

  private static let connectives: Set<String> = [
    "when", "with", "from", "that", "which", "where", "while", "after", "before", "until", "into",
    "they", "this", "these", "those", "both", "were", "will", "have", "been", "than", "over",
    "under", "between", "against", "about", "during", "since",
  ]

  /// The sentence without them, with the place of each of its tokens in the whole one.
  func reduced(_ tree: SentenceTree) -> (tree: SentenceTree, places: [Int]) {
    var places: [Int] = []
    var next = 0
    for index in tree.tokens.indices {
      while next < asides.count, asides[next].tokens.upperBound <= index { next += 1 }
      if next < asides.count, asides[next].tokens.contains(index) { continue }
      places.append(index)
    }
    return (SentenceTree(range: tree.range, tokens: places.map { tree.tokens[$0] }), places)
  }

  /// Puts the parsed rest back and hangs each aside on its host.
  func restore(_ parsed: SentenceTree, places: [Int], into tree: inout SentenceTree) {
    for (index, place) in places.enumerated() {
      tree.tokens[place] = parsed.tokens[index]
      let head = parsed.tokens[index].head
      tree.tokens[place].head = head >= 0 ? Int32(places[Int(head)]) : head
    }
    for aside in asides.reversed() {
      switch aside.host {
      case .before:
        let inner = aside.tokens.lowerBound + 1
        hang(aside.tokens, below: inner, in: &tree)
        tree.tokens[inner].head = Int32(aside.tokens.lowerBound - 1)
        tree.tokens[inner].relation = .parataxis
      case .nounBehind:
        let inner = aside.tokens.lowerBound
        hang(aside.tokens, below: inner, in: &tree)
        let noun = nounHead(from: aside.tokens.upperBound, in: tree)
        tree.tokens[inner].head = Int32(noun)
        tree.tokens[inner].relation =
          aside.tokens.count > 1 ? .nominalModifier : .adverbialModifier
      }
    }
  }

  private func hang(_ tokens: Range<Int>, below inner: Int, in tree: inout SentenceTree) {
    for token in tokens where token != inner {
      tree.tokens[token].head = Int32(inner)
      tree.tokens[token].relation =
        tree.tokens[token].tag == .punctuation ? .punctuation : .flat
    }
  }

  /// The noun that the words from a token on lead to.
  private func nounHead(from token: Int, in tree: SentenceTree) -> Int {
    var noun = token
    for _ in 0..<6 {
      let head = Int(tree.tokens[noun].head)
      guard head > noun,
        [.compound, .adjectivalModifier, .flat, .numericModifier, .nominalModifier]
          .contains(tree.tokens[noun].relation)
      else { break }
      noun = head
    }
    return noun
  }
}
