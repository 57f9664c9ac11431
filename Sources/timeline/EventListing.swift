import ArgumentParser
import Chronology
import TimelineModel
import TimelineQuery
import TimelineRendering
import TimelineStore

/// Finds events with what renderers need of them, and prints lists of them.
struct EventListing {
  let store: TimelineStore

  /// What a query finds.
  ///
  /// - Parameters:
  ///   - query: what is asked for.
  ///   - title: the heading of the result.
  ///   - withMentions: whether quotes and sources are loaded too.
  /// - Returns: the events with their sources.
  /// - Throws: `StoreError`.
  func content(_ query: EventQuery, title: String = "Timeline", withMentions: Bool) throws
    -> TimelineContent
  {
    let result = try store.events(query)
    var entries: [TimelineEntry] = []
    entries.reserveCapacity(result.events.count)
    let mentions = withMentions ? try store.mentions(ofEvents: result.events.map(\.id)) : []
    for (index, event) in result.events.enumerated() {
      entries.append(
        TimelineEntry(event: event, mentions: withMentions ? mentions[index] : []))
    }
    // "By June" stands where its end is, not before everything else.
    if query.order == .time { TimelineContent.sortByTime(&entries) }
    var documents: [SourceDocument] = []
    if withMentions {
      let named = Set(entries.flatMap { $0.mentions.map(\.document) })
      for name in named.sorted() {
        guard let document = try store.document(named: name) else { continue }
        documents.append(SourceDocument(document))
      }
    }
    return TimelineContent(
      title: title, window: query.window, certain: query.certain, entries: entries,
      documents: documents, total: result.total, undatedNotShown: result.undatedNotShown)
  }

  /// Prints what a query finds in the format asked for; an empty result is said on standard error.
  ///
  /// - Throws: `StoreError`.
  func print(_ query: EventQuery, _ output: OutputOptions) throws {
    let content = try content(query, withMentions: output.format != nil)
    let table = EventTable(width: Terminal.width, colour: output.colour)
    switch output.format {
    case nil:
      if content.entries.isEmpty {
        try sayEmpty(content)
        return
      }
      Terminal.page(table.text(content))
      return
    case .json: StandardStreams.write(EventJSON.array(content.entries))
    case .jsonl: StandardStreams.write(EventJSON.lines(content.entries))
    case .csv: StandardStreams.write(DelimitedText.csv(EventFields.table(content.entries)))
    case .tsv: StandardStreams.write(DelimitedText.tsv(EventFields.table(content.entries)))
    case .markdown: StandardStreams.write(MarkdownText.table(EventFields.summary(content)))
    }
    if content.entries.isEmpty {
      try sayEmpty(content)
    } else if content.entries.count < content.total || content.undatedNotShown > 0 {
      StandardStreams.note(table.footer(content))
    }
  }

  /// Prints a drawing of what a query finds.
  ///
  /// - Throws: `StoreError`.
  func print(_ chart: TerminalChart, of query: EventQuery) throws {
    let content = try content(query, withMentions: chart.groupBy == .document)
    if content.entries.isEmpty { return try sayEmpty(content) }
    Terminal.page(chart.text(content))
  }

  /// One sentence on why nothing is shown: what was asked for, and what there is.
  func sayEmpty(_ content: TimelineContent) throws {
    if content.total > 0 {
      StandardStreams.note(
        EventTable().footer(content).split(separator: "\n").first.map(String.init) ?? "")
      return
    }
    let coverage = try store.coverage()
    let counts = try store.counts()
    var there = "the timeline is empty"
    if counts.events > 0 {
      there = "the timeline has \(EventWords.count(counts.events, "event"))"
      if coverage != nil { there += ", dated \(EventWords.window(coverage))" }
      if counts.undated > 0 { there += ", \(counts.undated) undated" }
    }
    let asked =
      content.window == nil
      ? "no events"
      : "no events \(content.certain ? "certainly " : "")in "
        + EventWords.window(content.window)
    StandardStreams.note("\(asked) (\(there)).")
  }
}
