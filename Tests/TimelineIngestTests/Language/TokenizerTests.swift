import Testing
import TimelineTestSupport

@testable import TimelineIngest

/// The tokens of a text, sentences joined.
private func tokens(_ text: String) -> [String] {
  sentences(text).flatMap { $0 }
}

/// The tokens of each sentence of a text.
private func sentences(_ text: String) -> [[String]] {
  let bytes = Array(text.utf8)
  return LanguageAnalyzer.sentences(of: bytes).map { (sentence: SentenceTree) -> [String] in
    sentence.tokens.map { (token: Token) -> String in
      String(decoding: bytes[Int(token.begin)..<Int(token.end)], as: UTF8.self)
    }
  }
}

@Suite struct TokenizerTests {
  /// Words in, tokens out, parted by blanks.
  private static let cases: [(String, String)] = [
    ("They don't know", "They do n't know"),
    ("He couldn’t, I'll, you’re", "He could n’t , I 'll , you ’re"),
    ("Russia's army and Hans' car", "Russia 's army and Hans ' car"),
    ("It cannot stand", "It can not stand"),
    ("Gen. Petrov met Mr. O'Neil.", "Gen. Petrov met Mr. O'Neil ."),
    ("the U.S. navy, Ph.D. work", "the U.S. navy , Ph.D. work"),
    ("Indo-U.S. ties, a well-known co-founder", "Indo - U.S. ties , a well - known co-founder"),
    ("an S-400 and 22-23 April", "an S - 400 and 22 - 23 April"),
    ("call 713-555-0123 on 2001-09-11", "call 713-555-0123 on 2001-09-11"),
    ("US $500 million, $5m, US$ 4.5", "US $ 500 million , $ 5 m , US$ 4.5"),
    ("10,000 men, 3.5%, at 5:30pm", "10,000 men , 3.5 % , at 5:30 pm"),
    ("No. 5 won. No.", "No. 5 won . No ."),
    (
      "see http://example.org/a_b.html, or www.example.com.",
      "see http://example.org/a_b.html , or www.example.com ."
    ),
    ("mail jo.b@example.org!", "mail jo.b@example.org !"),
    ("Well... no -- wait—“yes”!?", "Well ... no -- wait — “ yes ” !?"),
    ("``ruinous policies,'' he said", "`` ruinous policies , '' he said"),
    ("the Organisation(SCO) [sic]", "the Organisation ( SCO ) [ sic ]"),
    ("and/or on 9/11 in the 1970s", "and / or on 9/11 in the 1970s"),
    ("A&E, #tag, 20th", "A&E , #tag , 20th"),
    ("TROOPS DIDN'T LEAVE", "TROOPS DID N'T LEAVE"),
    ("Café Zürich’s naïve", "Café Zürich ’s naïve"),
  ]

  @Test func cutsWordsAsTheTreebanksDo() {
    for (text, expected) in Self.cases {
      #expect(tokens(text).joined(separator: " ") == expected, "\(text)")
    }
  }

  @Test func offsetsAreExactAndTokensCoverEverythingButSpace() {
    var generator = SeededGenerator(seed: 7)
    let pieces = [
      "don't", " ", "U.S.", "—", "é", "\n", "“", "12", ".", ",", "-", "$", "x", "\u{a0}", "…", "'",
      "’s", "@", "http://a.b", "(", "\t", "NO", "🙂",
    ]
    for round in 0..<300 {
      var text = ""
      for _ in 0..<(round % 40) { text += pieces[Int(generator.next() % UInt64(pieces.count))] }
      let bytes = Array(text.utf8)
      var covered = Array(repeating: false, count: bytes.count)
      var last = 0
      for sentence in LanguageAnalyzer.sentences(of: bytes) {
        #expect(sentence.range.lowerBound == Int(sentence.tokens[0].begin))
        for token in sentence.tokens {
          #expect(Int(token.begin) >= last && token.begin < token.end, "seed 7: \(text)")
          last = Int(token.end)
          for position in Int(token.begin)..<last { covered[position] = true }
          let slice = bytes[Int(token.begin)..<last]
          #expect(String(validating: slice, as: UTF8.self) != nil, "seed 7: \(text)")
        }
      }
      let missed = String(
        decoding: bytes.indices.filter { !covered[$0] }.map { bytes[$0] }, as: UTF8.self)
      #expect(missed.allSatisfy { $0.isWhitespace }, "seed 7: \(text) left \(missed)")
    }
  }
}

@Suite struct SentenceSplitterTests {
  private func count(_ text: String) -> Int { sentences(text).count }

  @Test func endsSentencesAtMarksButNotInAbbreviations() {
    #expect(count("Gen. Petrov came. He left at 5 p.m. The talks failed.") == 3)
    #expect(count("He lives in the U.S. and works for Acme Inc. in Boston.") == 1)
    #expect(count("He lives in the U.S. She does not.") == 2)
    #expect(count("“Why?” he asked. “We can't say.” They left.") == 3)
    #expect(count("J. R. Smith paid No. 10 a visit on Jan. 5.") == 1)
    #expect(count("Wait... What? Yes!") == 3)
    #expect(count("i loved this place. you should go there. approx. ten people came") == 3)
    #expect(count("Yahoo! said it, e.g. The Daily Post printed it vs. Reason.") == 1)
  }

  @Test func breaksAtEmptyLinesAndHeadlines() {
    #expect(count("Treaty signed in Geneva\n\nThe ministers met.") == 2)
    #expect(count("Treaty signed\nBy Jane Doe\nThe ministers met. They talked.") == 4)
    #expect(count("He asked them not to\nMeanwhile, the talks went on.") == 2)
  }

  @Test func breaksBeforeListItems() {
    let list = """
      The ministers, who had come to the capital for the talks, agreed on three points
      - Trade between the two countries in the northern provinces shall be free by May
      - The bridge shall be built anew
      2. Prisoners shall be sent home
      """
    #expect(count(list) == 4)
  }

  @Test func joinsLinesThatWereCutToFit() {
    let wrapped = """
      PRESIDENT LOPEZ HAS CONFIRMED THAT THE TROOPS THAT SURROUNDED OUR MISSION
      IN THE CAPITAL WERE WITHDRAWN AFTER A FORMER MINISTER SURNAMED CORREA LEFT
      THE EMBASSY. THE MILITARY MAN LEFT THE EMBASSY AS SOON AS HE LEARNED THAT
      IT WAS SURROUNDED.

         SOME PERSONS ENTERED THE EMBASSY.
      """
    #expect(count(wrapped) == 3)
  }
}
