import Chronology
import Testing
import TimelineIngest
import TimelineModel

/// What users of other tools complain of most, held for events as they are stored.
///
/// False precision, dates counted from today, the wrong direction, a year that becomes its first
/// day.
@Suite("Dates of events in prose")
struct DatedEventTests {
  private func dates(_ text: String, published: String? = nil) throws -> String {
    var document = Document(name: "text", utf8: Array(text.utf8))
    if let published {
      let date = EventDate(edtf: try EDTF(published))
      document.published = PublicationDate(
        edtf: published, span: date.span, origin: .sidecar, evidence: published)
    }
    return Ingester().extract(document).mentions.map { mention in
      let date = mention.description.date
      let flags = (date.approximate ? " about" : "") + (date.uncertain ? " doubtful" : "")
      let bounds = [date.span.earliest, date.span.latest].map { $0?.description ?? "-" }
      return (date.edtf ?? "undated") + " " + bounds.joined(separator: " ") + flags
    }.joined(separator: "; ")
  }

  /// Publication day or `-`, the end of the sentence, EDTF with earliest and latest day.
  static let table = """
    -|before June 2014|/2014-05-31 - 2014-05-31
    -|after 2014|2015-01-01/ 2015-01-01 -
    -|about 2014|2014~ 2014-01-01 2014-12-31 about
    -|in 2014|2014 2014-01-01 2014-12-31
    -|in May 2014|2014-05 2014-05-01 2014-05-31
    -|in early May 2014|[2014-05-01..2014-05-10] 2014-05-01 2014-05-10
    -|in the week of 3 March 2014|[2014-03-03..2014-03-09] 2014-03-03 2014-03-09
    -|in the first nine months of 2015|2015-01/2015-09 2015-01-01 2015-09-30
    -|in FY2014-15|[2014..2015] 2014-01-01 2015-12-31
    -|in the third quarter of 2015|2015-35 2015-07-01 2015-09-30
    -|between 2014 and 2018|[2014..2018] 2014-01-01 2018-12-31
    -|after World War II|1945-09-03/ 1945-09-03 - about
    -|on Easter Sunday 2016|2016-03-27 2016-03-27 2016-03-27
    -|on 12/03/2015|[2015-03-12,2015-12-03] 2015-03-12 2015-12-03 doubtful
    -|last Friday|undated - -
    -|in Paris two years ago|undated - -
    2018-05-07|last Friday|2018-05-04 2018-05-04 2018-05-04
    2018-05-07|in November|2017-11 2017-11-01 2017-11-30
    2018-01-03|on Dec. 28|2017-12-28 2017-12-28 2017-12-28
    """

  @Test func datesAreNoMorePreciseThanTheText() throws {
    for line in Self.table.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      let text = "India and France signed an arms deal \(fields[1])."
      let found = try dates(text, published: fields[0] == "-" ? nil : fields[0])
      #expect(found == fields[2], "\(text)")
    }
  }

  @Test func forecastsKeepTheirOpenEnds() throws {
    let text = "India will buy 36 fighters from France "
    #expect(try dates(text + "no later than 2020.") == "[..2020] - 2020-12-31")
    #expect(try dates(text + "not before June 2020.") == "[2020-06..] 2020-06-01 -")
  }
}
