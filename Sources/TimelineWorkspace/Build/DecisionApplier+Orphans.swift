import TimelineModel

extension DecisionApplier {
  /// The label of events that only decisions still know.
  static let orphanLabel = "orphaned"

  /// Keeps visible, as its first author saw it, every event that people decided on and that is
  /// gone; the decisions then find it like any other.
  ///
  /// Of a merge one event is enough: it stands for those that are gone. A rejection leaves nothing.
  mutating func keepOrphans(of decision: Decision) {
    var sights = decision.sights
    switch decision.action {
    case .reject: return
    case .merge:
      if sights.contains(where: { place(of: $0.event, $0.anchor) != nil }) { return }
      sights = Array(sights.prefix(1))
    default: break
    }
    for sight in sights {
      guard let about = sight.about, !isFound(sight, of: decision) else { continue }
      var event = Self.event(about, id: sight.event)
      event.description.confidence = Self.orphanConfidence
      event.source =
        event.source
        ?? sight.anchor.map { "\($0.document) no longer says: \($0.quotation.exact)" }
      event.labels = [Self.orphanLabel]
      orphans.insert(append(event))
    }
  }

  /// What was decided on an event that only decisions still know is orphaned, whatever it changed.
  mutating func markOrphans() {
    for index in orphans {
      guard let event = events[index] else { continue }
      update(index) { $0.description.confidence = Self.orphanConfidence }
      for id in event.decisions { statuses[id] = .orphan }
    }
  }

  private static let orphanConfidence = 0.1

  /// Whether the event is there, in whole or, of a split, in part.
  private func isFound(_ sight: Decision.Sight, of decision: Decision) -> Bool {
    if place(of: sight.event, sight.anchor) != nil { return true }
    if case .split = decision.action {
      return decision.others.contains { place(of: $0.event, $0.anchor) != nil }
    }
    return false
  }
}
