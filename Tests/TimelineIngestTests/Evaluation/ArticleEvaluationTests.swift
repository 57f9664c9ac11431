import Chronology
import Foundation
import Testing
import TimelineModel
import TimelineTestSupport

@testable import TimelineIngest

/// The figures of `make evaluate`, with floors below which a change must not take them.
@Suite("Events of articles against gold lists")
struct ArticleEvaluationTests {
  @Test func openHalf() throws {
    let score = try score(of: "open", printFaults: wantsFaults)
    report("open", score)
    #expect(score.withDate.must == 897)
    #expect(score.inventedDays <= 22, "\(score.inventedDays)")
    #expect(score.withDate.dated >= 742)
    #expect(score.withDate.whole >= 652)
    #expect(score.precision >= 0.87)
  }

  @Test func heldBackHalf() throws {
    let score = try score(of: "held-back", printFaults: false)
    report("held-back", score)
    #expect(score.withDate.must == 461)
    #expect(score.inventedDays <= 12, "\(score.inventedDays)")
    #expect(score.withDate.dated >= 348)
    #expect(score.withDate.whole >= 286)
    #expect(score.precision >= 0.87)
  }

  /// Documentation/Confidence.md tells how often events of each confidence are right; it must stay
  /// true, and surer events must be right more often.
  @Test func confidenceKeepsItsWord() throws {
    let page = try String(
      contentsOf: Repository.root.appending(path: "Documentation/Confidence.md"), encoding: .utf8)
    let documented = page.split(separator: "\n").filter { $0.hasPrefix("| 0.") }.map { row in
      row.split(separator: "|").map { $0.filter(\.isNumber) }
    }
    let bands = Reliability(try score(of: "held-back", printFaults: false).outcomes).bands
    #expect(documented.count == bands.count)
    for (row, band) in zip(documented, bands) where band.count >= 10 {
      let share = Int((100 * Double(band.dated) / Double(band.count)).rounded())
      let stated = Int(row[3]) ?? -100
      #expect(abs(share - stated) <= 20, "\(band.bounds): \(share) %, documented \(stated) %")
    }
    let low =
      bands[0...1].reduce(0.0) { $0 + Double($1.dated) }
      / Double(bands[0...1].reduce(0) { $0 + $1.count })
    let high = Double(bands[4].dated) / Double(bands[4].count)
    #expect(high > low + 0.3)
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
      let (extraction, evidence) = ingester.weighed(document)
      score.add(article, found: events(of: extraction))
      try write(
        half, score.outcomes.filter { $0.document == article.document }, extraction, evidence)
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

  /// Appends a line per event to the files that `scripts/fit-confidence` reads: whether it is right
  /// in type and date, and what spoke for it.
  private func write(
    _ half: String, _ outcomes: [ArticleScore.Outcome], _ extraction: Extraction,
    _ evidence: [[String]]
  ) throws {
    guard let folder = ProcessInfo.processInfo.environment["TIMELINE_CONFIDENCE_ROWS"] else {
      return
    }
    let merged = Consolidator.consolidate([extraction])
    let ids = merged.extractions[0].mentions.map(\.id)
    let lines = outcomes.compactMap { outcome -> String? in
      guard let lead = merged.events[outcome.index].mentions.first,
        let number = ids.firstIndex(of: lead)
      else { return nil }
      return "\(outcome.isDated ? 1 : 0) \(evidence[number].joined(separator: " "))\n"
    }
    let path = folder + "/\(half).rows"
    if !FileManager.default.fileExists(atPath: path) { try Data().write(to: URL(filePath: path)) }
    let file = try FileHandle(forWritingTo: URL(filePath: path))
    try file.seekToEnd()
    try file.write(contentsOf: Data(lines.joined().utf8))
    try file.close()
  }

  private func report(_ half: String, _ score: ArticleScore) {
    func line(_ name: String, _ count: ArticleScore.Count) -> String {
      "\(name) must \(count.must)  found \(count.found)  date \(count.dated)  whole \(count.whole)"
    }
    let percent = Int((score.precision * 100).rounded())
    print(
      "\(half): \(line("dated", score.withDate))  |  \(line("undated", score.withoutDate))  |  "
        + "precision \(percent) % (\(score.matched) of \(score.typed))")
    let reliability = Reliability(score.outcomes)
    print("confidence | events | listed | type and date | whole")
    print(reliability.rows.joined(separator: "\n"))
    print("calibration error \(Int((reliability.calibrationError * 100).rounded())) %")
  }
}
