import Chronology
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@Suite("Search")
struct SearchTests {
  private func store() throws -> TimelineStore {
    let store = try TimelineStore.inMemory()
    var example = ExampleTimeline()
    example.extractions.append(
      Extraction(
        document: Document(
          name: "quiet.txt", utf8: Array("The Su-35 and helicopters are named, no event.".utf8)),
        mentions: []))
    try example.fill(store)
    return store
  }

  @Test func namesOfSystemsAndPeopleAreFound() throws {
    let store = try store()
    for (words, ids) in [
      ("S-400", ["e_12"]), ("Su-35", ["e_04"]), ("O'Brien", ["e_12"]), ("indo-pacific", ["e_12"]),
      ("\"deliver the\"", []), ("\"delivers the\"", ["e_03"]), ("moscow bajwa", ["e_05"]),
      ("objects", ["e_10"]), ("AND", ["e_12"]), ("helicopters", ["e_02", "e_03"]),
    ] {
      let result = try store.search(words)
      #expect(result.hits.map(\.event.id).sorted() == ids, "\(words)")
      #expect(result.total == ids.count && result.isRanked, "\(words)")
    }
  }

  @Test func snippetsMarkTheWordsAndDocumentsAreCounted() throws {
    let store = try store()
    let result = try store.search("su-35", marks: ("<", ">"))
    #expect(result.hits.map(\.snippet) == ["Talks on the <Su-35> go on."])
    #expect(result.documents.map(\.document) == ["quiet.txt"])
    #expect(result.documentTotal == 1)
    #expect(result.documents.first?.snippet.contains("<Su-35>") == true)
  }

  /// Ranking costs time for each match, so that many of them come in the order of time.
  @Test func manyMatchesComeInTheOrderOfTime() throws {
    let days = [3, 1, 2]
    for count in [TimelineStore.rankingThreshold, TimelineStore.rankingThreshold + 1] {
      let events = (0..<count).map { number in
        let day = "2018-04-0\(days[number % 3])"
        return Event(
          id: "e_\(number)", origin: .added,
          description: EventDescription(
            type: "meeting", title: "Talks" + (number == 0 ? " talks talks" : ""),
            date: (try? EDTF(day)).map { EventDate(edtf: $0) } ?? .undated()), source: "s")
      }
      let store = try TimelineStore.inMemory()
      try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
      let result = try store.search("talks", query: EventQuery(undated: .included, limit: 5))
      #expect(result.total == count)
      #expect(result.isRanked == (count <= TimelineStore.rankingThreshold))
      let first = try #require(result.hits.first?.event)
      // The best match is of the third; the first of the days leads when nothing is ranked.
      #expect(first.description.date.edtf == (result.isRanked ? "2018-04-03" : "2018-04-01"))
    }
  }

  @Test func filtersLimitsAndRawExpressions() throws {
    let store = try store()
    let limited = try store.search("the", query: EventQuery(undated: .included, limit: 2))
    #expect(limited.hits.count == 2 && limited.total > 2)
    let filtered = try store.search(
      "helicopters", query: EventQuery(parsing: "type:arms_delivery"))
    #expect(filtered.hits.map(\.event.id) == ["e_03"])
    let raw = try store.search("title : bajwa OR deliver*", isRaw: true)
    #expect(Set(raw.hits.map(\.event.id)) == ["e_03", "e_05"])
    #expect(throws: StoreError.self) { try store.search("AND AND", isRaw: true) }
    #expect(throws: StoreError.self) { try store.search(" -- ") }
  }
}

@Suite("The full-text indexes follow their content")
struct TextIndexTests {
  @Test func changingAndRemovingDocumentsKeepsTheIndexWhole() throws {
    try onMemoryAndFile { store in
      let example = ExampleTimeline()
      try example.fill(store)
      for round in 0..<3 {
        try store.write { writer throws(StoreError) in
          var changed = example.extractions[1]
          changed.document.utf8 += Array("Round \(round) of the Zircon.".utf8)
          try writer.replaceDocument(changed)
          try writer.removeDocument(example.extractions[0].document.name)
        }
        // FTS5 compares the index with the content and fails when they differ.
        try store.execute(
          "INSERT INTO document_text (document_text, rank) VALUES ('integrity-check', 1)")
        #expect(try store.search("zircon").documents.map(\.document) == ["wire.txt"])
        #expect(try store.search("\"round \(round)\"").documentTotal == 1)
        try store.write { writer throws(StoreError) in
          try writer.replaceDocuments(example.extractions)
          try writer.replaceEvents(example.events)
        }
        try store.execute(
          "INSERT INTO document_text (document_text, rank) VALUES ('integrity-check', 1)")
        try store.execute("INSERT INTO event_text (event_text, rank) VALUES ('integrity-check', 1)")
        #expect(try store.search("zircon").documentTotal == 0)
      }
    }
  }
}

@Suite("Counts from running totals")
struct TallyTests {
  @Test func countsByTypeAndYearAgreeWithThePlainForm() throws {
    for seed in UInt64(41)...44 {
      var random = SeededGenerator(seed: seed)
      let events = (0..<300).map { number in
        Event(
          id: "e_\(number)", origin: .added,
          description: SampleTimeline.description(using: &random), source: "s")
      }
      let store = try TimelineStore.inMemory()
      try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
      for _ in 0..<20 {
        let first = CivilDay(julianDayNumber: Int.random(in: 2_415_021...2_462_502, using: &random))
        let window = DaySpan(earliest: first, latest: first.advanced(by: 800))
        var plain: [String: Int] = [:]
        for event in events where event.description.date.isDated {
          if event.description.date.span.overlaps(window) {
            plain[event.description.type, default: 0] += 1
          }
        }
        let counts = try store.countsByType(in: window)
        #expect(
          Dictionary(uniqueKeysWithValues: counts.map { ($0.type, $0.count) }) == plain,
          "seed \(seed)")
        #expect(counts.map(\.count) == counts.map(\.count).sorted(by: >))
      }
      let years = try store.countsByYear(1990...1992)
      for year in years {
        let plain = events.filter {
          $0.description.date.isDated && $0.description.date.span.overlaps(.year(year.year))
        }
        #expect(year.count == plain.count, "seed \(seed)")
      }
    }
  }
}
