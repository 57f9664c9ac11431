import Foundation
import Testing
import TimelineTestSupport

@Suite("Many texts at once")
struct ExtractCommandTests {
  /// The real program reads the files side by side; one file alone it reads on one thread.
  @Test(arguments: ["extract --jsonl", "extract --explain", "tag --jsonl", "parse"])
  func manyFilesGiveWhatEachGivesAlone(command: String) throws {
    let folder = Repository.root.appending(path: "Tests/TimelineIngestTests/Articles/open")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".txt") }.sorted().prefix(8)
    let together = try BuiltProgram.shell(
      "timeline \(command) \(names.joined(separator: " "))", in: folder)
    #expect(together.status == 0, "\(together.errors)")
    let alone = try BuiltProgram.shell(
      "for file in \(names.joined(separator: " ")); do timeline \(command) $file; done", in: folder)
    #expect(together.output == alone.output)
    #expect(together.output.count > 2_000)
  }

  @Test func oneProcessorGivesWhatAllGive() throws {
    let folder = Repository.root.appending(path: "Tests/TimelineIngestTests/Articles/open")
    let all = try BuiltProgram.shell("timeline extract --jsonl [a-i]*.txt", in: folder)
    let one = try BuiltProgram.shell("taskset -c 0 timeline extract --jsonl [a-i]*.txt", in: folder)
    #expect(one.status == 0, "\(one.errors)")
    #expect(one.output == all.output)
    #expect(all.output.count > 10_000)
  }

  @Test func whatCannotBeReadIsSaidInItsPlaceAndStopsNothing() throws {
    let scratch = try FolderCommandTests.Scratch()
    let run = try scratch.run(
      """
      printf 'Chad and Niger signed a treaty on 4 May 2001.' > a.txt
      printf 'Mali and Togo signed a treaty on 5 May 2002.' > b.txt
      printf 'Benin and Ghana signed a treaty on 6 May 2003.' \
        | timeline extract --jsonl a.txt none.txt - b.txt - 2>&1; echo $?
      """)
    let lines = run.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 6, "\(run.output)")
    #expect(lines[0].contains("2001-05-04"))
    #expect(lines[1].hasPrefix("timeline: none.txt"))
    #expect(lines[2].contains("2003-05-06"))
    #expect(lines[3].contains("2002-05-05"))
    #expect(lines[4].hasPrefix("timeline: -"), "standard input is empty the second time")
    #expect(lines[5] == "65")
  }
}
