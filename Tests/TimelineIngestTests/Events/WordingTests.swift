import Testing
import TimelineModel

@testable import TimelineIngest

/// What whole sentences, analysed by the program itself, are read as.
@Suite("Many ways of wording an event")
struct WordingTests {
  /// The events of a text without metadata.
  static func events(_ text: String) -> [EventMention] {
    Ingester().extract(Document(name: "wording.txt", utf8: Array(text.utf8))).mentions
  }

  @Test("Verbs, light verbs and nouns of each type", arguments: types)
  func typeOf(_ sentence: String, type: String) {
    let found = Self.events(sentence).map(\.description.type)
    #expect(found.contains(type), "\(sentence) gave \(found)")
  }

  static let types: [(String, String)] = [
    ("Ghana and Togo inked a pact on fisheries on 4 May 2011.", "agreement"),
    ("The truce took effect on 9 June 2014.", "conflict.ceasefire"),
    ("The cabinet shelved the plan for a second airport in March 2012.", "project"),
    ("Denmark prolonged the mandate of its training mission in July 2017.", "initiative"),
    ("Farmers blocked the motorway near Lyon on 3 February 2004.", "protest"),
    ("Rebels overran the base near Lisala on 7 May 2003.", "conflict.attack"),
    ("A volcano erupted on the island of Java on 5 November 2010.", "disaster"),
    ("Parliament lifted his immunity, and he stood trial in May 2009.", "legal_decision"),
    ("Zambia and Angola resumed diplomatic relations on 2 August 1999.", "expulsion"),
    ("President Alvaro Ruiz was relieved of his duties on 1 April 1988.", "departure"),
    ("Chile wrote off the debt of Haiti in June 2006.", "aid"),
    ("Norway applied for membership in 1967.", "membership"),
    ("The senate approved the loan of two billion euros on 6 October 2015.", "aid"),
    ("Voters in Malta went to the polls on 8 March 2003.", "election"),
    ("Construction of the tunnel began in April 1996.", "project"),
  ]

  @Test("Actors that stand before nouns, in lists and behind titles", arguments: actors)
  func actorsOf(_ sentence: String, names: [String]) {
    let found = Self.events(sentence).flatMap(\.description.actors)
    let all = Set(found.flatMap { [$0.name, $0.country ?? ""] })
    #expect(all.isSuperset(of: names), "\(sentence) gave \(all)")
  }

  static let actors: [(String, [String])] = [
    ("Norway handed four cutters to the Ghanaian navy on 3 May 2010.", ["Norway", "Ghana"]),
    ("A Chilean fishing boat was detained in March 2009.", ["Chile"]),
    (
      "The Minister met the Danish Minister of Culture, Pia Holm, in Oslo on 2 May 2012.",
      ["Denmark", "Pia Holm"]
    ),
    (
      "Soldiers led by Major Abel Tano overthrew President Luis Mora on 4 July 1981.", ["Luis Mora"]
    ),
    ("The flood killed ninety people in Peru and Chile in May 1998.", ["Peru", "Chile"]),
    ("Egypt's foreign minister warned in May 2011 that the talks would fail.", ["Egypt"]),
    (
      "The summit between President Ana Roe and Premier Ben Lee was held on 3 May 2012.",
      ["Ana Roe", "Ben Lee"]
    ),
    (
      "Peru and Chile had quarrelled over fish. They signed a treaty in May 1936.",
      ["Peru", "Chile"]
    ),
    ("Park Geun-hye visited Hanoi on 7 September 2013.", ["South Korea"]),
  ]

  @Test("What was called off is cancelled")
  func cancelled() {
    let found = Self.events("Peru scrapped the order for two frigates in May 2007.")
    #expect(found.first?.description.actuality == .cancelled)
  }
}
