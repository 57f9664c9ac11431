import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineStore
import TimelineTestSupport

@testable import TimelineWorkspace

/// Decisions of every verb, made at random on a timeline as it stands.
struct RandomDecisions {
  private(set) var random: SeededGenerator
  private(set) var step = 0
  /// Whether somebody now and then decides without having seen what others did.
  var isBlindAtTimes = true

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// The seed of `$TIMELINE_SEED`, with which a failure is told again, else a new one.
  static func seed() -> UInt64 {
    ProcessInfo.processInfo.environment["TIMELINE_SEED"].flatMap { UInt64($0) }
      ?? UInt64.random(in: 0...UInt64.max)
  }

  /// A number below a bound.
  mutating func below(_ bound: Int) -> Int { Int.random(in: 0..<bound, using: &random) }

  /// One of those decisions; nil when there are none.
  mutating func one(of made: [Decision]) -> Decision? { made.randomElement(using: &random) }

  /// Some decision on the timeline as it stands.
  mutating func next(_ snapshot: TimelineWorkspace.Snapshot) throws(WorkspaceError) -> Decision? {
    let events: [Event]
    do throws(StoreError) {
      events = try snapshot.store.events(EventQuery(undated: .included)).events
    } catch { throw .store(error) }
    defer { step += 1 }
    guard let event = events.randomElement(using: &random),
      let other = events.randomElement(using: &random)
    else {
      // Everything was rejected or merged away: somebody begins again.
      return Decision.made(
        .add(Decision.AddedEvent(date: "2012", title: "Step \(step)")), by: "ana", at: instant)
    }
    guard let action = actions(event, other).randomElement(using: &random) else { return nil }
    return try decision(action, snapshot)
  }

  /// That action as a decision by somebody who sees the timeline.
  func decision(_ action: Decision.Action, _ snapshot: TimelineWorkspace.Snapshot)
    throws(WorkspaceError) -> Decision
  {
    var previous: String?
    var saw = snapshot.seen(like: action)
    if let id = action.events.first {
      let target = try snapshot.event(id)
      saw = isBlindAtTimes && step % 7 == 0 ? [] : snapshot.seen(on: [target])
      switch action {
      case .edit(_, let field, let value):
        previous = FieldEdit.value(of: field, in: target.description, about: value)
      case .confirm, .reject: previous = EventSummary.text(of: target.description)
      default: break
      }
    }
    return Decision.made(
      action, saw: saw, previous: previous, by: ["ana", "ben"][step % 2], at: instant,
      why: step % 3 == 0 ? "reason \(step)" : nil)
  }

  private var instant: String { "2026-01-01T00:00:0\(step % 10)Z" }

  private func actions(_ event: Event, _ other: Event) -> [Decision.Action] {
    let year = 2010 + step % 9
    return [
      .add(Decision.AddedEvent(date: "\(year)", title: "Step \(step)", source: "Notes")),
      .edit(event: event.id, field: .date, value: "\(year)-0\(1 + step % 9)"),
      .edit(event: event.id, field: .date, value: event.description.date.edtf ?? ""),
      .edit(event: event.id, field: .type, value: ["visit", "other", "meeting"][step % 3]),
      .edit(event: event.id, field: .title, value: "Title \(step)"),
      .edit(event: event.id, field: .actuality, value: ["planned", "denied"][step % 2]),
      .edit(event: event.id, field: .addActor, value: "Actor \(step % 4)"),
      .edit(event: event.id, field: .removeActor, value: "Russia"),
      .edit(event: event.id, field: .place, value: ""),
      .edit(event: event.id, field: .stage, value: "talks"),
      .confirm(event: event.id), .reject(event: event.id),
      .note(event: event.id, text: "Note \(step)"),
      .label(event: event.id, text: "label-\(step % 3)"),
      event.id == other.id ? .split(event: event.id) : .merge(events: [event.id, other.id]),
      event.mentions.count > 1 ? .split(event: event.id) : .confirm(event: event.id),
      event.id == other.id
        ? .confirm(event: event.id) : .link(plan: event.id, outcome: other.id),
      .setPublished(document: "\(step % 9).txt", date: "2018-0\(1 + step % 9)"),
      .alias(
        name: ["Name", "Norway", "Foreign Minister Khan"][step % 3], canonical: "Other \(step)"),
    ]
  }
}

/// Nine documents on several countries, for stories with many decisions.
enum StoryDocuments {
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
    // One sentence that tells of two events.
    "Chad and Niger opened a dam on 3 May 2011. A joint exercise will be held next month.",
    "Chile and Bolivia opened a port on 8 August 2014. A joint exercise will be held next month.",
    // Days that the columns of the database cannot hold.
    "Rome and Carthage signed a treaty in 241 BC. Rome and Carthage signed another treaty in 226 "
      + "BC. Hannibal attacked Saguntum in 219 BC.",
  ]

  /// A folder with the texts as documents `0.txt` to `8.txt`, in the database.
  static func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (index, text) in texts.enumerated() {
      try folder.write("documents/\(index).txt", text)
    }
    _ = try Workspace.rebuild(folder.folder, command: "test")
    return folder
  }
}

/// Everything that a timeline says, for comparing one with another.
struct WholeTimeline: Equatable {
  var digest: String
  var inOrder: [String]
  var found: [[String]]
  var counts: [TypeCount]
  var names: [[SQLCell]]
  var statuses: [String: DecisionStatus]
  var lost: [String]
  var redirects: [String]

  init(_ folder: TimelineFolder) throws {
    let store = try Workspace.reader(folder)
    digest = try store.contentDigest()
    inOrder = try store.events(EventQuery(undated: .included)).events.map(\.id)
    found = try ["agreement", "Moscow", "Step", "Actor"].map { word in
      try store.events(EventQuery(parsing: word + " undated:yes")).events.map(\.id)
    }
    counts = try store.countsByType()
    names = try store.query("SELECT * FROM actor_name ORDER BY name, kind, country").rows
    statuses = Dictionary(
      try store.decisions().map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    let identities = try store.identities()
    lost = identities.tombstones.map { $0.id + " " + $0.reason }
    redirects = identities.redirects.map { $0.id + " " + $0.target }
    try store.verify().forEach { throw WorkspaceError.gatesFailed([$0.message]) }
  }

  /// Expects two timelines to be the same, part by part, so that a failure names the part.
  func expectEqual(to other: WholeTimeline, _ what: String) throws {
    #expect(inOrder == other.inOrder, "\(what)")
    #expect(found == other.found, "\(what)")
    #expect(counts == other.counts, "\(what)")
    #expect(names == other.names, "\(what)")
    #expect(statuses == other.statuses, "\(what)")
    #expect(lost == other.lost, "\(what)")
    #expect(redirects == other.redirects, "\(what)")
    #expect(digest == other.digest, "\(what)")
  }
}
