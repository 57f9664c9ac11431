import TimelineModel

/// How many events touch each cell of an axis.
public enum Density {
  /// Counts by cell; an event that spans several cells counts once, at its middle, so that the
  /// counts add up to the number of events.
  public static func counts(_ entries: [TimelineEntry], on scale: TimeScale) -> [Int] {
    let cells = max(1, Int(scale.length))
    var counts = [Int](repeating: 0, count: cells)
    for entry in entries {
      guard
        let extent = EventExtent(
          entry.event.description.date, first: scale.first, last: scale.last)
      else { continue }
      let middle = (scale.start(of: extent.first) + scale.end(of: extent.last)) / 2
      counts[min(cells - 1, Int(middle))] += 1
    }
    return counts
  }
}

/// What entries are put together by.
public enum GroupKey: String, Sendable, Hashable, CaseIterable {
  /// By type family.
  case type
  /// By participant; an event with several stands in several groups.
  case actor
  /// By place.
  case place
  /// By document; an event told by several stands in several groups.
  case document

  /// The entries in groups, sorted by name; those without such a field come last.
  public func groups(_ entries: [TimelineEntry]) -> [(name: String, entries: [TimelineEntry])] {
    var groups: [String: [TimelineEntry]] = [:]
    for entry in entries {
      for name in names(entry) { groups[name, default: []].append(entry) }
    }
    let none = groups.removeValue(forKey: "")
    var sorted = groups.sorted { $0.key < $1.key }.map { (name: $0.key, entries: $0.value) }
    if let none { sorted.append((name: "no \(rawValue)", entries: none)) }
    return sorted
  }

  private func names(_ entry: TimelineEntry) -> Set<String> {
    let description = entry.event.description
    let names: [String]
    switch self {
    case .type: names = [String(description.type.split(separator: ".").first ?? "other")]
    case .actor: names = description.actors.map(\.name)
    case .place: names = [description.place ?? ""]
    case .document: names = entry.mentions.map(\.document)
    }
    return names.isEmpty ? [""] : Set(names)
  }
}
