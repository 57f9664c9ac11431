/// How a sentence goes through the parser: without its asides and the date that opens it, which are
/// hung on the tree afterwards.
///
/// Apart from the parsing itself, so that many sentences can be parsed at once.
struct ParsePlan {
  /// What the parser gets to read.
  let remainder: SentenceTree
  /// The tagged sentence around the asides, and the place in it of each token without them.
  private var whole: (asides: SentenceAsides, tree: SentenceTree, places: [Int])?
  /// The opening, and the tagged sentence that begins with it.
  private var opened: (opening: SentenceOpening, tree: SentenceTree)?

  /// A plan for a sentence.
  ///
  /// - Parameters:
  ///   - tree: the sentence, whose tokens need no tags.
  ///   - text: its words.
  ///   - expressions: the dates of the document from the sentence on.
  ///   - analyzer: what gives the tags that asides and openings keep.
  ///   - bytes: the document.
  init(
    of tree: SentenceTree, _ text: SentenceText,
    expressions: ArraySlice<TimeExpression>, analyzer: LanguageAnalyzer, bytes: [UInt8]
  ) {
    var core = tree
    var lower = text.lower
    if let asides = SentenceAsides(
      of: tree, words: text.words, lower: text.lower, expressions: expressions)
    {
      analyzer.tag(&core, in: bytes)
      let (reduced, places) = asides.reduced(core)
      whole = (asides, core, places)
      core = reduced
      lower = places.map { text.lower[$0] }
    }
    if let opening = SentenceOpening(
      of: core, lower: lower, expressions: expressions, bytes: bytes)
    {
      analyzer.tag(&core, in: bytes)
      opened = (opening, core)
      core = opening.rest(of: core)
    }
    remainder = core
  }

  /// The whole sentence, given the parsed remainder.
  func completed(_ parsed: SentenceTree) -> SentenceTree {
    var core = parsed
    if let opened {
      core = opened.tree
      opened.opening.restore(parsed, into: &core)
    }
    guard let whole else { return core }
    var tree = whole.tree
    whole.asides.restore(core, places: whole.places, into: &tree)
    return tree
  }
}
