import Chronology
import Testing

@Suite("Civil days")
struct CivilDayTests {
  @Test func everyDayOfTwentyThousandYearsComesBack() throws {
    let first = try #require(CivilDay(year: -10_000, month: 1, day: 1)).julianDayNumber
    let last = try #require(CivilDay(year: 10_000, month: 12, day: 31)).julianDayNumber
    var previous: (year: Int, month: Int, day: Int)?
    for number in stride(from: first, through: last, by: 1) {
      let parts = CivilDay(julianDayNumber: number).parts
      if number % 97 == 0 {
        let again = CivilDay(year: parts.year, month: parts.month, day: parts.day)
        guard again?.julianDayNumber == number else {
          Issue.record("day \(number) is \(parts) and comes back as \(String(describing: again))")
          return
        }
      }
      if let previous, parts.day != 1, parts.day != previous.day + 1 {
        Issue.record("day \(number): \(parts) follows \(previous)")
        return
      }
      previous = parts
    }
  }

  @Test func knownDays() {
    #expect(CivilDay(year: 2000, month: 1, day: 1)?.julianDayNumber == 2_451_545)
    #expect(CivilDay(year: 1858, month: 11, day: 17)?.julianDayNumber == 2_400_001)
    #expect(CivilDay(year: -4713, month: 11, day: 24)?.julianDayNumber == 0)
    #expect(CivilDay(year: 2018, month: 4, day: 22)?.weekday == 7)
    #expect(CivilDay(year: 2026, month: 11, day: 23)?.weekday == 1)
    #expect(CivilDay(year: 1900, month: 2, day: 29) == nil)
    #expect(CivilDay(iso: "2016-02-29")?.description == "2016-02-29")
    #expect(CivilDay(iso: "2015-02-30") == nil)
  }
}
