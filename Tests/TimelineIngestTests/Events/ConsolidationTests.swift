import Chronology
import Testing
import TimelineModel
import TimelineTestSupport

@testable import TimelineIngest

@Suite("Putting mentions together")
struct ConsolidationTests {
  static func extraction(
    _ name: String, published: String,
    _ events: [(sentence: String, type: String, date: String?, actors: [Actor])]
  ) -> Extraction {
    let text = events.map(\.sentence).joined(separator: " ")
    let day = CivilDay(iso: published)
    let document = Document(
      name: name, utf8: Array(text.utf8),
      published: PublicationDate(
        edtf: published, span: DaySpan(earliest: day, latest: day), origin: .sidecar, evidence: ""))
    var mentions: [EventMention] = []
    var begin = 0
    for event in events {
      let day = event.date.flatMap { CivilDay(iso: $0) }
      mentions.append(
        EventMention(
          id: MentionIdentity.id(sentence: event.sentence, ordinal: 0), document: name,
          evidence: Quotation(
            begin: begin, end: begin + event.sentence.count, exact: event.sentence,
            prefix: String(text.prefix(begin).suffix(32))),
          trigger: Trigger(begin: begin, end: begin + 3, text: "met", lemma: "meet"),
          description: EventDescription(
            type: event.type, title: event.sentence,
            date: day.map {
              EventDate(edtf: $0.description, span: DaySpan($0), precision: .day)
            } ?? .undated(),
            actors: event.actors)))
      begin += event.sentence.count + 1
    }
    return Extraction(document: document, mentions: mentions)
  }

  static func person(_ name: String, _ country: String) -> Actor {
    Actor(name: name, kind: .person, country: country)
  }

  static let day = "2011-05-03"
  static let anna = person("Anna Ode", "Ghana")
  static let luis = person("Luis Paz", "Peru")
  static let mary = person("Mary Kip", "Kenya")
  static let omar = person("Omar Said", "Oman")

  static var sample: [Extraction] {
    [
      extraction(
        "a", published: "2011-05-04",
        [
          ("Ode met Paz in Accra.", "meeting", day, [anna, luis]),
          ("Kip met Said in Accra.", "meeting", day, [mary, omar]),
        ]),
      extraction(
        "b", published: "2011-05-05",
        [
          ("Paz and Ode met on Tuesday in Accra.", "meeting", day, [luis, anna])
        ]),
      extraction(
        "c", published: "2011-05-06",
        [
          ("Ode met Paz in Accra.", "meeting", day, [anna, luis])
        ]),
    ]
  }

  @Test("One meeting told three times is one event; another one on that day stays apart")
  func mergesAndKeepsApart() {
    let result = Consolidator.consolidate(Self.sample)
    #expect(result.events.count == 2)
    let told = result.events.first { $0.description.actors.contains { $0.name == "Anna Ode" } }
    #expect(told?.mentions.count == 2)
    // The third document repeats the first one's sentence and is no source of its own.
    #expect(told?.independentSources == 2)
  }

  @Test("The order of documents changes nothing")
  func orderDoesNotMatter() {
    var generator = SeededGenerator(seed: 11)
    let expected = Consolidator.consolidate(Self.sample)
    for _ in 0..<20 {
      let shuffled = Self.sample.shuffled(using: &generator)
      #expect(Consolidator.consolidate(shuffled).events == expected.events)
    }
  }

  @Test("People may join what the machine keeps apart and part what it joins")
  func peopleDecide() {
    let ids = Self.sample[0].mentions.map(\.id)
    let joined = Consolidator.consolidate(Self.sample, mustLink: [ids])
    #expect(joined.events.count == 1)
    let other = Self.sample[1].mentions[0].id
    let parted = Consolidator.consolidate(Self.sample, cannotLink: [[ids[0], other]])
    #expect(parted.events.count == 3)
  }

  @Test("Equal sentences about different days are told apart, the earlier document keeps the id")
  func equalSentences() {
    let first = Self.extraction(
      "x", published: "2011-05-04",
      [("Ode met Paz in Accra.", "meeting", "2011-05-03", [Self.anna])])
    let second = Self.extraction(
      "y", published: "2012-05-04",
      [("Ode met Paz in Accra.", "meeting", "2012-05-03", [Self.anna])])
    let result = Consolidator.consolidate([second, first])
    #expect(result.events.count == 2)
    #expect(Set(result.events.map(\.id)).count == 2)
    #expect(result.extractions[1].mentions[0].id == first.mentions[0].id)
    #expect(result.extractions[0].mentions[0].id != second.mentions[0].id)
  }

  @Test("Code points count characters of any width")
  func codePoints() {
    let text = String(repeating: "é—😀a", count: 200)
    let offsets = CodePointOffsets(Array(text.utf8))
    var byte = 0
    for (number, scalar) in text.unicodeScalars.enumerated() {
      #expect(offsets.codePoint(ofByte: byte) == number)
      byte += String(scalar).utf8.count
    }
    #expect(offsets.codePoint(ofByte: byte) == text.unicodeScalars.count)
  }
}
