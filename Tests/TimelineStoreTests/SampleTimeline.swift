import Chronology
import Foundation
import TimelineModel
import TimelineStore
import TimelineTestSupport

/// Random documents, mentions and events that hang together, for tests of the store.
struct SampleTimeline {
  var extractions: [Extraction] = []
  var events: [Event] = []

  static let types = ["meeting", "meeting.summit", "arms_deal", "exercise", "visit", "other"]
  static let actors = [
    Actor(name: "Pakistan", kind: .country, country: "Pakistan"),
    Actor(name: "Russia", kind: .country, country: "Russia", role: .counterpart),
    Actor(
      name: "Qamar Jawed Bajwa", kind: .person, country: "Pakistan", role: .participant,
      office: "Chief of Army Staff"),
    Actor(name: "Financial Action Task Force", kind: .organisation, role: .subject),
  ]

  /// A timeline of that many documents with up to six mentions each.
  init(documents: Int, using random: inout SeededGenerator) {
    for number in 0..<documents {
      var text = "Überschrift \(number)\n"
      var mentions: [EventMention] = []
      let name = "folder/document-\(number).txt"
      for _ in 0..<Int.random(in: 0...6, using: &random) {
        let sentence =
          "On day \(Int.random(in: 1...999, using: &random)) they met — “again”, with the S-400."
        let begin = text.unicodeScalars.count
        text += sentence + " "
        let description = Self.description(using: &random)
        mentions.append(
          EventMention(
            id: ContentIdentity.event("\(name) \(begin) \(sentence)"), document: name,
            evidence: Quotation(
              begin: begin, end: begin + sentence.unicodeScalars.count, exact: sentence,
              prefix: "before", suffix: "after"),
            trigger: Trigger(begin: begin, end: begin + 2, text: "met", lemma: "meet"),
            description: description,
            dating: DateProvenance(
              attachment: Bool.random(using: &random) ? "own-predicate" : nil,
              rule: "english.day-month-year", phraseBegin: begin, phraseEnd: begin + 6,
              anchor: "2018", anchorReason: "publication date (sidecar)")))
      }
      let day = CivilDay(julianDayNumber: 2_458_000 + number)
      let document = Document(
        name: name, utf8: Array(text.utf8),
        metadata: DocumentMetadata(
          title: "Title \(number)", publisher: number % 2 == 0 ? "The Daily" : nil,
          genre: "op-ed", language: "en"),
        published: number % 3 == 0
          ? nil
          : PublicationDate(
            edtf: day.description, span: DaySpan(day), origin: .sidecar, evidence: "published"),
        warnings: number % 4 == 0
          ? [Warning(code: "encoding.latin1", document: name, begin: 3, message: "Latin-1")] : [])
      extractions.append(
        Extraction(
          document: document, mentions: mentions,
          warnings: number % 5 == 0
            ? [Warning(code: "sentence.cut", document: name, message: "cut off")] : []))
    }
    makeEvents(using: &random)
  }

  private mutating func makeEvents(using random: inout SeededGenerator) {
    var rest = extractions.flatMap(\.mentions)[...]
    while let first = rest.first {
      let members = rest.prefix(Int.random(in: 1...2, using: &random))
      rest = rest.dropFirst(members.count)
      events.append(
        Event(
          id: first.id, origin: .extracted, description: first.description,
          mentions: members.map(\.id), independentSources: members.count,
          notes: Bool.random(using: &random) ? [] : ["second note", "a first note"],
          labels: Bool.random(using: &random) ? [] : ["key", "watch"]))
    }
    events.append(
      Event(
        id: ContentIdentity.event("added"), origin: .added,
        description: Self.description(using: &random), source: "a letter",
        decisions: ["d_000000000001"], possibleDuplicates: events.prefix(1).map(\.id)))
  }

  /// A random description; one in eight is undated, one in ten open-ended.
  static func description(using random: inout SeededGenerator) -> EventDescription {
    let attributes: [String: String] =
      Bool.random(using: &random) ? [:] : ["system": "S-400", "quantity": "4"]
    return EventDescription(
      type: types.randomElement(using: &random) ?? "other", plover: "CONSULT",
      title: "They meet \(Int.random(in: 0...99, using: &random))", date: date(using: &random),
      actors: Array(actors.shuffled(using: &random).prefix(Int.random(in: 0...3, using: &random))),
      place: Bool.random(using: &random) ? "Moscow" : nil,
      actuality: Actuality.allCases.randomElement(using: &random) ?? .occurred,
      cue: Bool.random(using: &random) ? "will" : nil,
      stage: Bool.random(using: &random) ? "talks" : nil,
      attribution: Bool.random(using: &random) ? "officials" : nil, attributes: attributes,
      confidence: Double(Int.random(in: 0...100, using: &random)) / 100)
  }

  /// A random date between 1900 and 2030.
  static func date(using random: inout SeededGenerator) -> EventDate {
    let start = CivilDay(julianDayNumber: Int.random(in: 2_415_021...2_462_502, using: &random))
    let lengths = [1, 1, 1, 1, 2, 5, 30, 365, 1461, 7000]
    let end = start.advanced(by: (lengths.randomElement(using: &random) ?? 1) - 1)
    switch Int.random(in: 0..<20, using: &random) {
    case 0:
      return .undated(within: DaySpan(earliest: start, latest: nil))
    case 1: return .undated()
    case 2:
      return EventDate(
        edtf: "\(start)/..", span: DaySpan(earliest: start, latest: nil), precision: .interval,
        shape: .throughout, phrase: "since")
    case 3:
      return EventDate(
        edtf: "../\(end)", span: DaySpan(earliest: nil, latest: end), precision: .interval)
    default:
      return EventDate(
        edtf: start == end ? "\(start)" : "\(start)/\(end)",
        span: DaySpan(earliest: start, latest: end), precision: start == end ? .day : .interval,
        approximate: Bool.random(using: &random), uncertain: Bool.random(using: &random),
        inferred: Bool.random(using: &random) ? [] : [.year, .day],
        shape: Bool.random(using: &random) ? .within : .throughout, phrase: "22 April",
        modifier: Bool.random(using: &random) ? nil : "START")
    }
  }

  /// Puts everything into a store in one transaction.
  func fill(_ store: TimelineStore) throws {
    try store.write { writer throws(StoreError) in
      try writer.replaceDocuments(extractions)
      try writer.replaceEvents(events)
    }
  }
}

/// Runs a test on a database in memory and on one in a file, and removes the file.
func onMemoryAndFile(_ body: (TimelineStore) throws -> Void) throws {
  try body(TimelineStore.inMemory())
  try withTemporaryFolder { folder in
    try body(TimelineStore.create(at: folder.appending(path: "timeline.sqlite").path))
  }
}

/// Gives a folder that is gone afterwards.
func withTemporaryFolder(_ body: (URL) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.appending(
    path: "timeline-store-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  try body(folder)
}
