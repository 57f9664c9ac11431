import Foundation
import TimelineModel
import TimelineStore

/// Loading of generated events against a loop over SQLite's C interface, then their windows
/// against fetching by id and against DuckDB.
struct StoreBench {
  let eventCount: Int
  let keptAt: String?
  let reusedFrom: String?

  func run() throws {
    var generated = GeneratedEvents()
    if let reusedFrom { return try windows(of: reusedFrom, &generated) }
    let path =
      keptAt
      ?? FileManager.default.temporaryDirectory.appending(path: "timeline-bench.sqlite").path
    try? FileManager.default.removeItem(atPath: path)
    defer { if keptAt == nil { try? FileManager.default.removeItem(atPath: path) } }
    try load(generated.list(eventCount), into: path)
    try windows(of: path, &generated)
  }

  private func windows(of path: String, _ generated: inout GeneratedEvents) throws {
    let duckDB = skipping("DuckDB") { try DuckDBPeer(file: path) }
    let store = try TimelineStore.open(at: path, mode: .readOnly)
    try WindowBench(store: store, duckDB: duckDB).run(&generated)
  }

  private func load(_ events: [Event], into path: String) throws {
    let store = try TimelineStore.create(at: path)
    let seconds = try CPUClock.seconds {
      try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
    }
    try store.close()
    let speed = Int(Double(events.count) / seconds)
    print(
      "store: \(events.count) events loaded in \(seconds.text(1)) CPU s "
        + "(rows, indexes, totals, full text): \(speed) a second")
    guard let limit = skipping("the loop in C", { try loadInC(path) }) else { return }
    print(
      "  a loop in C over the same rows: \(limit.sum.text(1)) s (rows \(limit.rows.text(1)), "
        + "indexes \(limit.indexes.text(1)), full text \(limit.text.text(1))); "
        + "this program has \((limit.sum / seconds).text(2)) of its speed")
  }

  /// CPU seconds of the parts of loading.
  private struct LoadLimit {
    var rows: Double
    var indexes: Double
    var text: Double
    var sum: Double { rows + indexes + text }
  }

  /// Compiles and runs `Benchmarks/load-limit.c` on the loaded file.
  private func loadInC(_ path: String) throws -> LoadLimit {
    let folder = FileManager.default.temporaryDirectory.appending(path: "bench-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let program = folder.appending(path: "load-limit").path
    _ = try Subprocess.output(
      of: ["clang", "-O2", "-o", program, "Benchmarks/load-limit.c", "-lsqlite3"])
    let line = try Subprocess.output(of: [program, path, folder.appending(path: "copy").path])
    let numbers = line.split(whereSeparator: \.isWhitespace).compactMap { Double($0) }
    guard numbers.count == 4, Int(numbers[3]) == eventCount else {
      throw BenchError(message: "it loaded other events: \(line)")
    }
    return LoadLimit(rows: numbers[0], indexes: numbers[1], text: numbers[2])
  }

  /// A value, or nil after a sentence that says why there is none.
  private func skipping<Value>(_ name: String, _ body: () throws -> Value) -> Value? {
    do { return try body() } catch {
      print("skipped: \(name): \(error)")
      return nil
    }
  }
}
