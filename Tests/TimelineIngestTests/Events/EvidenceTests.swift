import Chronology
import Testing
import TimelineModel
import TimelineTestSupport

@testable import TimelineIngest

@Suite("Evidence and its offsets")
struct EvidenceTests {
  static let text = """
    ACCRA, 4 May 2011 (Example Wire) - Ghana’s president met his Togolese counterpart in Lomé on \
    Tuesday. They signed a protocol on fisheries — the first since 1998 — and will meet again in June. \
    On 2 May 2011 gunmen attacked a convoy near Tamale, killing two drivers; nobody claimed the attack.

    Leave a Reply
    """

  static func extraction(_ bytes: [UInt8]) -> Extraction {
    let day = CivilDay(iso: "2011-05-04")
    return Ingester().extract(
      Document(
        name: "a.txt", utf8: bytes,
        published: PublicationDate(
          edtf: "2011-05-04", span: DaySpan(earliest: day, latest: day), origin: .sidecar,
          evidence: "test")))
  }

  @Test("The plain text gives its events, each quoted verbatim, and no page furniture")
  func plain() {
    let mentions = Self.extraction(Array(Self.text.utf8)).mentions
    let types = Set(mentions.map { $0.description.type.prefix { $0 != "." } })
    #expect(types.contains("meeting"))
    #expect(types.contains("agreement"))
    #expect(types.contains("conflict"))
    #expect(!mentions.contains { $0.evidence.exact.contains("Leave a Reply") })
    let attack = mentions.first { $0.description.type == "conflict.attack" }
    #expect(attack?.description.date.edtf == "2011-05-02")
  }

  @Test("Whatever happens to a text, every quotation equals the text at its offsets")
  func mutated() {
    let seed: UInt64 = 29
    var generator = SeededGenerator(seed: seed)
    let inserts = ["—", "“", "\n\n", "(", " and ", " of ", ": ", "é😀", "1999 ", "by ", "3 May "]
    for round in 0..<40 {
      var scalars = Array(Self.text.unicodeScalars)
      for _ in 0..<Int.random(in: 1...25, using: &generator) {
        let place = Int.random(in: 0..<scalars.count, using: &generator)
        switch Int.random(in: 0..<3, using: &generator) {
        case 0:
          scalars.removeSubrange(place..<min(scalars.count - 1, place + 9))
        case 1:
          let piece = inserts[Int.random(in: 0..<inserts.count, using: &generator)]
          scalars.insert(contentsOf: piece.unicodeScalars, at: place)
        default:
          scalars.insert(contentsOf: scalars[place..<min(scalars.count, place + 40)], at: place)
        }
        if scalars.isEmpty { scalars = ["x"] }
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: scalars)
      let mentions = Self.extraction(Array(String(text).utf8)).mentions
      for mention in mentions {
        let evidence = mention.evidence
        var quoted = String.UnicodeScalarView()
        quoted.append(contentsOf: scalars[evidence.begin..<evidence.end])
        #expect(String(quoted) == evidence.exact, "seed \(seed) round \(round)")
        #expect(evidence.end - evidence.begin <= 700)
        #expect(mention.trigger.begin >= evidence.begin && mention.trigger.end <= evidence.end)
      }
    }
  }

  @Test("Reading twice gives the same, whatever ran before")
  func repeatable() {
    let bytes = Array(Self.text.utf8)
    #expect(Self.extraction(bytes) == Self.extraction(bytes))
  }
}
