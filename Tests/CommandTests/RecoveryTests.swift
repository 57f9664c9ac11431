import Foundation
import Testing
import TimelineTestSupport

@Suite("Interrupted writes, nightly runs and branches that meet")
struct RecoveryTests {
  typealias Scratch = FolderCommandTests.Scratch

  @Test func aJournalLeftBehindIsRolledBack() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", FolderCommandTests.text)
    #expect(try scratch.run("timeline ingest good.txt").status == 0)
    let digest = try scratch.run("timeline check --digest").output
    // A writer that spilled half of its transaction into the file and died.
    try scratch.write(
      "die.py",
      """
      import os, sqlite3
      c = sqlite3.connect('timeline.sqlite', isolation_level=None)
      c.execute('PRAGMA cache_size = 2'); c.execute('PRAGMA cache_spill = 1')
      c.execute('BEGIN IMMEDIATE')
      c.execute("UPDATE meta SET value = hex(randomblob(400000))")
      c.execute("CREATE TABLE half AS SELECT randomblob(4000) AS b FROM sqlite_schema")
      os.kill(os.getpid(), 9)
      """)
    guard try scratch.run("python3 -c 'import sqlite3'").status == 0 else {
      print("skipped: no python3 to leave a journal")
      return
    }
    for command in ["timeline check --digest", "timeline rebuild && timeline check --digest"] {
      try scratch.run("python3 die.py")
      #expect(
        FileManager.default.fileExists(atPath: scratch.root.path + "/timeline.sqlite-journal"))
      let run = try scratch.run(command)
      #expect(run.status == 0, "\(command): \(run.errors)")
      #expect(run.output.hasSuffix(digest), "\(command)")
    }
  }

  @Test func theNightlyRunKeepsCopiesAndTells() throws {
    let scratch = try Scratch()
    try scratch.write("t/documents/a.txt", FolderCommandTests.text)
    let script = Repository.root.appending(path: "scripts/nightly-rebuild").path
    for round in 0..<4 {
      let run = try scratch.run("\(script) t 2")
      #expect(run.status == 0, "round \(round): \(run.errors)")
      #expect(run.errors.isEmpty)
      try scratch.run("sleep 1")
    }
    let kept = try FileManager.default.contentsOfDirectory(atPath: scratch.root.path + "/t/nightly")
    #expect(kept.filter { $0.hasSuffix(".sqlite") }.count == 2)
    try scratch.write("t/documents/b.txt", [0, 1, 2])
    #expect(try scratch.run("\(script) t 2").status == 65)
    try scratch.run("rm t/documents/*")
    let lost = try scratch.run("\(script) t 2")
    #expect(lost.status == 2)
    #expect(lost.errors.contains("exit code 2"))
    let log = try String(
      contentsOf: scratch.root.appending(path: "t/nightly/nightly.log"), encoding: .utf8)
    #expect(log.contains("events, more than 10 %"))
    #expect(try scratch.run("timeline documents --folder t").output.contains("a.txt"))
    #expect(try scratch.run("\(script) absent").status == 64)
    let busy = try scratch.run(
      "flock t/nightly/.lock sleep 2 & sleep 0.3; \(script) t 2")
    #expect(busy.status == 75)
  }
}
