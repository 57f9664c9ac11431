/// What stands in brackets inside a sentence: "the Court of Justice *(ICJ)* ruled".
///
/// The parser takes an acronym or a year in brackets for a part of the clause and loses the verb
/// behind it. The sentence is parsed without its brackets; what they hold is then hung on the token
/// before them.
///
/// EXAMPLE: "the Court (ICJ) ruled", "signed on Saturday (Sept. 11) that", "the union (founded 1961)"
/// COUNTER: brackets that hold a sentence or open one stay where they are.
struct BracketedAsides {
  /// The token ranges of the asides, brackets included, in order.
  let ranges: [Range<Int>]

  /// The longest aside that is cut out, brackets included.
  private static let longest = 10

  /// Finds the asides of a sentence; nil when there are none.
  init?(of tree: SentenceTree, lower: [String]) {
    var found: [Range<Int>] = []
    var opening: Int?
    for (index, word) in lower.enumerated() {
      if word == "(" || word == "[" {
        opening = index
      } else if word == ")" || word == "]", let begin = opening {
        opening = nil
        let length = index + 1 - begin
        if begin > 0, length > 2, length <= Self.longest, index + 1 < lower.count {
          found.append(begin..<index + 1)
        }
      }
    }
    let cut = found.reduce(0) { $0 + $1.count }
    guard !found.isEmpty, lower.count - cut > 3 else { return nil }
    ranges = found
  }

  /// The sentence without them, with the place of each of its tokens in the whole one.
  func reduced(_ tree: SentenceTree) -> (tree: SentenceTree, places: [Int]) {
    var places: [Int] = []
    var next = 0
    for index in tree.tokens.indices {
      while next < ranges.count, ranges[next].upperBound <= index { next += 1 }
      if next < ranges.count, ranges[next].contains(index) { continue }
      places.append(index)
    }
    return (SentenceTree(range: tree.range, tokens: places.map { tree.tokens[$0] }), places)
  }

  /// Puts the parsed rest back and hangs each aside on the token before it.
  func restore(_ parsed: SentenceTree, places: [Int], into tree: inout SentenceTree) {
    for (index, place) in places.enumerated() {
      tree.tokens[place] = parsed.tokens[index]
      let head = parsed.tokens[index].head
      tree.tokens[place].head = head >= 0 ? Int32(places[Int(head)]) : head
    }
    for range in ranges {
      let inner = range.lowerBound + 1
      for token in range {
        tree.tokens[token].head = Int32(inner)
        tree.tokens[token].relation = .punctuation
      }
      for token in range.dropFirst(2).dropLast() { tree.tokens[token].relation = .flat }
      tree.tokens[inner].head = Int32(range.lowerBound - 1)
      tree.tokens[inner].relation = .parataxis
    }
  }
}
