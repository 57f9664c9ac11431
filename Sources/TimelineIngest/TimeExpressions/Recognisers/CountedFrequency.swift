/// How often something happens in a unit of time, and words that only open an expression.
///
/// EXAMPLE [twice a year], [three times a week], [once every two years], [twice daily],
/// EXAMPLE [long ago], [well over two years], a [multi-year] deal
/// COUNTER once a member; a long agony; twice the size; three times the price
extension TimeScanner {
  /// What a word of the class `opener` opens.
  func opened(at start: Int) -> TimeMatch? {
    if isWord(start, "not") {
      if isWord(start + 1, "long"), isWord(start + 2, "ago") {
        return match(start, start + 3, .reference("PAST_REF"), "long-ago")
      }
      guard comparison(at: start) != nil else { return nil }
      return duration(at: start)
    }
    if isWord(start, "multi") { return multiUnit(at: start) }
    if isWord(start, "well") { return isWord(start + 1, "over") ? duration(at: start) : nil }
    if isWord(start, "long") {
      guard isWord(start + 1, "ago") else { return nil }
      return match(start, start + 2, .reference("PAST_REF"), "long-ago")
    }
    return countedFrequency(start, start + 1)
  }

  /// "three times a week", "5 times every day".
  func timesFrequency(at start: Int) -> TimeMatch? {
    guard isWord(start + 1, "times"), let quantity = quantity(start), quantity.next == start + 1
    else { return nil }
    return countedFrequency(start, quantity.next + 1)
  }

  /// "a year", "every two years", "per week" or "daily" behind the count.
  private func countedFrequency(_ start: Int, _ at: Int) -> TimeMatch? {
    if kind(at) == .adverb, let unit = TimeUnit(rawValue: Int(tokens[at].value)) {
      return match(start, at + 1, .set(unit.length("1")), "times-a-unit", kind: .set)
    }
    if kind(at) == .every, let found = frequency(at: at) {
      return match(start, found.tokens.upperBound, found.reading, "times-a-unit", kind: .set)
    }
    let at = isWord(start, "once") && isWord(at, "in") ? at + 1 : at  // "once in a decade"
    guard kind(at) == .per || kind(at) == .determiner && tokens[at].value == 2,
      let unit = unit(at + 1), !unit.isPlural, unit.unit.rawValue >= TimeUnit.hour.rawValue,
      !isWord(unit.next, "of"), !isDash(unit.next), kind(unit.next) != .shift
    else { return nil }
    return match(start, unit.next, .set(Self.period(unit.unit)), "times-a-unit", kind: .set)
  }
}
