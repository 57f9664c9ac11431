import Chronology
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@Suite("What is stored comes back as it was")
struct RoundTripTests {
  @Test func extractionsComeBackExactly() throws {
    for seed in UInt64(1)...5 {
      var random = SeededGenerator(seed: seed)
      let sample = SampleTimeline(documents: 12, using: &random)
      try onMemoryAndFile { store in
        try sample.fill(store)
        let sorted = sample.extractions.sorted { $0.document.name < $1.document.name }
        #expect(try store.extractions() == sorted, "seed \(seed)")
        #expect(try store.documents() == sorted.map(\.document), "seed \(seed)")
        #expect(
          try store.extraction(ofDocument: sorted[3].document.name) == sorted[3], "seed \(seed)")
        #expect(try store.verify().isEmpty)
      }
    }
  }

  @Test func eventsComeBackExactly() throws {
    for seed in UInt64(1)...5 {
      var random = SeededGenerator(seed: seed)
      let sample = SampleTimeline(documents: 12, using: &random)
      let store = try TimelineStore.inMemory()
      try sample.fill(store)
      let result = try store.events(EventQuery(undated: .included))
      #expect(Set(result.events) == Set(sample.events), "seed \(seed)")
      #expect(result.total == sample.events.count)
      let dated = try store.events(EventQuery())
      #expect(dated.events == result.events.filter(\.description.date.isDated))
      #expect(dated.undatedNotShown == sample.events.count - dated.total)
      let days = dated.events.map {
        $0.description.date.span.earliest?.julianDayNumber ?? 1_721_426
      }
      #expect(days == days.sorted())
    }
  }

  @Test func replacingADocumentReplacesItsMentions() throws {
    var random = SeededGenerator(seed: 7)
    let sample = SampleTimeline(documents: 6, using: &random)
    try onMemoryAndFile { store in
      try sample.fill(store)
      let first = sample.extractions[1]
      let edited = Extraction(
        document: Document(name: first.document.name, utf8: Array("Nothing now.".utf8)),
        mentions: [])
      try store.write { writer throws(StoreError) in try writer.replaceDocument(edited) }
      #expect(try store.extraction(ofDocument: first.document.name) == edited)
      let removed = try store.write { writer throws(StoreError) in
        try writer.removeDocument(first.document.name)
      }
      #expect(removed)
      #expect(try store.document(named: first.document.name) == nil)
      #expect(try store.counts().documents == 5)
      let again = try store.write { writer throws(StoreError) in
        try writer.removeDocument(first.document.name)
      }
      #expect(!again)
    }
  }

  @Test func idsOfMembersAndOfOldLeadToTheEvent() throws {
    var random = SeededGenerator(seed: 11)
    let sample = SampleTimeline(documents: 8, using: &random)
    let event = try #require(sample.events.first { $0.mentions.count == 2 })
    let store = try TimelineStore.inMemory()
    try store.write { writer throws(StoreError) in
      try writer.replaceDocuments(sample.extractions)
      try writer.replaceEvents(
        sample.events, links: [EventLink(plan: event.id, outcome: "e_other")],
        redirects: [
          Redirect(id: "e_old", target: event.mentions[1]),
          Redirect(id: "e_older", target: "e_old"), Redirect(id: "e_a", target: "e_b"),
          Redirect(id: "e_b", target: "e_a"),
        ], tombstones: [Tombstone(id: "e_gone", reason: "rejected")])
    }
    #expect(try store.event(id: event.id) == resolved(event, from: nil))
    for id in [event.mentions[1], "e_old", "e_older"] {
      #expect(try store.event(id: id) == resolved(event, from: id))
    }
    for id in ["e_a", "e_unknown", "e_gone"] { #expect(try store.event(id: id) == nil) }
    #expect(try store.tombstone(id: "e_gone")?.reason == "rejected")
    #expect(try store.mentions(ofEvent: event.id).map(\.id) == event.mentions)
    #expect(try store.identities().redirects.count == 4)
  }

  private func resolved(_ event: Event, from id: String?) throws -> ResolvedEvent? {
    let store = try TimelineStore.inMemory()
    try store.write { writer throws(StoreError) in try writer.replaceEvents([event]) }
    var found = try store.event(id: event.id)
    found?.resolvedFrom = id
    return found
  }

  @Test func decisionsAndFactsAreKept() throws {
    let decision = Decision(
      id: "d_1", action: .alias(name: "USSR", canonical: "Russia"), by: "ana",
      at: "2026-01-01T00:00:00Z")
    let recorded = RecordedDecision(
      decision: decision, status: .applied, raw: #"{"id":"d_1"}"#, line: 1)
    try onMemoryAndFile { store in
      try store.write { writer throws(StoreError) in
        try writer.recordDecisions([recorded])
        try writer.setMeta(.decisionsApplied, "12")
        try writer.setMeta(.inputHash, "abc")
        try writer.setMeta(.inputHash, nil)
      }
      let rows = try store.decisions()
      #expect(rows.map(\.id) == ["d_1"])
      #expect(rows.first?.status == .applied)
      #expect(rows.first?.raw == #"{"id":"d_1"}"#)
      #expect(try store.meta(.decisionsApplied) == "12")
      #expect(try store.meta(.inputHash) == nil)
    }
  }

  @Test func datesOutsideTheTextCalendarCountAsOpen() throws {
    let store = try TimelineStore.inMemory()
    let old = Event(
      id: "e_0", origin: .added,
      description: EventDescription(
        type: "other", title: "Long ago",
        date: EventDate(
          edtf: "-0044-03-15", span: DaySpan(CivilDay(julianDayNumber: 1_705_426)),
          precision: .day)), source: "s")
    try store.write { writer throws(StoreError) in try writer.replaceEvents([old]) }
    let read = try #require(try store.event(id: "e_0")).event
    #expect(read.description.date.edtf == "-0044-03-15")
    #expect(read.description.date.span.earliest == nil)
  }

  @Test func aFailedWriteChangesNothing() throws {
    var random = SeededGenerator(seed: 3)
    let sample = SampleTimeline(documents: 5, using: &random)
    try onMemoryAndFile { store in
      try sample.fill(store)
      let before = try store.contentDigest()
      #expect(throws: StoreError.invalidValue("stop")) {
        try store.write { writer throws(StoreError) in
          try writer.removeDocument(sample.extractions[0].document.name)
          try writer.replaceEvents([])
          throw .invalidValue("stop")
        }
      }
      #expect(try store.contentDigest() == before)
    }
  }
}
