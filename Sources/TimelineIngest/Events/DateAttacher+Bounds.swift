import Chronology
import TimelineModel

/// What stands around an expression and changes the days it gives.
extension DateAttacher {
  /// The date of a time mention, opened by the preposition before it unless it is to be plain.
  func attached(
    _ number: Int, _ step: String, _ trust: Double, isPlain: Bool = false
  ) -> AttachedDate? {
    let time = sentence.times[number]
    guard var date = time.expression.date else { return nil }
    date = isPlain ? closed(date) : bounded(date, of: time)
    date = joined(date, number)
    return AttachedDate(
      date: date,
      provenance: DateProvenance(
        attachment: step, rule: time.expression.rule, anchor: time.expression.anchor,
        anchorReason: time.expression.anchorReason),
      trust: trust
    ).locating(time.expression.range)
  }

  /// "by", "before", "after", "since" and "until" in front of a plain date open one of its ends.
  private func bounded(_ date: EventDate, of time: TimeMention) -> EventDate {
    guard let earliest = date.span.earliest, let latest = date.span.latest else { return date }
    var date = date
    let preposition =
      sentence.preposition(time.head).isEmpty && time.tokens.lowerBound > 0
      ? sentence.lower[time.tokens.lowerBound - 1] : sentence.preposition(time.head)
    let edtf = date.edtf ?? ""
    let isPlain = !edtf.contains("/") && !edtf.contains("[")
    switch preposition {
    case "by", "until", "till", "up to":
      date.span.earliest = nil
      date.edtf = isPlain ? "/" + edtf : "/" + latest.description
      date.precision = .interval
    case "before", "prior to", "ahead of":
      date.span = DaySpan(earliest: nil, latest: earliest.advanced(by: -1))
      date.edtf = "/" + earliest.advanced(by: -1).description
      date.precision = .interval
    case "after":
      date.span = DaySpan(earliest: latest.advanced(by: 1), latest: nil)
      date.edtf = latest.advanced(by: 1).description + "/"
      date.precision = .interval
    case "since":
      date.span = DaySpan(earliest: earliest, latest: nil)
      date.edtf = isPlain ? edtf + "/" : earliest.description + "/"
      date.precision = .interval
    default: break
    }
    return date
  }

  /// "in August *and September 2017*": two dates of one predicate with nothing but "and" between
  /// them are the stretch that they make up.
  private func joined(_ date: EventDate, _ number: Int) -> EventDate {
    let time = sentence.times[number]
    guard date.edtf?.utf8.count == 7, let end = date.span.latest, number > 0 else { return date }
    let other = sentence.times[number - 1]
    guard other.tokens.upperBound + 1 == time.tokens.lowerBound,
      sentence.lower[other.tokens.upperBound] == "and",
      let before = other.expression.date, before.edtf?.utf8.count == 7,
      let begin = before.span.earliest, begin < end, begin.advanced(by: 62) > end
    else { return date }
    var date = date
    date.edtf = (before.edtf ?? "") + "/" + (date.edtf ?? "")
    date.span = DaySpan(earliest: begin, latest: end)
    date.precision = .interval
    return date
  }

  /// The calendar year, month or day in which an open stretch begins ("since 2004" → 2004).
  private func closed(_ date: EventDate) -> EventDate {
    guard date.span.latest == nil, let day = date.span.earliest, let edtf = date.edtf,
      let end = edtf.firstIndex(of: "/")
    else { return date }
    var date = date
    let begin = edtf[..<end]
    switch begin.utf8.count {
    case 4: (date.span, date.precision) = (.year(day.year), .year)
    case 7: (date.span, date.precision) = (.month(day.month, year: day.year), .month)
    case 10: (date.span, date.precision) = (DaySpan(day), .day)
    default: return date
    }
    date.edtf = String(begin)
    return date
  }
}
