import Chronology
import Foundation
import Testing
import TimelineIngest
import TimelineModel
import TimelineTestSupport

/// Whatever the bytes, expressions lie inside the text, in order, apart, on the boundaries of
/// characters; each round prints its seed on failure.
@Suite("Any text can be tagged")
struct TimeRobustnessTests {
  /// What is wrong with the expressions of a text, or nil.
  private static func fault(_ bytes: [UInt8], published: PublicationDate?) -> String? {
    var document = Document(name: "random", utf8: bytes)
    document.published = published
    var end = 0
    for expression in TimeTagger().tag(document) {
      let range = expression.range
      guard range.lowerBound >= end, range.upperBound <= bytes.count, !range.isEmpty else {
        return "\(range) behind \(end) of \(bytes.count)"
      }
      for edge in [range.lowerBound, range.upperBound] where edge < bytes.count {
        if bytes[edge] & 0xc0 == 0x80 { return "\(range) inside a character" }
      }
      if let span = expression.date?.span, let first = span.earliest, let last = span.latest,
        first > last
      {
        return "\(expression.value): \(first) after \(last)"
      }
      end = range.upperBound
    }
    return nil
  }

  private static let published: PublicationDate? = {
    guard let day = TimeTagger().date(ofPhrase: "7 May 2018") else { return nil }
    return PublicationDate(
      edtf: day.edtf, span: day.span, origin: .sidecar, evidence: "2018-05-07")
  }()

  /// As the reader stores it: whatever is no UTF-8 becomes replacement characters.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private static func check(
    _ rounds: Int, seed: UInt64, _ make: (inout SeededGenerator) -> [UInt8]
  ) {
    for round in 0..<rounds {
      var generator = SeededGenerator(seed: seed &+ UInt64(round))
      let bytes = repaired(make(&generator))
      let fault = fault(bytes, published: round % 2 == 0 ? published : nil)
      if let fault {
        Issue.record(
          "seed \(seed &+ UInt64(round)): \(fault) in \(String(decoding: bytes, as: UTF8.self))")
        return
      }
    }
  }

  @Test func randomBytes() {
    Self.check(10_000, seed: 71_000_000) { generator in
      let count = Int.random(in: 0..<400, using: &generator)
      return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
    }
  }

  @Test func randomUnicode() {
    Self.check(10_000, seed: 72_000_000) { generator in
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<150, using: &generator) {
        let range: ClosedRange<UInt32> =
          [0x20...0x7e, 0xa0...0x2af, 0x300...0x36f, 0x2000...0x206f, 0x1f300...0x1f6ff]
          .randomElement(using: &generator) ?? 0x20...0x7e
        if let scalar = Unicode.Scalar(UInt32.random(in: range, using: &generator)) {
          text.append(scalar)
        }
      }
      return Array(String(text).utf8)
    }
  }

  /// Words of the lexicon in any order reach deeper than bytes do.
  @Test func randomWords() {
    let words = Array(
      """
      the a last next first second third of in on at by since until from to and or between May \
      March may 22 22nd 1990 1990s 2014 14 5 9/11 12/03/2015 2018-04-22 p.m. a.m. : , . - – ' ’ s \
      year years week weeks quarter half Q 3 FY fiscal Monday Fridays morning night noon early \
      late mid end ago later before after Christmas Easter Day New Year Cold War World II \
      Ramadan Eid al Fitr century BC AD every each two three twenty one hundred a few several \
      past recent now soon daily $ % \u{20ac} \u{a3}
      """.split(separator: " ")
    ).map { Array($0.utf8) }
    Self.check(20_000, seed: 73_000_000) { generator in
      var bytes: [UInt8] = []
      for _ in 0..<Int.random(in: 1..<25, using: &generator) {
        bytes += words.randomElement(using: &generator) ?? []
        if Int.random(in: 0..<4, using: &generator) > 0 { bytes.append(0x20) }
        if Int.random(in: 0..<30, using: &generator) == 0 { bytes += [0x0a, 0x0a] }
      }
      return bytes
    }
  }

  @Test func mutatedExamples() throws {
    let lines = try TimeCorpus().lines.map { Array($0.text.utf8) }
    Self.check(10_000, seed: 74_000_000) { generator in
      var bytes = lines.randomElement(using: &generator) ?? []
      for _ in 0..<Int.random(in: 1..<6, using: &generator) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<5, using: &generator) {
        case 0: bytes.remove(at: at)
        case 1: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        case 2: bytes.insert(UInt8.random(in: 0x20...0x7e, using: &generator), at: at)
        case 3: bytes.swapAt(at, Int.random(in: 0..<bytes.count, using: &generator))
        default: bytes.insert(contentsOf: lines.randomElement(using: &generator) ?? [], at: at)
        }
      }
      return bytes
    }
  }

  /// The processor time of the calling thread in seconds, whatever else the machine does.
  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Long runs of one thing take time in proportion to their length, not to its square: four times
  /// as much text takes far less than sixteen times as long.
  @Test func longRunsEnd() {
    for piece in ["1 ", "the ", "2014-", "May ", "'", "22 April 2018 - ", "early ", "a few ", "\n"]
    {
      let times = [10_000, 40_000].map { count in
        let bytes = Array(String(repeating: piece, count: count).utf8)
        let document = Document(name: "long", utf8: bytes)
        let start = Self.threadTime()
        _ = TimeTagger().tag(document)
        return Self.threadTime() - start
      }
      #expect(times[1] < 10 * times[0] + 0.5, "\(piece): \(times)")
    }
  }

  /// A document's expressions depend on nothing but the document: not on what was tagged before it
  /// or is tagged beside it.
  @Test func orderAndThreadsDoNotMatter() async throws {
    let documents = try TimeCorpus().lines.map(\.document)
    let tagger = TimeTagger()
    let alone = documents.map { tagger.tag($0) }
    let backwards = documents.reversed().map { tagger.tag($0) }
    #expect(Array(backwards.reversed()) == alone)
    for width in [2, 7, 32] {
      let together = await withTaskGroup(of: (Int, [[TimeExpression]]).self) { group in
        for first in stride(from: 0, to: documents.count, by: width) {
          let batch = Array(documents[first..<min(first + width, documents.count)])
          group.addTask { (first, batch.map { TimeTagger().tag($0) }) }
        }
        var parts: [Int: [[TimeExpression]]] = [:]
        for await (first, part) in group { parts[first] = part }
        return parts.keys.sorted().flatMap { parts[$0] ?? [] }
      }
      #expect(together == alone, "batches of \(width)")
    }
  }
}
