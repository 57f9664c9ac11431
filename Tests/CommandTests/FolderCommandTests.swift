import Foundation
import Testing
import TimelineTestSupport

@Suite("Commands on a timeline folder, as processes")
struct FolderCommandTests {
  /// A scratch folder that is removed with the test.
  final class Scratch {
    let root: URL

    init() throws {
      root = FileManager.default.temporaryDirectory.appending(path: "command-test-\(UUID())")
      try FileManager.default.createDirectory(at: root, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: root) }

    /// Writes a file.
    func write(_ name: String, _ bytes: [UInt8]) throws {
      let url = root.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(bytes).write(to: url)
    }

    /// Writes a text file.
    func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

    /// Runs a shell line in the folder.
    @discardableResult
    func run(_ line: String) throws -> BuiltProgram.Run {
      try BuiltProgram.shell(line, in: root)
    }
  }

  static let text = "Foreign Minister Khan visited Moscow on 12 March 2016."

  @Test func ingestMakesTheFolderAndCopies() throws {
    let scratch = try Scratch()
    try scratch.write("in/a.txt", Self.text)
    let first = try scratch.run("timeline ingest in/a.txt --published 2016-03-20")
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.errors.contains("made a timeline folder"))
    #expect(first.output.hasPrefix("added 1 document, "))
    let again = try scratch.run("timeline ingest in/a.txt --published 2016-03-20")
    #expect(again.output == "1 document unchanged\n")
    try scratch.write("in/a.txt", Self.text + " He met President Putin there.")
    #expect(try scratch.run("timeline ingest in/a.txt").output.hasPrefix("new version of 1 doc"))
    try scratch.write("other/a.txt", "Talks were held in Kazan in May 2015.")
    #expect(try scratch.run("timeline ingest other/a.txt").output.hasPrefix("added 1 document"))
    let list = try scratch.run("mkdir -p x/y; cd x/y; timeline documents")
    #expect(list.output.contains("a.txt    2016-03-20"))
    #expect(list.output.contains("a-2.txt"))
    let removed = try scratch.run("timeline remove a-2.txt")
    #expect(removed.output.hasPrefix("removed 1 document, "))
    #expect(!FileManager.default.fileExists(atPath: scratch.root.path + "/documents/a-2.txt"))
    #expect(try scratch.run("timeline remove a-2.txt").status == 66)
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func standardInputNeedsAName() throws {
    let scratch = try Scratch()
    #expect(try scratch.run("echo 'In May 2015 talks were held.' | timeline ingest -").status == 64)
    let run = try scratch.run("echo 'In May 2015 talks were held.' | timeline ingest - --name b")
    #expect(run.status == 0, "\(run.errors)")
    #expect(FileManager.default.fileExists(atPath: scratch.root.path + "/documents/b"))
  }

  @Test func anAddedEventSurvivesARebuild() throws {
    let scratch = try Scratch()
    let run = try scratch.run(
      "timeline add 2018-04-22/2018-04-23 'Visit to Moscow' --type visit --by ana --why memory")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("added e_"))
    #expect(run.output.contains("undo with: timeline undo d_"))
    let digest = try scratch.run("timeline check --digest").output
    try FileManager.default.removeItem(at: scratch.root.appending(path: "timeline.sqlite"))
    #expect(try scratch.run("timeline rebuild").status == 0)
    #expect(try scratch.run("timeline check --digest").output == digest)
    let impossible = try scratch.run("timeline add 2015-02-30 'No such day'")
    #expect(impossible.status == 64)
    #expect(
      impossible.errors == "timeline: \"2015-02-30\" is not a date: at character 9: "
        + "February 2015 has no day 30, it has 28 days\n")
  }
}
