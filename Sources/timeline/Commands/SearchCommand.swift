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
    name: [.long, .customLong("query")],
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
    let finds = try reporting {
      let mentions = try store.mentions(ofEvents: result.hits.map(\.event.id))
      return zip(result.hits, mentions).map { hit, mentions in
        SearchTable.Find(
          event: hit.event, snippet: hit.snippet, document: mentions.first?.document)
      }
    }
    guard let format = output.format else {
      let table = SearchTable(width: Terminal.width, colour: output.colour).text(finds)
      let sentences = sentences(result).joined(separator: "\n")
      Terminal.page(table + (finds.isEmpty ? "" : "\n") + sentences + "\n")
      return
    }
    StandardStreams.write(format.table.text(SearchCommand.table(finds)))
    sentences(result).forEach(StandardStreams.note)
  }

  /// The finds as rows for programs.
  private static func table(_ finds: [SearchTable.Find]) -> Table {
    Table(
      titles: [
        "id", "date", "edtf", "earliest", "latest", "type", "title", "actuality", "found",
        "document",
      ],
      rows: finds.map { find in
        let description = find.event.description
        let span = description.date.isDated ? description.date.span : nil
        return [
          .text(find.event.id),
          .text(description.date.edtf.map { DateText.short($0) } ?? "undated"),
          .optional(description.date.edtf), .optional(span?.earliest?.description),
          .optional(span?.latest?.description), .text(description.type), .text(description.title),
          .text(description.actuality.rawValue), .text(find.snippet), .optional(find.document),
        ]
      })
  }

  /// How many there are, in which order, and which documents match beside them.
  private func sentences(_ result: SearchResult) -> [String] {
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
    if result.total == 0, !raw {
      let longer = words.joined(separator: " ").split(separator: " ").map { "\"\($0)\"*" }
      sentence += "; words are matched whole, --raw '\(longer.joined(separator: " "))' finds "
      sentence += "longer ones too"
    }
    guard result.documentTotal > 0 else { return [sentence] }
    let names = result.documents.prefix(5).map(\.document).joined(separator: ", ")
    let more = result.documentTotal > 5 ? ", …" : ""
    return [
      sentence,
      "documents that have the words, but no event with them: \(result.documentTotal), "
        + names + more,
    ]
  }
}
