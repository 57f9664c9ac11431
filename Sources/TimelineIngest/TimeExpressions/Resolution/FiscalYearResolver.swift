import Chronology
import TimelineModel

/// Years that do not begin in January, and their quarters and halves.
extension TimeResolver {
  /// "fiscal 2015", "FY2014-15".
  ///
  /// Where nothing tells when the year begins, it lies within the year that names it, in which it
  /// ends, and the one before.
  mutating func fiscalYear(
    _ ending: Int, _ isNamedByBoth: Bool, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    clock.see(StatedDate(year: ending))
    let last = CivilDay.fourDigits(ending)
    let calendar = fiscal?.calendar(for: match.tokens, scanner, direction)
    var resolved = Resolved(value: last)
    if let calendar, !isNamedByBoth || calendar.startMonth > 1 {
      let year = isNamedByBoth && calendar.isNamedByStart ? ending - 1 : ending
      resolved.date = Self.date(
        calendar.edtf(year: year), inferred: [.month], phrase: phrase, modifier: nil)
      resolved.reason = calendar.evidence
    } else {
      resolved.date = Self.date(Self.eitherYear(ending), phrase: phrase, modifier: nil)
    }
    return resolved
  }

  /// The years within which a fiscal year lies of which only the year of its end is known.
  private static func eitherYear(_ ending: Int) -> String {
    "[\(CivilDay.fourDigits(ending - 1))..\(CivilDay.fourDigits(ending))]"
  }

  /// "the 2015 fiscal year ended June 30", "fiscal 2015, which ended on June 30": the year of a day
  /// on which a fiscal year of that number ends; nil elsewhere.
  func endOfFiscalYear(_ match: TimeMatch) -> Int? {
    var at = match.tokens.lowerBound - 1
    if scanner.isWord(at, "on") || scanner.isWord(at, "in") { at -= 1 }
    guard scanner.has(.endingVerb, at: at) else { return nil }
    at -= 1
    if scanner.isWord(at, "which") || scanner.isWord(at, "that") { at -= 1 }
    if scanner.isMark(at, ",") { at -= 1 }
    if let year = scanner.year(at) {
      let noun = scanner.isWord(at - 1, "year") ? at - 2 : at - 1
      return scanner.kind(noun) == .fiscal ? year : nil
    }
    guard scanner.isWord(at, "year"), scanner.kind(at - 1) == .fiscal else { return nil }
    return scanner.year(at - 2)
  }

  /// "the fiscal year", "last fiscal year", "the current financial year".
  mutating func fiscalUnit(_ offset: Int, _ match: TimeMatch, _ phrase: String) -> Resolved {
    guard let anchor = clock.day else { return Resolved(value: "XXXX", isRelative: true) }
    let calendar = fiscal?.calendar(for: match.tokens, scanner, direction)
    let year = (calendar?.year(holding: anchor) ?? anchor.year) + offset
    // TIMEX3 counts from the year of the publication, whatever the fiscal year is called.
    let text = CivilDay.fourDigits(anchor.year + offset)
    return Resolved(
      value: text,
      date: Self.date(
        calendar?.edtf(year: year) ?? text + "~",
        inferred: calendar == nil ? [.year] : [.year, .month], phrase: phrase, modifier: nil),
      isRelative: true, reason: calendar?.evidence)
  }

  /// "the fiscal third quarter", "the fourth quarter of fiscal 2015": not the quarters of the
  /// calendar.
  mutating func fiscalQuarter(
    _ stated: StatedDate, _ match: TimeMatch, _ phrase: String
  ) -> Resolved? {
    guard let season = stated.season, season >= 33,
      match.tokens.contains(where: { scanner.kind($0) == .fiscal })
    else { return nil }
    var full = stated
    let calendar = fiscal?.calendar(for: match.tokens, scanner, direction)
    let quarter = season < 40 ? season - 32 : nil
    let half = season < 40 ? nil : season - 39
    if stated.year == nil { full.year = inferredYear(of: stated, match) }
    clock.see(full)
    var resolved = Resolved(value: full.timex, isRelative: stated.year == nil)
    let nearest =
      stated.year
      ?? calendar.flatMap { nearestYear($0, quarter: quarter, half: half, match) } ?? full.year
    guard let year = nearest else { return resolved }
    let edtf = calendar?.edtf(year: year, quarter: quarter, half: half)
    var inferred: [InferredPart] = stated.year == nil ? [.year] : []
    if edtf != nil { inferred.append(.month) }
    resolved.date = Self.date(
      edtf ?? (stated.year == nil ? CivilDay.fourDigits(year) + "~" : Self.eitherYear(year)),
      inferred: inferred, phrase: phrase, modifier: match.modifier)
    resolved.reason = calendar?.evidence
    return resolved
  }

  /// "the first half of this fiscal year": a part of the one counted from that of the publication.
  mutating func fiscalPart(
    _ full: StatedDate, _ offset: Int, _ match: TimeMatch, _ phrase: String
  ) -> Resolved? {
    guard let season = full.season, season >= 33,
      match.tokens.contains(where: { scanner.kind($0) == .fiscal })
    else { return nil }
    let calendar = fiscal?.calendar(for: match.tokens, scanner, direction)
    let year = calendar.flatMap { calendar in clock.day.map { calendar.year(holding: $0) + offset }
    }
    let edtf = year.flatMap {
      calendar?.edtf(
        year: $0, quarter: season < 40 ? season - 32 : nil, half: season < 40 ? nil : season - 39)
    }
    clock.see(full)
    let date = (edtf ?? full.year.map { CivilDay.fourDigits($0) + "~" }).flatMap {
      Self.date(
        $0, inferred: edtf == nil ? [.year] : [.year, .month], phrase: phrase,
        modifier: match.modifier)
    }
    return Resolved(
      value: full.timex, date: date, isRelative: true, reason: calendar?.evidence)
  }

  /// The fiscal year whose quarter or half is nearest the publication day, as the clause allows.
  private func nearestYear(
    _ calendar: FiscalCalendar, quarter: Int?, half: Int?, _ match: TimeMatch
  ) -> Int? {
    guard !clock.isHistory, let published = clock.published else { return nil }
    let looks = direction.direction(around: match.tokens)
    let candidates = (published.year - 1)...(published.year + 2)
    return candidates.compactMap { year -> (year: Int, distance: Int)? in
      guard let edtf = calendar.edtf(year: year, quarter: quarter, half: half),
        let span = (try? EDTF(edtf))?.span, let first = span.earliest, let last = span.latest
      else { return nil }
      if first <= published, published <= last { return (year, 0) }
      return (
        year, last < published ? -last.distance(to: published) : published.distance(to: first)
      )
    }.min { weight($0.distance, looks) < weight($1.distance, looks) }?.year
  }
}
