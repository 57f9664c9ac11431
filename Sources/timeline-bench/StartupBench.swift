import Foundation

/// Process start of the program against the `sqlite3` shell with a trivial query on the same file:
/// CPU time of whole processes, interleaved, minimum and median.
struct StartupBench {
  let rounds = 40

  func run() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "timeline.sqlite").path
    try GeneratedEvents.makeDatabase(at: file, events: 10_000)
    let program = Subprocess.own("timeline")
    let commands: [(name: String, arguments: [String])] = [
      ("sqlite3 FILE 'select count(*)'", ["/usr/bin/sqlite3", file, "select count(*) from event"]),
      ("timeline --version", [program, "--version"]),
      (
        "timeline range --limit 20",
        [program, "range", "2000", "2010", "--limit", "20", "--db", file]
      ),
    ]
    var times = commands.map { _ in [Double]() }
    for _ in 0..<rounds {
      for (index, command) in commands.enumerated() {
        times[index].append(try processorTime(of: command.arguments))
      }
    }
    print("start-up, CPU ms of the whole process, \(rounds) interleaved runs, 10,000 events")
    let limit = times[0].min() ?? 1
    for (index, command) in commands.enumerated() {
      let sorted = times[index].sorted()
      let least = String(format: "%.1f", sorted[0] * 1000)
      let middle = String(format: "%.1f", sorted[sorted.count / 2] * 1000)
      let ratio = String(format: "%.1f", sorted[0] / limit)
      print("  \(command.name): min \(least), median \(middle), \(ratio) x the sqlite3 shell")
    }
  }

  /// User and system time of one run, in seconds.
  private func processorTime(of arguments: [String]) throws -> Double {
    let before = Subprocess.processorTime()
    try Subprocess.run(arguments)
    return Subprocess.processorTime() - before
  }
}

/// A benchmark that could not be run, with the sentence that says why.
struct BenchError: Error, CustomStringConvertible {
  let message: String
  var description: String { message }
}
