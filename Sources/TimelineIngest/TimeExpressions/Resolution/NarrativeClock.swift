import Chronology
import TimelineModel

/// What relative expressions are counted from while a text is read from top to bottom.
///
/// News counts from its publication day; a history, whose explicit years lie elsewhere, and a text
/// without a publication date count from the last explicit date.
struct NarrativeClock {
  /// The publication day, if one is known to the day.
  let published: CivilDay?
  /// Where the publication day comes from, for people.
  let publishedReason: String
  /// Whether the text tells of other times than that of its publication.
  let isHistory: Bool
  /// The last explicit date in focus.
  private(set) var focus: StatedDate?
  /// The last quarter named, which results stories compare with.
  private(set) var quarter: StatedDate?

  /// - Parameters:
  ///   - document: the text with its publication date.
  ///   - years: the years it states.
  ///   - deictics: how many weekdays and words like "yesterday" it has, which mark news.
  init(document: Document, years: [Int], deictics: Int) {
    published = document.published?.day
    publishedReason =
      document.published.map { "publication date (\($0.origin.rawValue))" } ?? "no date"
    guard let day = published else {
      isHistory = true
      focus = Self.onlyYear(years).map { StatedDate(year: $0) }
      return
    }
    let near = years.count { abs($0 - day.year) <= 1 }
    isHistory = years.count >= 4 && near * 6 < years.count && deictics * 2 < years.count
  }

  /// The first year stated in a text without a publication date; what stands before it counts from
  /// it when it is the only year of the text.
  private static func onlyYear(_ years: [Int]) -> Int? {
    guard let first = years.first, years.allSatisfy({ $0 == first }) else { return nil }
    return first
  }

  mutating func see(_ date: StatedDate) {
    if let season = date.season, (33...36).contains(season), date.year != nil { quarter = date }
    if date.year != nil { focus = date }
  }

  /// The day that "yesterday" and weekdays count from.
  var day: CivilDay? {
    if !isHistory { return published }
    guard let focus, let year = focus.year else { return nil }
    return CivilDay(year: year, month: focus.month ?? 1, day: focus.day ?? 1)
  }

  /// Whether `day` is known to the day.
  var isExact: Bool { !isHistory || focus?.day != nil }

  /// The anchor in EDTF and why it was taken.
  var anchor: (edtf: String, reason: String)? {
    if !isHistory { return published.map { ($0.description, publishedReason) } }
    guard let focus, let text = focus.edtf else { return nil }
    return (text, "last explicit date in the text")
  }
}

extension StatedDate {
  /// The date as EDTF; nil without a year.
  var edtf: String? {
    if let years {
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
    if let years { return String(edtf?.prefix(years.count == 100 ? 2 : 3) ?? "") }
    if let year, year <= 0 { return "BC" + CivilDay.fourDigits(1 - year) }
    let yearText = year.map(CivilDay.fourDigits) ?? "XXXX"
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
