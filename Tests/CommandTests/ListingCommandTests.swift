import Foundation
import Testing
import TimelineTestSupport

/// `range`, `list`, `show` and `why` on a folder made with `add`, as real processes.
@Suite struct ListingCommandTests {
  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "listing-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let events = [
      "timeline init",
      "timeline add 2014-06 'Embargo lifted' --type initiative --actor Russia",
      "timeline add 2018-04-22/2018-04-23 'Army chief in Moscow' --type visit --place Moscow",
      "timeline add '[..2018-06]' 'Grey listing expected' --type listing --actuality planned",
      "timeline add 2016 'Talks on fighters' --type arms_deal --stage talks",
    ]
    for line in events {
      let run = try BuiltProgram.shell(line, in: folder)
      try #require(run.status == 0, "\(line): \(run.errors)")
    }
  }

  func run(_ line: String, columns: Int = 80) throws -> BuiltProgram.Run {
    try BuiltProgram.shell(line, in: folder, columns: columns)
  }

  @Test func rangeSaysWhatHappenedAndWhatDidNot() throws {
    for columns in [80, 120] {
      let run = try run("timeline range 2014 2018", columns: columns)
      #expect(run.status == 0)
      #expect(run.output.contains("[planned] Grey listing expected"))
      #expect(run.output.contains("[talks] Talks on fighters"))
      #expect(run.output.contains("22–23 Apr 2018"))
      #expect(run.output.contains("by Jun 2018"))
      #expect(run.output.contains("4 events possibly in 1 Jan 2014 – 31 Dec 2018"))
      #expect(!run.output.contains("\u{1b}"))
    }
  }

  @Test func certainIsNarrowerThanPossible() throws {
    let certain = try run("timeline range 2018-04 2018-06 --certain --jsonl")
    #expect(certain.output.split(separator: "\n").count == 1)
    let possible = try run("timeline range 2018-04 2018-06 --jsonl")
    #expect(possible.output.split(separator: "\n").count == 2)
  }

  @Test func windowsComeInManyForms() throws {
    for line in [
      "range 2014/2018", "range 2014/..", "range 2014 ..", "range .. 2018", "range 2014-01 2018-12",
    ] {
      let run = try run("timeline \(line) --jsonl")
      #expect(run.status == 0)
      #expect(run.output.split(separator: "\n").count == 4, "\(line)")
    }
    for line in ["range 2018 2014", "range foo", "range 2015-02-30", "range 2018/2014"] {
      let run = try run("timeline \(line)")
      #expect(run.status == 64, "\(line)")
      #expect(run.output.isEmpty, "\(line)")
      #expect(run.errors.hasPrefix("Error: "), "\(line): \(run.errors)")
    }
  }

  @Test func filtersAndLimits() throws {
    #expect(try run("timeline list --type visit --jsonl").output.split(separator: "\n").count == 1)
    #expect(try run("timeline list --actor Russia --csv").output.contains("Embargo lifted"))
    #expect(try run("timeline list --place Moscow --tsv").output.contains("Army chief"))
    #expect(
      try run("timeline list --actuality planned --markdown").output.contains("Grey listing"))
    let limited = try run("timeline list --limit 1")
    #expect(limited.output.contains("showing 1 of 4 events (3 left out; raise --limit)"))
    #expect(try run("timeline list --actuality perhaps").status == 64)
  }

  /// Flags and the text of a query are two ways to write one value.
  @Test func flagsSayWhatQueriesSay() throws {
    for (flags, query) in [
      ("--type visit --place Moscow", "type:visit place:Moscow"),
      ("--actor Russia --include-members", "actor:Russia members:yes"),
      ("--actuality planned --stage talks", "actuality:planned stage:talks"),
      ("--text fighters --min-confidence 0.5", "fighters confidence>=0.5"),
      ("--label key --undated --limit 2", "label:key undated:yes limit:2"),
      ("--query 2016..2018", "2016..2018"),
    ] {
      let one = try run("timeline list \(flags) --jsonl")
      let other = try run("timeline list --query '\(query)' --jsonl")
      #expect(one.status == 0 && one.output == other.output, "\(flags)")
    }
    let ranged = try run("timeline range 2016 2018 --type visit --jsonl").output
    #expect(try run("timeline list --query 'type:visit 2016..2018' --jsonl").output == ranged)
    #expect(ranged.contains("Army chief"))
    let caret = try run("timeline list --query 'type:visit colour:red'")
    #expect(caret.status == 64)
    #expect(caret.errors.contains("\n  type:visit colour:red\n             ^\n"), "\(caret.errors)")
  }

  @Test func nothingFoundIsNoFailure() throws {
    let people = try run("timeline range 2030 2031")
    #expect(people.status == 0)
    #expect(people.output.isEmpty)
    #expect(
      people.errors.contains("no events in 1 Jan 2030 – 31 Dec 2031 (the timeline has 4 events"))
    let programs = try run("timeline range 2030 2031 --json")
    #expect(programs.output == "[]\n")
  }

  @Test func showAndWhyFollowIds() throws {
    let line = try run("timeline list --type visit --jsonl").output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    let id = try #require(object["id"] as? String)
    let show = try run("timeline show \(id)")
    #expect(show.status == 0)
    #expect(show.output.contains("EDTF 2018-04-22/2018-04-23"))
    let why = try run("timeline why \(id)")
    #expect(why.output.contains("A person added this event"))
    #expect(why.output.contains("Decision"))
    let unknown = try run("timeline show e_nothing")
    #expect(unknown.status == 66)
    #expect(unknown.errors.contains("no event has the id e_nothing"))
  }
}
