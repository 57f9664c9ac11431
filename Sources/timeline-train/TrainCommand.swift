import ArgumentParser
import Foundation
import TimelineIngest

/// `timeline-train`: makes and measures the language model.
@main
struct TimelineTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "timeline-train", abstract: "Make and measure the English language model.",
    subcommands: [TrainCommand.self, MeasureCommand.self, TypesCommand.self],
    defaultSubcommand: TrainCommand.self)
}

/// Trains the language model from UD treebanks.
struct TrainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Train the English language model from UD treebanks and print its figures.",
    discussion: """
      The folder holds train.conllu and dev.conllu. Training is deterministic: the same files, \
      options and machine architecture give the same bytes.
      """)

  @Option(help: "The folder with train.conllu and dev.conllu.")
  var corpus: String

  @Option(
    parsing: .upToNextOption,
    help: "Further treebanks of the program's own kind of text, read after the folder's.")
  var own: [String] = []

  @Option(help: "How many times the further treebanks are read in one pass.")
  var ownCopies = 2

  @Option(help: "A held-back treebank of that kind of text, to measure on.")
  var ownDev: String?

  @Option(help: "Where to write the model.")
  var output: String

  @Option(help: "Passes over the training data for the parser.")
  var epochs = 22

  @Option(help: "The seed of all chance.")
  var seed: UInt64 = 1

  @Option(help: "Numbers a word comes in with.")
  var input = 80

  @Option(help: "Width of one direction of an LSTM layer.")
  var hidden = 72

  @Option(help: "LSTM layers.")
  var layers = 1

  @Option(help: "Width of the representations between which heads are chosen.")
  var arc = 64

  @Option(help: "Width of the representations from which relations are read.")
  var label = 64

  @Option(help: "The highest learning rate.")
  var rate: Float = 0.003

  @Option(help: "Share of numbers dropped while training.")
  var dropout: Float = 0.2

  @Option(help: "Use only this many sentences (for trials).")
  var limit: Int?

  @Option(help: "Share of sentences that the parser reads with the treebank's own tags.")
  var goldShare: Float = 0.1

  @Option(help: "A sentence for the model's description: data and licence.")
  var licence = "UD English EWT (CC BY-SA 4.0), UD English GUM (CC BY 4.0) and trees of our own"

  @Option(help: "How often a word's tag is hidden from the parser.")
  var tagDrop: Float = 0.12

  func run() throws {
    let folder = URL(fileURLWithPath: corpus)
    let clock = ContinuousClock()
    let start = clock.now
    func report(_ text: String) {
      let seconds = (clock.now - start).components.seconds
      FileHandle.standardError.write(Data("[\(seconds) s] \(text)\n".utf8))
    }
    var train = TreebankSentence.read(
      [UInt8](try Data(contentsOf: folder.appending(path: "train.conllu"))))
    let dev = TreebankSentence.read(
      [UInt8](try Data(contentsOf: folder.appending(path: "dev.conllu"))))
    if let limit { train = Array(train.prefix(limit)) }
    let further = try own.flatMap { (path: String) -> [TreebankSentence] in
      TreebankSentence.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: path))))
    }
    let data = TrainingData(sentences: train, own: further, copies: ownCopies, seed: seed)
    report(
      "\(train.count) and \(further.count) sentences, \(data.examples.count) with copies, \(data.classes.count) classes"
    )

    var tagger = TaggerTrainer(data: data, seed: seed)
    let jackknifed = tagger.jackknife(folds: 5, epochs: 5)
    report("jackknifed tags: \(percent(data.accuracy(of: jackknifed))) classes right")
    tagger.train(Array(data.examples.indices), epochs: 8)
    let taggerSections = tagger.sections(threshold: 12)
    var sections = [data.classSection()] + taggerSections
    report("tagger: \(taggerSections.map(\.bytes.count).reduce(0, +)) bytes")
    let tagged = try LanguageModel(bytes: LanguageModel.file(sections: sections))
    report("dev, tagger alone: \(Evaluation.tagging(dev, model: tagged))")

    let layout = NetworkLayout(
      input: input, hidden: hidden, layers: layers, arc: arc, label: label, relations: 48,
      classes: 64)
    var network = NetworkTrainer(
      data: data, tags: jackknifed, layout: layout, seed: seed, dropout: dropout,
      goldShare: goldShare, tagDrop: tagDrop)
    let batches = network.batchCount * epochs
    var figures = ""
    for epoch in 1...epochs {
      let loss = network.trainEpoch(epoch, rate: rate, batches: batches)
      var line = "epoch \(epoch): loss \(loss)"
      if epoch == epochs || epoch % 3 == 0 {
        let trial = try LanguageModel(
          bytes: LanguageModel.file(sections: sections + network.sections()))
        figures = Evaluation.parsing(dev, model: trial)
        line +=
          "  dev \(figures)  gold tags \(Evaluation.parsing(dev, model: trial, keepingTags: true))"
      }
      report(line)
    }
    var text = "English language model of timeline. Trained on \(licence). Dev: \(figures).\n"
    if let ownDev {
      let held = TreebankSentence.read([UInt8](try Data(contentsOf: URL(fileURLWithPath: ownDev))))
      let trial = try LanguageModel(
        bytes: LanguageModel.file(sections: sections + network.sections()))
      text += "Own dev: \(Evaluation.parsing(held, model: trial)).\n"
    }
    sections.append((.description, count: 1, bytes: Array(text.utf8)))
    let file = LanguageModel.file(sections: sections + network.sections())
    try Data(file).write(to: URL(fileURLWithPath: output))
    report("\(file.count) bytes written")
    print(text, terminator: "")
  }
}

/// A share as a percentage with two decimals.
func percent(_ share: Double) -> String { String(format: "%.2f", share * 100) }
