import Chronology
import TimelineModel

/// Why an event reads as it does: quote, date, standing and decisions, mention by mention.
public struct EventExplanation: Sendable {
  /// A decision with what became of it.
  public struct DecisionLine: Sendable, Hashable {
    /// Who decided what, when and why, and what became of it, in words.
    public var text: String

    /// A line of that text.
    public init(text: String) { self.text = text }
  }

  /// The columns of the terminal; nil when there is none.
  public var width: Int?

  /// Explanations wrapped to that width.
  public init(width: Int? = nil) {
    self.width = width
  }

  /// Where every field of the event comes from.
  ///
  /// - Parameters:
  ///   - entry: the event with its mentions.
  ///   - content: where its sources are looked up.
  ///   - decisions: the decisions that made or changed it, oldest first.
  /// - Returns: lines ended by newlines.
  public func text(
    _ entry: TimelineEntry, in content: TimelineContent, decisions: [DecisionLine]
  ) -> String {
    let event = entry.event
    var page = LabelledLines(width: width)
    page.line(event.id + "  " + EventWords.headline(event.description))
    page.field("Date", EventDetails.dateLine(event.description.date))
    if event.origin == .added {
      page.blank()
      page.line("A person added this event; nothing in it was read by the program.")
      page.field("Source", event.source)
    }
    for (index, mention) in entry.mentions.enumerated() {
      page.blank()
      page.line("Mention \(index + 1) of \(entry.mentions.count): \(mention.id)")
      explain(mention, in: content, on: &page)
    }
    if entry.mentions.count > 1 {
      page.blank()
      page.line(
        "The mentions were put together: same kind of event, actors that agree, dates that overlap."
      )
    }
    page.blank()
    if decisions.isEmpty {
      page.line("No decision of a person touches it.")
    }
    for decision in decisions {
      page.field("Decision", decision.text)
    }
    return page.text
  }

  private func explain(
    _ mention: EventMention, in content: TimelineContent, on page: inout LabelledLines
  ) {
    let description = mention.description
    let date = description.date
    let dating = mention.dating
    let source = content.document(named: mention.document)
    let title = source.metadata.title == nil ? "" : ": " + source.citation
    page.field("Document", mention.document + title)
    page.field("Published", EventExplanation.published(source))
    let evidence = mention.evidence
    page.field("Quote", "“\(evidence.exact)” (code points \(evidence.begin)–\(evidence.end))")
    if !evidence.prefix.isEmpty || !evidence.suffix.isEmpty {
      page.field("Context", "…\(evidence.prefix) [quote] \(evidence.suffix)…")
    }
    page.field(
      "Trigger", "“\(mention.trigger.text)” (\(mention.trigger.lemma)) → \(description.type)")
    page.field("Date phrase", date.phrase.map { "“\($0)”" } ?? "none")
    page.field("Read as", EventDetails.dateLine(date))
    page.field("Rule", dating.rule)
    if let anchor = dating.anchor {
      page.field("Anchor", anchor + (dating.anchorReason.map { ", \($0)" } ?? ""))
    } else {
      page.field("Anchor", dating.anchorReason ?? (date.isDated ? "none needed" : nil))
    }
    page.field("Attached by", dating.attachment ?? "no date was attached")
    let cue = description.cue.map { "because of “\($0)”" } ?? "plain statement, no cue"
    page.field("Standing", "\(description.actuality.rawValue), \(cue)")
    page.field("Stage", description.stage.map(EventWords.spaced))
    page.field("According to", description.attribution)
    page.field("Confidence", EventDetails.hundredths(description.confidence))
  }

  private static func published(_ source: SourceDocument) -> String {
    guard let published = source.published else { return "unknown" }
    let date = published.edtf.map { DateText.short($0) } ?? EventWords.window(published.span)
    return "\(date) (\(EventWords.spaced(published.origin.rawValue)): \(published.evidence))"
  }
}
