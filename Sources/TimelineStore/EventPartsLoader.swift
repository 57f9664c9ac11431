import GRDB
import TimelineModel

/// Writes the rows that hang on an event.
struct EventPartsLoader: ~Copyable {
  private let participant: SQLStatement
  private let attribute: SQLStatement
  private let member: SQLStatement
  private let decision: SQLStatement
  private let duplicate: SQLStatement
  private let label: SQLStatement
  private let note: SQLStatement

  init(_ database: Database) throws(StoreError) {
    // A type without copies is built whole: locals first, then all members at once.
    let participant = try SQLStatement(
      database, "INSERT INTO event_participant VALUES (\(placeholders(7)))")
    let attribute = try SQLStatement(database, "INSERT INTO event_attribute VALUES (?, ?, ?)")
    let member = try SQLStatement(database, "INSERT INTO event_member VALUES (?, ?, ?)")
    let decision = try SQLStatement(database, "INSERT INTO event_decision VALUES (?, ?, ?)")
    let duplicate = try SQLStatement(database, "INSERT OR IGNORE INTO duplicate_pair VALUES (?, ?)")
    let label = try SQLStatement(database, "INSERT OR IGNORE INTO label VALUES (?, ?)")
    let note = try SQLStatement(database, "INSERT INTO note VALUES (?, ?, ?)")
    self.participant = participant
    self.attribute = attribute
    self.member = member
    self.decision = decision
    self.duplicate = duplicate
    self.label = label
    self.note = note
  }

  /// Inserts everything that hangs on the event; the event itself stands already.
  func insert(_ event: Event) throws(StoreError) {
    for (position, actor) in event.description.actors.enumerated() {
      participant.bind(1, event.id)
      participant.bind(2, position)
      bindActor(actor, to: participant, from: 3)
      try participant.run()
    }
    for (name, value) in event.description.attributes.sorted(by: { $0.key < $1.key }) {
      attribute.bind(1, event.id)
      attribute.bind(2, name)
      attribute.bind(3, value)
      try attribute.run()
    }
    try insert(event.mentions, of: event.id, with: member)
    try insert(event.decisions, of: event.id, with: decision)
    try insert(event.notes, of: event.id, with: note)
    for other in event.possibleDuplicates {
      duplicate.bind(1, event.id)
      duplicate.bind(2, other)
      try duplicate.run()
    }
    for each in event.labels {
      label.bind(1, event.id)
      label.bind(2, each)
      try label.run()
    }
  }

  private func insert(
    _ values: [String], of event: String, with statement: borrowing SQLStatement
  ) throws(StoreError) {
    for (position, value) in values.enumerated() {
      statement.bind(1, event)
      statement.bind(2, position)
      statement.bind(3, value)
      try statement.run()
    }
  }
}
