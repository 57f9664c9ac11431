import Chronology
import TimelineModel

/// When the fiscal years of a text begin, by its own evidence.
///
/// In order of weight: a sentence that says so ("the fiscal year, which begins in July", "the
/// fiscal year ended 30 June"), the country named in the sentence of the expression, the region of
/// the language in the metadata, the country in the dateline, the countries named all over the text
/// if nearly all agree. Without any of these a fiscal year stays approximate.
struct FiscalCalendar: Sendable {
  /// The month on whose first day the year begins.
  let startMonth: Int
  /// Whether one year's number means the year in which it begins, as in Japan.
  let isNamedByStart: Bool
  /// What says so, for people.
  let evidence: String

  /// The months of the fiscal year of that number, in EDTF: "2014-07/2015-06".
  func edtf(year: Int) -> String {
    let ending = isNamedByStart && startMonth > 1 ? year + 1 : year
    return Self.months(FiscalYear(ending: ending, startMonth: startMonth)?.span)
      ?? CivilDay.fourDigits(year)
  }

  /// The months of one quarter of it, or of its halves 1 and 2.
  func edtf(year: Int, quarter: Int?, half: Int?) -> String? {
    let ending = isNamedByStart && startMonth > 1 ? year + 1 : year
    guard let found = FiscalYear(ending: ending, startMonth: startMonth) else { return nil }
    if let quarter { return Self.months(found.span(ofQuarter: quarter)) }
    guard let half, let first = found.span(ofQuarter: half * 2 - 1)?.earliest,
      let last = found.span(ofQuarter: half * 2)?.latest
    else { return nil }
    return Self.months(DaySpan(earliest: first, latest: last))
  }

  /// The number of the fiscal year that holds the day.
  func year(holding day: CivilDay) -> Int {
    let ending = FiscalYear(holding: day, startMonth: startMonth)?.ending ?? day.year
    return isNamedByStart && startMonth > 1 ? ending - 1 : ending
  }

  private static func months(_ span: DaySpan?) -> String? {
    guard let first = span?.earliest, let last = span?.latest else { return nil }
    let month = { (day: CivilDay) in
      CivilDay.fourDigits(day.year) + "-" + CivilDay.twoDigits(day.month)
    }
    return "\(month(first))/\(month(last))"
  }
}

/// What a text says of fiscal years, read once when it names one.
struct FiscalEvidence: Sendable {
  private let stated: FiscalCalendar?
  private let region: FiscalCalendar?
  private let dateline: FiscalCalendar?
  private let majority: FiscalCalendar?

  init(of document: Document, scanner: TimeScanner) {
    stated = Self.stated(scanner)
    region = document.metadata.language.flatMap(Self.region)
    let opening = scanner.tokens.prefix(12).firstIndex { $0.form == .dash } ?? 0
    dateline = Self.country(in: 0..<opening, scanner)
    majority = Self.majority(scanner)
  }

  /// The calendar for a fiscal year named by those tokens.
  func calendar(for match: Range<Int>, _ scanner: TimeScanner, _ direction: ClauseDirection)
    -> FiscalCalendar?
  {
    stated ?? Self.country(in: direction.sentence(around: match), scanner) ?? region ?? dateline
      ?? majority
  }

  /// "the fiscal year begins in July", "the fiscal year ended June 30".
  private static func stated(_ scanner: TimeScanner) -> FiscalCalendar? {
    for at in scanner.tokens.indices
    where scanner.kind(at) == .fiscal && scanner.isWord(at + 1, "year") {
      if let month = monthInBrackets(at + 2, scanner) {
        return FiscalCalendar(
          startMonth: month, isNamedByStart: false,
          evidence: "the text says when its fiscal year begins")
      }
      for verb in at + 2..<at + 7 {
        guard let month = monthBehind(verb, scanner) else { continue }
        if scanner.has(.beginningVerb, at: verb) || isRunning(verb, scanner) {
          return FiscalCalendar(
            startMonth: month, isNamedByStart: false,
            evidence: "the text says when its fiscal year begins")
        }
        if scanner.has(.endingVerb, at: verb) {
          return FiscalCalendar(
            startMonth: month % 12 + 1, isNamedByStart: false,
            evidence: "the text says when its fiscal year ends")
        }
      }
    }
    return nil
  }

  /// "runs from April to March", "is from 1 April to 31 March".
  private static func isRunning(_ verb: Int, _ scanner: TimeScanner) -> Bool {
    guard scanner.isWord(verb + 1, "from") else { return false }
    return scanner.isWord(verb, "runs") || scanner.isWord(verb, "run")
      || scanner.isWord(verb, "ran") || scanner.isWord(verb, "is")
  }

  /// The first month of "(April-March)", "(April to March)".
  private static func monthInBrackets(_ at: Int, _ scanner: TimeScanner) -> Int? {
    guard scanner.isMark(at, "("), let first = scanner.month(at + 1),
      scanner.isDash(first.next) || scanner.isWord(first.next, "to"),
      let last = scanner.month(first.next + 1), last.month % 12 + 1 == first.month
    else { return nil }
    return first.month
  }

  /// The month within three tokens behind the verb: "in July", "on 1 July", "June 30".
  private static func monthBehind(_ verb: Int, _ scanner: TimeScanner) -> Int? {
    for at in verb + 1...verb + 3 {
      if let month = scanner.month(at), scanner.tokens[at].isCapital { return month.month }
    }
    return nil
  }

  private static func region(_ language: String) -> FiscalCalendar? {
    let parts = language.split { $0 == "-" || $0 == "_" }
    guard parts.count > 1, let region = parts.last?.uppercased() else { return nil }
    return FiscalCountries.english.byRegion[region].map {
      FiscalCalendar(
        startMonth: $0.startMonth, isNamedByStart: $0.isNamedByStart,
        evidence: "fiscal years as in the region of the language, \(language)")
    }
  }

  /// The calendar of nine in ten of the words of countries, of which there must be two.
  private static func majority(_ scanner: TimeScanner) -> FiscalCalendar? {
    var counts: [Int: Int] = [:]
    var first: [Int: Int] = [:]
    for at in scanner.tokens.indices
    where scanner.tokens[at].isCapital && scanner.tokens[at].form == .word {
      guard let row = FiscalCountries.english.row(at, scanner), row.isSignOfText else { continue }
      let key = row.startMonth * 2 + (row.isNamedByStart ? 1 : 0)
      counts[key, default: 0] += 1
      first[key] = first[key] ?? at
    }
    let total = counts.values.reduce(0, +)
    guard total > 1, let most = counts.max(by: { $0.value < $1.value }),
      most.value * 10 >= total * 9, let at = first[most.key]
    else { return nil }
    return country(in: at..<at + 1, scanner)
  }

  /// The calendar of the countries named there; nil when they have different ones.
  private static func country(in range: Range<Int>, _ scanner: TimeScanner) -> FiscalCalendar? {
    var found: FiscalCalendar?
    for at in range where scanner.tokens[at].isCapital && scanner.tokens[at].form == .word {
      guard let row = FiscalCountries.english.row(at, scanner) else { continue }
      if let found {
        guard found.startMonth == row.startMonth, found.isNamedByStart == row.isNamedByStart else {
          return nil
        }
        continue
      }
      found = FiscalCalendar(
        startMonth: row.startMonth, isNamedByStart: row.isNamedByStart,
        evidence: "fiscal years as in the country of \"\(scanner.text(at))\"")
    }
    return found
  }
}

/// The rows of `fiscal_years.tsv`.
struct FiscalCountries: Sendable {
  static let english = FiscalCountries()

  struct Row: Sendable {
    let startMonth: Int
    let isNamedByStart: Bool
    /// Whether the word tells for the whole text, not for its sentence alone.
    var isSignOfText = true
  }

  private(set) var byRegion: [String: Row] = [:]
  /// Rows by the hash of a word that tells the country.
  private var byWord: [UInt32: Row] = [:]
  /// Rows by the hashes of two words that tell it together, second word first; nil for names that
  /// only look like that of the country ("Latin America").
  private var byPair: [UInt64: Row?] = [:]
  /// Which lower bits of hashes the words have, so that most words need no look into the table.
  private var hints = [Bool](repeating: false, count: 4096)

  /// The row of the country that a token names, alone or with the one before it.
  func row(_ at: Int, _ scanner: TimeScanner) -> Row? {
    let token = scanner.tokens[at]
    guard token.count > 1 else { return nil }
    let hash = Self.hash(token, scanner)
    guard hints[Int(hash & 4095)] else { return nil }
    if at > 0, scanner.tokens[at - 1].form == .word,
      let pair = byPair[Self.pair(Self.hash(scanner.tokens[at - 1], scanner), hash)]
    {
      return pair
    }
    // "US" is a country, "Us" at the head of a sentence is none.
    if token.count == 2, scanner.bytes[Int(token.end) - 1] >= 0x61 { return nil }
    return byWord[hash]
  }

  private static func hash(_ token: TimeToken, _ scanner: TimeScanner) -> UInt32 {
    TimeWords.hash(of: scanner.bytes[Int(token.begin)..<Int(token.end)])
  }

  private static func pair(_ first: UInt32, _ second: UInt32) -> UInt64 {
    UInt64(second) << 32 | UInt64(first)
  }

  init() {
    guard let text = EmbeddedText.file("fiscal_years.tsv") else { return }
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
      let fields = line.split(separator: UInt8(ascii: "\t")).map {
        String(decoding: $0, as: UTF8.self)
      }
      guard fields.count == 4, let month = Int(fields[1]) else { continue }
      let row = month > 0 ? Row(startMonth: month, isNamedByStart: fields[2] == "start") : nil
      byRegion[fields[0]] = row
      for name in fields[3].split(separator: ",") { add(name, row) }
    }
  }

  private mutating func add(_ name: Substring, _ row: Row?) {
    var row = row
    row?.isSignOfText = !name.hasPrefix("~")
    let hashes = name.drop { $0 == "~" }.split(separator: " ").map { TimeWords.hash(of: $0.utf8) }
    guard let last = hashes.last else { return }
    hints[Int(last & 4095)] = true
    if hashes.count == 2 {
      byPair[Self.pair(hashes[0], last)] = .some(row)
    } else {
      byWord[last] = row
    }
  }
}
