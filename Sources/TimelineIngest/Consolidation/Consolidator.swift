import Chronology
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
    var members = MentionMember.members(of: extractions)
    members.sort { $0.order < $1.order }
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

/// A mention with its place in the order of sources.
struct MentionMember: Sendable {
  /// The mention; its id may have been changed to tell equal sentences apart.
  var mention: EventMention
  /// The number of its extraction.
  var extraction: Int
  /// The number of the mention in it.
  var position: Int
  /// Publication day (unknown ones last), id, text hash: the order that decides what is first.
  var order: Order
  /// The words of the evidence that carry content, for likeness.
  var words: Set<String>

  /// Orders members by publication, then id, then text.
  struct Order: Sendable, Comparable {
    var published: Int
    var id: String
    var text: String
    var position: Int

    static func < (left: Order, right: Order) -> Bool {
      (left.published, left.id, left.text, left.position)
        < (right.published, right.id, right.text, right.position)
    }
  }

  /// The part of the type before the dot.
  var family: String { String(mention.description.type.prefix { $0 != "." }) }

  static func members(of extractions: [Extraction]) -> [MentionMember] {
    var members: [MentionMember] = []
    for (number, extraction) in extractions.enumerated() {
      let published = extraction.document.published?.span.earliest?.julianDayNumber ?? Int.max
      for (position, mention) in extraction.mentions.enumerated() {
        members.append(
          MentionMember(
            mention: mention, extraction: number, position: position,
            order: Order(
              published: published, id: mention.id, text: extraction.document.textHash,
              position: position),
            words: contentWords(of: mention)))
      }
    }
    return members
  }

  /// Words of more than three letters of the title, the trigger and the group actors.
  private static func contentWords(of mention: EventMention) -> Set<String> {
    var words: Set<String> = []
    let texts = [mention.description.title] + mention.description.actors.map(\.name)
    for text in texts {
      for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
      where word.utf8.count > 3 {
        words.insert(String(word))
      }
    }
    words.insert(mention.trigger.lemma)
    return words
  }
}
