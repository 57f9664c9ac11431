import ArgumentParser
import Chronology
import TimelineQuery
import TimelineRendering

/// `timeline brief`: a note on a stretch of time.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Write a briefing note: counts, drawing, main events with citations, plans, sources.",
    discussion: """
      EXAMPLES
        timeline brief 2014 2018 > note.md
        timeline brief 2018 --actor Pakistan --html -o note.html

      Undated events are listed in a section of their own. Plans are overdue when their time ended \
      before the date of the newest source.
      """)

  @OptionGroup var window: WindowArguments

  @Flag(help: "Write HTML instead of Markdown.")
  var html = false

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The heading.", valueName: "text"))
  var title: String?

  @OptionGroup var filters: FilterOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let span = try window.span()
    let listing = EventListing(store: try store.reader())
    var query = filters.query(window: span, certain: window.certain)
    query.undated = .included
    let content = try reporting {
      try listing.content(
        query, title: title ?? "Briefing, \(EventWords.window(span))", withMentions: true)
    }
    try OutputFile.write(BriefRenderer(isHTML: html).text(content), to: output)
    if content.entries.isEmpty { try reporting { try listing.sayEmpty(content) } }
  }
}
