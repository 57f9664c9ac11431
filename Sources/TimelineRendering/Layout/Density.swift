import TimelineModel

/// How many events touch each cell of an axis.
public enum Density {
  /// Counts by cell; an event that spans several cells counts once, at its middle (at its known end
  /// when the other one is open), so that the counts add up to the number of events.
  public static func counts(_ entries: [TimelineEntry], on scale: TimeScale) -> [Int] {
    counts(entries, by: nil, on: scale).first?.counts ?? []
  }

  /// Counts by cell of every group, in one pass; those of an event that stands in several groups are
  /// in each.
  ///
  /// - Returns: the groups sorted by name, those without such a field last; exactly one without a key.
  static func counts(_ entries: [TimelineEntry], by key: GroupKey?, on scale: TimeScale)
    -> [(name: String, counts: [Int], total: Int)]
  {
    let cells = max(1, Int(scale.length))
    var numbers: [String: Int] = [:]
    var groups: [(name: String, counts: [Int], total: Int)] = []
    func count(_ name: String, _ cell: Int) {
      let number: Int
      if let known = numbers[name] {
        number = known
      } else {
        number = groups.count
        numbers[name] = number
        groups.append((name, [Int](repeating: 0, count: cells), 0))
      }
      groups[number].counts[cell] += 1
      groups[number].total += 1
    }
    if key == nil { groups.append(("", [Int](repeating: 0, count: cells), 0)) }
    // By index: a loop over the elements would copy each, which is most of the time of a million.
    for index in entries.indices where entries[index].event.description.date.isDated {
      let span = entries[index].event.description.date.span
      guard let middle = EventExtent.middle(of: span, on: scale) else { continue }
      let cell = min(cells - 1, Int(middle))
      if key == .type {
        count(GroupKey.family(of: entries[index].event.description.type), cell)
      } else if let key {
        key.forEachName(of: entries[index]) { count($0, cell) }
      } else {
        groups[0].counts[cell] += 1
        groups[0].total += 1
      }
    }
    guard let key else { return groups }
    var sorted = groups.sorted { $0.name < $1.name }
    if let none = sorted.firstIndex(where: { $0.name.isEmpty }) {
      var group = sorted.remove(at: none)
      group.name = key.nameOfNone
      sorted.append(group)
    }
    return sorted
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
      forEachName(of: entry) { groups[$0, default: []].append(entry) }
    }
    let none = groups.removeValue(forKey: "")
    var sorted = groups.sorted { $0.key < $1.key }.map { (name: $0.key, entries: $0.value) }
    if let none { sorted.append((name: nameOfNone, entries: none)) }
    return sorted
  }

  /// What the entries without such a field stand under.
  var nameOfNone: String { "no \(rawValue)" }

  /// Calls with each group that an entry stands in, once; with an empty name when it has none.
  func forEachName(of entry: TimelineEntry, _ body: (String) -> Void) {
    let description = entry.event.description
    switch self {
    case .type: body(GroupKey.family(of: description.type))
    case .place: body(description.place ?? "")
    case .actor: forEachDistinct(description.actors.lazy.map(\.name), body)
    case .document: forEachDistinct(entry.mentions.lazy.map(\.document), body)
    }
  }

  /// The family of a type: `meeting` of `meeting.ministerial`.
  static func family(of type: String) -> String {
    guard let dot = type.utf8.firstIndex(of: UInt8(ascii: ".")) else { return type }
    return String(type[..<dot])
  }

  private func forEachDistinct(_ names: some Sequence<String>, _ body: (String) -> Void) {
    var seen: [String] = []
    for name in names where !seen.contains(name) {
      seen.append(name)
      body(name)
    }
    if seen.isEmpty { body("") }
  }
}
