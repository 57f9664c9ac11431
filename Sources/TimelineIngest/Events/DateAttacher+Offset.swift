import Chronology
import TimelineModel

/// Dates that lie a stated time before or after another event of the sentence.
///
///     "freed them on Tuesday, *a day after* the rebels released two"    released on Monday
///     "*Two days after* the attack on 3 May the rebels fled"            fled on 5 May
///     "resigned in 1992, *two years before* his party won"              won in 1994
///     "came on Monday, *hours after* the minister resigned"             resigned on Monday
///
/// Counter-examples: "days after the vote" (how many?), "a year after" a day (which day?).
extension DateAttacher {
  /// The date of a candidate that such a phrase joins to a dated one.
  func offset(of candidate: TriggerCandidate) -> AttachedDate? {
    for position in sentence.lower.indices.dropLast() {
      guard let sign = Self.signs[sentence.lower[position]],
        let length = length(before: position), let other = otherEvent(behind: position)
      else { continue }
      let main = mainEvent(around: length.tokens, and: other)
      guard let main, main != other else { continue }
      // "M two days after X": M is X and two days.
      if candidate.token == main || candidate.clause.supportVerb == main {
        guard let time = best(owners: [other], near: other) else { continue }
        return shifted(time, by: length.shift, sign)
      }
      if candidate.token == other {
        guard let time = best(owners: [main], near: main) else { continue }
        return shifted(time, by: length.shift, -sign)
      }
    }
    return nil
  }

  private static let signs = ["after": 1, "following": 1, "before": -1]

  /// Years whose text has four digits.
  private static let years = 1000...9999

  /// A distance on the calendar.
  private enum Shift {
    case days(Int), months(Int), years(Int)
  }

  /// Lengths that seldom reach into the next day: minutes, some hours, up to four.
  private static let moments: Set<String> = [
    "PTXS", "PTXM", "PTXH", "PT1H", "PT2H", "PT3H", "PT4H", "PT5M", "PT10M", "PT15M", "PT20M",
    "PT30M", "PT45M",
  ]

  /// The length of time that ends before "after" or "before".
  private func length(before position: Int) -> (tokens: Range<Int>, shift: Shift)? {
    guard position > 0 else { return nil }
    let time = sentence.times.first { $0.tokens.upperBound == position }
    guard let time else {
      let isSoon = ["shortly", "immediately", "soon", "just"].contains(sentence.lower[position - 1])
      return isSoon ? (position - 1..<position, .days(0)) : nil
    }
    guard time.expression.kind == .duration, time.expression.modifier == nil else { return nil }
    if Self.moments.contains(time.expression.value) { return (time.tokens, .days(0)) }
    let value = time.expression.value.utf8
    guard value.first == UInt8(ascii: "P"), let unit = value.last,
      let number = Int(String(time.expression.value.dropFirst().dropLast())), number < 1000
    else { return nil }
    switch unit {
    case UInt8(ascii: "D"): return (time.tokens, .days(number))
    case UInt8(ascii: "W"): return (time.tokens, .days(7 * number))
    case UInt8(ascii: "M"): return (time.tokens, .months(number))
    case UInt8(ascii: "Y"): return (time.tokens, .years(number))
    default: return nil
    }
  }

  /// The event behind the preposition: the verb that it marks, else the first one.
  private func otherEvent(behind position: Int) -> Int? {
    let head = sentence.head(position)
    let behind = (position + 1..<sentence.count).prefix {
      ![",", ";"].contains(sentence.lower[$0])
    }
    guard let first = head > position && isEvent(head) ? head : behind.first(where: isEvent) else {
      return nil
    }
    // "after the *government* freed them": the subject's verb.
    let verb = sentence.head(first)
    let isSubject =
      !sentence.isVerb(first) && sentence.relation(first) == .nominalSubject && verb > first
    return isSubject && isEvent(verb) ? verb : first
  }

  /// The event that lies at the distance: the last verb before the phrase, or behind an opening
  /// phrase the first verb behind its comma.
  private func mainEvent(around phrase: Range<Int>, and other: Int) -> Int? {
    if let before = (0..<phrase.lowerBound).last(where: { isEvent($0) && sentence.isVerb($0) }) {
      return before
    }
    // "The *arrest* of Mora, two days before he was elected, …".
    if phrase.lowerBound > 1, sentence.lower[phrase.lowerBound - 1] == ",",
      let noun = (0..<phrase.lowerBound).last(where: isEvent)
    {
      return noun
    }
    guard phrase.lowerBound <= 1 else { return nil }
    let head = sentence.head(phrase.upperBound - 1)
    if head > other, isEvent(head) { return head }
    return (other + 1..<max(other + 1, sentence.count)).first {
      isEvent($0) && sentence.isVerb($0)
    }
  }

  private func isEvent(_ token: Int) -> Bool { candidates.contains { $0.token == token } }

  private func shifted(_ number: Int, by shift: Shift, _ sign: Int) -> AttachedDate? {
    guard var result = attached(number, "offset", 0.8), let edtf = result.date.edtf,
      let day = result.date.span.earliest, let length = result.date.span.length
    else { return nil }
    let span: DaySpan
    switch shift {
    case .days(0):
      guard length == 1 else { return nil }
      return result
    case .days(let count):
      guard length == 1 else { return nil }
      span = DaySpan(day.advanced(by: sign * count))
      result.date.edtf = day.advanced(by: sign * count).description
    case .months(let count):
      guard edtf.utf8.count == 7, edtf.utf8.dropFirst(4).first == UInt8(ascii: "-") else {
        return nil
      }
      let months = day.year * 12 + day.month - 1 + sign * count
      guard Self.years.contains(months / 12) else { return nil }
      span = DaySpan.month(months % 12 + 1, year: months / 12)
      result.date.edtf = span.earliest.map { String($0.description.prefix(7)) }
    case .years(let count):
      guard edtf.utf8.count == 4, Int(edtf) != nil,
        Self.years.contains(day.year + sign * count)
      else { return nil }
      span = DaySpan.year(day.year + sign * count)
      result.date.edtf = String(day.year + sign * count)
    }
    result.date.span = span
    result.date.inferred = Array(Set(result.date.inferred + [.day])).sorted()
    return result
  }
}
