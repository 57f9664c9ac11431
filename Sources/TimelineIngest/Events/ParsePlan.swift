/// How a sentence goes through the parser: without its asides, which are hung on the tree
/// afterwards.
///
/// Apart from the parsing itself, so that many sentences can be parsed at once.
struct ParsePlan {
  /// What the parser gets to read.
  let remainder: SentenceTree
  /// The tagged sentence around the asides, and the place in it of each token without them.
  private var whole: (asides: SentenceAsides, tree: SentenceTree, places: [Int])?

  /// A plan for a sentence.
  ///
  /// - Parameters:
  ///   - tree: the sentence, whose tokens need no tags.
  ///   - text: its words.
  ///   - expressions: the dates of the document from the sentence on.
  ///   - analyzer: what gives the tags that asides keep.
  ///   - bytes: the document.
  init(
    of tree: SentenceTree, _ text: SentenceText,
    expressions: ArraySlice<TimeExpression>, analyzer: LanguageAnalyzer, bytes: [UInt8]
  ) {
    guard
      let asides = SentenceAsides(
        of: tree, words: text.words, lower: text.lower, expressions: expressions)
    else {
      remainder = tree
      return
    }
    var tagged = tree
    analyzer.tag(&tagged, in: bytes)
    let (reduced, places) = asides.reduced(tagged)
    whole = (asides, tagged, places)
    remainder = reduced
  }

  /// The whole sentence, given the parsed remainder.
  func completed(_ parsed: SentenceTree) -> SentenceTree {
    guard let whole else { return parsed }
    var tree = whole.tree
    whole.asides.restore(parsed, places: whole.places, into: &tree)
    return tree
  }
}
