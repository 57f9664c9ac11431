import Foundation
import Testing
import TimelineTestSupport

@Suite("Four writers at once, killed at any moment, and a reader beside them")
struct FourWritersTests {
  /// How many processes are killed: `TIMELINE_KILL_POINTS`, else a short run.
  static let points =
    ProcessInfo.processInfo.environment["TIMELINE_KILL_POINTS"].flatMap(Int.init) ?? 16

  @Test func nothingAcknowledgedIsLostAndReadersSeeWholeTimelines() throws {
    let scratch = try FolderCommandTests.Scratch()
    guard try scratch.run("python3 -c 'import json'").status == 0 else {
      print("skipped: no python3 to start the writers")
      return
    }
    let script = Repository.root.appending(path: "Tests/CommandTests/four-writers.py").path
    let seed = UInt32.random(in: 0...UInt32.max)
    let run = try scratch.run("python3 \(script) \(Self.points) \(seed)")
    print("four writers: \(run.output)")
    #expect(run.status == 0, "seed \(seed): \(run.output) \(run.errors)")
  }
}
