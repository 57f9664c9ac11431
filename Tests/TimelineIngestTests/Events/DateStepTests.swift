import Chronology
import Testing
import TimelineIngest
import TimelineModel

/// The steps that carry a date through a sentence of news, each with three sentences of its class
/// and one that only looks like it.
@Suite("Dates carried through a sentence")
struct DateStepTests {
  /// The sentence with its event words in brackets, and for each what is expected: step and days
  /// (`-` for none), or `!step` for a step that must not have been taken.
  static let table = """
    Rebels [released] four men on Tuesday, a day after the government [arrested] ten of them.|own-predicate 2011-05-10; offset 2011-05-09
    Two days after the [attack] on May 3, the rebels [fled].|own-predicate 2011-05-03; offset 2011-05-05
    Ortega [resigned] in 1992, two years before his party [won].|own-predicate 1992-01-01 1992-12-31; offset 1994-01-01 1994-12-31
    The plane [crashed] on Tuesday shortly after [leaving] Lagos.|own-predicate 2011-05-10; offset 2011-05-10
    The rebels [fled] years after the [attack] of 3 May 2009.|!offset; own-predicate 2009-05-03
    The [blast], which [killed] twelve people on Sunday, was blamed on rebels.|relative-clause 2011-05-08; own-predicate 2011-05-08
    A bomb that [exploded] in Kano on Tuesday [killed] four people.|own-predicate 2011-05-10; relative-clause 2011-05-10
    The fire that [broke] out on Monday [destroyed] forty houses.|own-predicate 2011-05-09; relative-clause 2011-05-09
    The mayor who [founded] the school in 1990 [killed] a thief.|own-predicate 1990-01-01 1990-12-31; !relative-clause
    The rebels will [begin] [leaving] the port on May 20.|complement-date 2011-05-20; own-predicate 2011-05-20
    The bank [stopped] [lending] on Monday.|own-predicate 2011-05-09; embedding-clause 2011-05-09
    A change of mood came on 3 May 2009, when the two presidents [met] in Lima.|when-clause 2009-05-03
    Ties have warmed since 2004, when Chad [opened] an embassy in Lima.|when-clause 2004-01-01 2004-12-31
    The turning point was 6 June 2003, when rebels [shelled] the port.|when-clause 2003-06-06
    The talks broke down on 3 May 2009; when the rebels [left], nobody was surprised.|!when-clause
    After the [earthquake] of February 2003 Chad [sent] tents.|own-predicate 2003-02-01 2003-02-28; aftermath 2003-02-01 2003-02-28
    Following the [attack] of 3 May 2009, the army [closed] the border.|own-predicate 2009-05-03; aftermath 2009-05-01 2009-05-31
    The mayor [resigned] in the wake of the [riots] of June 2004.|aftermath 2004-06-01 2004-06-30; own-predicate 2004-06-01 2004-06-30
    Peru [recalled] its envoy after the [vote], and the embassy was [closed] in 2006.|!aftermath; -; own-predicate 2006-01-01 2006-12-31
    The army [tested] missiles in August and September 2007.|own-predicate 2007-08-01 2007-09-30
    Ghana [rejected] the [ruling] of 3 May 2009 two weeks later.|own-predicate 2009-05-11 2009-05-17; own-predicate 2009-05-03
    Peru [condemned] the [attacks] last night.|own-predicate 2011-05-11; !own-predicate
    The king will [visit] the port on Sunday to [thank] the crew.|own-predicate 2011-05-15; !own-predicate
    Ana Rojas was [picked] to head the bank on 4 May 2009.|own-predicate 2009-05-04
    Police [freed] the driver on Monday in a raid in which two men were [shot].|own-predicate 2011-05-09; embedding-clause 2011-05-09
    Senators [voted] to [reject] the bill Monday.|complement-date 2011-05-09; own-predicate 2011-05-09
    The cabinet [agreed] to [open] an embassy on May 20.|!complement-date; own-predicate 2011-05-20
    Troops [entered] the town and [seized] the radio station on Tuesday.|coordinated-clause 2011-05-10; own-predicate 2011-05-10
    Gunmen [stormed] a bank and [shot] a guard on Monday.|coordinated-clause 2011-05-09; own-predicate 2011-05-09
    She was [born] in Lima and [died] in 1990.|!coordinated-clause; own-predicate 1990-01-01 1990-12-31
    The shortage [led] shops to [raise] prices last month.|complement-date 2011-04-01 2011-04-30; own-predicate 2011-04-01 2011-04-30
    The drought [forced] farmers to [sell] their cattle in March.|complement-date 2011-03-01 2011-03-31; own-predicate 2011-03-01 2011-03-31
    A new law will [force] banks to [close] by May 20.|!complement-date; own-predicate - 2011-05-20
    With rebels [advancing] on the port, the king [fled] on Monday.|embedding-clause 2011-05-09; own-predicate 2011-05-09
    A woman who was [watching] television was [shot] on Tuesday.|embedding-clause 2011-05-10; own-predicate 2011-05-10
    A woman who had [watched] the rally was [shot] on Tuesday.|!embedding-clause; own-predicate 2011-05-10
    The minister [told] a rally on Tuesday that he was glad.|own-predicate 2011-05-10
    The mayor [criticised] the plan at a hearing in Lima on Monday.|own-predicate 2011-05-09
    On Monday the pupils were [honoured] for [saving] a child.|own-predicate 2011-05-09; !sentence-frame
    Two ministers [resigned] in March after lawyers [voted] to strike.|own-predicate 2011-03-01 2011-03-31; !embedding-clause
    A ceasefire [signed] in March [collapsed] on Tuesday.|own-predicate 2011-03-01 2011-03-31; own-predicate 2011-05-10
    Two reporters were [seized] on Tuesday and [freed] a day later.|own-predicate 2011-05-10; own-predicate 2011-05-11
    An earthquake in Chile [killed] nine people in March 2010.|own-predicate 2010-03-01 2010-03-31
    A statement issued on Sunday [blamed] rebels for the fire.|relative-clause 2011-05-08
    A letter published on Monday [accused] the governor of theft.|relative-clause 2011-05-09
    The camp was [raided] 40 hours after the army [left] on Monday.|!offset; own-predicate 2011-05-09
    In a speech on Monday, Roe [promised] to [cut] taxes next year.|!own-predicate; own-predicate 2012-01-01 2012-12-31
    The union [agreed] to [end] its strike next month.|!own-predicate; own-predicate 2011-06-01 2011-06-30
    An agreement [reached] last month will [take] effect on June 1.|own-predicate 2011-04-01 2011-04-30; own-predicate 2011-06-01
    The union called off a [strike] planned for Monday.|relative-clause 2011-05-16
    The [summit] scheduled for June 3 was postponed.|relative-clause 2011-06-03
    Two men were jailed for a 2005 [bombing] that [killed] ten people.|own-predicate 2005-01-01 2005-12-31; relative-clause 2005-01-01 2005-12-31
    He was [wounded] in fighting near Kano on Sunday.|own-predicate 2011-05-08
    The senator [survived] an [attack] on Monday.|own-predicate 2011-05-09; own-predicate 2011-05-09
    Roe [faces] a [vote] in June.|own-predicate 2011-06-01 2011-06-30; joint-event 2011-06-01 2011-06-30
    Roe [discussed] the [attack] on Monday.|own-predicate 2011-05-09; !joint-event
    With chances for work [drawing] people in, the rate [fell] in March 2010.|embedding-clause 2010-03-01 2010-03-31; own-predicate 2010-03-01 2010-03-31
    Earnings of miners and foreign drivers [rose] in March 2010.|own-predicate 2010-03-01 2010-03-31
    A pact was not [signed] until July 2009.|own-predicate 2009-07-01 2009-07-31
    Not before 3 May 2009 did the rebels [leave] the town.|own-predicate 2009-05-03
    The bridge will not be [opened] before June 2012.|!own-predicate 2012-06-01 2012
    Peru [signed] the treaty after 5 May 2009.|own-predicate 2009-05-06 2011-05-12
    In 2006 and 2007 the pipeline was [bombed].|own-predicate 2006-01-01 2007-12-31
    Peru has [barred] the general from its ports since 1985.|own-predicate 1985-01-01 1985-12-31
    Receiving the envoy in Lima on Tuesday, Rojas [accused] Chad of theft.|when-clause 2011-05-10
    The council, in a statement agreed on Monday, [condemned] the coup.|when-clause 2011-05-09
    Rojas [flew] on 3 May 2009 to Accra, where the two [signed] a pact.|own-predicate 2009-05-03; embedding-clause 2009-05-03
    Peru [criticised] the [exercise] on Monday.|own-predicate 2011-05-09; !own-predicate
    Rojas will [visit] Chad next year after senators [voted] for the trip.|own-predicate 2012-01-01 2012-12-31; !own-predicate
    It came in the wake of a [meeting] between the ministers in April 2009.|own-predicate 2009-04-01 2009-04-30
    The [arrest] of Mora, two days before he was [elected] mayor on 14 May 2009, stunned Lima.|offset 2009-05-12; own-predicate 2009-05-14
    """

  @Test func stepsCarryDatesToTheEventsTheyBelongTo() throws {
    for line in Self.table.split(separator: "\n") {
      let fields = line.split(separator: "|")
      let found = try steps(in: String(fields[0]))
      for (index, expected) in fields[1].split(separator: ";").enumerated() {
        let want = String(expected.drop { $0 == " " })
        if want == "-" { continue }
        if want.first == "!" {
          #expect(!found[index].hasPrefix(want.dropFirst()), "\(fields[0]): \(found[index])")
        } else {
          #expect(found[index] == want, "\(fields[0]), event \(index + 1)")
        }
      }
    }
  }

  /// For each bracketed word the step and the days of its mention, one day given once.
  private func steps(in marked: String) throws -> [String] {
    var text = ""
    var words: [(begin: Int, end: Int)] = []
    for character in marked {
      if character == "[" {
        words.append((text.unicodeScalars.count, 0))
      } else if character == "]" {
        words[words.count - 1].end = text.unicodeScalars.count
      } else {
        text.append(character)
      }
    }
    var document = Document(name: "text", utf8: Array(text.utf8))
    document.metadata.genre = "wire"
    let day = try #require(CivilDay(iso: "2011-05-12"))
    document.published = PublicationDate(
      edtf: "2011-05-12", span: DaySpan(day), origin: .sidecar, evidence: "2011-05-12")
    let mentions = Ingester().extract(document, everyPredicate: true).mentions
    return words.map { word in
      guard let mention = mentions.first(where: { $0.trigger.begin == word.begin }) else {
        return "no event"
      }
      let span = mention.description.date.span
      var days = [span.earliest, span.latest].map { $0?.description ?? "-" }
      if days[0] == days[1] { days.removeLast() }
      return ([mention.dating.attachment ?? "undated"] + days).joined(separator: " ")
    }
  }
}
