import Chronology
import Testing
import TimelineTestSupport

@Suite("EDTF: what is valid, what it covers, how it is printed")
struct EDTFTests {
  /// Text, first day, last day; `-` for an open or unknown end.
  static let valid = """
    1985-04-12 1985-04-12 1985-04-12
    1985-04 1985-04-01 1985-04-30
    1985 1985-01-01 1985-12-31
    1985-04-12T23:20:30 1985-04-12 1985-04-12
    1985-04-12T23:20:30Z 1985-04-12 1985-04-12
    1985-04-12T23:20:30-04 1985-04-12 1985-04-12
    1985-04-12T23:20:30+04:30 1985-04-12 1985-04-12
    1964/2008 1964-01-01 2008-12-31
    2004-06/2006-08 2004-06-01 2006-08-31
    2004-02-01/2005-02-08 2004-02-01 2005-02-08
    2004-02-01/2005-02 2004-02-01 2005-02-28
    2004-02-01/2005 2004-02-01 2005-12-31
    2005/2006-02 2005-01-01 2006-02-28
    Y170000002 170000002-01-01 170000002-12-31
    Y-170000002 -170000002-01-01 -170000002-12-31
    2001-21 2001-03-01 2001-05-31
    1984? 1984-01-01 1984-12-31
    2004-06~ 2004-06-01 2004-06-30
    2004-06-11% 2004-06-11 2004-06-11
    201X 2010-01-01 2019-12-31
    20XX 2000-01-01 2099-12-31
    2004-XX 2004-01-01 2004-12-31
    1985-04-XX 1985-04-01 1985-04-30
    1985-XX-XX 1985-01-01 1985-12-31
    1985-04-12/.. 1985-04-12 -
    1985-04/.. 1985-04-01 -
    1985/.. 1985-01-01 -
    ../1985-04-12 - 1985-04-12
    ../1985-04 - 1985-04-30
    ../1985 - 1985-12-31
    1985-04-12/ 1985-04-12 -
    1985-04/ 1985-04-01 -
    1985/ 1985-01-01 -
    /1985-04-12 - 1985-04-12
    /1985-04 - 1985-04-30
    /1985 - 1985-12-31
    -1985 -1985-01-01 -1985-12-31
    Y-17E7 -170000000-01-01 -170000000-12-31
    1950S2 1900-01-01 1999-12-31
    Y171010000S3 171000000-01-01 171999999-12-31
    Y3388E2S3 338000-01-01 338999-12-31
    2001-34 2001-04-01 2001-06-30
    [1667,1668,1670..1672] 1667-01-01 1672-12-31
    [..1760-12-03] - 1760-12-03
    [1760-12..] 1760-12-01 -
    [1760-01,1760-02,1760-12..] 1760-01-01 -
    [1667,1760-12] 1667-01-01 1760-12-31
    [..1984] - 1984-12-31
    {1667,1668,1670..1672} 1667-01-01 1672-12-31
    {1960,1961-12} 1960-01-01 1961-12-31
    {..1984} - 1984-12-31
    2004-06-11% 2004-06-11 2004-06-11
    2004-06~-11 2004-06-11 2004-06-11
    2004?-06-11 2004-06-11 2004-06-11
    ?2004-06-~11 2004-06-11 2004-06-11
    2004-%06-11 2004-06-11 2004-06-11
    2004-06-~01/2004-06-~20 2004-06-01 2004-06-20
    2004-06-XX/2004-07-03 2004-06-01 2004-07-03
    2004?-06 2004-06-01 2004-06-30
    -0431?-06-11 -0431-06-11 -0431-06-11
    156X-12-25 1560-12-25 1569-12-25
    15XX-12-25 1500-12-25 1599-12-25
    XXXX-12-XX 0000-12-01 9999-12-31
    1XXX-XX 1000-01-01 1999-12-31
    1XXX-12 1000-12-01 1999-12-31
    1984-1X 1984-10-01 1984-12-31
    2016-02-29 2016-02-29 2016-02-29
    """

  @Test func validTextsCoverTheirDays() throws {
    for line in Self.valid.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      let edtf = try EDTF(fields[0])
      #expect(edtf.span.earliest?.description ?? "-" == fields[1], "\(fields[0])")
      #expect(edtf.span.latest?.description ?? "-" == fields[2], "\(fields[0])")
      #expect(edtf.description == fields[0], "printed otherwise than the specification writes it")
      let again = try EDTF(edtf.description)
      #expect(again == edtf, "\(fields[0]) printed as \(edtf)")
    }
  }

  /// Text and the byte at which reading it must stop.
  static let invalid = """
    2015-02-30 8
    2015-13 5
    2015-00 5
    18 0
    2015-2 6
    2015/2014 9
    2015-04-31 8
    [2015 5
    2015-21-01 7
    2015~~ 5
    foo 0
    2004-06-11%T10:00:00Z 11
    2004-06-XXT10:00:00 10
    19XXS3 6
    1950S9 6
    1985-04-12T25:00:00 11
    / 1
    -0000 1
    """

  @Test func invalidTextsSayWhere() {
    for line in Self.invalid.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      do throws(EDTFError) {
        let edtf = try EDTF(fields[0])
        Issue.record("\(fields[0]) was read as \(edtf)")
      } catch {
        #expect(error.position == Int(fields[1]), "\(fields[0]): \(error)")
        #expect(!error.expectation.isEmpty)
      }
    }
  }

  @Test func emptyIsNoDate() {
    #expect(throws: EDTFError.self) { try EDTF("") }
  }

  @Test func aMissingDayIsNamed() {
    #expect {
      try EDTF("2015-02-30")
    } throws: { error in
      "\(error)".contains("February 2015 has no day 30")
    }
  }

  /// Texts made from the grammar: what prints must be read as the same value again.
  @Test func whatIsPrintedIsReadAgain() throws {
    let seed: UInt64 = 20_261_123
    var random = SeededGenerator(seed: seed)
    var tried = 0
    for _ in 0..<5_000 {
      let text = Self.anyText(&random)
      guard let edtf = try? EDTF(text) else { continue }
      tried += 1
      let again = try? EDTF(edtf.description)
      #expect(again == edtf, "seed \(seed): \(text) printed as \(edtf)")
      if let first = edtf.span.earliest, let last = edtf.span.latest {
        #expect(first <= last, "seed \(seed): \(text)")
      }
      #expect(!DateText.short(edtf).isEmpty, "seed \(seed): \(text)")
    }
    #expect(tried > 2_000, "only \(tried) of 5,000 texts were dates")
  }

  private static func anyText(_ random: inout SeededGenerator) -> String {
    func mark() -> String { ["", "", "", "?", "~", "%"].randomElement(using: &random) ?? "" }
    func date() -> String {
      let years = ["2018", "1984", "0044", "201X", "19XX", "-0043", "Y12345", "1950S2", "1XXX"]
      let year = years.randomElement(using: &random) ?? "2018"
      if year.hasPrefix("Y") || year.contains("S") { return year + mark() }
      let month =
        ["01", "02", "06", "12", "XX", "1X", "21", "34", "41"]
        .randomElement(using: &random) ?? "01"
      let day = ["01", "10", "28", "31", "XX", "2X"].randomElement(using: &random) ?? "01"
      switch Int.random(in: 0..<4, using: &random) {
      case 0: return year + mark()
      case 1: return mark() + year + "-" + month + mark()
      case 2: return year + mark() + "-" + mark() + month + "-" + mark() + day
      default: return year + "-" + month + "-" + day + mark()
      }
    }
    switch Int.random(in: 0..<6, using: &random) {
    case 0: return date() + "/" + date()
    case 1: return date() + "/" + (["", ".."].randomElement(using: &random) ?? "")
    case 2: return (["", ".."].randomElement(using: &random) ?? "") + "/" + date()
    case 3: return "[" + date() + ".." + date() + "]"
    case 4: return "{" + date() + "," + date() + "}"
    default: return date()
    }
  }
}
