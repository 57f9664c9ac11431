import Testing
import TimelineModel

@testable import TimelineIngest

/// What a sentence tells, and what it only asks, sets aside or names beside a verb of being.
@Suite("Events that are told")
struct ToldEventTests {
  private func events(_ text: String) -> [EventDescription] {
    Ingester().extract(Document(name: "text", utf8: Array(text.utf8))).mentions.map(\.description)
  }

  @Test(
    "A question tells nothing of its own",
    arguments: [
      "How many exercises were held with Peru since 2014?",
      "When will Chile deliver the new patrol ships to Ghana?",
      "Did the president of Togo sign the treaty?",
    ])
  func questions(_ text: String) {
    #expect(events(text).isEmpty, "\(events(text).map(\.title))")
  }

  @Test func aQuestionMayNameWhatHappened() throws {
    let found = events("Why did Togo stay silent after the bombing of 3 May 2014 in Lomé?")
    #expect(found.first?.date.edtf == "2014-05-03")
  }

  /// Sentence, type, place: somebody who was somewhere on a day, something that then is something.
  static let copulas: [(String, String, String?)] = [
    ("Foreign Minister Ama Roe was in Baku on 3 May 2014.", "visit", "Baku"),
    ("The second pipeline is to be ready by June 2027.", "project", nil),
    ("The railway was operational by March 2012.", "project", nil),
  ]

  @Test func predicatesWithoutAVerb() throws {
    for (text, type, place) in Self.copulas {
      let found = try #require(events(text).first, "\(text)")
      #expect(found.type == type, "\(text)")
      #expect(found.place == place, "\(text)")
    }
    #expect(events("The second pipeline is to be ready by June 2027.")[0].actuality == .planned)
    // What somebody is, without a change and without a place, is no event of a kind.
    #expect(events("The mayor was ill in May 2014.").allSatisfy { $0.type == "other" })
  }

  /// Sentence, type, actors: what stands in brackets or between article and noun costs no subject.
  static let asides: [(String, String, Set<String>)] = [
    (
      "The International Court of Justice (ICJ) ruled on 3 May 2014 that Peru owned the shoal.",
      "legal_decision", ["International Court of Justice"]
    ),
    (
      "Ghana (and later Togo) signed a fishing agreement with Benin on 4 June 2014.", "agreement",
      ["Ghana", "Benin"]
    ),
    ("The May 3, 2014, visit of the Kenyan president to Togo was short.", "visit", ["Kenya"]),
  ]

  @Test func asidesKeepTheClauseWhole() throws {
    for (text, type, actors) in Self.asides {
      let found = try #require(events(text).first { $0.type.hasPrefix(type) }, "\(text)")
      let names = Set(found.actors.flatMap { [$0.name, $0.country ?? ""] })
      #expect(names.isSuperset(of: actors), "\(text): \(names)")
      #expect(found.date.isDated, "\(text)")
    }
  }

  @Test func anAgreedSaleOfArmsIsADealThatIsAgreed() throws {
    let found = try #require(
      events("On 3 May 2014 Chile agreed to sell two frigates to Ghana.").first)
    #expect(found.type == "arms_deal")
    #expect(found.stage == "agreed")
    #expect(found.actors.map(\.name).contains("Ghana"))
  }

  /// Sentence and title: a title begins with somebody or something, or with the kind of event.
  static let titles: [(String, String)] = [
    (
      "Peru agreed in October 2015 to build a dam on the river.",
      "Peru agrees to build a dam on the river"
    ),
    (
      "Kenya and Ghana met in Accra on 2 May 2016. Both sides condemned the attack on the port.",
      "Kenya and Ghana condemn the attack on the port"
    ),
    (
      "Ana Rojas is meeting in Lima with Luis Mora on 2 May 2016.",
      "Ana Rojas meets in Lima with Luis Mora"
    ),
    (
      "The border will reopen on Friday, the Kenyan interior minister said on 3 May 2014.",
      "Kenyan interior minister says the border will reopen"
    ),
    (
      "In late September 2014 police rounded up forty students.",
      "Police round up forty students"
    ),
  ]

  @Test func titlesBeginWithSomebody() throws {
    for (text, title) in Self.titles {
      #expect(events(text).map(\.title).contains(title), "\(events(text).map(\.title))")
    }
  }

  /// "The two defence ministers" are not the foreign ministers named before them.
  @Test func titlesMustFitWhomTheyMean() {
    let text = """
      Foreign Minister Ana Roe of Peru met Foreign Minister Luis Soto of Chile in Lima on 3 May 2014. \
      The two defence ministers of the countries signed an agreement on 4 June 2014.
      """
    for event in events(text) where event.date.edtf == "2014-06-04" {
      #expect(event.actors.allSatisfy { $0.kind != .person }, "\(event.actors.map(\.name))")
    }
  }

  @Test func listsInsideAPhraseAreWholeInTitles() {
    let found = events("In May 2014 the defence ministers of Peru and Chile met in Quito.")
    #expect(found.first?.title == "Defence ministers of Peru and Chile meet in Quito")
  }
}
