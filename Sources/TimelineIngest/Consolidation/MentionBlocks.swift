/// Finds the pairs of mentions worth weighing without comparing all with all.
///
/// Two mentions meet when they share an id, a name or country within one family group, or, in one
/// document, the family. In each block mentions are sorted by day, and only those whose spans
/// meet are paired; undated ones meet the rest of their own document.
enum MentionBlocks {
  /// The widest block in which all pairs are made.
  private static let widest = 200

  /// What the mentions of a block share.
  private struct Key: Hashable {
    /// An id, or a family group.
    var number: Int32
    /// The document, or -1 across documents.
    var extraction: Int
    /// A name, or -1 for none.
    var name: Int32
  }

  /// Pairs of positions, the smaller first, each once.
  static func pairs(of members: [MentionMember]) -> [(Int, Int)] {
    var blocks: [Key: [Int]] = [:]
    for (index, member) in members.enumerated() {
      let features = member.features
      let group = features.familyGroup
      blocks[Key(number: features.id, extraction: -1, name: -1), default: []].append(index)
      blocks[Key(number: group, extraction: member.extraction, name: -1), default: []]
        .append(index)
      for name in features.meetingNames.numbers {
        blocks[Key(number: group, extraction: -1, name: name), default: []].append(index)
      }
    }
    var seen: Set<UInt64> = []
    var pairs: [(Int, Int)] = []
    for block in blocks.values where block.count > 1 {
      let sorted = block.sorted { (start(members[$0]), $0) < (start(members[$1]), $1) }
      for (offset, left) in sorted.enumerated() {
        let end = members[left].features.isDated ? members[left].features.last : Int.max
        for right in sorted[(offset + 1)...].prefix(widest) {
          if start(members[right]) > end { break }
          let pair = (min(left, right), max(left, right))
          if seen.insert(UInt64(pair.0) << 32 | UInt64(pair.1)).inserted { pairs.append(pair) }
        }
      }
    }
    return pairs
  }

  private static func start(_ member: MentionMember) -> Int {
    member.features.isDated ? member.features.first : Int.min
  }
}
