import Chronology
import TimelineModel

/// What relative expressions are counted from while a text is read from top to bottom.
///
/// News counts from its publication day; a history, whose explicit years lie elsewhere, and a text
/// without a publication date count from the last explicit date.
struct NarrativeClock {
  /// The publication day, or the first day of the month or year in which the text was published.
  let published: CivilDay?
  /// The days in which the text was published: one, a month or a year.
  let publishedSpan: DaySpan?
  /// The anchor of what counts from the publication, in EDTF.
  private let publishedText: String?
  /// Where the publication day comes from, for people.
  let publishedReason: String
  /// Whether the text tells of other times than that of its publication.
  let isHistory: Bool
  /// Whether it tells of other times only.
  let isRemote: Bool
  /// Whether the text speaks of "last week" or "on Friday" and its publication day is unknown.
  let isUndatedNews: Bool
  /// Whether the text is as short as a message sent on its publication day.
  let isMessage: Bool
  /// The last explicit date in focus.
  private(set) var focus: StatedDate?
  /// The newest year that was in focus.
  private(set) var newestYear: Int?
  /// The date of the entry of a chronology, or the heading above it, that is read now.
  var entry: StatedDate?
  /// The last quarter named, which results stories compare with.
  private(set) var quarter: StatedDate?
  /// The last day told with its year.
  private var lastDay: StatedDate?

  /// A clock that has seen nothing yet.
  ///
  /// Weekdays and words like "yesterday" mark news, years far from the publication a history.
  init(document: Document, matches: [TimeMatch]) {
    var years: [Int] = []
    var deictics = 0
    for match in matches
    where match.rule != "english.name-year" && match.rule != "english.era-year" {
      switch match.reading {
      case .calendar(let stated, _): if let year = stated.year { years.append(year) }
      case .span(let first, let last, _):
        if let year = last.year ?? first.year { years.append(year) }
      case .weekday, .unit, .daypart, .shifted(_, _, false), .named, .inYear(_, .offset, _),
        .dayBeside, .weekdayBeside, .weekdayOfWeek(_, .some), .counted, .clock(_, _, .weekday),
        .clock(_, _, .offset):
        deictics += 1
      default: break
      }
    }
    let publication = document.published.flatMap { $0.edtf == nil ? nil : $0 }
    published = publication?.day ?? publication?.span.earliest
    publishedSpan = publication?.span
    publishedText = publication?.edtf
    publishedReason =
      document.published.map { "publication date (\($0.origin.rawValue))" } ?? "no date"
    guard let day = published else {
      isHistory = true
      isRemote = false
      isMessage = false
      isUndatedNews = deictics > 0
      focus = Self.onlyYear(years).map { StatedDate(year: $0) }
      return
    }
    isUndatedNews = false
    let near = years.count { abs($0 - day.year) <= 1 }
    isRemote =
      years.count >= 4 && near == 0 && !years.contains { $0 > day.year }
      && deictics * 5 < years.count && !matches.contains(where: Self.isOfThisWeek)
    isHistory = years.count >= 4 && near * 6 < years.count && deictics * 2 < years.count
    isMessage = document.utf8.count <= Self.messageLength
  }

  /// "this past week", "last week": who writes so lives at the time of the publication.
  private static func isOfThisWeek(_ match: TimeMatch) -> Bool {
    switch match.reading {
    case .unit(.week, offset: -1...1, _), .unit(.month, offset: -1...1, _):
      match.rule == "english.relative-unit"
    case .duration(.week, "1"): match.rule == "english.past-length"
    default: false
    }
  }

  /// The bytes of the longest text that counts as a message: that of a short message.
  static let messageLength = 160

  /// The first year stated in a text without a publication date; what stands before it counts from
  /// it when it is the only year of the text.
  private static func onlyYear(_ years: [Int]) -> Int? {
    guard let first = years.first, years.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  /// The publication day as a stated date, unless the text tells of other times.
  var publishedStated: StatedDate? {
    guard !isHistory, let published else { return nil }
    return StatedDate(
      year: published.year, month: isPublished(to: .month) ? published.month : nil,
      day: isPublished(to: .day) ? published.day : nil)
  }

  /// Whether the publication is known to the day, or to the month.
  private func isPublished(to unit: TimeUnit) -> Bool {
    guard let first = publishedSpan?.earliest, let last = publishedSpan?.latest else {
      return false
    }
    return unit == .day ? first == last : first.year == last.year && first.month == last.month
  }

  /// Whether the expression that is read now is a digression, which leaves the focus alone.
  var isDigression = false

  /// Which of the matches state a year far from those before and behind them that agree with each
  /// other: in a history the year of a quotation, a law or a look ahead.
  static func digressions(_ matches: [TimeMatch]) -> Set<Int> {
    var stated: [(match: Int, year: Int)] = []
    for (index, match) in matches.enumerated() {
      switch match.reading {
      case .calendar(let date, _): if let year = date.year { stated.append((index, year)) }
      case .span(let first, let last, _):
        if let year = first.year ?? last.year { stated.append((index, year)) }
      default: break
      }
    }
    guard stated.count > 2 else { return [] }
    var found: Set<Int> = []
    var before = stated[0].year
    for at in 1..<stated.count - 1 {
      let (year, behind) = (stated[at].year, stated[at + 1].year)
      if abs(before - behind) <= 5, min(abs(year - before), abs(year - behind)) > 15 {
        found.insert(stated[at].match)
      } else {
        before = year
      }
    }
    return found
  }

  /// Whether a quarter can be the one that a report is about: "last year's third quarter", which it
  /// compares with, is not.
  private func isReported(_ date: StatedDate) -> Bool {
    guard let season = date.season, (33...36).contains(season), let year = date.year else {
      return false
    }
    guard let published, !isHistory else { return true }
    let end = year * 12 + (season - 32) * 3
    return published.year * 12 + published.month - end <= 9
  }

  mutating func see(_ date: StatedDate) {
    guard !isDigression else { return }
    if isReported(date) { quarter = date }
    // "until 2030": no tale goes on from a year that lies ahead of its publication.
    if let year = date.year, published.map({ year <= $0.year + 1 }) ?? true {
      focus = date
      if date.day != nil { lastDay = date }
      newestYear = max(year, newestYear ?? year)
    }
  }

  /// The year of a date without one in a tale that goes forward: that of the focus, or the next
  /// when a month half a year or more before the one in focus would turn back.
  ///
  /// News of an unknown day names no year for what is newest, so there any month that turns back is
  /// of the next year, unless the clause says that it was before.
  ///
  /// - Parameters:
  ///   - stated: month, or day and month.
  ///   - isBefore: whether the clause tells what was before the rest.
  ///   - isAhead: whether it tells what is still to come.
  /// - Returns: the year, nil when no year is in focus.
  func year(of stated: StatedDate, isBefore: Bool = false, isAhead: Bool = false) -> Int? {
    guard let focus, let year = focus.year else { return nil }
    if let lastDay, let told = lastDay.year, told > year, goesOn(stated, from: lastDay) {
      return told
    }
    guard let month = stated.month, let last = focus.month ?? focus.monthOfSeason, last > month
    else { return year }
    if isAhead { return year + 1 }  // "met in May. In March they will …"
    let isNewest = isUndatedNews && stated.day != nil && !isBefore
    return isNewest || last - month >= 6 ? year + 1 : year
  }

  /// Whether a day without a year comes within a quarter of a year after another.
  ///
  /// "On 8 April 1946 … Italy had left in 1937 … on 18 April": what was told between was background.
  private func goesOn(_ stated: StatedDate, from last: StatedDate) -> Bool {
    guard let month = stated.month, let day = stated.day, let lastMonth = last.month,
      let lastDay = last.day
    else { return false }
    return (lastMonth, lastDay) < (month, day) && month - lastMonth <= 3
  }

  /// The day that "last year" and "next June" count from: that of who writes, where it is known.
  ///
  /// A history that names no year near its publication speaks from the times that it tells of.
  var speakersDay: CivilDay? { isRemote || entry != nil ? day : published ?? day }

  /// The day that "yesterday" and weekdays count from.
  ///
  /// The entry of a chronology speaks from its own day.
  var day: CivilDay? {
    if !isHistory, entry == nil { return published }
    guard let told = entry ?? focus, let year = told.year else { return nil }
    return CivilDay(year: year, month: told.month ?? 1, day: told.day ?? 1)
  }

  /// The day that weekdays count from; a history without a day in focus speaks of its publication.
  var weekdaysDay: CivilDay? {
    if isExact { return day }
    return entry == nil && !isRemote && isPublished(to: .day) ? published : nil
  }

  /// Whether `day` is known to the day.
  var isExact: Bool {
    if let entry { return entry.day != nil }
    return isHistory ? focus?.day != nil : isPublished(to: .day)
  }

  /// Whether the entry that is read now is dated more coarsely than a unit, so that "last month"
  /// cannot be told in it.
  func lacks(_ unit: TimeUnit) -> Bool {
    guard let entry else {
      guard !isHistory, published != nil else { return false }
      return unit.rawValue < TimeUnit.month.rawValue || unit == .weekend
        ? !isPublished(to: .day)
        : unit.rawValue < TimeUnit.year.rawValue && !isPublished(to: .month)
    }
    return unit.rawValue < TimeUnit.month.rawValue || unit == .weekend
      ? entry.day == nil : unit.rawValue < TimeUnit.year.rawValue && entry.month == nil
  }

  /// The anchor in EDTF and why it was taken.
  var anchor: (edtf: String, reason: String)? {
    if let entry, let text = entry.edtf { return (text, "entry or heading of the chronology") }
    if !isHistory { return publishedText.map { ($0, publishedReason) } }
    guard let focus, let text = focus.edtf else { return nil }
    return (text, "last explicit date in the text")
  }
}

extension StatedDate {
  /// The month in which a season begins or a quarter ends.
  var monthOfSeason: Int? {
    switch season {
    case let season? where (21...24).contains(season): (season - 20) * 3
    case let season? where (33...36).contains(season): (season - 32) * 3
    default: nil
    }
  }

  /// The date as EDTF; nil without a year.
  var edtf: String? {
    if let years {
      if years.first < 0 {
        let last = CivilDay.fourDigits(years.first + years.count - 1)
        return "\(CivilDay.fourDigits(years.first))/\(last)"
      }
      return years.count == 100
        ? "\(CivilDay.fourDigits(years.first).prefix(2))XX"
        : "\(CivilDay.fourDigits(years.first).prefix(3))X"
    }
    guard let year else { return nil }
    var text = CivilDay.fourDigits(year)
    if let season { return text + "-\(season)" }
    guard let month else { return text }
    text += "-" + CivilDay.twoDigits(month)
    if let day { text += "-" + CivilDay.twoDigits(day) }
    return text
  }

  /// The TIMEX3 value; `X` stands for what is not known.
  var timex: String {
    if let years, years.first < 0 {
      return "BC" + CivilDay.fourDigits(-years.first).prefix(years.count == 100 ? 2 : 3)
    }
    if let years { return String(edtf?.prefix(years.count == 100 ? 2 : 3) ?? "") }
    let yearText =
      year.map { $0 <= 0 ? "BC" + CivilDay.fourDigits(1 - $0) : CivilDay.fourDigits($0) } ?? "XXXX"
    if let season {
      switch season {
      case 21...24: return yearText + ["-SP", "-SU", "-FA", "-WI"][season - 21]
      case 33...36: return yearText + "-Q\(season - 32)"
      default: return yearText + "-H\(season - 39)"
      }
    }
    guard let month else { return yearText }
    let monthText = yearText + "-" + CivilDay.twoDigits(month)
    return day.map { monthText + "-" + CivilDay.twoDigits($0) } ?? monthText
  }
}

extension CivilDay {
  static func fourDigits(_ year: Int) -> String {
    let digits = String(abs(year))
    return (year < 0 ? "-" : "") + String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      + digits
  }

  static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
