import Chronology
import TimelineModel

/// A distance on the calendar from one event to another: "two days *after* the vote".
enum CalendarShift: Sendable {
  case days(Int), months(Int), years(Int)

  /// The words that join the distance to the other event, with the direction they point in.
  static let signs = ["after": 1, "following": 1, "before": -1]

  /// Years whose text has four digits.
  private static let years = 1000...9999

  /// A date that lies so far behind (1) or before (-1) another; nil where one of the two is too
  /// coarse for the other.
  func moved(_ attached: AttachedDate, _ sign: Int) -> AttachedDate? {
    var result = attached
    guard let edtf = result.date.edtf, let day = result.date.span.earliest,
      let length = result.date.span.length
    else { return nil }
    let span: DaySpan
    switch self {
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

extension SentenceReading {
  /// Lengths that seldom reach into the next day: minutes, some hours, up to four.
  private static let moments: Set<String> = [
    "PTXS", "PTXM", "PTXH", "PT1H", "PT2H", "PT3H", "PT4H", "PT5M", "PT10M", "PT15M", "PT20M",
    "PT30M", "PT45M",
  ]

  /// The length of time that ends before "after" or "before".
  func length(before position: Int) -> (tokens: Range<Int>, shift: CalendarShift)? {
    guard position > 0 else { return nil }
    let time = times.first { $0.tokens.upperBound == position }
    guard let time else {
      let isSoon = ["shortly", "immediately", "soon", "just"].contains(lower[position - 1])
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
}
