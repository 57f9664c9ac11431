import Chronology
import TimelineModel
import TimelineStore

/// Events of a stated mix: 70 % of one day, 15 % of two to seven days, 10 % of a month or a year,
/// 5 % of years or without an end, denser toward the present.
struct GeneratedEvents {
  /// The same seed gives the same events.
  var random = BenchRandom(state: 2_026)

  /// That many events.
  mutating func list(_ count: Int) -> [Event] { (0..<count).map { event($0) } }

  /// A database of generated events at that path.
  static func makeDatabase(at path: String, events count: Int) throws {
    var generated = GeneratedEvents()
    let events = generated.list(count)
    let store = try TimelineStore.create(at: path)
    try store.write { writer throws(StoreError) in try writer.replaceEvents(events) }
    try store.close()
  }

  /// A stretch of that many days that begins between 1960 and 2019.
  mutating func window(days: Int) -> DaySpan {
    let start = CivilDay(julianDayNumber: 2_436_935 + random.below(21_900))
    return DaySpan(earliest: start, latest: start.advanced(by: days - 1))
  }

  private mutating func event(_ number: Int) -> Event {
    // The smaller of two draws, counted back from 2030, makes the present denser.
    let back = min(random.below(47_482), random.below(47_482))
    let start = CivilDay(julianDayNumber: 2_462_502 - back)
    var end: CivilDay? = start
    switch random.below(1000) {
    case ..<700: break
    case ..<850: end = start.advanced(by: 1 + random.below(6))
    case ..<915: end = start.advanced(by: 29)
    case ..<950: end = start.advanced(by: 364)
    case ..<975: end = start.advanced(by: 730 + random.below(6500))
    default: end = nil
    }
    let isRare = random.below(1000) < 8
    let span = DaySpan(earliest: start, latest: end)
    let actors = (0..<(1 + random.below(2))).map { index in
      Actor(
        name: "Country \(random.below(200))", kind: .country,
        role: index == 0 ? .actor : .counterpart)
    }
    return Event(
      id: "e_\(number)", origin: .added,
      description: EventDescription(
        type: isRare ? "rare" : "type\(random.below(40))", title: "Event number \(number)",
        date: EventDate(
          edtf: "\(start)" + (end == start ? "" : end.map { "/\($0)" } ?? "/.."), span: span,
          precision: end == start ? .day : .interval), actors: actors,
        place: "Place \(random.below(500))"), source: "generated row \(number)")
  }
}

/// A small generator with a fixed start, so that two runs generate the same events.
struct BenchRandom {
  var state: UInt64

  /// A number from 0 up to the bound.
  mutating func below(_ bound: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int((state >> 33) % UInt64(bound))
  }
}
