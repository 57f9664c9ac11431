import Foundation
import Testing
import TimelineTestSupport

@Suite("Commands on the database, as processes")
struct DatabaseCommandTests {
  /// A folder with one short document ingested.
  private func withTimeline(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "command-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = """
      Foreign Minister Khan visited Moscow on 12 March 2016. Kenya bought the S-400 in May 2015.

      """
    try Data(text.utf8).write(to: folder.appending(path: "a.txt"))
    let run = try BuiltProgram.shell("timeline ingest a.txt --published 2016-03-20", in: folder)
    #expect(run.status == 0, "\(run.errors)")
    try body(folder)
  }

  @Test func sqlReadsAndNeverWrites() throws {
    try withTimeline { folder in
      let count = try BuiltProgram.shell(
        "timeline sql 'SELECT count(*) AS n FROM event' --csv", in: folder)
      #expect(count.status == 0 && count.output.hasPrefix("n\r\n") || count.output.hasPrefix("n\n"))
      let named = try BuiltProgram.shell(
        "timeline sql --jsonl 'SELECT :a AS a, :b AS b' -p a 1 -p b two", in: folder)
      #expect(named.output == "{\"a\":1,\"b\":\"two\"}\n", "\(named.errors)")
      let piped = try BuiltProgram.shell("echo 'SELECT 7 AS x' | timeline sql - --json", in: folder)
      #expect(piped.output.contains("\"x\":7"), "\(piped.errors)")
      let write = try BuiltProgram.shell("timeline sql 'DELETE FROM event_record'", in: folder)
      #expect(write.status == 1)
      #expect(write.output.isEmpty && write.errors.contains("only reads"))
      #expect(try BuiltProgram.shell("timeline check", in: folder).status == 0)
      let cut = try BuiltProgram.shell(
        "timeline sql --limit 1 'SELECT 1 UNION SELECT 2'", in: folder)
      #expect(cut.status == 0 && cut.output.contains("there are more"))
      let slow = try BuiltProgram.shell(
        "timeline sql --timeout 0.1 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 "
          + "FROM n) SELECT max(i) FROM n'", in: folder)
      #expect(slow.status == 1 && slow.errors.contains("stopped after 0.1 s"))
      #expect(try BuiltProgram.shell("timeline sql", in: folder).status == 64)
      #expect(try BuiltProgram.shell("timeline sql 'SELEC 1'", in: folder).status == 1)
    }
  }

  @Test func schemaAndStatsTell() throws {
    try withTimeline { folder in
      let schema = try BuiltProgram.shell("timeline schema", in: folder)
      #expect(schema.output.contains("event_source"), "\(schema.errors)")
      let event = try BuiltProgram.shell("timeline schema event --tsv", in: folder)
      #expect(event.output.contains("earliest\tTEXT\tFirst day"), "\(event.output)")
      let examples = try BuiltProgram.shell("timeline schema --examples", in: folder)
      #expect(examples.output.contains("-- 1. What possibly happened"))
      #expect(try BuiltProgram.shell("timeline schema nothing", in: folder).status == 66)
      let stats = try BuiltProgram.shell("timeline stats --tsv", in: folder)
      #expect(stats.output.contains("documents\t1"))
      let years = try BuiltProgram.shell("timeline stats --by year --tsv", in: folder)
      #expect(years.output.contains("2016\t1"), "\(years.output)")
      let wrong = try BuiltProgram.shell("timeline stats --window 2018..2014", in: folder)
      #expect(wrong.status == 64 && wrong.errors.contains("ends before it begins"))
    }
  }

  @Test func searchFindsNamesOfSystems() throws {
    try withTimeline { folder in
      let found = try BuiltProgram.shell("timeline search S-400 --jsonl", in: folder)
      #expect(found.status == 0, "\(found.errors)")
      #expect(found.output.contains("[S-400]"), "\(found.output) \(found.errors)")
      let none = try BuiltProgram.shell("timeline search nowhere --json", in: folder)
      #expect(none.status == 0 && none.output == "[]\n", "\(none.output)")
      let filtered = try BuiltProgram.shell(
        "timeline search s-400 --where '2019..2020' --json", in: folder)
      #expect(filtered.output == "[]\n", "\(filtered.output)")
      let wrong = try BuiltProgram.shell("timeline search x --where 'colour:red'", in: folder)
      #expect(wrong.status == 64 && wrong.errors.contains("no field"))
      let raw = try BuiltProgram.shell("timeline search --raw 'AND AND'", in: folder)
      #expect(raw.status == 1 && raw.errors.contains("cannot be read"), "\(raw.errors)")
    }
  }
}
