/// The formats that a whole timeline can be rendered in.
public enum RenderFormat: String, Sendable, Hashable, CaseIterable {
  /// One self-contained page.
  case html
  /// A drawing of the whole range.
  case svg
  /// A pipe table.
  case markdown
  /// One array of objects.
  case json
  /// One object a line.
  case jsonl
  /// Comma-separated values.
  case csv
  /// An iCalendar object.
  case ics
  /// The JSON of TimelineJS3.
  case timelinejs
  /// The sources as a bibliography.
  case bibtex

  /// The content in that format.
  public func text(_ content: TimelineContent) -> String {
    switch self {
    case .html: HTMLRenderer().text(content)
    case .svg: SVGRenderer().text(content)
    case .markdown: MarkdownText.table(EventFields.summary(content))
    case .json: EventJSON.array(content.entries)
    case .jsonl: EventJSON.lines(content.entries)
    case .csv: DelimitedText.csv(EventFields.table(content.entries))
    case .ics: CalendarRenderer().text(content)
    case .timelinejs: TimelineJSRenderer().text(content)
    case .bibtex: BibTeXRenderer().text(content)
    }
  }
}
