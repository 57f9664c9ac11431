public import TimelineModel

/// Puts mentions of one event together, within and across documents.
///
/// The result does not depend on the order of the documents: pairs are weighed, sorted by weight
/// and id, and joined greedily as long as no two members contradict each other.
public enum Consolidator {
  /// The events of those extractions; `mustLink` are groups of mention ids that people merged,
  /// `cannotLink` groups whose members people split.
  public static func consolidate(
    _ extractions: [Extraction], mustLink: [[String]] = [], cannotLink: [[String]] = []
  ) -> Consolidation {
    WeighedMentions(extractions).consolidation(mustLink: mustLink, cannotLink: cannotLink)
  }
}

/// Mentions with all that putting them together needs, weighed once for several ways of doing it.
///
///     let weighed = WeighedMentions(extractions)
///     let machine = weighed.consolidation()
///     let people = weighed.renamed(as: machine.extractions).consolidation(mustLink: merged)
public struct WeighedMentions: Sendable {
  /// Pairs at least this alike are one event.
  private static let mergeThreshold = 0.72
  /// Pairs at least this alike are listed as possible duplicates.
  private static let duplicateThreshold = 0.55

  private var extractions: [Extraction]
  private var members: [MentionMember]
  private let pairs: [WeighedPair]
  private let weigher = MentionWeigher()

  /// Weighs the mentions of those extractions.
  public init(_ extractions: [Extraction]) {
    self.extractions = extractions
    let members = MentionMember.members(of: extractions)
    var pairs: [WeighedPair] = []
    for (left, right) in MentionBlocks.pairs(of: members) {
      let weight = weigher.likeness(members[left], members[right])
      if weight >= Self.duplicateThreshold {
        pairs.append(WeighedPair(left: left, right: right, weight: weight))
      }
    }
    pairs.sort { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
    self.members = members
    self.pairs = pairs
  }

  /// The same mentions under the ids that they have in those extractions, of the same documents in
  /// the same order; they stand and weigh as before.
  public func renamed(as final: [Extraction]) -> WeighedMentions {
    var renamed = self
    renamed.extractions = final
    for index in members.indices {
      let member = members[index]
      renamed.members[index].mention.id = final[member.extraction].mentions[member.position].id
    }
    return renamed
  }

  /// The events that the mentions make; `mustLink` are groups of mention ids that people merged,
  /// `cannotLink` groups whose members people split.
  public func consolidation(mustLink: [[String]] = [], cannotLink: [[String]] = [])
    -> Consolidation
  {
    var clusters = MentionClusters(members: members, cannotLink: cannotLink)
    for pair in pairs where pair.weight >= Self.mergeThreshold {
      clusters.join(pair.left, pair.right, weigher: weigher)
    }
    // What people joined comes last, so that it takes whole groups along.
    clusters.link(mustLink)
    return EventAssembler(members: members, clusters: clusters, pairs: pairs, weigher: weigher)
      .consolidation(of: extractions)
  }
}

/// Two members and how alike they are.
struct WeighedPair: Sendable {
  var left: Int
  var right: Int
  var weight: Double
}
