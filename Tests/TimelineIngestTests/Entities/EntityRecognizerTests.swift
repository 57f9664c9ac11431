import Testing

@testable import TimelineIngest

@Suite("Names in sentences from many regions")
struct EntityRecognizerTests {
  /// One line per mention: kind, canonical name, country, office.
  static func names(in text: String, aliases: [String: String] = [:]) -> [String] {
    let bytes = Array(text.utf8)
    let sentences = PlainSentences.cut(bytes)
    let found = EntityRecognizer(aliases: aliases).entities(in: sentences, text: bytes)
    return found.mentions.joined().map { mention in
      let entity = found.entity(of: mention)
      var line = "\(mention.kind) \(entity.name)"
      if let country = entity.country, country != entity.name { line += " [\(country)]" }
      if let office = entity.office { line += " (\(office))" }
      if let country = mention.actsFor { line += " → \(country)" }
      return line
    }
  }

  static let cases: [(String, [String])] = [
    (
      "Kenyan Foreign Minister Amina Mohamed met Ghana's President John Mahama in Arusha.",
      [
        "nationality Kenya", "person Amina Mohamed [Kenya] (Foreign Minister)", "country Ghana",
        "person John Mahama [Ghana] (President)", "place Arusha [Tanzania]",
      ]
    ),
    (
      "The Shanghai Cooperation Organization(SCO) met in Astana. The SCO praised Kazakhstan.",
      [
        "organisation Shanghai Cooperation Organisation",
        "organisation Shanghai Cooperation Organisation",
        "place Astana [Kazakhstan] → Kazakhstan", "organisation Shanghai Cooperation Organisation",
        "country Kazakhstan",
      ]
    ),
    (
      "Gen. Prabowo Subianto flew to Hanoi. Prabowo met Gen. Phan Van Giang, the Vietnamese defence minister.",
      [
        "person Prabowo Subianto [Indonesia] (Gen.)", "place Hanoi [Vietnam] → Vietnam",
        "person Prabowo Subianto [Indonesia] (Gen.)",
        "person Phan Van Giang [Vietnam] (defence minister)",
        "nationality Vietnam",
      ]
    ),
    (
      "Sino-Indian talks and Franco-German plans were praised by the U.S. State Department.",
      [
        "nationality China", "nationality India", "nationality France", "nationality Germany",
        "organisation US Department of State [United States]",
      ]
    ),
    (
      "Egypt ordered 24 Su-35s and two frigates; F16s and MiG-29 fighter jets stay.",
      [
        "country Egypt", "weapon Su-35 [Russia]", "weapon F-16 [United States]",
        "weapon MiG-29 [Russia]",
      ]
    ),
    (
      "SAN SALVADOR, 4 MAR 89 -- THE FMLN ATTACKED A POST NEAR USULUTAN, COL RAUL MENDEZ SAID.",
      [
        "place San Salvador [El Salvador] → El Salvador",
        "organisation Farabundo Martí National Liberation Front [El Salvador]",
        "place Usulután [El Salvador]", "person Raul Mendez [El Salvador] (COL)",
      ]
    ),
    (
      "Brazilian prosecutor Deltan Dallagnol and the University of São Paulo disagreed.",
      [
        "nationality Brazil", "person Deltan Dallagnol [Brazil] (prosecutor)",
        "organisation University of São Paulo [Brazil]",
      ]
    ),
    (
      "Michael Jordan won. Jordan spoke; later he flew to Jordan.",
      ["person Michael Jordan", "person Michael Jordan", "country Jordan"]
    ),
    (
      "Nigeria's National Petroleum Authority sued Petrobras in Port Harcourt.",
      [
        "country Nigeria", "organisation National Petroleum Authority [Nigeria]",
        "organisation Petrobras [Brazil]", "place Port Harcourt [Nigeria]",
      ]
    ),
    (
      "The 3rd Caspian Summit on Energy opened in Baku; the Kremlin sent nobody.",
      [
        "gathering Caspian Summit on Energy", "place Baku [Azerbaijan] → Azerbaijan",
        "place Kremlin [Russia] → Russia",
      ]
    ),
    (
      "Defence Secretary Delfin Lorenzana visited Manila. The defence secretary left Davao.",
      [
        "person Delfin Lorenzana [Philippines] (Defence Secretary)",
        "place Manila [Philippines] → Philippines",
        "person Delfin Lorenzana [Philippines] (Defence Secretary)", "place Davao [Philippines]",
      ]
    ),
    (
      "His Chilean counterpart Heraldo Muñoz, Ambassador Luis Silva and Mr Piñera agreed.",
      [
        "nationality Chile", "person Heraldo Muñoz [Chile]", "person Luis Silva (Ambassador)",
        "person Piñera [Chile]",
      ]
    ),
    (
      "However, the Danes and two Pakistanis met us in May.",
      ["country Denmark", "country Pakistan"]
    ),
    (
      "Peru protested. Defence Minister Ana Paz of Lima met her Chilean counterpart Jorge Rey. Peru paid US $ 3.",
      [
        "country Peru", "person Ana Paz [Peru] (Defence Minister)", "place Lima [Peru] → Peru",
        "nationality Chile", "person Jorge Rey [Chile] (Defence Minister)", "country Peru",
      ]
    ),
    (
      "Residents of Villarta, Colombia, saw Gen. Óscar Naranjo.",
      ["place Villarta [Colombia]", "country Colombia", "person Óscar Naranjo (Gen.)"]
    ),
    (
      "Moon Jae-in and Putin watched Exercise Bold Falcon. King Abdullah left. Moon stayed.",
      [
        "person Moon Jae-in [South Korea]", "person Putin [Russia]", "person Abdullah (King)",
        "person Moon Jae-in [South Korea]",
      ]
    ),
    (
      "The African Development Bank lent to Malawi. On Monday the Bank doubled it.",
      [
        "organisation African Development Bank", "country Malawi",
        "organisation African Development Bank",
      ]
    ),
    (
      "LA PAZ, 3 May -- Defence Minister Ana Quiroga met NATO Commander Gen. Uwe Brandt of Harper & Sons Ltd. there.",
      [
        "place La Paz [Bolivia] → Bolivia", "person Ana Quiroga [Bolivia] (Defence Minister)",
        "organisation NATO", "person Uwe Brandt (Commander)", "organisation Harper & Sons Ltd.",
      ]
    ),
    (
      "The frigate Ocean Star of Polar Shield AB reached Port Vila.",
      ["organisation Polar Shield AB", "place Port Vila [Vanuatu] → Vanuatu"]
    ),
    ("Pak-Russia ties.", ["nationality Pakistan", "country Russia"]),
    (
      "President Ana Rojas of Peru left with Luis Rojas. President Rojas flew home.",
      [
        "person Ana Rojas [Peru] (President)", "country Peru", "person Luis Rojas",
        "person Ana Rojas [Peru] (President)",
      ]
    ),
    (
      "President Ama Ofori-Mensah of Ghana left with Kofi Ofori-Mensah. President Ofori-Mensah flew home.",
      [
        "person Ama Ofori-Mensah [Ghana] (President)", "country Ghana",
        "person Kofi Ofori-Mensah", "person Ama Ofori-Mensah [Ghana] (President)",
      ]
    ),
  ]

  @Test func namesOfManyRegions() {
    for (text, expected) in Self.cases {
      #expect(Self.names(in: text) == expected, "\(text)")
    }
  }

  @Test func whatPeopleDeclareComesFirst() {
    #expect(
      Self.names(in: "Freedonia met Rufus T.", aliases: ["Freedonia": "San Marino"]).first
        == "country San Marino")
    #expect(
      Self.names(in: "The Old Firm met.", aliases: ["Old Firm": "Acme Trading Company"])
        == ["organisation Acme Trading Company"])
  }

  @Test func lookupsKnowNamesAndAcronyms() {
    let recognizer = EntityRecognizer()
    #expect(recognizer.country(named: "USSR") == "Soviet Union")
    #expect(recognizer.country(named: "Danish") == "Denmark")
    #expect(recognizer.organisation(named: "FATF") == "Financial Action Task Force")
    #expect(recognizer.place(named: "Leningrad") == "Saint Petersburg")
    #expect(recognizer.country(named: "Ruritania") == nil)
  }

  @Test func bytesOfMentionsAreTheirNames() {
    let text = "Préval of Haiti’s Parti Lespwa met “Côte d’Ivoire” envoys — the U.S. too."
    let bytes = Array(text.utf8)
    let found = EntityRecognizer().entities(in: PlainSentences.cut(bytes), text: bytes)
    let surfaces = found.mentions.joined().map {
      String(decoding: bytes[$0.bytes], as: UTF8.self)
    }
    #expect(surfaces.contains("Haiti"))
    #expect(surfaces.contains("Côte d’Ivoire"))
    #expect(surfaces.contains("U.S."))
  }
}

/// Sentences cut at points followed by a capital, and tokens cut at spaces and punctuation: enough
/// for names, which do not depend on the tokenizer.
enum PlainSentences {
  static func cut(_ bytes: [UInt8]) -> [SentenceTree] {
    var sentences: [SentenceTree] = []
    var start = 0
    var position = 0
    while position < bytes.count {
      let isEnd =
        position + 2 < bytes.count && bytes[position] == UInt8(ascii: ".")
        && bytes[position + 1] == 0x20 && bytes[position + 2] &- 0x41 < 26 && position > start + 3
        && bytes[position - 1] &- 0x61 < 26 && bytes[position - 3] != 0x20
        && !(bytes[position - 1] == UInt8(ascii: "n") && bytes[position - 2] == UInt8(ascii: "e")
          && bytes[position - 3] == UInt8(ascii: "G"))
      if isEnd {
        sentences.append(sentence(bytes, start..<position + 1))
        start = position + 2
      }
      position += 1
    }
    if start < bytes.count { sentences.append(sentence(bytes, start..<bytes.count)) }
    return sentences
  }

  private static func sentence(_ bytes: [UInt8], _ range: Range<Int>) -> SentenceTree {
    var tokens: [Token] = []
    var begin = range.lowerBound
    func close(_ end: Int) {
      if end > begin { tokens.append(Token(begin: Int32(begin), end: Int32(end))) }
    }
    for position in range {
      let byte = bytes[position]
      if byte == 0x20 || byte == 0x0a {
        close(position)
        begin = position + 1
      } else if [0x28, 0x29, 0x2c, 0x3b].contains(byte) {
        close(position)
        tokens.append(Token(begin: Int32(position), end: Int32(position + 1)))
        begin = position + 1
      }
    }
    close(range.upperBound)
    return SentenceTree(range: range, tokens: tokens)
  }
}
