import TimelineIngest

/// Trains the parser's network: cross entropy of heads, relations and classes, Adam, dropout.
struct NetworkTrainer {
  let data: TrainingData
  let tags: [[UInt8]]
  let layout: NetworkLayout
  let dropout: Float
  let goldShare: Float
  let tagDrop: Float
  private let matrices: NetworkMatrices
  private var weights: Parameters
  private var turned: [Float]
  private var embeddings: Parameters
  private let rowOfKey: HashTable
  private var keyCounts: [Float]
  private let rowCount: Int
  private var touched: [Int] = []
  private var isTouched: [Bool]
  private var chance: Chance
  private var pass: NetworkPass
  private var step = 0

  private static let batch = 12

  init(
    data: TrainingData, tags: [[UInt8]], layout: NetworkLayout, seed: UInt64, dropout: Float,
    goldShare: Float, tagDrop: Float
  ) {
    self.data = data
    self.tags = tags
    self.layout = layout
    self.dropout = dropout
    self.goldShare = goldShare
    self.tagDrop = tagDrop
    chance = Chance(seed: seed &+ 1009)
    matrices = NetworkMatrices(layout)
    weights = Parameters(count: layout.count)
    for matrix in matrices.all {
      let limit = Float((6.0 / Double(matrix.rows + matrix.columns)).squareRoot())
      weights.fill(
        matrix.offset..<matrix.offset + matrix.rows * matrix.columns, limit: limit, &chance)
    }
    for layer in 0..<layout.layers {
      for direction in 0..<2 {
        let forget = layout.gateBias(layer, direction) + layout.hidden
        for index in 0..<layout.hidden { weights.values[forget + index] = 1 }
      }
    }
    turned = weights.values
    (rowOfKey, keyCounts) = Self.vocabulary(data)
    rowCount = keyCounts.count
    embeddings = Parameters(count: rowCount * layout.input)
    embeddings.fill(
      0..<rowCount * layout.input, limit: 0.5 / Float(layout.input).squareRoot() * 1.7, &chance)
    isTouched = Array(repeating: false, count: rowCount)
    pass = NetworkPass(layout: layout)
  }

  var batchCount: Int { (data.examples.count + Self.batch - 1) / Self.batch }

  /// Gives a row to every key that is seen often enough.
  private static func vocabulary(_ data: TrainingData) -> (HashTable, [Float]) {
    let least: [UInt32] = [2, 3, 3, 3, 1, 1, 3, 4, 3]
    var seen = Array(repeating: HashTable(capacity: 1 << 14), count: ParserInputs.count)
    var keys = Array(repeating: UInt32(0), count: ParserInputs.count)
    for example in data.examples where !example.isRepeated {
      for (index, token) in example.tokens.enumerated() {
        write(example.shapes[index], token.tag, token.features, into: &keys)
        for number in keys.indices {
          seen[number].set(keys[number], (seen[number][keys[number]] ?? 0) + 1)
        }
      }
    }
    var table = HashTable(capacity: 1 << 14)
    var counts = Array(repeating: Float(1e9), count: ParserInputs.reservedRows)
    for number in seen.indices {
      for pair in seen[number].slots where pair != 0 && UInt32(pair >> 32) >= least[number] {
        table.set(UInt32(truncatingIfNeeded: pair), UInt32(counts.count))
        // Only words are dropped for their unknown row; ends and shapes are always known.
        counts.append(number == 0 ? Float(pair >> 32) : 40)
      }
    }
    return (table, counts)
  }

  private static func write(
    _ shape: WordShape, _ tag: UniversalTag, _ morphology: Morphology, into keys: inout [UInt32]
  ) {
    keys.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      ParserInputs.write(shape, tag: tag, morphology: morphology, into: base)
    }
  }

  /// One pass over the examples; returns the mean loss of a word.
  mutating func trainEpoch(_ epoch: Int, rate: Float, batches: Int) -> Double {
    var order = Array(data.examples.indices)
    chance.shuffle(&order)
    var loss = 0.0
    var words = 0
    var start = 0
    while start < order.count {
      let end = min(start + Self.batch, order.count)
      var batchWords = 0
      matrices.turn(weights.values, into: &turned)
      for number in order[start..<end] where data.examples[number].tokens.count <= 120 {
        loss += learn(number)
        batchWords += data.examples[number].tokens.count
      }
      words += batchWords
      step += 1
      let warm = min(1, Float(step) / 100)
      let now = rate * warm * max(0.02, 1 - Float(step) / Float(batches))
      let scale = 1 / Float(max(batchWords, 1))
      weights.step(0..<layout.count, rate: now, scale: scale)
      for row in touched {
        embeddings.step(row * layout.input..<(row + 1) * layout.input, rate: now, scale: scale)
        isTouched[row] = false
      }
      touched.removeAll(keepingCapacity: true)
      start = end
    }
    return loss / Double(max(words, 1))
  }

  /// Reads one sentence, adds its gradients, returns its loss.
  private mutating func learn(_ number: Int) -> Double {
    let example = data.examples[number]
    let rows = example.tokens.count + 1
    let useGold = chance.unit() < goldShare
    var inputRows: [[Int]] = [[ParserInputs.rootRow]]
    var keys = Array(repeating: UInt32(0), count: ParserInputs.count)
    for index in 0..<rows - 1 {
      let token = example.tokens[index]
      let (tag, morphology) =
        useGold ? (token.tag, token.features) : data.classes[Int(tags[number][index])]
      Self.write(example.shapes[index], tag, morphology, into: &keys)
      var chosen: [Int] = []
      let hidesTag = chance.unit() < tagDrop
      for place in keys.indices {
        var row = rowOfKey[keys[place]].map { Int($0) } ?? place
        let drop = place == 0 ? 0.5 / (0.5 + keyCounts[row]) : 0.01
        if chance.unit() < drop || (hidesTag && (place == 4 || place == 5)) { row = place }
        chosen.append(row)
      }
      inputRows.append(chosen)
    }
    pass.begin(rows: rows)
    let width = layout.input
    for (word, chosen) in inputRows.enumerated() {
      for row in chosen {
        for index in 0..<width {
          pass.input[word * width + index] += embeddings.values[row * width + index]
        }
      }
    }
    pass.drawMasks(dropout: dropout, &chance)
    let loss = weights.values.withUnsafeBufferPointer { values in
      turned.withUnsafeBufferPointer { turned in
        weights.gradients.withUnsafeMutableBufferPointer { gradients in
          pass.run(
            example, values: values.start, turned: turned.start,
            gradients: gradients.start)
        }
      }
    }
    for (word, chosen) in inputRows.enumerated() {
      for row in chosen {
        if !isTouched[row] {
          isTouched[row] = true
          touched.append(row)
        }
        for index in 0..<width {
          embeddings.gradients[row * width + index] += pass.inputGradient[word * width + index]
        }
      }
    }
    return loss
  }

  /// The network's sections of the model file.
  func sections() -> [(LanguageModel.Section, count: Int, bytes: [UInt8])] {
    let width = layout.input
    var rows: [UInt8] = []
    for row in 0..<rowCount {
      let values = embeddings.values[row * width..<(row + 1) * width]
      let largest = values.map { abs($0) }.max() ?? 0
      let scale = max(largest, 1e-6) / 127
      rows.append(word: scale.bitPattern)
      for value in values {
        rows.append(UInt8(bitPattern: Int8(max(-127, min(127, (value / scale).rounded())))))
      }
    }
    var sizes: [UInt8] = []
    for size in layout.sizes { sizes.append(word: UInt32(size)) }
    var numbers: [UInt8] = []
    numbers.reserveCapacity(layout.count * 4)
    for value in weights.values { numbers.append(word: value.bitPattern) }
    return [
      (.embeddingSlots, rowOfKey.count, rowOfKey.bytes), (.embeddingRows, rowCount, rows),
      (.networkSizes, layout.sizes.count, sizes), (.networkWeights, layout.count, numbers),
    ]
  }
}
