import TimelineModel

/// What `merge` and `split` say to consolidation, in terms of mentions.
struct IdentityConstraints {
  /// Groups of mentions that are one event.
  private(set) var mustLink: [[String]] = []
  /// Groups of mentions that are events of their own.
  private(set) var cannotLink: [[String]] = []
  /// The statuses of the merges and splits.
  private(set) var statuses: [String: DecisionStatus] = [:]
  /// The merges whose events are not all extracted.
  private(set) var mixed: [Decision] = []

  private var groupOf: [Int: Int] = [:]
  private var groups: [[Int]] = []

  /// Whether nobody merged or split anything.
  var isEmpty: Bool { mustLink.isEmpty && cannotLink.isEmpty }

  /// No constraints, with statuses that are known already.
  init(statuses: [String: DecisionStatus]) { self.statuses = statuses }

  /// The constraints of the decisions that hold, on the events that the machine found by itself.
  init(_ order: DecisionOrder, machine: [Event], anchors: some AnchorSource) {
    let finder = MentionFinder(machine, anchors: anchors)
    for entry in order.sorted where !order.undone.contains(entry.decision.id) {
      switch entry.decision.action {
      case .merge: merge(entry.decision, finder)
      case .split(let event): split(event, entry.decision, finder, machine)
      default: break
      }
    }
    for group in Set(groupOf.values).sorted() {
      mustLink.append(groups[group].flatMap { machine[$0].mentions })
    }
  }

  private mutating func merge(_ decision: Decision, _ finder: MentionFinder) {
    let sights = decision.sights
    let found = sights.compactMap { finder.event($0.event, $0.anchor) }
    if found.count < sights.count { mixed.append(decision) }
    statuses[decision.id] =
      found.isEmpty ? .orphan : Set(found).count < 2 ? .obsolete : .applied
    let joined = Set(found).union(found.flatMap { groupOf[$0].map { groups[$0] } ?? [] })
    if joined.count > 1 {
      groups.append(joined.sorted())
      for index in joined { groupOf[index] = groups.count - 1 }
    }
  }

  /// A split takes back the merges before it, and keeps the machine from joining again.
  ///
  /// It holds for the mentions that its author saw; a line that names none holds for all that the
  /// event has now.
  private mutating func split(
    _ event: String, _ decision: Decision, _ finder: MentionFinder, _ machine: [Event]
  ) {
    var parts: [String]
    if decision.others.isEmpty {
      let members =
        finder.event(event, decision.anchor).map { index in
          groupOf[index].map { groups[$0] } ?? [index]
        } ?? []
      parts = members.flatMap { machine[$0].mentions }
    } else {
      parts = decision.others.compactMap { finder.mention($0.event, $0.anchor) }
      if let anchor = decision.anchor, let first = finder.mention(anchor.mention, anchor) {
        parts.append(first)
      }
    }
    parts = Set(parts).sorted()
    let indices = Set(parts.compactMap { finder.event($0, nil) })
    let isMerged = indices.contains { groupOf[$0] != nil }
    for index in indices {
      for member in groupOf[index].map({ groups[$0] }) ?? [] { groupOf[member] = nil }
    }
    statuses[decision.id] =
      parts.isEmpty
      ? .orphan : indices.count == parts.count && !isMerged ? .obsolete : .applied
    if parts.count > 1 { cannotLink.append(parts) }
  }
}

/// Finds mentions, and the machine's events that hold them, by id or by the very quotation.
struct MentionFinder {
  private var eventOf: [String: Int] = [:]
  private let anchors: any AnchorSource

  init(_ machine: [Event], anchors: some AnchorSource) {
    self.anchors = anchors
    for (index, event) in machine.enumerated() {
      for id in event.mentions + [event.id] where eventOf[id] == nil { eventOf[id] = index }
    }
  }

  /// The mention of that id, else the only one with the anchor's quotation.
  func mention(_ id: String, _ anchor: Decision.Anchor?) -> String? {
    if eventOf[id] != nil { return id }
    guard let anchor else { return nil }
    if eventOf[anchor.mention] != nil { return anchor.mention }
    let found = Set(anchors.mentions(quoting: anchor.quotation)).filter { eventOf[$0] != nil }
    return found.count == 1 ? found.first : nil
  }

  /// The place of the event that holds that mention.
  func event(_ id: String, _ anchor: Decision.Anchor?) -> Int? {
    mention(id, anchor).flatMap { eventOf[$0] }
  }
}
