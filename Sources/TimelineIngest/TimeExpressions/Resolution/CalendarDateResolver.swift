import Chronology
import TimelineModel

/// Dates of the calendar, complete or not, and the years of those without one.
extension TimeResolver {
  mutating func calendar(
    _ stated: StatedDate, _ part: PartOfPeriod.Part?, _ match: TimeMatch, _ phrase: String
  ) -> Resolved {
    if stated.year == nil, stated.years == nil, stated.month ?? stated.season != nil,
      direction.isHabit(match.tokens)
    {
      return Resolved(value: stated.timex)
    }
    if let found = fiscalQuarter(stated, match, phrase) { return found }
    var full = stated
    if match.rule == "english.year-short", clock.isHistory, let year = stated.year,
      let told = clock.focus?.year
    {
      // "the '99 boys" of a tale of 1917
      full.year = year + (told - year + 50 - ((told - year + 50) % 100 + 100) % 100)
    }
    var inferred: [InferredPart] = []
    if stated.month == nil, stated.day != nil {
      guard
        let focus = clock.focus
          ?? clock.published.map({ StatedDate(year: $0.year, month: $0.month) }),
        let month = focus.month
      else { return Resolved(value: "XXXX-XX-\(CivilDay.twoDigits(stated.day ?? 1))") }
      full.year = focus.year
      full.month = month
      inferred = [.year, .month]
      // "will come up on the 22nd": the next one after the publication.
      if !clock.isHistory, clock.entry == nil, let published = clock.published,
        let day = stated.day,
        direction.direction(around: match.tokens) > 0
      {
        let next = day < published.parts.day ? published.advanced(byMonths: 1) : published
        full.year = next.year
        full.month = next.month
      }
    } else if stated.year == nil, stated.years == nil {
      full.year = inferredYear(of: stated, match)
      if full.year != nil { inferred = [.year] }
      if let told, full.year == told.date.year, full.year != clock.published?.year {
        countedFrom = told.date.edtf
      }
    }
    if full.day != nil, let year = full.year, let month = full.month, let day = full.day,
      CivilDay(year: year, month: month, day: day) == nil
    {
      full.day = nil  // "31 June": no day, but its month
      return Resolved(value: full.timex)
    }
    // "Q3FY20" is the fiscal year's third quarter, not the one that the text goes on about.
    let isNumbered = match.rule == "english.fiscal-quarter"
    if !isCompared(match), !isLookAhead(full, match), !isNumbered { clock.see(full) }
    var edtf = full.edtf
    if let part, let text = Self.edtf(part, of: full) { edtf = text }
    let date = edtf.flatMap {
      Self.date($0, inferred: inferred, phrase: phrase, modifier: match.modifier)
    }
    let value = isEdition(stated, match) ? full.timex + "-XX-XX" : full.timex
    return Resolved(value: value, date: date, isRelative: !inferred.isEmpty)
  }

  /// "after a flat second quarter", "from the first quarter", "expects a loss in the fourth quarter":
  /// a quarter that is only compared with or forecast does not become the one that the story is about.
  func isCompared(_ match: TimeMatch) -> Bool {
    guard clock.quarter != nil, match.rule.hasPrefix("english.quarter") else { return false }
    if direction.direction(around: match.tokens) > 0 { return true }  // a forecast
    let start = match.tokens.lowerBound
    for index in stride(from: start - 1, through: max(0, start - 4), by: -1) {
      guard scanner.tokens[index].form == .word else { return false }
      if scanner.isWord(index, "after") || scanner.isWord(index, "than")
        || scanner.isWord(index, "from") || scanner.isWord(index, "versus")
        || scanner.isWord(index, "since")
      {
        return true
      }
    }
    return false
  }

  /// "is expected by the end of 2026": a year later than all that was told, to which its clause only
  /// looks forward, is not the one in which the tale goes on.
  private func isLookAhead(_ stated: StatedDate, _ match: TimeMatch) -> Bool {
    guard clock.isHistory, stated.day == nil, let year = stated.year, let told = clock.newestYear,
      year > told
    else { return false }
    return direction.direction(around: match.tokens) > 0
      && direction.isForecast(around: match.tokens)
  }

  /// Whether a message names a year beside a name, "Expo 2014" or "2014 Film Festival": what it
  /// speaks of is on some day of that year.
  func isEdition(_ stated: StatedDate, _ match: TimeMatch) -> Bool {
    guard clock.isMessage, stated.year != nil, stated.month == nil, stated.season == nil,
      stated.years == nil
    else { return false }
    let next = scanner.token(match.tokens.upperBound)
    return match.rule == "english.name-year"
      || match.rule == "english.year" && next?.isCapital == true && next?.isSpaced == true
  }

  static func edtf(_ part: PartOfPeriod.Part, of stated: StatedDate) -> String? {
    if let years = stated.years {
      return PartOfPeriod(
        part, of: years.count == 100 ? .century(years.first) : .decade(years.first)
      ).edtf
    }
    guard let year = stated.year, stated.season == nil, stated.day == nil else { return nil }
    return PartOfPeriod(part, of: stated.month.map { .month($0, year: year) } ?? .year(year)).edtf
  }

  /// The year of a date without one: the narrative's, or the one nearest the publication day that
  /// the clause allows.
  func inferredYear(of stated: StatedDate, _ match: TimeMatch) -> Int? {
    if let year = yearBelowHeading(of: stated, match) ?? endOfFiscalYear(match) { return year }
    guard !clock.isHistory || isSpoken(match), let published = clock.published else {
      let isAhead = clock.published == nil && direction.direction(around: match.tokens) > 0
      return clock.year(
        of: stated, isBefore: direction.isBeforeTale(match.tokens), isAhead: isAhead)
    }
    if let year = yearOfEntry(stated, match, published) { return year }
    if let told = toldYear(of: stated, match, published) { return told }
    let looks = direction.direction(around: match.tokens)
    let near = Array((published.year - 1)...(published.year + 1))
    // "Saturday, 6 January": a year in which that day is that weekday, if one is near.
    let fitting = near.filter { fitsWeekday(stated, year: $0, match) }
    let isOver =
      isOver(stated, match, looks) || direction.isDone(match.tokens)
      || isGenitive(match) && !direction.isAhead(match.tokens)
    let verdict = isOver ? -1 : direction.verdict(around: match.tokens)
    let likeliest = { (years: [Int]) -> Int? in
      let spans = years.compactMap { year -> (year: Int, distance: Int)? in
        guard let distance = distance(of: stated, in: year, from: published) else { return nil }
        return verdict * distance < 0 ? nil : (year, distance)
      }
      return spans.min { weight($0.distance, looks) < weight($1.distance, looks) }?.year
    }
    // A weekday that fits no year in which it can have been is a slip of the source.
    return likeliest(fitting) ?? likeliest(near)
  }

  /// The days from the publication to a date of some year, below zero when it was before.
  private func distance(of stated: StatedDate, in year: Int, from published: CivilDay) -> Int? {
    var full = stated
    full.year = year
    guard let span = full.edtf.flatMap({ try? EDTF($0) })?.span, let first = span.earliest,
      let last = span.latest
    else { return nil }
    let until = clock.publishedSpan?.latest ?? published
    if first <= until, published <= last { return 0 }
    return last < published ? -last.distance(to: published) : published.distance(to: first)
  }

  /// Whether it is what a report closed with, which lies behind it unless the clause looks ahead.
  ///
  /// "The year ended 31 December", "total assets at 30 September", "as of 30 June".
  private func isOver(_ stated: StatedDate, _ match: TimeMatch, _ looks: Int) -> Bool {
    let start = match.tokens.lowerBound
    if scanner.isWord(start - 1, "ended") { return true }
    guard looks <= 0, let month = stated.month, let day = stated.day, month % 3 == 0,
      day == CivilDay.length(ofMonth: month, year: 2001)
    else { return false }
    return scanner.isWord(start - 1, "at")
      || scanner.isWord(start - 1, "of") && scanner.isWord(start - 2, "as")
  }

  /// Whether the day has the weekday that stands before it in that year; no weekday fits no year.
  func fitsWeekday(_ stated: StatedDate, year: Int, _ match: TimeMatch) -> Bool {
    guard match.rule == "english.weekday-day-month", let month = stated.month,
      let day = stated.day, let civil = CivilDay(year: year, month: month, day: day)
    else { return false }
    return civil.weekday == Int(scanner.tokens[match.tokens.lowerBound].value)
  }

  /// How far a candidate is, counting a step against the clause's direction several times.
  func weight(_ distance: Int, _ looks: Int) -> Double {
    if distance == 0 { return 0 }
    let isAhead = distance > 0
    if looks == 0 { return Double(abs(distance)) * (isAhead ? 2 : 1) }
    return Double(abs(distance)) * ((looks > 0) == isAhead ? 1 : 5)
  }

  mutating func span(
    _ first: StatedDate, _ last: StatedDate, _ secondAt: Int, _ match: TimeMatch,
    _ phrase: String
  ) -> Resolved {
    if last.year == nil, direction.isHabit(match.tokens) {
      return Resolved(value: first.timex, secondValue: last.timex)
    }
    var (from, to) = (first, last)
    var inferred: [InferredPart] = []
    if to.year == nil {
      to.year = inferredYear(of: to, match)
      if to.year != nil { inferred = [.year] }
    }
    if from.year == nil {
      from.year = to.year
      if let start = from.month, let end = to.month, start > end {
        from.year = to.year.map { $0 - 1 }
      }
    }
    clock.see(to)
    guard let start = from.edtf, let end = to.edtf else {
      return Resolved(value: from.timex, secondValue: to.timex)
    }
    let isChoice =
      scanner.isWord(secondAt - 1, "or") || from.month != nil && scanner.isMark(secondAt - 1, "/")
    let isBetween =
      scanner.isWord(match.tokens.lowerBound - 1, "between") && scanner.isWord(secondAt - 1, "and")
    let date = Self.date(
      isChoice ? "[\(start),\(end)]" : isBetween ? "[\(start)..\(end)]" : "\(start)/\(end)",
      inferred: inferred, phrase: phrase,
      modifier: match.modifier)
    return Resolved(
      value: from.timex, date: date, isRelative: !inferred.isEmpty, secondValue: to.timex)
  }
}
