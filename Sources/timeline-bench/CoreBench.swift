import Foundation
import Glibc

/// How much faster `timeline extract` is on two processors than on one: wall time of the whole
/// program, start-up and printing included, run in turn on one and on two.
///
/// Says something only while nothing else runs; the processor time beside it shows what two threads
/// cost each other.
struct CoreBench {
  let rounds = 9
  /// The factor that is asked for.
  let bound = 1.8

  func run() throws {
    let files = try BenchTexts.files().map(\.path)
    guard sysconf(Int32(_SC_NPROCESSORS_ONLN)) >= 2 else {
      print("extraction on two processors: skipped, there is only one")
      return
    }
    var factors: [Double] = []
    var costs: [Double] = []
    for _ in 0..<rounds {
      let one = try time(ofExtracting: files, on: "0")
      let two = try time(ofExtracting: files, on: "0,1")
      factors.append(one.wall / two.wall)
      costs.append(two.processor / one.processor)
    }
    print("extraction on two processors, \(files.count) documents, \(rounds) pairs of runs")
    print(
      "  \(factors.median.text(2)) times faster than on one"
        + " (\((factors.min() ?? 0).text(2)) to \((factors.max() ?? 0).text(2))),"
        + " \(costs.median.text(2)) of its processor time")
    print(
      factors.median >= bound
        ? "  the bound holds (\(bound.text(1)) times)"
        : "  bound missed: \(bound.text(1)) times")
  }

  private func time(ofExtracting files: [String], on processors: String) throws -> (
    wall: Double, processor: Double
  ) {
    let program = Subprocess.own("timeline")
    let before = Subprocess.processorTime()
    let start = ContinuousClock.now
    try Subprocess.run(
      ["/usr/bin/taskset", "-c", processors, program, "extract", "--jsonl"] + files)
    let wall = ContinuousClock.now - start
    return (wall / .seconds(1), Subprocess.processorTime() - before)
  }
}
