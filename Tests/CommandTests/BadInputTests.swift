import Foundation
import Glibc
import Testing
import TimelineTestSupport

@Suite("Bad input gets one sentence and its exit code, and loses nothing")
struct BadInputTests {
  typealias Scratch = FolderCommandTests.Scratch

  /// Runs a command that must end with that code and one sentence on standard error.
  @discardableResult
  func expect(
    _ scratch: Scratch, _ line: String, code: Int32, says words: String,
    _ location: SourceLocation = #_sourceLocation
  ) throws -> BuiltProgram.Run {
    let run = try scratch.run(line)
    #expect(run.status == code, "\(line): \(run.errors)", sourceLocation: location)
    #expect(run.errors.contains(words), "\(line): \(run.errors)", sourceLocation: location)
    let said = run.errors.split(separator: "\n").filter { $0.hasPrefix("timeline: ") }
    #expect(said.count <= 1, "\(line): \(run.errors)", sourceLocation: location)
    return run
  }

  /// A folder with one good document in the timeline.
  func good() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("good.txt", FolderCommandTests.text)
    #expect(try scratch.run("timeline ingest good.txt").status == 0)
    return scratch
  }

  @Test func filesThatAreNoDocuments() throws {
    let scratch = try good()
    let digest = try scratch.run("timeline check --digest").output
    try scratch.write("empty.txt", "")
    try scratch.write("blank.txt", " \n\t\n")
    try scratch.write("binary.txt", [0x7f, 0x45, 0x4c, 0x46, 0, 1, 2])
    try scratch.run("mkdir nothing")
    try expect(scratch, "timeline ingest absent.txt", code: 66, says: "absent.txt: no such file")
    try expect(scratch, "timeline ingest nothing", code: 65, says: "holds no documents")
    try expect(scratch, "timeline ingest empty.txt", code: 65, says: "empty.txt: is empty")
    try expect(scratch, "timeline ingest blank.txt", code: 65, says: "blank.txt: is empty")
    try expect(scratch, "timeline ingest binary.txt", code: 65, says: "is not a text file")
    try scratch.write("bad.meta.json", "{")
    try scratch.write("bad.txt", FolderCommandTests.text)
    try expect(scratch, "timeline ingest bad.txt", code: 65, says: "is not a JSON object")
    #expect(try scratch.run("timeline check --digest").output == digest)
    // One bad file stops nothing.
    try scratch.write("also-good.txt", "Talks were held in Kazan in May 2015.")
    let mixed = try scratch.run("timeline ingest empty.txt also-good.txt absent.txt")
    #expect(mixed.status == 65)
    #expect(mixed.output.hasPrefix("added 1 document"))
  }

  @Test func encodingsAreReadAndSaid() throws {
    let scratch = try good()
    let text = "Talks were held in Ciudad Juárez in May 2015."
    try scratch.write("latin.txt", text.unicodeScalars.map { UInt8($0.value) })
    try scratch.write(
      "wide.txt", [0xff, 0xfe] + text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] })
    try scratch.write("broken.txt", Array(text.utf8.prefix(20)) + [0xff, 0xc3] + Array(" x.".utf8))
    for (file, words) in [
      ("latin.txt", "Windows-1252"), ("wide.txt", "UTF-16"), ("broken.txt", "not valid UTF-8"),
    ] {
      let run = try scratch.run("timeline ingest \(file)")
      #expect(run.status == 0, "\(run.errors)")
      #expect(run.errors.contains(words), "\(file): \(run.errors)")
    }
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func textThatStopsInTheMiddle() throws {
    let scratch = try good()
    try scratch.write("cut.txt", "On 12 March 2016 the foreign minister met his counter")
    #expect(try scratch.run("timeline ingest cut.txt").status == 0)
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func aLineWithoutAnEnd() throws {
    let scratch = try good()
    let clause = "on 3 March 2016 Russia and Pakistan signed a defence agreement in Moscow and "
    try scratch.write("line.txt", String(repeating: clause, count: 300))
    let run = try scratch.run("timeout 60 timeline ingest line.txt")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func datesAndWordsThatMakeNoSense() throws {
    let scratch = try good()
    try expect(scratch, "timeline add 2015-02-30 x", code: 64, says: "no day 30, it has 28 days")
    try expect(scratch, "timeline add soonish x", code: 64, says: "is not a date")
    try expect(scratch, "timeline add 2015 x --actuality maybe", code: 64, says: "write one of")
    try expect(
      scratch, "timeline ingest good.txt --published 2015-13", code: 64,
      says: "--published 2015-13: at character 6: there is no month 13; write a day")
    try expect(scratch, "timeline remove absent.txt", code: 66, says: "no such document")
    try expect(scratch, "timeline reject e_000000000000", code: 66, says: "there is no event")
    try expect(scratch, "timeline undo d_000000000000", code: 66, says: "there is no decision")
    #expect(try Data(contentsOf: scratch.root.appending(path: "decisions.jsonl")).isEmpty)
  }

  @Test func placesWithoutATimeline() throws {
    let scratch = try Scratch()
    try expect(scratch, "timeline documents", code: 66, says: "make one with timeline init")
    try expect(scratch, "timeline rebuild --folder nowhere", code: 66, says: "nowhere")
    try expect(scratch, "timeline documents --db absent.sqlite", code: 66, says: "absent.sqlite")
  }

  @Test func filesThatAreNoTimeline() throws {
    let scratch = try good()
    try scratch.write("text.sqlite", "this is no database, but long enough to look like a file")
    try expect(scratch, "timeline documents --db text.sqlite", code: 1, says: "not an SQLite")
    let python = try scratch.run(
      """
      python3 -c 'import sqlite3; c=sqlite3.connect("foreign.sqlite"); c.execute("create table \
      t(a)"); c.commit(); c.close(); c=sqlite3.connect("timeline.sqlite"); \
      c.execute("pragma user_version=9999"); c.commit()'
      """)
    guard python.status == 0 else {
      print("skipped: no python3 to make a foreign database")
      return
    }
    try expect(scratch, "timeline documents --db foreign.sqlite", code: 1, says: "not a timeline")
    try expect(scratch, "timeline documents", code: 1, says: "newer program")
    let before = try Data(contentsOf: scratch.root.appending(path: "timeline.sqlite"))
    try expect(scratch, "timeline add 2015 x", code: 1, says: "newer program")
    #expect(try Data(contentsOf: scratch.root.appending(path: "timeline.sqlite")) == before)
    // A damaged file is told, and a rebuild makes it anew.
    var bytes = Array(before)
    for at in 200..<min(9_000, bytes.count) { bytes[at] = 0x5a }
    try scratch.write("timeline.sqlite", bytes)
    #expect(try scratch.run("timeline check").status != 0)
    #expect(try scratch.run("timeline rebuild").status == 0)
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func aFolderForReadingOnly() throws {
    let canTest = try getuid() != 0 || hasNobody()
    guard canTest else {
      print("skipped: running as root, who may write everywhere")
      return
    }
    let scratch = try good()
    try scratch.run("chmod -R a+rX .; chmod 555 . documents; chmod 444 timeline.sqlite")
    defer { _ = try? scratch.run("chmod -R u+w .") }
    let prefix = getuid() == 0 ? "setpriv --reuid=65534 --regid=65534 --clear-groups " : ""
    let reading = try scratch.run("\(prefix)timeline documents")
    #expect(reading.status == 0, "\(reading.errors)")
    #expect(reading.output.contains("good.txt"))
    let writing = try scratch.run("\(prefix)timeline add 2015 x")
    #expect(writing.status == 74, "\(writing.errors)")
    #expect(writing.errors.contains("cannot be written"))
  }

  /// Whether another user's eyes can be borrowed and can see the built program.
  private func hasNobody() throws -> Bool {
    let scratch = try Scratch()
    return try scratch.run(
      "setpriv --reuid=65534 --regid=65534 --clear-groups timeline --version"
    ).status == 0
  }

  @Test func twoWritersAtOnceBothWin() throws {
    let scratch = try good()
    // xargs rather than the shell's own wait, which a test runner's signal mask can stop.
    // Exit code 75 means "try again", as a script would on a busy machine.
    let once = "until timeline add 2015 'Writer {}'; do [ $? = 75 ] || exit 1; done"
    let run = try scratch.run(
      "seq 12 | xargs -P 4 -I {} sh -c \"\(once.replacing("$", with: "\\$"))\"")
    #expect(run.output.split(separator: "\n").filter { $0.hasPrefix("added ") }.count == 12)
    let held = try scratch.run(
      "flock .timeline.lock sleep 4 & sleep 0.3; timeline add 2015 x")
    #expect(held.status == 75, "\(held.errors)")
    #expect(held.errors.contains("being written by"))
    #expect(try scratch.run("timeline check").output == "ok\n")
  }

  @Test func aFullDisk() throws {
    let scratch = try good()
    let mount = try scratch.run("mkdir small; mount -t tmpfs -o size=4m tmpfs small")
    guard mount.status == 0 else {
      print("skipped: mounting a small tmpfs is not permitted here")
      return
    }
    defer { _ = try? scratch.run("umount small") }
    let ingest = try scratch.run("timeline ingest good.txt --folder small; timeline init small")
    #expect(ingest.errors.isEmpty || ingest.errors.contains("made"), "\(ingest.errors)")
    try scratch.run("timeline ingest good.txt --folder small")
    let digest = try scratch.run("timeline check --digest --folder small").output
    try scratch.run("dd if=/dev/zero of=small/filler bs=1k count=5000 2>/dev/null")
    for line in ["timeline add 2015 x --folder small", "timeline rebuild --folder small"] {
      let run = try scratch.run(line)
      #expect(run.status == 74, "\(line): \(run.status) \(run.errors)")
    }
    try scratch.run("rm small/filler")
    #expect(try scratch.run("timeline check --folder small").status == 0)
    #expect(try scratch.run("timeline rebuild --folder small").status == 0)
    let decided = try Data(contentsOf: scratch.root.appending(path: "small/decisions.jsonl"))
    if decided.isEmpty {
      #expect(try scratch.run("timeline check --digest --folder small").output == digest)
    }
  }

  @Test func decisionsEditedByHand() throws {
    let scratch = try good()
    try scratch.run("timeline add 2015 'Good one'")
    let good = try String(
      contentsOf: scratch.root.appending(path: "decisions.jsonl"), encoding: .utf8)
    try scratch.write("decisions.jsonl", good + good + "{\"v\":1,\"action\":\"add\",\"ti")
    let reading = try scratch.run("timeline documents")
    #expect(reading.errors.contains("decisions.jsonl was changed"), "\(reading.errors)")
    let run = try scratch.run("timeline add 2016 'After the broken line'")
    #expect(run.status == 0, "\(run.errors)")
    let check = try scratch.run("timeline check")
    #expect(check.output.contains("decisions.jsonl:2: the line repeats line 1"))
    #expect(check.output.contains("decisions.jsonl:3: the line is not a JSON object"))
    let lines = try String(
      contentsOf: scratch.root.appending(path: "decisions.jsonl"), encoding: .utf8)
    #expect(lines.split(separator: "\n").count == 4)
    #expect(lines.hasPrefix(good + good + "{\"v\":1,\"action\":\"add\",\"ti\n"))
  }
}
