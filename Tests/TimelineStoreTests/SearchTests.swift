import Testing
import TimelineModel
import TimelineQuery
import TimelineStore

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
    #expect(result.hits.map(\.snippet) == ["Talks on the <Su-35> go on"])
    #expect(result.documents.map(\.document) == ["quiet.txt"])
    #expect(result.documentTotal == 1)
    #expect(result.documents.first?.snippet.contains("<Su-35>") == true)
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
