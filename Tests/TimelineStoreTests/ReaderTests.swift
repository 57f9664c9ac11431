import Foundation
import Testing
import TimelineStore
import TimelineTestSupport

/// No function of this program is needed to read the file.
///
/// Every table and view answers, with the same rows, in the programs that analysts use. Those that
/// are not installed come from PyPI, and are skipped with a sentence when they cannot be had.
@Suite("The file in the programs that analysts use")
struct ReaderTests {
  /// The example and generated documents together in one file.
  private func withFile(_ body: (String, [String]) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let store = try TimelineStore.create(at: folder.appending(path: "timeline.sqlite").path)
      var random = SeededGenerator(seed: 3)
      let sample = SampleTimeline(documents: 12, using: &random)
      let example = ExampleTimeline()
      try store.write { writer throws(StoreError) in
        try writer.replaceDocuments(example.extractions + sample.extractions)
        try writer.replaceEvents(example.events + sample.events, links: example.links)
      }
      let names = try store.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'view') "
          + "AND name NOT LIKE 'sqlite%' ORDER BY name")
      let path = store.path
      try store.close()
      try body(
        path, names.rows.compactMap { if case .text(let name) = $0[0] { name } else { nil } })
    }
  }

  /// What a program prints; nil when it is not installed.
  private func output(_ program: [String]) throws -> String? {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = program
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let output = String(
      decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    if process.terminationStatus == 127 { return nil }
    #expect(process.terminationStatus == 0, "\(program)")
    return output
  }

  private static let script =
    Repository.root.appending(path: "Tests/TimelineStoreTests/read-with.py").path

  @Test func theShellReadsEveryTableAndView() throws {
    try withFile { path, names in
      for name in names {
        guard
          let rows = try output(["sqlite3", "-readonly", path, "SELECT count(*) FROM \(name)"]),
          let text = try output(["sqlite3", "-readonly", "-json", path, "SELECT * FROM \(name)"])
        else {
          print("skipped: the sqlite3 shell is not installed")
          return
        }
        let read =
          text.isEmpty
          ? [] : try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]]
        #expect(read?.count == Int(rows.trimmingCharacters(in: .newlines)), "\(name)")
      }
    }
  }

  @Test func everyReaderGivesTheSameRows() throws {
    try withFile { path, names in
      guard let expected = try output(["python3", Self.script, "sqlite3", path]) else {
        print("skipped: python3 is not installed")
        return
      }
      let lines = expected.split(separator: "\n")
      #expect(lines.count == names.count)
      // Datasette and DuckDB's reader of SQLite with the extension in it, as PyPI has them.
      let folder = Repository.root.appending(path: ".build/readers").path
      let install = Repository.root.appending(path: "scripts/install-python").path
      for (reader, packages) in [
        ("datasette", ["datasette"]), ("duckdb", ["duckdb-extension-sqlite-scanner"]),
        ("pandas", ["pandas"]),
      ] {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: install)
        process.arguments = ["\(folder)-\(reader)"] + packages
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
          print("skipped: \(reader)")
          continue
        }
        let python = "\(folder)-\(reader)/bin/python"
        let found = try output([python, Self.script, reader, path]) ?? ""
        for (line, other) in zip(lines, found.split(separator: "\n")) {
          let first = zip(line, other).prefix { $0 == $1 }.count
          let isSame = line == other
          #expect(isSame, "\(reader), after \(line.prefix(first).suffix(80))")
        }
        #expect(found.split(separator: "\n").count == lines.count, "\(reader)")
      }
    }
  }
}
