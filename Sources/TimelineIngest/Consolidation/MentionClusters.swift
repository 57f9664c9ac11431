import TimelineModel

/// Groups of mentions that grow by joining; no group ever holds two that contradict each other.
struct MentionClusters {
  private let members: [MentionMember]
  private var parent: [Int]
  private var groups: [Int: [Int]]
  private let forbidden: [Int: Set<Int>]
  private let byID: [String: [Int]]

  init(members: [MentionMember], cannotLink: [[String]]) {
    self.members = members
    parent = Array(members.indices)
    groups = Dictionary(uniqueKeysWithValues: members.indices.map { ($0, [$0]) })
    var byID: [String: [Int]] = [:]
    for (index, member) in members.enumerated() {
      byID[member.mention.id, default: []].append(index)
    }
    var forbidden: [Int: Set<Int>] = [:]
    for group in cannotLink {
      for first in group {
        for second in group where first != second {
          for left in byID[first] ?? [] {
            forbidden[left, default: []].formUnion(byID[second] ?? [])
          }
        }
      }
    }
    self.byID = byID
    self.forbidden = forbidden
  }

  /// The representative number of the group that a member is in.
  func root(_ index: Int) -> Int { parent[index] }

  /// The groups, each sorted, in the order of their first members.
  var sortedGroups: [[Int]] {
    groups.values.map { $0.sorted() }.sorted { $0[0] < $1[0] }
  }

  /// Joins what people merged, whatever it says.
  mutating func link(_ ids: [[String]]) {
    for group in ids {
      let indices = group.flatMap { byID[$0] ?? [] }
      for index in indices.dropFirst() { unite(indices[0], index) }
    }
  }

  /// Joins the groups of two members if all of their members agree.
  mutating func join(_ left: Int, _ right: Int, weigher: MentionWeigher) {
    guard parent[left] != parent[right], let first = groups[parent[left]],
      let second = groups[parent[right]]
    else { return }
    for one in first {
      for other in second {
        if forbidden[one]?.contains(other) == true { return }
        if !weigher.isCompatible(members[one].features, members[other].features) { return }
      }
    }
    unite(left, right)
  }

  private mutating func unite(_ left: Int, _ right: Int) {
    let target = min(parent[left], parent[right])
    let source = max(parent[left], parent[right])
    guard target != source, let moved = groups.removeValue(forKey: source) else { return }
    for index in moved { parent[index] = target }
    groups[target, default: []] += moved
  }
}
