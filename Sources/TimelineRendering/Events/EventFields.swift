import Chronology
import TimelineModel

/// Events as flat rows, every field a column; the columns are documented in Documentation/Output.md.
public enum EventFields {
  /// The names of the columns, in order.
  public static let names = [
    "id", "date", "edtf", "earliest", "latest", "precision", "approximate", "uncertain",
    "inferred", "shape", "phrase", "type", "plover", "stage", "title", "actors", "place",
    "actuality", "cue", "attribution", "confidence", "origin", "independent_sources", "documents",
    "quote", "source",
  ]

  /// The entries as a table of those columns.
  public static func table(_ entries: [TimelineEntry]) -> Table {
    Table(titles: names, rows: entries.map(row))
  }

  /// The entries as a short table for a Markdown page.
  public static func summary(_ content: TimelineContent) -> Table {
    Table(
      titles: ["Date", "Event", "Type", "Place", "Source", "Id"],
      rows: content.entries.map { entry in
        let description = entry.event.description
        let documents = documentNames(entry)
        let source =
          documents.isEmpty
          ? entry.event.source
          : documents.map { content.document(named: $0).citation }
            .joined(separator: "; ")
        return [
          .text(EventWords.date(description.date)), .text(EventWords.headline(description)),
          .text(description.type), .optional(description.place), .optional(source),
          .text(entry.event.id),
        ]
      })
  }

  private static func row(_ entry: TimelineEntry) -> [TableCell] {
    let event = entry.event
    let description = event.description
    let date = description.date
    return [
      .text(event.id), .text(EventWords.date(date)), .optional(date.edtf),
      .optional(date.span.earliest?.description), .optional(date.span.latest?.description),
      .text(date.precision.rawValue), .text(date.approximate ? "true" : "false"),
      .text(date.uncertain ? "true" : "false"),
      .text(date.inferred.map(\.rawValue).joined(separator: " ")), .text(date.shape.rawValue),
      .optional(date.phrase), .text(description.type), .optional(description.plover),
      .optional(description.stage), .text(description.title),
      .text(EventTable.actors(description)), .optional(description.place),
      .text(description.actuality.rawValue), .optional(description.cue),
      .optional(description.attribution), .number(description.confidence),
      .text(event.origin.rawValue), .integer(event.independentSources),
      .text(documentNames(entry).joined(separator: "; ")),
      .optional(entry.mentions.first?.evidence.exact), .optional(event.source),
    ]
  }

  /// The documents that tell of the event, each once, the representative's first.
  static func documentNames(_ entry: TimelineEntry) -> [String] {
    var names: [String] = []
    for mention in entry.mentions where !names.contains(mention.document) {
      names.append(mention.document)
    }
    return names
  }
}
