import Testing
import TimelineModel

@testable import TimelineIngest

@Suite("Dates that open sentences and head entries")
struct OpeningTests {
  private func events(_ text: String) -> [EventDescription] {
    Ingester().extract(Document(name: "text", utf8: Array(text.utf8))).mentions.map(\.description)
  }

  /// Sentence, date, actors: a date without a comma behind it leaves the subject its place.
  static let openings: [(String, String, [String])] = [
    ("On 3 May 2011 Ghana and Togo signed a fishing agreement.", "2011-05-03", ["Ghana", "Togo"]),
    (
      "In March 2014 the African Union imposed sanctions on four Gambian officials.", "2014-03",
      ["African Union"]
    ),
    ("In 2009 Iceland applied to join the European Union.", "2009", ["Iceland"]),
    ("On 9 June 2015, Peru recalled its envoy from Santiago.", "2015-06-09", ["Peru"]),
  ]

  @Test func theSubjectBehindADateIsFound() throws {
    for (text, date, actors) in Self.openings {
      let found = try #require(events(text).first { $0.date.edtf == date }, "\(text)")
      let names = Set(found.actors.map(\.name))
      #expect(names.isSuperset(of: actors), "\(text): \(names)")
    }
  }

  @Test func headingsDateWhatStandsBelowThem() {
    let found = events(
      """
      3 March 2012. Ghana opens an embassy in Doha. The ambassador had arrived a week before.

      9 April 2013. Foreign Minister Hanna Tetteh resigns.

      June 2014. Togo and Benin sign a fishing agreement.
      """)
    let dates = Dictionary(
      found.map { ($0.type, $0.date.edtf ?? "none") }, uniquingKeysWith: { first, _ in first })
    #expect(dates["departure"] == "2013-04-09")
    #expect(dates["agreement"] == "2014-06")
    #expect(dates["visit"] != "2012-03-03")
  }

  @Test func aYearAboveGivesTheDaysBelowItTheirYear() {
    let found = events(
      """
      2012
      3 March. Ghana opens an embassy in Doha.
      17–18 June. The presidents of Togo and Benin meet in Lomé.

      2013
      9 April. Foreign Minister Hanna Tetteh resigns.
      """)
    let dates = Dictionary(
      found.map { ($0.type, $0.date.edtf ?? "none") }, uniquingKeysWith: { first, _ in first })
    #expect(dates["meeting.summit"] == "2012-06-17/2012-06-18")
    #expect(dates["departure"] == "2013-04-09")
  }

  @Test func aWordJoinedByAHyphenIsOneTrigger() throws {
    let found = try #require(events("Iran test-fired two missiles on 4 May 2015.").first)
    #expect(found.type == "weapons_test")
    #expect(found.actors.map(\.name) == ["Iran"])
  }
}
