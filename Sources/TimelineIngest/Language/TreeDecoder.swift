/// Takes a tree with one root from the scores of all pairs of dependent and head.
///
/// Every word takes its best head; each cycle is then opened where that costs least, as in the
/// contraction step of Chu, Liu and Edmonds. Quadratic in the words, which the analyser bounds.
package enum TreeDecoder {
  /// The heads of words 1 to `rows` - 1 (row and column 0 are the root), counted from zero with
  /// -1 for the root.
  package static func heads(scores: UnsafePointer<Float>, rows: Int, stride: Int) -> [Int32] {
    var heads = Array(repeating: 0, count: rows)
    for word in 1..<max(rows, 1) {
      let score = scores + word * stride
      var best = word == 1 ? 0 : 0
      for head in 1..<rows where head != word && score[head] > score[best] { best = head }
      heads[word] = best
    }
    openCycles(&heads, scores, stride)
    keepOneRoot(&heads, scores, stride)
    return heads.dropFirst().map { (head: Int) -> Int32 in Int32(head - 1) }
  }

  /// Marks, for each word, whether its chain of heads meets one of the marked `targets`.
  private static func reaching(_ targets: [Bool], _ heads: [Int]) -> [Bool] {
    // 0 unknown, 1 on the way, 2 reaches, 3 does not.
    var state = Array(repeating: UInt8(0), count: heads.count)
    var path: [Int] = []
    for word in heads.indices {
      var current = word
      path.removeAll(keepingCapacity: true)
      while state[current] == 0, !targets[current], current != 0 {
        state[current] = 1
        path.append(current)
        current = heads[current]
      }
      let reaches = targets[current] || state[current] == 2
      for step in path { state[step] = reaches ? 2 : 3 }
      if targets[current] { state[current] = 2 }
    }
    return state.map { (value: UInt8) -> Bool in value == 2 }
  }

  private static func openCycles(
    _ heads: inout [Int], _ scores: UnsafePointer<Float>, _ stride: Int
  ) {
    while let cycle = firstCycle(heads) {
      var members = Array(repeating: false, count: heads.count)
      for word in cycle { members[word] = true }
      let below = reaching(members, heads)
      var bestLoss = -Float.infinity
      var change = (word: cycle[0], head: 0)
      for word in cycle {
        let score = scores + word * stride
        for head in heads.indices where !below[head] {
          let loss = score[head] - score[heads[word]]
          if loss > bestLoss {
            bestLoss = loss
            change = (word, head)
          }
        }
      }
      heads[change.word] = change.head
    }
  }

  private static func firstCycle(_ heads: [Int]) -> [Int]? {
    var seen = Array(repeating: 0, count: heads.count)
    for word in 1..<max(heads.count, 1) where seen[word] == 0 {
      var current = word
      while current != 0, seen[current] == 0 {
        seen[current] = word
        current = heads[current]
      }
      guard current != 0, seen[current] == word else { continue }
      var cycle = [current]
      var next = heads[current]
      while next != current {
        cycle.append(next)
        next = heads[next]
      }
      return cycle
    }
    return nil
  }

  private static func keepOneRoot(
    _ heads: inout [Int], _ scores: UnsafePointer<Float>, _ stride: Int
  ) {
    let roots = heads.indices.dropFirst().filter { heads[$0] == 0 }
    guard roots.count > 1 else { return }
    /// What a root loses by taking the best head below another root.
    func margin(_ root: Int) -> Float {
      let score = scores + root * stride
      var best = -Float.infinity
      for head in 1..<heads.count where head != root { best = max(best, score[head]) }
      return score[0] - best
    }
    let margins = roots.map(margin)
    guard let keep = margins.indices.max(by: { margins[$0] < margins[$1] }) else { return }
    for root in roots where root != roots[keep] {
      var target = Array(repeating: false, count: heads.count)
      target[root] = true
      let below = reaching(target, heads)
      let score = scores + root * stride
      var best = roots[keep]
      for head in 1..<heads.count where !below[head] && score[head] > score[best] { best = head }
      heads[root] = best
    }
  }
}
