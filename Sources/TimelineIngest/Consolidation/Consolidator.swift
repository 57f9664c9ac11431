public import TimelineModel

/// Puts mentions of one event together, within and across documents.
///
/// The result does not depend on the order of the documents: pairs are weighed, sorted by weight
/// and id, and joined greedily as long as no two members contradict each other.
public enum Consolidator {
  /// Pairs at least this alike are one event.
  static let mergeThreshold = 0.72
  /// Pairs at least this alike are listed as possible duplicates.
  static let duplicateThreshold = 0.55

  /// The events of those extractions.
  ///
  /// `mustLink` are groups of mention ids that people merged; `cannotLink` groups whose members
  /// people split.
  public static func consolidate(
    _ extractions: [Extraction], mustLink: [[String]] = [], cannotLink: [[String]] = []
  ) -> Consolidation {
    let members = MentionMember.members(of: extractions)
    let weigher = MentionWeigher()
    var pairs: [WeighedPair] = []
    for (left, right) in MentionBlocks.pairs(of: members) {
      let weight = weigher.likeness(members[left], members[right])
      if weight >= duplicateThreshold {
        pairs.append(WeighedPair(left: left, right: right, weight: weight))
      }
    }
    pairs.sort { ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right) }
    var clusters = MentionClusters(members: members, cannotLink: cannotLink)
    for pair in pairs where pair.weight >= mergeThreshold {
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
