/// One sentence with its tokens and, when asked for, its dependency tree.
struct SentenceTree: Sendable {
  /// The bytes of the sentence in the document's UTF-8 text, half-open.
  var range: Range<Int>
  /// The tokens in order.
  var tokens: [Token]
}
