import Chronology
import Foundation
import TimelineModel
import TimelineQuery
import TimelineStore

/// The top 200 of windows against fetching the same events by id and against DuckDB, and counts.
///
/// Both sides answer the same windows in turn, and must agree. Ours gives whole events with their participants; DuckDB gives rows of one table, and only its
/// query is counted against us, not the handing over of the rows.
struct WindowBench {
  let store: TimelineStore
  let duckDB: DuckDBPeer?

  /// A kind of query with DuckDB's condition for the same.
  private struct Form {
    var name: String
    var query: String
    var condition: String
    /// How many times fetching by id it may take.
    var bound: Double
  }

  private static let forms = [
    Form(name: "all", query: "", condition: "lo <= $2 AND hi >= $1", bound: 3),
    Form(
      name: "closed only", query: "open:no",
      condition: "lo <= $2 AND hi >= $1 AND NOT start_open AND NOT end_open", bound: 3),
    Form(
      name: "wholly inside", query: "certain:yes",
      condition: "lo >= $1 AND hi <= $2 AND NOT start_open AND NOT end_open", bound: 3),
    Form(
      name: "rare type", query: "type:rare",
      condition: "lo <= $2 AND hi >= $1 AND type = 'rare'", bound: 6),
  ]

  private static let windows: [(name: String, days: Int)] = [
    ("a day", 1), ("a month", 30), ("a year", 365), ("four years", 1461), ("all", 0),
  ]

  /// How many windows of each length are asked for.
  private static let rounds = 25

  func run(_ generated: inout GeneratedEvents) throws {
    if let greeting = duckDB?.greeting {
      print("windows, against DuckDB \(greeting.version) with \(greeting.events) events")
    }
    print("top 200, warm, p50 of CPU ms · times fetching them by id · times DuckDB's query")
    var missed: [String] = []
    for form in Self.forms {
      for window in Self.windows {
        let spans = (0..<Self.rounds).map { _ in
          window.days == 0
            ? DaySpan(earliest: nil, latest: nil) : generated.window(days: window.days)
        }
        let figure = try measure(form, spans)
        print("  \(form.name), \(window.name): \(figure.text)")
        if figure.isMissed(bound: form.bound) { missed.append("\(form.name), \(window.name)") }
      }
    }
    try counts(&generated, &missed)
    print(
      missed.isEmpty
        ? "  every bound holds (3 times by id, 6 with a rare type; never slower than DuckDB; counts "
          + "10 times faster)"
        : "  bounds missed: " + missed.joined(separator: "; "))
  }

  /// Medians in seconds.
  private struct Figure {
    var own: Double
    var byID: Double
    var duckDB: Double?
    var duckDBFetched: Double?
    var rows: Int

    var text: String {
      var text = "\((own * 1000).text(2)) · \((own / byID).text(2))"
      if let duckDB, let duckDBFetched {
        text += " · \((own / duckDB).text(2)) (DuckDB \((duckDB * 1000).text(2)), "
        text += "with its rows \((duckDBFetched * 1000).text(2)))"
      }
      return text + " · \(rows) rows"
    }

    func isMissed(bound: Double) -> Bool {
      own > bound * byID || duckDB.map { own > $0 } == true
    }
  }

  private func measure(_ form: Form, _ spans: [DaySpan]) throws -> Figure {
    var own: [Double] = []
    var byID: [Double] = []
    var theirs: [Double] = []
    var fetched: [Double] = []
    var rows: [Double] = []
    for isWarm in [false, true] {
      for span in spans {
        var query = try EventQuery(parsing: form.query)
        query.limit = 200
        query.window = span
        var found: [Event] = []
        let time = try CPUClock.seconds { found = try store.list(query) }
        let ids = found.map(\.id)
        let again = try CPUClock.seconds { _ = try store.events(ids: ids) }
        let answer = try duckDB?.ask(
          "SELECT * FROM event WHERE \(form.condition) ORDER BY lo, hi, type, number LIMIT 200",
          bounds(span))
        if let answer, answer.keys != ids {
          throw BenchError(message: "DuckDB finds other events: \(query)")
        }
        guard isWarm, !ids.isEmpty else { continue }
        own.append(time)
        byID.append(again)
        rows.append(Double(ids.count))
        if let answer {
          theirs.append(answer.query)
          fetched.append(answer.fetched)
        }
      }
    }
    return Figure(
      own: own.median, byID: byID.median, duckDB: theirs.isEmpty ? nil : theirs.median,
      duckDBFetched: fetched.isEmpty ? nil : fetched.median, rows: Int(rows.median))
  }

  /// The bounds of a window as days that DuckDB compares; an open end is beyond every day.
  private func bounds(_ span: DaySpan) -> [Int] {
    [span.earliest?.julianDayNumber ?? 0, span.latest?.julianDayNumber ?? 10_000_000]
  }

  private func counts(_ generated: inout GeneratedEvents, _ missed: inout [String]) throws {
    var own: [Double] = []
    var theirs: [Double] = []
    for round in 0..<2 * Self.rounds {
      let span = generated.window(days: 1461)
      var counts: [TypeCount] = []
      let time = try CPUClock.seconds { counts = try store.countsByType(in: span) }
      let answer = try duckDB?.ask(
        "SELECT type || ' ' || count(*) FROM event WHERE lo <= $2 AND hi >= $1 GROUP BY type",
        bounds(span))
      if let answer, Set(answer.keys) != Set(counts.map { "\($0.type) \($0.count)" }) {
        throw BenchError(message: "DuckDB counts otherwise")
      }
      guard round >= Self.rounds else { continue }
      own.append(time)
      if let answer { theirs.append(answer.query) }
    }
    var line = "  counts by type, four years: \((own.median * 1000).text(3)) ms"
    if !theirs.isEmpty {
      let times = theirs.median / own.median
      line += ", DuckDB \((theirs.median * 1000).text(2)): \(times.text(0)) times faster"
      if times < 10 { missed.append("counts by type") }
    }
    print(line)
  }
}
