/// Writes dates in words of one style.
struct DateWriter {
  let style: DateText.Style

  func text(of edtf: EDTF) -> String {
    if let part = edtf.partOfPeriod {
      return marked(text(of: part), edtf.isApproximate, edtf.isUncertain)
    }
    switch edtf.content {
    case .date(let date): return marked(date)
    case .interval(let start, let end): return interval(start, end)
    case .oneOf(let members): return members.count == 1 ? run(members[0]) : alternatives(members)
    case .allOf(let members): return members.map(each).joined(separator: ", ")
    }
  }

  static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
  ]

  private func month(_ number: Int) -> String {
    let name = Self.months[number - 1]
    return style == .short ? String(name.prefix(3)) : name
  }

  /// A year with its era when it is before the year 1.
  ///
  /// Years below 1000 say "CE", or "15 Mar 44" would read as 1944.
  func year(_ number: Int) -> String {
    if number <= 0 { return "\(1 - number) BCE" }
    return number < 1000 ? "\(number) CE" : String(number)
  }

  private func text(of part: PartOfPeriod) -> String {
    let name = part.part.rawValue
    switch part.period {
    case .month(let number, let year): return "\(name) \(month(number)) \(self.year(year))"
    case .year(let number): return "\(name) \(year(number))"
    case .decade(let first): return "\(name) \(first)s"
    case .century(let first): return "\(name) \(ordinal(first / 100 + 1)) century"
    }
  }

  private func marked(_ date: PartialDate) -> String {
    marked(
      plain(date), date.qualifier.contains(.approximate), date.qualifier.contains(.uncertain))
  }

  private func marked(_ text: String, _ isApproximate: Bool, _ isUncertain: Bool) -> String {
    switch style {
    case .short: (isApproximate ? "~" : "") + text + (isUncertain ? "?" : "")
    case .long: (isApproximate ? "about " : "") + text + (isUncertain ? " (uncertain)" : "")
    }
  }

  private func plain(_ date: PartialDate) -> String {
    let years = date.yearRange
    guard let month = date.month else {
      if years.count == 1 { return year(years.lowerBound) }
      if date.significantDigits == nil, !date.isNegative, years.count == 10 {
        return "\(years.lowerBound)s"
      }
      if date.significantDigits == nil, !date.isNegative, years.count == 100 {
        return "\(ordinal(years.lowerBound / 100 + 1)) century"
      }
      // One year of the run, not all of them: `1XXX`, `1950S2`.
      return "between \(year(years.lowerBound)) and \(year(years.upperBound))"
    }
    let yearText =
      years.count == 1 ? year(years.lowerBound) : (date.isNegative ? "-" : "") + date.year.text
    if let season = date.season { return name(ofSeason: season, year: yearText) }
    guard month.isSpecified else { return "some month of \(yearText)" }
    let monthText = self.month(month.value(fillingWith: 0)) + " " + yearText
    guard let day = date.day, day.isSpecified else { return monthText }
    return "\(day.value(fillingWith: 0)) \(monthText)"
  }

  private func name(ofSeason code: Int, year: String) -> String {
    switch code {
    case 21, 25, 29: "spring \(year)"
    case 22, 26, 30: "summer \(year)"
    case 23, 27, 31: "autumn \(year)"
    case 24, 28: Int(year).map { "winter \($0)–\(($0 + 1) % 100)" } ?? "winter \(year)"
    case 32: "winter \(year)"
    case 33...36:
      style == .short ? "Q\(code - 32) \(year)" : "\(ordinal(code - 32)) quarter of \(year)"
    case 37...39: "\(ordinal(code - 36)) third of \(year)"
    default: "\(ordinal(code - 39)) half of \(year)"
    }
  }

  private func interval(_ start: EDTF.End, _ end: EDTF.End) -> String {
    switch (start, end) {
    case (.date(let first), .date(let last)): return joined(first, last)
    case (.date(let first), _): return "since \(marked(first))"
    case (_, .date(let last)): return "by \(marked(last))"
    default: return "undated"
    }
  }

  /// Two dates with what they share said once: `22–23 Apr 2018`, `22 Apr – 3 May 2018`.
  private func joined(_ first: PartialDate, _ last: PartialDate) -> String {
    guard first.qualifier.isEmpty, last.qualifier.isEmpty, first.season == nil, last.season == nil,
      first.yearRange.count == 1, first.yearRange == last.yearRange, first.yearRange.lowerBound > 0
    else {
      let plainYears =
        first.month == nil && last.month == nil && first.yearRange.count == 1
        && last.yearRange.count == 1
      return plainYears
        ? "\(marked(first))–\(marked(last))" : "\(marked(first)) – \(marked(last))"
    }
    let yearText = year(first.yearRange.lowerBound)
    guard let from = first.month, let to = last.month, from.isSpecified, to.isSpecified else {
      return first == last ? marked(first) : "\(marked(first)) – \(marked(last))"
    }
    let months = (month(from.value(fillingWith: 0)), month(to.value(fillingWith: 0)))
    switch (first.day, last.day) {
    case (let begin?, let end?) where begin.isSpecified && end.isSpecified:
      let days = (begin.value(fillingWith: 0), end.value(fillingWith: 0))
      if months.0 == months.1 {
        let run = days.0 == days.1 ? "\(days.0)" : "\(days.0)–\(days.1)"
        return "\(run) \(months.0) \(yearText)"
      }
      return "\(days.0) \(months.0) – \(days.1) \(months.1) \(yearText)"
    case (nil, nil):
      return months.0 == months.1
        ? "\(months.0) \(yearText)" : "\(months.0)–\(months.1) \(yearText)"
    default: return "\(marked(first)) – \(marked(last))"
    }
  }

  private func run(_ member: EDTF.Member) -> String {
    switch (member.first, member.last) {
    case (let first?, let last?) where first == last: marked(first)
    case (let first?, let last?): between(first, last)
    case (let first?, nil): "\(marked(first)) or later"
    case (nil, let last?): "by \(marked(last))"
    default: "undated"
    }
  }

  /// One day of a run: a whole week is called by its Monday, a shared month is said once.
  private func between(_ first: PartialDate, _ last: PartialDate) -> String {
    guard first.qualifier.isEmpty, last.qualifier.isEmpty, first.granularity == .day,
      last.granularity == .day, let start = first.span.earliest, let end = last.span.earliest
    else { return "between \(marked(first)) and \(marked(last))" }
    if start.weekday == 1, start.distance(to: end) == 6 { return "week of \(marked(first))" }
    guard start.year == end.year else { return "between \(marked(first)) and \(marked(last))" }
    let from = start.month == end.month ? "\(start.day)" : "\(start.day) \(month(start.month))"
    return "between \(from) and \(marked(last))"
  }

  private func each(_ member: EDTF.Member) -> String {
    switch (member.first, member.last) {
    case (let first?, let last?): first == last ? marked(first) : joined(first, last)
    case (let first?, nil): "since \(marked(first))"
    case (nil, let last?): "by \(marked(last))"
    default: "undated"
    }
  }

  /// Two days or more of which one is right: `12 Mar 2015 or 3 Dec 2015`.
  private func alternatives(_ members: [EDTF.Member]) -> String {
    members.map(each).joined(separator: " or ")
  }

  func ordinal(_ number: Int) -> String {
    switch (number % 100, number % 10) {
    case (11...13, _): "\(number)th"
    case (_, 1): "\(number)st"
    case (_, 2): "\(number)nd"
    case (_, 3): "\(number)rd"
    default: "\(number)th"
    }
  }
}
