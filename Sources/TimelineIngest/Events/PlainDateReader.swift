import Chronology
import TimelineModel

/// Reads the plain dates of a text: what `Ingester` falls back on for a document in which the time
/// tagger reads nothing.
///
/// EXAMPLE: "3 May 2011", "May 3, 2011", "3-5 May", "early May 2011", "in 2011", "2011-05-03".
/// EXAMPLE: "on Tuesday", "yesterday", "last October", "next year" with a publication day.
/// NOT: "may" the verb, "1,200 employees", a bare number that no preposition makes a year.
struct PlainDateReader {
  private let bytes: [UInt8]
  private let published: CivilDay?
  private var focusYear: Int?
  private var found: [TimeExpression] = []
  private var words: [String] = []
  private var tokens: [Token] = []

  /// The expressions of a document in the order of the text.
  static func expressions(of document: Document) -> [TimeExpression] {
    var reader = PlainDateReader(document)
    for sentence in LanguageAnalyzer.sentences(of: document.utf8) { reader.read(sentence) }
    return reader.found
  }

  private init(_ document: Document) {
    bytes = document.utf8
    published = document.published?.day
    focusYear = document.published?.span.earliest?.year ?? Self.firstYear(in: document.utf8)
  }

  /// The first explicit year of the text, for months that come before any year.
  private static func firstYear(in bytes: [UInt8]) -> Int? {
    var run = 0
    var value = 0
    for byte in bytes + [0] {
      if (0x30...0x39).contains(byte) {
        run += 1
        value = run <= 4 ? value * 10 + Int(byte - 0x30) : value
      } else {
        if run == 4, (1900...2099).contains(value) { return value }
        run = 0
        value = 0
      }
    }
    return nil
  }

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    let names = [
      "january", "february", "march", "april", "may", "june", "july", "august", "september",
      "october", "november", "december",
    ]
    for (number, name) in names.enumerated() {
      table[name] = number + 1
      table[String(name.prefix(3))] = number + 1
    }
    table["sept"] = 9
    return table
  }()

  private static let weekdays: [String: Int] = [
    "monday": 1, "tuesday": 2, "wednesday": 3, "thursday": 4, "friday": 5, "saturday": 6,
    "sunday": 7,
  ]

  private mutating func read(_ sentence: SentenceTree) {
    tokens = sentence.tokens
    words = tokens.map {
      String(decoding: bytes[Int($0.begin)..<Int($0.end)], as: UTF8.self).lowercased()
    }
    var index = 0
    while index < words.count {
      if let end = readMonth(at: index) ?? readYear(at: index) ?? readRelative(at: index) {
        index = max(end, index + 1)
      } else {
        index += 1
      }
    }
  }

  private func word(_ index: Int) -> String {
    index >= 0 && index < words.count ? words[index] : ""
  }

  private func year(_ index: Int) -> Int? {
    let text = word(index)
    guard text.utf8.count == 4, let value = Int(text), (1500...2099).contains(value) else {
      return nil
    }
    return value
  }

  private func day(_ index: Int) -> Int? {
    var text = word(index)[...]
    for ending in ["st", "nd", "rd", "th"] where text.hasSuffix(ending) { text = text.dropLast(2) }
    guard text.utf8.count <= 2, let value = Int(text), (1...31).contains(value) else { return nil }
    return value
  }

  private mutating func emit(
    _ range: Range<Int>, _ edtf: String, _ span: DaySpan, _ precision: DatePrecision,
    inferred: [InferredPart] = [], rule: String, isRelative: Bool = false, modifier: String? = nil
  ) {
    let place = Int(tokens[range.lowerBound].begin)..<Int(tokens[range.upperBound - 1].end)
    if let last = found.last, last.range.upperBound > place.lowerBound { return }
    found.append(
      TimeExpression(
        range: place, kind: .date, value: edtf, modifier: modifier,
        date: EventDate(
          edtf: edtf, span: span, precision: precision, inferred: inferred,
          phrase: String(decoding: bytes[place], as: UTF8.self), modifier: modifier),
        rule: rule, anchor: isRelative ? published?.description : nil,
        anchorReason: isRelative ? "publication date" : nil))
  }

  /// "3 May 2011", "3-5 May", "May 3, 2011", "early May", "last May"; the index behind it.
  private mutating func readMonth(at index: Int) -> Int? {
    let text = word(index)
    guard let month = Self.months[text.hasSuffix(".") ? String(text.dropLast()) : text] else {
      return nil
    }
    var first = index
    var end = index + 1
    var days: (Int, Int)?
    if let last = day(index - 1),
      Int(tokens[index - 1].begin) >= (found.last?.range.upperBound ?? 0)
    {
      first = index - 1
      days = (last, last)
      if ["-", "–", "to", "and"].contains(word(index - 2)), let start = day(index - 3) {
        first = index - 3
        days = (start, last)
      }
    } else if let start = day(index + 1), word(index + 2) != "percent" {
      days = (start, start)
      end = index + 2
      if ["-", "–"].contains(word(end)), let last = day(end + 1) {
        days = (start, last)
        end += 2
      }
    }
    var stated: Int?
    if let value = year(end) {
      stated = value
      end += 1
    } else if word(end) == ",", let value = year(end + 1) {
      stated = value
      end += 2
    } else if days != nil, word(end).utf8.count == 2, let value = Int(word(end)), value > 31 {
      stated = 1900 + value
      end += 1
    }
    if text == "may" || text == "march" || text == "mar" || text == "sun", days == nil,
      stated == nil,
      !["in", "since", "by", "last", "this", "next", "until", "early", "late"]
        .contains(word(index - 1))
    {
      return nil
    }
    guard let year = stated ?? inferredYear(month: month, day: days?.0, before: word(first - 1))
    else { return nil }
    focusYear = year
    emitMonth(first..<end, year: year, month: month, days: days, isStated: stated != nil)
    return end
  }

  private mutating func emitMonth(
    _ range: Range<Int>, year: Int, month: Int, days: (Int, Int)?, isStated: Bool
  ) {
    let inferred: [InferredPart] = isStated ? [] : [.year]
    let whole = DaySpan.month(month, year: year)
    if let days {
      guard let earliest = CivilDay(year: year, month: month, day: days.0),
        let latest = CivilDay(year: year, month: month, day: days.1), earliest <= latest
      else { return }
      var range = range
      var start = earliest
      // "from 31 July to 2 August": the first day stands before with a month of its own.
      if earliest == latest, word(range.lowerBound - 1) == "to", let previous = found.last,
        previous.range.upperBound + 4 >= Int(tokens[range.lowerBound].begin) - 1,
        let from = previous.date?.span.earliest, previous.date?.precision == .day, from < latest,
        let first = tokens.firstIndex(where: { Int($0.begin) == previous.range.lowerBound })
      {
        found.removeLast()
        range = first..<range.upperBound
        start = from
      }
      emit(
        range, start == latest ? start.description : "\(start)/\(latest)",
        DaySpan(earliest: start, latest: latest), .day, inferred: inferred,
        rule: "english.day-month-year")
      return
    }
    let text = String(whole.earliest?.description.prefix(7) ?? "")
    let part: (String, Int, Int)? =
      switch word(range.lowerBound - 1) {
      case "early": ("START", 1, 10)
      case "mid", "mid-": ("MID", 11, 20)
      case "late": ("END", 21, whole.latest?.day ?? 28)
      default: nil
      }
    if let part, let earliest = CivilDay(year: year, month: month, day: part.1),
      let latest = CivilDay(year: year, month: month, day: part.2)
    {
      emit(
        (range.lowerBound - 1)..<range.upperBound, "[\(earliest)..\(latest)]",
        DaySpan(earliest: earliest, latest: latest), .month, inferred: inferred,
        rule: "english.part-of-month", modifier: part.0)
    } else {
      emit(range, text, whole, .month, inferred: inferred, rule: "english.month-year")
    }
  }

  /// A month without a year: counted from publication (past unless the clause looks ahead), else
  /// the year in focus.
  private func inferredYear(month: Int, day: Int?, before: String) -> Int? {
    guard let published else { return focusYear }
    let reference = published.month * 100 + (day == nil ? 31 : published.day)
    let asked = month * 100 + (day ?? 1)
    if before == "last" { return month < published.month ? published.year : published.year - 1 }
    if looksAhead {
      return month * 100 + (day ?? 31) >= published.month * 100 + published.day
        ? published.year : published.year + 1
    }
    return asked <= reference ? published.year : published.year - 1
  }

  /// Whether the sentence speaks of what is to come.
  private var looksAhead: Bool {
    words.contains { ["will", "planned", "scheduled", "expected", "plans", "due"].contains($0) }
      || zip(words, words.dropFirst()).contains { ["is", "are"].contains($0) && $1 == "to" }
  }

  /// "in 2011", "2011-05-03".
  private mutating func readYear(at index: Int) -> Int? {
    let text = word(index)
    if text.utf8.count == 10, let day = CivilDay(iso: text) {
      emit(index..<index + 1, text, DaySpan(day), .day, rule: "iso.day")
      return index + 1
    }
    guard let year = year(index), index > 0 else { return nil }
    let heads: Set<String> = [
      "in", "by", "since", "of", "until", "during", "from", "to", "and", "before", "after", "early",
      "late", "mid", "between", "through", "year",
    ]
    guard heads.contains(word(index - 1)), word(index + 1) != "percent" else { return nil }
    focusYear = year
    if ["between", "from"].contains(word(index - 1)), ["and", "to"].contains(word(index + 1)),
      let last = self.year(index + 2), last > year
    {
      emit(
        index..<index + 3, "\(year)/\(last)",
        DaySpan(earliest: DaySpan.year(year).earliest, latest: DaySpan.year(last).latest),
        .interval, rule: "english.year-range")
      return index + 3
    }
    emit(index..<index + 1, String(year), DaySpan.year(year), .year, rule: "english.year")
    return index + 1
  }

  /// "today", "yesterday", "on Tuesday", "last year"; needs a publication day.
  private mutating func readRelative(at index: Int) -> Int? {
    guard let published else { return nil }
    let text = word(index)
    switch text {
    case "today", "tonight": return emitDay(index..<index + 1, published)
    case "yesterday": return emitDay(index..<index + 1, published.advanced(by: -1))
    case "tomorrow": return emitDay(index..<index + 1, published.advanced(by: 1))
    case "last" where word(index + 1) == "night":
      return emitDay(index..<index + 2, published.advanced(by: -1))
    case "this" where ["morning", "afternoon", "evening"].contains(word(index + 1)):
      return emitDay(index..<index + 2, published)
    default: break
    }
    if let weekday = Self.weekdays[text] {
      let back = (published.weekday - weekday + 7) % 7
      let ahead = (weekday - published.weekday + 7) % 7
      if word(index - 1) == "last" {
        return emitDay(index - 1..<index + 1, published.advanced(by: back == 0 ? -7 : -back))
      }
      if word(index - 1) == "next" {
        return emitDay(index - 1..<index + 1, published.advanced(by: ahead == 0 ? 7 : ahead))
      }
      return emitDay(
        index..<index + 1, published.advanced(by: looksAhead && back != 0 ? ahead : -back))
    }
    let shift = ["last": -1, "this": 0, "next": 1][text]
    guard let shift else { return nil }
    switch word(index + 1) {
    case "year":
      let year = published.year + shift
      emit(
        index..<index + 2, String(year), .year(year), .year, inferred: [.year],
        rule: "english.relative-year", isRelative: true)
    case "month":
      let count = published.year * 12 + published.month - 1 + shift
      let span = DaySpan.month(count % 12 + 1, year: count / 12)
      emit(
        index..<index + 2, String(span.earliest?.description.prefix(7) ?? ""), span, .month,
        inferred: [.year, .month], rule: "english.relative-month", isRelative: true)
    case "week":
      let monday = published.advanced(by: 1 - published.weekday + 7 * shift)
      let sunday = monday.advanced(by: 6)
      emit(
        index..<index + 2, "[\(monday)..\(sunday)]", DaySpan(earliest: monday, latest: sunday),
        .interval, inferred: [.year, .month, .day], rule: "english.relative-week",
        isRelative: true)
    default: return nil
    }
    return index + 2
  }

  private mutating func emitDay(_ range: Range<Int>, _ day: CivilDay) -> Int {
    emit(
      range, day.description, DaySpan(day), .day, inferred: [.year, .month, .day],
      rule: "english.relative-day", isRelative: true)
    return range.upperBound
  }
}
