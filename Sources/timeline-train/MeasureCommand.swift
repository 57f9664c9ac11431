import ArgumentParser
import Foundation
import TimelineIngest

/// Measures how fast the analyser reads text with the embedded model or another one.
struct MeasureCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "measure",
    abstract: "Print tokens per CPU second of every stage on a text, the best of three runs.")

  @Argument(help: "A text file.")
  var file: String

  @Option(help: "A model file; the embedded one if none is given.")
  var model: String?

  @Option(help: "A treebank in CoNLL-U to measure accuracy on as well.")
  var treebank: String?

  func run() throws {
    let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: file)))
    let analyzer: LanguageAnalyzer
    let loaded = try model.map { (path: String) -> LanguageModel in
      try LanguageModel(bytes: [UInt8](Data(contentsOf: URL(fileURLWithPath: path))))
    }
    analyzer = try loaded.map { LanguageAnalyzer(model: $0) } ?? LanguageAnalyzer()
    var sentences: [SentenceTree] = []
    let splitting = best { sentences = LanguageAnalyzer.sentences(of: bytes) }
    let tokens = Double(sentences.reduce(0) { $0 + $1.tokens.count })
    let tagging = best { for var sentence in sentences { analyzer.tag(&sentence, in: bytes) } }
    let parsing = best { for var sentence in sentences { analyzer.parse(&sentence, in: bytes) } }
    print("\(bytes.count) bytes, \(sentences.count) sentences, \(Int(tokens)) tokens")
    print("tokens and sentences  \(Int(tokens / splitting)) tokens per CPU second")
    print("tags                  \(Int(tokens / tagging))")
    print("tags and trees        \(Int(tokens / parsing))")
    if let treebank, let loaded {
      let gold = TreebankSentence.read(
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: treebank))))
      print("own tags   \(Evaluation.parsing(gold, model: loaded))")
      print("gold tags  \(Evaluation.parsing(gold, model: loaded, keepingTags: true))")
    }
  }

  /// The CPU seconds of the fastest of three runs.
  private func best(_ body: () -> Void) -> Double {
    var least = Double.infinity
    for _ in 0..<3 {
      let start = clock()
      body()
      least = min(least, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    return least
  }
}
