import Chronology

/// How the day of a named day is found in a year.
enum NamedDayRule: Sendable, Hashable {
  /// A month and day, with how many days it can be or lasts.
  case fixed(month: Int, day: Int, days: Int)
  /// The nth weekday of a month, or the last; moved by some days.
  case nth(ordinal: Int, weekday: Int, month: Int, shift: Int)
  /// Days from western or Orthodox Easter.
  case easter(shift: Int, isOrthodox: Bool)
  /// A day of the tabular Islamic calendar, right to about a day, with its length in days.
  case islamic(month: Int, day: Int, days: Int)
  /// A day counted from a feast of the Hebrew calendar, with its length in days.
  case hebrew(feast: String, shift: Int, days: Int)
  /// A day listed in `movable_days.tsv`.
  case table(String)
  /// Either feast of the Islamic year that is called Eid.
  case eid
  /// A turning point of history, in EDTF, with its TIMEX3 value; both "-" for a name without a time.
  case past(edtf: String, value: String)
}

/// The names of `named_days.tsv` and `historical_anchors.tsv` by the hash of their first word.
struct NamedTimes: Sendable {
  struct Entry: Sendable {
    /// The words of the name as bytes, without marks; a capital must be one in the text.
    var words: [[UInt8]]
    var rule: NamedDayRule
    /// Words of which one must stand beside the name, in lower case; empty when none need.
    var beside: [[UInt8]]
    /// Whether one of the words is a month, so that the name looks like a date.
    var holdsMonth = false
    /// The year in which a turning point begins.
    var year: Int?
  }

  static let english = NamedTimes()

  private(set) var entries: [Entry] = []
  /// A bit for each number below 32 that names begin with, as "9" in "9/11".
  private var firstNumbers: UInt32 = 0
  /// Entries by first word, those of more words first.
  private var byFirstWord: [UInt32: [Int]] = [:]
  /// Month and day by list and year.
  private var movable: [String: [Int: (month: Int, day: Int)]] = [:]

  /// The first words of all names: 1 where all their names begin with a capital, else 2.
  var firstWords: [UInt32: UInt8] {
    byFirstWord.mapValues { indices in
      indices.allSatisfy { entries[$0].words[0][0] &- 0x41 < 26 } ? 1 : 2
    }
  }

  init() {
    for fields in Self.rows("movable_days.tsv") {
      let numbers = fields.dropFirst().compactMap { Int($0) }
      guard numbers.count == 3 else { continue }
      movable[fields[0], default: [:]][numbers[0]] = (numbers[1], numbers[2])
    }
    for fields in Self.rows("named_days.tsv") where fields.count == 3 {
      guard let rule = Self.rule(fields[1]) else { continue }
      let beside = fields[2] == "-" ? [] : fields[2].split(separator: " ").map { Array($0.utf8) }
      entries.append(Entry(words: Self.words(of: fields[0]), rule: rule, beside: beside))
    }
    for fields in Self.rows("historical_anchors.tsv") where fields.count == 3 {
      let words = Self.words(of: fields[0])
      entries.append(
        Entry(
          words: words, rule: .past(edtf: fields[1], value: fields[2]), beside: [],
          holdsMonth: words.contains(where: Self.isMonth),
          year: Int(fields[1].drop { $0 == "[" }.prefix(4))))
    }
    for entry in entries {
      let number = Int(String(decoding: entry.words[0], as: UTF8.self))
      if let number, number < 32 { firstNumbers |= 1 << UInt32(number) }
    }
    for (index, entry) in entries.enumerated() {
      byFirstWord[TimeWords.hash(of: entry.words[0]), default: []].append(index)
    }
    for (hash, indices) in byFirstWord {
      byFirstWord[hash] = indices.sorted { entries[$0].words.count > entries[$1].words.count }
    }
  }

  /// Whether some name begins with that number.
  func begins(withNumber number: Int32) -> Bool {
    number >= 0 && number < 32 && firstNumbers & (1 << UInt32(number)) != 0
  }

  /// The entries whose first word has that hash, those of more words first.
  func entries(startingWith hash: UInt32) -> [Int] { byFirstWord[hash] ?? [] }

  /// The first days of a rule in a year, each with its last day; none where it is not known.
  func days(_ rule: NamedDayRule, year: Int) -> [(first: CivilDay, last: CivilDay)] {
    let single: CivilDay?
    switch rule {
    case .fixed(let month, let day, let days):
      return CivilDay(year: year, month: month, day: day).map {
        [($0, $0.advanced(by: days - 1))]
      } ?? []
    case .nth(let ordinal, let weekday, let month, let shift):
      single = CivilDay(ordinal: ordinal, weekday: weekday, ofMonth: month, year: year)?
        .advanced(by: shift)
    case .easter(let shift, let isOrthodox):
      let sunday =
        isOrthodox
        ? JulianCalendar.easterSunday(year: year) : CivilDay.easterSunday(year: year)
      single = sunday?.advanced(by: shift)
    case .islamic(let month, let day, let days):
      return IslamicCalendar.days(month: month, day: day, inYear: year).map {
        ($0, $0.advanced(by: days - 1))
      }
    case .hebrew(let feast, let shift, let days):
      let first =
        switch feast {
        case "passover": HebrewCalendar.passover(year)
        case "hanukkah": HebrewCalendar.hanukkah(year)
        default: HebrewCalendar.newYear(year)
        }
      return [(first.advanced(by: shift), first.advanced(by: shift + days - 1))]
    case .table(let name):
      single = movable[name]?[year].flatMap {
        CivilDay(year: year, month: $0.month, day: $0.day)
      }
    case .eid:
      return [
        NamedDayRule.islamic(month: 10, day: 1, days: 1), .islamic(month: 12, day: 10, days: 1),
      ]
      .flatMap { self.days($0, year: year) }
    case .past: single = nil
    }
    return single.map { [($0, $0)] } ?? []
  }

  // MARK: Reading the tables

  private static func rows(_ file: String) -> [[String]] {
    guard let text = EmbeddedText.file(file) else { return [] }
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    return bytes.split(separator: UInt8(ascii: "\n")).filter { $0.first != UInt8(ascii: "#") }
      .map { line in
        line.split(separator: UInt8(ascii: "\t")).map { String(decoding: $0, as: UTF8.self) }
      }
  }

  /// Whether a word of a name is that of a month, with a capital as the names have it.
  private static func isMonth(_ word: [UInt8]) -> Bool {
    let months = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September", "Sept",
      "October", "November", "December",
    ]
    return months.contains(String(decoding: word, as: UTF8.self))
  }

  /// The words and numbers of a name, as the tokenizer cuts them.
  private static func words(of name: String) -> [[UInt8]] {
    TimeTokenizer.pieces(of: Array(name.utf8))
  }

  private static func rule(_ text: String) -> NamedDayRule? {
    let fields = text.split(separator: " ").map(String.init)
    let numbers = fields.compactMap { Int($0) }
    switch (fields.first, numbers.count) {
    case ("fixed", 2): return .fixed(month: numbers[0], day: numbers[1], days: 1)
    case ("fixed", 3): return .fixed(month: numbers[0], day: numbers[1], days: numbers[2])
    case ("nth", 3...4):
      return .nth(
        ordinal: numbers[0], weekday: numbers[1], month: numbers[2],
        shift: numbers.count == 4 ? numbers[3] : 0)
    case ("easter", 1): return .easter(shift: numbers[0], isOrthodox: false)
    case ("orthodox", 1): return .easter(shift: numbers[0], isOrthodox: true)
    case ("islamic", 3): return .islamic(month: numbers[0], day: numbers[1], days: numbers[2])
    case ("hebrew", 2): return .hebrew(feast: fields[1], shift: numbers[0], days: numbers[1])
    case ("eid", 0): return .eid
    case ("table", 0) where fields.count == 2: return .table(fields[1])
    default: return nil
    }
  }
}
