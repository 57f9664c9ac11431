import Testing
import TimelineModel

@testable import TimelineIngest

/// Phrasal verbs, idioms and elliptic clauses, each analysed by the program itself.
@Suite("Phrasal verbs, idioms and elliptic clauses")
struct PhraseTests {
  private static func events(_ text: String) -> [EventMention] {
    Ingester().extract(Document(name: "phrase.txt", utf8: Array(text.utf8))).mentions
  }

  @Test("A particle is found wherever it stands", arguments: particles)
  func particle(_ sentence: String, type: String) {
    let found = Self.events(sentence).map(\.description.type)
    #expect(found.contains(type), "\(sentence) gave \(found)")
  }

  static let particles: [(String, String)] = [
    ("Rabat broke off relations with Algiers on 4 May 1976.", "expulsion"),
    ("On 17 July 2019 the ministry threw Turkey out of the F-35 program.", "membership"),
    ("Rebels brought down President Amadou Toure in May 2011.", "departure"),
    ("The Council wound up the mission on 30 June 2023.", "deployment"),
    ("Soldiers picked up thirty suspects on 4 May 2011.", "arrest"),
  ]

  @Test("Light verbs and idioms tell what their noun tells", arguments: idioms)
  func idiom(_ sentence: String, type: String) {
    let found = Self.events(sentence).map(\.description.type)
    #expect(found.contains(type), "\(sentence) gave \(found)")
  }

  static let idioms: [(String, String)] = [
    ("Villagers of both sides came to blows over water in May 1989.", "conflict.clash"),
    ("The two ministers put pen to paper on 3 June 2004.", "agreement"),
    ("The field came on stream in March 1998.", "project"),
    ("President Luis Mora took the oath on 7 August 1990.", "appointment"),
    ("The guns fell silent on 6 September 1991.", "conflict.ceasefire"),
    ("Dockers in Durban downed tools on 2 May 2005.", "protest"),
    ("The court found in favour of Peru on 14 July 2020.", "legal_decision"),
  ]

  @Test(
    "The noun behind a word of measure, an apposition or a pronoun types its clause",
    arguments: nouns)
  func typedByNoun(_ sentence: String, type: String) {
    let found = Self.events(sentence).map { $0.description.type.prefix { $0 != "." } }
    #expect(found.contains(Substring(type)), "\(sentence) gave \(found)")
  }

  static let nouns: [(String, String)] = [
    ("The first batch of howitzers arrived in Durrës on 4 May 2011.", "arms_delivery"),
    (
      "The tenth edition of Ekuverin, the joint exercise of the two armies, was conducted at Pune "
        + "in October 2019.", "exercise"
    ),
    (
      "Manoeuvres were staged near Lima in May 2011; the second took place near Tacna in June 2012.",
      "exercise"
    ),
    ("Talks on the matter, which were held in Riyadh in May 2020, yielded no result.", "meeting"),
    (
      "The handing over of the missiles to the army was completed on 1 October 2018.",
      "arms_delivery"
    ),
    ("His death on 29 September 2020 robbed the process of its patron.", "death"),
  ]

  @Test("Plans, proposals, hearsay and cancellations by their words", arguments: cues)
  func actuality(_ sentence: String, type: String, actuality: Actuality) {
    let found = Self.events(sentence).filter { $0.description.type.hasPrefix(type) }
    #expect(
      found.contains { $0.description.actuality == actuality },
      "\(sentence) gave \(found.map { ($0.description.type, $0.description.actuality) })")
  }

  static let cues: [(String, String, Actuality)] = [
    ("The pipeline is supposed to be finished by 2025.", "project", .planned),
    ("The plan provides for a naval drill of Chad and Togo in May 2030.", "exercise", .planned),
    ("Chad ought to name a permanent envoy.", "appointment", .proposed),
    ("Peru could reopen its border at Tacna.", "trade", .proposed),
    ("Italy is reportedly close to selling Egypt two frigates.", "arms_deal", .alleged),
    (
      "Ghana denied on 3 May 2019 that it had sold rifles to Togo in March.", "arms_deal",
      .denied
    ),
    (
      "Four Togolese soldiers were killed on 3 May 2019, Ghana's army claimed.", "conflict",
      .alleged
    ),
    (
      "Lima insisted on 3 May 2019 that no pact had been signed with Chad in March.", "agreement",
      .denied
    ),
    (
      "LIMA, 4 June 2019 (APA) -- A judge in Tacna last May jailed two officers for fraud.",
      "legal_decision", .occurred
    ),
    (
      "Mora was scheduled to meet Ana Rojas on 4 May 2019, but the meeting was called off.",
      "meeting", .cancelled
    ),
    ("Elections in Mali were put off sine die in February 2024.", "election", .cancelled),
    (
      "Flights between Oslo and Rome were to start on 4 May 2011 but were scrubbed.", "trade",
      .cancelled
    ),
    ("Algiers hit back on 27 August 1994 by sealing the border.", "sanction", .occurred),
    ("Kenya thanked Uganda for hosting the talks on 4 May 2011.", "meeting", .occurred),
  ]

  @Test("The dictionary form of one verb that is the past of another is read by its place")
  func homographs() {
    #expect(
      Self.events("The court found against Peru on 4 May 2011.").map(\.description.type)
        == ["legal_decision"])
    #expect(
      Self.events("Chad vowed to found a bank in May 2011.").map(\.description.type)
        .contains("founding"))
  }
}
