extension LanguageAnalyzer {
  /// A text as CoNLL-U: sentences, tokens, tags and trees, with byte offsets in the last column.
  ///
  /// Each sentence has `# sent_id` and `# text`; the last column has `Offset=BEGIN:END`, UTF-8
  /// bytes of the text, half-open, and `SpaceAfter=No` where the next token follows at once.
  public func conllu(of bytes: [UInt8]) -> String {
    var result = ""
    var number = 0
    for var sentence in Self.sentences(of: bytes) {
      parse(&sentence, in: bytes)
      number += 1
      result += "# sent_id = \(number)\n# text = \(Self.line(bytes[sentence.range]))\n"
      for (index, token) in sentence.tokens.enumerated() {
        let form = Self.line(bytes[Int(token.begin)..<Int(token.end)])
        let joined =
          index + 1 < sentence.tokens.count && sentence.tokens[index + 1].begin == token.end
        let lemma = Lemmatizer.lemma(of: token, in: bytes)
        result += "\(index + 1)\t\(form)\t\(lemma)\t\(token.tag.name)\t_\t\(token.features.names)\t"
        result += "\(token.head + 1)\t\(token.relation.name)\t_\t"
        result += "Offset=\(token.begin):\(token.end)\(joined ? "|SpaceAfter=No" : "")\n"
      }
      result += "\n"
    }
    return result
  }

  /// A CoNLL-U text with the analyser's tags, features, heads and relations in place of its own.
  ///
  /// Sentences and tokens are taken as they are; with `keepingTags` so are tags and features.
  public func conllu(annotating bytes: [UInt8], keepingTags: Bool = false) -> String {
    var result = ""
    for var sentence in TreebankSentence.read(bytes) {
      parse(&sentence.sentence, in: sentence.text, keepingTags: keepingTags)
      result += sentence.conllu()
    }
    return result
  }

  /// Bytes as one line of text: every white space becomes a blank.
  static func line(_ bytes: ArraySlice<UInt8>) -> String {
    String(
      decoding: bytes.map { (byte: UInt8) -> UInt8 in byte < 0x20 ? 0x20 : byte }, as: UTF8.self)
  }
}
