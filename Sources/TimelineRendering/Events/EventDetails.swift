import Chronology
import TimelineModel

/// Everything about one event, for a person who asked for it.
public struct EventDetails: Sendable {
  /// The columns of the terminal; nil when there is none.
  public var width: Int?

  /// Details wrapped to that width.
  public init(width: Int? = nil) {
    self.width = width
  }

  /// The event's fields, then its quotes with their sources, then what people said of it.
  ///
  /// - Parameters:
  ///   - entry: the event with its mentions.
  ///   - content: where its sources are looked up.
  /// - Returns: lines ended by newlines.
  public func text(_ entry: TimelineEntry, in content: TimelineContent) -> String {
    let event = entry.event
    let description = event.description
    var page = LabelledLines(width: width)
    page.line(event.id + "  " + EventWords.headline(description))
    page.blank()
    page.field("Date", EventDetails.dateLine(description.date))
    page.field("Standing", EventDetails.standing(description))
    page.field("Type", description.type + (description.plover.map { " (PLOVER \($0))" } ?? ""))
    page.field("Stage", description.stage.map(EventWords.spaced))
    page.field("According to", description.attribution)
    for (index, actor) in description.actors.enumerated() {
      let text = "\(EventWords.actor(actor)) (\(actor.role.rawValue))"
      page.field(index == 0 ? "Actors" : "", text)
    }
    page.field("Place", description.place)
    for (name, value) in description.attributes.sorted(by: { $0.key < $1.key }) {
      page.field(EventWords.spaced(name), value)
    }
    page.field("Confidence", EventDetails.hundredths(description.confidence))
    page.field("Origin", EventDetails.origin(event))
    page.field("Source", event.source)
    page.field("Labels", event.labels.isEmpty ? nil : event.labels.joined(separator: ", "))
    for note in event.notes { page.field("Note", note) }
    page.field(
      "Perhaps same as",
      event.possibleDuplicates.isEmpty ? nil : event.possibleDuplicates.joined(separator: ", "))
    page.field(
      "Decisions", event.decisions.isEmpty ? nil : event.decisions.joined(separator: ", "))
    for (index, mention) in entry.citations.enumerated() {
      page.blank()
      page.quote(mention.evidence.exact, head: "\(index + 1). ")
      let source = content.document(named: mention.document)
      let name = source.metadata.title == nil ? "" : " [\(mention.document)]"
      page.indented("— \(source.citation)\(name)")
      if mention.description.date.edtf != description.date.edtf {
        page.indented("this source dates it \(EventWords.date(mention.description.date))")
      }
    }
    return page.text
  }

  static func dateLine(_ date: EventDate) -> String {
    guard date.isDated else {
      return "undated" + (EventWords.bounds(ofUndated: date).map { ", \($0)" } ?? "")
    }
    var parts = [EventWords.date(date)]
    if let edtf = date.edtf { parts.append("EDTF \(edtf)") }
    if date.span.length != 1 { parts.append(EventWords.window(date.span)) }
    parts.append(date.shape == .within ? "once, inside" : "throughout")
    if !date.inferred.isEmpty {
      parts.append("inferred: " + date.inferred.map(\.rawValue).joined(separator: ", "))
    }
    return parts.joined(separator: " · ")
  }

  static func standing(_ description: EventDescription) -> String {
    description.actuality.rawValue + (description.cue.map { " (“\($0)”)" } ?? "")
  }

  static func hundredths(_ value: Double) -> String {
    let rounded = Int((min(1, max(0, value)) * 100).rounded())
    return "\(rounded / 100).\(rounded % 100 < 10 ? "0" : "")\(rounded % 100)"
  }

  private static func origin(_ event: Event) -> String {
    switch event.origin {
    case .added:
      return EventWords.isOrphaned(event)
        ? "kept by people's decisions; no document tells of it now" : "added by a person"
    case .imported: return "imported"
    case .extracted:
      let mentions = EventWords.count(event.mentions.count, "mention")
      return
        "extracted, \(mentions), \(EventWords.count(event.independentSources, "independent source"))"
    }
  }
}

/// Lines of a page of labelled fields and quotations.
struct LabelledLines {
  let width: Int?
  private(set) var text = ""
  private let labelWidth = 16

  init(width: Int?) { self.width = width }

  mutating func blank() { text += "\n" }

  /// A line or more without a label.
  mutating func line(_ value: String) { wrapped(value, head: "", hang: "") }

  /// A label and its value; nothing without a value.
  mutating func field(_ label: String, _ value: String?) {
    guard let value else { return }
    let pad = String(repeating: " ", count: max(1, labelWidth - DisplayWidth.of(label)))
    wrapped(value, head: label + pad, hang: String(repeating: " ", count: labelWidth))
  }

  /// A quotation in quotation marks.
  mutating func quote(_ value: String, head: String) {
    let hang = String(repeating: " ", count: head.utf8.count)
    wrapped("“\(VisibleText.line(value))”", head: head, hang: hang)
  }

  /// A line that belongs to the quotation above.
  mutating func indented(_ value: String) { wrapped(value, head: "   ", hang: "     ") }

  private mutating func wrapped(_ value: String, head: String, hang: String) {
    let shown = VisibleText.line(value)
    let room = width.map { max(20, $0 - DisplayWidth.of(hang.isEmpty ? head : hang)) }
    let lines = room.map { TextWrapping.lines(shown, width: $0) } ?? [shown]
    for (index, line) in lines.enumerated() {
      text += (index == 0 ? head : hang) + VisibleText.isolated(line) + "\n"
    }
  }
}
