import ArgumentParser
import Chronology
import TimelineIngest
import TimelineModel
import TimelineRendering

/// `timeline extract`: the events of texts, without a timeline folder.
struct ExtractCommand: ParsableCommand, TakesManyFiles {
  static let configuration = CommandConfiguration(
    commandName: "extract",
    abstract: "Print the events that texts tell of, without storing them.",
    discussion: """
      Events are merged within each file, never across files; files are read side by side on all \
      processors and printed in their order. One line an event: date, type, title; --jsonl \
      writes one JSON object a line with quote, actors, actuality and provenance. --explain prints \
      what was seen and decided, sentence by sentence.
      """)

  @OptionGroup var documents: DocumentArguments

  @Flag(help: "One JSON object a line.")
  var jsonl = false

  @Flag(help: "Unmerged mentions, one for every word that can denote an event.")
  var allPredicates = false

  @Flag(help: "Show tree, names, dates and decisions of every sentence.")
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Event types of your own (see timeline help types).", valueName: "file"))
  var types: String?

  func run() throws {
    let ingester = Ingester(types: try types.map { try TypesFile.read($0) } ?? .empty)
    let listing = ExtractionListing(
      ingester: ingester, jsonl: jsonl, allPredicates: allPredicates, explain: explain)
    try documents.printEach { listing.bytes(of: $0) }
  }
}

/// What `extract` prints of a document.
struct ExtractionListing: Sendable {
  let ingester: Ingester
  var jsonl = false
  var allPredicates = false
  var explain = false

  /// The lines about a document.
  func bytes(of document: Document) -> [UInt8] {
    var bytes: [UInt8] = []
    if explain {
      bytes += Array(ingester.explain(document).utf8)
    } else if allPredicates {
      for mention in ingester.extract(document, everyPredicate: true).mentions {
        write(MentionLine(mention: mention, id: mention.id), to: &bytes)
      }
    } else {
      let extraction = ingester.extract(document)
      let merged = Consolidator.consolidate([extraction])
      let mentions = Dictionary(
        merged.extractions.flatMap(\.mentions).map { ($0.id, $0) },
        uniquingKeysWith: { first, _ in first })
      for event in merged.events {
        guard let lead = event.mentions.first, var mention = mentions[lead] else { continue }
        mention.description = event.description
        write(MentionLine(mention: mention, id: event.id), to: &bytes)
      }
    }
    return bytes
  }

  private func write(_ line: MentionLine, to bytes: inout [UInt8]) {
    if jsonl {
      line.json.write(to: &bytes)
    } else {
      bytes += Array(line.text.utf8)
    }
    bytes.append(UInt8(ascii: "\n"))
  }
}

/// A mention as one line, for people or as JSON.
struct MentionLine {
  let mention: EventMention
  let id: String

  /// Date, type, title, marks of what has not simply occurred.
  var text: String {
    let description = mention.description
    let date = description.date.edtf ?? "undated"
    var marks: [String] = []
    if description.actuality != .occurred { marks.append(description.actuality.rawValue) }
    if let stage = description.stage { marks.append(stage) }
    let mark = marks.isEmpty ? "" : " (" + marks.joined(separator: ", ") + ")"
    return "\(date)\t\(description.type)\t\(description.title)\(mark)"
  }

  /// The fields that programs read.
  var json: JSONValue {
    let description = mention.description
    let date = description.date
    return .object([
      ("document", .string(mention.document)),
      ("id", .string(id)),
      ("edtf", .optional(date.edtf)),
      ("earliest", .optional(date.span.earliest?.description)),
      ("latest", .optional(date.span.latest?.description)),
      ("precision", .string(date.precision.rawValue)),
      ("approximate", .bool(date.approximate)),
      ("uncertain", .bool(date.uncertain)),
      ("inferred", .array(date.inferred.map { .string($0.rawValue) })),
      ("shape", .string(date.shape.rawValue)),
      ("phrase", .optional(date.phrase)),
      ("type", .string(description.type)),
      ("plover", .optional(description.plover)),
      ("stage", .optional(description.stage)),
      ("title", .string(description.title)),
      ("actors", .array(description.actors.map(Self.json))),
      ("place", .optional(description.place)),
      ("actuality", .string(description.actuality.rawValue)),
      ("cue", .optional(description.cue)),
      ("attribution", .optional(description.attribution)),
      (
        "attributes",
        .object(
          description.attributes.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      (
        "trigger",
        .object([
          ("begin", .integer(mention.trigger.begin)), ("end", .integer(mention.trigger.end)),
        ])
      ),
      (
        "evidence",
        .object([
          ("begin", .integer(mention.evidence.begin)), ("end", .integer(mention.evidence.end)),
          ("quote", .string(mention.evidence.exact)),
        ])
      ),
      ("confidence", .number(description.confidence)),
      ("rule", .optional(mention.dating.attachment)),
      ("anchor", .optional(mention.dating.anchor)),
    ])
  }

  private static func json(_ actor: Actor) -> JSONValue {
    var members: [(String, JSONValue)] = [
      ("name", .string(actor.name)), ("country", .optional(actor.country)),
      ("role", .string(actor.role.rawValue)),
    ]
    if let office = actor.office { members.append(("office", .string(office))) }
    return .object(members)
  }
}
