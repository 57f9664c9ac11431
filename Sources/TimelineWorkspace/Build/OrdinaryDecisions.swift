import TimelineModel
import TimelineStore

/// What a few ordinary decisions change in a timeline that holds all earlier ones.
///
/// Ordinary decisions bear on single events: nothing is read anew and nothing is put together anew,
/// so only the events that they are about, and the decisions on those, are derived. The result is
/// what a derivation of the whole timeline gives; when that is not certain, there is none.
struct OrdinaryDecisions {
  private(set) var changes = EventChanges()
  /// What became of every decision of the file.
  private(set) var decisions: [RecordedDecision] = []
  /// The events as they were, by id.
  private(set) var before: [String: Event] = [:]

  private let store: TimelineStore
  private let order: DecisionOrder
  private let statuses: [String: DecisionStatus]
  /// Mentions whose ids were changed to tell equal sentences apart: the machine's reading of their
  /// events follows from the ids before that.
  private let retold: Set<String>
  /// The ids of the decisions that are derived.
  private var involved: Set<String> = []
  /// The events that they are about, and the event that each id leads to.
  private var events: [String: Event] = [:]
  private var eventOf: [String: String] = [:]

  /// Derives what `made`, which the file ends with, changes; nil when they are not ordinary.
  init?(_ made: [Decision], file: DecisionFile, order: DecisionOrder, store: TimelineStore)
    throws(StoreError)
  {
    self.store = store
    self.order = order
    statuses = Dictionary(
      try store.decisions().map { ($0.id, $0.status) }, uniquingKeysWith: { first, _ in first })
    retold = Derivation.retoldIDs(try store.meta(.retoldMentions) ?? "")
    guard statuses.count + made.count == file.entries.count, try gather(made)
    else { return nil }
    var applier = DecisionApplier(
      order: order, among: involved, events: try machineEvents(), links: try machineLinks(),
      constraints: IdentityConstraints(statuses: statuses.filter { isOfIdentity($0.key) }),
      anchors: StoredAnchors(store: store))
    applier.apply()
    changes.events = applier.result
    changes.links = applier.links
    changes.tombstones = applier.tombstones
    let left = Set(changes.events.map(\.id))
    changes.removed = events.keys.filter { !left.contains($0) }.sorted()
    let fates = applier.statuses
    decisions = file.entries.map { entry in
      let id = entry.decision.id
      let status = involved.contains(id) ? fates[id] : statuses[id]
      return RecordedDecision(
        decision: entry.decision, status: status ?? .applied, raw: entry.raw, line: entry.line)
    }
  }

  // MARK: - What is involved

  /// Finds the decisions and events that belong together; false when one is beyond this.
  private mutating func gather(_ made: [Decision]) throws(StoreError) -> Bool {
    var open: [Decision] = []
    for decision in made {
      guard let chain = chain(decision) else { return false }
      open += chain
    }
    while let decision = open.popLast() {
      guard involved.insert(decision.id).inserted else { continue }
      let isUndone = order.undone.contains(decision.id)
      switch decision.action {
      case .undo: continue
      case .setPublished, .alias: return false
      case .merge, .split:
        // Their effect on the mentions stands already; an undone one has none.
        if isUndone { continue }
      default: break
      }
      for id in decision.namedEvents {
        let known = eventOf[id]
        let event: Event?
        if let known { event = events[known] } else { event = try store.event(id: id)?.event }
        let ids = event.map { Set([$0.id] + $0.mentions) } ?? [id]
        // An id that leads elsewhere does so by a decision or by its quotation.
        guard ids.contains(id), ids.isDisjoint(with: retold),
          isWithinReach(event, id: id, decision)
        else { return false }
        if known != nil { continue }
        for each in ids { eventOf[each] = event?.id ?? id }
        if let event { events[event.id] = event }
        let named = Set(event?.decisions ?? [])
        open += order.sorted.map(\.decision).filter { other in
          named.contains(other.id)
            || other.sights.contains { sight in
              ids.contains(sight.event) || sight.anchor.map { ids.contains($0.mention) } ?? false
            }
        }
      }
    }
    before = events
    return true
  }

  /// Whether what a decision says of an event can be told without the rest of the timeline.
  private func isWithinReach(_ event: Event?, id: String, _ decision: Decision) -> Bool {
    guard let event else {
      // Not there yet, or taken back. What was rejected stands in no table any more, and what is
      // gone may be kept visible: both take a look at everything.
      switch decision.action {
      case .merge, .split: return false
      default:
        return decision.addedEvent == id || order.undone.contains(decision.id) || isTakenBack(id)
      }
    }
    if event.labels.contains(DecisionApplier.orphanLabel) { return false }
    switch decision.action {
    case .merge, .split: return event.mentions.contains(id)
    default: return true
    }
  }

  /// Whether the event was added and its addition taken back.
  private func isTakenBack(_ id: String) -> Bool {
    order.undone.contains { order.decision($0)?.addedEvent == id }
  }

  /// A decision with those that it takes back, or brings back; nil when that is not ordinary.
  private func chain(_ decision: Decision) -> [Decision]? {
    var chain = [decision]
    while case .undo(let target) = chain[chain.count - 1].action {
      guard let next = order.decision(target), chain.count < 1_000 else { return nil }
      chain.append(next)
    }
    switch chain[chain.count - 1].action {
    case .add, .edit, .confirm, .note, .label, .link: return chain
    // What was removed has to be put together again.
    case .reject: return chain.count == 1 ? chain : nil
    case .merge, .split, .setPublished, .alias, .undo: return nil
    }
  }

  /// Whether a decision is a merge or a split that is derived, and says what it said before.
  private func isOfIdentity(_ id: String) -> Bool {
    guard involved.contains(id), let decision = order.decision(id) else { return false }
    switch decision.action {
    case .merge, .split: return true
    default: return false
    }
  }

  // MARK: - What the machine found

  private func machineEvents() throws(StoreError) -> [Event] {
    let reading = MachineReading(store: store)
    var found: [Event] = []
    for (_, event) in events.sorted(by: { $0.key < $1.key }) {
      guard var machine = try reading.event(of: event.mentions) else { continue }
      machine.possibleDuplicates = event.possibleDuplicates
      found.append(machine)
    }
    return found
  }

  /// The links of those events that the machine found, also those that people found too.
  private func machineLinks() throws(StoreError) -> [EventLink] {
    let stored = try store.identities().links.filter {
      events[$0.plan] != nil || events[$0.outcome] != nil
    }
    return stored.compactMap { link in
      if link.decision != nil {
        let first = order.sorted.map(\.decision).first { decision in
          guard case .link(let plan, let outcome) = decision.action else { return false }
          return eventOf[plan] == link.plan && eventOf[outcome] == link.outcome
            && [.applied, .obsolete].contains(statuses[decision.id])
        }
        if first.map({ statuses[$0.id] }) != .obsolete { return nil }
      }
      return EventLink(plan: link.plan, outcome: link.outcome)
    }
  }
}

extension Decision {
  /// The ids of all events that the decision names, an added one and the parts of a split too.
  fileprivate var namedEvents: [String] {
    action.events + others.map(\.event) + [addedEvent].compactMap { $0 }
  }
}
