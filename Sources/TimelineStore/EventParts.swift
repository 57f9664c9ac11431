import GRDB
import TimelineModel

/// Reads what hangs on events: one statement for each table and batch, not one for each event.
struct EventParts {
  private let database: Database

  init(_ database: Database) { self.database = database }

  /// How many events one statement serves.
  private static let batch = 1_000

  /// Adds participants, attributes, members, decisions, duplicates, notes and labels to events.
  func attach(to events: inout [Event]) throws(StoreError) {
    for start in stride(from: 0, to: events.count, by: EventParts.batch) {
      let end = min(start + EventParts.batch, events.count)
      let ids = EventParts.list(events[start..<end].lazy.map(\.id))
      try each("name, kind, country, role, office", of: "event_participant", ids) {
        row, index throws(StoreError) in
        events[start + index].description.actors.append(try Actor(row, from: 1))
      }
      try each("part.name, part.value", of: "event_attribute", ids) { row, index in
        events[start + index].description.attributes[row.text(1)] = row.text(2)
      }
      try each("mention", of: "event_member", ids) { row, index in
        events[start + index].mentions.append(row.text(1))
      }
      try each("decision", of: "event_decision", ids) { row, index in
        events[start + index].decisions.append(row.text(1))
      }
      try each("other", of: "duplicate_pair", ids) { row, index in
        events[start + index].possibleDuplicates.append(row.text(1))
      }
      try each("note", of: "note", ids) { row, index in
        events[start + index].notes.append(row.text(1))
      }
      try each("label", of: "label", ids) { row, index in
        events[start + index].labels.append(row.text(1))
      }
    }
  }

  /// Hands out the rows of a table that belong to listed events, with the event's place in the
  /// list; an event's rows come in the order of the table's key, which the loop below walks.
  private func each(
    _ columns: String, of table: String, _ ids: String,
    _ receive: (borrowing SQLStatement, Int) throws(StoreError) -> Void
  ) throws(StoreError) {
    let row = try SQLStatement(
      cachedIn: database,
      "SELECT wanted.key, \(columns) FROM json_each(?) AS wanted "
        + "CROSS JOIN \(table) AS part ON part.event = wanted.value")
    row.bind(1, ids)
    while try row.step() { try receive(row, row.int(0)) }
  }

  /// Texts as a JSON array.
  private static func list(_ texts: some Sequence<String>) -> String {
    var json: [UInt8] = [UInt8(ascii: "[")]
    for text in texts {
      if json.count > 1 { json.append(UInt8(ascii: ",")) }
      json.append(UInt8(ascii: "\""))
      for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): json += [UInt8(ascii: "\\"), byte]
        case ..<0x20: json += Array("\\u00".utf8) + [digit(byte >> 4), digit(byte & 15)]
        default: json.append(byte)
        }
      }
      json.append(UInt8(ascii: "\""))
    }
    json.append(UInt8(ascii: "]"))
    return String(decoding: json, as: UTF8.self)
  }

  private static func digit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") + value - 10
  }
}
