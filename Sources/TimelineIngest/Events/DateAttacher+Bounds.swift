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
    let isStart = owners[number] >= 0 && sentence.isNegatedUntil(owners[number], by: time)
    date = isStart ? edge(of: date) : isPlain ? closed(date) : bounded(date, of: time)
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

  /// "in August *and September 2017*", "in *2011 and* 2012": two dates of one predicate with nothing
  /// but "and" between them are the stretch that they make up.
  private func joined(_ date: EventDate, _ number: Int) -> EventDate {
    for (first, second) in [(number - 1, number), (number, number + 1)]
    where first >= 0 && second < sentence.times.count {
      let (one, other) = (sentence.times[first], sentence.times[second])
      guard one.tokens.upperBound + 1 == other.tokens.lowerBound,
        sentence.lower[one.tokens.upperBound] == "and", let before = one.expression.date,
        let behind = other.expression.date, let begin = before.span.earliest,
        let end = behind.span.latest, begin < end, let length = before.edtf?.utf8.count,
        length == behind.edtf?.utf8.count,
        length == 7 && begin.advanced(by: 62) > end || length == 4 && end.year == begin.year + 1
      else { continue }
      var date = date
      date.edtf = (before.edtf ?? "") + "/" + (behind.edtf ?? "")
      date.span = DaySpan(earliest: begin, latest: end)
      date.precision = .interval
      return date
    }
    return date
  }

  /// Types of which "since" tells the beginning: "a member *since 1981*", "barred *since May*".
  private static let standing: Set<String> = [
    "membership", "appointment", "sanction", "listing", "agreement", "arrest", "expulsion",
    "founding", "legislation",
  ]

  /// A state that goes on began when its "since" says; "signed *after 5 May*" says no day.
  func begun(_ attached: AttachedDate?, _ candidate: TriggerCandidate) -> AttachedDate? {
    guard var result = attached, Self.standing.contains(candidate.family),
      result.date.span.latest == nil, result.date.precision == .interval,
      let time = sentence.times.first(where: {
        $0.expression.range.lowerBound == result.provenance.phraseBegin
      }), isSince(time)
    else { return attached }
    result.date = closed(result.date)
    return result
  }

  private func isSince(_ time: TimeMention) -> Bool {
    let first = time.tokens.lowerBound
    return sentence.lower[first] == "since" || first > 0 && sentence.lower[first - 1] == "since"
  }

  /// "not *until July 2015*" → July 2015: the one end that a half-open stretch has.
  private func edge(of date: EventDate) -> EventDate {
    guard var edtf = date.edtf, (date.span.earliest == nil) != (date.span.latest == nil),
      let day = date.span.earliest ?? date.span.latest
    else { return date }
    edtf.removeAll { "[]./".contains($0) }
    var date = date
    guard let (span, precision) = Self.calendarPart(edtf, at: day) else { return date }
    (date.edtf, date.span, date.precision) = (edtf, span, precision)
    return date
  }

  /// The days of a plain year, month or day in EDTF.
  private static func calendarPart(
    _ edtf: some StringProtocol, at day: CivilDay
  ) -> (DaySpan, DatePrecision)? {
    switch edtf.utf8.count {
    case 4: (.year(day.year), .year)
    case 7: (.month(day.month, year: day.year), .month)
    case 10: (DaySpan(day), .day)
    default: nil
    }
  }

  /// The calendar year, month or day in which an open stretch begins ("since 2004" → 2004).
  private func closed(_ date: EventDate) -> EventDate {
    guard date.span.latest == nil, let day = date.span.earliest, let edtf = date.edtf,
      let end = edtf.firstIndex(of: "/")
    else { return date }
    var date = date
    let begin = edtf[..<end]
    guard let (span, precision) = Self.calendarPart(begin, at: day) else { return date }
    (date.edtf, date.span, date.precision) = (String(begin), span, precision)
    return date
  }
}
