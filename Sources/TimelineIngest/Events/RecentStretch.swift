import Chronology
import TimelineModel

/// Reads a length of time that ends on the day of writing as the days that it covers.
///
///     "over the last two weeks"   "in the past 24 hours"   "during the previous three months"
///
/// Counter-example: "the last two weeks of May", which ends elsewhere.
enum RecentStretch {
  private static let prepositions: Set<String> = [
    "over", "in", "during", "within", "throughout", "for",
  ]
  private static let ends: Set<String> = ["last", "past", "previous"]

  /// The expressions, those stretches with a date; nothing changes without a day of publication.
  static func dated(
    _ expressions: [TimeExpression], in bytes: [UInt8], published: PublicationDate?
  ) -> [TimeExpression] {
    guard let day = published?.day else { return expressions }
    return expressions.map { expression in
      guard expression.kind == .duration, expression.date == nil,
        let first = firstDay(of: expression.value, before: day),
        standsForStretch(expression.range, in: bytes)
      else { return expression }
      var copy = expression
      let phrase = String(decoding: bytes[expression.range], as: UTF8.self)
      copy.kind = .date
      copy.date = EventDate(
        edtf: first.description + "/" + day.description,
        span: DaySpan(earliest: first, latest: day),
        precision: .interval, inferred: [.day, .month, .year, .start, .end], phrase: phrase)
      copy.anchor = day.description
      copy.anchorReason = "the stretch ends on the day of publication"
      return copy
    }
  }

  /// Whether "last" stands in the phrase, a preposition before it, and no "of" behind it.
  private static func standsForStretch(_ range: Range<Int>, in bytes: [UInt8]) -> Bool {
    let inside = words(bytes[range])
    guard let end = inside.first(where: { $0 != "the" }), ends.contains(end) else { return false }
    let before = words(bytes[max(0, range.lowerBound - 16)..<range.lowerBound])
    guard let preposition = before.last, prepositions.contains(preposition) else { return false }
    let after = words(bytes[range.upperBound..<min(bytes.count, range.upperBound + 8)])
    return after.first != "of" && after.first != "before"
  }

  private static func words(_ bytes: ArraySlice<UInt8>) -> [String] {
    bytes.split { $0 <= 0x20 }.map { String(decoding: $0, as: UTF8.self).lowercased() }
  }

  /// The day that lies the TIMEX3 duration (`P2W`, `PT24H`) before another; nil when it is vague.
  private static func firstDay(of value: String, before day: CivilDay) -> CivilDay? {
    let letters = Array(value.utf8)
    guard letters.count >= 3, letters[0] == UInt8(ascii: "P"), let unit = letters.last else {
      return nil
    }
    let isTime = letters[1] == UInt8(ascii: "T")
    let digits = letters.dropFirst(isTime ? 2 : 1).dropLast()
    guard let number = Int(String(decoding: digits, as: UTF8.self)), number > 0, number < 1000
    else { return nil }
    switch (unit, isTime) {
    case (UInt8(ascii: "H"), true): return day.advanced(by: -max(1, number / 24))
    case (UInt8(ascii: "D"), false): return day.advanced(by: -number)
    case (UInt8(ascii: "W"), false): return day.advanced(by: -7 * number)
    default: return nil
    }
  }
}
