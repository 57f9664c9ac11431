import ArgumentParser

/// `timeline range`: the events of a stretch of time.
struct RangeCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "range",
    abstract: "List the events that fall in a stretch of time.",
    discussion: """
      EXAMPLES
        timeline range 2014 2018
        timeline range 2014-03 2018-06 --type arms_deal --actor Russia
        timeline range 2018-04 2018-04 --certain --json
        timeline range 2014/..
        timeline range 2014 2018 --chart --group-by type

      A year or a month is meant wholly. Events are listed when they may fall inside (--possible); \
      --certain lists only those whose dates lie wholly inside. Dates are printed no more precise \
      than they are known; what has not simply occurred, and the stage of a deal, stand in \
      brackets before the title. --chart draws the events along an axis.
      """)

  @OptionGroup var window: WindowArguments
  @OptionGroup var filters: FilterOptions
  @OptionGroup var output: OutputOptions
  @OptionGroup var chart: ChartOptions
  @OptionGroup var store: StoreOptions

  func run() throws {
    let span = try window.span()
    let query = filters.query(window: span, certain: window.certain)
    let listing = EventListing(store: try store.reader())
    try reporting {
      if chart.chart, output.format == nil {
        try listing.print(chart.drawing(colour: output.colour), of: query)
      } else {
        try listing.print(query, output)
      }
    }
  }
}
