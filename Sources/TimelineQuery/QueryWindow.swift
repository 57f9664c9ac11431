public import Chronology

/// Windows of days as people write them: `2014`, `2014-03..2018-06`, `2014/..`, `..2018-04-22`.
public enum QueryWindow {
  /// The first and last day of a year, a month or a day in ISO form, or of a week, a quarter, a half
  /// or a season as TIMEX3 has them (`2014-W12`, `2014-Q1`); nil for anything else.
  public static func span(_ text: some StringProtocol) -> DaySpan? {
    let fields = text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard let year = fields.first.flatMap({ number($0, digits: 4) }) else { return nil }
    switch fields.count {
    case 1: return .year(year)
    case 2:
      guard let month = number(fields[1], digits: 2) else { return (try? TIMEX3Value(text))?.span }
      return (1...12).contains(month) ? .month(month, year: year) : nil
    case 3:
      guard let month = number(fields[1], digits: 2), let day = number(fields[2], digits: 2),
        let day = CivilDay(year: year, month: month, day: day)
      else { return nil }
      return DaySpan(day)
    default: return nil
    }
  }

  /// A window from its text; `..` or nothing on one side leaves it open.
  ///
  /// - Throws: which end is no date, or that the ends are the wrong way round.
  public static func parse(_ text: some StringProtocol) throws(WindowError) -> DaySpan {
    let bytes = Array(text.utf8)
    let whole = String(decoding: bytes, as: UTF8.self)
    let cut: (end: Int, start: Int)?
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      cut = (slash, slash + 1)
    } else if let dots = bytes.indices.dropLast().first(where: {
      bytes[$0] == UInt8(ascii: ".") && bytes[$0 + 1] == UInt8(ascii: ".")
    }) {
      cut = (dots, dots + 2)
    } else {
      cut = nil
    }
    guard let cut else {
      guard let span = span(whole) else { throw WindowError(problem: .noDate(whole), offset: 0) }
      return span
    }
    let first = try end(bytes[..<cut.end], offset: 0)
    let last = try end(bytes[cut.start...], offset: cut.start)
    if let earliest = first?.earliest, let latest = last?.latest, latest < earliest {
      throw WindowError(problem: .reversed(whole), offset: 0)
    }
    return DaySpan(earliest: first?.earliest, latest: last?.latest)
  }

  /// The window in the shortest text that reads back as it.
  public static func text(of window: DaySpan) -> String {
    if let span = window.earliest.map(\.parts) {
      // A whole year, month or day needs only one end.
      for short in [
        padded(span.year, 4), month(span.year, span.month),
        month(span.year, span.month) + "-" + padded(span.day, 2),
      ] where self.span(short) == window { return short }
    }
    return (window.earliest.map(start) ?? "") + ".." + (window.latest.map(end) ?? "")
  }

  private static func start(_ day: CivilDay) -> String {
    let (year, month, dayOfMonth) = day.parts
    if month == 1, dayOfMonth == 1 { return padded(year, 4) }
    if dayOfMonth == 1 { return self.month(year, month) }
    return self.month(year, month) + "-" + padded(dayOfMonth, 2)
  }

  private static func end(_ day: CivilDay) -> String {
    let (year, month, dayOfMonth) = day.parts
    if month == 12, dayOfMonth == 31 { return padded(year, 4) }
    if dayOfMonth == CivilDay.length(ofMonth: month, year: year) { return self.month(year, month) }
    return self.month(year, month) + "-" + padded(dayOfMonth, 2)
  }

  private static func end(_ bytes: ArraySlice<UInt8>, offset: Int) throws(WindowError) -> DaySpan? {
    let text = String(decoding: bytes, as: UTF8.self)
    if text.isEmpty || text == ".." { return nil }
    guard let span = span(text) else {
      throw WindowError(problem: .noDate(text), offset: offset)
    }
    return span
  }

  private static func month(_ year: Int, _ month: Int) -> String {
    padded(year, 4) + "-" + padded(month, 2)
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
  }

  private static func number(_ field: some Collection<UInt8>, digits: Int) -> Int? {
    guard field.count == digits, field.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return nil
    }
    return field.reduce(0) { $0 * 10 + Int($1 - 0x30) }
  }
}

/// What is wrong with a window.
public struct WindowError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of fault.
  public enum Problem: Sendable, Hashable {
    /// An end is no year, month or day that exists.
    case noDate(String)
    /// The last day lies before the first.
    case reversed(String)
  }

  /// What is wrong.
  public var problem: Problem
  /// Where in the text, in bytes from 0.
  public var offset: Int

  /// The sentence for people.
  public var description: String {
    switch problem {
    case .noDate(let text):
      "\"\(text)\" is no date: write a year, a month or a day, as in 2014, 2014-03 or 2014-03-09"
    case .reversed(let text): "\"\(text)\" ends before it begins"
    }
  }
}
