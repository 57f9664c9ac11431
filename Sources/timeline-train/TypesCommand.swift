import ArgumentParser
import Foundation
import TimelineIngest

/// Trains the model of event types from prose with marked events.
struct TypesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "types",
    abstract: "Train the model of event types from prose with marked events.",
    discussion: """
      Each line of the files is prose with events marked as [[signed|agreement]]; the example \
      phrases of the trigger table are read too. Training is deterministic: the same files and \
      tables give the same bytes.
      """)

  @Argument(help: "Files of marked prose.")
  var files: [String]

  @Option(help: "Where to write the model.")
  var output: String?

  @Option(help: "Marked prose that the model is measured on.")
  var heldBack: [String] = []

  @Option(help: "Passes over the examples.")
  var epochs = 15

  @Option(help: "The learning rate.")
  var rate: Float = 0.05

  @Option(help: "How much each step pulls small weights to nothing.")
  var sparsity: Float = 0.01

  @Option(help: "Features seen fewer times are left out.")
  var least = 2

  func run() throws {
    let examples =
      TypeExample.linesOfTable().flatMap { TypeExample.read($0) } + (try Self.examples(in: files))
    var trainer = TypeTrainer(examples: examples, least: least)
    print("\(examples.count) words, \(trainer.features) features, \(trainer.classes.count) classes")
    for epoch in 1...epochs {
      let loss = trainer.train(rate: rate, sparsity: sparsity, seed: UInt64(epoch))
      if epoch == epochs || epoch % 4 == 0 { print("pass \(epoch): loss \(loss)") }
    }
    let bytes = trainer.file()
    guard let model = TypeModel(bytes: bytes) else { throw ExitCode.failure }
    print("\(bytes.count) bytes; trained on: \(TypeFigures(of: model, on: examples))")
    for file in heldBack {
      print("\(file): \(TypeFigures(of: model, on: try Self.examples(in: [file])))")
    }
    if let output { try Data(bytes).write(to: URL(fileURLWithPath: output)) }
  }

  private static func examples(in files: [String]) throws -> [TypeExample] {
    var lines: [String] = []
    for file in files {
      let text = String(decoding: try Data(contentsOf: URL(fileURLWithPath: file)), as: UTF8.self)
      lines += text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init)
    }
    return lines.flatMap { TypeExample.read($0) }
  }
}

/// How well a model finds and types the marked words.
struct TypeFigures: CustomStringConvertible {
  private var marked = 0
  private var told = 0
  private var found = 0
  private var typed = 0
  private var family = 0
  private var best = 0
  private var surprise = 0.0

  init(of model: TypeModel, on examples: [TypeExample]) {
    for example in examples {
      let shares = model.probabilities(of: example.features)
      guard let top = shares.indices.max(by: { shares[$0] < shares[$1] }),
        let someType = shares.indices.dropFirst().max(by: { shares[$0] < shares[$1] })
      else { continue }
      let right = model.classes.firstIndex(of: example.type) ?? 0
      surprise -= log(max(Double(shares[right]), 1e-6)) / Double(max(1, examples.count))
      let isMarked = example.type != "none"
      marked += isMarked ? 1 : 0
      told += top > 0 ? 1 : 0
      guard isMarked else { continue }
      found += top > 0 ? 1 : 0
      typed += model.classes[top] == example.type ? 1 : 0
      family += Self.family(model.classes[top]) == Self.family(example.type) ? 1 : 0
      best += Self.family(model.classes[someType]) == Self.family(example.type) ? 1 : 0
    }
  }

  private static func family(_ type: String) -> Substring { type.prefix { $0 != "." } }

  var description: String {
    func share(_ part: Int, _ whole: Int) -> String {
      String(format: "%.3f", Double(part) / Double(max(1, whole)))
    }
    return
      "\(marked) marked; taken for events \(share(found, marked)), of those taken \(share(found, told)) marked;"
      + " type \(share(typed, marked)), family \(share(family, marked));"
      + " family when it must be one \(share(best, marked)); surprise \(String(format: "%.4f", surprise))"
  }
}
