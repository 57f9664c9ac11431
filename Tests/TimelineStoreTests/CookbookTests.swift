import Foundation
import Testing
import TimelineStore

@Suite("The cookbook inside the file")
struct CookbookTests {
  /// How many rows every query gives over the example.
  static let rows = [
    11, 3, 4, 3, 2, 1, 4, 7, 2, 5, 10, 10, 1, 10, 1, 1, 2, 2, 5, 2, 3, 2, 4, 1, 5,
  ]

  /// First rows that are worth writing down, by number.
  static let first: [Int: [SQLCell]] = [
    3: [.text("2014"), .text("Russia"), .integer(1)],
    4: [.text("Pakistan"), .text("Russia"), .integer(1)],
    6: [
      .text("Pakistan orders four Mi-35M helicopters"), .text("Aug 2015"), .text("dawn.txt"),
      .text("Jan 2016"), .text("wire.txt"), .integer(123),
    ],
    22: [.text("Mi-35M"), .text("contract,delivered"), .text("2015-08-01")],
    24: [.text("key"), .text("2018-04-22"), .text("2018-04-24"), .integer(1)],
  ]

  @Test func everyQueryAnswers() throws {
    try withTemporaryFolder { folder in
      let store = try TimelineStore.create(at: folder.appending(path: "timeline.sqlite").path)
      try ExampleTimeline().fill(store)
      let cookbook = try store.query("SELECT number, question, sql FROM cookbook ORDER BY number")
      #expect(cookbook.rows.count == 25)
      for (index, entry) in cookbook.rows.enumerated() {
        guard case .integer(let number) = entry[0], case .text(let sql) = entry[2] else {
          Issue.record("row \(index) is no entry")
          continue
        }
        #expect(number == index + 1)
        #expect(sql.split(separator: "\n").count <= 5, "query \(number) is long")
        let result = try store.query(sql)
        #expect(result.rows.count == Self.rows[index], "query \(number): \(result.rows)")
        if let first = Self.first[number] {
          #expect(result.rows.first == first, "query \(number)")
        }
      }
    }
  }
}
