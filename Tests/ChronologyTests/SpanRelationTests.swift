import Chronology
import Testing
import TimelineTestSupport

@Suite("Allen's relations between spans")
struct SpanRelationTests {
  /// A span of small day numbers, now and then with an open end.
  private static func anySpan(_ random: inout SeededGenerator) -> DaySpan {
    let first = Int.random(in: 0..<8, using: &random)
    let last = Int.random(in: first..<9, using: &random)
    let isOpen = { (random: inout SeededGenerator) in Int.random(in: 0..<6, using: &random) == 0 }
    return DaySpan(
      earliest: isOpen(&random) ? nil : CivilDay(julianDayNumber: first),
      latest: isOpen(&random) ? nil : CivilDay(julianDayNumber: last))
  }

  /// Which relations hold by their definitions, written apart from the code under test.
  private static func holding(_ a: DaySpan, _ b: DaySpan) -> [SpanRelation] {
    let (a1, a2) = (a.earliest?.julianDayNumber ?? -1_000, a.latest?.julianDayNumber ?? 1_000)
    let (b1, b2) = (b.earliest?.julianDayNumber ?? -1_000, b.latest?.julianDayNumber ?? 1_000)
    let all: [(SpanRelation, Bool)] = [
      (.before, a2 + 1 < b1), (.meets, a2 + 1 == b1), (.overlaps, a1 < b1 && b1 <= a2 && a2 < b2),
      (.starts, a1 == b1 && a2 < b2), (.during, a1 > b1 && a2 < b2),
      (.finishes, a1 > b1 && a2 == b2), (.equals, a1 == b1 && a2 == b2),
      (.finishedBy, a1 < b1 && a2 == b2), (.contains, a1 < b1 && a2 > b2),
      (.startedBy, a1 == b1 && a2 > b2), (.overlappedBy, b1 < a1 && a1 <= b2 && b2 < a2),
      (.metBy, b2 + 1 == a1), (.after, b2 + 1 < a1),
    ]
    return all.filter(\.1).map(\.0)
  }

  @Test func exactlyOneHoldsAndItIsTheOneGiven() {
    let seed: UInt64 = 1_983
    var random = SeededGenerator(seed: seed)
    var seen = Set<SpanRelation>()
    for _ in 0..<20_000 {
      let (a, b) = (Self.anySpan(&random), Self.anySpan(&random))
      let relation = SpanRelation(of: a, to: b)
      seen.insert(relation)
      #expect(Self.holding(a, b) == [relation], "seed \(seed): \(a) \(b)")
      #expect(SpanRelation(of: b, to: a) == relation.inverse, "seed \(seed): \(a) \(b)")
      #expect(relation.sharesDays == a.overlaps(b), "seed \(seed): \(a) \(b)")
    }
    #expect(seen.count == SpanRelation.allCases.count)
  }

  @Test func periodsOfEverydayUse() throws {
    let year = DaySpan.year(2018)
    let april = DaySpan.month(4, year: 2018)
    #expect(SpanRelation(of: april, to: year) == .during)
    #expect(SpanRelation(of: .month(1, year: 2018), to: year) == .starts)
    #expect(SpanRelation(of: .month(12, year: 2018), to: year) == .finishes)
    #expect(SpanRelation(of: .year(2017), to: year) == .meets)
    #expect(SpanRelation(of: .year(2016), to: year) == .before)
    #expect(SpanRelation(of: try EDTF("2014/..").span, to: year) == .contains)
    #expect(SpanRelation(of: try EDTF("2018/..").span, to: year) == .startedBy)
    #expect(SpanRelation(of: try EDTF("../2018").span, to: year) == .finishedBy)
  }
}
