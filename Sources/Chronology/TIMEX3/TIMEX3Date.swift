/// A date or time as TIMEX3 writes it, with `X` for what is not known.
public struct TIMEX3Date: Sendable, Hashable {
  /// Four digits of a year; fewer name a decade (`199`), a century (`19`) or a millennium.
  public struct Year: Sendable, Hashable {
    /// The digits 0 to 9, or 10 for `X`, most significant first.
    var digits: [UInt8]
    /// Whether the year is counted before Christ, written `BC0044`.
    var isBeforeChrist = false

    /// The astronomical years it can be, or nil when it is not known at all.
    var range: ClosedRange<Int>? {
      guard digits.contains(where: { $0 != 10 }) else { return nil }
      func filled(_ filler: UInt8) -> Int {
        (0..<4).reduce(0) {
          $0 * 10 + Int($1 < digits.count && digits[$1] != 10 ? digits[$1] : filler)
        }
      }
      let (low, high) = (filled(0), filled(9))
      return isBeforeChrist ? 1 - high...1 - low : low...high
    }
  }

  /// What is said inside the year; nil numbers are written `XX` or `X`.
  public enum Part: Sendable, Hashable {
    /// A month, 1 to 12.
    case month(Int?)
    /// A day of a month.
    case day(month: Int?, day: Int?)
    /// An ISO week.
    case week(Int?)
    /// A day of a week, 1 Monday to 7 Sunday.
    case weekday(week: Int?, weekday: Int?)
    /// A weekend.
    case weekend(week: Int?)
    /// A quarter, 1 to 4.
    case quarter(Int?)
    /// A half, 1 or 2.
    case half(Int?)
    /// A season by its EDTF code: 21 spring to 24 winter.
    case season(Int)
  }

  /// The year; nil for a bare part (`FA`) or a time of an unnamed day (`T08:00`, `TNI`).
  public var year: Year?
  /// What is said inside the year; nil for the whole.
  public var part: Part?
  /// The time of day as written behind the `T`: `20:00`, `MO`, `XX`; nil for none.
  public var time: String?

  /// The days the date covers; nil when its year is not known.
  public var span: DaySpan? { edtf?.span }

  /// The same date in EDTF without its time; nil when its year is not known, or when a week or a
  /// part is not.
  public var edtf: EDTF? {
    guard let year, let years = year.range else { return nil }
    return text(years).flatMap { try? EDTF($0) }
  }

  private func text(_ years: ClosedRange<Int>) -> String? {
    guard let part else { return text(ofYears: years) }
    // Weeks, quarters and halves are those of one year.
    guard years.count == 1 else { return nil }
    let year = CivilDay.text(ofYear: years.lowerBound)
    switch part {
    case .month(let month): return "\(year)-\(TIMEX3Date.two(month))"
    case .day(let month, let day): return "\(year)-\(TIMEX3Date.two(month))-\(TIMEX3Date.two(day))"
    case .season(let code): return "\(year)-\(code)"
    case .quarter(let number): return number.map { "\(year)-\(32 + $0)" } ?? year
    case .half(let number): return number.map { "\(year)-\(39 + $0)" } ?? year
    case .week(let number):
      guard let number else { return year }
      guard let week = ISOWeek(year: years.lowerBound, week: number) else { return nil }
      return "[\(week.monday)..\(week.day(weekday: 7))]"
    case .weekday(let number, let weekday):
      guard let number, let week = ISOWeek(year: years.lowerBound, week: number) else { return nil }
      guard let weekday else { return "[\(week.monday)..\(week.day(weekday: 7))]" }
      return week.day(weekday: weekday).description
    case .weekend(let number):
      guard let number, let week = ISOWeek(year: years.lowerBound, week: number) else { return nil }
      return "\(week.day(weekday: 6))/\(week.day(weekday: 7))"
    }
  }

  private func text(ofYears years: ClosedRange<Int>) -> String {
    if years.count == 1 { return CivilDay.text(ofYear: years.lowerBound) }
    if year?.isBeforeChrist == true {
      return CivilDay.text(ofYear: years.lowerBound) + "/" + CivilDay.text(ofYear: years.upperBound)
    }
    let digits = (year?.digits ?? []).map { $0 == 10 ? "X" : String($0) }.joined()
    return digits + String(repeating: "X", count: max(0, 4 - digits.utf8.count))
  }

  static func two(_ number: Int?) -> String { number.map { CivilDay.padded($0, 2) } ?? "XX" }
  static func one(_ number: Int?) -> String { number.map(String.init) ?? "X" }
}

extension TIMEX3Date: CustomStringConvertible {
  /// The date as TIMEX3 writes it.
  public var description: String {
    var fields: [String] = []
    if let year {
      fields.append(
        (year.isBeforeChrist ? "BC" : "") + year.digits.map { $0 == 10 ? "X" : String($0) }.joined()
      )
    }
    switch part {
    case .month(let month): fields.append(TIMEX3Date.two(month))
    case .day(let month, let day): fields += [TIMEX3Date.two(month), TIMEX3Date.two(day)]
    case .week(let week): fields.append("W" + TIMEX3Date.two(week))
    case .weekday(let week, let weekday):
      fields += ["W" + TIMEX3Date.two(week), TIMEX3Date.one(weekday)]
    case .weekend(let week): fields += ["W" + TIMEX3Date.two(week), "WE"]
    case .quarter(let number): fields.append("Q" + TIMEX3Date.one(number))
    case .half(let number): fields.append("H" + TIMEX3Date.one(number))
    case .season(let code): fields.append(["SP", "SU", "FA", "WI"][code - 21])
    case nil: break
    }
    return fields.joined(separator: "-") + (time.map { "T" + $0 } ?? "")
  }
}
