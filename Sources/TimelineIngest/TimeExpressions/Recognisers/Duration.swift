/// Lengths of time.
///
/// EXAMPLE [two weeks], [the past three years], [more than four hours], a [four-month] visit
/// COUNTER the second; a minute book
extension TimeScanner {
  func duration(at start: Int) -> TimeMatch? {
    var at = start
    var modifier: String?
    if let found = comparison(at: at) {
      modifier = found.modifier
      at = found.next
    }
    if kind(at) == .determiner, tokens[at].value == 1 {
      if at > start, kind(start) == .more || kind(start) == .less { return nil }
      at += 1
    }
    let comparedAt = at
    if kind(at) == .relative || (kind(at) == .ordinal && tokens[at].value == 1) {
      if at == start, kind(at) == .ordinal { return nil }
      at += 1
    }
    if modifier != nil, at > comparedAt, kind(start) == .more { return nil }
    let isPeriod = at > start && modifier == nil
    guard let quantity = quantity(at) else {
      return barePlural(at: start)
    }
    at = quantity.next
    if isWord(at, "more") || isWord(at, "full") || isWord(at, "straight") { at += 1 }
    let isHyphenated = isDash(at)
    if isHyphenated { at += 1 }
    guard let unit = unit(at) else { return nil }
    if isHyphenated, tokens[start].kind == .determiner { return nil }
    if isHyphenated, isDash(unit.next), isWord(unit.next + 1, "old"), unit.unit == .year {
      return nil
    }
    if tokens[start].kind == .determiner, !unit.isPlural, !isHyphenated, !isPeriod,
      quantity.value == 1, unit.unit.rawValue < TimeUnit.hour.rawValue
    {
      return nil
    }
    if isHyphenated, isDash(unit.next), isWord(unit.next + 1, "old") {
      return match(
        start, unit.next + 2, .duration(unit.unit, count: quantity.text), "age",
        modifier: modifier, kind: .duration)
    }
    if unit.unit == .second, !unit.isPlural { return nil }
    return match(
      start, unit.next, .duration(unit.unit, count: quantity.text), "duration",
      modifier: modifier, kind: .duration)
  }

  /// "weeks", "for months": a plural without a number.
  private func barePlural(at start: Int) -> TimeMatch? {
    guard let unit = unit(start), unit.isPlural, unit.unit.rawValue >= TimeUnit.hour.rawValue else {
      return nil
    }
    return match(
      start, unit.next, .duration(unit.unit, count: "X"), "bare-plural", kind: .duration)
  }

  /// "more than", "at least", "nearly" before a length.
  private func comparison(at start: Int) -> (modifier: String, next: Int)? {
    switch kind(start) {
    case .approximate: return ("APPROX", start + 1)
    case .more where isWord(start, "over"): return ("MORE_THAN", start + 1)
    case .less where isWord(start, "under"): return ("LESS_THAN", start + 1)
    default:
      if isWord(start + 1, "than") {
        if isWord(start, "more") { return ("MORE_THAN", start + 2) }
        if isWord(start, "less") { return ("LESS_THAN", start + 2) }
      }
      if isWord(start, "at"), isWord(start + 1, "least") { return ("EQUAL_OR_MORE", start + 2) }
      if isWord(start, "at"), isWord(start + 1, "most") { return ("EQUAL_OR_LESS", start + 2) }
      if isWord(start, "up"), isWord(start + 1, "to") { return ("EQUAL_OR_LESS", start + 2) }
      if isWord(start, "no"), isWord(start + 1, "more"), isWord(start + 2, "than") {
        return ("EQUAL_OR_LESS", start + 3)
      }
      return nil
    }
  }
}
