import TimelineModel

extension DecisionApplier {
  /// Says what became of an edit of a field, in the light of those before it and of the machine.
  mutating func judge(
    _ decision: Decision, value: String, subject: String, isAgreed: Bool, machine: String
  ) {
    let earlier = history[subject] ?? []
    history[subject] = earlier + [(decision, value)]
    let unseen = earlier.filter {
      !order.hasSeen(decision.id, $0.decision.id) && $0.value != value
    }
    // One who saw what others disagreed about has settled it.
    for each in earlier where order.hasSeen(decision.id, each.decision.id) {
      if statuses[each.decision.id] == .conflict { statuses[each.decision.id] = .applied }
    }
    if !unseen.isEmpty {
      // Two people decided without seeing each other: both are listed, the later one holds.
      statuses[decision.id] = .conflict
      for each in unseen { statuses[each.decision.id] = .conflict }
    } else if isAgreed, earlier.allSatisfy({ $0.value == value }) {
      statuses[decision.id] = .obsolete
    } else if let before = valueBefore(decision), before != machine {
      statuses[decision.id] = .conflict
    } else {
      statuses[decision.id] = .applied
    }
  }

  /// What the machine read when the decision was made; nil when the line does not tell.
  ///
  /// A value that was somebody's own stands for what the machine read when that one decided.
  func valueBefore(_ decision: Decision) -> String? {
    if let read = decision.read { return read }
    guard let previous = decision.previous else { return nil }
    let replaced = decision.saw.compactMap { order.decision($0) }.first { earlier in
      switch (earlier.action, decision.action) {
      case (.edit(_, let one, previous), .edit(_, let other, _)): one == other
      case (.setPublished(_, previous), .setPublished): true
      default: false
      }
    }
    return replaced.map { valueBefore($0) } ?? previous
  }

  /// What becomes of a decision whose event is not there: an orphan, or in conflict with one who
  /// removed the event unseen.
  mutating func statusWithoutEvent(_ decision: Decision) -> DecisionStatus {
    guard let id = decision.action.events.first, let place = place(of: id, decision.anchor),
      let rejection = rejections[place],
      !order.hasSeen(decision.id, rejection.id)
    else { return .orphan }
    statuses[rejection.id] = .conflict
    return .conflict
  }

  /// Whether the document still says what the anchor quotes, and the machine reads nothing there.
  func isPassedOver(_ anchor: Decision.Anchor?) -> Bool {
    guard let anchor, let document = anchors.document(named: anchor.document) else {
      return false
    }
    return document.text.contains(anchor.quotation.exact)
      && !anchors.isTold(anchor.quotation.exact, in: anchor.document)
  }

  /// Whether another decision that holds says something else of the same, and neither saw the
  /// other.
  mutating func isContested(_ decision: Decision) -> Bool {
    var isConflict = false
    for subject in decision.action.subjects {
      for other in bySubject[subject] ?? []
      where other.id != decision.id && other.action != decision.action
        && !order.hasSeen(decision.id, other.id) && !order.hasSeen(other.id, decision.id)
      {
        isConflict = true
        statuses[other.id] = .conflict
      }
    }
    return isConflict
  }
}
