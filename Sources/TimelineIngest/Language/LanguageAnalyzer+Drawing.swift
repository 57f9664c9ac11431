extension LanguageAnalyzer {
  /// A text's trees drawn for people: each word below its head, with relation and tag.
  ///
  /// Example:
  ///
  ///     Rain fell.
  ///     fell  VERB  Tense=Past|VerbForm=Fin
  ///     ├─ nsubj: Rain  NOUN  Number=Sing
  ///     └─ punct: .  PUNCT
  public func drawing(of bytes: [UInt8]) -> String {
    var result = ""
    for var sentence in Self.sentences(of: bytes) {
      parse(&sentence, in: bytes)
      result += Self.line(bytes[sentence.range]) + "\n" + Self.drawing(of: sentence, in: bytes)
      result += "\n"
    }
    return result
  }

  private static func drawing(of sentence: SentenceTree, in bytes: [UInt8]) -> String {
    var result = ""
    /// Words still to draw, the next one last, with the lines in front of them.
    var pending: [(index: Int, lead: String, isLast: Bool)] = []
    for index in sentence.tokens.indices where sentence.tokens[index].head < 0 {
      pending.append((index, "", true))
    }
    while let (index, lead, isLast) = pending.popLast() {
      let token = sentence.tokens[index]
      let form = line(bytes[Int(token.begin)..<Int(token.end)])
      let isRoot = token.head < 0
      let branch = isRoot ? "" : lead + (isLast ? "└─ " : "├─ ") + token.relation.name + ": "
      let features = token.features.isEmpty ? "" : "  " + token.features.names
      result += "\(branch)\(form)  \(token.tag.name)\(features)\n"
      let below = isRoot ? "" : lead + (isLast ? "   " : "│  ")
      let children = sentence.children(of: index)
      for (place, child) in children.enumerated().reversed() {
        pending.append((child, below, place == children.count - 1))
      }
    }
    return result
  }
}
