import Foundation
import Testing
import TimelineTestSupport

@Suite("What commands that decide say")
struct DecisionCommandTests {
  typealias Scratch = FolderCommandTests.Scratch

  private func id(titled part: String, in scratch: Scratch) throws -> String {
    let lines = try scratch.run("timeline list --undated --jsonl").output.split(separator: "\n")
    let line = try #require(lines.first { $0.contains(part) }, "\(part)")
    let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require(event?["id"] as? String)
  }

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write(
      "a.txt", "Khan visited Moscow on 12 March 2016. Ghana and Togo signed a treaty on 3 May 2015."
    )
    try scratch.write("b.txt", "On 3 May 2015 Togo and Ghana signed a treaty in Accra.")
    #expect(try scratch.run("timeline ingest a.txt b.txt").status == 0)
    return scratch
  }

  /// An event that shows another of its ids is the same event.
  @Test func anEventThatShowsAnotherIdIsNotGone() throws {
    let scratch = try scratch()
    let before = try id(titled: "treaty", in: scratch)
    for (document, other) in [("a.txt", "b.txt"), ("b.txt", "a.txt")] {
      let run = try scratch.run(
        "timeline set-published \(other) 2019; timeline set-published \(document) 2018")
      #expect(!run.output.contains("is gone"), "\(run.output)")
      #expect(!run.output.contains("is there"), "\(run.output)")
    }
    let now = try id(titled: "treaty", in: scratch)
    #expect(try scratch.run("timeline log").output.contains("set-published"))
    let shown = try scratch.run("timeline show \(before) | head -1")
    #expect(shown.output.hasPrefix(now))
    let other = try scratch.run("timeline set-published b.txt 2020").output
    #expect(other.contains("\(now)  is now e_"), "\(other)")
  }

  @Test func aConflictNamesTheWinner() throws {
    let scratch = try scratch()
    let visit = try id(titled: "Moscow", in: scratch)
    let run = try scratch.run(
      """
      set -e
      timeline edit \(visit) --date 2016-03-13 --by ana
      mv decisions.jsonl ana.jsonl; touch decisions.jsonl; sleep 1.1
      timeline edit \(visit) --date 2016-03-14 --by ben
      cat ana.jsonl >> decisions.jsonl
      timeline rebuild; timeline decisions --status conflict
      """)
    let lines = run.output.split(separator: "\n").suffix(2)
    #expect(lines.first?.contains("ana") == true && lines.last?.contains("ben") == true)
    #expect(lines.first?.hasSuffix("[conflict: 2016-03-14 holds]") == true, "\(run.output)")
    #expect(lines.last?.hasSuffix("[conflict: holds]") == true, "\(run.output)")
  }

  @Test func anAdditionThatTheDocumentsTellNamesTheirEvent() throws {
    let scratch = try scratch()
    let treaty = try id(titled: "treaty", in: scratch)
    let run = try scratch.run(
      "timeline add 2015-05-03 'A treaty' --type agreement --actor Ghana --actor Togo")
    #expect(run.status == 0)
    #expect(run.output.contains("the documents tell of it already"), "\(run.output)")
    #expect(run.output.contains("  \(treaty)  2015-05-03"), "\(run.output)")
    let listed = try scratch.run("timeline decisions --status obsolete").output
    #expect(listed.contains("perhaps \(treaty)"), "\(listed)")
    let merge = try #require(run.output.split(separator: "\n").last { $0.contains("merge") })
    #expect(try scratch.run(String(merge.dropFirst("one event with: ".count))).status == 0)
    #expect(try scratch.run("timeline list --type agreement --jsonl | wc -l").output.hasPrefix("1"))
  }

  /// An alias that the reference data knows too takes nothing along when it is taken back.
  @Test func anAliasThatIsTakenBackLeavesTheReferenceDataAlone() throws {
    let scratch = try scratch()
    let run = try scratch.run(
      """
      set -e
      echo 'The Soviet Union delivered tanks to India in March 1965.' > c.txt; timeline ingest c.txt
      timeline alias USSR 'Soviet Union'; timeline undo
      timeline list --actor USSR --jsonl
      """)
    #expect(run.output.contains("\"1965-03\""), "\(run.output) \(run.errors)")
  }

  /// Bad lines are told as soon as a command meets them, once, and by check each time.
  @Test func badLinesAreToldByTheNextCommand() throws {
    let scratch = try scratch()
    let run = try scratch.run(
      """
      timeline add 2011 First; echo '{"v":1,"action":' >> decisions.jsonl
      timeline check > /dev/null; timeline add 2012 Second; timeline add 2013 Third
      """)
    let told = run.errors.split(separator: "\n").filter { $0.contains("decisions.jsonl:2: ") }
    #expect(told.count == 1, "\(run.errors)")
    let check = try scratch.run("timeline check")
    #expect(check.output.contains("decisions.jsonl:2: the line is not a JSON object"))
    #expect(try scratch.run("wc -l < decisions.jsonl").output.filter(\.isNumber) == "4")
  }
}
