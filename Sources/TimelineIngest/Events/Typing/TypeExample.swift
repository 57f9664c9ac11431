import TimelineModel

/// A word of a text with the type of event it was marked with, for training the model of types.
package struct TypeExample: Sendable {
  /// The type code, or `none`.
  package var type: String
  /// What the model sees of the word.
  package var features: [UInt32]

  /// Reads a line of prose in which words are marked as `[[signed|agreement]]`; every verb and noun
  /// without a mark is an example of `none`.
  ///
  ///     read("Peru [[signed|agreement]] a pact.")   // agreement: signed; none: pact
  package static func read(_ line: String) -> [TypeExample] {
    var text: [UInt8] = []
    var marks: [Int: String] = [:]
    for (number, piece) in line.split(separator: "[[", omittingEmptySubsequences: false)
      .enumerated()
    {
      guard number > 0, let end = piece.firstIndex(of: "]") else {
        text += Array(piece.utf8)
        continue
      }
      let parts = piece[..<end].split(separator: "|")
      if parts.count == 2 { marks[text.count] = String(parts[1]) }
      text += Array((parts.first ?? "").utf8)
      text += Array(piece[end...].dropFirst(2).utf8)
    }
    return Ingester().markedWords(in: Document(name: "example", utf8: text), marks: marks)
  }
}

extension TypeExample {
  /// The example phrases of the trigger table as marked lines: `the envoy [[met|meeting]] officials`.
  package static func linesOfTable() -> [String] {
    TableText.rows(ofFile: "triggers.tsv").compactMap { row in
      guard row.count >= 8 else { return nil }
      let forms = Set(
        row[1] == "v"
          ? Inflection.shared.forms(ofVerb: String(row[0]))
          : Inflection.shared.forms(ofNoun: String(row[0])))
      var words = row[7].split(separator: " ").map(String.init)
      guard let place = words.firstIndex(where: { forms.contains($0.lowercased()) }) else {
        return nil
      }
      if row[3] != "none" { words[place] = "[[\(words[place])|\(row[3])]]" }
      return words.joined(separator: " ") + "."
    }
  }
}

extension Ingester {
  /// The words of a document that could tell an event, with the types that are marked at their
  /// first bytes.
  func markedWords(in document: Document, marks: [Int: String]) -> [TypeExample] {
    guard let analyzer = try? LanguageAnalyzer(isName: Gazetteer.shared.isCountryOrCapital) else {
      return []
    }
    let lexicon = EventLexicon.shared
    var reader = EventReader(
      document: document, expressions: TimeTagger().tag(document), published: document.published,
      lexicon: lexicon, analyzer: analyzer, nameReader: NameReader(aliases: [:]),
      everyPredicate: true)
    return reader.sentences().flatMap { sentence in
      let finder = TriggerFinder(sentence: sentence, lexicon: lexicon)
      let features = TypeFeatures(sentence: sentence, lexicon: lexicon, finder: finder)
      return finder.words().map { word in
        TypeExample(
          type: marks[Int(sentence.tree.tokens[word.token].begin)] ?? "none",
          features: features.hashes(of: word))
      }
    }
  }
}
