import Chronology
import Testing
import TimelineTestSupport

@Suite("Dates as people print them")
struct DateTextTests {
  static let table = """
    2014|2014
    2018-02|Feb 2018
    2018-04-22|22 Apr 2018
    2018-04-22/2018-04-23|22–23 Apr 2018
    2018-04-22/2018-05-03|22 Apr – 3 May 2018
    2017-12-30/2018-01-02|30 Dec 2017 – 2 Jan 2018
    2015-03/2015-06|Mar–Jun 2015
    2014/2018|2014–2018
    [2014..2018]|between 2014 and 2018
    [2018-04-01..2018-04-10]|early Apr 2018
    [2018-02-21..2018-02-28]|late Feb 2018
    [2016-05..2016-08]|mid 2016
    [1990..1993]|early 1990s
    [1834..1866]|mid 19th century
    [2018-04-16..2018-04-22]|week of 16 Apr 2018
    [2018-04-17..2018-04-22]|between 17 and 22 Apr 2018
    [2018-04-17..2018-05-02]|between 17 Apr and 2 May 2018
    [2018-12-17..2019-01-02]|between 17 Dec 2018 and 2 Jan 2019
    2018-04~|~Apr 2018
    2010~|~2010
    1984?|1984?
    [..2018-06]|by Jun 2018
    /2018-06|by Jun 2018
    ../2018-06|by Jun 2018
    2014/..|since 2014
    [2014..]|2014 or later
    [2018-04-01~..2018-04-10?]|~early Apr 2018?
    0044-03-15|15 Mar 44 CE
    2018-24|winter 2018–19
    2015-34|Q2 2015
    2015-40|1st half of 2015
    2015-21|spring 2015
    199X|1990s
    1XXX|between 1000 and 1999
    1950S2|between 1900 and 1999
    18XX|19th century
    2004-06-XX|Jun 2004
    -0043|44 BCE
    [2015-03-12,2015-12-03]|12 Mar 2015 or 3 Dec 2015
    not a date|not a date
    """

  @Test func tableForms() {
    for line in Self.table.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      #expect(DateText.short(fields[0]) == fields[1])
    }
  }

  static let long = """
    2018-04~|about April 2018
    2018-04-22/2018-04-23|22–23 April 2018
    [..2018-06]|by June 2018
    1984?|1984 (uncertain)
    1984%|about 1984 (uncertain)
    2015-34|2nd quarter of 2015
    [2018-04-01~..2018-04-10?]|about early April 2018 (uncertain)
    """

  @Test func longForms() {
    for line in Self.long.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      #expect(DateText.long(fields[0]) == fields[1])
    }
  }

  /// A day of the month is written only where the date states one.
  @Test func coarseDatesShowNoDay() throws {
    let seed: UInt64 = 2_018
    var random = SeededGenerator(seed: seed)
    let months = DateWordsOfMonths.all
    for _ in 0..<4_000 {
      let text = Self.coarse(&random)
      let edtf = try EDTF(text)
      for written in [DateText.short(edtf), DateText.long(edtf)] {
        let words = written.split { " –-~?".contains($0) }.map(String.init)
        for (word, next) in zip(words, words.dropFirst())
        where months.contains(String(next.prefix(3))) {
          #expect(
            Int(word) == nil || word.count == 4, "seed \(seed): \(text) is written \(written)")
        }
      }
    }
  }

  private enum DateWordsOfMonths {
    static let all: Set = [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
  }

  /// A text of month granularity or coarser, or a part of a month.
  private static func coarse(_ random: inout SeededGenerator) -> String {
    let year = Int.random(in: 1900...2030, using: &random)
    let month = Int.random(in: 1...12, using: &random)
    let next = Int.random(in: month...12, using: &random)
    let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
    let first = "\(year)-\(two(month))"
    let part = PartOfPeriod.Part.allCases.randomElement(using: &random) ?? .early
    let mark = ["", "~", "?", "%"].randomElement(using: &random) ?? ""
    switch Int.random(in: 0..<8, using: &random) {
    case 0: return first + mark
    case 1: return first + "-XX"
    case 2: return "\(first)/\(year)-\(two(next))"
    case 3: return "[\(first)..\(year)-\(two(next))]"
    case 4: return PartOfPeriod(part, of: .month(month, year: year)).edtf
    case 5: return "[..\(first)]"
    case 6: return "\(first)\(mark)/.."
    default: return "{\(first),\(year + 1)-\(two(next))}"
    }
  }
}
