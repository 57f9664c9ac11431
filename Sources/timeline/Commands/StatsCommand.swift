import ArgumentParser
import Chronology
import TimelineQuery
import TimelineRendering
import TimelineStore

/// `timeline stats`: what a timeline holds, in numbers.
struct StatsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Count documents, mentions and events, by type or by year.",
    discussion: """
        timeline stats
        timeline stats --by type --window 2014..2018
        timeline stats --by year
      """)

  /// What events are counted by.
  enum Grouping: String, ExpressibleByArgument, CaseIterable {
    case type
    case year
  }

  @OptionGroup var timeline: StoreOptions

  @OptionGroup var output: OutputOptions

  @Option(help: "Count dated events by type or by year.")
  var by: Grouping?

  @Option(help: ArgumentHelp("Only events that overlap these dates.", valueName: "from..to"))
  var window: String?

  func run() throws {
    var span: DaySpan?
    if let window {
      do { span = try QueryWindow.parse(window) } catch {
        throw ValidationError(error.description)
      }
    }
    let store = try timeline.reader()
    output.print(try reporting { try table(of: store, window: span) })
  }

  private func table(of store: TimelineStore, window: DaySpan?) throws(StoreError) -> Table {
    switch by {
    case .type:
      let counts = try store.countsByType(in: window)
      return Table(
        titles: ["type", "events"], rows: counts.map { [.text($0.type), .integer($0.count)] })
    case .year:
      let coverage = try store.coverage()
      guard let first = window?.earliest ?? coverage?.earliest,
        let last = window?.latest ?? coverage?.latest, first.year <= last.year
      else { return Table(titles: ["year", "events"], rows: []) }
      let counts = try store.countsByYear(first.year...last.year)
      return Table(
        titles: ["year", "events"],
        rows: counts.map { [.integer($0.year), .integer($0.count)] })
    case nil:
      return try overview(of: store, window: window)
    }
  }

  private func overview(
    of store: TimelineStore, window: DaySpan?
  ) throws(StoreError) -> Table {
    let counts = try store.counts()
    let coverage = try store.coverage()
    var rows: [[TableCell]] = [
      [.text("documents"), .integer(counts.documents)],
      [.text("mentions"), .integer(counts.mentions)],
      [.text("events"), .integer(counts.events)],
      [.text("undated events"), .integer(counts.undated)],
      [.text("decisions"), .integer(counts.decisions)],
      [.text("warnings"), .integer(counts.warnings)],
      [.text("first day"), .optional(coverage?.earliest?.description)],
      [.text("last day"), .optional(coverage?.latest?.description)],
    ]
    if let window {
      rows.append([
        .text("events in the window"), .integer(try store.count(EventQuery(window: window))),
      ])
    }
    return Table(titles: ["what", "count"], rows: rows)
  }
}
