import Chronology
import Testing
import TimelineIngest
import TimelineModel

/// The forms of the time tagger: what is the expression, and what is its TIMEX3 value.
@Suite("Forms of time expressions")
struct TimeFormTests {
  /// The tagged phrases of a text with their values, "phrase=value" joined by "; ".
  static func tagged(_ text: String, published: String?) throws -> String {
    var document = Document(name: "test", utf8: Array(text.utf8))
    if let published {
      let date = EventDate(edtf: try EDTF(published))
      document.published = PublicationDate(
        edtf: published, span: date.span, origin: .sidecar, evidence: published)
    }
    return TimeTagger().tag(document).map { found in
      String(decoding: document.utf8[found.range], as: UTF8.self) + "=" + found.value
    }.joined(separator: "; ")
  }

  /// Holds every line `published|sentence|phrase=value; …`.
  static func check(_ table: String) throws {
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      let found = try tagged(fields[1], published: fields[0] == "-" ? nil : fields[0])
      #expect(found == fields[2], "\(fields[1])")
    }
  }

  @Test func lengths() throws {
    try Self.check(
      """
      -|The strike lasted two to three weeks.|two to three weeks=P2W
      -|They waited 1,460 days for it.|1,460 days=P1460D
      -|It took 2 1/2 years to build.|2 1/2 years=P2Y6M
      -|It took two and a half hours.|two and a half hours=PT2H30M
      -|He slept for half an hour.|half an hour=PT30M
      -|The bridge stood for a hundred and fifty years.|a hundred and fifty years=P150Y
      -|The talks ran for another seven weeks.|another seven weeks=P7W
      -|The lease was renewed for an additional year.|an additional year=P1Y
      -|A month-long siege followed.|month-long=P1M
      -|Over the past decade the port grew.|the past decade=P10Y
      -|It grew over three years.|three years=P3Y
      -|It held for over three years.|over three years=P3Y
      -|In the early years nobody came.|the early years=PXY
      -|Some days he walked.|Some days=PXD
      -|He walked for weeks.|weeks=PXW
      -|The mine yields $40 million a year in taxes.|a year=P1Y
      -|It can hold 300 trucks per day at most.|per day=P1D
      -|Three-quarters of the trees fell in a quarter of the park.|
      """)
  }

  @Test func partsOfYears() throws {
    try Self.check(
      """
      1994-11-10|Sales in this year's third quarter rose.|this year's third quarter=1994-Q3
      1994-11-10|Sales in the 1993 third quarter fell.|the 1993 third quarter=1993-Q3
      1994-11-10|It opened in October of last year.|October of last year=1993-10
      1994-11-10|In June 1991 he came; he left in October of that year.|June 1991=1991-06; October of that year=1991-10
      1994-11-10|The shop made a loss in fiscal 1993.|fiscal 1993=1993
      1994-11-10|Revenue for the year ended Aug. 31 doubled.|the year=P1Y; Aug. 31=1994-08-31
      1994-11-10|They hope to finish by year's end.|year's end=1994
      1994-11-10|It snowed earlier in the year.|earlier in the year=1994
      1994-11-10|He left this past spring.|this past spring=1994-SP
      -|The town was founded in the 9th century BC by traders.|the 9th century BC=BC08
      -|Prices rose in the nineties.|the nineties=199
      -|The first half of the regiment marched off.|
      -|In the last week of August 1918 it rained.|the last week of August 1918=P1W
      """)
  }

  @Test func numbersInWords() throws {
    try Self.check(
      """
      -|It began in nineteen forty-seven.|nineteen forty-seven=1947
      -|It began in January nineteen forty-seven.|January nineteen forty-seven=1947-01
      -|They met on July twenty-ninth, nineteen ninety six.|July twenty-ninth, nineteen ninety six=1996-07-29
      -|They met on the first of March 1951.|the first of March 1951=1951-03-01
      -|The approach of the year two thousand frightened them.|the year two thousand=2000
      -|Nineteen ninety-minute matches were played.|ninety-minute=PT90M
      """)
  }

  @Test func periodsInFocus() throws {
    try Self.check(
      """
      1994-11-10|Profit in the third quarter fell. It was higher a year earlier.|the third quarter=1994-Q3; a year earlier=1993-Q3
      1994-11-10|In March he resigned. The following month he left.|March=1994-03; The following month=1994-04
      1994-11-10|Net in the year-earlier period was lower.|the year-earlier period=1993-Q3
      1994-11-10|The fund lost again, traders said of the week.|the week=1994-W45
      """)
  }

  @Test func messagesSpeakOfTheirOwnDay() throws {
    try Self.check(
      """
      2014-05-03|Rainy morning, long week|morning=2014-05-03TMO; week=P1W
      2014-05-03|Tired right now|right now=PRESENT_REF
      """)
    let report =
      "The morning market closed. " + String(repeating: "Nothing else was sold. ", count: 9)
    #expect(try Self.tagged(report, published: "2014-05-03") == "")
  }

  @Test func clockTimes() throws {
    try Self.check(
      """
      2014-05-03|Doors open at 730pm and the last train leaves at 0530 hrs.|730pm=2014-05-03T19:30; 0530 hrs=2014-05-03T05:30
      2014-05-03|They meet at ten o'clock.|ten o'clock=2014-05-03T10:00
      -|At 11 a.m. on 4 March 1921 the guns fell silent.|11 a.m.=1921-03-04T11:00; 4 March 1921=1921-03-04
      2014-05-03|The vote is at 5 p.m. EST May 9 in the hall.|5 p.m. EST May 9=2014-05-09T17:00
      2014-05-03|The vote is set for Friday, 10 a.m.|Friday, 10 a.m.=2014-05-09T10:00
      """)
  }

  @Test func clausesThatLookAhead() throws {
    try Self.check(
      """
      1994-11-10|The talks are set to resume Monday in the old town hall.|Monday=1994-11-14
      1994-11-10|The envoys could return as soon as Tuesday.|Tuesday=1994-11-15
      1994-11-10|The owners gave them until Monday to sign the paper.|Monday=1994-11-14
      1994-11-10|The dividend will be paid Dec. 14 to holders.|Dec. 14=1994-12-14
      1994-11-10|Mr. Brown will succeed Daniel P. Green Feb. 1 as head.|Feb. 1=1995-02-01
      1994-11-10|The two sides are to meet Tuesday in the capital.|Tuesday=1994-11-15
      1994-11-10|The army may withdraw Monday, and the vote is Sunday.|Monday=1994-11-14; Sunday=1994-11-13
      1994-11-10|The company is releasing its results Tuesday.|Tuesday=1994-11-15
      1994-11-10|Ahead of Sunday's vote, both sides called for calm.|Sunday=1994-11-13
      1994-11-10|He said Monday that the talks broke down, and fled Tuesday.|Monday=1994-11-07; Tuesday=1994-11-08
      1994-11-10|The two met Monday; they agreed Tuesday to go on.|Monday=1994-11-07; Tuesday=1994-11-08
      1994-11-10|In March it brought in a new chief.|March=1994-03
      """)
  }

  @Test func yearsSharedByTwoDates() throws {
    try Self.check(
      """
      -|They fought between March and May 1921.|March=1921-03; May 1921=1921-05
      -|It ran from November 15 to February 15, 1989.|November 15=1988-11-15; February 15, 1989=1989-02-15
      -|In December 1916 they wrote. On 14 January came the reply.|December 1916=1916-12; 14 January=1917-01-14
      -|The war (264 to 241 BC) was long.|264=BC0264; 241 BC=BC0241
      """)
  }

  @Test func yearsAndCounts() throws {
    try Self.check(
      """
      -|Rome had a secret 1902 pact with France.|1902=1902
      -|The index fell to 1462.93 points.|
      -|He killed 1500 soldiers there.|
      1994-11-10|It blamed its 1993 recapitalization.|1993=1993
      """)
  }

  @Test func partsOfDays() throws {
    try Self.check(
      """
      1994-11-10|Snow fell late Tuesday night and early yesterday.|late Tuesday night=1994-11-08TNI; early yesterday=1994-11-09
      -|They left on the morning of January 31, 1979.|the morning of January 31, 1979=1979-01-31TMO
      1994-11-10|The call came at 3:30 in the afternoon.|3:30 in the afternoon=1994-11-10T15:30
      1994-11-10|The vote begins at 9 a.m. Friday, December 2, 1994.|9 a.m. Friday, December 2, 1994=1994-12-02T09:00
      1994-11-10|The delegates arrived Monday in three old buses that had been lent by the town, and at noon they ate in the long hall beside the river with the mayor, the clerks and the guards.|Monday=1994-11-07; noon=1994-11-07T12:00
      1994-11-10|On Friday the 18th they will go.|Friday the 18th=1994-11-18
      """)
  }

  @Test func countedFromOthers() throws {
    try Self.check(
      """
      1994-11-10|The work ends six months from now.|six months from now=1995-05
      1994-11-10|The work ends two weeks from next Tuesday.|two weeks from next Tuesday=1994-11-29
      -|In 1956 he rose again; two years before, he had fallen.|1956=1956; two years before=1954
      -|Some years ago there was a bridge.|Some years ago=PAST_REF
      1994-11-10|It stayed open all week; the whole year was quiet.|all week=P1W; the whole year=P1Y
      -|A yearlong study was read on Mondays.|yearlong=P1Y; Mondays=XXXX-WXX-1
      -|It was built in the mid-80s.|the mid-80s=198
      1994-11-10|In the first half, sales rose; first-half profit doubled.|the first half=1994-H1; first-half=1994-H1
      1994-11-10|They could not be found Monday after Tuesday's ruling.|Monday=1994-11-07; Tuesday=1994-11-08
      """)
  }

  @Test func halvesAndQuartersOfLongTimes() throws {
    try Self.check(
      """
      1994-11-10|It burnt down half a century ago.|half a century ago=1944
      1994-11-10|It burnt down a quarter century ago.|a quarter century ago=1969
      1994-11-10|It burnt down 20 years ago today.|20 years ago today=1974-11-10
      -|They waited an hour and a half, then two-and-a-half days.|an hour and a half=PT1H30M; two-and-a-half days=P2DT12H
      -|It opened in the summer of '89.|the summer of '89=1989-SU
      1994-11-10|Sales fell from the prior year.|the prior year=1993
      1994-11-10|These days the current owner lives there.|These days=PRESENT_REF; current=PRESENT_REF
      1994-11-10|They met at nine this morning and at 8:15 tonight.|nine this morning=1994-11-10T09:00; 8:15 tonight=1994-11-10T20:15
      1994-11-10|Doors open this Saturday, 730pm.|this Saturday, 730pm=1994-11-12T19:30
      """)
  }

  @Test func pairsAndOrdinals() throws {
    try Self.check(
      """
      1994-11-10|Sales fell in the second and third quarters.|the second=1994-Q2; third quarters=1994-Q3
      1994-11-10|They vote on the first Tuesday in November.|the first Tuesday in November=1994-11-01
      -|It closed on the last Friday of May 1990.|the last Friday of May 1990=1990-05-25
      1994-11-10|They met every second week.|every second week=P2W
      1994-11-10|The first fiscal quarter was good; fiscal '95 is near.|The first fiscal quarter=1994-Q1; fiscal '95=1995
      -|On 3 May 1916 he wrote; the next morning he was gone.|3 May 1916=1916-05-03; the next morning=1916-05-04TMO
      -|On 3 May 1916 he wrote. He had slept badly the night before.|3 May 1916=1916-05-03; the night before=1916-05-02TNI
      1994-11-10|She came the other day.|the other day=PAST_REF
      """)
  }

  @Test func timesThatAreNames() throws {
    try Self.check(
      """
      1994-11-10|The clerks told the Harbour Daily and City Today, two papers of the old town, that the shop is open 24 hours a day and seven days a week for all who come, even when it rains or snows there.|
      1994-11-10|He said so on 48 Hours, a programme that nobody in the whole valley had missed since it was first shown to them by the people of the old station, who were all 52 years old then and lived there.|
      1994-11-10|They met at two thirty.|two thirty=1994-11-10T02:30
      1994-11-10|Signals were seen at 1545 GMT.|1545 GMT=1994-11-10T15:45
      1994-11-10|He left 2 1/2 years ago.|2 1/2 years ago=1992-05
      1994-11-10|An H1-B form was found.|
      -|Twenty thirty-somethings came.|
      """)
  }

  @Test func datesOfHistories() throws {
    try Self.check(
      """
      -|In the spring of 431 BC and in AD 476 and A.D. 70 cities fell.|the spring of 431 BC=BC0431-SP; AD 476=0476; A.D. 70=0070
      -|Trade grew in the 480s BC.|the 480s BC=BC048
      -|It was settled in 1066 and walled c. 1200.|1066=1066; 1200=1200
      -|They starved in the winter of 1944-45.|the winter of 1944-45=1944-WI
      -|They landed on the night of 5-6 June 1944.|the night of 5-6 June 1944=1944-06-05TNI
      -|At dawn on 6 June 1944 they landed.|dawn=1944-06-06TMO; 6 June 1944=1944-06-06
      -|On 3 July 1863 it rained; on the morning of the 4th they left.|3 July 1863=1863-07-03; the morning of the 4th=1863-07-04TMO
      -|He had been there a few weeks before.|a few weeks before=PAST_REF
      -|The Thirty Years' War and the Six-Day War were long and short.|
      -|The custom lives to this day.|this day=PRESENT_REF
      -|In the last quarter of the 18th century it throve.|the last quarter of the 18th century=17
      """)
  }

  @Test func periodsThatReportsCompare() throws {
    try Self.check(
      """
      1994-11-10|Sales in the third quarter rose from the 1993 quarter.|the third quarter=1994-Q3; the 1993 quarter=1993-Q3
      1994-11-10|Sales in the third quarter rose from the comparable 1993 period.|the third quarter=1994-Q3; the comparable 1993 period=1993-Q3
      1994-11-10|Sales in the third quarter rose from a month earlier.|the third quarter=1994-Q3; a month earlier=1994-10
      1994-11-10|It lost money in the most recent quarter and in the latest nine months.|the most recent quarter=1994-Q3; the latest nine months=P9M
      1994-11-10|It earned more in the year-earlier second quarter.|the year-earlier second quarter=1993-Q2
      1994-11-10|It earned more in the prior-year quarter.|the prior-year quarter=1993-Q3
      1994-11-10|It grew in the first three quarters of 1993.|the first three quarters=P9M; 1993=1993
      1994-11-10|They will build in the early part of next year and the latter part of 1996.|the early part of next year=1995; the latter part of 1996=1996
      1994-11-10|He worked four hours a day for the last year and a half.|four hours=PT4H; the last year and a half=P1Y6M
      1994-11-10|As recently as last month they met.|last month=1994-10
      1994-11-10|It lost money in fiscal 1995's third quarter and in the same nine months for the full year.|fiscal 1995's third quarter=1995-Q3; the same nine months=P9M; the full year=1994
      1994-11-10|The bridge was closed two years back.|two years back=1992
      """)
  }

  @Test func daysOfOtherWeeks() throws {
    try Self.check(
      """
      1994-11-10|They met on Friday of last week and meet on Tuesday of next week.|Friday of last week=1994-11-04; Tuesday of next week=1994-11-15
      1994-11-10|They met last Friday night.|last Friday night=1994-11-04TNI
      1994-11-10|They met at least a month ago.|at least a month ago=1994-10
      1994-11-10|The quake came at 10 p.m. (0300 GMT).|10 p.m.=1994-11-10T22:00; 0300 GMT=1994-11-10T03:00
      1994-11-10|They will open by late summer.|late summer=1995-SU
      """)
  }

  @Test func monthsAndDecadesCutShort() throws {
    try Self.check(
      """
      1994-11-10|The index has doubled since last Oct. 19.|last Oct. 19=1994-10-19
      1994-11-10|They open this April 1995.|this April 1995=1995-04
      -|Rents rose in the late '70s and the '80s; she was in her early 40s.|the late '70s=197; the '80s=198
      1994-11-10|It is paid every four to six weeks.|every four to six weeks=P4W
      1994-11-10|It lost money in its first nine months.|first nine months=P9M
      1994-11-10|Little will change in the near term.|the near term=FUTURE_REF
      """)
  }

  @Test func roundNumbersAndHabits() throws {
    try Self.check(
      """
      -|It stood for hundreds of years, then for half a dozen years more, then a full year.|hundreds of years=PXY; half a dozen years=P6Y; a full year=P1Y
      1994-11-10|They sing on Sunday nights.|Sunday nights=XXXX-WXX-7TNI
      1994-11-10|Sales fell in the year's third quarter but rose in the following quarter.|the year's third quarter=1994-Q3; the following quarter=1994-Q4
      """)
  }
}
