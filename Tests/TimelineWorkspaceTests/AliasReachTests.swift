import Synchronization
import Testing
import TimelineIngest
import TimelineModel
import TimelineStore

@testable import TimelineWorkspace

@Suite("A name that means another is read anew where it is written")
struct AliasReachTests {
  /// The names of the documents that were read.
  private final class ReadDocuments: Sendable {
    private let names = Mutex<Set<String>>([])

    func add(_ name: String) { names.withLock { _ = $0.insert(name) } }

    func taken() -> Set<String> {
      names.withLock { names in
        defer { names = [] }
        return names
      }
    }
  }

  @Test func onlyDocumentsWithTheNameAreReadAnew() throws {
    let read = ReadDocuments()
    let folder = try StoryDocuments.folder()
    folder.extractor = Extractor(fingerprint: "counting") { aliases, types in
      let reader = Extractor.current.reader(aliases, types)
      return { document in
        read.add(document.name)
        return reader(document)
      }
    }
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let everything = read.taken()
    #expect(everything.count == StoryDocuments.texts.count)
    var made: [String] = []
    func decide(_ action: Decision.Action) throws -> Set<String> {
      made += try Workspace.decide(in: folder.folder, command: "test") { _ in
        [Decision.made(action, by: "ana", at: "2026-01-01T00:00:0\(made.count)Z")]
      }.decisions.map(\.id)
      let documents = read.taken()
      let stepwise = try WholeTimeline(folder.folder)
      let copy = try folder.rebuiltCopy()
      try WholeTimeline(copy.folder).expectEqual(to: stepwise, "\(action)")
      _ = read.taken()
      return documents
    }
    #expect(try decide(.alias(name: "NORWAY", canonical: "Sweden")) == ["4.txt"])
    #expect(try decide(.alias(name: "Foreign Minister Khan", canonical: "Imran Khan")) == ["0.txt"])
    #expect(try decide(.alias(name: "Atlantis", canonical: "Russia")) == [])
    #expect(try decide(.alias(name: "Norway", canonical: "Iceland")) == ["4.txt"])
    #expect(try decide(.undo(decision: made[1])) == ["0.txt"])
    #expect(try decide(.undo(decision: made[2])) == [])
    // Another types file is another reading of everything.
    try folder.write(
      "types.txt",
      """
      type: handover
      label: Handover
      definition: Equipment changes hands.
      trigger: deliver verb obj:*
      example: Italy delivered two patrol boats in 2012.
      """)
    #expect(try decide(.alias(name: "Atlantis", canonical: "Peru")) == everything)
  }

  @Test(arguments: [
    ("Foreign Office", "the foreign office said", true), ("U.S.S.R.", "The U.S.S.R. fell.", true),
    ("Côte d’Ivoire", "in CÔTE D'IVOIRE", true), ("Foreign Office", "a foreign post", false),
    ("Pak-Russia", "Pak and Russia", true), (" ", "a b", false),
  ])
  func aNameIsSoughtByItsWords(_ name: String, _ text: String, _ isThere: Bool) {
    #expect(NameSearch([name]).mayFind(in: Array(text.utf8)) == isThere)
  }
}
