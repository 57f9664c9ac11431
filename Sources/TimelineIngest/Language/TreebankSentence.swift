/// A sentence of a CoNLL-U file with its tokens as the analyser sees them.
///
/// Source: https://universaldependencies.org/format.html
package struct TreebankSentence: Sendable {
  /// The lines as they stood in the file; those of words are cut into their ten fields.
  enum Line: Sendable {
    case word([String])
    case other(String)
  }

  var lines: [Line] = []
  /// The words, one blank between them.
  package var text: [UInt8] = []
  /// The words with the tags and the tree of the file.
  package var sentence = SentenceTree(range: 0..<0, tokens: [])

  /// Reads all sentences of a CoNLL-U text; lines that are not CoNLL-U are passed over.
  package static func read(_ bytes: [UInt8]) -> [TreebankSentence] {
    var result: [TreebankSentence] = []
    var current = TreebankSentence()
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let trimmed = line.last == UInt8(ascii: "\r") ? line.dropLast() : line
      if trimmed.isEmpty {
        if !current.sentence.tokens.isEmpty { result.append(current) }
        current = TreebankSentence()
      } else {
        current.append(line: trimmed)
      }
    }
    if !current.sentence.tokens.isEmpty { result.append(current) }
    return result
  }

  private mutating func append(line: ArraySlice<UInt8>) {
    let fields = line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
    guard fields.count >= 8, line.first != UInt8(ascii: "#"),
      fields[0].allSatisfy({ (byte: UInt8) -> Bool in ByteKind.of(byte) == ByteKind.digit })
    else {
      lines.append(.other(String(decoding: line, as: UTF8.self)))
      return
    }
    if !text.isEmpty { text.append(UInt8(ascii: " ")) }
    let begin = text.count
    text += fields[1]
    var token = Token(begin: Int32(begin), end: Int32(text.count))
    let names = fields.map { (field: ArraySlice<UInt8>) -> String in
      String(decoding: field, as: UTF8.self)
    }
    token.tag = UniversalTag(name: names[3]) ?? .other
    token.features = Morphology(names: names[5], tag: token.tag)
    token.head = Int32((Int(names[6]) ?? 0) - 1)
    token.relation = DependencyRelation(name: names[7]) ?? .dependent
    sentence.tokens.append(token)
    sentence.range = 0..<text.count
    lines.append(.word(names))
  }

  /// The sentence as CoNLL-U with the tags and heads of `sentence`.
  func conllu() -> String {
    var result = ""
    var index = 0
    for line in lines {
      switch line {
      case .other(let text): result += text
      case .word(var fields):
        let token = sentence.tokens[index]
        fields[2] = Lemmatizer.lemma(of: token, in: text)
        fields[3] = token.tag.name
        fields[5] = token.features.names
        fields[6] = String(token.head + 1)
        fields[7] = token.relation.name
        if fields.count > 8 { fields[8] = "_" }
        result += fields.joined(separator: "\t")
        index += 1
      }
      result += "\n"
    }
    return result + "\n"
  }
}
