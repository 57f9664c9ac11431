import ArgumentParser
import TimelineRendering

/// The formats that commands with rows print in.
enum OutputFormat: String, EnumerableFlag {
  case json
  case jsonl
  case csv
  case tsv
  case markdown

  static func help(for value: OutputFormat) -> ArgumentHelp? {
    switch value {
    case .json: "Print one JSON array."
    case .jsonl: "Print one JSON object a line."
    case .csv: "Print comma-separated values."
    case .tsv: "Print tab-separated values."
    case .markdown: "Print a Markdown table."
    }
  }

  /// The same format of the rendering module.
  var table: TableFormat {
    switch self {
    case .json: .json
    case .jsonl: .jsonl
    case .csv: .csv
    case .tsv: .tsv
    case .markdown: .markdown
    }
  }
}

/// How rows are printed: aligned for people unless a format is named.
struct OutputOptions: ParsableArguments {
  @Flag(exclusivity: .exclusive)
  var format: OutputFormat?

  @Flag(name: .customLong("no-color"), help: "Use no colours, as $NO_COLOR does.")
  var noColour = false

  /// Whether colour codes may be used.
  var colour: Bool { !noColour && format == nil && Terminal.allowsColour }

  /// Prints a table in the format asked for.
  ///
  /// - Parameters:
  ///   - table: the table.
  ///   - footer: a sentence for people below it.
  ///   - null: what people see where there is no value.
  func print(_ table: Table, footer: String? = nil, null: String = "") {
    let people = TableText(width: Terminal.width, colour: colour, null: null)
    let text = (format?.table ?? .table).text(table, people: people)
    if format == nil {
      Terminal.page(text + (footer.map { "\n\($0)\n" } ?? ""))
    } else {
      StandardStreams.write(text)
    }
  }
}
