import TimelineIngest
import TimelineModel
import TimelineStore

/// What the database holds: everything that follows from documents and decisions.
///
/// A pure function, so that a full and an incremental build agree.
struct Derivation {
  /// The extractions with their mentions' final ids, sorted by document.
  var extractions: [Extraction]
  /// The events with every decision applied.
  var events: [Event]
  /// Plans and what became of them.
  var links: [EventLink]
  /// Ids that lead to another event by a decision.
  var redirects: [Redirect]
  /// Ids whose event a decision removed.
  var tombstones: [Tombstone]
  /// Every decision with what became of it.
  var decisions: [RecordedDecision]
  /// The mentions whose ids were changed to tell equal sentences apart: document, final id and the
  /// id before, one a line.
  var retold: String

  /// Derives from extractions as reading gave them, in any order.
  init(_ read: [Extraction], decisions file: DecisionFile, order: DecisionOrder) {
    let sorted = read.sorted { $0.document.name < $1.document.name }
    let machine = Consolidator.consolidate(sorted)
    let constraints = IdentityConstraints(order, machine: machine.events)
    let consolidation =
      constraints.isEmpty
      ? machine
      : Consolidator.consolidate(
        sorted, mustLink: constraints.mustLink, cannotLink: constraints.cannotLink)
    extractions = consolidation.extractions
    retold = Derivation.retold(sorted, consolidation.extractions)
    var applier = DecisionApplier(
      order: order, consolidation: consolidation, constraints: constraints)
    applier.apply()
    events = applier.result
    links = applier.links
    redirects = applier.redirects
    tombstones = applier.tombstones
    let statuses = applier.statuses
    decisions = file.entries.map { entry in
      RecordedDecision(
        decision: entry.decision, status: statuses[entry.decision.id] ?? .applied, raw: entry.raw,
        line: entry.line)
    }
  }

  private static func retold(_ before: [Extraction], _ after: [Extraction]) -> String {
    var lines: [String] = []
    for (one, other) in zip(before, after) {
      for (raw, final) in zip(one.mentions, other.mentions) where raw.id != final.id {
        lines.append("\(final.id)\t\(raw.id)\t\(one.document.name)")
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The extractions as reading gave them, from those that are stored.
  static func restored(_ stored: [Extraction], retold: String) -> [Extraction] {
    if retold.isEmpty { return stored }
    var raw: [String: [String: String]] = [:]
    for line in retold.split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 2).map(String.init)
      if fields.count == 3 { raw[fields[2], default: [:]][fields[0]] = fields[1] }
    }
    return stored.map { extraction in
      guard let ids = raw[extraction.document.name] else { return extraction }
      var extraction = extraction
      for index in extraction.mentions.indices {
        if let id = ids[extraction.mentions[index].id] { extraction.mentions[index].id = id }
      }
      return extraction
    }
  }
}

/// What `merge` and `split` say to consolidation, in terms of mentions.
struct IdentityConstraints {
  /// Groups of mentions that are one event.
  private(set) var mustLink: [[String]] = []
  /// Groups of mentions that are events of their own.
  private(set) var cannotLink: [[String]] = []
  /// The statuses of the merges and splits.
  private(set) var statuses: [String: DecisionStatus] = [:]
  /// The merges whose events are not all extracted: ids as they were written, by decision.
  private(set) var mixed: [(decision: String, events: [String])] = []

  /// Whether nobody merged or split anything.
  var isEmpty: Bool { mustLink.isEmpty && cannotLink.isEmpty }

  init(_ order: DecisionOrder, machine: [Event]) {
    var eventOf: [String: Int] = [:]
    for (index, event) in machine.enumerated() {
      for id in event.mentions + [event.id] where eventOf[id] == nil { eventOf[id] = index }
    }
    var groupOf: [Int: Int] = [:]
    var groups: [[Int]] = []
    for entry in order.sorted where !order.undone.contains(entry.decision.id) {
      let id = entry.decision.id
      switch entry.decision.action {
      case .merge(let events):
        let found = events.compactMap { eventOf[$0] }
        if found.count < events.count { mixed.append((id, events)) }
        statuses[id] = found.isEmpty ? .orphan : Set(found).count < 2 ? .obsolete : .applied
        let joined = Set(found).union(found.flatMap { groupOf[$0].map { groups[$0] } ?? [] })
        if joined.count > 1 {
          groups.append(joined.sorted())
          for index in joined { groupOf[index] = groups.count - 1 }
        }
      case .split(let event):
        guard let found = eventOf[event] else {
          statuses[id] = .orphan
          continue
        }
        // A split takes back the merges before it, and keeps the machine from joining again.
        let members = groupOf[found].map { groups[$0] } ?? [found]
        for index in members { groupOf[index] = nil }
        let mentions = members.flatMap { machine[$0].mentions }
        statuses[id] = mentions.count < 2 ? .obsolete : .applied
        if mentions.count > 1 { cannotLink.append(mentions.sorted()) }
      default: break
      }
    }
    for group in Set(groupOf.values).sorted() {
      mustLink.append(groups[group].flatMap { machine[$0].mentions })
    }
  }
}
