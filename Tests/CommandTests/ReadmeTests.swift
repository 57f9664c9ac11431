import Foundation
import Testing
import TimelineTestSupport

/// `RECORD_SNAPSHOTS=1` writes what the program prints into the README instead of comparing.
@Suite("What the README shows is what the program prints")
struct ReadmeTests {
  /// A command of the README with the output that is shown below it.
  struct Example {
    var line: Int
    var command: String
    var output: String
  }

  @Test func everyExampleIsReal() throws {
    let readme = try String(
      contentsOf: Repository.root.appending(path: "README.md"), encoding: .utf8)
    let examples = Self.examples(in: readme)
    #expect(examples.count >= 3)
    let folder = FileManager.default.temporaryDirectory.appending(path: "readme-\(UUID())")
    try FileManager.default.copyItem(
      at: Repository.root.appending(path: "seeds/example"), to: folder)
    defer { try? FileManager.default.removeItem(at: folder) }
    let built = try BuiltProgram.shell("timeline rebuild", in: folder)
    try #require(built.status == 0, "\(built.errors)")
    var recorded = readme
    for example in examples {
      let run = try BuiltProgram.shell("{ \(example.command) ; } 2>&1", in: folder)
      if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] != nil {
        recorded = recorded.replacingOccurrences(
          of: "$ \(example.command)\n\(example.output)", with: "$ \(example.command)\n\(run.output)"
        )
      } else {
        #expect(run.output == example.output, "README.md:\(example.line): \(example.command)")
      }
    }
    if recorded != readme {
      try recorded.write(
        to: Repository.root.appending(path: "README.md"), atomically: true, encoding: .utf8)
    }
  }

  /// The examples of all `console` blocks; a block is commands after `$ ` with their output.
  static func examples(in text: String) -> [Example] {
    var examples: [Example] = []
    var inside = false
    for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if line == "```console" {
        inside = true
      } else if line == "```" {
        inside = false
      } else if inside, line.hasPrefix("$ ") {
        examples.append(Example(line: index + 1, command: String(line.dropFirst(2)), output: ""))
      } else if inside, !examples.isEmpty {
        examples[examples.count - 1].output += line + "\n"
      }
    }
    return examples
  }
}
