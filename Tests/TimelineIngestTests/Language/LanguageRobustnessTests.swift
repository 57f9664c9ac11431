import Testing
import TimelineTestSupport

@testable import TimelineIngest

@Suite("What no text may do to the analyser") struct LanguageRobustnessTests {
  /// Parses everything and checks that heads form one tree a sentence.
  private func parse(_ bytes: [UInt8], limit: Int = .max) throws -> [SentenceTree] {
    let analyzer = try LanguageAnalyzer()
    var sentences = LanguageAnalyzer.sentences(of: bytes)
    for index in sentences.indices.prefix(limit) {
      analyzer.parse(&sentences[index], in: bytes)
      #expect(isTree(sentences[index]))
    }
    return sentences
  }

  private func isTree(_ sentence: SentenceTree) -> Bool {
    let tokens = sentence.tokens
    guard tokens.count(where: { $0.head == -1 }) == 1 else { return false }
    // 1 on the way up, 2 known to reach the root.
    var state = Array(repeating: 0, count: tokens.count)
    for index in tokens.indices {
      var path: [Int] = []
      var current = index
      while current >= 0, state[current] == 0 {
        state[current] = 1
        path.append(current)
        current = Int(tokens[current].head)
      }
      if current >= 0, state[current] == 1 { return false }
      for step in path { state[step] = 2 }
    }
    return true
  }

  @Test func readsRandomBytes() throws {
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<8 {
      let bytes = (0..<400).map { _ in UInt8(truncatingIfNeeded: generator.next()) }
      _ = try parse(bytes)
    }
  }

  @Test func readsAMegabyteWithoutASpace() throws {
    let word = Array(repeating: UInt8(ascii: "a"), count: 1 << 20)
    #expect(try parse(word)[0].tokens.count == 1)
    for pattern in ["a.", "1-", "x@", "http://", "'s", "don't", "...", "é’", "1,", "U.S."] {
      let bytes = Array(String(repeating: pattern, count: (1 << 17) / pattern.utf8.count).utf8)
      let clock = ContinuousClock()
      let start = clock.now
      #expect(!LanguageAnalyzer.sentences(of: bytes).isEmpty)
      // Linear time takes well under a second even unoptimised; quadratic time takes hours.
      #expect(clock.now - start < .seconds(30), "\(pattern)")
    }
  }

  @Test func readsTenThousandBrackets() throws {
    for bracket in ["(", ")", "[", "\"", "“", "’", "``"] {
      let joined = String(repeating: bracket, count: 10_000)
      let spaced = String(repeating: bracket + " ", count: 10_000)
      for text in [joined, spaced, "Stop." + joined, "Stop." + spaced] {
        #expect(!LanguageAnalyzer.sentences(of: Array(text.utf8)).isEmpty)
      }
    }
    _ = try parse(Array(String(repeating: "(", count: 300).utf8))
  }

  @Test func parsesASentenceOfFiveThousandTokens() throws {
    let text = String(repeating: "and the minister of the republic met his guest , ", count: 500)
    let sentences = try parse(Array(text.utf8))
    // Text without any end of sentence is cut, so that no tree grows without bound.
    #expect(sentences.allSatisfy { $0.tokens.count <= 1_000 })
    #expect(sentences.reduce(0) { $0 + $1.tokens.count } == 5_000)
  }

  @Test func readsNothingInNothing() throws {
    #expect(try parse([]).isEmpty)
    #expect(try parse(Array(" \n\n\t ".utf8)).isEmpty)
  }
}

@Suite("Trees over arbitrary scores") struct TreeDecoderTests {
  @Test func alwaysGivesOneTree() {
    var generator = SeededGenerator(seed: 5)
    for round in 0..<400 {
      let rows = 1 + round % 24
      let scores = (0..<rows * rows).map { _ in
        Float(Int(truncatingIfNeeded: generator.next() % 2001) - 1000) / 100
      }
      let heads = TreeDecoder.heads(scores: scores, rows: rows, stride: rows)
      #expect(heads.count == rows - 1)
      guard rows > 1 else { continue }
      #expect(heads.count { $0 == -1 } == 1, "seed 5, round \(round)")
      for start in heads.indices {
        var current = start
        var steps = 0
        while current >= 0, steps <= rows {
          current = Int(heads[current])
          steps += 1
        }
        #expect(current == -1, "seed 5, round \(round): word \(start) is in a cycle")
      }
    }
  }

  @Test func takesTheBestTree() {
    // Word 1 under word 2, word 2 the root; the reverse would score less.
    let scores: [Float] = [
      0, 0, 0,
      1, 0, 9,
      5, 8, 0,
    ]
    #expect(TreeDecoder.heads(scores: scores, rows: 3, stride: 3) == [1, -1])
  }
}

@Suite("Language models of other formats") struct LanguageModelTests {
  @Test func refusesWhatItCannotRead() throws {
    #expect(throws: LanguageModelError.notAModel) { try LanguageModel(bytes: []) }
    #expect(throws: LanguageModelError.notAModel) {
      try LanguageModel(bytes: Array(repeating: 7, count: 400))
    }
    var file = LanguageModel.file(sections: [(.description, count: 1, bytes: [1, 2, 3])])
    #expect(try LanguageModel(bytes: file).description == "\u{1}\u{2}\u{3}")
    #expect(throws: LanguageModelError.damaged(section: 0)) {
      try LanguageModel(bytes: Array(file.dropLast(9)))
    }
    file[8] = 99
    #expect(throws: LanguageModelError.otherFormat(found: 99, expected: LanguageModel.format)) {
      try LanguageModel(bytes: file)
    }
    #expect(
      LanguageModelError.otherFormat(found: 99, expected: 1).description.contains("format 99"))
  }

  @Test func theEmbeddedModelSaysWhatItWasTrainedOn() throws {
    let description = try LanguageModel.embedded.get().description
    #expect(description.contains("CC BY-SA"))
    #expect(description.contains("UD English"))
  }
}
