import Chronology
import TimelineModel

/// Gives "between 2014 and 2018", "from March to June 2015", "by June 2018" and "since 2014" the
/// dates they mean for an event; the expressions themselves stay apart, as TIMEX3 has them.
struct RangeMerger {
  let scanner: TimeScanner
  let matches: [TimeMatch]

  func merge(_ expressions: inout [TimeExpression]) {
    for index in expressions.indices {
      guard let date = expressions[index].date, date.edtf != nil else { continue }
      let start = matches[index].tokens.lowerBound
      if index + 1 < expressions.count, joins(index) { continue }
      if index > 0, joins(index - 1), let pair = joined(expressions, index - 1) {
        expressions[index - 1].date = pair
        expressions[index].date = pair
        continue
      }
      guard start > 0, date.span.latest != nil, matches[index].kind == .date else { continue }
      if scanner.isWord(start - 1, "by") {
        expressions[index].date = bounded(date, "[..\(Self.plain(date))]", "by")
      } else if scanner.isWord(start - 1, "since") {
        expressions[index].date = bounded(date, "\(Self.start(date))/..", "since")
      } else if scanner.isWord(start - 1, "until") || scanner.isWord(start - 1, "till") {
        expressions[index].date = bounded(date, "../\(Self.plain(date))", "until")
      }
    }
  }

  /// Whether the expression and the next are the ends of one range.
  private func joins(_ index: Int) -> Bool {
    guard index + 1 < matches.count else { return false }
    let (first, second) = (matches[index].tokens, matches[index + 1].tokens)
    guard second.lowerBound == first.upperBound + 1, first.lowerBound > 0,
      matches[index].kind == .date, matches[index + 1].kind == .date
    else { return false }
    let opener = first.lowerBound - 1
    let middle = first.upperBound
    if scanner.isWord(opener, "between") { return scanner.isWord(middle, "and") }
    if scanner.isWord(opener, "from") {
      return scanner.isWord(middle, "to") || scanner.isWord(middle, "until")
        || scanner.isWord(middle, "through") || scanner.isWord(middle, "till")
    }
    return false
  }

  private func joined(_ expressions: [TimeExpression], _ index: Int) -> EventDate? {
    guard var first = expressions[index].date, let second = expressions[index + 1].date,
      var start = first.edtf, let end = second.edtf, let latest = second.span.latest
    else { return nil }
    // The year behind the second date holds for the first too: "from March to June 2015".
    if first.inferred == [.year], second.inferred.isEmpty {
      let moved = CivilDay.fourDigits(latest.year) + start.dropFirst(4)
      guard start.utf8.first != UInt8(ascii: "["), let edtf = try? EDTF(moved) else { return nil }
      first = EventDate(edtf: edtf)
      start = moved
    }
    if let earliest = first.span.earliest, earliest > latest { return nil }
    let isBetween = scanner.isWord(matches[index].tokens.lowerBound - 1, "between")
    guard let edtf = try? EDTF(isBetween ? "[\(start)..\(end)]" : "\(start)/\(end)") else {
      return nil
    }
    let begin = expressions[index].range.lowerBound
    let finish = expressions[index + 1].range.upperBound
    return EventDate(
      edtf: edtf, inferred: second.inferred,
      phrase: String(decoding: scanner.bytes[begin..<finish], as: UTF8.self))
  }

  /// The EDTF of the expression, by its last member when it is a set or interval.
  private static func plain(_ date: EventDate) -> String {
    guard let edtf = date.edtf else { return "" }
    if edtf.utf8.first == UInt8(ascii: "[") || edtf.utf8.contains(UInt8(ascii: "/")) {
      return date.span.latest?.description ?? edtf
    }
    return edtf
  }

  /// Where "since" begins: with the first day that a set leaves open, or behind what lasted.
  private static func start(_ date: EventDate) -> String {
    guard let edtf = date.edtf, edtf.utf8.first == UInt8(ascii: "["), let first = date.span.earliest
    else { return plain(date) }
    return first.description
  }

  private func bounded(_ date: EventDate, _ text: String, _ word: String) -> EventDate {
    guard let edtf = try? EDTF(text) else { return date }
    let phrase = date.phrase.map { word + " " + $0 }
    return EventDate(
      edtf: edtf, inferred: date.inferred, phrase: phrase, modifier: date.modifier)
  }
}
