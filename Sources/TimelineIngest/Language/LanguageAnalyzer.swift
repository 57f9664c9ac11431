/// Sentences, tokens, tags and trees of English prose.
///
/// Cheap to make; the model is read in place. Sentences are cut first, then tagged and parsed one
/// by one, so that only sentences somebody asks for cost anything. Safe to use from many tasks.
///
/// Example: `var sentences = LanguageAnalyzer.sentences(of: bytes)`, then
/// `analyzer.parse(&sentences[0], in: bytes)`.
public struct LanguageAnalyzer: Sendable {
  /// A parse longer than this is made piece by piece, so that time stays linear.
  static let longestParse = 120

  private let tagger: Tagger
  private let network: ParserNetwork?
  /// Whether a word is a name whatever the tagger makes of it.
  private var isName: (@Sendable (String) -> Bool)?

  /// An analyser with the model built into the program.
  ///
  /// - Throws: `LanguageModelError` when that model is missing or of another format.
  public init() throws(LanguageModelError) {
    self.init(model: try LanguageModel.embedded.get())
  }

  /// An analyser that takes for proper nouns what `isName` knows for names.
  ///
  /// It is asked only about capitalised words of five letters and more that the tagger takes for
  /// something that names nothing ("*Beijing* voiced concern").
  init(isName: @escaping @Sendable (String) -> Bool) throws(LanguageModelError) {
    self.init(model: try LanguageModel.embedded.get())
    self.isName = isName
  }

  /// An analyser with another model.
  package init(model: LanguageModel) {
    tagger = Tagger(model: model)
    network = ParserNetwork(model: model)
  }

  /// The sentences of a text with their tokens, neither tagged nor parsed.
  package static func sentences(of bytes: [UInt8]) -> [SentenceTree] {
    SentenceSplitter.sentences(of: bytes)
  }

  /// Gives every token its tag and morphology.
  package func tag(_ sentence: inout SentenceTree, in bytes: [UInt8]) {
    let shapes = bytes.withUnsafeBufferPointer { WordShape.shapes(of: sentence, in: $0) }
    tag(&sentence, shapes, in: bytes)
  }

  /// Gives every token its tag, morphology, head and relation.
  ///
  /// The parser reads the tags again with the whole sentence in view and mends them. With
  /// `keepingTags` the tags that the tokens have are taken as given.
  package func parse(_ sentence: inout SentenceTree, in bytes: [UInt8], keepingTags: Bool = false) {
    var sentences = [sentence]
    parse(&sentences, in: bytes, keepingTags: keepingTags)
    sentence = sentences[0]
  }

  /// Parses sentences, each by itself; many at once take less time than one after the other.
  package func parse(
    _ sentences: inout [SentenceTree], in bytes: [UInt8], keepingTags: Bool = false
  ) {
    guard let network else { return }
    var places: [(sentence: Int, tokens: Range<Int>)] = []
    var pieces: [ParserNetwork.Piece] = []
    for number in sentences.indices {
      let shapes = bytes.withUnsafeBufferPointer {
        WordShape.shapes(of: sentences[number], in: $0)
      }
      if !keepingTags { tag(&sentences[number], shapes, in: bytes) }
      var start = 0
      while start < sentences[number].tokens.count {
        let end = pieceEnd(of: sentences[number], from: start)
        places.append((number, start..<end))
        pieces.append(
          ParserNetwork.Piece(
            shapes: shapes[start..<end],
            tags: sentences[number].tokens[start..<end].map { ($0.tag, $0.features) }))
        start = end
      }
    }
    // Those of like length go together.
    let order = pieces.indices.sorted { (pieces[$0].rows, $0) < (pieces[$1].rows, $1) }
    let read = network.parse(
      order.map { pieces[$0] }[...], relationCount: DependencyRelation.allCases.count)
    var readings = pieces.map { _ in ParserNetwork.Reading() }
    for (place, reading) in zip(order, read) { readings[place] = reading }
    var firstRoot: Int32 = -1
    for (place, reading) in zip(places, readings) {
      if place.tokens.lowerBound == 0 { firstRoot = -1 }
      write(
        reading, to: &sentences[place.sentence], from: place.tokens.lowerBound,
        firstRoot: &firstRoot, in: bytes, keepingTags: keepingTags)
    }
  }

  /// Puts what the network says of a piece into its sentence; the roots of later pieces hang on the
  /// first.
  private func write(
    _ reading: ParserNetwork.Reading, to sentence: inout SentenceTree, from start: Int,
    firstRoot: inout Int32, in bytes: [UInt8], keepingTags: Bool
  ) {
    for (word, head) in reading.heads.enumerated() {
      let index = start + word
      sentence.tokens[index].head = head < 0 ? firstRoot : head + Int32(start)
      sentence.tokens[index].relation =
        head < 0
        ? (firstRoot < 0 ? .root : .parataxis)
        : DependencyRelation(rawValue: reading.relations[word]) ?? .dependent
      if head < 0, firstRoot < 0 { firstRoot = Int32(index) }
      if !keepingTags {
        let read = tagger.classes[Int(reading.classes[word])]
        sentence.tokens[index].tag = read.tag
        sentence.tokens[index].features = read.morphology
        keepName(&sentence.tokens[index], in: bytes)
      }
    }
  }

  private func tag(_ sentence: inout SentenceTree, _ shapes: [WordShape], in bytes: [UInt8]) {
    let classes = tagger.classes(of: shapes)
    for index in sentence.tokens.indices where index < classes.count {
      let read = tagger.classes[Int(classes[index])]
      sentence.tokens[index].tag = read.tag
      sentence.tokens[index].features = read.morphology
      keepName(&sentence.tokens[index], in: bytes)
    }
  }

  private func keepName(_ token: inout Token, in bytes: [UInt8]) {
    guard let isName, token.end - token.begin >= 5,
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(bytes[Int(token.begin)])
    else { return }
    switch token.tag {
    case .auxiliary, .verb, .adverb, .adposition, .pronoun: break
    default: return
    }
    guard isName(String(decoding: bytes[Int(token.begin)..<Int(token.end)], as: UTF8.self)) else {
      return
    }
    token.tag = .properNoun
    token.features = .singular
  }

  /// Where the piece that begins at `start` ends: at the sentence's end, or behind the last
  /// punctuation mark that keeps the piece short enough.
  private func pieceEnd(of sentence: SentenceTree, from start: Int) -> Int {
    let count = sentence.tokens.count
    guard count - start > Self.longestParse else { return count }
    let limit = start + Self.longestParse
    var end = limit
    while end > start + Self.longestParse / 2 {
      if sentence.tokens[end - 1].tag == .punctuation { return end }
      end -= 1
    }
    return limit
  }
}
