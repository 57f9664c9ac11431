import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@testable import TimelineIngest
@testable import TimelineWorkspace

@Suite("Decisions through changes of the extractor")
struct ExtractorChangeTests {
  /// A version of what reads the documents: its lexicon, its rules, the folder's types.
  struct Version {
    var name: String
    var extractor = Extractor.current
    var types = ""
  }

  /// The program's trigger table with another row for each of those words, or none.
  private static func triggers(_ change: (_ row: [Substring]) -> String?) -> String {
    TableText.rows(ofFile: "triggers.tsv").compactMap { change($0) }.joined(separator: "\n")
  }

  /// Other words in the program's own table: nobody signs any more, to visit is to meet.
  private static let otherLexicon: [String: String] = [
    "triggers.tsv": triggers { row in
      if row[0] == "sign" || row[0] == "exercise" { return nil }
      var row = row
      if row[0] == "visit" { row[3] = "meeting" }
      return row.joined(separator: "\t")
    }
  ]

  static let versions = [
    Version(name: "as it is"),
    Version(
      name: "another lexicon",
      extractor: Extractor(fingerprint: "another lexicon") { aliases, types in
        let ingester = Ingester(replacing: otherLexicon, aliases: aliases, types: types)
        return { ingester.extract($0) }
      }),
    Version(
      name: "another rule: every predicate with a date is an event",
      extractor: Extractor(fingerprint: "another rule") { aliases, types in
        let ingester = Ingester(aliases: aliases, types: types)
        return { document in
          var extraction = ingester.extract(document, everyPredicate: true)
          extraction.mentions.removeAll { !$0.description.date.isDated }
          return extraction
        }
      }),
    Version(
      name: "another types file",
      types: """
        type: handover
        label: Handover
        definition: Equipment changes hands.
        trigger: deliver verb obj:*
        example: Italy delivered two patrol boats in 2012.
        type: visit
        trigger: sign verb obj:@agreement
        example: Ghana and Togo signed an agreement on 3 May 2011.
        type: meeting
        trigger: exercise noun
        example: A joint exercise will be held in May 2019.
        """),
  ]

  private func digest(_ folder: TemporaryFolder) throws -> String {
    try Workspace.reader(folder.folder).contentDigest()
  }

  /// Has the folder read by a version of the extractor, as the next command that writes does.
  private func install(_ version: Version, in folder: TemporaryFolder) throws {
    folder.extractor = version.extractor
    if version.types.isEmpty {
      try? folder.delete("types.txt")
    } else {
      try folder.write("types.txt", version.types)
    }
    _ = try Workspace.rebuild(folder.folder, command: "test")
  }

  @Test func theVersionsReadOtherwise() throws {
    let folder = try StoryDocuments.folder()
    var digests: [String] = []
    for version in Self.versions {
      try install(version, in: folder)
      digests.append(try digest(folder))
    }
    #expect(Set(digests).count == Self.versions.count)
    try install(Self.versions[0], in: folder)
    #expect(try digest(folder) == digests[0])
  }

  /// A version is noticed by the next command that writes, rebuild or not.
  @Test func theNextCommandThatWritesReadsAnew() throws {
    let folder = try StoryDocuments.folder()
    folder.extractor = Self.versions[1].extractor
    _ = try Workspace.decide(in: folder.folder, command: "test") { _ in [] }
    let stepwise = try digest(folder)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try digest(folder) == stepwise)
  }

  /// Two hundred decisions, made in each of four versions of the extractor and carried through the
  /// others: each has one of the four fates, none is lost, and undoing all leaves no trace.
  @Test func twoHundredDecisionsThroughFourVersions() throws {
    let seed = RandomDecisions.seed()
    var people = RandomDecisions(seed: seed)
    let folder = try StoryDocuments.folder()
    var made: [String: Decision] = [:]
    var fates: Set<DecisionStatus> = []
    for round in 0..<12 {
      try install(Self.versions[round % Self.versions.count], in: folder)
      for _ in 0..<(round < 8 ? 17 : 16) {
        let report = try Workspace.decide(in: folder.folder, command: "test") {
          snapshot throws(WorkspaceError) in
          try [people.next(snapshot)].compactMap { $0 }
        }
        for decision in report.decisions { made[decision.id] = decision }
      }
      let what = "seed \(seed), round \(round)"
      let store = try Workspace.reader(folder.folder)
      let rows = try store.decisions()
      #expect(Set(rows.map(\.id)) == Set(made.keys), "\(what)")
      fates.formUnion(rows.map { $0.status })
      let all = try Workspace.decisions(of: store)
      for listed in all where listed.status == .orphan {
        try expectVisible(listed, among: all, store, what)
      }
      #expect(try Workspace.check(folder.folder).problems == [], "\(what)")
    }
    #expect(made.count == 200, "seed \(seed)")
    #expect(fates == [.applied, .obsolete, .conflict, .orphan], "seed \(seed): \(fates)")

    // What was built step by step is what a build from nothing gives.
    let stepwise = try WholeTimeline(folder.folder)
    let copy = try folder.rebuiltCopy()
    try WholeTimeline(copy.folder).expectEqual(to: stepwise, "seed \(seed)")

    let texts = try folder.bytes("decisions.jsonl")
    _ = try Workspace.decide(in: folder.folder, command: "test") { _ in
      made.keys.sorted().map {
        Decision.made(.undo(decision: $0), by: "ana", at: "2026-01-02T00:00:00Z")
      }
    }
    #expect(try folder.bytes("decisions.jsonl").starts(with: texts))
    for version in Self.versions {
      try install(version, in: folder)
      let untouched = try StoryDocuments.folder()
      try install(version, in: untouched)
      #expect(try digest(folder) == digest(untouched), "seed \(seed), \(version.name)")
    }
  }

  /// An orphan's event is there with its label, or a person rejected or merged it.
  private func expectVisible(
    _ listed: ListedDecision, among all: [ListedDecision], _ store: TimelineStore, _ what: String
  ) throws {
    if case .reject = listed.decision.action { return }
    for sight in listed.decision.sights {
      let about = "\(what): \(sight.event) of \(DecisionLine.encode(listed.decision))"
      guard let found = try store.event(id: sight.event)?.event else {
        let gone = try store.tombstone(id: sight.event)
        #expect(gone != nil, "\(about) is lost")
        continue
      }
      if sight.about != nil, found.id == sight.event, found.origin == .added {
        #expect(found.labels.contains("orphaned"), "\(about)")
        #expect(found.source != nil, "\(about)")
        #expect(found.description.confidence < 0.2, "\(about)")
        if !found.decisions.contains(where: { isEdit($0, in: store) }) {
          // As its first author saw it; others may have seen it merged with another event.
          let types = all.flatMap(\.decision.sights).filter { $0.event == found.id }
            .compactMap(\.about?.type)
          #expect(types.contains(found.description.type), "\(about)")
        }
      }
    }
  }

  private func isEdit(_ id: String, in store: TimelineStore) -> Bool {
    let row = try? store.decisions().first { $0.id == id }
    return row?.raw.contains("\"action\":\"edit\"") ?? false
  }

  /// A rule that reads otherwise: mentions vanish, change their type or date, or get new ids.
  @Test func decisionsMeetReadingsOfAnyKind() throws {
    let seed = RandomDecisions.seed()
    var random = SeededGenerator(seed: seed)
    var people = RandomDecisions(seed: seed)
    let folder = try StoryDocuments.folder()
    _ = try Workspace.decide(in: folder.folder, command: "test") {
      snapshot throws(WorkspaceError) in
      var decisions: [Decision] = []
      for _ in 0..<200 {
        if let decision = try people.next(snapshot) { decisions.append(decision) }
      }
      return decisions
    }
    let file = try DecisionFile.read(folder.folder)
    let read = try Workspace.reader(folder.folder).extractions()
    #expect(file.entries.count == 200)
    var taken = file
    let undone = file.entries.map {
      Decision.made(.undo(decision: $0.decision.id), by: "ana", at: "2026-01-02T00:00:00Z")
    }
    taken.entries += undone.map { DecisionFile.Entry(decision: $0, raw: "", line: 0) }
    for round in 0..<20 {
      var changed = read
      for document in changed.indices {
        changed[document].mentions = changed[document].mentions.compactMap { mention in
          var mention = mention
          switch Int.random(in: 0..<10, using: &random) {
          case 0: return nil
          case 1: mention.description.type = "trade"
          case 2: mention.description.date = .undated()
          case 3: mention.id = ContentIdentity.event("\(mention.id) read otherwise")
          default: break
          }
          return mention
        }
      }
      let derived = Derivation(
        changed, decisions: file, order: DecisionOrder(file.entries))
      #expect(derived.decisions.count == 200, "seed \(seed), round \(round)")
      #expect(
        derived.decisions.allSatisfy { $0.status != .undone }, "seed \(seed), round \(round)")
      #expect(
        Set(derived.events.map(\.id)).count == derived.events.count,
        "seed \(seed), round \(round): an id stands twice")
      let none = Derivation(
        changed, decisions: DecisionFile([]), order: DecisionOrder([]))
      let undone = Derivation(changed, decisions: taken, order: DecisionOrder(taken.entries))
      #expect(undone.events == none.events, "seed \(seed), round \(round)")
      #expect(undone.links == none.links, "seed \(seed), round \(round)")
    }
  }
}
