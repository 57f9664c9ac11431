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
    let weighed = WeighedMentions(sorted)
    let machine = weighed.consolidation()
    let constraints = IdentityConstraints(
      order, machine: machine.events, anchors: ExtractedAnchors(extractions: machine.extractions))
    // With the final ids of the first pass, so that copies of one sentence can be told apart; all
    // else stays as it was, so that what nobody decided on stays the same.
    let consolidation =
      constraints.isEmpty
      ? machine
      : weighed.renamed(as: machine.extractions)
        .consolidation(mustLink: constraints.mustLink, cannotLink: constraints.cannotLink)
    extractions = consolidation.extractions
    retold = Derivation.retold(sorted, consolidation.extractions)
    var applier = DecisionApplier(
      order: order, events: consolidation.events,
      links: consolidation.links.map { EventLink(plan: $0.plan, outcome: $0.outcome) },
      constraints: constraints, anchors: ExtractedAnchors(extractions: consolidation.extractions))
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

  /// The final ids of the mentions that `retold` names.
  static func retoldIDs(_ retold: String) -> Set<String> {
    Set(retold.split(separator: "\n").map { String($0.prefix { $0 != "\t" }) })
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
