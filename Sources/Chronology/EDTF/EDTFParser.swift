/// Reads EDTF from bytes, one clause of the grammar a method.
struct EDTFParser {
  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func content() throws(EDTFError) -> EDTF.Content {
    guard !bytes.isEmpty else { throw expected("a date such as 2018, 2018-04 or 2018-04-22") }
    if next == "[" || next == "{" { return try set() }
    let start = try end(before: "/")
    if at == bytes.count {
      guard case .date(let date) = start else { throw expected("a date or an interval") }
      return .date(date)
    }
    try take("/", "a slash or the end")
    let finish = try end(before: nil)
    guard at == bytes.count else { throw expected("the end of the date") }
    if case .date(let first) = start, case .date(let last) = finish,
      let from = first.span.earliest, let to = last.span.latest, to < from
    {
      throw EDTFError(position: at, expectation: "the interval ends before it begins")
    }
    if start == .unknown, finish == .unknown { throw expected("a date on one side at least") }
    return .interval(start, finish)
  }

  private mutating func end(before stop: Unicode.Scalar?) throws(EDTFError) -> EDTF.End {
    if at == bytes.count || next == "/" {
      if stop == nil || next == "/" { return .unknown }
      throw expected("a date")
    }
    if next == "." {
      try take(".", "two dots")
      try take(".", "two dots")
      return .open
    }
    return .date(try date())
  }

  private mutating func set() throws(EDTFError) -> EDTF.Content {
    let isOneOf = next == "["
    at += 1
    let close: Unicode.Scalar = isOneOf ? "]" : "}"
    var members: [EDTF.Member] = []
    while true {
      members.append(try member(isFirst: members.isEmpty, close: close))
      if next == close { break }
      try take(",", "a comma or \(close)")
    }
    at += 1
    guard at == bytes.count else { throw expected("the end of the date") }
    return isOneOf ? .oneOf(members) : .allOf(members)
  }

  private mutating func member(isFirst: Bool, close: Unicode.Scalar) throws(EDTFError)
    -> EDTF.Member
  {
    if next == "." {
      guard isFirst else { throw expected("a date") }
      try take(".", "two dots")
      try take(".", "two dots")
      return EDTF.Member(first: nil, last: try date())
    }
    let first = try date()
    guard next == "." else { return EDTF.Member(first: first, last: first) }
    try take(".", "two dots")
    try take(".", "two dots")
    if next == close { return EDTF.Member(first: first, last: nil) }
    let last = try date()
    if let from = first.span.earliest, let to = last.span.latest, to < from {
      throw EDTFError(position: at, expectation: "the run ends before it begins")
    }
    return EDTF.Member(first: first, last: last)
  }

  private mutating func date() throws(EDTFError) -> PartialDate {
    var left = takeQualifier()
    var date = try year()
    date.year.qualifier.formUnion(left)
    if let mark = takeMark() { date.year.qualifier.formUnion(mark) }
    guard next == "-", !date.isLong else { return date }
    at += 1
    left = takeQualifier()
    var month = try pair("a month from 01 to 12 or a season from 21 to 41")
    let number = month.value(fillingWith: 0)
    if month.isSpecified, !(1...12).contains(number), !(21...41).contains(number) {
      throw EDTFError(position: at - 2, expectation: "there is no month \(month.text)")
    }
    if month.digits[0] != 10, month.digits[0] > 1, !month.isSpecified {
      throw EDTFError(position: at - 2, expectation: "there is no month \(month.text)")
    }
    month.qualifier = left
    if let mark = takeMark() {
      month.qualifier.formUnion(mark)
      date.year.qualifier.formUnion(mark)
    }
    date.month = month
    guard next == "-", number < 21 else {
      if next == "-" { throw expected("the end of the date: a season has no days") }
      return date
    }
    at += 1
    left = takeQualifier()
    let dayAt = at
    var day = try pair("a day from 01 to 31")
    day.qualifier = left
    if let mark = takeMark() {
      day.qualifier.formUnion(mark)
      date.year.qualifier.formUnion(mark)
      date.month?.qualifier.formUnion(mark)
    }
    date.day = day
    if date.span.earliest == nil {
      throw EDTFError(position: dayAt, expectation: Self.noSuchDay(date))
    }
    if next == "T" {
      guard date.qualifier.isEmpty, date.granularity == .day else {
        throw expected("the end of the date: only a full day without marks has a time")
      }
      at += 1
      date.time = try time()
    }
    return date
  }

  private static func noSuchDay(_ date: PartialDate) -> String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    guard let month = date.month, month.isSpecified, let day = date.day else {
      return "there is no such day"
    }
    let number = month.value(fillingWith: 0)
    let year = (date.isNegative ? "-" : "") + date.year.text
    let length = CivilDay.length(ofMonth: number, year: date.yearRange.lowerBound)
    let days = date.year.isSpecified ? ", it has \(length) days" : ""
    return "\(names[number - 1]) \(year) has no day \(day.text)\(days)"
  }

  private mutating func year() throws(EDTFError) -> PartialDate {
    var date = PartialDate(year: PartialDate.Component(digits: []))
    if next == "Y" {
      at += 1
      date.isLong = true
    }
    if next == "-" {
      at += 1
      date.isNegative = true
    }
    let begin = at
    while let digit = digit(allowX: !date.isLong) { date.year.digits.append(digit) }
    let count = date.year.digits.count
    if date.isLong {
      guard (1...12).contains(count) else { throw expected("the digits of a year") }
      if next == "E" {
        at += 1
        var exponent = 0
        guard bytes.indices.contains(at), (0x30...0x39).contains(bytes[at]) else {
          throw expected("an exponent")
        }
        while let digit = digit(allowX: false) { exponent = min(exponent * 10 + Int(digit), 99) }
        guard exponent + count <= 15 else { throw expected("a year of at most 15 digits") }
        date.exponent = exponent
      } else if count < 5 {
        throw EDTFError(position: begin, expectation: "a year after Y has more than four digits")
      }
    } else {
      guard count == 4 else {
        throw EDTFError(position: begin, expectation: "expected a year of four digits")
      }
      if date.isNegative, date.year.digits == [0, 0, 0, 0] {
        throw EDTFError(position: begin, expectation: "the year 0 has no sign")
      }
    }
    if next == "S" {
      at += 1
      var significant = 0
      while let digit = digit(allowX: false) {
        significant = min(significant * 10 + Int(digit), 99)
      }
      guard significant > 0, significant <= count + (date.exponent ?? 0) else {
        throw expected("the number of significant digits")
      }
      guard date.year.isSpecified else {
        throw expected("no significant digits behind an unspecified one")
      }
      date.significantDigits = significant
    }
    return date
  }

  private mutating func pair(_ expectation: String) throws(EDTFError) -> PartialDate.Component {
    guard let first = digit(allowX: true), let second = digit(allowX: true) else {
      throw expected(expectation)
    }
    return PartialDate.Component(digits: [first, second])
  }

  private mutating func time() throws(EDTFError) -> String {
    let begin = at
    try clock(hours: 24)
    if next == "Z" {
      at += 1
    } else if next == "+" || next == "-" {
      at += 1
      _ = try number(below: 24, "the hours of a zone")
      if next == ":" {
        at += 1
        _ = try number(below: 60, "the minutes of a zone")
      }
    }
    return String(decoding: bytes[begin..<at], as: UTF8.self)
  }

  private mutating func clock(hours: Int) throws(EDTFError) {
    let hour = try number(below: hours + 1, "an hour from 00 to 24")
    guard next == ":" else { throw expected("a colon") }
    at += 1
    let minute = try number(below: 60, "minutes from 00 to 59")
    guard next == ":" else { throw expected("a colon") }
    at += 1
    let second = try number(below: 61, "seconds from 00 to 60")
    if hour == 24, minute + second > 0 { throw expected("no time after 24:00:00") }
  }

  private mutating func number(below limit: Int, _ expectation: String) throws(EDTFError) -> Int {
    let begin = at
    guard let first = digit(allowX: false), let second = digit(allowX: false),
      Int(first) * 10 + Int(second) < limit
    else { throw EDTFError(position: begin, expectation: "expected \(expectation)") }
    return Int(first) * 10 + Int(second)
  }

  private mutating func digit(allowX: Bool) -> UInt8? {
    guard at < bytes.count else { return nil }
    let byte = bytes[at]
    if (0x30...0x39).contains(byte) {
      at += 1
      return byte - 0x30
    }
    if allowX, byte == UInt8(ascii: "X") {
      at += 1
      return 10
    }
    return nil
  }

  private mutating func takeQualifier() -> Qualifier { takeMark() ?? [] }

  private mutating func takeMark() -> Qualifier? {
    let mark: Qualifier
    switch next {
    case "?": mark = .uncertain
    case "~": mark = .approximate
    case "%": mark = [.uncertain, .approximate]
    default: return nil
    }
    at += 1
    return mark
  }

  private var next: Unicode.Scalar? {
    at < bytes.count ? Unicode.Scalar(bytes[at]) : nil
  }

  private mutating func take(_ character: Unicode.Scalar, _ expectation: String) throws(EDTFError) {
    guard next == character else { throw expected(expectation) }
    at += 1
  }

  private func expected(_ what: String) -> EDTFError {
    EDTFError(position: at, expectation: "expected \(what)")
  }
}
