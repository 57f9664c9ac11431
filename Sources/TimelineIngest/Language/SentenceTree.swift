/// One sentence with its tokens and, when asked for, its dependency tree.
package struct SentenceTree: Sendable {
  /// The bytes of the sentence in the document's UTF-8 text, half-open.
  package var range: Range<Int>
  /// The tokens in order.
  package var tokens: [Token]

  /// A sentence of those tokens.
  package init(range: Range<Int>, tokens: [Token]) {
    self.range = range
    self.tokens = tokens
  }
}
