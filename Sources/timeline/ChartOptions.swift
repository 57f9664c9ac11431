import ArgumentParser
import TimelineRendering

/// How events are drawn in the terminal.
struct ChartOptions: ParsableArguments {
  @Flag(help: "Draw the events along an axis of time.")
  var chart = false

  @Flag(help: "Draw with ASCII characters only.")
  var ascii = false

  @Option(
    help: ArgumentHelp(
      "Put rows of the drawing together by type, actor, place or document.", valueName: "field"),
    transform: { text in
      guard let key = GroupKey(rawValue: text) else {
        throw ValidationError("“\(text)” is none of type, actor, place, document.")
      }
      return key
    })
  var groupBy: GroupKey?

  /// The drawing at the terminal's width, 80 columns when there is none.
  func drawing(colour: Bool) -> TerminalChart {
    TerminalChart(width: Terminal.width ?? 80, ascii: ascii, colour: colour, groupBy: groupBy)
  }
}
