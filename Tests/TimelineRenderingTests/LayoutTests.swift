import Chronology
import Testing
import TimelineModel
import TimelineRendering
import TimelineTestSupport

@Suite struct LayoutTests {
  @Test func lanesNeverOverlapAndLoseNothing() {
    for seed in UInt64(1)...40 {
      var generator = SeededGenerator(seed: seed)
      var stretches = (0..<200).map { _ -> ClosedRange<Double> in
        let begin = Double.random(in: 0..<1000, using: &generator)
        return begin...(begin + Double.random(in: 0..<80, using: &generator))
      }
      if seed.isMultiple(of: 2) { stretches.sort { $0.lowerBound < $1.lowerBound } }
      let lanes = LanePacking.lanes(stretches, gap: 4)
      #expect(lanes.count == stretches.count, "seed \(seed)")
      for lane in Set(lanes) {
        let inside = zip(lanes, stretches).filter { $0.0 == lane }.map(\.1)
          .sorted { $0.lowerBound < $1.lowerBound }
        for (left, right) in zip(inside, inside.dropFirst()) {
          #expect(left.upperBound + 4 <= right.lowerBound, "seed \(seed)")
        }
      }
    }
  }

  @Test func everyEventIsPlacedOrInExactlyOneBundle() throws {
    for seed in UInt64(1)...10 {
      let content = EverythingTimeline.random(Int(seed) * 30, seed: seed)
      let axis = try #require(EventExtent.axis(of: content))
      var generator = SeededGenerator(seed: seed)
      // A stretch of the axis, as when zooming.
      let span = axis.first.distance(to: axis.last)
      let first = axis.first.advanced(by: Int.random(in: 0..<span, using: &generator))
      let last = first.advanced(by: Int.random(in: 1...span, using: &generator))
      for scale in [
        TimeScale(first: axis.first, last: axis.last, length: 1120),
        TimeScale(first: first, last: last, length: 700),
      ] {
        let touching = content.entries.indices.filter {
          let date = content.entries[$0].event.description.date
          return EventExtent(date, first: scale.first, last: scale.last) != nil
        }
        for lanes in [nil, 4, 28] {
          let layout = EventLayout(
            content.entries, on: scale,
            room: EventLayout.Room(
              lanes: lanes, labels: [700, 300, 200], staircase: lanes == nil ? 60 : 0))
          let found = layout.placed.map(\.index) + layout.bundles.flatMap(\.indices)
          #expect(found.sorted() == touching, "seed \(seed), \(String(describing: lanes))")
          #expect(layout.lanes <= lanes ?? .max, "seed \(seed)")
          expectNoOverlap(layout, on: scale)
        }
      }
    }
  }

  private func expectNoOverlap(_ layout: EventLayout, on scale: TimeScale) {
    for items in Dictionary(grouping: layout.placed, by: \.lane).values {
      let sorted = items.sorted { $0.whole.lowerBound < $1.whole.lowerBound }
      for (left, right) in zip(sorted, sorted.dropFirst()) {
        #expect(left.whole.upperBound <= right.whole.lowerBound)
      }
    }
    #expect(
      layout.placed.allSatisfy { $0.bar.lowerBound >= 0 && $0.bar.upperBound <= scale.length })
  }

  @Test func densityCountsEveryDatedEventOnce() throws {
    for content in [EverythingTimeline.content, EverythingTimeline.many(5000)] {
      let axis = try #require(EventExtent.axis(of: content))
      for length in [1.0, 7, 48, 240] {
        let scale = TimeScale(first: axis.first, last: axis.last, length: length)
        let dated = content.entries.count { $0.event.description.date.isDated }
        #expect(Density.counts(content.entries, on: scale).reduce(0, +) == dated)
      }
    }
  }

  @Test func ticksAreRoundFewAndOnTheAxis() throws {
    let first = try #require(CivilDay(year: 2012, month: 2, day: 3))
    for days in [1, 5, 30, 90, 400, 2_500, 40_000, 400_000] {
      let scale = TimeScale(first: first, last: first.advanced(by: days), length: 100)
      for count in [2, 5, 12] {
        let ticks = scale.ticks(atMost: count)
        #expect(ticks.count <= count, "\(days) days")
        #expect(ticks.allSatisfy { $0.day >= scale.first && $0.day <= scale.last })
        #expect(ticks.map(\.day) == ticks.map(\.day).sorted())
      }
    }
    let years = TimeScale(
      first: first, last: try #require(CivilDay(year: 2018, month: 6, day: 1)), length: 48)
    #expect(
      years.ticks(atMost: 6).map(\.label) == ["2013", "2014", "2015", "2016", "2017", "2018"])
  }

  @Test func groupsHoldEveryEntry() {
    let entries = EverythingTimeline.content.entries
    for key in GroupKey.allCases {
      let ids = Set(key.groups(entries).flatMap { $0.entries.map(\.event.id) })
      #expect(ids == Set(entries.map(\.event.id)), "\(key)")
    }
  }

  @Test func chartsAtEveryWidth() throws {
    let content = EverythingTimeline.content
    for width in [60, 80, 120, 240] {
      for group in [nil, GroupKey.type] {
        for ascii in [false, true] {
          let text = TerminalChart(width: width, ascii: ascii, groupBy: group).text(content)
          let wide = text.split(separator: "\n").count { DisplayWidth.of($0) > width }
          #expect(wide == 0, "\(width)")
          #expect(!text.contains("\u{1b}"))
          #expect(!ascii || text.utf8.allSatisfy { $0 < 0x80 })
          let missing =
            ascii
            ? 0
            : content.entries.count { entry in
              !text.contains(entry.event.description.title.prefix(5))
            }
          #expect(missing == 0, "\(width)")
        }
      }
    }
    let unicode = TerminalChart(width: 100).text(content)
    #expect(
      try Snapshot.difference(unicode, named: "chart-100.txt", in: "TimelineRenderingTests") == nil)
    let ascii = TerminalChart(width: 80, ascii: true, groupBy: .type).text(content)
    #expect(
      try Snapshot.difference(ascii, named: "chart-ascii.txt", in: "TimelineRenderingTests") == nil)
    let many = TerminalChart(width: 80).text(EverythingTimeline.many(5000))
    #expect(many.contains("5000 events are too many to draw singly"))
    #expect(
      try Snapshot.difference(many, named: "chart-many.txt", in: "TimelineRenderingTests") == nil)
  }
}
