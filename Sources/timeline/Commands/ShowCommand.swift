import ArgumentParser
import TimelineModel
import TimelineRendering
import TimelineStore
import TimelineWorkspace

/// `timeline show`: everything about events.
struct ShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Show everything about an event: fields, quotes and sources.",
    discussion: """
      The id may also be that of a mention, or an old id of an event that was merged. `timeline \
      why` explains how each field was read.
      """)

  @Argument(help: ArgumentHelp("The ids of events.", valueName: "id"))
  var ids: [String]

  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let store = try store.reader()
    let finder = EventFinder(store: store)
    let found = try reporting { try finder.find(ids) }
    switch output.format {
    case .json: StandardStreams.write(EventJSON.array(found.content.entries))
    case .jsonl: StandardStreams.write(EventJSON.lines(found.content.entries))
    case .csv, .tsv, .markdown: output.print(EventFields.table(found.content.entries))
    case nil:
      let details = EventDetails(width: Terminal.width)
      let pages = try reporting {
        try found.content.entries.map { entry in
          details.text(entry, in: found.content) + (try candidates(for: entry.event, in: store))
        }
      }
      Terminal.page(pages.joined(separator: "\n"))
    }
    if found.missing > 0 { throw ExitCode.notFound }
  }

  /// Of an event that only decisions still know: what is nearest to it, and what can be done.
  private func candidates(for event: Event, in store: TimelineStore) throws -> String {
    guard EventWords.isOrphaned(event) else { return "" }
    var near: [ListedDecision.Candidate] = []
    for listed in try Workspace.decisions(of: store)
    where event.decisions.contains(listed.decision.id) {
      near += listed.candidates.filter { candidate in
        candidate.of == event.id && !near.contains { $0.id == candidate.id }
      }
    }
    return "\n" + near.map { "perhaps \(DecisionText.line($0))\n" }.joined()
      + "timeline merge \(event.id) ID puts it into another event, timeline reject \(event.id) "
      + "lets it go\n"
  }
}

/// Finds events by id, and says what became of ids that lead elsewhere or nowhere.
struct EventFinder {
  let store: TimelineStore

  /// The events, in the order of the ids, and how many ids lead nowhere.
  ///
  /// - Throws: `StoreError`.
  func find(_ ids: [String]) throws -> (content: TimelineContent, missing: Int) {
    var entries: [TimelineEntry] = []
    var missing = 0
    for id in ids {
      guard let resolved = try store.event(id: id) else {
        missing += 1
        if let tombstone = try store.tombstone(id: id) {
          StandardStreams.complain("\(VisibleText.line(id)) is gone: \(tombstone.reason)")
        } else {
          StandardStreams.complain("no event has the id \(VisibleText.line(id)).")
        }
        continue
      }
      let event = resolved.event
      if let old = resolved.resolvedFrom {
        StandardStreams.note("\(VisibleText.line(old)) leads to \(event.id)")
      }
      entries.append(
        TimelineEntry(event: event, mentions: try store.mentions(ofEvent: event.id)))
    }
    var documents: [SourceDocument] = []
    for name in Set(entries.flatMap { $0.mentions.map(\.document) }).sorted() {
      guard let document = try store.document(named: name) else { continue }
      documents.append(SourceDocument(document))
    }
    return (TimelineContent(entries: entries, documents: documents), missing)
  }
}
