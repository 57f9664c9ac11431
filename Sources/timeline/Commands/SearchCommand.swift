import ArgumentParser
import Chronology
import TimelineModel
import TimelineQuery
import TimelineRendering
import TimelineStore

/// `timeline search`: events by their words.
struct SearchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find events by words in their titles, quotes, participants and places.",
    discussion: """
      All words must stand; words in double quotes must stand together. The best come first when \
      few enough match, else the earliest. Documents that have the words though none of their \
      events does are counted below. --raw takes an FTS5 expression with OR, NEAR and *.

        timeline search S-400 --where 'type:arms_deal 2014..2018'
        timeline search '"Gulf of Aden" patrol'
      """)

  @OptionGroup var timeline: StoreOptions

  @OptionGroup var output: OutputOptions

  @Option(
    help: ArgumentHelp("Only events that a query finds, as in 2014..2018.", valueName: "query"))
  var `where`: String?

  @Option(help: "Print at most that many events.")
  var limit = 20

  @Flag(help: "Print all events.")
  var all = false

  @Flag(help: "The words are an FTS5 expression.")
  var raw = false

  @Argument(help: "The words.")
  var words: [String]

  func validate() throws {
    if limit < 1 { throw ValidationError("--limit takes a number above 0.") }
  }

  func run() throws {
    var query = EventQuery(undated: .included)
    if let text = `where` {
      do { query = try EventQuery(parsing: text) } catch {
        throw ValidationError(error.description)
      }
      if query.window == nil, query.undated == .excluded { query.undated = .included }
    }
    if !all { query.limit = query.limit ?? limit }
    let store = try timeline.reader()
    let expression = words.joined(separator: " ")
    let result = try reporting { try store.search(expression, isRaw: raw, query: query) }
    output.print(
      Table(
        columns: ["id", "date", "type", "title", "found", "document"].map {
          TableColumn($0, fit: ["id", "date"].contains($0) ? .whole : .wrap)
        },
        rows: try reporting {
          try result.hits.map { hit throws(StoreError) in
            [
              .text(hit.event.id),
              .text(hit.event.description.date.edtf.map { DateText.short($0) } ?? "undated"),
              .text(hit.event.description.type), .text(hit.event.description.title),
              .text(hit.snippet),
              .optional(try store.mentions(ofEvent: hit.event.id).first?.document),
            ]
          }
        }))
    report(result)
  }

  /// What is not shown goes to standard error.
  private func report(_ result: SearchResult) {
    var sentence = "\(result.hits.count) of \(result.total) events"
    if result.hits.count == result.total {
      sentence = result.total == 1 ? "1 event" : "\(result.total) events"
    } else {
      sentence += " (--all for all)"
    }
    if result.total > 1 {
      sentence +=
        result.isRanked ? ", the best first" : ", in the order of time: too many to rank"
    }
    StandardStreams.note(sentence)
    if result.documentTotal > 0 {
      let names = result.documents.prefix(5).map(\.document).joined(separator: ", ")
      let more = result.documentTotal > 5 ? ", …" : ""
      StandardStreams.note(
        "documents that have the words, but no event with them: \(result.documentTotal), "
          + names + more)
    }
  }
}
