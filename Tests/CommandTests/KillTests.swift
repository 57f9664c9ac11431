import Foundation
import Glibc
import Testing
import TimelineTestSupport

@Suite("Killed at any moment, nothing acknowledged is lost")
struct KillTests {
  /// How many moments are tried: `TIMELINE_KILL_POINTS`, else a short run.
  static let points =
    ProcessInfo.processInfo.environment["TIMELINE_KILL_POINTS"].flatMap(Int.init) ?? 16

  @Test func aKilledWriterLeavesASoundTimeline() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    print("kill test: seed \(seed), \(Self.points) points")
    var random = SeededGenerator(seed: seed)
    let scratch = try FolderCommandTests.Scratch()
    for number in 0..<6 {
      try scratch.write(
        "in/\(number).txt",
        "On \(number + 1) March 2016 Russia and Pakistan signed a defence agreement in Moscow. "
          + "Talks were held in May 201\(number).")
    }
    #expect(try scratch.run("timeline ingest in/0.txt").status == 0)
    var acknowledged: Set<String> = []
    for point in 0..<Self.points {
      let line = [
        "timeline add 2015 'Point \(point)'", "timeline ingest in --name batch\(point)",
        "timeline rebuild", "timeline alias Name\(point) Other",
      ][point % 4]
      let delay = Int.random(in: 1...250, using: &random)
      // The shell prints its process id, becomes the program, and is killed by that id.
      let run = try scratch.run(
        "sh -c 'exec \(line.replacing("'", with: "\""))' & p=$!; sleep 0.\(String(1_000 + delay).dropFirst()); kill -9 $p 2>/dev/null; wait $p"
      )
      for word in run.output.split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "_" })
      where word.hasPrefix("d_") {
        acknowledged.insert(String(word))
      }
      if point % 4 == 3 {
        let next = try scratch.run("timeline add 2014 'After point \(point)'")
        #expect(next.status == 0, "seed \(seed), point \(point): \(next.errors)")
        let check = try scratch.run("timeline check")
        #expect(check.status == 0, "seed \(seed), point \(point): \(check.output)")
      }
    }
    _ = try scratch.run("timeline add 2013 last")
    let applied = try scratch.run("timeline decisions --json").output
    for id in acknowledged { #expect(applied.contains("\"\(id)\""), "seed \(seed): \(id) is lost") }
    let digest = try scratch.run("timeline check --digest").output
    #expect(try scratch.run("timeline rebuild").status == 0)
    #expect(try scratch.run("timeline check --digest").output == digest, "seed \(seed)")
  }
}
