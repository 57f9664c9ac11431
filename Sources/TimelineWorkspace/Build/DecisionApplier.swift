import Chronology
import TimelineIngest
import TimelineModel
import TimelineStore

/// Applies what people decided to what the machine read, and says what became of each decision.
///
/// `DecisionApplier+Orphans` keeps what is gone, `DecisionApplier+Conflicts` finds disagreement.
struct DecisionApplier {
  /// Ids that lead to another event by a decision.
  private(set) var redirects: [Redirect] = []
  /// Ids whose event a decision removed.
  private(set) var tombstones: [Tombstone] = []
  /// Plans and what became of them.
  private(set) var links: [EventLink]
  /// What became of each decision that could be told.
  var statuses: [String: DecisionStatus]

  let order: DecisionOrder
  let anchors: any AnchorSource
  /// The decisions to apply, in order: all, or those on the events at hand.
  let decisions: [Decision]
  private let constraints: IdentityConstraints
  private(set) var events: [Event?]
  /// The events as they were before any decision changed a field.
  private(set) var machine: [EventDescription]
  private var indexOf: [String: Int] = [:]
  /// The events that the machine no longer finds and decisions keep.
  var orphans: Set<Int> = []
  /// The decisions on one field of one event, as they were applied.
  var history: [String: [(decision: Decision, value: String)]] = [:]
  /// The decisions that removed events, by the events' places.
  var rejections: [Int: Decision] = [:]
  /// The decisions on one subject, in order.
  private(set) var bySubject: [String: [Decision]] = [:]

  /// Takes the events and links that the machine found; `ids` are those of the decisions to apply,
  /// nil for all of them.
  init(
    order: DecisionOrder, among ids: Set<String>? = nil, events found: [Event],
    links: [EventLink], constraints: IdentityConstraints, anchors: some AnchorSource
  ) {
    self.order = order
    self.constraints = constraints
    self.anchors = anchors
    self.links = links
    events = found
    machine = found.map(\.description)
    statuses = constraints.statuses
    decisions = order.sorted.map(\.decision).filter { ids?.contains($0.id) ?? true }
    for (index, event) in found.enumerated() { register(event, at: index) }
    for decision in decisions where !order.undone.contains(decision.id) {
      for subject in decision.action.subjects { bySubject[subject, default: []].append(decision) }
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
    let told = anchors.mentions(dated: addedDates).map(\.description)
    for decision in decisions {
      if order.undone.contains(decision.id) {
        statuses[decision.id] = .undone
        if let id = decision.addedEvent {
          tombstones.append(Tombstone(id: id, reason: "its addition \(decision.id) was taken back"))
        }
      } else if case .add(let added) = decision.action {
        add(added, decision, isTold: told.contains { added.isTold(by: $0) })
      }
    }
    let holding = decisions.filter { !order.undone.contains($0.id) }
    for decision in holding { keepOrphans(of: decision) }
    for decision in constraints.mixed { absorb(decision) }
    for decision in holding { apply(decision) }
    for decision in holding {
      if case .link(let plan, let outcome) = decision.action { link(plan, outcome, decision) }
    }
    markOrphans()
    for decision in holding { leadOn(decision) }
    let gone = Set(tombstones.map(\.id))
    links.removeAll { gone.contains($0.plan) || gone.contains($0.outcome) }
  }

  private mutating func apply(_ decision: Decision) {
    switch decision.action {
    case .edit(let event, let field, let value): edit(event, field, value, decision)
    case .confirm(let event): confirm(event, decision)
    case .reject(let event): reject(event, decision)
    case .note(let event, let text): change(event, decision) { $0.notes.append(text) }
    case .label(let event, let text):
      change(event, decision) { event in
        event.labels = Set(event.labels + [text]).sorted()
      }
    case .merge, .split: recordIdentity(decision)
    case .setPublished(let document, let date): setPublished(document, date, decision)
    case .alias(let name, let canonical):
      statuses[decision.id] =
        isContested(decision)
        ? .conflict
        : StatedName.actor(name).name == StatedName.actor(canonical).name ? .obsolete : .applied
    case .add, .link, .undo: break
    }
  }

  // MARK: - Each kind of decision

  /// The dates of the events that people added.
  private var addedDates: Set<String> {
    Set(
      decisions.compactMap { decision in
        guard case .add(let added) = decision.action, !order.undone.contains(decision.id) else {
          return nil
        }
        return added.date
      })
  }

  /// An event that the documents tell too stays until its addition is taken back.
  private mutating func add(
    _ added: Decision.AddedEvent, _ decision: Decision, isTold: Bool
  ) {
    var event = Self.event(added, id: Self.id(ofAdded: decision.id))
    event.decisions = [decision.id]
    append(event)
    statuses[decision.id] = isTold ? .obsolete : .applied
  }

  /// An event as a person describes it.
  static func event(_ added: Decision.AddedEvent, id: String) -> Event {
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

  /// Merges added events into others, and leads the ids of events that are gone to those that were
  /// merged with them; an extracted one keeps its own words.
  private mutating func absorb(_ decision: Decision) {
    let sights = decision.sights
    let found = Set(sights.compactMap { index(of: $0.event, $0.anchor) }).sorted()
    guard let kept = found.first, let target = events[kept] else {
      statuses[decision.id] = .orphan
      return
    }
    for sight in sights where index(of: sight.event, sight.anchor) == nil {
      redirects.append(Redirect(id: sight.event, target: target.id))
      indexOf[sight.event] = kept
    }
    // A merge of one event with others that are gone has nothing left to do.
    let isAlone = found.count { !orphans.contains($0) } < 2
    statuses[decision.id] = isAlone && statuses[decision.id] != .applied ? .orphan : .applied
    for index in found.dropFirst() {
      guard let absorbed = events[index] else { continue }
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

  /// Names a merge or a split on every event that it is about.
  private mutating func recordIdentity(_ decision: Decision) {
    var sights = decision.sights
    if case .split = decision.action {
      sights += decision.others.map { Decision.Sight(event: $0.event, anchor: $0.anchor) }
    }
    for index in Set(sights.compactMap { index(of: $0.event, $0.anchor) }).sorted() {
      update(index) { $0.decisions.append(decision.id) }
    }
  }

  private mutating func confirm(_ id: String, _ decision: Decision) {
    guard let index = index(of: id, decision.anchor) else {
      return statuses[decision.id] = statusWithoutEvent(decision)
    }
    let isChanged =
      valueBefore(decision).map { $0 != Self.summary(of: machine[index]) } ?? false
    statuses[decision.id] = isContested(decision) || isChanged ? .conflict : .applied
    update(index) { event in
      event.description.confidence = 1
      event.decisions.append(decision.id)
    }
  }

  private mutating func reject(_ id: String, _ decision: Decision) {
    guard let index = index(of: id, decision.anchor), let event = events[index] else {
      statuses[decision.id] = isPassedOver(decision.anchor) ? .obsolete : .orphan
      return
    }
    let isChanged =
      valueBefore(decision).map { $0 != Self.summary(of: machine[index]) } ?? false
    statuses[decision.id] = isContested(decision) || isChanged ? .conflict : .applied
    for each in Set([id, event.id] + event.mentions).sorted() {
      tombstones.append(Self.tombstone(each, decision))
    }
    events[index] = nil
    rejections[index] = decision
  }

  private mutating func edit(
    _ id: String, _ field: Decision.Field, _ value: String, _ decision: Decision
  ) {
    guard let index = index(of: id, decision.anchor), let event = events[index] else {
      return statuses[decision.id] = statusWithoutEvent(decision)
    }
    let machineValue = FieldEdit.value(of: field, in: machine[index], about: value)
    judge(
      decision, value: value, subject: event.id + "#" + field.subject(value),
      isAgreed: machineValue == FieldEdit.wanted(field, value), machine: machineValue)
    update(index) { event in
      FieldEdit.set(field, to: value, in: &event.description)
      event.decisions.append(decision.id)
    }
  }

  private mutating func link(_ plan: String, _ outcome: String, _ decision: Decision) {
    let sights = decision.sights
    guard sights.count == 2, let first = index(of: plan, sights[0].anchor),
      let second = index(of: outcome, sights[1].anchor), first != second,
      let one = events[first], let other = events[second]
    else {
      return statuses[decision.id] = .orphan
    }
    let known = links.firstIndex { $0.plan == one.id && $0.outcome == other.id }
    statuses[decision.id] = known == nil ? .applied : .obsolete
    if let known { links.remove(at: known) }
    links.append(EventLink(plan: one.id, outcome: other.id, decision: decision.id))
    for index in [first, second] { update(index) { $0.decisions.append(decision.id) } }
  }

  private mutating func setPublished(_ name: String, _ date: String, _ decision: Decision) {
    guard let document = anchors.document(named: name) else {
      return statuses[decision.id] = .orphan
    }
    let stated = document.published?.replaced
    let isChanged = stated.flatMap { now in valueBefore(decision).map { $0 != now } } ?? false
    statuses[decision.id] =
      isContested(decision)
      ? .conflict : stated == date ? .obsolete : isChanged ? .conflict : .applied
  }

  /// Leads ids that only a decision still knows to the events that its anchors found.
  private mutating func leadOn(_ decision: Decision) {
    for sight in decision.sights where indexOf[sight.event] == nil {
      guard let place = place(of: sight.event, sight.anchor) else { continue }
      indexOf[sight.event] = place
      if let event = events[place] {
        redirects.append(Redirect(id: sight.event, target: event.id))
      } else if let rejection = rejections[place] {
        tombstones.append(Self.tombstone(sight.event, rejection))
      }
    }
  }

  private static func tombstone(_ id: String, _ rejection: Decision) -> Tombstone {
    Tombstone(
      id: id,
      reason: "rejected by \(rejection.by); timeline undo \(rejection.id) brings it back")
  }

  // MARK: - Finding and changing

  private mutating func change(
    _ id: String, _ decision: Decision, _ body: (inout Event) -> Void
  ) {
    guard let index = index(of: id, decision.anchor) else {
      return statuses[decision.id] = statusWithoutEvent(decision)
    }
    statuses[decision.id] = .applied
    update(index) { event in
      body(&event)
      event.decisions.append(decision.id)
    }
  }

  mutating func update(_ index: Int, _ body: (inout Event) -> Void) {
    guard var event = events[index] else { return }
    body(&event)
    events[index] = event
  }

  /// Puts an event behind the others, where decisions find it by its ids; its place comes back.
  @discardableResult
  mutating func append(_ event: Event) -> Int {
    events.append(event)
    machine.append(event.description)
    register(event, at: events.count - 1)
    return events.count - 1
  }

  private mutating func register(_ event: Event, at index: Int) {
    for id in [event.id] + event.mentions where indexOf[id] == nil { indexOf[id] = index }
  }

  /// The event that an id leads to, else the one event with the very quotation of the anchor.
  func index(of id: String, _ anchor: Decision.Anchor?) -> Int? {
    place(of: id, anchor).flatMap { events[$0] == nil ? nil : $0 }
  }

  /// The place where that event stands, or stood before a decision removed it.
  func place(of id: String, _ anchor: Decision.Anchor?) -> Int? {
    if let index = indexOf[id] { return index }
    guard let anchor else { return nil }
    if let index = indexOf[anchor.mention] { return index }
    // Events that were removed count: whether a quotation tells one from another must not depend
    // on what else was decided.
    let found = Set(anchors.mentions(quoting: anchor.quotation).compactMap { indexOf[$0] })
    return found.count == 1 ? found.first : nil
  }

  /// What a person sees of an event when confirming it.
  static func summary(of description: EventDescription) -> String {
    "\(description.date.edtf ?? "undated") · \(description.type) · "
      + description.actuality.rawValue
  }
}
