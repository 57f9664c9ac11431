import ArgumentParser

/// `timeline list`: all events, or those that the filters leave.
struct ListCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "List events of all times.",
    discussion: """
      EXAMPLES
        timeline list --type meeting
        timeline list --actor Pakistan --actor Russia --undated
        timeline list --text "air defence" --csv > events.csv
      """)

  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let listing = EventListing(store: try store.reader())
    try reporting { try listing.print(filters.query(), output) }
  }
}
