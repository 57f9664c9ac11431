import Foundation
import Testing
import TimelineModel
import TimelineStore
import TimelineTestSupport

@Suite("The schema as analysts meet it")
struct SchemaTests {
  /// A store in a file with the example in it, and the file's path.
  private func withExample(_ body: (TimelineStore) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let store = try TimelineStore.create(at: folder.appending(path: "timeline.sqlite").path)
      try ExampleTimeline().fill(store)
      try body(store)
    }
  }

  static let columns = """
    SELECT t.name, c.name FROM pragma_table_list AS t, pragma_table_xinfo(t.name) AS c
    WHERE t.schema = 'main' AND t.type IN ('table', 'view', 'virtual')
    AND t.name NOT LIKE 'sqlite%' AND (t.type <> 'virtual' OR c.hidden = 0)
    """

  @Test func everyColumnIsDescribedAndNothingElse() throws {
    try withExample { store in
      let undescribed = try store.query(
        "\(Self.columns) EXCEPT SELECT table_name, column_name FROM column_doc")
      #expect(undescribed.rows.isEmpty)
      let vanished = try store.query(
        "SELECT table_name, column_name FROM column_doc EXCEPT \(Self.columns)")
      #expect(vanished.rows.isEmpty)
      let short = try store.query(
        "SELECT column_name FROM column_doc WHERE length(description) < 3")
      #expect(short.rows.isEmpty)
    }
  }

  @Test func everyTableIsStrict() throws {
    try withExample { store in
      let loose = try store.query(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' "
          + "AND strict = 0 AND name NOT LIKE 'sqlite%'")
      #expect(loose.rows.isEmpty)
    }
  }

  @Test func viewsForPeopleAnswer() throws {
    try withExample { store in
      let counts: [(String, Int)] = [
        ("event", 12), ("event_source", 14), ("event_actor", 23), ("event_mention", 14),
        ("undated", 1), ("planned_overdue", 2), ("conflict", 1), ("possible_duplicate", 1),
        ("document_coverage", 2), ("deal_stages", 5), ("actor_timeline", 23),
      ]
      for (view, count) in counts {
        let result = try store.query("SELECT count(*) FROM \(view)")
        #expect(result.rows == [[.integer(count)]], "\(view)")
      }
      let wide = try store.query(
        "SELECT date, actors, quote, document FROM event WHERE id = 'e_05'")
      #expect(
        wide.rows == [
          [
            .text("22–24 Apr 2018"), .text("Qamar Jawed Bajwa; Russia"),
            .text("Bajwa visits Moscow."), .text("dawn.txt"),
          ]
        ])
      let conflict = try store.query("SELECT event, first_date, second_date FROM conflict")
      #expect(conflict.rows == [[.text("e_02"), .text("Aug 2015"), .text("Jan 2016")]])
      let overdue = try store.query("SELECT id, as_of FROM planned_overdue ORDER BY id")
      #expect(
        overdue.rows == [
          [.text("e_04"), .text("2018-06-01")], [.text("e_08"), .text("2018-06-01")],
        ])
      let lane = try store.query("SELECT stage FROM deal_stages WHERE deal LIKE '%Mi-35M'")
      #expect(lane.rows == [[.text("contract")], [.text("delivered")]])
    }
  }

  /// Open ends compare like days, so that the plain form loses no dated event.
  @Test func plainComparisonsNeverDropADatedEvent() throws {
    try withExample { store in
      let result = try store.query(
        "SELECT id FROM event WHERE earliest <= '2018-12-31' AND latest >= '2018-01-01' "
          + "ORDER BY id")
      #expect(
        result.rows.map { $0[0] }
          == ["04", "05", "07", "08", "09", "11", "12"].map { SQLCell.text("e_" + $0) })
      let halves = try store.query(
        "SELECT count(*) FROM event WHERE earliest > '2016-06-30' OR earliest <= '2016-06-30'")
      #expect(halves.rows == [[.integer(11)]])
    }
  }

  @Test func invalidDatesCannotBeStored() throws {
    try withExample { store in
      for assignment in [
        "earliest = '2015-02-30'", "earliest = '2014'", "latest = '2015-8-01'",
        "earliest = NULL", "precision = 'unknown'", "duration_class = 9", "confidence = 2",
        "actuality = 'maybe'", "shape = ''", "latest = '2010-01-01'",
      ] {
        #expect(throws: StoreError.self, "\(assignment)") {
          try store.execute("UPDATE event_record SET \(assignment) WHERE id = 'e_02'")
        }
      }
      try store.execute("UPDATE event_record SET title = 'x' WHERE id = 'e_02'")
    }
  }

  @Test func referenceDataIsInTheFile() throws {
    try withExample { store in
      let result = try store.query(
        "SELECT (SELECT family FROM event_type WHERE code = 'meeting.summit'), "
          + "(SELECT code FROM country WHERE name = 'Pakistan'), "
          + "(SELECT name FROM alias WHERE alias = 'FATF'), "
          + "(SELECT count(*) > 1000 FROM organisation)")
      #expect(
        result.rows == [
          [.text("meeting"), .text("PAK"), .text("Financial Action Task Force"), .integer(1)]
        ])
    }
  }
}

@Suite("SQL that people type")
struct SQLSessionTests {
  private func withExample(_ body: (TimelineStore) throws -> Void) throws {
    try withTemporaryFolder { folder in
      let store = try TimelineStore.create(at: folder.appending(path: "timeline.sqlite").path)
      try ExampleTimeline().fill(store)
      try body(store)
    }
  }

  @Test func whatCouldChangeSomethingIsRefused() throws {
    try withExample { store in
      let before = try store.contentDigest()
      for sql in [
        "DELETE FROM event_record", "UPDATE meta SET value = ''", "DROP VIEW event",
        "CREATE TABLE x (y)", "CREATE TEMP TABLE x (y)", "ATTACH '/tmp/x.sqlite' AS other",
        "PRAGMA user_version = 9", "PRAGMA journal_mode = WAL", "PRAGMA writable_schema = ON",
        "VACUUM", "VACUUM INTO '/tmp/timeline-copy'", "SELECT load_extension('x')", "BEGIN",
        "REINDEX", "ANALYZE", "INSERT INTO event_text (event_text) VALUES ('rebuild')", "DETACH x",
        "WITH x AS (SELECT 1) DELETE FROM document RETURNING *",
      ] {
        do {
          _ = try store.query(sql)
          Issue.record("\(sql) ran")
        } catch let error as StoreError {
          guard case .refused(let message) = error else {
            Issue.record("\(sql): \(error)")
            continue
          }
          #expect(message.contains("only reads"))
        }
      }
      #expect(throws: StoreError.self) { try store.query("UPDATE sqlite_master SET sql = ''") }
      #expect(try store.contentDigest() == before)
      #expect(!FileManager.default.fileExists(atPath: "/tmp/timeline-copy"))
    }
  }

  @Test func parametersLimitsAndTimeouts() throws {
    try withExample { store in
      let result = try store.query(
        "SELECT id FROM event WHERE type = :type AND confidence < :most ORDER BY id",
        parameters: ["type": "arms_deal", "most": "0.5"])
      #expect(result.columns == ["id"] && result.rows == [[.text("e_04")]] && !result.isCut)
      let cut = try store.query("SELECT id FROM event", limit: 5)
      #expect(cut.rows.count == 5 && cut.isCut)
      #expect(try store.query("SELECT id FROM event", limit: 12).isCut == false)
      #expect(throws: StoreError.timedOut(seconds: 0.05)) {
        try store.query(
          "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT max(i) FROM n",
          timeout: 0.05)
      }
      for (sql, parameters, words) in [
        ("SELECT :a", [:], "-p a VALUE"), ("SELECT ?", [:], "name the parameters"),
        ("SELECT 1", ["b": "2"], ":b"), ("SELECT 1; SELECT 2", [:], "one statement"),
        ("", [:], "no statement"), ("SELEC 1", [:], "syntax error"),
        ("SELECT * FROM nowhere", [:], "no such table"),
      ] as [(String, [String: String], String)] {
        do {
          _ = try store.query(sql, parameters: parameters)
          Issue.record("\(sql) ran")
        } catch { #expect("\(error)".contains(words), "\(sql): \(error)") }
      }
      #expect(try store.query("SELECT 1; -- done\n").rows == [[.integer(1)]])
    }
  }

  @Test func dateFunctions() throws {
    try withExample { store in
      let values: [(String, SQLCell)] = [
        ("edtf_earliest('2018-04')", .text("2018-04-01")),
        ("edtf_latest('2018-02')", .text("2018-02-28")),
        ("edtf_earliest('../2018')", .text("0001-01-01")),
        ("edtf_latest('2018/..')", .text("9999-12-31")), ("edtf_earliest('soon')", .null),
        ("edtf_valid('2015-02-30')", .integer(0)), ("edtf_valid('2015-02-28~')", .integer(1)),
        ("edtf_text('2018-04-22/2018-04-23')", .text("22–23 Apr 2018")),
        ("edtf_text('2018-04~', 'long')", .text("about April 2018")),
        ("edtf_text('2018-04', 'bounds')", .text("2018-04-01/2018-04-30")),
        ("duration_days('2016-02')", .integer(29)), ("duration_days('2016/..')", .null),
        ("overlaps('2018-04', '2014', '2018-04-01')", .integer(1)),
        ("overlaps('2018-04', '2014', '2017')", .integer(0)),
        ("overlaps('2018/..', NULL, '2018')", .integer(1)),
        ("certainly_within('2018-04', '2018', '2018')", .integer(1)),
        ("certainly_within('2018', '2018-04', NULL)", .integer(0)),
        ("certainly_within('2018/..', '2018', NULL)", .integer(0)),
        ("overlaps(NULL, '2018', '2018')", .null),
        ("overlaps('2018', '2019', '2017')", .integer(0)),
        ("overlaps('[..2018-06]', '2018-06', '2018-06')", .integer(1)),
        ("duration_days('[2018-04-01..2018-04-10]')", .integer(10)),
        ("edtf_text('[2018-04-01..2018-04-10]', 'long')", .text("early April 2018")),
        ("edtf_earliest('-0044-03-15')", .text("-0044-03-15")),
        ("edtf_latest('19XX')", .text("1999-12-31")),
        ("edtf_earliest('1984?/2004~')", .text("1984-01-01")),
        ("edtf_earliest(2018)", .text("2018-01-01")), ("edtf_valid('')", .integer(0)),
        ("edtf_valid(NULL)", .integer(0)), ("edtf_valid('2018' || char(0) || 'x')", .integer(0)),
      ]
      for (expression, value) in values {
        #expect(try store.query("SELECT \(expression)").rows == [[value]], "\(expression)")
      }
      for (expression, words) in [
        ("edtf_text('2018', 'tall')", "short, long, edtf and bounds"),
        ("overlaps('2018', '2018-13', '2019')", "the second argument"),
        ("certainly_within('2018', '2018', 'x')", "the third argument"),
        ("edtf_earliest()", "number of arguments"),
      ] {
        do {
          _ = try store.query("SELECT \(expression)")
          Issue.record("\(expression) gave a value")
        } catch { #expect("\(error)".contains(words), "\(expression): \(error)") }
      }
      let counted = try store.query(
        "SELECT count(*) FROM event WHERE overlaps(edtf, '2018', '2018')")
      #expect(counted.rows == [[.integer(7)]])
    }
  }
}
