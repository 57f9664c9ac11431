import ArgumentParser
import Foundation
import TimelineIngest

/// `timeline parse`: tokens, tags and dependency trees of a text.
struct ParseCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the tokens, tags and dependency trees that extraction stands on.",
    discussion: """
      Text is printed as CoNLL-U with UTF-8 byte offsets in the last column, or drawn with --tree. \
      With --conllu the files are CoNLL-U themselves: their sentences and tokens are kept and \
      only tags, features, lemmas, heads and relations are filled in.
      """)

  @Argument(help: "Files to read; - is standard input.")
  var files: [String]

  @Flag(help: "The files are CoNLL-U with tokens that are to be kept.")
  var conllu = false

  @Flag(help: "With --conllu: take the files' own tags and features as given.")
  var goldTags = false

  @Flag(help: "Draw each tree for people.")
  var tree = false

  func validate() throws {
    if goldTags, !conllu { throw ValidationError("--gold-tags needs --conllu.") }
    if tree, conllu { throw ValidationError("--tree draws text, not --conllu files.") }
  }

  func run() throws {
    let analyzer: LanguageAnalyzer
    do {
      analyzer = try LanguageAnalyzer()
    } catch {
      report("\(error)")
      throw ExitCode(1)
    }
    var rejected = false
    for file in files {
      guard let bytes = read(file) else {
        report("\(file) cannot be read.")
        rejected = true
        continue
      }
      let text =
        conllu
        ? analyzer.conllu(annotating: bytes, keepingTags: goldTags)
        : tree ? analyzer.drawing(of: bytes) : analyzer.conllu(of: bytes)
      FileHandle.standardOutput.write(Data(text.utf8))
    }
    if rejected { throw ExitCode(65) }
  }

  private func read(_ file: String) -> [UInt8]? {
    if file == "-" {
      return (try? FileHandle.standardInput.readToEnd()).map { [UInt8]($0) } ?? []
    }
    return (try? Data(contentsOf: URL(fileURLWithPath: file))).map { [UInt8]($0) }
  }

  private func report(_ sentence: String) {
    FileHandle.standardError.write(Data("timeline: \(sentence)\n".utf8))
  }
}
