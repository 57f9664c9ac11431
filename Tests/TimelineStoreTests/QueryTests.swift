import Chronology
import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@Suite("Queries over the example")
struct QueryTests {
  private func store() throws -> TimelineStore {
    let store = try TimelineStore.inMemory()
    try ExampleTimeline().fill(store)
    return store
  }

  @Test func everyTermFindsWhatItSays() throws {
    let store = try store()
    let expected: [(String, [String])] = [
      ("type:arms_deal", ["01", "02", "04"]),
      ("type:arms_deal,arms_delivery stage:contract", ["02"]),
      ("type:meeting", ["07", "08", "12"]), ("type:meeting.ministerial", ["07"]),
      ("type:meet", []), ("actor:Pakistan -actor:Russia", ["07"]),
      ("actor:pakistani actor:RUS place:moscow", ["01"]), ("actor:Bajwa", ["05"]),
      ("actor:Jawed,lavrov", ["05", "07"]), ("actor:awed", []),
      ("actor:Pakistan members:yes place:Moscow", ["01", "05", "07"]),
      ("-type:meeting actor:India undated:yes", ["10"]), ("undated:only", ["10"]),
      ("2018", ["04", "05", "07", "08", "09", "11", "12"]),
      ("2018 certain:yes", ["04", "05", "07", "08", "12"]),
      ("2014..2015", ["01", "02", "09", "11"]), ("2014-07..2015-07", ["09", "11"]),
      ("..2012", ["09", "11"]), ("2021..", ["11"]), ("2021.. undated:yes", ["10", "11"]),
      ("actuality:planned,proposed", ["04", "08", "09"]),
      ("-actuality:occurred", ["04", "08", "09"]),
      ("confidence<0.5 undated:yes", ["04", "10"]), ("sources>=2", ["02", "05"]),
      ("label:KEY", ["05"]), ("id:e_02b", ["02"]), ("document:wire.txt type:visit", ["05"]),
      ("source:op-ed type:exercise", []), ("source:wire type:exercise", ["06"]),
      ("source:Press type:visit", ["05"]), ("S-400", ["12"]), ("O'Brien", ["12"]),
      ("\"Indo-Pacific\"", ["12"]), ("indo pacific", ["12"]), ("\"pacific indo\"", []),
      ("su-35", ["04"]), ("helicopters -delivers", ["02"]), ("bajwa", ["05"]),
      ("precision:month", ["02", "04", "08"]), ("origin:added", []),
      ("open:yes", ["09", "11"]), ("open:no undated:yes type:statement,trade", ["10"]),
      ("-open:no undated:yes", ["09", "11"]), ("2018 open:no", ["04", "05", "07", "08", "12"]),
    ]
    for (text, ids) in expected {
      let result = try store.events(EventQuery(parsing: text))
      #expect(result.events.map(\.id).sorted() == ids.map { "e_" + $0 }, "\(text)")
      #expect(result.total == ids.count, "\(text)")
      #expect(try store.count(EventQuery(parsing: text)) == ids.count, "\(text)")
    }
  }

  @Test func theLimitLeavesTheCountAndTheOrderStands() throws {
    let store = try store()
    let all = try store.events(EventQuery(parsing: "undated:yes")).events.map(\.id)
    #expect(all.first == "e_09" && all.last == "e_10" && all.count == 12)
    let cut = try store.events(EventQuery(parsing: "undated:yes limit:3"))
    #expect(cut.events.map(\.id) == Array(all.prefix(3)))
    #expect(cut.total == 12)
    let latest = try store.events(EventQuery(parsing: "sort:latest limit:1"))
    #expect(latest.events.map(\.id) == ["e_12"])
    #expect(latest.undatedNotShown == 1)
    let least = try store.events(EventQuery(parsing: "sort:confidence")).events.last
    #expect(least?.id == "e_04")
  }

  @Test func peoplesAliasesAreFollowed() throws {
    let store = try store()
    let query = try EventQuery(parsing: "actor:\"the general\"")
    #expect(try store.count(query) == 0)
    try store.write { writer throws(StoreError) in
      try writer.replaceOwnAliases(["the General": "Qamar Jawed Bajwa"])
    }
    #expect(try store.count(query) == 1)
    try store.write { writer throws(StoreError) in try writer.replaceOwnAliases([:]) }
    #expect(try store.count(query) == 0)
  }

  @Test func wordsOfTheQueryLanguageAreOnlyWords() throws {
    let store = try store()
    for words in ["AND", "NEAR(", "title:x", "a\"b", "*", "'; DROP TABLE event_record; --", "^x"] {
      let query = EventQuery(terms: [
        .init(.text(words)), .init(.field(.actor, [words])), .init(.field(.place, [words])),
      ])
      #expect(try store.count(query) == 0, "\(words)")
    }
    #expect(try store.counts().events == 12)
  }

  /// The overlap index must give what the plain form gives, whatever the events and the window.
  @Test func theOverlapIndexAgreesWithThePlainForm() throws {
    for seed in UInt64(1)...12 {
      var random = SeededGenerator(seed: seed)
      let store = try TimelineStore.inMemory()
      let events = (0..<Int.random(in: 0...400, using: &random)).map { number in
        Event(
          id: "e_\(number)", origin: .added,
          description: SampleTimeline.description(using: &random), source: "s")
      }
      try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
      for _ in 0..<25 {
        var query = EventQuery(window: Self.window(using: &random))
        query.certain = Bool.random(using: &random)
        query.undated = EventQuery.UndatedEvents.allCases.randomElement(using: &random) ?? .only
        query.order = Bool.random(using: &random) ? .time : .latest
        query.limit = Bool.random(using: &random) ? nil : Int.random(in: 1...30, using: &random)
        if Bool.random(using: &random) { query.terms.append(.init(.field(.type, ["meeting"]))) }
        let open = Bool.random(using: &random) ? "yes" : "no"
        if Bool.random(using: &random) { query.terms.append(.init(.field(.open, [open]))) }
        let found = try store.events(query)
        let plain = Self.plain(query, events)
        #expect(found.total == plain.count, "seed \(seed): \(query)")
        #expect(
          found.events.map(\.id) == plain.prefix(query.limit ?? plain.count).map(\.id),
          "seed \(seed): \(query)")
        #expect(try store.count(query) == plain.count, "seed \(seed): \(query)")
      }
    }
  }

  /// Whoever writes plain SQL, or the functions on EDTF, gets what the query gets.
  @Test func plainSQLAndFunctionsAgreeWithTheQuery() throws {
    for seed in UInt64(31)...34 {
      var random = SeededGenerator(seed: seed)
      let events = (0..<250).map { number in
        Event(
          id: "e_\(number)", origin: .added,
          description: SampleTimeline.description(using: &random), source: "s")
      }
      try withTemporaryFolder { folder in
        let store = try TimelineStore.create(at: folder.appending(path: "t.sqlite").path)
        try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
        for _ in 0..<15 {
          guard let window = Self.window(using: &random) else { continue }
          let from = window.earliest?.description ?? "0001-01-01"
          let to = window.latest?.description ?? "9999-12-31"
          for (isCertain, conditions) in [
            (
              false,
              ["earliest <= :to AND latest >= :from", "overlaps(edtf, :from, :to)"]
            ),
            (
              true,
              [
                "earliest >= :from AND latest <= :to AND start_open = 0 AND end_open = 0",
                "certainly_within(edtf, :from, :to)",
              ]
            ),
          ] {
            let found = try store.list(EventQuery(window: window, certain: isCertain)).map(\.id)
            for condition in conditions {
              let rows = try store.query(
                "SELECT id FROM event WHERE \(condition) ORDER BY lo, hi, type, id",
                parameters: ["from": from, "to": to]
              ).rows
              #expect(rows.map { $0[0] } == found.map { .text($0) }, "seed \(seed): \(condition)")
            }
          }
        }
      }
    }
  }

  private static func window(using random: inout SeededGenerator) -> DaySpan? {
    if Int.random(in: 0..<8, using: &random) == 0 { return nil }
    let start = CivilDay(julianDayNumber: Int.random(in: 2_415_021...2_462_502, using: &random))
    let length = [0, 1, 30, 365, 1461, 20_000].randomElement(using: &random) ?? 0
    return DaySpan(
      earliest: Int.random(in: 0..<8, using: &random) == 0 ? nil : start,
      latest: Int.random(in: 0..<8, using: &random) == 0 ? nil : start.advanced(by: length))
  }

  /// The query over values in memory, as its words define it.
  private static func plain(_ query: EventQuery, _ events: [Event]) -> [Event] {
    let window = query.window ?? DaySpan(earliest: nil, latest: nil)
    let found = events.filter { event in
      let date = event.description.date
      for case .field(let field, let values) in query.terms.map(\.condition) {
        let isOpen = date.isDated && date.span.length == nil
        switch field {
        case .open where isOpen != (values == ["yes"]): return false
        case .type where !event.description.type.hasPrefix("meeting"): return false
        default: break
        }
      }
      guard date.isDated else {
        return query.undated != .excluded && window.overlaps(date.span)
      }
      if query.undated == .only { return false }
      if query.certain, query.window != nil {
        return date.span.length != nil && window.contains(date.span)
      }
      return window.overlaps(date.span)
    }
    func key(_ event: Event) -> [Int] {
      let span = event.description.date.span
      return [
        span.earliest?.julianDayNumber ?? 1_721_426, span.latest?.julianDayNumber ?? 5_373_484,
      ]
    }
    func earlier(_ left: Event, _ right: Event) -> Bool {
      let (first, second) = (key(left), key(right))
      if first != second { return first.lexicographicallyPrecedes(second) }
      if left.description.type != right.description.type {
        return left.description.type < right.description.type
      }
      return left.id < right.id
    }
    let dated = found.filter(\.description.date.isDated).sorted(by: earlier)
    let rest = found.filter { !$0.description.date.isDated }.sorted { left, right in
      (left.description.type, left.id) < (right.description.type, right.id)
    }
    return query.order == .time ? dated + rest : dated.reversed() + rest.reversed()
  }
}
