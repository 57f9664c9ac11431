import Chronology
import TimelineModel

/// Finds the pairs of mentions worth weighing without comparing all with all.
///
/// Two mentions meet when they share an id, a name or country within one family group, or, in one
/// document, the family. In each block mentions are sorted by day, and only those whose spans
/// meet are paired; undated ones meet the rest of their own document.
enum MentionBlocks {
  /// The widest block in which all pairs are made.
  private static let widest = 200

  /// Pairs of positions, the smaller first, each once.
  static func pairs(of members: [MentionMember]) -> [(Int, Int)] {
    var blocks: [String: [Int]] = [:]
    for (index, member) in members.enumerated() {
      blocks["=" + member.mention.id, default: []].append(index)
      let group = family(of: member)
      blocks["\(group)|\(member.extraction)", default: []].append(index)
      for name in names(of: member) { blocks["\(group)@\(name)", default: []].append(index) }
    }
    var seen: Set<UInt64> = []
    var pairs: [(Int, Int)] = []
    for key in blocks.keys.sorted() {
      guard let block = blocks[key], block.count > 1 else { continue }
      let sorted = block.sorted { start(members[$0]) < start(members[$1]) }
      for (offset, left) in sorted.enumerated() {
        let end = finish(members[left])
        for right in sorted[(offset + 1)...].prefix(widest) {
          if start(members[right]) > end { break }
          let pair = (min(left, right), max(left, right))
          if seen.insert(UInt64(pair.0) << 32 | UInt64(pair.1)).inserted { pairs.append(pair) }
        }
      }
    }
    return pairs
  }

  private static func family(of member: MentionMember) -> String {
    switch member.family {
    case "visit": "meeting"
    case "arms_delivery": "arms_deal"
    default: member.family
    }
  }

  private static func names(of member: MentionMember) -> Set<String> {
    var names: Set<String> = []
    // Undated mentions meet others by people only: a country alone would pair everything.
    let dated = member.mention.description.date.isDated
    for actor in member.mention.description.actors where actor.kind != .group {
      if dated || actor.kind == .person { names.insert(actor.name) }
      if dated, let country = actor.country { names.insert(country) }
    }
    return names
  }

  private static func start(_ member: MentionMember) -> Int {
    let date = member.mention.description.date
    return date.isDated ? date.span.earliest?.julianDayNumber ?? Int.min : Int.min
  }

  private static func finish(_ member: MentionMember) -> Int {
    let date = member.mention.description.date
    return date.isDated ? date.span.latest?.julianDayNumber ?? Int.max : Int.max
  }
}
