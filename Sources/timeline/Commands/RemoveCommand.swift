import ArgumentParser
import TimelineWorkspace

/// `timeline remove`: takes documents out of the timeline.
struct RemoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "remove",
    abstract: "Take documents out of the timeline and delete their copies in documents/.",
    discussion: """
      timeline remove article.txt

      Events that no other document tells go with them; decisions on those stay in \
      decisions.jsonl and are listed as orphans. To undo, ingest the file again.
      """)

  @Argument(help: ArgumentHelp("Names as timeline documents shows them.", valueName: "document"))
  var documents: [String]

  @OptionGroup var store: StoreOptions

  func run() throws {
    let folder = try store.writableFolder()
    let report = try reporting {
      try Workspace.remove(documents, from: folder, command: "remove")
    }
    IngestReportText(report).write()
  }
}
