import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@testable import TimelineWorkspace

@Suite("What becomes of decisions when the machine reads otherwise")
struct DecisionFateTests {
  let folder: TemporaryFolder

  init() throws { folder = try StoryDocuments.folder() }

  func store() throws -> TimelineStore { try Workspace.reader(folder.folder) }

  func event(titled part: String) throws -> Event {
    try #require(
      try store().events(EventQuery(undated: .included)).events
        .first { $0.description.title.contains(part) })
  }

  @discardableResult
  func decide(_ action: Decision.Action, step: Int = 1) throws -> Decision {
    let people = RandomDecisions(seed: 0)
    let report = try Workspace.decide(in: folder.folder, command: "test") {
      snapshot throws(WorkspaceError) in
      var decision = try people.decision(action, snapshot)
      decision.at = "2026-01-01T00:00:\(10 + step)Z"
      if let id = action.events.first {
        decision.saw = snapshot.seen(on: [try snapshot.event(id)])
      }
      return [decision]
    }
    return try #require(report.decisions.first)
  }

  func listed(_ decision: Decision) throws -> ListedDecision {
    try #require(
      try Workspace.decisions(of: store()).first { $0.decision.id == decision.id })
  }

  /// Replaces a document's text and reads it.
  func write(_ number: Int, _ text: String) throws {
    try folder.write("documents/\(number).txt", text)
    _ = try Workspace.rebuild(folder.folder, command: "test")
  }

  @Test func aConfirmationOfWhatSomebodyEditedHolds() throws {
    let id = try event(titled: "border post").id
    try decide(.edit(event: id, field: .date, value: "2012-07-05"))
    let confirmed = try decide(.confirm(event: id), step: 2)
    #expect(try listed(confirmed).status == .applied)
    #expect(confirmed.read?.hasPrefix("2012-07-04") == true)
    try write(3, StoryDocuments.texts[3].replacing("4 July 2012", with: "6 July 2012"))
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try store().event(id: id)?.event.description.date.edtf == "2012-07-05")
  }

  /// The date is one of the words of the evidence, so the reading changes by the publication date.
  @Test func aSecondEditDoesNotHideThatTheMachineChangedItsMind() throws {
    try write(3, "Kenya and Uganda opened a border post on 4 July. Ministers met in May 2013.")
    try decide(.setPublished(document: "3.txt", date: "2012-08-01"))
    let id = try event(titled: "border post").id
    let first = try decide(.edit(event: id, field: .date, value: "2012-07-05"), step: 2)
    let second = try decide(.edit(event: id, field: .date, value: "2012-07-06"), step: 3)
    #expect(second.previous == "2012-07-05")
    #expect(second.read == "2012-07-04")
    #expect(try listed(second).status == .applied)
    try decide(.setPublished(document: "3.txt", date: "2014-08-01"), step: 4)
    #expect(try listed(first).status == .applied)
    #expect(try listed(second).status == .conflict)
    // One who sees what the machine reads now settles it, and taking that back brings it up again.
    let third = try decide(.edit(event: id, field: .date, value: "2012-07-07"), step: 5)
    #expect(third.read == "2014-07-04")
    #expect(try listed(second).status == .applied)
    #expect(try listed(third).status == .applied)
    try decide(.undo(decision: third.id), step: 6)
    #expect(try listed(second).status == .conflict)
    #expect(try store().event(id: id)?.event.description.date.edtf == "2012-07-06")
  }

  @Test func aRejectionAndAnEditThatDidNotSeeEachOtherAreAConflict() throws {
    let id = try event(titled: "border post").id
    let snapshot = try Workspace.snapshot(of: folder.folder)
    let people = RandomDecisions(seed: 0)
    let rejection = try snapshot.completed(people.decision(.reject(event: id), snapshot))
    var edit = try snapshot.completed(
      people.decision(.edit(event: id, field: .place, value: "Busia"), snapshot))
    edit.at = "2026-01-01T00:01:00Z"
    edit = edit.identified
    for order in [[rejection, edit], [edit, rejection]] {
      let copy = try folder.rebuiltCopy()
      for decision in order {
        try DecisionFile.append([decision], to: copy.folder)
      }
      _ = try Workspace.rebuild(copy.folder, command: "test")
      let found = try Workspace.reader(copy.folder)
      #expect(try found.decisions().map(\.status) == [.conflict, .conflict])
      #expect(try found.event(id: id) == nil)
    }
  }

  @Test func whatTheDocumentStatesIsHeldAgainstTheDecidedDate() throws {
    try folder.write("documents/3.meta.json", #"{"published":"2012-08-01"}"#)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let decision = try decide(.setPublished(document: "3.txt", date: "2012-09-01"))
    #expect(decision.previous == nil)
    #expect(try listed(decision).status == .applied)
    for (stated, status) in [("2012-09-01", DecisionStatus.obsolete), ("2013", .applied)] {
      try folder.write("documents/3.meta.json", #"{"published":"\#(stated)"}"#)
      _ = try Workspace.rebuild(folder.folder, command: "test")
      #expect(try listed(decision).status == status)
    }
    let aware = try Workspace.decide(in: folder.folder, command: "test") {
      snapshot throws(WorkspaceError) in
      let published = try snapshot.document("3.txt").published
      return [
        Decision.made(
          .setPublished(document: "3.txt", date: "2012-10"), saw: [decision.id],
          previous: published?.edtf, by: "b", at: "2026-01-02T00:00:00Z")
      ]
    }.decisions[0]
    #expect(aware.previous == "2012-09-01")
    #expect(aware.read == "2013")
    try folder.write("documents/3.meta.json", #"{"published":"2015"}"#)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try listed(aware).status == .conflict)
  }

  /// An event that somebody added and that the documents tell too is obsolete and stays.
  @Test func whatTheDocumentsTellTooNeedNotBeAdded() throws {
    let told = try event(titled: "border post")
    #expect(!told.description.actors.isEmpty)
    let same = Decision.AddedEvent(
      date: told.description.date.edtf, title: "A post is opened", type: told.description.type,
      actors: told.description.actors.map(\.name).reversed())
    let added = try decide(.add(same))
    #expect(try listed(added).status == .obsolete)
    #expect(try listed(added).candidates.map(\.id) == [told.id])
    var others = [same, same, same, same]
    others[0].date = "2012-07-05"
    others[1].actors = ["Kenya"]
    others[2].actuality = .planned
    others[3].place = "Lagos"
    for (step, other) in others.enumerated() where other != same {
      let status = try listed(decide(.add(other), step: step + 2)).status
      // Without a place in the text another place is no contradiction.
      #expect(status == (step == 3 && told.description.place == nil ? .obsolete : .applied))
    }
    let copy = try folder.rebuiltCopy()
    try WholeTimeline(copy.folder).expectEqual(to: WholeTimeline(folder.folder), "added")
    #expect(try store().event(id: #require(added.addedEvent)) != nil)
    try write(3, "Nothing of that is told any longer.")
    #expect(try listed(added).status == .applied)
  }

  /// Of a conflict it is said who won, and what the documents say now.
  @Test func aConflictSaysWhatHolds() throws {
    let id = try event(titled: "border post").id
    let snapshot = try Workspace.snapshot(of: folder.folder)
    let people = RandomDecisions(seed: 0)
    var edits: [Decision] = []
    for (second, day) in ["05", "06"].enumerated() {
      var edit = try snapshot.completed(
        people.decision(.edit(event: id, field: .date, value: "2012-07-\(day)"), snapshot))
      edit.saw = []
      edit.at = "2026-01-01T00:00:0\(second)Z"
      edits.append(edit.identified)
    }
    try DecisionFile.append(edits.reversed(), to: folder.folder)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    for (edit, holds) in zip(edits, [false, true]) {
      let listed = try listed(edit)
      #expect(listed.status == .conflict)
      let standing = try #require(listed.standing)
      #expect(standing.holds == holds)
      #expect(standing.value == "2012-07-06")
      #expect(standing.reading == nil)
    }
    // The machine changes its mind: the edit holds.
    try write(3, "Kenya and Uganda opened a border post on 4 July. Ministers met in May 2013.")
    try decide(.setPublished(document: "3.txt", date: "2012-08-01"), step: 2)
    let post = try event(titled: "border post").id
    let edit = try decide(.edit(event: post, field: .date, value: "2012-07-09"), step: 3)
    try decide(.setPublished(document: "3.txt", date: "2014-08-01"), step: 4)
    let standing = try #require(try listed(edit).standing)
    #expect(standing.holds && standing.value == "2012-07-09")
    #expect(standing.reading == "2014-07-04")
  }

  /// What one author decided in one second is listed as it was decided.
  @Test func decisionsOfOneSecondAreListedInTheOrderOfTheFile() throws {
    let id = try event(titled: "border post").id
    let made = try Workspace.decide(in: folder.folder, command: "test") { _ in
      ["a", "b", "c", "d", "e", "f"].map {
        Decision.made(.label(event: id, text: $0), by: "ana", at: "2026-01-01T00:00:00Z")
      }
    }.decisions
    let listed = try Workspace.decisions(of: store()).map(\.decision.id)
    #expect(listed == made.map(\.id))
  }

  // MARK: - Orphans

  @Test func whatWasRejectedAndIsGoneIsStillKnownById() throws {
    let post = try event(titled: "border post")
    let boats = try event(titled: "patrol boats")
    try decide(.reject(event: post.id))
    try decide(.reject(event: boats.id), step: 2)
    try write(3, "Kenya and Uganda opened a long border post on 4 July 2012.")
    try write(4, "Nothing of that is told any longer.")
    // The sentence was mended: the id leads to what it says now. The other one is gone.
    #expect(try store().event(id: post.id)?.event.description.title.contains("border post") == true)
    #expect(try store().event(id: boats.id) == nil)
    #expect(try store().tombstone(id: boats.id)?.reason == "no longer read from 4.txt")
    let copy = try folder.rebuiltCopy()
    try WholeTimeline(copy.folder).expectEqual(to: WholeTimeline(folder.folder), "rejected")
  }

  @Test func candidatesAreOfWhatIsGone() throws {
    let post = try event(titled: "border post")
    let boats = try event(titled: "patrol boats")
    let link = try decide(.link(plan: boats.id, outcome: post.id))
    try write(3, "Kenya and Uganda reopened that border post on 8 July 2012.")
    let near = try listed(link).candidates
    #expect(!near.isEmpty)
    #expect(near.allSatisfy { $0.of == post.id })
    #expect(near.contains { $0.event?.description.title.contains("border post") == true })
  }

  @Test func aDateOfADocumentThatWasMovedNamesTheOthers() throws {
    let decision = try decide(.setPublished(document: "3.txt", date: "2013"))
    let text = try String(decoding: folder.bytes("documents/3.txt"), as: UTF8.self)
    try folder.write("documents/archive/3.txt", text)
    try folder.delete("documents/3.txt")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try listed(decision).status == .orphan)
    #expect(try listed(decision).candidates.map(\.id) == ["archive/3.txt"])
  }

  /// Orphans of every kind of decision keep their event, marked, as its author saw it, and name
  /// what is nearest to it.
  @Test func orphansOfEveryKindStayVisible() throws {
    let visit = try event(titled: "border post")
    let boats = try event(titled: "patrol boats")
    let meeting = try event(titled: "Nairobi")
    for action: Decision.Action in [
      .edit(event: visit.id, field: .place, value: "Busia"), .confirm(event: visit.id),
      .note(event: visit.id, text: "n"), .label(event: visit.id, text: "l"),
      .link(plan: visit.id, outcome: boats.id), .link(plan: boats.id, outcome: visit.id),
      .merge(events: [visit.id, meeting.id]),
    ] {
      let story = try DecisionFateTests()
      let decision = try story.decide(action)
      // The sentences are gone; another one still speaks of the post.
      try story.write(3, "A border post between Kenya and Uganda was attacked on 8 July 2012.")
      let fate = try story.listed(decision)
      #expect(fate.status == .orphan, "\(action.verb)")
      let found = try #require(try story.store().event(id: visit.id), "\(action.verb)").event
      #expect(found.labels.contains("orphaned"), "\(action.verb)")
      #expect(found.description.title == visit.description.title, "\(action.verb)")
      #expect(found.description.date.edtf == visit.description.date.edtf, "\(action.verb)")
      #expect(found.description.type == visit.description.type, "\(action.verb)")
      #expect(
        found.description.actors.map(\.name) == visit.description.actors.map(\.name),
        "\(action.verb)")
      #expect(found.source?.contains("3.txt no longer says: Kenya and Uganda") == true)
      #expect(found.description.confidence < 0.2)
      if case .edit = action { #expect(found.description.place == "Busia") }
      let near = fate.candidates.compactMap(\.event?.description.title)
      #expect(
        near.contains { $0.localizedStandardContains("border post") }, "\(action.verb): \(near)")
      // It can be taken back without a trace.
      try story.decide(.undo(decision: decision.id), step: 3)
      #expect(try story.store().event(id: visit.id) == nil, "\(action.verb)")
      let untouched = try story.folder.rebuiltCopy()
      try untouched.write("decisions.jsonl", "")
      _ = try Workspace.rebuild(untouched.folder, command: "test")
      #expect(
        try story.store().contentDigest() == Workspace.reader(untouched.folder).contentDigest(),
        "\(action.verb)")
    }
  }

  @Test func aLinkKeepsItsEndsAndAMergeLeadsToWhatIsLeft() throws {
    let post = try event(titled: "border post")
    let boats = try event(titled: "patrol boats")
    let visit = try event(titled: "Quito")
    let link = try decide(.link(plan: post.id, outcome: boats.id))
    let merge = try decide(.merge(events: [post.id, visit.id]), step: 2)
    try write(3, "Nothing of that is told any longer.")
    #expect(try listed(merge).status == .orphan)
    #expect(try store().event(id: post.id)?.event.id == visit.id)
    let links = try store().identities().links.filter { $0.decision == link.id }
    #expect(links == [EventLink(plan: visit.id, outcome: boats.id, decision: link.id)])
  }

  @Test func aSplitThatIsGoneKeepsItsEvent() throws {
    let event = try #require(
      try store().events(EventQuery(undated: .included)).events.first { $0.mentions.count > 1 })
    let split = try decide(.split(event: event.id))
    #expect(split.others.map(\.event) == Array(event.mentions.dropFirst()))
    #expect(split.others.allSatisfy { $0.anchor != nil })
    #expect(try listed(split).status == .applied)
    for number in 0..<2 { try folder.write("documents/\(number).txt", "Nothing is told.") }
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try listed(split).status == .orphan)
    let found = try #require(try store().event(id: event.id)).event
    #expect(found.labels == ["orphaned"])
    #expect(found.description.title == event.description.title)
  }

  // MARK: - Finding anchors again

  /// Another id with the very quotation is the same place; one word more around it is not.
  @Test func decisionsAreTakenToTheVeryQuotationAndNoFurther() throws {
    let post = try event(titled: "border post")
    let boats = try event(titled: "patrol boats")
    let mention = try #require(try store().mention(id: post.mentions[0]))
    for action: Decision.Action in [
      .edit(event: post.id, field: .place, value: "Busia"), .reject(event: post.id),
      .link(plan: boats.id, outcome: post.id), .merge(events: [boats.id, post.id]),
    ] {
      let snapshot = try Workspace.snapshot(of: folder.folder)
      let made = try snapshot.completed(RandomDecisions(seed: 0).decision(action, snapshot))
      for (suffix, isFound) in [(mention.evidence.suffix, true), ("otherwise", false)] {
        // A line of a time when the machine gave the place another id.
        var line = DecisionLine.encode(made).replacing(post.id, with: "e_000000000000")
        line = line.replacing(
          "\"suffix\":\"\(mention.evidence.suffix)\"", with: "\"suffix\":\"\(suffix)\"")
        let copy = try folder.rebuiltCopy()
        try copy.write("decisions.jsonl", line + "\n")
        _ = try Workspace.rebuild(copy.folder, command: "test")
        let found = try Workspace.reader(copy.folder)
        let status = try found.decisions().first?.status
        #expect(
          status == (isFound ? .applied : .orphan),
          "\(action.verb), \(isFound): \(status.map(\.rawValue) ?? "")")
        // The id of old leads on, or says who rejected what it stood for.
        let led = try found.event(id: "e_000000000000")?.event.id
        if case .reject = action {
          let gone = try found.tombstone(id: "e_000000000000")?.reason
          #expect((gone?.hasPrefix("rejected by") ?? false) == isFound, "\(isFound)")
        } else {
          #expect(led != nil, "\(action.verb), \(isFound)")
        }
      }
    }
  }
}
