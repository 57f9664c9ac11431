/// A name in a sentence, as the event rules need it.
struct NamedMention: Sendable, Hashable {
  /// The tokens of the name with its titles, half-open.
  var tokens: Range<Int>
  /// The canonical name.
  var name: String
  /// What it is; a place that is no country has only `.place`.
  var kinds: NameKinds
  /// The country behind it.
  var country: String?
  /// The office that the text gives.
  var office: String?
  /// The body for which the person speaks, in place of a country.
  var servedBody: String?
  /// The highest rank among the offices given in the document.
  var rank: OfficeRank?
  /// Whether it names a weapon system.
  var isWeapon = false
  /// Whether it names somebody by the office alone ("the army chief").
  var isDescription = false
  /// Whether it is a nationality word ("Russian").
  var isAdjective = false
  /// A body inside the name of a gathering, which holds it.
  var innerBody: String?
  /// Whether it names a building, base or other facility.
  var isFacility = false
  /// Whether the reference data know it.
  var isReference = false
  /// A town or country inside a longer name ("*Geneva* Conference"), as a place.
  var innerPlace: String?
  /// For a capital, the country that the name stands for when it acts ("Moscow" → "Russia").
  var capitalOf: String?
}

/// A time expression in a sentence with the tokens it covers.
struct TimeMention: Sendable {
  /// The expression.
  var expression: TimeExpression
  /// Its tokens, half-open.
  var tokens: Range<Int>
  /// The token of it whose head lies outside.
  var head: Int
}

/// A parsed sentence with everything that the event rules ask of it.
///
/// A class, though a value that never changes: every reader of a sentence holds it.
final class SentenceReading: Sendable {
  /// The number of the sentence in the document.
  let index: Int
  /// The tokens with heads and relations.
  let tree: SentenceTree
  /// The tokens as they stand in the text.
  let words: [String]
  /// The tokens in lower case.
  let lower: [String]
  /// The dictionary forms of the tokens.
  let forms: [WordForm]
  /// The names found.
  let names: [NamedMention]
  /// For each token the number of the name it belongs to, or -1.
  let nameAt: [Int]
  /// The time expressions found.
  let times: [TimeMention]
  /// For each token the number of the time expression it belongs to, or -1.
  let timeAt: [Int]
  private let childStart: [Int]
  private let childList: [Int]

  /// The number of tokens.
  var count: Int { tree.tokens.count }

  /// A reading of a sentence; token ranges of names and times must lie in it.
  init(
    index: Int, tree: SentenceTree, text: SentenceText, names: [NamedMention],
    times: [TimeMention]
  ) {
    self.index = index
    self.tree = tree
    words = text.words
    lower = text.lower
    forms = zip(text.forms, tree.tokens).map { form, token in
      var form = form
      // "the court *found* against it", not "to found a party".
      if form.past >= 0, token.tag == .verb, !token.features.contains(.infinitive) {
        form.verb = form.past
      }
      return form
    }
    self.names = names
    self.times = times
    let count = tree.tokens.count
    var nameAt = [Int](repeating: -1, count: count)
    for (number, name) in names.enumerated() { for token in name.tokens { nameAt[token] = number } }
    self.nameAt = nameAt
    var timeAt = [Int](repeating: -1, count: count)
    for (number, time) in times.enumerated() { for token in time.tokens { timeAt[token] = number } }
    self.timeAt = timeAt
    var start = [Int](repeating: 0, count: count + 2)
    for token in tree.tokens where token.head >= 0 && token.head < count {
      start[Int(token.head) + 1] += 1
    }
    for position in 0..<count { start[position + 1] += start[position] }
    var fill = start
    var list = [Int](repeating: 0, count: start[count])
    for (position, token) in tree.tokens.enumerated()
    where token.head >= 0 && token.head < count {
      list[fill[Int(token.head)]] = position
      fill[Int(token.head)] += 1
    }
    childStart = start
    childList = list
  }

  /// The dependents of a token in the order of the text.
  func children(_ token: Int) -> ArraySlice<Int> {
    childList[childStart[token]..<childStart[token + 1]]
  }

  /// The head of a token, or -1.
  func head(_ token: Int) -> Int { Int(tree.tokens[token].head) }

  /// The relation of a token to its head.
  func relation(_ token: Int) -> DependencyRelation { tree.tokens[token].relation }

  /// The part of speech of a token.
  func tag(_ token: Int) -> UniversalTag { tree.tokens[token].tag }

  /// The first dependent with that relation.
  func child(_ token: Int, _ relation: DependencyRelation) -> Int? {
    children(token).first { self.relation($0) == relation }
  }

  /// The name that a token is in, if any.
  func name(_ token: Int) -> NamedMention? { nameAt[token] < 0 ? nil : names[nameAt[token]] }

  /// Whether the token is a verb form by its tag.
  func isVerb(_ token: Int) -> Bool {
    tag(token) == .verb || tag(token) == .auxiliary
  }

  /// Whether the token is a noun by its tag.
  func isNominal(_ token: Int) -> Bool {
    switch tag(token) {
    case .noun, .properNoun, .pronoun, .numeral: true
    default: false
    }
  }

  /// The token and what is coordinated with it, in the order of the text.
  func coordinates(_ token: Int) -> [Int] {
    var found = [token]
    for child in children(token) where relation(child) == .conjunct {
      found += coordinates(child)
    }
    return found
  }

  /// The preposition of a nominal, lower case, several words joined by spaces; empty without one.
  func preposition(_ token: Int) -> String {
    var words: [String] = []
    for child in children(token)
    where child < token
      && (relation(child) == .caseMarking
        // "came *to* blows": a nominal has no marker but its preposition.
        || relation(child) == .marker && (tag(token) == .noun || tag(token) == .properNoun))
    {
      words.append(lower[child])
      for part in children(child) where relation(part) == .fixed { words.append(lower[part]) }
    }
    return words.joined(separator: " ")
  }

  /// Whether the first token lies below the second or is it.
  func isBelow(_ token: Int, _ ancestor: Int) -> Bool {
    var position = token
    for _ in 0...count {
      if position == ancestor { return true }
      position = head(position)
      if position < 0 { return false }
    }
    return false
  }

  /// The first and last token of the subtree, inclusive.
  func extent(_ token: Int) -> ClosedRange<Int> {
    var low = token
    var high = token
    var stack = [token]
    var visited = 0
    while let position = stack.popLast(), visited <= count {
      visited += 1
      low = min(low, position)
      high = max(high, position)
      stack.append(contentsOf: children(position))
    }
    return low...high
  }

  /// The token in a range whose head lies outside of it; the last token when there is no tree.
  static func headToken(of range: Range<Int>, in tree: SentenceTree) -> Int {
    for token in range where !range.contains(Int(tree.tokens[token].head)) { return token }
    return range.upperBound - 1
  }
}
