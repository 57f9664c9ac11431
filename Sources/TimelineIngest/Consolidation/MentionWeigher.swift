/// Weighs how likely two mentions tell of one event.
///
/// Zero means that they cannot: other families, other people, days that do not meet.
struct MentionWeigher: Sendable {
  /// How alike two mentions are, 0 to 1.
  func likeness(_ left: MentionMember, _ right: MentionMember) -> Double {
    let (a, b) = (left.features, right.features)
    guard isCompatible(a, b) else { return 0 }
    let isOneText = left.extraction == right.extraction
    if a.id == b.id, !isOneText { return 1 }
    var score = a.type == b.type ? 0.3 : a.familyName == b.familyName ? 0.25 : 0.1
    score += 0.3 * actorLikeness(a, b)
    score += dateLikeness(a, b)
    score += 0.2 * wordLikeness(a.words, b.words)
    if let place = a.place, let other = b.place {
      // A gathering is known by its town.
      score += place == other ? 0.1 : a.family == .conference ? -0.3 : -0.1
    }
    if a.trigger == b.trigger { score += 0.05 }
    if isOneText {
      score += sameStory(a, b)
      // Two clauses of one sentence are told apart on purpose.
      let sameSentence = a.begin == b.begin
      if sameSentence, a.trigger != b.trigger,
        a.actors.isEmpty || b.actors.isEmpty || a.familyName == b.familyName
      {
        score -= 0.2
      }
      // Who speaks twice in one text says two things.
      if a.family == .statement, !sameSentence { score -= 0.1 }
      // Without a date on either side only people and words speak, and both are repeated in prose.
      if !a.isDated, !b.isDated, !sameSentence { score -= 0.1 }
    }
    if a.family == .statement || a.family == .other { score -= 0.15 }
    return max(0, min(1, score))
  }

  /// In one text violence is mostly told several times: first the deed, then its details.
  private func sameStory(_ a: MentionFeatures, _ b: MentionFeatures) -> Double {
    guard a.family == .conflict || a.family == .kidnapping, a.familyName == b.familyName
    else { return 0 }
    let gap = abs(a.begin - b.begin)
    var bonus = gap < 600 ? 0.3 : gap < 1_500 ? 0.22 : 0.1
    if a.isDated, b.isDated, a.first == b.first, a.last == b.last { bonus += 0.1 }
    if a.place != nil, a.place == b.place { bonus += 0.1 }
    return bonus
  }

  /// Whether nothing that the two say excludes that they are one event.
  func isCompatible(_ a: MentionFeatures, _ b: MentionFeatures) -> Bool {
    guard a.familyGroup == b.familyGroup, a.standing == b.standing else { return false }
    if a.isDated, b.isDated, a.last < b.first || b.last < a.first { return false }
    if a.family == .statement, a.type != b.type { return false }
    if a.family == .conflict {
      if a.type != b.type, !a.isBareFamily, !b.isBareFamily, !a.isAttack, !b.isAttack {
        return false
      }
      if let place = a.place, let other = b.place, place != other { return false }
    }
    return !areOthers(a.people, b.people) && !areOthers(a.countries, b.countries)
  }

  /// Whether both name somebody and nobody in common.
  private func areOthers(_ left: NameSet, _ right: NameSet) -> Bool {
    !left.isEmpty && !right.isEmpty && left.isDisjoint(with: right)
  }

  private func actorLikeness(_ a: MentionFeatures, _ b: MentionFeatures) -> Double {
    if !a.people.isEmpty, !b.people.isEmpty { return a.people.isDisjoint(with: b.people) ? 0 : 1 }
    if !a.countries.isEmpty, !b.countries.isEmpty {
      let shared = a.countries.shared(with: b.countries)
      return Double(shared) / Double(max(a.countries.count, b.countries.count))
    }
    if a.actors.isEmpty || b.actors.isEmpty { return 0.3 }
    return a.actors.isDisjoint(with: b.actors) ? 0 : 0.8
  }

  private func dateLikeness(_ a: MentionFeatures, _ b: MentionFeatures) -> Double {
    guard a.isDated, b.isDated else { return a.isDated || b.isDated ? 0.05 : 0.1 }
    let shorter = min(a.length, b.length)
    let longer = max(a.length, b.length)
    if a.first == b.first, a.last == b.last { return longer <= 3 ? 0.3 : longer <= 31 ? 0.2 : 0.12 }
    if longer <= 31 { return 0.2 }
    return shorter <= 31 ? 0.1 : 0.05
  }

  private func wordLikeness(_ left: NameSet, _ right: NameSet) -> Double {
    let smaller = min(left.count, right.count)
    return smaller == 0 ? 0 : Double(left.shared(with: right)) / Double(smaller)
  }
}
