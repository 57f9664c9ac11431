import Foundation
import Testing
import TimelineTestSupport

/// Runs `four-writers.py`, which says what it does; 500 kill points take some minutes:
/// `TIMELINE_KILL_POINTS=500 swift test --filter FourWriters`, best with a release build.
@Suite("Four writers at once, killed at any moment, and readers beside them", .serialized)
struct FourWritersTests {
  /// How many processes are killed: `TIMELINE_KILL_POINTS`, else a short run.
  static let points =
    ProcessInfo.processInfo.environment["TIMELINE_KILL_POINTS"].flatMap(Int.init) ?? 16

  @Test(arguments: ["", "--disk 700", "--read-only"])
  func nothingAcknowledgedIsLostAndReadersSeeWholeTimelines(_ where: String) throws {
    let scratch = try FolderCommandTests.Scratch()
    guard try scratch.run("python3 -c 'import json'").status == 0 else {
      print("skipped: no python3 to start the writers")
      return
    }
    let script = Repository.root.appending(path: "Tests/CommandTests/four-writers.py").path
    let seed = UInt32.random(in: 0...UInt32.max)
    let run = try scratch.run("python3 \(script) \(Self.points) \(seed) \(`where`)")
    if run.status == 3 {
      print("skipped: four writers \(`where`): \(run.output)")
      return
    }
    print("four writers \(`where`): \(run.output)")
    #expect(run.status == 0, "seed \(seed) \(`where`): \(run.output) \(run.errors)")
  }
}
