import Chronology
import Testing

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
}
