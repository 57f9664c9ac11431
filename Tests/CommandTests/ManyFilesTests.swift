import Foundation
import Testing
import TimelineTestSupport

@Suite("Commands take as many files as a shell can name")
struct ManyFilesTests {
  typealias Scratch = FolderCommandTests.Scratch

  /// A hundred and twenty files of one sentence each, and one whose name looks like an option.
  private func manyFiles() throws -> Scratch {
    let scratch = try Scratch()
    for number in 100..<220 {
      try scratch.write("n\(number).txt", "They met on \(number % 28 + 1) May.")
    }
    return scratch
  }

  private func lines(_ run: BuiltProgram.Run) -> [Substring] { run.output.split(separator: "\n") }

  @Test func everyFileIsReadOnceInItsPlace() throws {
    let scratch = try manyFiles()
    let names = (100..<220).map { "n\($0).txt" }
    let run = try scratch.run("timeline tag --jsonl n*.txt")
    #expect(run.status == 0, "\(run.errors)")
    let found = lines(run).compactMap { $0.split(separator: "\"").dropFirst(3).first }
    #expect(found.map(String.init) == names)
    // Few files give the same lines.
    let few = try names.prefix(3).map { try scratch.run("timeline tag --jsonl \($0)").output }
    #expect(run.output.hasPrefix(few.joined()))
  }

  @Test func optionsStandAnywhere() throws {
    let scratch = try manyFiles()
    let first = try scratch.run("timeline tag --jsonl --published 2018-05-07 n*.txt")
    #expect(first.status == 0, "\(first.errors)")
    #expect(lines(first).count == 120)
    #expect(lines(first).allSatisfy { $0.contains("\"2018-05-") })
    for line in [
      "timeline tag n*.txt --published 2018-05-07 --jsonl",
      "timeline tag n1*.txt --published=2018-05-07 n2*.txt --jsonl",
      "timeline tag --jsonl --published 2018-05-07 -- n*.txt",
    ] {
      #expect(try scratch.run(line).output == first.output, "\(line)")
    }
    try scratch.write("-n.txt", "They met on 3 June 2014.")
    let dashed = try scratch.run("timeline tag --jsonl n*.txt -- -n.txt")
    #expect(dashed.output.hasSuffix("\n") && dashed.output.contains("\"2014-06-03\""))
  }

  @Test func badFilesAmongManyAreNamed() throws {
    let scratch = try manyFiles()
    let run = try scratch.run("timeline tag n*.txt 'no such file.txt' '' n100.txt")
    #expect(run.status == 65)
    #expect(run.errors.contains("no such file.txt: no such file"))
    #expect(run.errors.split(separator: "\n").count == 2)
    #expect(lines(run).count == 121)
    let unknown = try scratch.run("timeline tag n*.txt --colour")
    #expect(unknown.status == 64)
    #expect(unknown.errors.contains("Unknown option '--colour'"))
    let two = try scratch.run("timeline ingest n*.txt --name one.txt")
    #expect(two.status == 64)
    #expect(two.errors.contains("--name is for a single file"))
  }

  @Test func ingestTakesThemToo() throws {
    let scratch = try manyFiles()
    let run = try scratch.run("timeline ingest --published 2018-05-07 n*.txt")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("added 120 documents"), "\(run.output)")
  }
}
