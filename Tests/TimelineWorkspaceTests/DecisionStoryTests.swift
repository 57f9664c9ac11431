import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@testable import TimelineWorkspace

@Suite("What people decide holds, and can be taken back")
struct DecisionStoryTests {
  let folder: TemporaryFolder

  init() throws { folder = try RebuildTests().folder() }

  func store() throws -> TimelineStore { try Workspace.reader(folder.folder) }

  func events() throws -> [Event] {
    try store().events(EventQuery(undated: .included)).events
  }

  @discardableResult
  func decide(_ action: Decision.Action, by: String = "ana", saw: [String]? = nil) throws
    -> Decision
  {
    let report = try Workspace.decide(in: folder.folder, command: "test") {
      snapshot throws(WorkspaceError) in
      var target: Event?
      var anchor: Decision.Anchor?
      if let id = action.events.first {
        let event = try snapshot.event(id)
        target = event
        anchor = try snapshot.anchor(of: event)
      }
      var previous: String?
      var seen = snapshot.seen(like: action)
      if let target {
        seen = snapshot.seen(on: [target])
        if case .edit(_, let field, let value) = action {
          previous = FieldEdit.value(of: field, in: target.description, about: value)
        }
      }
      return [
        Decision.made(
          action, saw: saw ?? seen, anchor: anchor,
          previous: previous, by: by, at: "2026-01-01T00:00:00Z")
      ]
    }
    return try #require(report.decisions.first)
  }

  func status(_ decision: Decision) throws -> DecisionStatus? {
    try store().decisions().first { $0.id == decision.id }?.status
  }

  @Test func anEditHoldsAcrossRebuildsAndUndoBringsTheReadingBack() throws {
    let digest = try store().contentDigest()
    let event = try #require(try events().first { $0.description.date.isDated })
    let edit = try decide(.edit(event: event.id, field: .date, value: "1999-01"))
    #expect(try status(edit) == .applied)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let edited = try #require(try store().event(id: event.id)).event
    #expect(edited.description.date.edtf == "1999-01")
    #expect(edited.decisions == [edit.id])
    let undo = try decide(.undo(decision: edit.id))
    #expect(try store().contentDigest() == digest)
    #expect(try status(edit) == .undone)
    try decide(.undo(decision: undo.id))
    #expect(try store().event(id: event.id)?.event.description.date.edtf == "1999-01")
  }

  @Test func theFourFatesAreTold() throws {
    let found = try events()
    let event = try #require(found.first { $0.mentions.count == 1 })
    let same = try decide(
      .edit(event: event.id, field: .type, value: event.description.type))
    #expect(try status(same) == .obsolete)
    let document = try #require(
      try store().mention(id: event.mentions[0])?.document)
    // Two people who did not see each other, and a third who saw both.
    let one = try decide(.edit(event: event.id, field: .title, value: "One"), by: "a", saw: [])
    let two = try decide(.edit(event: event.id, field: .title, value: "Two"), by: "b", saw: [])
    #expect(try status(one) == .conflict)
    #expect(try status(two) == .conflict)
    let winner = [one, two].max { $0.id < $1.id }
    #expect(
      try store().event(id: event.id)?.event.description.title == (winner == one ? "One" : "Two"))
    try decide(.edit(event: event.id, field: .title, value: "Three"), by: "c")
    #expect(try status(one) == .applied)
    #expect(try status(two) == .applied)
    let confirmed = try decide(.confirm(event: event.id))
    _ = try Workspace.remove([document], from: folder.folder, command: "test")
    #expect(try status(confirmed) == .orphan)
    #expect(try status(one) == .orphan)
    #expect(try Workspace.decisions(of: try store()).count == 5)
  }

  @Test func rejectMergeAndSplitActOnIdentity() throws {
    let found = try events()
    #expect(found.count > 3)
    try decide(.reject(event: found[0].id))
    #expect(try store().event(id: found[0].id) == nil)
    #expect(try store().tombstone(id: found[0].id)?.reason.hasPrefix("rejected by ana") == true)
    try decide(.merge(events: [found[1].id, found[2].id]))
    let merged = try #require(try store().event(id: found[1].id)).event
    #expect(try store().event(id: found[2].id)?.event.id == merged.id)
    let added = try decide(.add(Decision.AddedEvent(date: "2016", title: "Added", source: "S")))
    let id = try #require(added.addedEvent)
    try decide(.merge(events: [merged.id, id]))
    #expect(try store().event(id: id)?.event.id == merged.id)
    #expect(try store().event(id: id)?.event.source == "S")
    try decide(.split(event: merged.id))
    for member in merged.mentions {
      #expect(try store().event(id: member)?.event.mentions.count == 1)
    }
    #expect(try Workspace.check(folder.folder).problems == [])
  }

  @Test func aPublicationDateRedatesItsDocumentAlone() throws {
    try folder.write("documents/relative.txt", "Talks were held in Kazan on 5 May.")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let before = try events()
    try decide(.setPublished(document: "relative.txt", date: "2011-06-01"))
    let after = try events()
    let changed = after.filter { event in !before.contains { $0.description == event.description } }
    #expect(changed.count == 1)
    #expect(changed.first?.description.date.edtf == "2011-05-05")
    let stepwise = try store().contentDigest()
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try store().contentDigest() == stepwise)
  }

  @Test func manyDecisionsSurviveAndUndoingAllLeavesNoTrace() throws {
    let seed = RandomDecisions.seed()
    var random = SeededGenerator(seed: seed)
    let digest = try store().contentDigest()
    var made: [Decision] = []
    for step in 0..<30 {
      let all = try events()
      guard let event = all.randomElement(using: &random),
        let other = all.randomElement(using: &random)
      else { break }
      let actions: [Decision.Action] = [
        .add(Decision.AddedEvent(date: "20\(10 + step % 9)", title: "Step \(step)")),
        .edit(event: event.id, field: .date, value: "201\(step % 9)-0\(1 + step % 9)"),
        .edit(event: event.id, field: .addActor, value: "Actor \(step % 4)"),
        .edit(event: event.id, field: .place, value: ""), .confirm(event: event.id),
        .reject(event: event.id), .note(event: event.id, text: "Note \(step)"),
        .label(event: event.id, text: "label-\(step % 3)"),
        event.id == other.id
          ? .split(event: event.id) : .merge(events: [event.id, other.id]),
        event.id == other.id
          ? .confirm(event: event.id) : .link(plan: event.id, outcome: other.id),
        .setPublished(document: "\(step % 3).txt", date: "2018-0\(1 + step % 9)"),
        .alias(name: "Name \(step % 3)", canonical: "Other \(step)"),
      ]
      guard let action = actions.randomElement(using: &random) else { break }
      made.append(try decide(action))
    }
    let statuses = try store().decisions()
    #expect(Set(statuses.map(\.id)) == Set(made.map(\.id)), "seed \(seed)")
    let stepwise = try store().contentDigest()
    // The order of lines means nothing, as after a merge in git.
    let lines = String(decoding: try folder.bytes("decisions.jsonl"), as: UTF8.self)
      .split(separator: "\n").shuffled(using: &random)
    try folder.write("decisions.jsonl", lines.joined(separator: "\n") + "\n")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try store().contentDigest() == stepwise, "seed \(seed)")
    for decision in made.shuffled(using: &random) { try decide(.undo(decision: decision.id)) }
    #expect(try store().contentDigest() == digest, "seed \(seed)")
    #expect(try Workspace.check(folder.folder).problems == [], "seed \(seed)")
  }
}
