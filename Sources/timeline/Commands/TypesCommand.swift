import ArgumentParser
import Foundation
import TimelineIngest
import TimelineRendering
import TimelineWorkspace

/// `timeline types`: the event types, and whether those of the user's own hold.
struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "List the event types, or check those of your own.",
    discussion: """
      Types of your own stand in types.txt in the timeline folder, in blocks:

        type: space_launch
        label: Space launch
        definition: A rocket lifts off with a payload.
        trigger: launch verb obj:satellite,probe,spacecraft
        trigger: liftoff noun
        example: India launched a weather satellite on 5 May 2017.
        not: The ministry launched a website on 5 May 2017.

      The next command that writes reads all documents anew with them.
      """,
    subcommands: [ListTypesCommand.self, CheckTypesCommand.self],
    defaultSubcommand: ListTypesCommand.self)
}

/// `timeline types list`.
struct ListTypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List the event types with what they are.")

  @OptionGroup var timeline: StoreOptions

  @OptionGroup var output: OutputOptions

  func run() throws {
    let own = try timeline.folderIfAny()?.eventTypes() ?? .empty
    var rows = StatedName.eventTypeDescriptions.map { type -> [TableCell] in
      [.text(type.code), .text(type.label), .text(type.definition)]
    }
    for type in own.definitions where own.newCodes.contains(type.code) {
      rows.append([
        .text(type.code), .text(type.label ?? ""), .text((type.definition ?? "") + " (types.txt)"),
      ])
    }
    output.print(Table(titles: ["code", "label", "definition"], rows: rows))
  }
}

/// `timeline types check`.
struct CheckTypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Check a file of event types: its lines, and what its sentences give.",
    discussion: """
      Every example must give an event of its type, every "not" none. Faults are printed with \
      their lines; the exit code is 2 when there are any.
      """)

  @OptionGroup var timeline: StoreOptions

  @Argument(help: "The file; types.txt of the timeline folder when there is none.")
  var file: String?

  func run() throws {
    let path: String
    if let file {
      path = file
    } else {
      guard let folder = try timeline.folderIfAny() else {
        throw ValidationError("There is no timeline folder here: name the file to check.")
      }
      path = folder.types
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      StandardStreams.complain("\(path) cannot be read.")
      throw ExitCode.inputOutput
    }
    let types = EventTypeFile(String(decoding: data, as: UTF8.self))
    let faults = (types.faults + types.failures()).sorted { $0.line < $1.line }
    for fault in faults { StandardStreams.write("\(path), \(fault)\n") }
    let examples = types.definitions.reduce(0) {
      $0 + $1.examples.count + $1.counterExamples.count
    }
    let count = { (number: Int, word: String) in "\(number) \(word)\(number == 1 ? "" : "s")" }
    StandardStreams.write(
      "\(count(types.definitions.count, "type")), \(count(examples, "sentence")), "
        + "\(faults.isEmpty ? "no faults" : count(faults.count, "fault"))\n")
    if !faults.isEmpty { throw ExitCode.foundProblems }
  }
}
