import Foundation
import Testing
import TimelineTestSupport

/// The cookbook inside the file, run against the timeline of `seeds/example`; every row stands in
/// `Snapshots/cookbook.txt`.
@Suite("The cookbook over the example folder")
struct CookbookTests {
  /// An entry as `timeline schema --examples --jsonl` prints it.
  struct Entry: Decodable {
    var number: Int
    var question: String
    var sql: String
  }

  @Test func everyQueryGivesItsRows() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "cookbook-\(UUID())")
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "seeds/example"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let built = try BuiltProgram.shell("timeline rebuild", in: folder)
    try #require(built.status == 0, "\(built.errors)")
    let lines = try BuiltProgram.shell("timeline schema --examples --jsonl", in: folder).output
    let entries = try lines.split(separator: "\n").map {
      try JSONDecoder().decode(Entry.self, from: Data($0.utf8))
    }
    #expect(entries.map(\.number) == Array(1...25))
    var text = ""
    for entry in entries {
      try Data(entry.sql.utf8).write(to: folder.appending(path: "query.sql"))
      let run = try BuiltProgram.shell("timeline sql --csv - < query.sql", in: folder)
      #expect(run.status == 0, "\(entry.number): \(run.errors)")
      text += "\(entry.number). \(entry.question)\n\(run.output)\n"
    }
    let difference = try Snapshot.difference(text, named: "cookbook.txt", in: "CommandTests")
    #expect(difference == nil, "\(difference ?? "")")
  }
}
