import Foundation
import TimelineModel
import TimelineQuery
import TimelineStore

/// Ids that a database has published: those of events, and those of mentions that led to one.
struct PublishedIdentities {
  /// The event that each id led to.
  var eventOf: [String: String] = [:]
  /// Those of them that led there by a redirect.
  var redirected: Set<String> = []
  /// All events of the database.
  let events: [Event]
  /// What the database read from each document.
  private let extractions: [Extraction]

  /// Reads them from a database before it is changed; `extractions` are all that it holds.
  init(_ store: TimelineStore, extractions: [Extraction]) throws(StoreError) {
    self.extractions = extractions
    events = try store.events(EventQuery(undated: .included)).events
    for event in events
    where event.origin == .extracted || event.labels.contains(DecisionApplier.orphanLabel) {
      for id in event.mentions + [event.id] { eventOf[id] = event.id }
    }
    let identities = try store.identities()
    // What was rejected is known by its ids, as long as the machine reads it.
    let read = Set(extractions.flatMap { $0.mentions.map(\.id) })
    for tombstone in identities.tombstones
    where eventOf[tombstone.id] == nil && read.contains(tombstone.id) {
      eventOf[tombstone.id] = tombstone.id
    }
    // Ids that led to an event by a decision lead on when the decision is taken back.
    for redirect in identities.redirects {
      guard eventOf[redirect.id] == nil, let target = eventOf[redirect.target] else { continue }
      eventOf[redirect.id] = target
      redirected.insert(redirect.id)
    }
  }

  /// Where the mentions of those ids stood and what named them.
  func mentions(_ ids: Set<String>) -> [String: EventMention] {
    var found: [String: EventMention] = [:]
    for extraction in extractions {
      for mention in extraction.mentions where ids.contains(mention.id) {
        found[mention.id] = mention
      }
    }
    return found
  }
}

/// `identities.jsonl`: ids that were once published and now lead elsewhere or nowhere.
///
///     {"v":1,"id":"e_…","leads-to":"e_…"}
///     {"v":1,"id":"e_…","gone":"left with old.txt"}
///
/// Append-only; the last line of an id holds. An id that comes back into use needs no line.
struct IdentityFile {
  private var redirects: [String: String] = [:]
  private var tombstones: [String: String] = [:]
  private var added: [String] = []

  /// Reads a folder's file; lines that are not understood are passed over.
  static func read(_ folder: TimelineFolder) throws(WorkspaceError) -> IdentityFile {
    var file = IdentityFile()
    let bytes = try FileSystem.read(folder.identities) ?? []
    for line in bytes.split(separator: 0x0a) {
      guard
        let members = try? JSONSerialization.jsonObject(with: Data(line)) as? [String: Any],
        let id = members["id"] as? String
      else { continue }
      file.redirects[id] = members["leads-to"] as? String
      file.tombstones[id] = members["gone"] as? String
    }
    return file
  }

  /// The file with a line for every id that the new build no longer leads anywhere with.
  func extended(
    from previous: PublishedIdentities, to derivation: Derivation, removed: Set<String>
  ) -> IdentityFile {
    let live = derivation.liveIDs
    let vanished = previous.eventOf.keys.filter { id in
      // A line that leads on from an id goes on to be followed.
      !live.contains(id) && !(previous.redirected.contains(id) && redirects[id] != nil)
    }.sorted()
    if vanished.isEmpty { return self }
    var file = self
    let stood = previous.mentions(Set(vanished))
    var members: [String: [String]] = [:]
    for (id, event) in previous.eventOf { members[event, default: []].append(id) }
    let successors = MentionSuccessors(derivation.extractions)
    let names = Set(derivation.extractions.map(\.document.name))
    for id in vanished {
      let siblings = (previous.eventOf[id].flatMap { members[$0] } ?? []).sorted()
      let own = stood[id].flatMap { successors.find($0) }
      if let target = own ?? siblings.first(where: { live.contains($0) }), target != id {
        if file.redirects[id] == target { continue }
        file.redirects[id] = target
        file.tombstones[id] = nil
        var line = JSONLine()
        line.set("v", 1)
        line.set("id", id)
        line.set("leads-to", target)
        file.added.append(line.text)
      } else {
        let told = stood[id] ?? siblings.lazy.compactMap { stood[$0] }.first
        let document = told?.document ?? "a document"
        let reason =
          names.contains(document) ? "no longer read from \(document)" : "left with \(document)"
        if file.tombstones[id] == reason { continue }
        file.tombstones[id] = reason
        file.redirects[id] = nil
        var line = JSONLine()
        line.set("v", 1)
        line.set("id", id)
        line.set("gone", reason)
        file.added.append(line.text)
      }
    }
    return file
  }

  /// Appends the new lines to a folder's file.
  func save(_ folder: TimelineFolder) throws(WorkspaceError) {
    if added.isEmpty { return }
    var bytes: [UInt8] = []
    if let last = try FileSystem.read(folder.identities)?.last, last != 0x0a { bytes = [0x0a] }
    for line in added { bytes += Array(line.utf8) + [0x0a] }
    try FileSystem.append(bytes, to: folder.identities)
  }

  /// The redirects and tombstones of ids that the build does not lead anywhere with itself.
  func entries(besides derivation: Derivation) -> (
    redirects: [Redirect], tombstones: [Tombstone]
  ) {
    let live = derivation.liveIDs
    let decided = Set(derivation.redirects.map(\.id) + derivation.tombstones.map(\.id))
    func isFree(_ id: String) -> Bool { !live.contains(id) && !decided.contains(id) }
    var found: [Redirect] = []
    var gone = tombstones
    for (id, target) in redirects where isFree(id) {
      var end = target
      var steps = 0
      while !live.contains(end), let next = redirects[end], steps < 1_000 {
        end = next
        steps += 1
      }
      if live.contains(end) {
        found.append(Redirect(id: id, target: end))
      } else {
        gone[id] = tombstones[end] ?? "no longer in the timeline"
      }
    }
    return (
      found.sorted { $0.id < $1.id },
      gone.filter { isFree($0.key) }.map { Tombstone(id: $0.key, reason: $0.value) }
        .sorted { $0.id < $1.id }
    )
  }
}

extension Derivation {
  /// Every id that leads to an event, and those of mentions whose event a decision removed.
  var liveIDs: Set<String> {
    var ids = Set(tombstones.map(\.id))
    for event in events { ids.formUnion(event.mentions + [event.id]) }
    ids.formUnion(redirects.map(\.id))
    return ids
  }
}

/// Finds what a mention became after its document was edited.
struct MentionSuccessors {
  private var byPlace: [String: [EventMention]] = [:]

  init(_ extractions: [Extraction]) {
    for extraction in extractions {
      for mention in extraction.mentions {
        byPlace[MentionSuccessors.key(mention), default: []].append(mention)
      }
    }
  }

  /// The id of the one mention of the same trigger word in the same document whose evidence shares
  /// most of its words, if it shares at least half of them.
  func find(_ mention: EventMention) -> String? {
    let words = Set(mention.evidence.exact.split(separator: " "))
    let near = (byPlace[MentionSuccessors.key(mention)] ?? []).map { other in
      (
        id: other.id,
        shared: words.intersection(other.evidence.exact.split(separator: " ")).count
      )
    }
    guard let best = near.max(by: { ($0.shared, $1.id) < ($1.shared, $0.id) }),
      best.shared * 2 >= words.count, best.shared > 0
    else { return nil }
    return best.id
  }

  private static func key(_ mention: EventMention) -> String {
    mention.document + "\u{1}" + mention.trigger.lemma
  }
}
