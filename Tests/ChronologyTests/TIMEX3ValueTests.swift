import Chronology
import Testing
import TimelineTestSupport

@Suite("TIMEX3 values: read, printed, mapped to days")
struct TIMEX3ValueTests {
  /// Value, first day, last day; `-` where it covers no known days.
  static let table = """
    2018 2018-01-01 2018-12-31
    2018-04 2018-04-01 2018-04-30
    2018-04-22 2018-04-22 2018-04-22
    2018-W16 2018-04-16 2018-04-22
    2018-W16-7 2018-04-22 2018-04-22
    2018-W16-WE 2018-04-21 2018-04-22
    2020-W53 2020-12-28 2021-01-03
    2018-Q2 2018-04-01 2018-06-30
    2018-QX 2018-01-01 2018-12-31
    2018-H1 2018-01-01 2018-06-30
    2018-FA 2018-09-01 2018-11-30
    2018-WI 2018-12-01 2019-02-28
    2018-XX 2018-01-01 2018-12-31
    2018-04-XX 2018-04-01 2018-04-30
    2018-WXX 2018-01-01 2018-12-31
    199 1990-01-01 1999-12-31
    19 1900-01-01 1999-12-31
    2 2000-01-01 2999-12-31
    201X 2010-01-01 2019-12-31
    BC0044 -0043-01-01 -0043-12-31
    BC0044-03-15 -0043-03-15 -0043-03-15
    BC04 -0498-01-01 -0399-12-31
    XXXX - -
    XXXX-04 - -
    XXXX-12-25 - -
    XXXX-WXX-1 - -
    2018-WXX-1 - -
    FA - -
    TNI - -
    T08:00 - -
    2018-04-22TMO 2018-04-22 2018-04-22
    2018-04-22T20:30 2018-04-22 2018-04-22
    2018-04-22T20:30:15.5Z 2018-04-22 2018-04-22
    2018-04-22T20:30-05:00 2018-04-22 2018-04-22
    2018-04-22T24:00 2018-04-22 2018-04-22
    2018-04-22TXX 2018-04-22 2018-04-22
    XXXX-XX-XXT09:00 - -
    PAST_REF - -
    PRESENT_REF - -
    FUTURE_REF - -
    P2W - -
    PXY - -
    P2.5Y - -
    P1Y6M - -
    PT2H30M - -
    P1DT12H - -
    PXDE - -
    P1CE - -
    P1ML - -
    P2WE - -
    P3Q - -
    P1FA - -
    PT1NI - -
    """

  @Test func validValuesCoverTheirDaysAndPrintAgain() throws {
    for line in Self.table.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      let value = try TIMEX3Value(fields[0])
      #expect(value.span?.earliest?.description ?? "-" == fields[1], "\(fields[0])")
      #expect(value.span?.latest?.description ?? "-" == fields[2], "\(fields[0])")
      #expect(value.description == fields[0])
    }
  }

  @Test func referencesLieAroundTheDayTheyAreSaidOn() throws {
    let day = try #require(CivilDay(year: 2018, month: 4, day: 22))
    #expect(try TIMEX3Value("PAST_REF").span(saidOn: day) == DaySpan(earliest: nil, latest: day))
    #expect(try TIMEX3Value("PRESENT_REF").span(saidOn: day) == DaySpan(day))
    #expect(try TIMEX3Value("FUTURE_REF").span(saidOn: day) == DaySpan(earliest: day, latest: nil))
    #expect(try TIMEX3Value("2017").span(saidOn: day) == .year(2017))
  }

  /// Text and the byte at which reading it must stop.
  static let invalid = """
    2018-W54 6
    2018-W00 6
    2018-W16-8 9
    2018-Q5 6
    2018-H3 6
    2018-13 5
    2018-02-30 8
    2018-4 5
    199-04 4
    20181 4
    2018-04-22TAB 11
    2018-04-22T25:00 11
    P 1
    PT 2
    P2 2
    P2H 2
    PXTH 2
    PT2W 3
    PASTREF 1
    spring 0
    """

  @Test func invalidValuesSayWhere() {
    for line in Self.invalid.split(separator: "\n") {
      let fields = line.split(separator: " ").map(String.init)
      do throws(EDTFError) {
        let value = try TIMEX3Value(fields[0])
        Issue.record("\(fields[0]) was read as \(value)")
      } catch {
        #expect(error.position == Int(fields[1]), "\(fields[0]): \(error)")
      }
    }
    #expect(throws: EDTFError.self) { try TIMEX3Value("") }
  }
}
