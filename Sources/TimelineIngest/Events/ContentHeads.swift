/// Finds the words that say what a noun phrase is about.
///
///     "the first *batch* of *rifles*"      batch, rifles
///     "the tenth edition of Ekuverin, the joint *exercise*"   edition, Ekuverin, exercise
///     "the Bank of Chad"                   Bank
struct ContentHeads: Sendable {
  let sentence: SentenceReading
  private let measures: WordClasses
  private let lexicon: EventLexicon

  init(sentence: SentenceReading, lexicon: EventLexicon) {
    self.sentence = sentence
    self.lexicon = lexicon
    measures = lexicon.classBit("measure")
  }

  /// The token itself, and what it counts, measures or stands beside.
  func contents(of token: Int, depth: Int = 0) -> [Int] {
    var found = [token]
    guard depth < 3 else { return found }
    if sentence.tag(token) == .properNoun {
      // "the patrol *vessel* Centenary", "*Cyclone* Idai", "Ekuverin, the joint *exercise*".
      for child in sentence.children(token) {
        switch sentence.relation(child) {
        case .compound, .descriptiveModifier, .appositionalModifier: found.append(child)
        default: break
        }
      }
      return found
    }
    guard sentence.tag(token) == .numeral || isMeasure(token) else { return found }
    for child in sentence.children(token) {
      switch sentence.relation(child) {
      case .nominalModifier where sentence.preposition(child) == "of":
        for part in sentence.coordinates(child) { found += contents(of: part, depth: depth + 1) }
      case .appositionalModifier: found.append(child)
      default: break
      }
    }
    return found
  }

  private func isMeasure(_ token: Int) -> Bool {
    lexicon.isMember(sentence.forms[token].noun, of: measures)
  }

  /// The word of a name that says what kind of thing it is; the token itself outside of names.
  func kindWord(of token: Int) -> Int {
    guard let name = sentence.name(token), name.tokens.count > 1, !name.kinds.contains(.person)
    else { return token }
    // "the Treaty *of* Rome": what stands before the preposition.
    for part in name.tokens.dropFirst() where sentence.tag(part) == .adposition {
      return part - 1
    }
    return name.tokens.upperBound - 1
  }

  /// The first word of a name of several, which may say what kind it is: "*Exercise* Varuna".
  func leadingWord(of token: Int) -> Int? {
    guard let name = sentence.name(token), name.tokens.count > 1, !name.kinds.contains(.person)
    else { return nil }
    return name.tokens.lowerBound
  }
}
