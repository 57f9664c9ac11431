import ArgumentParser
import Chronology
import Foundation
import TimelineQuery
import TimelineRendering

/// `timeline render`: a timeline as a file to hand on.
struct RenderCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Render events as a page, drawing, calendar or data file.",
    discussion: """
      EXAMPLES
        timeline render 2012 2019 --format html -o timeline.html
        timeline render --format ics --type meeting -o meetings.ics
        timeline render 2014/2018 --format svg --group-by type -o timeline.svg

      FORMATS
        html        one self-contained page: search, filters, zoom, quotes and sources
        svg         a drawing of the whole range
        markdown    a table
        json, jsonl, csv   the events for programs
        ics         an iCalendar file
        timelinejs  the JSON that TimelineJS3 reads
        bibtex      the sources

      Without FROM all dates are rendered. A page shows undated events on a shelf of their own unless \
      --certain is given; the other formats include them when --undated is given. \
      A PDF is the page printed by a browser: chromium --headless --print-to-pdf timeline.html
      """)

  @Argument(help: "The first day, month or year, or both ends: 2014/2018.")
  var from: String?

  @Argument(help: "The last day, month or year.")
  var to: String?

  @Flag(help: "Only events that lie wholly inside.")
  var certain = false

  @Option(
    help: ArgumentHelp(
      "One of \(RenderFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"),
    transform: { text in
      guard let format = RenderFormat(rawValue: text) else {
        throw ValidationError("“\(text)” is no format that can be rendered.")
      }
      return format
    })
  var format: RenderFormat

  @Option(
    name: [.short, .long], help: ArgumentHelp("Write to this file.", valueName: "file"))
  var output: String?

  @Option(help: ArgumentHelp("The heading.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "Small multiples of an svg by type, actor, place or document.", valueName: "field"),
    transform: { text in
      guard let key = GroupKey(rawValue: text) else {
        throw ValidationError("“\(text)” is none of type, actor, place, document.")
      }
      return key
    })
  var groupBy: GroupKey?

  @OptionGroup var filters: FilterOptions
  @OptionGroup var store: StoreOptions

  func validate() throws {
    if let from { _ = try WindowArguments.span(from, to) }
  }

  func run() throws {
    let span = try from.map { try WindowArguments.span($0, to) }
    let listing = EventListing(store: try store.reader())
    var query = filters.query(window: span, certain: certain)
    // A page has a shelf for what has no date.
    if format == .html, !certain { query.undated = .included }
    let content = try reporting {
      try listing.content(
        query,
        title: title ?? span.map { "Timeline, \(EventWords.window($0))" } ?? "Timeline",
        withMentions: true)
    }
    let text =
      format == .svg ? SVGRenderer(groupBy: groupBy).text(content) : format.text(content)
    try OutputFile.write(text, to: output)
    if content.entries.isEmpty {
      try reporting { try listing.sayEmpty(content) }
    } else if output != nil || content.total > content.entries.count || content.undatedNotShown > 0
    {
      StandardStreams.note(
        EventTable().footer(content).split(separator: "\n").first.map(String.init) ?? "")
    }
  }
}

/// Where a rendered document goes.
enum OutputFile {
  /// Writes to a file at once, or to standard output.
  ///
  /// - Throws: exit code 74, after a sentence, when the file cannot be written.
  static func write(_ text: String, to path: String?) throws {
    guard let path, path != "-" else {
      StandardStreams.write(text)
      return
    }
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      StandardStreams.complain("\(path) cannot be written.")
      throw ExitCode.inputOutput
    }
  }
}
