/// A day of the proleptic Gregorian calendar, kept as a count of days.
///
/// The count is the Julian day number at noon, so days order, subtract and index as integers on
/// both sides of the year 0. Years are astronomical: year 0 is 1 BCE, year -1 is 2 BCE.
///
///     CivilDay(year: 2018, month: 4, day: 22)?.julianDayNumber  // 2458231
///
/// Source: Richards, "Calendars", in Explanatory Supplement to the Astronomical Almanac (2013),
/// section 15.11; ISO 8601-1:2019, 4.2.1 for the calendar.
public struct CivilDay: Sendable, Hashable, Comparable {
  /// Days since noon of 1 January 4713 BCE (Julian calendar).
  public let julianDayNumber: Int

  /// The day with that Julian day number.
  public init(julianDayNumber: Int) {
    self.julianDayNumber = julianDayNumber
  }

  /// The day, or nil when the month has no such day (30 February) or there is no such month.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= CivilDay.length(ofMonth: month, year: year)
    else { return nil }
    self.init(validYear: year, month: month, day: day)
  }

  /// The day of parts already known to be valid.
  init(validYear year: Int, month: Int, day: Int) {
    // Count from 1 March, so that the leap day ends the year; eras of 400 years repeat exactly.
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    julianDayNumber = era * 146_097 + dayOfEra + 1_721_120
  }

  /// Year, month and day of the month.
  public var parts: (year: Int, month: Int, day: Int) {
    let days = julianDayNumber - 1_721_120
    let era = (days >= 0 ? days : days - 146_096) / 146_097
    let dayOfEra = days - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }

  /// The astronomical year.
  public var year: Int { parts.year }
  /// The month, 1 to 12.
  public var month: Int { parts.month }
  /// The day of the month, 1 to 31.
  public var day: Int { parts.day }

  /// The day of the week, 1 for Monday to 7 for Sunday (ISO 8601).
  public var weekday: Int {
    let remainder = julianDayNumber % 7
    return (remainder < 0 ? remainder + 7 : remainder) + 1
  }

  /// The day that many days later, or earlier when negative.
  public func advanced(by days: Int) -> CivilDay {
    CivilDay(julianDayNumber: julianDayNumber + days)
  }

  /// The number of days from this day to the other.
  public func distance(to other: CivilDay) -> Int {
    other.julianDayNumber - julianDayNumber
  }

  /// Whether the year has a 29 February in the proleptic Gregorian calendar.
  public static func isLeap(year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The number of days of a month, 28 to 31; the month must be 1 to 12.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year: year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Orders days from past to future.
  public static func < (left: CivilDay, right: CivilDay) -> Bool {
    left.julianDayNumber < right.julianDayNumber
  }
}

extension CivilDay: CustomStringConvertible {
  /// The full ISO 8601 form, `2018-04-22`; years outside 0 to 9999 carry a sign.
  public var description: String {
    let (year, month, day) = parts
    return "\(CivilDay.text(ofYear: year))-\(CivilDay.padded(month, 2))-\(CivilDay.padded(day, 2))"
  }

  /// A year in at least four digits, with a sign when it is negative.
  static func text(ofYear year: Int) -> String {
    year < 0 ? "-" + padded(-year, 4) : padded(year, 4)
  }

  /// The number with zeros in front up to that width.
  static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  /// Reads a full ISO day, `YYYY-MM-DD` (year with at least four digits, sign allowed), else nil.
  public init?(iso text: some StringProtocol) {
    var bytes = Array(text.utf8)[...]
    var sign = 1
    if bytes.first == UInt8(ascii: "-") {
      sign = -1
      bytes = bytes.dropFirst()
    }
    let fields = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard fields.count == 3, fields[0].count >= 4, fields[1].count == 2, fields[2].count == 2
    else { return nil }
    let numbers = fields.compactMap { field -> Int? in
      guard field.count <= 9, field.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
      return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
    }
    guard numbers.count == 3 else { return nil }
    self.init(year: sign * numbers[0], month: numbers[1], day: numbers[2])
  }
}
