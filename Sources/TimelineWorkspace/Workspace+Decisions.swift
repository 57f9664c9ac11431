public import TimelineModel
import TimelineQuery
import TimelineStore

/// The timeline as a person who decides sees it.
public struct Snapshot: Sendable {
  let store: TimelineStore
  let file: DecisionFile
  let order: DecisionOrder
  let folder: TimelineFolder

  /// The event that an id leads to.
  ///
  /// - Throws: `WorkspaceError.notFound`, with the reason when the id was once published.
  public func event(_ id: String) throws(WorkspaceError) -> Event {
    do throws(StoreError) {
      if let found = try store.event(id: id) { return found.event }
      if let gone = try store.tombstone(id: id) { throw StoreError.missing(path: gone.reason) }
    } catch {
      if case .missing(let reason) = error {
        throw .notFound("the event \(id) is gone: \(reason)")
      }
      throw .store(error)
    }
    throw .notFound("there is no event \(id)")
  }

  /// What a decision on an event is anchored to: its first mention's evidence.
  public func anchor(of event: Event) throws(WorkspaceError) -> Decision.Anchor? {
    guard let id = event.mentions.first else { return nil }
    return try anchor(ofMention: id)
  }

  /// The evidence of a mention as an anchor.
  func anchor(ofMention id: String) throws(WorkspaceError) -> Decision.Anchor? {
    do throws(StoreError) {
      guard let mention = try store.mention(id: id) else { return nil }
      return Decision.Anchor(
        document: mention.document, mention: id, quotation: mention.evidence)
    } catch { throw .store(error) }
  }

  /// The decisions on an event, undone ones left out, in order.
  public func decisions(on event: Event) -> [Decision] {
    let ids = Set([event.id] + event.mentions)
    let made = Set(event.decisions)
    return order.sorted.map(\.decision).filter { decision in
      !order.undone.contains(decision.id)
        && (made.contains(decision.id) || !ids.isDisjoint(with: decision.action.events))
    }
  }

  /// The ids of the decisions that an author of a decision on those events has seen, sorted.
  public func seen(on events: [Event]) -> [String] {
    latest(events.flatMap { decisions(on: $0) })
  }

  /// The ids of the decisions on the same document or name, sorted.
  public func seen(like action: Decision.Action) -> [String] {
    let subjects = Set(action.subjects)
    return latest(
      order.sorted.map(\.decision).filter {
        !order.undone.contains($0.id) && !subjects.isDisjoint(with: $0.action.subjects)
      })
  }

  /// A document by the name that a user gives.
  ///
  /// - Throws: `WorkspaceError.notFound`.
  public func document(_ wish: String) throws(WorkspaceError) -> Document {
    do throws(StoreError) {
      let names = try store.documentFileHashes().keys.sorted()
      if let name = names.match(wish, in: folder), let found = try store.document(named: name) {
        return found
      }
    } catch { throw .store(error) }
    throw .notFound("\(wish): the timeline has no such document; timeline documents lists them")
  }

  /// The last decisions that hold and are no undo, the latest first.
  public func last(_ count: Int) -> [Decision] {
    let holding = file.entries.map(\.decision).filter { decision in
      if case .undo = decision.action { return false }
      return !order.undone.contains(decision.id)
    }
    return Array(holding.suffix(count).reversed())
  }

  /// The decision of that id.
  public func decision(_ id: String) -> Decision? {
    file.entries.first { $0.decision.id == id }?.decision
  }

  /// Whether a decision was taken back.
  public func isUndone(_ id: String) -> Bool { order.undone.contains(id) }

  /// Those that no other of them has seen: naming them names the rest.
  private func latest(_ decisions: [Decision]) -> [String] {
    let ids = Set(decisions.map(\.id))
    return ids.filter { id in !ids.contains { order.hasSeen($0, id) } }.sorted()
  }
}

/// What a command that decides did.
public struct DecisionReport: Sendable {
  /// The decisions as they were written.
  public var decisions: [Decision]
  /// What became of each, by id.
  public var statuses: [String: DecisionStatus]
  /// What else was done on the way, for people.
  public var notices: [String]
  /// The events as they were, by id: those that the decisions are about, or all.
  public var before: [String: Event]
  /// The same events as they are.
  public var after: [String: Event]
}

extension Workspace {
  /// Writes what a person decides, and applies it.
  ///
  /// `make` is given the timeline as it stands and returns the decisions; it is called under the
  /// lock, so that nothing changes in between.
  ///
  /// - Throws: `WorkspaceError`.
  public static func decide(
    in folder: TimelineFolder, command: String,
    make: (Snapshot) throws(WorkspaceError) -> [Decision]
  ) throws(WorkspaceError) -> DecisionReport {
    var session = try WritingSession.open(folder, command: command)
    let snapshot = Snapshot(
      store: session.store, file: session.file, order: session.order, folder: folder)
    var known = Set(session.file.entries.map(\.decision.id))
    var decisions: [Decision] = []
    for made in try make(snapshot) {
      var decision = try snapshot.completed(made)
      // The same words in the same second are a second decision, made in sight of the first.
      while known.contains(decision.id) {
        decision.saw = (decision.saw + [decision.id]).sorted()
        decision = decision.identified
      }
      known.insert(decision.id)
      decisions.append(decision)
    }
    var changed: (before: [String: Event], after: [String: Event]) = ([:], [:])
    if !decisions.isEmpty {
      changed = try session.decide(
        decisions, isCompared: !decisions.allSatisfy(\.action.isOrdinary))
    }
    let ids = Set(decisions.map(\.id))
    do throws(StoreError) {
      let rows = try session.store.decisions().filter { ids.contains($0.id) }
      return DecisionReport(
        decisions: decisions,
        statuses: Dictionary(
          rows.map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first }),
        notices: session.notices, before: changed.before, after: changed.after)
    } catch { throw .store(error) }
  }

  /// The timeline as it stands, for commands that only look.
  ///
  /// - Throws: `WorkspaceError`.
  public static func snapshot(of folder: TimelineFolder) throws(WorkspaceError) -> Snapshot {
    let file = try DecisionFile.read(folder)
    return Snapshot(
      store: try reader(folder), file: file, order: DecisionOrder(file.entries), folder: folder)
  }
}

extension Decision.Action {
  /// Whether the action bears on events that it names and on no others.
  var isOrdinary: Bool {
    switch self {
    case .add, .edit, .confirm, .reject, .note, .label, .link: true
    case .merge, .split, .setPublished, .alias, .undo: false
    }
  }
}

extension Decision {
  /// The id of the event that an `add` makes; nil for any other decision.
  public var addedEvent: String? {
    guard case .add = action else { return nil }
    return DecisionApplier.id(ofAdded: id)
  }
}
