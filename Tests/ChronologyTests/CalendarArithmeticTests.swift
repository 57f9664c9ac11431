import Chronology
import Testing
import TimelineTestSupport

@Suite("Weeks, months, quarters, fiscal years, Julian dates")
struct CalendarArithmeticTests {
  private func day(_ text: String) throws -> CivilDay {
    try #require(CivilDay(iso: text), "\(text)")
  }

  @Test func weeksAroundNewYear() throws {
    // ISO 8601 and the calendars of those years.
    let table = [
      ("2018-12-31", "2019-W01"), ("2019-12-30", "2020-W01"), ("2021-01-01", "2020-W53"),
      ("2016-01-03", "2015-W53"), ("2018-04-22", "2018-W16"), ("2018-01-01", "2018-W01"),
      ("0000-01-02", "-0001-W52"),
    ]
    for (text, week) in table { #expect(try day(text).isoWeek.description == week, "\(text)") }
    #expect(ISOWeek.count(inYear: 2020) == 53)
    #expect(ISOWeek.count(inYear: 2018) == 52)
    #expect(ISOWeek(year: 2018, week: 53) == nil)
    #expect(ISOWeek(year: 2018, week: 16)?.span.earliest?.description == "2018-04-16")
  }

  @Test func everyDayLiesInItsWeek() throws {
    let first = try day("1890-01-01").julianDayNumber
    for number in stride(from: first, to: first + 100_000, by: 13) {
      let day = CivilDay(julianDayNumber: number)
      let week = day.isoWeek
      #expect(week.day(weekday: day.weekday) == day)
      #expect(ISOWeek(year: week.year, week: week.week) == week)
      #expect(week.advanced(by: 60).advanced(by: -60) == week)
    }
  }

  @Test func monthsAreAddedWithoutInventingDays() throws {
    let table = [
      ("2018-01-31", 1, "2018-02-28"), ("2016-01-31", 1, "2016-02-29"),
      ("2018-03-31", -1, "2018-02-28"), ("2018-11-15", 3, "2019-02-15"),
      ("2018-01-15", -13, "2016-12-15"), ("0000-01-15", -1, "-0001-12-15"),
    ]
    for (text, months, expected) in table {
      #expect(try day(text).advanced(byMonths: months).description == expected, "\(text) \(months)")
    }
    #expect(try day("2016-02-29").advanced(byYears: 1).description == "2017-02-28")
  }

  @Test func quarters() throws {
    let quarter = Quarter(holding: try day("2018-05-14"))
    #expect(quarter.description == "2018-Q2")
    #expect(quarter.advanced(by: -6).description == "2016-Q4")
    #expect(quarter.span.latest?.description == "2018-06-30")
    #expect(Quarter(year: 2018, number: 5) == nil)
    for shift in -40...40 { #expect(quarter.advanced(by: shift).advanced(by: -shift) == quarter) }
  }

  @Test func fiscalYearsAreCalledByTheYearTheyEndIn() throws {
    let pakistan = try #require(FiscalYear(ending: 2015, startMonth: 7))
    #expect(pakistan.span.earliest?.description == "2014-07-01")
    #expect(pakistan.span.latest?.description == "2015-06-30")
    #expect(pakistan.span(ofQuarter: 3)?.earliest?.description == "2015-01-01")
    #expect(pakistan.span(ofQuarter: 5) == nil)
    #expect(FiscalYear(holding: try day("2014-08-14"), startMonth: 7)?.ending == 2015)
    #expect(FiscalYear(holding: try day("2014-06-30"), startMonth: 7)?.ending == 2014)
    #expect(FiscalYear(ending: 2018, startMonth: 1)?.span == .year(2018))
    #expect(FiscalYear(ending: 2018, startMonth: 13) == nil)
    for month in 1...12 {
      let year = try #require(FiscalYear(ending: 2020, startMonth: month))
      let next = try #require(FiscalYear(ending: 2021, startMonth: month))
      #expect(SpanRelation(of: year.span, to: next.span) == .meets, "from month \(month)")
      for number in 1...3 {
        let quarter = try #require(year.span(ofQuarter: number))
        let after = try #require(year.span(ofQuarter: number + 1))
        #expect(SpanRelation(of: quarter, to: after) == .meets)
      }
      #expect(year.span(ofQuarter: 4)?.latest == year.span.latest)
    }
  }

  @Test func julianDates() throws {
    // The October Revolution, the last Julian day of Spain, the first day of the count.
    #expect(JulianCalendar.day(year: 1917, month: 10, day: 25)?.description == "1917-11-07")
    #expect(JulianCalendar.day(year: 1582, month: 10, day: 4)?.description == "1582-10-14")
    #expect(JulianCalendar.day(year: -4712, month: 1, day: 1)?.julianDayNumber == 0)
    #expect(JulianCalendar.day(year: 1900, month: 2, day: 29)?.description == "1900-03-13")
    #expect(JulianCalendar.day(year: 1901, month: 2, day: 29) == nil)
    for number in stride(from: -200_000, to: 3_000_000, by: 379) {
      let day = CivilDay(julianDayNumber: number)
      let parts = JulianCalendar.parts(of: day)
      #expect(JulianCalendar.day(year: parts.year, month: parts.month, day: parts.day) == day)
    }
  }

  @Test func weekdaysOfMonths() {
    #expect(
      CivilDay(ordinal: 4, weekday: 4, ofMonth: 11, year: 2018)?.description == "2018-11-22")
    #expect(CivilDay(ordinal: -1, weekday: 1, ofMonth: 5, year: 2018)?.description == "2018-05-28")
    #expect(CivilDay(ordinal: 5, weekday: 1, ofMonth: 2, year: 2018) == nil)
    #expect(CivilDay(ordinal: 0, weekday: 1, ofMonth: 2, year: 2018) == nil)
  }

  /// Easter Sundays of both calendars as almanacs give them.
  @Test func easter() {
    let table = [
      (1818, "1818-03-22", "1818-04-26"), (1943, "1943-04-25", "1943-04-25"),
      (2000, "2000-04-23", "2000-04-30"), (2016, "2016-03-27", "2016-05-01"),
      (2018, "2018-04-01", "2018-04-08"), (2019, "2019-04-21", "2019-04-28"),
      (2025, "2025-04-20", "2025-04-20"),
    ]
    for (year, western, orthodox) in table {
      #expect(CivilDay.easterSunday(year: year).description == western)
      #expect(JulianCalendar.easterSunday(year: year)?.description == orthodox)
    }
  }
}
