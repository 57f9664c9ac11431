import ArgumentParser
import Foundation
import TimelineWorkspace

/// `timeline init`: makes a timeline folder.
struct InitCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init",
    abstract: "Make a timeline folder.",
    discussion: """
      timeline init               in the working directory
      timeline init russia        in the folder russia, made if need be

      The folder holds documents/, decisions.jsonl and, derived from them, timeline.sqlite. \
      What is there already stays.
      """)

  @Argument(help: ArgumentHelp("Where; the working directory if left out.", valueName: "dir"))
  var place: String = "."

  func run() throws {
    try reporting {
      let folder = TimelineFolder(
        path: place.hasPrefix("/")
          ? place : FileManager.default.currentDirectoryPath + "/" + place)
      try Workspace.initialise(folder, command: "init")
      StandardStreams.write("made a timeline folder in \(folder.path)\n")
    }
  }
}
