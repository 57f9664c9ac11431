import Chronology
import TimelineModel

/// Makes events of groups of mentions: the best date, everybody named, the clearest title.
struct EventAssembler {
  let members: [MentionMember]
  let clusters: MentionClusters
  let pairs: [WeighedPair]
  let weigher: MentionWeigher

  /// The events, the doubtful pairs, the plans that came about.
  func consolidation(of extractions: [Extraction]) -> Consolidation {
    let groups = clusters.sortedGroups
    var members = members
    tellApart(groups, &members, extractions)
    var events: [Event] = []
    var eventOfRoot: [Int: String] = [:]
    for group in groups {
      let event = self.event(of: group.map { members[$0] })
      events.append(event)
      eventOfRoot[clusters.root(group[0])] = event.id
    }
    var duplicates: [String: Consolidation.PossibleDuplicate] = [:]
    for pair in pairs {
      guard clusters.root(pair.left) != clusters.root(pair.right),
        let one = eventOfRoot[clusters.root(pair.left)],
        let other = eventOfRoot[clusters.root(pair.right)], one != other
      else { continue }
      let key = min(one, other) + max(one, other)
      if duplicates[key] == nil {
        duplicates[key] = Consolidation.PossibleDuplicate(
          first: min(one, other), second: max(one, other), likeness: pair.weight)
      }
    }
    let listed = duplicates.values.sorted { ($0.first, $0.second) < ($1.first, $1.second) }
    let position = Dictionary(
      events.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    for duplicate in listed {
      if let index = position[duplicate.first] {
        events[index].possibleDuplicates.append(duplicate.second)
      }
      if let index = position[duplicate.second] {
        events[index].possibleDuplicates.append(duplicate.first)
      }
    }
    for index in events.indices { events[index].possibleDuplicates.sort() }
    var renamed = extractions
    for member in members {
      renamed[member.extraction].mentions[member.position].id = member.mention.id
    }
    let sorted = events.sorted { Self.precedes($0, $1) }
    return Consolidation(
      events: sorted, possibleDuplicates: listed, links: links(sorted), extractions: renamed)
  }

  /// Equal sentences of two documents that tell of different events: the later one takes its
  /// neighbouring words into its id.
  private func tellApart(
    _ groups: [[Int]], _ members: inout [MentionMember], _ extractions: [Extraction]
  ) {
    var rootOfID: [String: Int] = [:]
    for index in members.indices {
      let id = members[index].mention.id
      let root = clusters.root(index)
      guard let first = rootOfID[id] else {
        rootOfID[id] = root
        continue
      }
      guard first != root else { continue }
      let evidence = members[index].mention.evidence
      let neighbour =
        evidence.prefix + "\u{1}" + evidence.suffix + "\u{1}"
        + String(members[index].mention.trigger.begin - evidence.begin)
      var candidate = MentionIdentity.id(
        sentence: evidence.exact, ordinal: 0, neighbour: neighbour)
      if rootOfID[candidate] != nil {
        candidate = MentionIdentity.id(
          sentence: evidence.exact, ordinal: 0,
          neighbour: neighbour + extractions[members[index].extraction].document.textHash
            + String(members[index].position))
      }
      members[index].mention.id = candidate
      rootOfID[candidate] = root
    }
  }

  private func event(of group: [MentionMember]) -> Event {
    let best = group.max { left, right in
      let a = left.mention.description
      let b = right.mention.description
      return (a.confidence, right.order) < (b.confidence, left.order)
    }
    let lead = best ?? group[0]
    var description = lead.mention.description
    if !description.type.contains("."),
      let kind = group.map(\.mention.description.type).first(where: {
        $0.hasPrefix(description.type + ".")
      })
    {
      description.type = kind
    }
    if let date = Self.date(of: group) { description.date = date }
    for member in group {
      let other = member.mention.description
      for actor in other.actors where actor.kind != .group {
        if !description.actors.contains(where: { $0.name == actor.name }) {
          description.actors.append(actor)
        }
      }
      if description.place == nil { description.place = other.place }
      if description.stage == nil { description.stage = other.stage }
      for (key, value) in other.attributes where description.attributes[key] == nil {
        description.attributes[key] = value
      }
    }
    let extra = Double(Set(group.map(\.extraction)).count - 1)
    description.confidence = min(0.99, description.confidence + 0.03 * extra)
    let first = group.min { $0.order < $1.order } ?? lead
    var ids = [lead.mention.id]
    for member in group.sorted(by: { $0.order < $1.order })
    where !ids.contains(member.mention.id) {
      ids.append(member.mention.id)
    }
    return Event(
      id: first.mention.id, origin: .extracted, description: description, mentions: ids,
      independentSources: independentSources(group))
  }

  /// The finest date that a mention gives.
  ///
  /// The days through which a visit or an exercise lasts are
  /// finer than one of them, on which something was done there.
  private static func date(of group: [MentionMember]) -> EventDate? {
    let dated = group.filter { $0.mention.description.date.isDated }
    let lasting = dated.filter {
      $0.mention.description.date.shape == .throughout
        && ($0.mention.description.date.span.length ?? .max) <= longestStay
    }
    let finest = (lasting.isEmpty ? dated : lasting).min { left, right in
      (left.mention.description.date.span.length ?? 99_999, left.order)
        < (right.mention.description.date.span.length ?? 99_999, right.order)
    }
    return finest?.mention.description.date
  }

  /// Days; what is said to last longer is a stretch of which the single days matter more.
  private static let longestStay = 31

  /// Documents that tell it in other words: equal sentences count once.
  private func independentSources(_ group: [MentionMember]) -> Int {
    if group.count < 2 { return 1 }
    var sentencesOf: [Int: Set<String>] = [:]
    for member in group {
      sentencesOf[member.extraction, default: []].insert(
        MentionIdentity.normalised(member.mention.evidence.exact))
    }
    var seen: [Set<String>] = []
    for sentences in sentencesOf.values.sorted(by: {
      $0.sorted().lexicographicallyPrecedes($1.sorted())
    })
    where !seen.contains(where: { !$0.isDisjoint(with: sentences) }) {
      seen.append(sentences)
    }
    return max(1, seen.count)
  }

  /// A planned event and the first occurrence of the same kind, by the same people, at that time.
  private func links(_ events: [Event]) -> [Consolidation.PlanLink] {
    let family = { (event: Event) in event.description.type.prefix { $0 != "." } }
    let occurred = Dictionary(
      grouping: events.filter {
        $0.description.actuality == .occurred && $0.description.date.isDated
      }, by: family)
    var links: [Consolidation.PlanLink] = []
    for plan in events where plan.description.actuality == .planned {
      let names = Set(plan.description.actors.map(\.name))
      guard plan.description.date.isDated, !names.isEmpty else { continue }
      let span = plan.description.date.span
      // The events are in order of their first days: what begins after the plan's end is too late.
      for event in occurred[family(plan)] ?? [] {
        if let first = event.description.date.span.earliest, let last = span.latest, first > last {
          break
        }
        guard event.description.date.span.overlaps(span),
          names.isSubset(of: Set(event.description.actors.map(\.name)))
        else { continue }
        links.append(Consolidation.PlanLink(plan: plan.id, outcome: event.id))
        break
      }
    }
    return links
  }

  private static func precedes(_ left: Event, _ right: Event) -> Bool {
    let a = left.description.date
    let b = right.description.date
    let start = a.isDated ? a.span.earliest?.julianDayNumber ?? Int.min : Int.max
    let other = b.isDated ? b.span.earliest?.julianDayNumber ?? Int.min : Int.max
    return (start, left.id) < (other, right.id)
  }
}
