import Foundation
import Testing
import TimelineIngest
import TimelineModel
import TimelineTestSupport

/// Time expressions on texts with TIMEX3 annotation: the scores of TempEval-3, task A, must hold.
///
/// The texts are private; without `$TIMELINE_CORPORA` the tests skip and say so.
@Suite("Time expressions on annotated texts")
struct TimeEvaluationTests {
  /// One expression: code points, half-open, and its TIMEX3 value.
  private struct Expression {
    var range: Range<Int>
    var value: String
  }

  private struct GoldLine: Decodable {
    var document: String
    var begin: Int
    var end: Int
    var value: String
  }

  private struct Sidecar: Decodable { var published: String }

  @Test(arguments: [
    ("timebank", 84.0, 90.0), ("aquaint", 78.0, 84.0), ("wikiwars", 88.0, 90.0),
    ("tweets", 75.0, 86.0),
  ])
  func scores(corpus: String, value: Double, strict: Double) throws {
    guard let folder = Repository.corpora?.appending(path: "timex/\(corpus)") else {
      print("skipped: TIMELINE_CORPORA is not set")
      return
    }
    let lines = try String(contentsOf: folder.appending(path: "gold.jsonl"), encoding: .utf8)
    let gold = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(GoldLine.self, from: Data($0.utf8))
    }
    var (found, matched, equal, right) = (0, 0, 0, 0)
    let expectations = Dictionary(grouping: gold, by: \.document)
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    for file in files where file.pathExtension == "txt" {
      let name = file.deletingPathExtension().lastPathComponent
      let expected = (expectations[name] ?? []).map {
        Expression(range: $0.begin..<$0.end, value: $0.value)
      }
      let given = try Self.tagged(name, in: folder)
      found += given.count
      for (one, other) in Self.aligned(expected, given) {
        matched += 1
        if one.range == other.range { equal += 1 }
        if one.value == other.value, !one.value.isEmpty { right += 1 }
      }
    }
    let total = Double(found + gold.count) / 2
    let scores = (100 * Double(right) / total, 100 * Double(equal) / total)
    print("\(corpus): value \(scores.0), strict \(scores.1), \(matched) of \(gold.count) matched")
    #expect(scores.0 >= value)
    #expect(scores.1 >= strict)
  }

  /// What the tagger finds in a text, in code points.
  private static func tagged(_ name: String, in folder: URL) throws -> [Expression] {
    let bytes = Array(try Data(contentsOf: folder.appending(path: name + ".txt")))
    var document = Document(name: name, utf8: bytes)
    if let data = try? Data(contentsOf: folder.appending(path: name + ".meta.json")) {
      let day = String(try JSONDecoder().decode(Sidecar.self, from: data).published.prefix(10))
      let date = TimeTagger().date(ofPhrase: day)
      document.published = date.map {
        PublicationDate(edtf: day, span: $0.span, origin: .sidecar, evidence: day)
      }
    }
    var points: [Int] = []
    points.reserveCapacity(bytes.count + 1)
    var count = 0
    for byte in bytes {
      points.append(count)
      if byte & 0xc0 != 0x80 { count += 1 }
    }
    points.append(count)
    return TimeTagger().tag(document, turningPoints: false).map {
      let first = points[$0.range.lowerBound]
      let last = $0.range.upperBound == bytes.count ? count : points[$0.range.upperBound]
      return Expression(range: first..<last, value: $0.value)
    }
  }

  /// Pairs that overlap, each once: equal ranges first, then the longest overlaps.
  private static func aligned(_ gold: [Expression], _ given: [Expression])
    -> [(Expression, Expression)]
  {
    var pairs: [(rank: (Int, Int, Int, Int), gold: Int, given: Int)] = []
    for (one, left) in gold.enumerated() {
      for (other, right) in given.enumerated() where left.range.overlaps(right.range) {
        let overlap = left.range.clamped(to: right.range).count
        let rank = (
          left.range == right.range ? 0 : 1, -overlap, left.range.lowerBound,
          right.range.lowerBound
        )
        pairs.append((rank, one, other))
      }
    }
    var (usedGold, usedGiven) = (Set<Int>(), Set<Int>())
    var result: [(Expression, Expression)] = []
    for pair in pairs.sorted(by: { $0.rank < $1.rank })
    where !usedGold.contains(pair.gold) && !usedGiven.contains(pair.given) {
      usedGold.insert(pair.gold)
      usedGiven.insert(pair.given)
      result.append((gold[pair.gold], given[pair.given]))
    }
    return result
  }
}
