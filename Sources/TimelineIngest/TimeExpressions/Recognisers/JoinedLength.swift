/// Lengths of two units or more, and lengths that recur.
///
/// EXAMPLE [six hours 40 minutes], [one hour and two minutes], [two years and three months]
/// EXAMPLE [two hours, 18 minutes and 20 seconds], [five days a week], [two weeks per year]
/// COUNTER between three weeks and two months
extension TimeScanner {
  /// "40 minutes" behind "six hours": the TIMEX3 value of all and the index behind.
  func joinedLength(_ first: Quantity, _ unit: TimeUnit, behind next: Int) -> (
    value: String, next: Int
  )? {
    guard first.value != nil else { return nil }
    var value = unit.length(first.text)
    var larger = unit
    var at = next
    while let part = smallerLength(larger, behind: at) {
      let rest = part.value.dropFirst()
      value += value.contains("T") ? rest.dropFirst() : rest
      (larger, at) = (part.unit, part.next)
    }
    return at > next ? (value, at) : nil
  }

  /// ", 18 minutes", "and 20 seconds": a length in the unit that the larger one is counted on in.
  private func smallerLength(_ larger: TimeUnit, behind next: Int) -> (
    unit: TimeUnit, value: String, next: Int
  )? {
    let isJoined = isWord(next, "and") || isMark(next, ",")
    guard let second = quantity(isJoined ? next + 1 : next), let count = second.value,
      let smaller = unit(second.next), smaller.isPlural == (count != 1),
      Self.holds(larger, smaller.unit), kind(smaller.next) != .shift
    else { return nil }
    return (smaller.unit, smaller.unit.length(second.text), smaller.next)
  }

  /// Whether a unit is counted on in the other: hours in minutes, years in months.
  private static func holds(_ unit: TimeUnit, _ smaller: TimeUnit) -> Bool {
    switch unit {
    case .minute: smaller == .second
    case .hour: smaller == .minute
    case .day: smaller == .hour
    case .week: smaller == .day
    case .month: smaller == .week || smaller == .day
    case .year: smaller == .month || smaller == .day
    default: false
    }
  }

  /// "a week" behind "five days": the unit that the length recurs in.
  func periodOfRate(_ unit: TimeUnit, behind next: Int) -> (unit: TimeUnit, next: Int)? {
    guard unit == .day || unit == .week,
      kind(next) == .determiner && tokens[next].value == 2 || kind(next) == .per,
      let period = self.unit(next + 1), !period.isPlural, period.unit.rawValue > unit.rawValue,
      period.unit.rawValue <= TimeUnit.year.rawValue, kind(period.next) != .shift
    else { return nil }
    return (period.unit, period.next)
  }
}
