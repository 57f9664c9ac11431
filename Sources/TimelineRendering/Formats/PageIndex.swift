import Chronology
import TimelineModel

/// What the page's script must know of every event, as columns of JSON in the order of the list.
struct PageIndex {
  /// The entries in the order in which the page lists them.
  let entries: [TimelineEntry]
  /// The axis; nil when nothing is dated.
  let axis: (first: CivilDay, last: CivilDay)?

  /// The index as a text that cannot end the script element it stands in.
  var text: String {
    let descriptions = entries.map(\.event.description)
    var types = NameTable()
    var actors = NameTable()
    var places = NameTable()
    var documents = NameTable()
    let columns: [(String, JSONValue)] = [
      ("ids", .array(entries.map { .string(VisibleText.line($0.event.id)) })),
      ("first", .array(descriptions.map { PageIndex.day($0.date, $0.date.span.earliest) })),
      ("last", .array(descriptions.map { PageIndex.day($0.date, $0.date.span.latest) })),
      ("flags", .array(descriptions.map { .integer(PageIndex.flags($0.date)) })),
      ("weight", .array(entries.map { .integer(PageIndex.weight($0.event)) })),
      ("date", .array(descriptions.map { .string(EventWords.date($0.date)) })),
      (
        "title",
        .array(descriptions.map { .string(VisibleText.line(EventWords.headline($0))) })
      ),
      ("type", .array(descriptions.map { .integer(types.number(of: $0.type)) })),
      (
        "standing",
        .array(
          descriptions.map { description in
            .integer(Actuality.allCases.firstIndex(of: description.actuality) ?? 0)
          })
      ),
      (
        "place", .array(descriptions.map { .integer($0.place.map { places.number(of: $0) } ?? -1) })
      ),
      (
        "actorsOf",
        .array(descriptions.map { .array($0.actors.map { .integer(actors.number(of: $0.name)) }) })
      ),
      (
        "documentsOf",
        .array(
          entries.map { entry in
            .array(EventFields.documentNames(entry).map { .integer(documents.number(of: $0)) })
          })
      ),
    ]
    let names: [(String, JSONValue)] = [
      (
        "axis",
        .array([
          .integer(axis?.first.julianDayNumber ?? 0), .integer(axis?.last.julianDayNumber ?? 0),
        ])
      ),
      ("standings", .array(Actuality.allCases.map { .string($0.rawValue) })),
      ("types", types.json), ("actors", actors.json), ("places", places.json),
      ("documents", documents.json),
    ]
    var bytes: [UInt8] = []
    for byte in JSONValue.object(names + columns).text.utf8 {
      if byte == UInt8(ascii: "<") { bytes += Array("\\u003c".utf8) } else { bytes.append(byte) }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func day(_ date: EventDate, _ day: CivilDay?) -> JSONValue {
    guard date.isDated, let day else { return .null }
    return .integer(day.julianDayNumber)
  }

  /// Independent sources, then confidence, in hundredths.
  private static func weight(_ event: Event) -> Int {
    Int((EventLayout.weight(event) * 100).rounded())
  }

  /// The bits that `layout.js` names.
  private static func flags(_ date: EventDate) -> Int {
    guard date.isDated else { return 0 }
    let first = date.span.earliest ?? date.span.latest ?? CivilDay(julianDayNumber: 0)
    let last = date.span.latest ?? first
    guard let extent = EventExtent(date, first: min(first, last), last: max(first, last)) else {
      return 0
    }
    var flags = 1
    if extent.lasted { flags |= 2 }
    if extent.isSoft { flags |= 4 }
    if extent.opensBefore { flags |= 8 }
    if extent.opensAfter { flags |= 16 }
    if extent.lacksStart { flags |= 32 }
    if extent.lacksEnd { flags |= 64 }
    return flags
  }
}

/// Names numbered in the order in which they are met.
struct NameTable {
  private var names: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a name, which is made visible first.
  mutating func number(of name: String) -> Int {
    let shown = VisibleText.line(name)
    if let number = numbers[shown] { return number }
    numbers[shown] = names.count
    names.append(shown)
    return names.count - 1
  }

  /// The names as an array.
  var json: JSONValue { .array(names.map { .string($0) }) }
}
