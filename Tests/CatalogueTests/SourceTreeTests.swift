import Foundation
import Testing
import TimelineTestSupport

@Suite("What must never stand in the sources")
struct SourceTreeTests {
  static let words = ["TODO", "FIXME", "try!", "as!", "@unchecked Sendable", "nonisolated(unsafe)"]

  @Test func noForcedOrUnfinishedCode() throws {
    let files = try swiftFiles(in: Repository.root.appending(path: "Sources"))
    #expect(files.count > 20)
    for file in files {
      let text = try String(contentsOf: file, encoding: .utf8)
      for word in Self.words {
        #expect(!text.contains(word), "\(file.lastPathComponent) has \(word)")
      }
    }
  }

  @Test func migrationsAreNumberedWithoutGaps() throws {
    let folder = Repository.root.appending(path: "migrations")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".sql") }.sorted()
    #expect(!names.isEmpty)
    for (index, name) in names.enumerated() {
      let digits = String(index + 1)
      let number = String(repeating: "0", count: 4 - digits.count) + digits
      #expect(name.hasPrefix(number + "_"), "\(name) should be number \(number)")
    }
  }
}
