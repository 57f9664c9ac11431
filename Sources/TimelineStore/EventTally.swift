import GRDB
import TimelineModel
public import Chronology
import TimelineQuery

/// How many events there are of a type.
public struct TypeCount: Sendable, Hashable {
  /// The type code.
  public var type: String
  /// The number of events.
  public var count: Int
}

/// How many events there are in a year.
public struct YearCount: Sendable, Hashable {
  /// The year.
  public var year: Int
  /// The number of dated events that overlap it.
  public var count: Int
}

extension TimelineStore {
  /// How many dated events overlap a window, by type, without types that have none; sorted by
  /// number, then code.
  public func countsByType(in window: DaySpan? = nil) throws(StoreError) -> [TypeCount] {
    try reading { database throws(StoreError) in
      try EventTally(database).byType(window ?? DaySpan(earliest: nil, latest: nil))
        .sorted { ($1.count, $0.type) < ($0.count, $1.type) }
    }
  }

  /// How many dated events overlap each of the years; an event of several years counts in each.
  public func countsByYear(_ years: ClosedRange<Int>) throws(StoreError) -> [YearCount] {
    try reading { database throws(StoreError) in
      let tally = EventTally(database)
      var counts: [YearCount] = []
      for year in years {
        let found = try tally.byType(.year(year)).reduce(0) { $0 + $1.count }
        counts.append(YearCount(year: year, count: found))
      }
      return counts
    }
  }
}

/// Running totals of beginnings and ends by type, one row for each day on which there are any.
struct EventTally {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// Fills the totals of all events anew.
  func rebuild() throws(StoreError) {
    try database.run("DELETE FROM event_tally; DELETE FROM event_tally_type")
    var positions: [String: Int] = [:]
    let typeRow = try SQLStatement(
      database, "SELECT DISTINCT type FROM event_record WHERE lo IS NOT NULL ORDER BY type")
    let newType = try SQLStatement(database, "INSERT INTO event_tally_type VALUES (?, ?)")
    while try typeRow.step() {
      let type = typeRow.text(0)
      newType.bind(1, positions.count)
      newType.bind(2, type)
      try newType.run()
      positions[type] = positions.count
    }
    let newDay = try SQLStatement(database, "INSERT INTO event_tally VALUES (?, ?)")
    // Beginnings stand at even places of the totals, ends at odd ones.
    var totals = [Int](repeating: 0, count: 2 * positions.count)
    var current: Int?
    func store(_ day: Int) throws(StoreError) {
      newDay.bind(1, day)
      newDay.bind(2, blob: Self.encoded(totals))
      try newDay.run()
    }
    let change = try SQLStatement(
      database,
      """
      SELECT lo AS day, type, 0 AS is_end, count(*) FROM event_record WHERE lo IS NOT NULL
      GROUP BY lo, type
      UNION ALL SELECT hi, type, 1, count(*) FROM event_record WHERE hi IS NOT NULL
      GROUP BY hi, type
      ORDER BY day
      """)
    while try change.step() {
      let day = change.int(0)
      if let current, day != current { try store(current) }
      current = day
      guard let position = positions[change.text(1)] else { continue }
      totals[2 * position + change.int(2)] += change.int(3)
    }
    if let current { try store(current) }
  }

  /// How many dated events overlap a window, by type, in the order of codes.
  func byType(_ window: DaySpan) throws(StoreError) -> [TypeCount] {
    let last = window.latest?.julianDayNumber ?? Int(Int32.max)
    let first = window.earliest?.julianDayNumber ?? Int(Int32.min)
    guard let begun = try totals(upTo: last) else { return [] }
    let ended = try totals(upTo: first - 1)
    let row = try SQLStatement(
      cachedIn: database, "SELECT position, type FROM event_tally_type ORDER BY position")
    var counts: [TypeCount] = []
    while try row.step() {
      let place = 2 * row.int(0)
      guard place + 1 < begun.count, ended == nil || ended?.count == begun.count else {
        throw .invalidValue("the totals of events are damaged: run timeline rebuild")
      }
      let count = begun[place] - (ended?[place + 1] ?? 0)
      if count > 0 { counts.append(TypeCount(type: row.text(1), count: count)) }
    }
    return counts
  }

  /// The totals after a day; nil when nothing has begun by then.
  private func totals(upTo day: Int) throws(StoreError) -> [Int]? {
    let row = try SQLStatement(
      cachedIn: database, "SELECT totals FROM event_tally WHERE day <= ? ORDER BY day DESC LIMIT 1")
    row.bind(1, day)
    return try row.step() ? Self.decoded(row.bytes(0)) : nil
  }

  /// Numbers as LEB128: seven bits a byte, the lowest first, the top bit set when more follow.
  static func encoded(_ numbers: [Int]) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(2 * numbers.count)
    for number in numbers {
      var rest = UInt(number)
      while rest >= 0x80 {
        bytes.append(UInt8(rest & 0x7f) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    return bytes
  }

  /// The numbers of LEB128 bytes; bits beyond the 56th are dropped.
  static func decoded(_ bytes: [UInt8]) -> [Int] {
    var numbers: [Int] = []
    numbers.reserveCapacity(bytes.count)
    var number = 0
    var shift = 0
    for byte in bytes {
      if shift < 56 { number |= Int(byte & 0x7f) << shift }
      shift += 7
      if byte < 0x80 {
        numbers.append(number)
        number = 0
        shift = 0
      }
    }
    return numbers
  }

  /// The count of a query that asks for nothing but a window and types; nil for any other.
  func count(_ query: EventQuery) throws(StoreError) -> Int? {
    guard query.undated == .excluded, !query.certain || query.window == nil else { return nil }
    var types: [[String]] = []
    for term in query.terms {
      guard case .field(.type, let values) = term.condition, !term.isNegated else { return nil }
      types.append(values)
    }
    return try byType(query.window ?? DaySpan(earliest: nil, latest: nil))
      .filter { found in
        types.allSatisfy { values in
          values.contains { found.type == $0 || found.type.hasPrefix($0 + ".") }
        }
      }.reduce(0) { $0 + $1.count }
  }
}
