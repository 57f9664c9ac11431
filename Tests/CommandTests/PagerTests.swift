import Foundation
import Testing
import TimelineTestSupport

@Suite("Long output on a terminal")
struct PagerTests {
  /// A folder with one event.
  private func withTimeline(_ body: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pager-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let made = try BuiltProgram.shell(
      "timeline init && timeline add 2014 'Line of events' --type visit", in: folder)
    try #require(made.status == 0, "\(made.errors)")
    try body(folder)
  }

  /// What a command shows on a terminal of twelve rows, with the exit code on the last line.
  private func shown(
    by command: String, in folder: URL, typing keys: String = "", pager: String? = nil
  ) throws -> String? {
    let script = Repository.root.appending(path: "Tests/CommandTests/on-a-terminal.py").path
    let variable = pager.map { "TIMELINE_PAGER='\($0)' " } ?? ""
    let run = try BuiltProgram.shell(
      "\(variable)python3 \(script) '\(keys)' \(command)", in: folder)
    if run.status == 0 { return run.output }
    print("skipped: no python3 to make a terminal (\(run.errors))")
    return nil
  }

  /// Forty rows, which no terminal of twelve can show.
  private let long =
    "timeline sql 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 40) "
    + "SELECT i FROM n'"

  @Test func aPagerThatReadsKeysIsInTheForeground() throws {
    try withTimeline { folder in
      guard try BuiltProgram.shell("less --version", in: folder).status == 0 else {
        print("skipped: less is not installed")
        return
      }
      guard let shown = try shown(by: long, in: folder, typing: "q") else { return }
      #expect(shown.hasSuffix("\n0\n"), "\(shown)")
      #expect(shown.contains("5") && !shown.contains("40 rows"), "\(shown)")
    }
  }

  @Test func thePagerIsForLongOutputOnATerminalOnly() throws {
    try withTimeline { folder in
      guard let short = try shown(by: "timeline list", in: folder, pager: "echo paged") else {
        return
      }
      #expect(short.contains("Line of events") && !short.contains("paged"), "\(short)")
      let paged = try shown(by: long, in: folder, pager: "echo paged") ?? ""
      #expect(paged.contains("paged") && !paged.contains("40 rows"), "\(paged)")
      let missing = try shown(by: long, in: folder, pager: "no-such-pager") ?? ""
      #expect(missing.contains("40 rows") && missing.hasSuffix("\n0\n"), "\(missing)")
      let piped = try BuiltProgram.shell("TIMELINE_PAGER='echo paged' \(long) | cat", in: folder)
      #expect(piped.output.contains("40 rows") && !piped.output.contains("paged"))
    }
  }
}
