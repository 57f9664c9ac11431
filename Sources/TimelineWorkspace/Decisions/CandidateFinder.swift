import TimelineModel
import TimelineQuery
import TimelineStore

/// Finds what is nearest to what a decision was about and that is gone.
///
/// Events by the words that their sentences share with the quotation, those of the same document
/// before others; documents by the words of their names.
struct CandidateFinder {
  private let store: TimelineStore
  private let names: [String]
  private var eventOf: [String: Event] = [:]
  private var mentions: [EventMention] = []
  private var mentionsWith: [Substring: [Int]] = [:]

  /// How many candidates are named.
  private static let limit = 3

  init(_ store: TimelineStore) throws(StoreError) {
    self.store = store
    names = try store.documentFileHashes().keys.sorted()
    for event in try store.events(EventQuery(undated: .included)).events {
      for mention in event.mentions { eventOf[mention] = event }
    }
    for extraction in try store.extractions() {
      for mention in extraction.mentions where eventOf[mention.id] != nil {
        for word in Set(mention.evidence.exact.split(separator: " ")) {
          mentionsWith[word, default: []].append(mentions.count)
        }
        mentions.append(mention)
      }
    }
  }

  /// The candidates for everything that the decision is about and that is gone.
  func candidates(for decision: Decision) throws(StoreError) -> [ListedDecision.Candidate] {
    switch decision.action {
    case .add(let added): return try tellers(of: added, decision)
    case .setPublished(let name, _):
      return documents(like: name).map { ListedDecision.Candidate(of: name, id: $0) }
    default:
      var found: [ListedDecision.Candidate] = []
      for sight in decision.sights {
        guard let anchor = sight.anchor, try isGone(sight.event) else { continue }
        found += events(like: anchor).map {
          ListedDecision.Candidate(of: sight.event, id: $0.id, event: $0)
        }
      }
      return found
    }
  }

  private func isGone(_ id: String) throws(StoreError) -> Bool {
    guard let event = try store.event(id: id)?.event else { return true }
    return event.labels.contains(DecisionApplier.orphanLabel)
  }

  /// The events of sentences that tell what a person added.
  private func tellers(of added: Decision.AddedEvent, _ decision: Decision)
    throws(StoreError) -> [ListedDecision.Candidate]
  {
    guard let id = decision.addedEvent else { return [] }
    let own = try store.event(id: id)?.event.id
    var found: [ListedDecision.Candidate] = []
    for mention in mentions where added.isTold(by: mention.description) {
      guard let event = eventOf[mention.id], event.id != own,
        !found.contains(where: { $0.id == event.id })
      else { continue }
      found.append(ListedDecision.Candidate(of: id, id: event.id, event: event))
    }
    return found
  }

  private func events(like anchor: Decision.Anchor) -> [Event] {
    let words = Set(anchor.quotation.exact.split(separator: " "))
    var shared: [Int: Int] = [:]
    for word in words {
      for number in mentionsWith[word] ?? [] { shared[number, default: 0] += 1 }
    }
    var weights: [String: (event: Event, weight: Int)] = [:]
    for (number, count) in shared where count * 3 >= words.count {
      let mention = mentions[number]
      guard let event = eventOf[mention.id] else { continue }
      let weight = count * 2 + (mention.document == anchor.document ? 1 : 0)
      weights[event.id] = (event, max(weight, weights[event.id]?.weight ?? 0))
    }
    return weights.values.sorted { ($1.weight, $0.event.id) < ($0.weight, $1.event.id) }
      .prefix(Self.limit).map(\.event)
  }

  private func documents(like name: String) -> [String] {
    let file = name.split(separator: "/").last
    let words = Self.words(ofName: name)
    let weighed = names.map { other in
      let isMoved = other.split(separator: "/").last == file
      return (
        name: other,
        weight: isMoved ? Int.max : words.intersection(Self.words(ofName: other)).count
      )
    }
    return weighed.filter { $0.weight > 0 }
      .sorted { ($1.weight, $0.name) < ($0.weight, $1.name) }
      .prefix(Self.limit).map(\.name)
  }

  /// The words and numbers of a file's name, without its ending, in lower case.
  private static func words(ofName name: String) -> Set<Substring> {
    let bare = name.lowercased().split(separator: "/").last ?? ""
    let stem = bare.lastIndex(of: ".").map { bare[..<$0] } ?? bare
    return Set(stem.split { !$0.isLetter && !$0.isNumber })
  }
}
