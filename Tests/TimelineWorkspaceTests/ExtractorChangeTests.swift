import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@testable import TimelineWorkspace

@Suite("Decisions through changes of the extractor")
struct ExtractorChangeTests {
  /// What `types.txt` says in each version: nothing; other words for old types; a type of its own.
  static let versions = [
    "",
    """
    type: visit
    trigger: sign verb obj:@agreement
    example: Ghana and Togo signed an agreement on 3 May 2011.
    type: statement
    trigger: deliver verb obj:*
    example: Italy delivered two patrol boats in 2012.
    """,
    """
    type: handover
    label: Handover
    definition: Equipment changes hands.
    trigger: deliver verb obj:*
    example: Italy delivered two patrol boats in 2012.
    type: meeting
    trigger: exercise noun
    example: A joint exercise will be held in May 2019.
    """,
  ]

  static let texts = [
    "Foreign Minister Khan visited Moscow on 12 March 2016. He met President Putin there. "
      + "The two countries signed a defence agreement on 20 November 2014.",
    "On 20 November 2014 Pakistan and Russia signed a defence agreement in Islamabad. "
      + "A joint exercise will be held in October 2018.",
    "Russia delivered four helicopters to Pakistan in August 2017. Officials denied the report.",
    "Kenya and Uganda opened a border post on 4 July 2012. Ministers met in Nairobi in May 2013. "
      + "Uganda will host the next meeting in 2019.",
    "Norway delivered two patrol boats to Ghana on 9 June 2015. Ghana and Norway signed an "
      + "agreement on fisheries in June 2014. The navies held an exercise off Tema in 2016.",
    "Peru's president visited Quito on 3 February 2018. Peru and Ecuador signed a memorandum on "
      + "mining. Protesters blocked the road near Tumbes on 5 February 2018.",
  ]

  private func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (index, text) in Self.texts.enumerated() {
      try folder.write("documents/\(index).txt", text)
    }
    _ = try Workspace.rebuild(folder.folder, command: "test")
    return folder
  }

  private func digest(_ folder: TemporaryFolder) throws -> String {
    try Workspace.reader(folder.folder).contentDigest()
  }

  private func write(_ types: String, to folder: TemporaryFolder) throws {
    if types.isEmpty {
      try? folder.delete("types.txt")
    } else {
      try folder.write("types.txt", types)
    }
  }

  /// Some decision on the timeline as it stands.
  private func anyDecision(
    _ step: Int, _ snapshot: TimelineWorkspace.Snapshot, _ events: [Event],
    _ random: inout SeededGenerator
  ) throws(WorkspaceError) -> Decision? {
    guard let event = events.randomElement(using: &random),
      let other = events.randomElement(using: &random)
    else {
      // Everything was rejected or merged away: somebody begins again.
      let event = Decision.AddedEvent(date: "2012", title: "Step \(step)")
      return Decision.made(.add(event), by: "ana", at: "2026-01-01T00:00:0\(step % 10)Z")
    }
    let year = 2010 + step % 9
    let actions: [Decision.Action] = [
      .add(Decision.AddedEvent(date: "\(year)", title: "Step \(step)")),
      .edit(event: event.id, field: .date, value: "\(year)-0\(1 + step % 9)"),
      .edit(event: event.id, field: .type, value: ["visit", "other", "meeting"][step % 3]),
      .edit(event: event.id, field: .title, value: "Title \(step)"),
      .edit(event: event.id, field: .actuality, value: ["planned", "denied"][step % 2]),
      .edit(event: event.id, field: .addActor, value: "Actor \(step % 4)"),
      .edit(event: event.id, field: .removeActor, value: "Russia"),
      .edit(event: event.id, field: .place, value: ""),
      .confirm(event: event.id), .reject(event: event.id),
      .note(event: event.id, text: "Note \(step)"),
      .label(event: event.id, text: "label-\(step % 3)"),
      event.id == other.id ? .split(event: event.id) : .merge(events: [event.id, other.id]),
      event.id == other.id
        ? .confirm(event: event.id) : .link(plan: event.id, outcome: other.id),
      .setPublished(document: "\(step % 6).txt", date: "2018-0\(1 + step % 9)"),
      .alias(name: "Name \(step % 3)", canonical: "Other \(step)"),
    ]
    guard let action = actions.randomElement(using: &random) else { return nil }
    var previous: String?
    var anchor: Decision.Anchor?
    var saw = snapshot.seen(like: action)
    if let id = action.events.first {
      let target = try snapshot.event(id)
      anchor = try snapshot.anchor(of: target)
      // Now and then somebody decides without having seen what others did.
      saw = step % 7 == 0 ? [] : snapshot.seen(on: [target])
      if case .edit(_, let field, let value) = action {
        previous = FieldEdit.value(of: field, in: target.description, about: value)
      }
    }
    return Decision.made(
      action, saw: saw, anchor: anchor, previous: previous, by: ["ana", "ben"][step % 2],
      at: "2026-01-01T00:00:0\(step % 10)Z")
  }

  /// Two hundred decisions, made in each of three versions of the extractor and carried through the
  /// others: each has one of the four fates, none is lost, and undoing all leaves no trace.
  @Test func twoHundredDecisionsThroughThreeVersions() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let folder = try folder()
    var made: Set<String> = []
    var fates: Set<DecisionStatus> = []
    var step = 0
    for round in 0..<10 {
      try write(Self.versions[round % 3], to: folder)
      _ = try Workspace.rebuild(folder.folder, command: "test")
      let report = try Workspace.decide(in: folder.folder, command: "test") {
        snapshot throws(WorkspaceError) in
        let events: [Event]
        do throws(StoreError) {
          events = try snapshot.store.events(EventQuery(undated: .included)).events
        } catch { throw .store(error) }
        var decisions: [Decision] = []
        for _ in 0..<20 {
          if let decision = try anyDecision(step, snapshot, events, &random) {
            decisions.append(decision)
          }
          step += 1
        }
        return decisions
      }
      made.formUnion(report.decisions.map(\.id))
      let rows = try Workspace.reader(folder.folder).decisions()
      #expect(Set(rows.map(\.id)) == made, "seed \(seed), round \(round)")
      fates.formUnion(rows.map { $0.status })
      // What became an orphan is still to be seen, unless somebody rejected or merged it.
      let store = try Workspace.reader(folder.folder)
      for listed in try Workspace.decisions(of: store)
      where listed.status == .orphan && listed.decision.about != nil {
        let id = try #require(listed.decision.action.events.first)
        let found = try store.event(id: id) != nil
        let gone = try store.tombstone(id: id) != nil
        #expect(found || gone, "seed \(seed), round \(round): \(id) is lost")
      }
      #expect(try Workspace.check(folder.folder).problems == [], "seed \(seed), round \(round)")
    }
    #expect(made.count == 200, "seed \(seed)")
    #expect(
      fates.isSubset(of: [.applied, .obsolete, .conflict, .orphan]) && fates.count == 4,
      "seed \(seed): \(fates)")

    // What was built step by step is what a build from nothing gives.
    let stepwise = try digest(folder)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try digest(folder) == stepwise, "seed \(seed)")

    _ = try Workspace.decide(in: folder.folder, command: "test") { _ in
      made.sorted().map {
        Decision.made(.undo(decision: $0), by: "ana", at: "2026-01-02T00:00:00Z")
      }
    }
    for types in Self.versions {
      try write(types, to: folder)
      _ = try Workspace.rebuild(folder.folder, command: "test")
      let untouched = try self.folder()
      try write(types, to: untouched)
      _ = try Workspace.rebuild(untouched.folder, command: "test")
      #expect(try digest(folder) == digest(untouched), "seed \(seed)")
    }
  }

  /// A rule that reads otherwise: mentions vanish, change their type or date, or get new ids.
  @Test func decisionsMeetReadingsOfAnyKind() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var random = SeededGenerator(seed: seed)
    let folder = try folder()
    var step = 0
    _ = try Workspace.decide(in: folder.folder, command: "test") {
      snapshot throws(WorkspaceError) in
      let events: [Event]
      do throws(StoreError) {
        events = try snapshot.store.events(EventQuery(undated: .included)).events
      } catch { throw .store(error) }
      var decisions: [Decision] = []
      for _ in 0..<200 {
        if let decision = try anyDecision(step, snapshot, events, &random) {
          decisions.append(decision)
        }
        step += 1
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
