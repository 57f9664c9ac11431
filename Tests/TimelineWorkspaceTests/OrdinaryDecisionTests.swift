import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@testable import TimelineWorkspace

@Suite("Decisions are applied one by one with the result of a build from nothing")
struct OrdinaryDecisionTests {
  @Test func everyStepIsWhatABuildFromNothingGives() throws {
    let seed = RandomDecisions.seed()
    var people = RandomDecisions(seed: seed)
    let folder = try StoryDocuments.folder()
    var made: [Decision] = []
    for step in 0..<40 {
      // Decisions of one version of the extractor meet what another one reads.
      if step % 10 == 5 {
        folder.extractor = ExtractorChangeTests.versions[step / 10].extractor
        _ = try Workspace.rebuild(folder.folder, command: "test")
      }
      let report = try Workspace.decide(in: folder.folder, command: "test") {
        snapshot throws(WorkspaceError) in
        let taken = people.below(2) == 0 ? made.last : people.one(of: made)
        if let taken, people.below(4) == 0 {
          return [Decision.made(.undo(decision: taken.id), by: "ana", at: "2026-01-02T00:00:00Z")]
        }
        return try [people.next(snapshot)].compactMap { $0 }
      }
      made += report.decisions
      let stepwise = try WholeTimeline(folder.folder)
      let copy = try folder.rebuiltCopy()
      let whole = try WholeTimeline(copy.folder)
      let what = "seed \(seed), step \(step): \(made.last.map { DecisionLine.encode($0) } ?? "")"
      try #require(stepwise == whole, "\(what)\n\(stepwise)\n\(whole)")
    }
  }

  /// What a decision is about may have gone since: rejected, taken back, or found under another id.
  @Test(arguments: EventsThatWent.allCases)
  func whatWentIsNotForgotten(_ story: EventsThatWent) throws {
    let folder = try StoryDocuments.folder()
    let ids = try Workspace.reader(folder.folder).events(EventQuery()).events.map(\.id)
    let people = RandomDecisions(seed: 1)
    var made: [Decision] = []
    func decide(_ action: Decision.Action) throws {
      made += try Workspace.decide(in: folder.folder, command: "test") {
        snapshot throws(WorkspaceError) in [try people.decision(action, snapshot)]
      }.decisions
      let stepwise = try WholeTimeline(folder.folder)
      let copy = try folder.rebuiltCopy()
      try WholeTimeline(copy.folder).expectEqual(
        to: stepwise, "\(story), step \(made.count): \(action)")
    }
    switch story {
    case .linkedThenRejected:
      try decide(.link(plan: ids[0], outcome: ids[1]))
      try decide(.reject(event: ids[1]))
      try decide(.edit(event: ids[0], field: .title, value: "Another title"))
    case .editedThenRejected:
      try decide(.edit(event: ids[0], field: .title, value: "Another title"))
      try decide(.reject(event: ids[0]))
      try decide(.undo(decision: made[0].id))
    case .linkedAsEditedThenRejected:
      try decide(.edit(event: ids[1], field: .actuality, value: "alleged"))
      try decide(.link(plan: ids[0], outcome: ids[1]))
      try decide(.reject(event: ids[1]))
      try decide(.undo(decision: made[0].id))
      try decide(.note(event: ids[0], text: "n"))
    case .linkedThenTakenBack:
      try decide(.add(Decision.AddedEvent(date: "2015", title: "Added")))
      let added = try #require(made[0].addedEvent)
      try decide(.link(plan: ids[0], outcome: added))
      try decide(.edit(event: added, field: .place, value: "Quito"))
      try decide(.undo(decision: made[0].id))
      try decide(.note(event: ids[0], text: "n"))
      try decide(.undo(decision: made[3].id))
      try decide(.note(event: ids[0], text: "m"))
    }
  }

  enum EventsThatWent: CaseIterable {
    case linkedThenRejected, editedThenRejected, linkedAsEditedThenRejected, linkedThenTakenBack
  }

  @Test func ordinaryDecisionsLeaveTheRestAlone() throws {
    let folder = try StoryDocuments.folder()
    let store = try Workspace.reader(folder.folder)
    // Also in a timeline that has one sentence with two meanings, as long as it is about others.
    let retold = Derivation.retoldIDs(try #require(try store.meta(.retoldMentions)))
    let events = try store.events(EventQuery()).events.filter { !retold.contains($0.id) }
    let people = RandomDecisions(seed: 1)
    for action: Decision.Action in [
      .edit(event: events[0].id, field: .date, value: "2001"), .confirm(event: events[1].id),
      .note(event: events[2].id, text: "n"), .add(Decision.AddedEvent(date: "2001", title: "T")),
      .link(plan: events[3].id, outcome: events[4].id), .reject(event: events[5].id),
    ] {
      let session = try WritingSession.open(folder.folder, command: "test")
      let snapshot = TimelineWorkspace.Snapshot(
        store: session.store, file: session.file, order: session.order, folder: folder.folder)
      let decision = try snapshot.completed(people.decision(action, snapshot))
      let entries =
        session.file.entries + [DecisionFile.Entry(decision: decision, raw: "", line: 9)]
      var file = session.file
      file.entries = entries
      let update = try OrdinaryDecisions(
        [decision], file: file, order: DecisionOrder(entries), store: session.store)
      let changes = try #require(update, "\(action.verb) is not ordinary").changes
      #expect(changes.events.count + changes.removed.count == max(1, action.events.count))
    }
  }

  /// What people decide on different things gives the same timeline in whichever order it comes.
  @Test func independentDecisionsCommuteOneByOne() throws {
    let seed = RandomDecisions.seed()
    var random = SeededGenerator(seed: seed)
    let folder = try StoryDocuments.folder()
    let events = try Workspace.reader(folder.folder).events(EventQuery(undated: .included)).events
    let ids = events.map(\.id).shuffled(using: &random)
    #expect(ids.count > 12)
    let actions: [Decision.Action] = [
      .edit(event: ids[0], field: .date, value: "2013-05"),
      .edit(event: ids[0], field: .title, value: "Another title"),
      .edit(event: ids[1], field: .addActor, value: "Chad"), .confirm(event: ids[2]),
      .reject(event: ids[3]), .note(event: ids[4], text: "n"), .label(event: ids[4], text: "l"),
      .merge(events: [ids[5], ids[6]]), .link(plan: ids[7], outcome: ids[8]),
      .add(Decision.AddedEvent(date: "2015", title: "Added")),
      .setPublished(document: "2.txt", date: "2017-09-01"), .alias(name: "Quito", canonical: "Q"),
      .edit(event: ids[9], field: .actuality, value: "alleged"), .reject(event: ids[10]),
    ]
    let snapshot = try Workspace.snapshot(of: folder.folder)
    var people = RandomDecisions(seed: seed)
    people.isBlindAtTimes = false
    let decisions = try actions.map {
      try snapshot.completed(people.decision($0, snapshot))
    }
    var reference: WholeTimeline?
    for round in 0..<4 {
      let copy = try folder.rebuiltCopy()
      for decision in decisions.shuffled(using: &random) {
        _ = try Workspace.decide(in: copy.folder, command: "test") { _ in [decision] }
      }
      let lines = try copy.bytes("decisions.jsonl").split(separator: 0x0a)
      #expect(lines.count == decisions.count)
      let found = try WholeTimeline(copy.folder)
      #expect(
        found.statuses.values.allSatisfy { $0 == .applied }, "seed \(seed): \(found.statuses)")
      #expect(reference ?? found == found, "seed \(seed), round \(round)")
      reference = found
    }
    #expect(try reference?.digest != Workspace.reader(folder.folder).contentDigest())
  }
}
