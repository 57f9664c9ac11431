import Chronology
import TimelineModel

/// Weighs how likely two mentions tell of one event.
///
/// Zero means that they cannot: other families, other people, days that do not meet.
struct MentionWeigher: Sendable {
  /// Families that may name one event from two sides.
  private static let groups: [String: Int] = [
    "meeting": 1, "visit": 1, "call": 2, "conference": 3, "agreement": 4, "arms_deal": 5,
    "arms_delivery": 5, "conflict": 6, "kidnapping": 7,
  ]

  /// How alike two mentions are, 0 to 1.
  func likeness(_ left: MentionMember, _ right: MentionMember) -> Double {
    guard isCompatible(left, right) else { return 0 }
    let a = left.mention.description
    let b = right.mention.description
    if left.mention.id == right.mention.id, left.extraction != right.extraction {
      return 1
    }
    var score = a.type == b.type ? 0.3 : left.family == right.family ? 0.25 : 0.1
    score += 0.3 * actorLikeness(a, b)
    score += dateLikeness(a.date, b.date)
    score += 0.2 * wordLikeness(left.words, right.words)
    if let place = a.place, let other = b.place { score += place == other ? 0.1 : -0.1 }
    if left.mention.trigger.lemma == right.mention.trigger.lemma { score += 0.05 }
    if left.extraction == right.extraction {
      score += sameStory(left, right)
      // Two clauses of one sentence are told apart on purpose.
      let sameSentence = left.mention.evidence.begin == right.mention.evidence.begin
      if sameSentence, left.mention.trigger.lemma != right.mention.trigger.lemma,
        a.actors.isEmpty || b.actors.isEmpty || left.family == right.family
      {
        score -= 0.2
      }
      // Without a date on either side only people and words speak, and both are repeated in prose.
      if !a.date.isDated, !b.date.isDated, !sameSentence { score -= 0.1 }
    }
    if left.family == "statement" || left.family == "other" { score -= 0.15 }
    return max(0, min(1, score))
  }

  /// In one text violence is mostly told several times: first the deed, then its details.
  private func sameStory(_ left: MentionMember, _ right: MentionMember) -> Double {
    guard left.family == "conflict" || left.family == "kidnapping", left.family == right.family
    else { return 0 }
    let a = left.mention.description
    let b = right.mention.description
    let sameDay = a.date.isDated && b.date.isDated && a.date.span == b.date.span
    let samePlace = a.place != nil && a.place == b.place
    let gap = abs(left.mention.evidence.begin - right.mention.evidence.begin)
    var bonus = gap < 600 ? 0.3 : gap < 1_500 ? 0.22 : 0.1
    if sameDay { bonus += 0.1 }
    if samePlace { bonus += 0.1 }
    return bonus
  }

  /// Whether nothing that the two say excludes that they are one event.
  func isCompatible(_ left: MentionMember, _ right: MentionMember) -> Bool {
    let a = left.mention.description
    let b = right.mention.description
    guard
      left.family == right.family
        || Self.groups[left.family] != nil && Self.groups[left.family] == Self.groups[right.family]
    else { return false }
    if left.family == "statement", a.type != b.type { return false }
    if left.family == "conflict", a.type != b.type,
      !(a.type == "conflict" || b.type == "conflict"),
      !(left.mention.trigger.lemma == "attack" || right.mention.trigger.lemma == "attack")
    {
      return false
    }
    if left.family == "conflict", let place = a.place, let other = b.place, place != other {
      return false
    }
    if settled(a.actuality) != settled(b.actuality) { return false }
    if a.date.isDated, b.date.isDated, !a.date.span.overlaps(b.date.span) { return false }
    let people = names(a, .person)
    let others = names(b, .person)
    if !people.isEmpty, !others.isEmpty, people.isDisjoint(with: others) { return false }
    let countries = countryNames(a)
    let otherCountries = countryNames(b)
    if !countries.isEmpty, !otherCountries.isEmpty, countries.isDisjoint(with: otherCountries) {
      return false
    }
    return true
  }

  /// Occurred and alleged tell of the past, planned and proposed of the future; a plan and its
  /// outcome are linked, not merged.
  func settled(_ actuality: Actuality) -> Int {
    switch actuality {
    case .occurred, .alleged, .unknown: 0
    case .planned, .proposed: 1
    case .denied: 2
    case .cancelled: 3
    }
  }

  private func actorLikeness(_ a: EventDescription, _ b: EventDescription) -> Double {
    let people = names(a, .person)
    let others = names(b, .person)
    if !people.isEmpty, !others.isEmpty { return people.isDisjoint(with: others) ? 0 : 1 }
    let countries = countryNames(a)
    let otherCountries = countryNames(b)
    if !countries.isEmpty, !otherCountries.isEmpty {
      let shared = countries.intersection(otherCountries).count
      return Double(shared) / Double(max(countries.count, otherCountries.count))
    }
    let all = Set(a.actors.map { $0.name.lowercased() })
    let allOthers = Set(b.actors.map { $0.name.lowercased() })
    if all.isEmpty || allOthers.isEmpty { return 0.3 }
    return all.isDisjoint(with: allOthers) ? 0 : 0.8
  }

  private func dateLikeness(_ a: EventDate, _ b: EventDate) -> Double {
    guard a.isDated, b.isDated else { return a.isDated || b.isDated ? 0.05 : 0.1 }
    let shorter = min(a.span.length ?? 40_000, b.span.length ?? 40_000)
    let longer = max(a.span.length ?? 40_000, b.span.length ?? 40_000)
    if a.span == b.span { return longer <= 3 ? 0.3 : longer <= 31 ? 0.2 : 0.12 }
    if longer <= 31 { return 0.2 }
    return shorter <= 31 ? 0.1 : 0.05
  }

  private func wordLikeness(_ left: Set<String>, _ right: Set<String>) -> Double {
    let shared = left.intersection(right).count
    let smaller = min(left.count, right.count)
    return smaller == 0 ? 0 : Double(shared) / Double(smaller)
  }

  private func names(_ description: EventDescription, _ kind: ActorKind) -> Set<String> {
    Set(description.actors.filter { $0.kind == kind }.map(\.name))
  }

  private func countryNames(_ description: EventDescription) -> Set<String> {
    Set(description.actors.compactMap { $0.kind == .country ? $0.name : $0.country })
  }
}
