import Chronology
import TimelineModel

/// Events as the JSON that TimelineJS3 reads.
///
/// `display_date` is never more precise than the date is known. TimelineJS cannot hold undated
/// events; they are listed in the text of the title slide.
///
/// Source: https://timeline.knightlab.com/docs/json-format.html
public struct TimelineJSRenderer: Renderer {
  /// A renderer of TimelineJS documents.
  public init() {}

  /// The document on one line.
  public func text(_ content: TimelineContent) -> String {
    var undated: [String] = []
    var events: [JSONValue] = []
    for entry in content.entries {
      let description = entry.event.description
      let date = description.date
      let headline = HTMLText.escaped(EventWords.headline(description))
      guard date.isDated, let start = date.span.earliest ?? date.span.latest else {
        undated.append("\(headline) [\(HTMLText.escaped(entry.event.id))]")
        continue
      }
      var members: [(String, JSONValue)] = [
        ("unique_id", .string(entry.event.id)), ("start_date", day(start, date.precision)),
      ]
      if let end = date.span.latest, end != start {
        members.append(("end_date", day(end, date.precision)))
      }
      members += [
        ("display_date", .string(EventWords.date(date))),
        (
          "group",
          .string(String(description.type.split(separator: ".").first ?? "other"))
        ),
        (
          "text",
          .object([("headline", .string(headline)), ("text", .string(body(entry, content)))])
        ),
      ]
      events.append(.object(members))
    }
    let note = undated.isEmpty ? "" : "<p>Undated: " + undated.joined(separator: "; ") + "</p>"
    let title = JSONValue.object([
      (
        "text",
        .object([("headline", .string(HTMLText.escaped(content.title))), ("text", .string(note))])
      )
    ])
    return JSONValue.object([("title", title), ("events", .array(events))]).text + "\n"
  }

  /// A date with the parts that are known.
  private func day(_ day: CivilDay, _ precision: DatePrecision) -> JSONValue {
    let parts = day.parts
    var members: [(String, JSONValue)] = [("year", .integer(parts.year))]
    switch precision {
    case .year, .decade, .century: break
    case .month, .quarter, .season: members.append(("month", .integer(parts.month)))
    case .day, .interval, .unknown:
      members += [("month", .integer(parts.month)), ("day", .integer(parts.day))]
    }
    return .object(members)
  }

  private func body(_ entry: TimelineEntry, _ content: TimelineContent) -> String {
    entry.citations.map { mention in
      "<blockquote>\(HTMLText.escaped(mention.evidence.exact))</blockquote><p>"
        + HTMLText.escaped(content.document(named: mention.document).citation) + "</p>"
    }.joined()
  }
}
