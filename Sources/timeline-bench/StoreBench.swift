import Chronology
import Foundation
import TimelineModel
import TimelineQuery
import TimelineStore

/// Loading and window queries of the store over generated events: 70 % of one day, 15 % of two to
/// seven days, 10 % of a month or a year, 5 % of years or open, denser toward the present.
struct StoreBench {
  let eventCount: Int
  let keptAt: String?

  func run() throws {
    let path =
      keptAt
      ?? FileManager.default.temporaryDirectory.appending(path: "timeline-bench.sqlite").path
    try? FileManager.default.removeItem(atPath: path)
    defer { if keptAt == nil { try? FileManager.default.removeItem(atPath: path) } }
    var random = BenchRandom(state: 2_026)
    let events = (0..<eventCount).map { Self.event($0, using: &random) }
    let store = try TimelineStore.create(at: path)
    let loading = seconds {
      try? store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
    }
    print(
      "store: \(eventCount) events loaded in \(rounded(loading)) s "
        + "(rows, indexes, totals, full text): \(Int(Double(eventCount) / loading)) a second")
    try queries(store, using: &random)
    try counts(store, using: &random)
  }

  /// A database of generated events at that path, for benchmarks of other parts.
  static func makeDatabase(at path: String, events count: Int) throws {
    var random = BenchRandom(state: 2_026)
    let events = (0..<count).map { event($0, using: &random) }
    let store = try TimelineStore.create(at: path)
    try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
  }

  private func queries(_ store: TimelineStore, using random: inout BenchRandom) throws {
    print("top 200, p50 in ms, and its ratio to fetching the same rows by id")
    for (name, text) in [("plain", ""), ("certain", "certain:yes"), ("rare type", "type:rare")] {
      var line = "  \(name):"
      for days in [1, 30, 365, 1461, 0] {
        var query = try EventQuery(parsing: text)
        query.limit = 200
        var querying: [Double] = []
        var fetching: [Double] = []
        for round in 0..<30 {
          if days > 0 {
            let start = CivilDay(julianDayNumber: 2_436_935 + random.below(21_900))
            query.window = DaySpan(earliest: start, latest: start.advanced(by: days - 1))
          }
          var found: [Event] = []
          let time = try seconds { found = try store.list(query) }
          let ids = found.map(\.id)
          let again = try seconds { _ = try store.events(ids: ids) }
          if round >= 5, !ids.isEmpty {
            querying.append(time)
            fetching.append(again)
          }
        }
        let median = median(querying)
        line +=
          "  \(days == 0 ? "all" : "\(days) d") \(rounded(median * 1000)) "
          + "(\(rounded(median / self.median(fetching))))"
      }
      print(line)
    }
  }

  private func counts(_ store: TimelineStore, using random: inout BenchRandom) throws {
    var byType: [Double] = []
    var counting: [Double] = []
    for _ in 0..<30 {
      let start = CivilDay(julianDayNumber: 2_436_935 + random.below(21_900))
      let window = DaySpan(earliest: start, latest: start.advanced(by: 1460))
      byType.append(try seconds { _ = try store.countsByType(in: window) })
      counting.append(try seconds { _ = try store.count(EventQuery(window: window)) })
    }
    print(
      "counts in four years, p50 in ms: by type \(rounded(median(byType) * 1000)), "
        + "all \(rounded(median(counting) * 1000))")
  }

  private static func event(_ number: Int, using random: inout BenchRandom) -> Event {
    // The smaller of two draws, counted back from 2030, makes the present denser.
    let back = min(random.below(47_482), random.below(47_482))
    let start = CivilDay(julianDayNumber: 2_462_502 - back)
    var end: CivilDay? = start
    switch random.below(1000) {
    case ..<700: break
    case ..<850: end = start.advanced(by: 1 + random.below(6))
    case ..<915: end = start.advanced(by: 29)
    case ..<950: end = start.advanced(by: 364)
    case ..<975: end = start.advanced(by: 730 + random.below(6500))
    default: end = nil
    }
    let isRare = random.below(1000) < 8
    let span = DaySpan(earliest: start, latest: end)
    let actors = (0..<(1 + random.below(2))).map { index in
      Actor(
        name: "Country \(random.below(200))", kind: .country,
        role: index == 0 ? .actor : .counterpart)
    }
    return Event(
      id: "e_\(number)", origin: .added,
      description: EventDescription(
        type: isRare ? "rare" : "type\(random.below(40))", title: "Event number \(number)",
        date: EventDate(
          edtf: "\(start)" + (end == start ? "" : end.map { "/\($0)" } ?? "/.."), span: span,
          precision: end == start ? .day : .interval), actors: actors,
        place: "Place \(random.below(500))"), source: "generated row \(number)")
  }

  private func seconds(_ body: () throws -> Void) rethrows -> Double {
    let elapsed = try ContinuousClock().measure(body)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  private func median(_ values: [Double]) -> Double {
    values.isEmpty ? 0 : values.sorted()[values.count / 2]
  }

  private func rounded(_ value: Double) -> String { String(format: "%.2f", value) }
}

/// A small generator with a fixed start, so that two runs generate the same events.
struct BenchRandom {
  var state: UInt64

  /// A number from 0 up to the bound.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
