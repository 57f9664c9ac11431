/// What EDTF says of a component: `?` uncertain, `~` approximate, `%` both.
public struct Qualifier: OptionSet, Sendable, Hashable {
  /// The bits.
  public let rawValue: UInt8

  /// A qualifier of those bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `?`: the source is doubtful.
  public static let uncertain = Qualifier(rawValue: 1)
  /// `~`: the source says "about".
  public static let approximate = Qualifier(rawValue: 2)

  var mark: String {
    switch self {
    case .uncertain: "?"
    case .approximate: "~"
    case []: ""
    default: "%"
    }
  }
}

/// A calendar date of which some components may be missing, unspecified (`X`) or qualified.
///
/// `2004-06-XX` is some day of June 2004, `201X` some year of the 2010s, `2001-21` the spring of
/// 2001. Source: ISO 8601-2:2019, clauses 4 and 5; EDTF levels 0 to 2.
public struct PartialDate: Sendable, Hashable {
  /// A component of one to many digits, `X` for an unspecified one.
  struct Component: Sendable, Hashable {
    /// The digits 0 to 9, or 10 for `X`, most significant first.
    var digits: [UInt8]
    var qualifier: Qualifier = []

    var isSpecified: Bool { !digits.contains(10) }

    func value(fillingWith filler: UInt8) -> Int {
      digits.reduce(0) { $0 * 10 + Int($1 == 10 ? filler : $1) }
    }

    var text: String { String(decoding: ascii, as: UTF8.self) }

    /// The digits as they are written.
    var ascii: [UInt8] { digits.map { $0 == 10 ? UInt8(ascii: "X") : UInt8(ascii: "0") + $0 } }
  }

  /// The year without sign.
  var year: Component
  /// Whether the year is before the year 0.
  var isNegative = false
  /// The number of zeros an exponent adds to the year (`Y-17E7`), or nil for a plain year.
  var exponent: Int?
  /// The number of digits that count (`1950S2`), or nil when all do.
  var significantDigits: Int?
  /// Whether the year is written with `Y` because it has more than four digits.
  var isLong = false
  /// The month 1 to 12, or a season, quarter or the like from 21 to 41.
  var month: Component?
  /// The day of the month.
  var day: Component?
  /// The time of day with its zone, as written after `T`.
  var time: String?

  /// The code of the season, quarter, quadrimester or semester: 21 to 41; nil for a month.
  public var season: Int? {
    guard let month, month.isSpecified else { return nil }
    let value = month.value(fillingWith: 0)
    return value >= 21 ? value : nil
  }

  /// The days that the date can be, inclusive.
  public var span: DaySpan {
    let years = yearRange
    guard let month else {
      return DaySpan(
        earliest: CivilDay(validYear: years.lowerBound, month: 1, day: 1),
        latest: CivilDay(validYear: years.upperBound, month: 12, day: 31))
    }
    if let exact = exactSpan(years, month) { return exact }
    if let season {
      return DaySpan(
        earliest: SeasonSpan.of(season, year: years.lowerBound).earliest,
        latest: SeasonSpan.of(season, year: years.upperBound).latest)
    }
    var earliest: CivilDay?
    var latest: CivilDay?
    // At most two years, twelve months and thirty-one days are tried: the first and last that fit.
    for year in Set([years.lowerBound, years.upperBound]).sorted() + leapYears(in: years) {
      for number in 1...12 where matches(month, number) {
        for candidate in 1...CivilDay.length(ofMonth: number, year: year)
        where day.map({ matches($0, candidate) }) ?? true {
          let found = CivilDay(validYear: year, month: number, day: candidate)
          if earliest.map({ found < $0 }) ?? true { earliest = found }
          if latest.map({ found > $0 }) ?? true { latest = found }
        }
      }
    }
    return DaySpan(earliest: earliest, latest: latest)
  }

  /// The span of a month or day of which every digit is told, without trying any; nil for others and
  /// for days that there are not.
  private func exactSpan(_ years: ClosedRange<Int>, _ month: Component) -> DaySpan? {
    guard years.count == 1, month.isSpecified else { return nil }
    let (year, number) = (years.lowerBound, month.value(fillingWith: 0))
    guard (1...12).contains(number) else { return nil }
    guard let day else { return .month(number, year: year) }
    guard day.isSpecified else { return nil }
    return CivilDay(year: year, month: number, day: day.value(fillingWith: 0)).map { DaySpan($0) }
  }

  /// The first and last leap year, so that 29 February of an unspecified year has a span.
  private func leapYears(in years: ClosedRange<Int>) -> [Int] {
    guard years.count > 1, day?.value(fillingWith: 9) ?? 0 >= 29 else { return [] }
    return years.prefix(8).filter(CivilDay.isLeap) + years.suffix(8).filter(CivilDay.isLeap)
  }

  private func matches(_ component: Component, _ number: Int) -> Bool {
    let digits = [UInt8(number / 10), UInt8(number % 10)]
    return zip(component.digits, digits).allSatisfy { $0 == 10 || $0 == $1 }
  }

  /// The years that the date can be in, ascending.
  var yearRange: ClosedRange<Int> {
    var low = year.value(fillingWith: 0)
    var high = year.value(fillingWith: 9)
    if let exponent {
      for _ in 0..<exponent {
        low *= 10
        high *= 10
      }
    }
    if let significantDigits {
      let unit = power(of: 10, max(0, String(low).utf8.count - significantDigits))
      low = low / unit * unit
      high = low + unit - 1
    }
    return isNegative ? -high...(-low) : low...high
  }

  private func power(of base: Int, _ exponent: Int) -> Int {
    (0..<exponent).reduce(1) { value, _ in value * base }
  }

  /// How fine the date is.
  public var granularity: DateGranularity {
    let years = yearRange.count
    if years > 10 { return .century }
    if years > 1 { return .decade }
    guard let month else { return .year }
    if let season { return season <= 32 ? .season : .quarter }
    guard month.isSpecified else { return .year }
    return day.map(\.isSpecified) == true ? .day : .month
  }

  /// All qualifiers of all components together.
  public var qualifier: Qualifier {
    year.qualifier.union(month?.qualifier ?? []).union(day?.qualifier ?? [])
  }
}

/// How fine a date is, from its EDTF text.
public enum DateGranularity: String, Sendable, Hashable, CaseIterable {
  /// A day.
  case day
  /// A month.
  case month
  /// A season.
  case season
  /// A quarter, quadrimester or half of a year.
  case quarter
  /// A year.
  case year
  /// Ten years.
  case decade
  /// A hundred years or more.
  case century
  /// Two ends of its own.
  case interval
}

/// The days of seasons and parts of a year.
public enum SeasonSpan {
  /// The days of an EDTF season code (21 to 41) in a year.
  ///
  /// Seasons are the meteorological ones: northern for 21 to 28, southern for 29 to 32; winter runs
  /// over New Year (northern: December to February of the following year). 33 to 36 are quarters,
  /// 37 to 39 quadrimesters, 40 and 41 halves. Source: ISO 8601-2:2019, 4.8.
  public static func of(_ code: Int, year: Int) -> DaySpan {
    switch code {
    case 21, 25, 31: months(3, 5, year)
    case 22, 26, 32: months(6, 8, year)
    case 23, 27, 29: months(9, 11, year)
    case 24, 28, 30:
      DaySpan(
        earliest: CivilDay(validYear: year, month: 12, day: 1),
        latest: CivilDay(validYear: year + 1, month: 3, day: 1).advanced(by: -1))
    case 33...36: months((code - 33) * 3 + 1, (code - 33) * 3 + 3, year)
    case 37...39: months((code - 37) * 4 + 1, (code - 37) * 4 + 4, year)
    case 40: months(1, 6, year)
    default: months(7, 12, year)
    }
  }

  private static func months(_ first: Int, _ last: Int, _ year: Int) -> DaySpan {
    DaySpan(
      earliest: DaySpan.month(first, year: year).earliest,
      latest: DaySpan.month(last, year: year).latest)
  }
}

extension PartialDate: CustomStringConvertible {
  /// The date as EDTF writes it, with the shortest form of its qualifiers.
  public var description: String {
    var text = isNegative ? "-" : ""
    let mark = qualifier
    if mark.isEmpty, !isLong, significantDigits == nil, time == nil { return plainDescription }
    let parts = [year, month, day].compactMap { $0 }
    let uniform = parts.allSatisfy { $0.qualifier == mark }
    if let grouped = groupedDescription { return grouped }
    func qualified(_ component: Component, _ digits: String) -> String {
      uniform ? digits : component.qualifier.mark + digits
    }
    if isLong {
      text = "Y" + text + year.text + (exponent.map { "E\($0)" } ?? "")
      text += significantDigits.map { "S\($0)" } ?? ""
    } else {
      let digits = year.text + (significantDigits.map { "S\($0)" } ?? "")
      text = uniform ? text + digits : year.qualifier.mark + text + digits
    }
    if let month { text += "-" + qualified(month, month.text) }
    if let day { text += "-" + qualified(day, day.text) }
    if let time { text += "T" + time }
    return uniform ? text + mark.mark : text
  }

  /// The digits with hyphens: what nearly all dates are written with.
  private var plainDescription: String {
    var bytes = isNegative ? [UInt8(ascii: "-")] : []
    bytes.reserveCapacity(12)
    bytes += year.ascii
    for part in [month, day] {
      guard let part else { continue }
      bytes.append(UInt8(ascii: "-"))
      bytes += part.ascii
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// A qualifier that holds for the year, or for year and month, and for nothing behind them:
  /// "2004?-06-11", "2004-06~-11"; nil for other dates.
  private var groupedDescription: String? {
    guard !isLong, let month, !year.qualifier.isEmpty, time == nil else { return nil }
    let isYearAlone = month.qualifier.isEmpty
    let isGroup =
      isYearAlone
      ? day?.qualifier.isEmpty ?? true
      : (day?.qualifier.isEmpty ?? false) && month.qualifier == year.qualifier
    guard isGroup else { return nil }
    let sign = isNegative ? "-" : ""
    let digits = sign + year.text + (significantDigits.map { "S\($0)" } ?? "")
    let mark = year.qualifier.mark
    let head = isYearAlone ? digits + mark + "-" + month.text : digits + "-" + month.text + mark
    return day.map { head + "-" + $0.text } ?? head
  }
}
