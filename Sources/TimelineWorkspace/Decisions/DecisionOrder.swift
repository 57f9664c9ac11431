import TimelineModel

/// The order in which decisions are applied, and which of them were taken back.
///
/// Neither depends on the order of lines in the file: a decision comes after those that its author
/// had seen, else the earlier one, else the smaller id, first.
struct DecisionOrder {
  /// Every decision, in order.
  let sorted: [DecisionFile.Entry]
  /// The ids of the decisions that were taken back.
  let undone: Set<String>
  private let ancestors: [String: Set<String>]
  private let byID: [String: Decision]

  /// Orders decisions; `isForPeople` puts those of one second in the order of the file, in which
  /// they were made, where no author saw the other.
  init(_ entries: [DecisionFile.Entry], isForPeople: Bool = false) {
    let byID = Dictionary(
      entries.map { ($0.decision.id, $0) }, uniquingKeysWith: { first, _ in first })
    let earliestFirst = entries.sorted {
      let tie = isForPeople ? ($0.line, $1.line) : (0, 0)
      return ($0.decision.at, tie.0, $0.decision.id) < ($1.decision.at, tie.1, $1.decision.id)
    }
    var order: [DecisionFile.Entry] = []
    var ancestors: [String: Set<String>] = [:]
    for entry in earliestFirst {
      // Depth first without recursion: a decision is placed when all that it saw are.
      var stack = [(id: entry.decision.id, isExpanded: false)]
      var open: Set<String> = []
      while let (id, isExpanded) = stack.popLast() {
        guard ancestors[id] == nil, let current = byID[id] else { continue }
        let seen = DecisionOrder.references(of: current.decision).filter { byID[$0] != nil }
        if isExpanded {
          var all = Set(seen)
          for each in seen { all.formUnion(ancestors[each] ?? []) }
          ancestors[id] = all
          order.append(current)
        } else if open.insert(id).inserted {
          stack.append((id, true))
          for each in seen.reversed() where ancestors[each] == nil { stack.append((each, false)) }
        }
      }
    }
    sorted = order
    self.ancestors = ancestors
    self.byID = byID.mapValues(\.decision)
    undone = DecisionOrder.undone(order)
  }

  /// Whether the author of the first decision had seen the second, directly or through others.
  func hasSeen(_ decision: String, _ earlier: String) -> Bool {
    ancestors[decision]?.contains(earlier) ?? false
  }

  /// The decision of that id.
  func decision(_ id: String) -> Decision? { byID[id] }

  private static func references(of decision: Decision) -> [String] {
    if case .undo(let target) = decision.action { return decision.saw + [target] }
    return decision.saw
  }

  /// An undo holds unless a later undo takes it back.
  private static func undone(_ order: [DecisionFile.Entry]) -> Set<String> {
    var undone: Set<String> = []
    for entry in order.reversed() where !undone.contains(entry.decision.id) {
      if case .undo(let target) = entry.decision.action { undone.insert(target) }
    }
    return undone
  }
}
