import Foundation
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

@Suite struct EventFormatTests {
  func expectSnapshot(_ text: String, _ name: String) throws {
    let difference = try Snapshot.difference(text, named: name, in: "TimelineRenderingTests")
    #expect(difference == nil)
  }

  @Test func tablesAtEveryWidth() throws {
    for width in [80, 120, 160] {
      let text = EventTable(width: width).text(EverythingTimeline.content)
      let wide = text.split(separator: "\n").filter { DisplayWidth.of($0) > width }
      #expect(wide.isEmpty, "\(width): \(wide)")
      try expectSnapshot(text, "table-\(width).txt")
    }
    try expectSnapshot(EventTable().text(EverythingTimeline.content), "table-file.txt")
    try expectSnapshot(EventTable(width: 80).text(EverythingTimeline.empty), "table-empty.txt")
  }

  @Test func noFormatLosesAnEventOrSteersATerminal() {
    for content in [EverythingTimeline.content, EverythingTimeline.many(500)] {
      let texts = [
        "table": EventTable(width: 80).text(content),
        "wide": EventTable(width: 120).text(content),
        "csv": DelimitedText.csv(EventFields.table(content.entries)),
        "tsv": DelimitedText.tsv(EventFields.table(content.entries)),
        "markdown": MarkdownText.table(EventFields.summary(content)),
        "json": EventJSON.array(content.entries), "jsonl": EventJSON.lines(content.entries),
      ]
      for (format, text) in texts {
        #expect(!text.utf8.contains(0x1b), "\(format)")
        #expect(!text.unicodeScalars.contains("\u{202e}") || format.hasPrefix("json"), "\(format)")
        // Whole ids: e_many1 is also the head of e_many10.
        let words = Set(text.split { !($0.isLetter || $0.isNumber || $0 == "_") }.map(String.init))
        let lost = content.entries.count { !words.contains($0.event.id) }
        #expect(lost == 0, "\(format)")
      }
    }
  }

  @Test func recordsOfEveryFormat() throws {
    let content = EverythingTimeline.content
    try expectSnapshot(EventJSON.lines(content.entries), "events.jsonl")
    try expectSnapshot(DelimitedText.csv(EventFields.table(content.entries)), "events.csv")
    try expectSnapshot(MarkdownText.table(EventFields.summary(content)), "events.md")
    let entry = content.entries[9]
    try expectSnapshot(EventDetails(width: 80).text(entry, in: content), "show.txt")
    let decisions = [
      EventExplanation.DecisionLine(text: "2026-11-23T07:00:00Z  d_1  ana  confirm e_1")
    ]
    try expectSnapshot(
      EventExplanation(width: 80).text(entry, in: content, decisions: decisions), "why.txt")
  }

  @Test func aSentenceWithTwoMentionsIsQuotedOnce() {
    let content = EverythingTimeline.content
    var entry = content.entries[3]
    var second = entry.mentions[0]
    second.id = "e_second"
    entry.mentions.append(second)
    #expect(entry.citations.map(\.id) == [entry.mentions[0].id])
    let text = EventDetails().text(entry, in: content)
    #expect(text.split(separator: "\n").count { $0.contains("Evidence of") } == 1)
  }

  @Test func jsonIsWhatTheSchemaSays() throws {
    let check = try SchemaCheck(documentation: "event.schema.json")
    let array = try #require(
      JSONSerialization.jsonObject(
        with: Data(EventJSON.array(EverythingTimeline.content.entries).utf8)) as? [Any])
    #expect(array.count == EverythingTimeline.content.entries.count)
    for (index, value) in array.enumerated() {
      let found = check.problems(value, path: "[\(index)]")
      #expect(found.isEmpty, "\(found)")
    }
    // The check itself must be able to fail.
    var broken = try #require(array.first as? [String: Any])
    broken["actuality"] = "certainly"
    broken["surplus"] = 1
    broken["id"] = nil
    #expect(check.problems(broken).count == 3)
  }
}
