import Chronology
import TimelineIngest
import TimelineModel
import TimelineStore

/// Applies what people decided to what the machine read, and says what became of each decision.
struct DecisionApplier {
  /// Ids that lead to another event by a decision.
  private(set) var redirects: [Redirect] = []
  /// Ids whose event a decision removed.
  private(set) var tombstones: [Tombstone] = []
  /// Plans and what became of them.
  private(set) var links: [EventLink]
  /// What became of each decision that could be told.
  private(set) var statuses: [String: DecisionStatus]

  private let order: DecisionOrder
  private let constraints: IdentityConstraints
  private let extractions: [Extraction]
  private var events: [Event?]
  private var machine: [EventDescription]
  private var indexOf: [String: Int] = [:]
  /// The events that the machine no longer finds and decisions keep.
  private var orphans: Set<Int> = []
  /// The decisions on one field of one event, as they were applied.
  private var history: [String: [(decision: Decision, value: String)]] = [:]
  /// The places in the order of the decisions on one subject.
  private var bySubject: [String: [Int]] = [:]

  init(order: DecisionOrder, consolidation: Consolidation, constraints: IdentityConstraints) {
    self.order = order
    self.constraints = constraints
    extractions = consolidation.extractions
    events = consolidation.events
    machine = consolidation.events.map(\.description)
    links = consolidation.links.map { EventLink(plan: $0.plan, outcome: $0.outcome) }
    statuses = constraints.statuses
    for (index, event) in consolidation.events.enumerated() { register(event, at: index) }
    for (index, entry) in order.sorted.enumerated() {
      for subject in entry.decision.action.subjects {
        bySubject[subject, default: []].append(index)
      }
    }
  }

  /// The events that remain, in the order of consolidation, added ones behind.
  var result: [Event] {
    let gone = Set(tombstones.map(\.id) + redirects.map(\.id))
    return events.compactMap { event in
      guard var event else { return nil }
      event.possibleDuplicates.removeAll { gone.contains($0) }
      return event
    }
  }

  /// Applies every decision that holds, in order.
  mutating func apply() {
    for entry in order.sorted {
      if order.undone.contains(entry.decision.id) {
        statuses[entry.decision.id] = .undone
      } else if case .add(let added) = entry.decision.action {
        add(added, entry.decision)
      }
    }
    keepOrphans()
    for merge in constraints.mixed { absorb(merge.events, decision: merge.decision) }
    for entry in order.sorted where !order.undone.contains(entry.decision.id) {
      apply(entry.decision)
    }
    for entry in order.sorted where !order.undone.contains(entry.decision.id) {
      if case .link(let plan, let outcome) = entry.decision.action {
        link(plan, outcome, entry.decision)
      }
    }
    markOrphans()
    let gone = Set(tombstones.map(\.id))
    links.removeAll { gone.contains($0.plan) || gone.contains($0.outcome) }
  }

  private mutating func apply(_ decision: Decision) {
    switch decision.action {
    case .edit(let event, let field, let value): edit(event, field, value, decision)
    case .confirm(let event):
      change(event, decision) { event in
        event.description.confidence = 1
      } status: { machine, _ in
        decision.previous.map { $0 == Self.summary(of: machine) } ?? true ? .applied : .conflict
      }
    case .reject(let event): reject(event, decision)
    case .note(let event, let text):
      change(event, decision) {
        $0.notes.append(text)
      } status: { _, _ in
        .applied
      }
    case .label(let event, let text):
      change(event, decision) { event in
        event.labels = Set(event.labels + [text]).sorted()
      } status: { _, _ in
        .applied
      }
    case .merge(let events):
      if let index = index(of: events[0], decision.anchor) {
        update(index) { $0.decisions.append(decision.id) }
      }
    case .split(let event):
      if let index = index(of: event, decision.anchor) {
        update(index) { $0.decisions.append(decision.id) }
      }
    case .setPublished(let document, let date): setPublished(document, date, decision)
    case .alias:
      statuses[decision.id] = isContested(decision) ? .conflict : .applied
    case .add, .link, .undo: break
    }
  }

  // MARK: - Orphans

  /// The label of events that only decisions still know.
  static let orphanLabel = "orphaned"

  /// Keeps visible, as its first author saw it, every event that people decided on and that is
  /// gone; the decisions then find it like any other.
  private mutating func keepOrphans() {
    for entry in order.sorted where !order.undone.contains(entry.decision.id) {
      let decision = entry.decision
      guard let about = decision.about, let id = decision.action.events.first,
        index(of: id, decision.anchor) == nil
      else { continue }
      var event = self.event(about, id: id)
      event.description.confidence = 0.1
      event.source =
        event.source
        ?? decision.anchor.map { "\($0.document) no longer says: \($0.quotation.exact)" }
      event.labels = [Self.orphanLabel]
      events.append(event)
      machine.append(event.description)
      register(event, at: events.count - 1)
      orphans.insert(events.count - 1)
    }
  }

  /// What was decided on an event that only decisions still know is orphaned, whatever it changed.
  private mutating func markOrphans() {
    for index in orphans {
      guard let event = events[index] else { continue }
      update(index) { $0.description.confidence = 0.1 }
      for id in event.decisions { statuses[id] = .orphan }
    }
  }

  // MARK: - Each kind of decision

  private mutating func add(_ added: Decision.AddedEvent, _ decision: Decision) {
    var event = event(added, id: Self.id(ofAdded: decision.id))
    event.decisions = [decision.id]
    events.append(event)
    machine.append(event.description)
    register(event, at: events.count - 1)
    statuses[decision.id] = .applied
  }

  /// An event as a person describes it.
  private func event(_ added: Decision.AddedEvent, id: String) -> Event {
    var date = added.date.flatMap { StatedDate.read(edtf: $0) } ?? .undated()
    date.phrase = added.phrase
    return Event(
      id: id, origin: .added,
      description: EventDescription(
        type: added.type, plover: StatedName.plover(ofType: added.type), title: added.title,
        date: date, actors: added.actors.map { StatedName.actor($0) }, place: added.place,
        actuality: added.actuality, stage: added.stage, confidence: 1),
      source: added.source)
  }

  /// The id of the event that a decision adds.
  static func id(ofAdded decision: String) -> String {
    ContentIdentity.event("added\u{1}" + decision)
  }

  /// Merges added events into others: an extracted one keeps its own words.
  private mutating func absorb(_ ids: [String], decision: String) {
    let found = Set(ids.compactMap { indexOf[$0] }).sorted()
    guard found.count > 1, let kept = found.first else {
      if statuses[decision] != .applied { statuses[decision] = .orphan }
      return
    }
    statuses[decision] = .applied
    for index in found.dropFirst() {
      guard let absorbed = events[index], let target = events[kept] else { continue }
      update(kept) { event in
        event.decisions += absorbed.decisions
        event.source = event.source ?? absorbed.source
        event.notes += absorbed.notes
      }
      events[index] = nil
      redirects.append(Redirect(id: absorbed.id, target: target.id))
      for id in [absorbed.id] + absorbed.mentions { indexOf[id] = kept }
    }
  }

  private mutating func reject(_ id: String, _ decision: Decision) {
    guard let index = index(of: id, decision.anchor), let event = events[index] else {
      statuses[decision.id] = isQuoted(decision.anchor) ? .obsolete : .orphan
      return
    }
    statuses[decision.id] = isContested(decision) ? .conflict : .applied
    for each in Set([event.id] + event.mentions).sorted() {
      tombstones.append(Tombstone(id: each, reason: "rejected by \(decision.by) (\(decision.id))"))
    }
    events[index] = nil
  }

  private mutating func edit(
    _ id: String, _ field: Decision.Field, _ value: String, _ decision: Decision
  ) {
    guard let index = index(of: id, decision.anchor), let event = events[index] else {
      statuses[decision.id] = .orphan
      return
    }
    let subject =
      field == .addActor || field == .removeActor
      ? "\(event.id)#actor:\(value)" : "\(event.id)#\(field.rawValue)"
    let machineValue = FieldEdit.value(of: field, in: machine[index], about: value)
    let earlier = history[subject] ?? []
    let unseen = earlier.filter {
      !order.hasSeen(decision.id, $0.decision.id) && $0.value != value
    }
    var status = DecisionStatus.applied
    if !unseen.isEmpty {
      // Two people decided without seeing each other: both are listed, the later one holds.
      status = .conflict
      for each in unseen { statuses[each.decision.id] = .conflict }
    } else if earlier.isEmpty, machineValue == FieldEdit.wanted(field, value) {
      status = .obsolete
    } else if earlier.isEmpty, let previous = decision.previous, previous != machineValue,
      !replacesDecidedValue(decision, field, previous)
    {
      status = .conflict
    }
    // One who saw both sides has settled what they disagreed about.
    for each in earlier where order.hasSeen(decision.id, each.decision.id) {
      if statuses[each.decision.id] == .conflict { statuses[each.decision.id] = .applied }
    }
    history[subject] = earlier + [(decision, value)]
    statuses[decision.id] = status
    update(index) { event in
      FieldEdit.set(field, to: value, in: &event.description)
      event.decisions.append(decision.id)
    }
  }

  /// Whether the value that an edit replaced was itself somebody's, since taken back.
  private func replacesDecidedValue(
    _ decision: Decision, _ field: Decision.Field, _ previous: String
  ) -> Bool {
    order.sorted.contains { entry in
      guard case .edit(_, field, previous) = entry.decision.action else { return false }
      return decision.saw.contains(entry.decision.id)
    }
  }

  private mutating func link(_ plan: String, _ outcome: String, _ decision: Decision) {
    guard let first = index(of: plan, decision.anchor), let second = index(of: outcome, nil),
      first != second, let one = events[first], let other = events[second]
    else {
      statuses[decision.id] = .orphan
      return
    }
    let known = links.firstIndex { $0.plan == one.id && $0.outcome == other.id }
    statuses[decision.id] = known == nil ? .applied : .obsolete
    if let known { links.remove(at: known) }
    links.append(EventLink(plan: one.id, outcome: other.id, decision: decision.id))
    for index in [first, second] { update(index) { $0.decisions.append(decision.id) } }
  }

  private mutating func setPublished(_ name: String, _ date: String, _ decision: Decision) {
    guard extractions.contains(where: { $0.document.name == name }) else {
      statuses[decision.id] = .orphan
      return
    }
    statuses[decision.id] =
      isContested(decision)
      ? .conflict : decision.previous == date ? .obsolete : .applied
  }

  // MARK: - Finding and changing

  private mutating func change(
    _ id: String, _ decision: Decision, _ body: (inout Event) -> Void,
    status: (EventDescription, Event) -> DecisionStatus
  ) {
    guard let index = index(of: id, decision.anchor), let event = events[index] else {
      statuses[decision.id] = .orphan
      return
    }
    statuses[decision.id] = status(machine[index], event)
    update(index) { event in
      body(&event)
      event.decisions.append(decision.id)
    }
  }

  private mutating func update(_ index: Int, _ body: (inout Event) -> Void) {
    guard var event = events[index] else { return }
    body(&event)
    events[index] = event
  }

  private mutating func register(_ event: Event, at index: Int) {
    for id in [event.id] + event.mentions where indexOf[id] == nil { indexOf[id] = index }
  }

  /// The event that an id leads to, else the one event with the very quotation of the anchor.
  private func index(of id: String, _ anchor: Decision.Anchor?) -> Int? {
    if let index = indexOf[id] { return events[index] == nil ? nil : index }
    guard let anchor else { return nil }
    if let index = indexOf[anchor.mention] { return events[index] == nil ? nil : index }
    var found: Set<Int> = []
    for extraction in extractions {
      for mention in extraction.mentions
      where mention.evidence.exact == anchor.quotation.exact
        && mention.evidence.prefix == anchor.quotation.prefix
        && mention.evidence.suffix == anchor.quotation.suffix
      {
        if let index = indexOf[mention.id], events[index] != nil { found.insert(index) }
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// Whether the document still says what the anchor quotes.
  private func isQuoted(_ anchor: Decision.Anchor?) -> Bool {
    guard let anchor,
      let extraction = extractions.first(where: { $0.document.name == anchor.document })
    else { return false }
    return extraction.document.text.contains(anchor.quotation.exact)
  }

  /// Whether another decision that holds says something else of the same, and neither saw the
  /// other.
  private mutating func isContested(_ decision: Decision) -> Bool {
    var isConflict = false
    let others = Set(decision.action.subjects.flatMap { bySubject[$0] ?? [] }).sorted()
    for other in others.map({ order.sorted[$0].decision })
    where other.id != decision.id && !order.undone.contains(other.id)
      && other.action != decision.action
      && !order.hasSeen(decision.id, other.id) && !order.hasSeen(other.id, decision.id)
    {
      isConflict = true
      statuses[other.id] = .conflict
    }
    return isConflict
  }

  /// What a person sees of an event when confirming it.
  static func summary(of description: EventDescription) -> String {
    "\(description.date.edtf ?? "undated") · \(description.type) · "
      + description.actuality.rawValue
  }
}
