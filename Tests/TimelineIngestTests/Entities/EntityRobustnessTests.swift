import Testing
import TimelineTestSupport

@testable import TimelineIngest

@Suite("Names in hostile text")
struct EntityRobustnessTests {
  private func check(_ bytes: [UInt8], _ note: String) {
    let sentences = PlainSentences.cut(bytes)
    let found = EntityRecognizer().entities(in: sentences, text: bytes)
    #expect(found.mentions.count == sentences.count, "\(note)")
    for (sentence, mentions) in zip(sentences, found.mentions) {
      for mention in mentions {
        #expect(
          !mention.bytes.isEmpty && mention.bytes.lowerBound >= sentence.range.lowerBound, "\(note)"
        )
        #expect(mention.bytes.upperBound <= sentence.range.upperBound, "\(note)")
        #expect(mention.tokens.lowerBound >= 0 && !mention.tokens.isEmpty, "\(note)")
        #expect(mention.tokens.upperBound <= max(1, sentence.tokens.count), "\(note)")
        #expect(found.entities.indices.contains(mention.entity), "\(note)")
        #expect(
          String(validating: bytes[mention.bytes], as: UTF8.self) != nil
            || note.hasPrefix("random bytes"))
      }
    }
  }

  @Test func randomBytesAndShuffledWords() {
    let words = [
      "President", "of", "the", "Ghana", "U.S.", "Su-35", "General", "de", "Silva", "(", "SCO", ")",
      ",", "Bank", "and", "São", "al-Qaeda", "’s", "Mr.", "Jordan", "in", "N'Djamena", "-", "$",
      "é",
      "Minister", "counterpart", "THE", "Gen.", "army", "chief", "\n",
    ]
    for seed in UInt64(1)...60 {
      var generator = SeededGenerator(seed: seed)
      let noise = (0..<300).map { _ in UInt8.random(in: 0...255, using: &generator) }
      check(noise, "random bytes, seed \(seed)")
      let text = (0..<120).map { _ in words.randomElement(using: &generator) ?? "" }
      check(Array(text.joined(separator: " ").utf8), "words, seed \(seed)")
      check(Array(text.joined().utf8), "joined words, seed \(seed)")
    }
  }

  @Test func longTextsTakeNoSquareTime() {
    let clock = ContinuousClock()
    let pieces = ["A", "Ghana, President John Silva of Peru, the minister, ", "( ", "Bank of "]
    for piece in pieces {
      let small = Array(String(repeating: piece, count: 2000).utf8)
      let large = Array(String(repeating: piece, count: 16000).utf8)
      let smallTime = clock.measure { check(small, piece) }
      let largeTime = clock.measure { check(large, piece) }
      // Eight times the text: a square law would take 64 times as long.
      #expect(largeTime < smallTime * 30 + .milliseconds(300), "\(piece)")
    }
  }

  @Test func sameTextSameNames() {
    let text = "Gen. Silva met Kenyan envoy Grace Otieno in Kampala. Silva left for Uganda."
    let bytes = Array(text.utf8)
    let first = EntityRecognizer().entities(in: PlainSentences.cut(bytes), text: bytes)
    let second = EntityRecognizer().entities(in: PlainSentences.cut(bytes), text: bytes)
    #expect(first.entities == second.entities && first.mentions == second.mentions)
  }
}
