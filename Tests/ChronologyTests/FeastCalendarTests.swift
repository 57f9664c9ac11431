import Chronology
import Testing

@Suite("Feasts of other calendars")
struct FeastCalendarTests {
  /// Days as published by those who keep them.
  @Test func hebrewFeasts() {
    let newYears = [
      2014: "2014-09-25", 2015: "2015-09-14", 2016: "2016-10-03", 2017: "2017-09-21",
      2018: "2018-09-10", 2019: "2019-09-30", 2020: "2020-09-19", 1998: "1998-09-21",
      2023: "2023-09-16", 1973: "1973-09-27",
    ]
    for (year, day) in newYears {
      #expect(HebrewCalendar.newYear(year).description == day)
    }
    let passovers = [
      2014: "2014-04-15", 2016: "2016-04-23", 2018: "2018-03-31", 2020: "2020-04-09",
    ]
    for (year, day) in passovers {
      #expect(HebrewCalendar.passover(year).description == day)
    }
    let hanukkahs = [
      2014: "2014-12-17", 2016: "2016-12-25", 2018: "2018-12-03", 2019: "2019-12-23",
    ]
    for (year, day) in hanukkahs {
      #expect(HebrewCalendar.hanukkah(year).description == day)
    }
  }

  /// Within a day of the sightings: first of Ramadan, the feast that ends it, the feast of
  /// sacrifice, the new year.
  @Test func islamicFeasts() throws {
    let feasts: [(month: Int, day: Int, year: Int, seen: String)] = [
      (9, 1, 2014, "2014-06-28"), (9, 1, 2016, "2016-06-06"), (9, 1, 2018, "2018-05-16"),
      (9, 1, 2020, "2020-04-24"), (10, 1, 2015, "2015-07-17"), (10, 1, 2018, "2018-06-15"),
      (10, 1, 2021, "2021-05-13"), (12, 10, 2016, "2016-09-12"), (12, 10, 2018, "2018-08-21"),
      (1, 1, 2018, "2018-09-11"),
    ]
    for feast in feasts {
      let days = IslamicCalendar.days(month: feast.month, day: feast.day, inYear: feast.year)
      #expect(days.count == 1, "\(feast)")
      let seen = try #require(CivilDay(iso: feast.seen))
      #expect(days.allSatisfy { abs($0.distance(to: seen)) <= 1 }, "\(feast): \(days)")
    }
    #expect(IslamicCalendar.days(month: 9, day: 1, inYear: 2030).count == 2)
    #expect(IslamicCalendar.day(year: 1439, month: 13, day: 1) == nil)
  }

  /// Every year has its day, and never three.
  @Test func noYearIsLeftOut() {
    for year in 1000...2500 {
      let count = IslamicCalendar.days(month: 9, day: 1, inYear: year).count
      #expect(count == 1 || count == 2, "\(year)")
      #expect(HebrewCalendar.newYear(year).year == year)
    }
  }
}
