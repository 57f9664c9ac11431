import Chronology
import Foundation
import Testing
import TimelineIngest
import TimelineModel
import TimelineTestSupport

/// The figures of `make evaluate`, with floors below which a change must not take them.
@Suite("Events of articles against gold lists")
struct ArticleEvaluationTests {
  @Test func openHalf() throws {
    let score = try score(of: "open", printFaults: wantsFaults)
    report("open", score)
    #expect(score.withDate.must == 120)
    #expect(score.inventedDays <= 2)
    #expect(score.withDate.dated >= 105)
    #expect(score.withDate.whole >= 80)
    #expect(score.precision >= 0.77)
  }

  @Test func heldBackHalf() throws {
    let score = try score(of: "held-back", printFaults: false)
    report("held-back", score)
    #expect(score.withDate.must == 143)
    #expect(score.inventedDays <= 2)
    #expect(score.withDate.dated >= 101)
    #expect(score.withDate.whole >= 75)
    #expect(score.precision >= 0.84)
  }

  private var wantsFaults: Bool {
    ProcessInfo.processInfo.environment["TIMELINE_FAULTS"] != nil
  }

  private func score(of half: String, printFaults: Bool) throws -> ArticleScore {
    let folder = Repository.root.appending(path: "Tests/TimelineIngestTests/Articles/\(half)")
    let ingester = Ingester()
    var score = ArticleScore()
    for (article, text) in try GoldArticle.all(in: folder) {
      var document = Document(name: article.document, utf8: Array(text.utf8))
      if let published = article.published {
        let edtf = try EDTF(published)
        document.published = PublicationDate(
          edtf: published, span: edtf.span, origin: .sidecar, evidence: published)
      }
      score.add(article, found: events(of: ingester.extract(document)))
    }
    if printFaults { print(score.faults.joined(separator: "\n")) }
    return score
  }

  /// Events merged within the document, each with the evidence of its first mention.
  private func events(of extraction: Extraction) -> [ExtractedEvent] {
    let merged = Consolidator.consolidate([extraction])
    let mentions = Dictionary(
      merged.extractions.flatMap(\.mentions).map { ($0.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return merged.events.compactMap { event in
      guard let first = event.mentions.first, let mention = mentions[first] else { return nil }
      return ExtractedEvent(
        description: event.description, begin: mention.evidence.begin, end: mention.evidence.end,
        quote: mention.evidence.exact)
    }
  }

  private func report(_ half: String, _ score: ArticleScore) {
    func line(_ name: String, _ count: ArticleScore.Count) -> String {
      "\(name) must \(count.must)  found \(count.found)  date \(count.dated)  whole \(count.whole)"
    }
    let percent = Int((score.precision * 100).rounded())
    print(
      "\(half): \(line("dated", score.withDate))  |  \(line("undated", score.withoutDate))  |  "
        + "precision \(percent) % (\(score.matched) of \(score.typed))")
  }
}
