import Foundation
import Testing
import TimelineStore

/// Ten questions as analysts put them, each answered by at most five lines of SQL.
@Suite("Questions of analysts")
struct AnalystQuestionTests {
  /// A question with its statement and all rows of the answer over the example.
  struct Question: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var sql: String
    var answer: [[String]]
  }

  static let questions = [
    Question(
      testDescription: "Which arms deals were there, by year and supplier?",
      sql: """
        SELECT substr(e.earliest, 1, 4) AS year, a.actor AS supplier, count(DISTINCT e.id) AS deals
        FROM event AS e JOIN event_mention AS m ON m.event = e.id JOIN event_actor AS a ON a.event = e.id
        WHERE e.type IN ('arms_deal', 'arms_delivery') AND a.kind = 'country' AND a.role =
          CASE WHEN m.trigger_lemma IN ('sell', 'supply', 'deliver') THEN 'actor' ELSE 'counterpart' END
        GROUP BY year, supplier ORDER BY year, supplier
        """,
      answer: [
        ["2014", "Russia", "1"], ["2015", "Russia", "1"], ["2017", "Russia", "1"],
        ["2018", "Russia", "1"],
      ]),
    Question(
      testDescription: "Who met whom most, people counted for their countries?",
      sql: """
        SELECT a.country AS one, b.country AS other, count(DISTINCT a.event) AS meetings
        FROM event_actor AS a JOIN event_actor AS b ON b.event = a.event AND b.country > a.country
        WHERE (a.type LIKE 'meeting%' OR a.type = 'visit') AND a.actuality = 'occurred'
        GROUP BY one, other ORDER BY meetings DESC, one, other
        """,
      answer: [["Pakistan", "Russia", "2"]]),
    Question(
      testDescription: "What was planned and never confirmed?",
      sql: "SELECT id, date, title, as_of FROM planned_overdue ORDER BY latest, id",
      answer: [
        ["e_08", "Mar 2018", "Defence talks are to be held", "2018-06-01"],
        ["e_04", "~Apr 2018", "Talks on the Su-35 go on", "2018-06-01"],
      ]),
    Question(
      testDescription: "Which sources disagree on dates, and by how much?",
      sql: """
        SELECT title, first_document, first_date, second_document, second_date, days_apart
        FROM conflict ORDER BY days_apart DESC
        """,
      answer: [
        [
          "Pakistan orders four Mi-35M helicopters", "dawn.txt", "Aug 2015", "wire.txt",
          "Jan 2016", "123",
        ]
      ]),
    Question(
      testDescription: "What happened within two months of Bajwa's visit?",
      sql: """
        SELECT e.id, e.date, max(e.lo - x.hi, x.lo - e.hi, 0) AS days_between
        FROM event AS x JOIN event AS e ON e.lo <= x.hi + 61 AND e.hi >= x.lo - 61 AND e.id <> x.id
        WHERE x.title LIKE 'Bajwa visits%' AND e.start_open = 0 AND e.end_open = 0
        ORDER BY e.lo
        """,
      answer: [
        ["e_07", "20 Feb 2018", "61"], ["e_08", "Mar 2018", "22"], ["e_04", "~Apr 2018", "0"],
        ["e_12", "5 May 2018", "11"],
      ]),
    Question(
      testDescription: "What do we know of arms deals from one source only, and from which?",
      sql: """
        SELECT e.title, s.document, s.genre, s.published
        FROM event AS e JOIN event_source AS s ON s.event = e.id
        WHERE e.sources = 1 AND e.actuality = 'occurred' AND e.type LIKE 'arms%'
        ORDER BY e.lo
        """,
      answer: [
        ["Russia lifts its arms embargo", "dawn.txt", "op-ed", "2018-05-10"],
        ["Russia delivers the Mi-35M helicopters", "wire.txt", "wire", "2018-06-01"],
      ]),
    Question(
      testDescription: "How long from contract to delivery, at least?",
      sql: """
        SELECT c.deal, c.date AS contract, d.date AS delivery,
          julianday(d.earliest) - julianday(c.latest) AS days
        FROM deal_stages AS c JOIN deal_stages AS d ON d.deal = c.deal AND d.stage = 'delivered'
        WHERE c.stage = 'contract'
        """,
      answer: [["Pakistan - Russia: Mi-35M", "Aug 2015", "2017", "489.0"]]),
    Question(
      testDescription: "Which deals never got beyond talks?",
      sql: """
        SELECT deal, min(earliest) AS since FROM deal_stages
        GROUP BY deal HAVING sum(stage = 'talks') = count(*)
        """,
      answer: [["Pakistan - Russia: Su-35", "2018-04-01"]]),
    Question(
      testDescription: "Who acts how often, from when to when?",
      sql: """
        SELECT actor, count(DISTINCT event) AS events, min(earliest) AS first, max(latest) AS last
        FROM actor_timeline WHERE earliest > '0001-01-01' AND latest < '9999-12-31'
        GROUP BY actor ORDER BY events DESC, actor
        """,
      answer: [
        ["Pakistan", "7", "2014-06-02", "2018-04-30"], ["Russia", "7", "2014-06-02", "2018-04-30"],
        ["India", "1", "2018-05-05", "2018-05-05"],
        ["Qamar Jawed Bajwa", "1", "2018-04-22", "2018-04-24"],
        ["Sergei Lavrov", "1", "2018-02-20", "2018-02-20"],
      ]),
    Question(
      testDescription: "What does the op-ed tell that no wire report does?",
      sql: """
        SELECT id, date, title FROM event
        WHERE id IN (SELECT event FROM event_source WHERE genre = 'op-ed')
          AND id NOT IN (SELECT event FROM event_source WHERE genre = 'wire')
        ORDER BY lo IS NULL, lo
        """,
      answer: [
        ["e_11", "since 2010", "Trade has grown since 2010"],
        ["e_01", "2 Jun 2014", "Russia lifts its arms embargo"],
        ["e_07", "20 Feb 2018", "Lavrov meets the foreign minister"],
        ["e_08", "Mar 2018", "Defence talks are to be held"],
        ["e_04", "~Apr 2018", "Talks on the Su-35 go on"],
        ["e_10", "undated", "India objects to the sale"],
      ]),
  ]

  @Test(arguments: questions) func isAnsweredInFiveLines(_ question: Question) throws {
    #expect(question.sql.split(separator: "\n").count <= 5)
    try withTemporaryFolder { folder in
      let store = try TimelineStore.create(at: folder.appending(path: "timeline.sqlite").path)
      try ExampleTimeline().fill(store)
      let answer = try store.query(question.sql).rows.map { row in
        row.map { cell in
          switch cell {
          case .null: ""
          case .integer(let number): "\(number)"
          case .real(let number): "\(number)"
          case .text(let text): text
          case .blob: "blob"
          }
        }
      }
      #expect(answer == question.answer)
    }
  }
}
