import ArgumentParser
import Foundation
import TimelineIngest
import TimelineModel

/// `timeline parse`: tokens, tags and dependency trees of a text.
struct ParseCommand: ParsableCommand, TakesManyFiles {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Print the tokens, tags and dependency trees that extraction stands on.",
    discussion: """
      Text is printed as CoNLL-U with UTF-8 byte offsets in the last column, or drawn with --tree. \
      With --conllu the files are CoNLL-U themselves: their sentences and tokens are kept and \
      only tags, features, lemmas, heads and relations are filled in.
      """)

  @OptionGroup var documents: DocumentArguments

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
      StandardStreams.complain("\(error)")
      throw ExitCode.failure
    }
    if conllu {
      try annotate(with: analyzer)
    } else {
      let tree = tree
      try documents.printEach { document in
        let text = tree ? analyzer.drawing(of: document.utf8) : analyzer.conllu(of: document.utf8)
        return Array(text.utf8)
      }
    }
  }

  /// CoNLL-U files are read as they are: what looks like front matter in them is none.
  private func annotate(with analyzer: LanguageAnalyzer) throws {
    var missing = 0
    for file in documents.files {
      let data =
        file == "-"
        ? FileHandle.standardInput.readDataToEndOfFile()
        : FileManager.default.contents(atPath: file)
      guard let data else {
        StandardStreams.complain("\(file) cannot be read.")
        missing += 1
        continue
      }
      write(analyzer.conllu(annotating: [UInt8](data), keepingTags: goldTags))
    }
    if missing == documents.files.count { throw ExitCode.notFound }
    if missing > 0 { throw ExitCode.someRejected }
  }

  private func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }
}
