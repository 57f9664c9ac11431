/// A word of a parsed sentence, as other programs see it.
public struct ParsedToken: Sendable, Hashable {
  /// The word's bytes in the text's UTF-8, half-open.
  public var range: Range<Int>
  /// The dictionary form, for example `sign` for "signed".
  public var lemma: String
  /// The universal part of speech, for example `VERB`.
  public var tag: String
  /// Morphological features as CoNLL-U writes them, for example `Tense=Past|VerbForm=Fin`; `_`
  /// when there are none.
  public var features: String
  /// The place of the head in the sentence, counted from zero; nil for the root.
  public var head: Int?
  /// The UD v2 relation to the head, for example `nsubj:pass`.
  public var relation: String
}

/// A sentence with its words and their tree.
public struct ParsedSentence: Sendable, Hashable {
  /// The sentence's bytes in the text's UTF-8, half-open.
  public var range: Range<Int>
  /// The words in order of the text.
  public var tokens: [ParsedToken]
}

extension LanguageAnalyzer {
  /// All sentences of a text, parsed.
  ///
  /// Example: of `Rain fell.` one sentence whose word 0 has head 1 and relation `nsubj`. Takes
  /// about ten microseconds a word.
  public func parsedSentences(of bytes: [UInt8]) -> [ParsedSentence] {
    Self.sentences(of: bytes).map { (sentence: SentenceTree) -> ParsedSentence in
      var tree = sentence
      parse(&tree, in: bytes)
      return ParsedSentence(
        range: tree.range,
        tokens: tree.tokens.map { (token: Token) -> ParsedToken in
          ParsedToken(
            range: Int(token.begin)..<Int(token.end),
            lemma: Lemmatizer.lemma(of: token, in: bytes), tag: token.tag.name,
            features: token.features.names, head: token.head < 0 ? nil : Int(token.head),
            relation: token.relation.name)
        })
    }
  }
}
