import TimelineModel
import TimelineRendering
import TimelineWorkspace

/// What decisions changed in events, for people.
struct EventDifference {
  /// The events that are there now and read otherwise, came or went, a line each.
  let lines: [String]

  /// At most so many are printed.
  static let limit = 20

  /// Compares events by id as they were and as they are.
  init(_ report: DecisionReport) {
    var lines: [String] = []
    var holder: [String: Event] = [:]
    for event in report.after.values { for id in event.mentions { holder[id] = event } }
    // An event that shows another of its ids is the same event.
    var renamed: Set<String> = []
    for id in Set(report.before.keys).union(report.after.keys).sorted()
    where report.after[id] == nil {
      guard let old = report.before[id] else { continue }
      guard let new = holder[id] else {
        lines.append("\(id)  is gone  \(old.description.title)")
        continue
      }
      let isNew = report.before[new.id] == nil && renamed.insert(new.id).inserted
      let changes = isNew ? EventDifference.changes(old, new).map { "; " + $0 }.joined() : ""
      lines.append(
        "\(id)  is \(isNew ? "now" : "part of") \(new.id)\(changes)  \(new.description.title)")
    }
    for (id, new) in report.after.sorted(by: { $0.key < $1.key }) where !renamed.contains(id) {
      if let old = report.before[id] {
        let changes = EventDifference.changes(old, new)
        if !changes.isEmpty {
          lines.append("\(id)  \(changes.joined(separator: "; "))  \(new.description.title)")
        }
      } else {
        lines.append(
          "\(id)  is there  \(EventDifference.date(new.description.date))  \(new.description.title)"
        )
      }
    }
    self.lines = lines
  }

  /// The lines indented below a sentence; empty when nothing changed.
  var text: String {
    var shown = lines.prefix(EventDifference.limit).map { "\n  " + $0 }
    if lines.count > shown.count { shown.append("\n  and \(lines.count - shown.count) more") }
    return shown.joined()
  }

  /// "1 event changed", "8 events changed".
  var count: String { "\(lines.count) event\(lines.count == 1 ? "" : "s") changed" }

  /// The date in EDTF, of an undated event what is known of its time.
  static func date(_ date: EventDate) -> String {
    date.edtf
      ?? (["undated"] + [EventWords.bounds(ofUndated: date)].compactMap { $0 })
      .joined(separator: ", ")
  }

  private static func changes(_ old: Event, _ new: Event) -> [String] {
    let before = old.description
    let after = new.description
    var changes: [String] = []
    func compare(_ name: String, _ one: String, _ other: String) {
      if one != other {
        changes.append("\(name): \(one.isEmpty ? "–" : one) → \(other.isEmpty ? "–" : other)")
      }
    }
    compare("date", date(before.date), date(after.date))
    compare("type", before.type, after.type)
    compare("title", before.title, after.title)
    compare("place", before.place ?? "", after.place ?? "")
    compare("actuality", before.actuality.rawValue, after.actuality.rawValue)
    compare("stage", before.stage ?? "", after.stage ?? "")
    compare(
      "actors", before.actors.map(\.name).joined(separator: ", "),
      after.actors.map(\.name).joined(separator: ", "))
    compare("notes", old.notes.joined(separator: " / "), new.notes.joined(separator: " / "))
    compare("labels", old.labels.joined(separator: ", "), new.labels.joined(separator: ", "))
    compare("mentions", "\(old.mentions.count)", "\(new.mentions.count)")
    return changes
  }
}
