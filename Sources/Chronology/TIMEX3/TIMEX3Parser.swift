/// Reads TIMEX3 values from bytes.
struct TIMEX3Parser {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func value() throws(EDTFError) -> TIMEX3Value {
    guard !bytes.isEmpty else {
      throw expected("a value such as 2018-W16, 2018-Q2, P2W or PAST_REF")
    }
    if take("P") { return .duration(try duration()) }
    var date = TIMEX3Date()
    if !isNext("T") { try readDate(&date) }
    if take("T") { date.time = try time() }
    guard at == bytes.count else { throw expected("the end of the value") }
    return .date(date)
  }

  // MARK: Dates

  private mutating func readDate(_ date: inout TIMEX3Date) throws(EDTFError) {
    if let season = takeSeason() {
      date.part = .season(season)
      return
    }
    var year = TIMEX3Date.Year(digits: [], isBeforeChrist: take("BC"))
    while year.digits.count < 4, let digit = digit() { year.digits.append(digit) }
    guard !year.digits.isEmpty else { throw expected("a year or a season") }
    date.year = year
    guard take("-") else { return }
    guard year.digits.count == 4 else { throw expected("the end: a decade has no months") }
    date.part = try part(year)
  }

  private mutating func part(_ year: TIMEX3Date.Year) throws(EDTFError) -> TIMEX3Date.Part {
    if let season = takeSeason() { return .season(season) }
    if take("W") {
      let number = try number(1...53, width: 2, "a week from 01 to 53")
      guard take("-") else { return .week(number) }
      if take("WE") { return .weekend(week: number) }
      return .weekday(
        week: number, weekday: try self.number(1...7, width: 1, "a weekday from 1 to 7"))
    }
    if take("Q") { return .quarter(try number(1...4, width: 1, "a quarter from 1 to 4")) }
    if take("H") { return .half(try number(1...2, width: 1, "a half, 1 or 2")) }
    let month = try number(
      1...12, width: 2, "a month from 01 to 12, a week, quarter, half or season")
    guard take("-") else { return .month(month) }
    let begin = at
    let day = try number(1...31, width: 2, "a day from 01 to 31")
    if let years = year.range, years.count == 1, let month, let day,
      CivilDay(year: years.lowerBound, month: month, day: day) == nil
    {
      throw EDTFError(position: begin, expectation: "the month has no day \(day)")
    }
    return .day(month: month, day: day)
  }

  private mutating func takeSeason() -> Int? {
    for (index, name) in (["SP", "SU", "FA", "WI"] as [StaticString]).enumerated() where take(name)
    {
      return 21 + index
    }
    return nil
  }

  private mutating func time() throws(EDTFError) -> String {
    let begin = at
    for name in ["MO", "MI", "AF", "EV", "NI", "DT"] as [StaticString] where take(name) {
      return text(begin)
    }
    let hour = try number(0...24, width: 2, "an hour from 00 to 24 or a part of the day")
    if hour != nil || isNext(":"), take(":") {
      _ = try number(0...59, width: 2, "minutes from 00 to 59")
      if take(":") {
        _ = try number(0...60, width: 2, "seconds from 00 to 60")
        if take(".") { while digit() != nil {} }
      }
    }
    if take("Z") { return text(begin) }
    if take("+") || take("-") {
      _ = try number(0...14, width: 2, "the hours of a zone")
      if take(":") { _ = try number(0...59, width: 2, "the minutes of a zone") }
    }
    return text(begin)
  }

  // MARK: Lengths

  private mutating func duration() throws(EDTFError) -> TIMEX3Duration {
    var duration = TIMEX3Duration(components: [])
    var isClock = false
    while at < bytes.count {
      if !isClock, take("T") { isClock = true }
      let begin = at
      var number: String?
      if !take("X") {
        while isDigit { at += 1 }
        if at > begin, take(".") || take("/") { while isDigit { at += 1 } }
        guard at > begin else { throw expected("a number or X") }
        number = text(begin)
      }
      duration.components.append(.init(number: number, unit: try unit(isClock: isClock)))
    }
    guard !duration.components.isEmpty else { throw expected("a number and a unit") }
    return duration
  }

  private mutating func unit(isClock: Bool) throws(EDTFError) -> TIMEX3Duration.Unit {
    // Two letters before one, or "WE" would end as a week.
    for length in [2, 1] where at + length <= bytes.count && !isNext("T") {
      let letters = String(decoding: bytes[at..<at + length], as: UTF8.self)
      if let unit = TIMEX3Duration.Unit(rawValue: (isClock ? "T" : "") + letters) {
        at += length
        return unit
      }
    }
    throw expected(isClock ? "H, M, S or a part of the day" : "a unit such as D, W, M or Y")
  }

  // MARK: Bytes

  /// A number of that many digits in that range; nil for as many `X`.
  private mutating func number(_ range: ClosedRange<Int>, width: Int, _ expectation: String)
    throws(EDTFError) -> Int?
  {
    let begin = at
    var digits: [UInt8] = []
    while digits.count < width, let digit = digit() { digits.append(digit) }
    if digits.count == width {
      if digits.allSatisfy({ $0 == 10 }) { return nil }
      let value = digits.reduce(0) { $0 * 10 + Int($1) }
      if !digits.contains(10), range.contains(value) { return value }
    }
    throw EDTFError(position: begin, expectation: "expected \(expectation)")
  }

  private mutating func digit() -> UInt8? {
    if isDigit {
      at += 1
      return bytes[at - 1] - 0x30
    }
    return take("X") ? 10 : nil
  }

  private var isDigit: Bool { at < bytes.count && (0x30...0x39).contains(bytes[at]) }

  private func isNext(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { bytes[at...].starts(with: $0) }
  }

  private mutating func take(_ text: StaticString) -> Bool {
    guard isNext(text) else { return false }
    at += text.utf8CodeUnitCount
    return true
  }

  private func text(_ begin: Int) -> String { String(decoding: bytes[begin..<at], as: UTF8.self) }

  private func expected(_ what: String) -> EDTFError {
    EDTFError(position: at, expectation: "expected \(what)")
  }
}
