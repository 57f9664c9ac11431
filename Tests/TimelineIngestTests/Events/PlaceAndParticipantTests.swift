import Testing
import TimelineModel

@testable import TimelineIngest

/// Where events happened, in whole sentences that the program analyses itself.
@Suite("Places of events")
struct PlaceTests {
  /// The place of the first event of a text that has one.
  static func place(_ text: String) -> String? {
    WordingTests.events(text).lazy.compactMap(\.description.place).first
  }

  @Test("The place is the narrowest one told", arguments: cases)
  func placeOf(_ sentence: String, place: String) {
    #expect(Self.place(sentence) == place, "\(sentence)")
  }

  static let cases: [(String, String)] = [
    // A capital by its country.
    ("He landed in the Kenyan capital on 3 May 2019 for a two-day visit.", "Nairobi"),
    ("The two ministers signed the pact in the capital of Chile on 4 June 2019.", "Santiago"),
    ("Protesters marched through the Peruvian capital on 4 June 2019.", "Lima"),
    // A relative clause takes the place it hangs on.
    ("Mora flew to Lima, where he met Ana Rojas on 6 June 2019.", "Lima"),
    ("They moved on to Kumasi, where the two sides signed a pact on 7 June 2019.", "Kumasi"),
    // Destinations.
    ("President Rojas flew into Cuzco on 7 June 2019.", "Cusco"),
    ("The minister stopped over in Apia on 8 June 2019.", "Apia"),
    ("On 9 June 2019 Ghana moved rocket launchers to Bawku.", "Bawku"),
    // Nouns that lead to a name.
    ("The ministers signed the accord on the shore of Lake Volta on 11 June 2019.", "Lake Volta"),
    ("The drill was held on the territory of Chad on 15 June 2019.", "Chad"),
    ("A clash broke out near the village of Bor-Dobo on 17 June 2019.", "Bor-Dobo"),
    ("A grenade exploded on Unity Square on 12 June 2019.", "Unity Square"),
    (
      "Ana Rojas met Luis Mora on the margins of the Andean Forum in Arequipa on 2 May 2019.",
      "Arequipa"
    ),
    // A town that hangs on another noun or verb of the clause.
    (
      "The convention was signed by the presidents of the five states in Tamale on 29 June 2019.",
      "Tamale"
    ),
    ("Rebels attacked thirty posts and a base in northern Kivu on 13 June 2019.", "Kivu"),
    ("The mayor put his name in Kumasi to an arrangement with Peru on 14 June 2019.", "Kumasi"),
    ("Ghana, Togo and Benin held talks on fisheries in Lomé on 14 June 2019.", "Lomé"),
    // A settlement by its name, a base by its own before its country's, ground that is left.
    ("Gunmen shot a judge in the Peruvian port city of Chimbote on 3 July 2019.", "Chimbote"),
    ("A tanker ran aground off the Chilean island of Chiloé on 4 July 2019.", "Chiloé"),
    ("Chad withdrew its troops from Niger on 5 July 2019.", "Niger"),
    ("The Bali bombings of 12 October 2002 killed more than two hundred people.", "Bali"),
    ("A court in Tacna jailed two men on 8 July 2019 for the raid on Lima.", "Tacna"),
    ("QUITO, 9 July 2019 (APA) -- In the capital, teachers went on strike on Monday.", "Quito"),
    ("Joko Widodo visited Sydney on 10 July 2019.", "Sydney"),
    ("Gunmen killed a guard and abducted a judge in Chimbote on 11 July 2019.", "Chimbote"),
    ("Ghanaians voted on 6 July 2019 in the first ballot since the war.", "Ghana"),
    // A gathering named after its town, and its host.
    ("At the Bucharest summit of April 2008 Greece blocked the plan.", "Bucharest"),
    ("The next summit is to be hosted by Nairobi in August 2020.", "Nairobi"),
    // The town of the dateline.
    (
      """
      NAIROBI, 4 June 2019 (APA) -- Kenya and Ghana signed a pact on fisheries here on Tuesday.
      """, "Nairobi"
    ),
  ]

  @Test("The town where somebody speaks is not where what is told happened")
  func speakersTown() {
    let events = WordingTests.events("A spokesman said in Oslo that Kenya had signed a pact.")
    let signed = events.filter { $0.description.type == "agreement" }
    #expect(signed.count == 1 && signed.allSatisfy { $0.description.place == nil })
  }
}

/// Who takes part, in whole sentences that the program analyses itself.
@Suite("Participants and the countries behind them")
struct ParticipantTests {
  static func actors(_ text: String) -> [Actor] {
    WordingTests.events(text).flatMap(\.description.actors)
  }

  @Test("Everybody named takes part", arguments: present)
  func takesPart(_ text: String, names: [String]) {
    let found = Self.actors(text)
    let all = Set(found.flatMap { [$0.name, $0.country ?? ""] })
    #expect(all.isSuperset(of: names), "\(text) gave \(all)")
  }

  static let present: [(String, [String])] = [
    (
      "Presidents Ana Rojas and Luis Mora met in Lima on 18 June 2019.", ["Ana Rojas", "Luis Mora"]
    ),
    (
      "Foreign Ministers Kofi Adu and Pia Holm signed a pact on 3 May 2012.",
      ["Kofi Adu", "Pia Holm"]
    ),
    ("A.B. Karim Aziz signed a treaty with Peru on 19 June 2019.", ["A.B. Karim Aziz", "Peru"]),
    (
      "An off-duty guard gunned down Ambassador Luis Silva in Accra on 20 June 2019.",
      ["Luis Silva"]
    ),
    (
      "Ana Rojas, whose visit to Peru in May 2018 had been the first in years, resigned.",
      ["Ana Rojas", "Peru"]
    ),
    ("A patrol boat was gifted to the Chilean navy on 23 June 2019 by India.", ["Chile", "India"]),
    (
      "The memorandum, concluded by Lima, Accra and Oslo on 24 June 2019, lapsed.",
      ["Peru", "Ghana", "Norway"]
    ),
    (
      "The two premiers, Ana Rojas and Luis Mora, inaugurated the bridge on 25 June 2019.",
      ["Ana Rojas", "Luis Mora"]
    ),
    ("The Kenyan-led coalition declared a truce on 26 June 2019.", ["Kenya"]),
    ("Sahin, the schoolteacher who led the march, was shot dead on 29 June 2019.", ["Sahin"]),
    ("Landlocked Chad signed a pact on ports with Ghana on 2 July 2019.", ["Chad", "Ghana"]),
    ("Beijing voiced concern about the drill on 3 July 2019.", ["China"]),
    (
      "Ana Rojas met Luis Mora on 2 May 2019. The two leaders signed a pact on 3 May 2019.",
      ["Ana Rojas", "Luis Mora"]
    ),
    // Lists that the parser breaks.
    (
      "The fleets of Chile, Ghana and Peru trained together in a drill on 5 July 2019.",
      ["Chile", "Ghana", "Peru"]
    ),
    (
      "On Monday, 8 July 2019 Togo, Benin and Ghana signed a pact on fisheries.",
      ["Togo", "Benin", "Ghana"]
    ),
    (
      "Talks between Togo's Ama Mensah and the Peruvian envoy Luis Mora broke down on 9 July 2019.",
      ["Ama Mensah", "Luis Mora"]
    ),
    (
      "The meeting of Ana Rojas, Luis Mora and Pia Holm in Lima on 10 July 2019 was brief.",
      ["Ana Rojas", "Luis Mora", "Pia Holm"]
    ),
    (
      "11 July 2019: entry into force of the trade agreement between Chile and Ghana.",
      ["Chile", "Ghana"]
    ),
    // Whom something is given; the bearer of an office behind its country; people in a country.
    ("Ghana gifted Togo three patrol boats on 12 July 2019.", ["Ghana", "Togo"]),
    (
      "On 13 July 2019 the Minister of Defence of the Republic of Kenya Ana Rojas paid a visit to Chad.",
      ["Ana Rojas", "Chad"]
    ),
    ("Police in Togo arrested four smugglers on 14 July 2019.", ["Togo"]),
    // Those who speak for a body; a court by its country; who suffers.
    ("António Guterres appealed for calm on 15 July 2019.", ["United Nations"]),
    (
      "Ghana's Constitutional Court struck down the law on 16 July 2019.",
      ["Constitutional Court of Ghana", "Ghana"]
    ),
    ("A bridge collapsed in Genoa on 17 July 2019, killing nine people.", ["Italy"]),
    // Pronouns for the people rather than their countries.
    (
      "President Joko Widodo received Prime Minister Narendra Modi on 3 May 2018. They met again "
        + "in Lima on 4 June 2019.", ["Joko Widodo", "Narendra Modi"]
    ),
    // Dealings take in whatever country their words name.
    ("Ghana picked Sweden's fighter over two rivals on 18 July 2019.", ["Ghana", "Sweden"]),
    ("Chad imposed a ban on Togolese fruit on 19 July 2019.", ["Chad", "Togo"]),
    ("Ghana's ambassador, Luis Adu, paid a visit to Chad on 20 July 2019.", ["Luis Adu", "Ghana"]),
    ("The leaders of Ghana and Ivory Coast were due to fly to Lima on 21 July 2019.", ["Ghana"]),
    (
      "M23 fighters took a town on 1 July 2019. On 22 July 2019 the rebels declared a truce.",
      ["M23"]
    ),
    (
      "Luis Mora Jr. won the vote in May 2018. Mora was sworn in on 23 July 2019.",
      ["Luis Mora Jr."]
    ),
    ("President Rafael Adu resigned on 24 July 2019.", ["Rafael Adu"]),
  ]

  @Test("Nobody takes part whom the sentence does not name", arguments: absent)
  func takesNoPart(_ text: String, country: String) {
    #expect(!Self.actors(text).contains { $0.country == country || $0.name == country }, "\(text)")
  }

  static let absent: [(String, String)] = [
    // Names that bodies of many countries have.
    ("The Foreign Office of Ghana summoned the envoy of Togo on 3 May 2012.", "United Kingdom"),
    ("Kenya got a loan. Kenya and its Exim Bank signed a contract on 4 May 2012.", "United States"),
    ("The minister addressed the Maldivian Majlis on 8 June 2019.", "Iran"),
    // A gathering's town, a part of the world.
    ("At the Bucharest summit of April 2008 Greece blocked the plan.", "Romania"),
    ("African leaders voted on 30 January 2017 to admit Morocco.", "Africa"),
    // "The two sides" of a text that speaks of a third country once.
    (
      """
      China and Ghana signed a pact on 2 May 2019. China and Ghana condemned the attack in Togo. \
      The two sides will hold a joint exercise in August 2019.
      """, "Togo"
    ),
  ]
}
