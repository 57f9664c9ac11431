/// Dictionary forms of words: verbs and nouns by rule and exception, other words in lower case.
///
/// Example: "signed" as a verb gives "sign", "treaties" as a noun "treaty", "Moscow" stays.
enum Lemmatizer {
  /// The dictionary form of a tagged token.
  static func lemma(of token: Token, in bytes: [UInt8]) -> String {
    lemma(of: bytes[Int(token.begin)..<Int(token.end)], tag: token.tag, features: token.features)
  }

  /// The dictionary form of a word's bytes under that reading.
  static func lemma(
    of word: ArraySlice<UInt8>, tag: UniversalTag, features: Morphology
  ) -> String {
    if tag == .properNoun { return String(decoding: word, as: UTF8.self) }
    let form = lowercased(word)
    switch tag {
    case .auxiliary: return auxiliaries[form] ?? Inflection.shared.lemma(ofVerb: form)
    case .verb:
      if let short = clitics[form] { return short }
      // A form without ending is the dictionary form: "bring", "need", "focus".
      let isBare = features.contains(.infinitive) || features.contains(.imperative)
      let isPresent = features.contains(.present) && features.contains(.finite)
      if isBare || (isPresent && form.utf8.last != UInt8(ascii: "s")) {
        return clitics[form] ?? (irregularPresent[form] ?? form)
      }
      return Inflection.shared.lemma(ofVerb: form)
    case .noun:
      // "people" is its own word, and decades ("1990s") have no singular.
      if features.contains(.singular) || form == "people" || form.utf8.first ?? 0 < 0x3A {
        return form
      }
      return Inflection.shared.lemma(ofNoun: form)
    case .particle where form == "n't" || form == "nt": return "not"
    default: return form
    }
  }

  /// ASCII letters in lower case, curly apostrophes straight.
  private static func lowercased(_ word: ArraySlice<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(word.count)
    var position = word.startIndex
    while position < word.endIndex {
      let byte = word[position]
      if byte == 0xE2, position + 2 < word.endIndex, word[position + 1] == 0x80,
        word[position + 2] == 0x99
      {
        bytes.append(UInt8(ascii: "'"))
        position += 3
        continue
      }
      bytes.append(byte &- 0x41 < 26 ? byte | 0x20 : byte)
      position += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let clitics: [String: String] = [
    "'s": "be", "'re": "be", "'m": "be", "'ve": "have",
  ]

  private static let irregularPresent: [String: String] = ["am": "be", "are": "be", "wan": "want"]

  private static let auxiliaries: [String: String] = [
    "'s": "be", "'re": "be", "'m": "be", "'ve": "have", "'ll": "will", "'d": "would", "ca": "can",
    "wo": "will", "sha": "shall", "might": "might", "could": "could", "would": "would",
    "should": "should", "must": "must", "may": "may",
  ]
}
