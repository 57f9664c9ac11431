import Foundation
import Testing
import TimelineTestSupport

@Suite("A line of 100 MB")
struct LongLineTests {
  /// Run with the release build, which `make demo` leaves; a debug build would take minutes.
  @Test func isReadAndStored() throws {
    let program = Repository.root.appending(path: ".build/release/timeline").path
    guard FileManager.default.isExecutableFile(atPath: program) else {
      print("skipped: there is no release build; run make build first")
      return
    }
    let scratch = try FolderCommandTests.Scratch()
    try scratch.run(
      "yes 'the minister walked along the quiet river and thought of nothing in particular' "
        + "| tr '\\n' ' ' | head -c 100000000 > line.txt; echo 'It was signed in May 2016.' >> line.txt"
    )
    let ingest = try scratch.run("\(program) ingest line.txt")
    #expect(ingest.status == 0, "\(ingest.errors)")
    #expect(ingest.output.contains("added 1 document"), "\(ingest.output)")
    #expect(try scratch.run("\(program) check").output == "ok\n")
  }
}
