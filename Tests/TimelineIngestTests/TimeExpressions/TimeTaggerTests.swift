import Chronology
import Testing
import TimelineIngest
import TimelineModel
import TimelineTestSupport

@Suite("Dates found and read in prose")
struct TimeTaggerTests {
  private func tag(_ text: String, published: String? = nil) throws -> [TimeExpression] {
    var document = Document(name: "test", utf8: Array(text.utf8))
    if let published {
      let date = EventDate(edtf: try EDTF(published))
      document.published = PublicationDate(
        edtf: published, span: date.span, origin: .sidecar, evidence: published)
    }
    return TimeTagger().tag(document)
  }

  /// Publication day or `-`, sentence, expected EDTF dates in order.
  static let table = """
    -|They met in early April 2018.|[2018-04-01..2018-04-10]
    -|He came on 22-23 April 2018 to talk.|2018-04-22/2018-04-23,2018-04-22/2018-04-23
    -|It was signed on April 22, 2018 in Rome.|2018-04-22
    -|On the 25th of October 2015 they spoke.|2015-10-25
    -|It lasted from March to June 2015.|2015-03/2015-06,2015-03/2015-06
    -|Between 2014 and 2018 they fought.|[2014..2018],[2014..2018]
    -|It will be listed by June 2018.|[..2018-06]
    -|They have traded since 2014.|2014/..
    -|The war of 1914-18 ended it.|1914/1918,1914/1918
    -|In the 1990s trade grew.|199X
    -|In the third quarter of 2015 sales fell.|2015-35
    -|He read it on 12/03/2015.|[2015-03-12,2015-12-03]
    -|Rain fell in mid-2016.|[2016-05..2016-08]
    2018-05-07|They met on 22-23 April.|2018-04-22/2018-04-23,2018-04-22/2018-04-23
    2018-05-07|They met last Friday.|2018-05-04
    2018-05-07|They will meet on Friday.|2018-05-11
    2018-05-07|They met last year.|2017
    2018-05-07|He resigned in February.|2018-02
    2018-05-07|He will resign in February.|2019-02
    2018-05-07|He left two years ago.|2016
    2018-05-07|He left last week.|[2018-04-30..2018-05-06]
    2018-05-07|He spoke yesterday.|2018-05-06
    2018-01-03|It was signed on Dec. 28.|2017-12-28
    """

  @Test func datesOfSentences() throws {
    for line in Self.table.split(separator: "\n") {
      let fields = line.split(separator: "|").map(String.init)
      let dates = try tag(fields[1], published: fields[0] == "-" ? nil : fields[0])
        .compactMap { $0.date?.edtf }
      #expect(dates.joined(separator: ",") == fields[2], "\(fields[1])")
    }
  }

  @Test func numbersThatAreNoDates() throws {
    let sentences = [
      "It bought Su-35 and S-400 systems and 2,000 rifles.", "He may march on.",
      "Resolution 1973 was adopted.", "The Orion 1980 flew.", "It cost $1990.",
      "About 2000 men fell.", "Wait a second.",
    ]
    for sentence in sentences {
      let found = try tag(sentence).map(\.value)
      #expect(found.isEmpty, "\(sentence): \(found)")
    }
  }

  @Test func whatIsInferredIsSaid() throws {
    let friday = try #require(try tag("They met last Friday.", published: "2018-05-07").first)
    #expect(friday.date?.inferred == [.day])
    #expect(friday.anchor == "2018-05-07")
    let april = try #require(try tag("They met on 22 April.", published: "2018-05-07").first)
    #expect(april.date?.inferred == [.year])
    let unknown = try #require(try tag("They met last Friday.").first)
    #expect(unknown.date == nil)
    #expect(unknown.value == "XXXX-WXX-5")
  }

  @Test func phrasesOfTheCommandLine() {
    let tagger = TimeTagger()
    #expect(tagger.date(ofPhrase: "early April 2018")?.edtf == "[2018-04-01..2018-04-10]")
    #expect(tagger.date(ofPhrase: "22-23 April 2018")?.edtf == "2018-04-22/2018-04-23")
    #expect(tagger.date(ofPhrase: "by June 2018")?.edtf == "[..2018-06]")
    #expect(tagger.date(ofPhrase: "between 2014 and 2018")?.edtf == "[2014..2018]")
    #expect(tagger.date(ofPhrase: "foo") == nil)
    #expect(tagger.date(ofPhrase: "April 2018 was cold") == nil)
  }

  @Test func anyBytesAreRead() {
    var generator = SeededGenerator(seed: 20_260_101)
    for _ in 0..<2_000 {
      let count = Int.random(in: 0..<120, using: &generator)
      let alphabet = Array("0123456789 -/.,'the May 22nd 1990s of Q3 p.m.\n\u{2013}\u{e9}".utf8)
      let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      let text = String(decoding: bytes, as: UTF8.self)
      let document = Document(name: "random", utf8: Array(text.utf8))
      var last = 0
      for expression in TimeTagger().tag(document) {
        #expect(expression.range.lowerBound >= last)
        #expect(expression.range.upperBound <= document.utf8.count)
        let slice = document.utf8[expression.range]
        #expect(String(validating: slice, as: UTF8.self) != nil, "seed 20260101: \(text)")
        last = expression.range.upperBound
      }
    }
  }

  /// What an expression counts from is stored with it: the publication, or the date told before.
  @Test(arguments: [
    ("They signed on 5 March 1995. Two years later Russia left.", "2018-05-07", "1995-03-05"),
    ("They met on 3 May 2017. The next day they signed.", "2018-05-07", "2017-05-03"),
    ("They met on 3 May 2017. A week later they signed.", "2018-05-07", "2017-05-03"),
    ("They met in June 2017. That year Russia left.", "2018-05-07", "2017-06"),
    ("They met last year.", "2018-05-07", "2018-05-07"),
    ("They met last year.", "2018-05", "2018-05"),
    ("He left two years ago.", "2018", "2018"),
  ])
  func anchors(text: String, published: String, anchor: String) throws {
    let expressions = try tag(text, published: published)
    #expect(expressions.last?.anchor == anchor)
    let isPublished = anchor == published
    #expect((expressions.last?.anchorReason == "date told before") == !isPublished)
  }
}
