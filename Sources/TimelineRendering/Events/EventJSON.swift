import Chronology
import TimelineModel

/// Events in JSON; the schema is Documentation/event.schema.json.
///
/// Names are those that `timeline extract --jsonl` prints, wherever the two overlap: the fields of
/// the representative mention stand at the top, all mentions in `mentions`.
public enum EventJSON {
  /// The version of the schema; fields are only ever added within one.
  public static let schemaVersion = 1

  /// One event with everything that is known of it.
  public static func object(_ entry: TimelineEntry) -> JSONValue {
    let event = entry.event
    let first = entry.mentions.first
    var members: [(String, JSONValue)] = [
      ("schema_version", .integer(schemaVersion)), ("id", .string(event.id)),
      ("origin", .string(event.origin.rawValue)), ("document", .optional(first?.document)),
    ]
    members += fields(event.description)
    members += [
      ("trigger", first.map { trigger($0.trigger) } ?? .null),
      ("evidence", first.map { evidence($0.evidence) } ?? .null),
      ("rule", .optional(first?.dating.attachment)),
      ("date_rule", .optional(first?.dating.rule)),
      ("anchor", .optional(first?.dating.anchor)),
      ("anchor_reason", .optional(first?.dating.anchorReason)),
      ("independent_sources", .integer(event.independentSources)),
      ("source", .optional(event.source)), ("decisions", strings(event.decisions)),
      ("possible_duplicates", strings(event.possibleDuplicates)),
      ("notes", strings(event.notes)), ("labels", strings(event.labels)),
      ("mentions", .array(entry.mentions.map(mention))),
    ]
    return .object(members)
  }

  /// All entries as one array, an event a line.
  public static func array(_ entries: [TimelineEntry]) -> String {
    JSONLines.array(entries.map(object))
  }

  /// All entries, an event a line.
  public static func lines(_ entries: [TimelineEntry]) -> String {
    JSONLines.lines(entries.map(object))
  }

  private static func fields(_ description: EventDescription) -> [(String, JSONValue)] {
    let date = description.date
    return [
      ("date", .string(EventWords.date(date))), ("edtf", .optional(date.edtf)),
      ("earliest", .optional(date.span.earliest?.description)),
      ("latest", .optional(date.span.latest?.description)),
      ("precision", .string(date.precision.rawValue)), ("approximate", .bool(date.approximate)),
      ("uncertain", .bool(date.uncertain)), ("inferred", strings(date.inferred.map(\.rawValue))),
      ("shape", .string(date.shape.rawValue)), ("phrase", .optional(date.phrase)),
      ("type", .string(description.type)), ("plover", .optional(description.plover)),
      ("stage", .optional(description.stage)), ("title", .string(description.title)),
      ("actors", .array(description.actors.map(actor))), ("place", .optional(description.place)),
      ("actuality", .string(description.actuality.rawValue)), ("cue", .optional(description.cue)),
      ("attribution", .optional(description.attribution)),
      (
        "attributes",
        .object(
          description.attributes.sorted { $0.key < $1.key }.map { ($0.key, .string($0.value)) })
      ),
      ("confidence", .number(description.confidence)),
    ]
  }

  private static func mention(_ mention: EventMention) -> JSONValue {
    let date = mention.description.date
    return .object([
      ("id", .string(mention.id)), ("document", .string(mention.document)),
      ("title", .string(mention.description.title)), ("edtf", .optional(date.edtf)),
      ("phrase", .optional(date.phrase)),
      ("actuality", .string(mention.description.actuality.rawValue)),
      ("trigger", trigger(mention.trigger)), ("evidence", evidence(mention.evidence)),
      ("rule", .optional(mention.dating.attachment)), ("date_rule", .optional(mention.dating.rule)),
      ("anchor", .optional(mention.dating.anchor)),
      ("anchor_reason", .optional(mention.dating.anchorReason)),
      ("confidence", .number(mention.description.confidence)),
    ])
  }

  private static func actor(_ actor: Actor) -> JSONValue {
    .object([
      ("name", .string(actor.name)), ("kind", .string(actor.kind.rawValue)),
      ("country", .optional(actor.country)), ("role", .string(actor.role.rawValue)),
      ("office", .optional(actor.office)),
    ])
  }

  private static func trigger(_ trigger: Trigger) -> JSONValue {
    .object([
      ("begin", .integer(trigger.begin)), ("end", .integer(trigger.end)),
      ("text", .string(trigger.text)), ("lemma", .string(trigger.lemma)),
    ])
  }

  private static func evidence(_ quotation: Quotation) -> JSONValue {
    .object([
      ("begin", .integer(quotation.begin)), ("end", .integer(quotation.end)),
      ("quote", .string(quotation.exact)), ("prefix", .string(quotation.prefix)),
      ("suffix", .string(quotation.suffix)),
    ])
  }

  private static func strings(_ texts: [String]) -> JSONValue {
    .array(texts.map(JSONValue.string))
  }
}
