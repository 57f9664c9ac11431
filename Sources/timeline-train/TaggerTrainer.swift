import TimelineIngest

/// Trains the averaged perceptron of the tagger.
struct TaggerTrainer {
  private let data: TrainingData
  private let seed: UInt64
  /// Row of each feature that is seen at least twice.
  private let rows: HashTable
  private var weights: [Int32]
  /// Weights times the number of the sentence that changed them, for the average.
  private var totals: [Int32]
  private var sentences: Int32 = 1

  private static let width = Tagger.maximumClasses

  init(data: TrainingData, seed: UInt64) {
    self.data = data
    self.seed = seed
    var seen = HashTable(capacity: 1 << 20)
    var features = Array(repeating: UInt32(0), count: TaggerFeatures.count)
    for example in data.examples {
      for index in example.shapes.indices {
        Self.write(example.shapes, index, example.classes, into: &features)
        for feature in features { seen.set(feature, (seen[feature] ?? 0) + 1) }
      }
    }
    var kept = HashTable(capacity: seen.count / 2)
    var next: UInt32 = 0
    for pair in seen.slots where pair >> 32 >= 2 {
      kept.set(UInt32(truncatingIfNeeded: pair), next)
      next += 1
    }
    rows = kept
    weights = Array(repeating: 0, count: Int(next) * Self.width)
    totals = weights
  }

  private static func write(
    _ shapes: [WordShape], _ index: Int, _ classes: [UInt8], into features: inout [UInt32]
  ) {
    let previous = index > 0 ? Int(classes[index - 1]) : -1
    let beforePrevious = index > 1 ? Int(classes[index - 2]) : -1
    shapes.withUnsafeBufferPointer { shapes in
      features.withUnsafeMutableBufferPointer { features in
        guard let base = features.baseAddress else { return }
        TaggerFeatures.write(
          shapes, index, previous: previous, beforePrevious: beforePrevious, into: base)
      }
    }
  }

  /// Tags every example with a tagger that has not seen it.
  mutating func jackknife(folds: Int, epochs: Int) -> [[UInt8]] {
    var result: [[UInt8]] = data.examples.map { (example: TrainingData.Example) -> [UInt8] in
      example.classes
    }
    for fold in 0..<folds {
      let inside = data.examples.indices.filter { data.examples[$0].fold % folds == fold }
      let outside = data.examples.indices.filter { data.examples[$0].fold % folds != fold }
      train(outside, epochs: epochs)
      let averaged = average()
      for index in inside { result[index] = tag(data.examples[index].shapes, averaged) }
    }
    return result
  }

  /// Trains anew on those examples.
  mutating func train(_ chosen: [Int], epochs: Int) {
    for index in weights.indices { weights[index] = 0 }
    for index in totals.indices { totals[index] = 0 }
    sentences = 1
    var chance = Chance(seed: seed &+ 101)
    var order = chosen
    var features = Array(repeating: UInt32(0), count: TaggerFeatures.count)
    var places = Array(repeating: -1, count: TaggerFeatures.count)
    var scores = Array(repeating: Int32(0), count: Self.width)
    for _ in 0..<epochs {
      chance.shuffle(&order)
      for number in order {
        sentences += 1
        var guesses: [UInt8] = []
        let example = data.examples[number]
        for index in example.shapes.indices {
          Self.write(example.shapes, index, guesses, into: &features)
          for place in features.indices {
            places[place] = rows[features[place]].map { Int($0) * Self.width } ?? -1
          }
          let guess = best(places, weights, &scores)
          guesses.append(UInt8(guess))
          let gold = Int(example.classes[index])
          if guess != gold {
            for place in places where place >= 0 {
              weights[place + gold] += 1
              weights[place + guess] -= 1
              totals[place + gold] += sentences
              totals[place + guess] -= sentences
            }
          }
        }
      }
    }
  }

  private func best(_ places: [Int], _ weights: [Int32], _ scores: inout [Int32]) -> Int {
    let count = data.classes.count
    return scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        for index in 0..<Self.width { scores[index] = 0 }
        for place in places where place >= 0 {
          for index in 0..<Self.width { scores[index] &+= weights[place + index] }
        }
        var best = 0
        for index in 1..<count where scores[index] > scores[best] { best = index }
        return best
      }
    }
  }

  /// The averaged weights in sixteenths.
  private func average() -> [Int32] {
    var result = weights
    let steps = Float(sentences)
    for index in result.indices {
      result[index] = Int32(
        ((Float(weights[index]) - Float(totals[index]) / steps) * 16).rounded())
    }
    return result
  }

  private func tag(_ shapes: [WordShape], _ weights: [Int32]) -> [UInt8] {
    var guesses: [UInt8] = []
    var features = Array(repeating: UInt32(0), count: TaggerFeatures.count)
    var places = Array(repeating: -1, count: TaggerFeatures.count)
    var scores = Array(repeating: Int32(0), count: Self.width)
    for index in shapes.indices {
      Self.write(shapes, index, guesses, into: &features)
      for place in features.indices {
        places[place] = rows[features[place]].map { Int($0) * Self.width } ?? -1
      }
      guesses.append(UInt8(best(places, weights, &scores)))
    }
    return guesses
  }

  /// The tagger's tables: features with at least one weight of `threshold` hundred-and-twenty-
  /// sevenths of the range; smaller ones decide nothing and would fill half the model.
  func sections(threshold: Float) -> [(LanguageModel.Section, count: Int, bytes: [UInt8])] {
    let averaged = average()
    // The few weights beyond the range are cut off: they decide alone anyway.
    let sorted = averaged.filter { $0 != 0 }.map { abs($0) }.sorted()
    let top = sorted.isEmpty ? 1 : sorted[sorted.count * 9995 / 10000]
    let scale = 127 / Float(max(top, 1))
    var pairs: [UInt8] = []
    var number = 0
    var keys: [(UInt32, UInt32)] = []
    for pair in rows.slots where pair != 0 {
      let row = Int(pair >> 32) * Self.width
      var count = 0
      let values = (0..<data.classes.count).map { (index: Int) -> Float in
        (Float(averaged[row + index]) * scale).rounded()
      }
      guard values.contains(where: { abs($0) >= threshold }) else { continue }
      for index in 0..<data.classes.count {
        let value = values[index]
        guard abs(value) >= threshold / 2, value != 0, count < 63 else { continue }
        pairs.append(UInt8(index))
        pairs.append(UInt8(bitPattern: Int8(max(-127, min(127, value)))))
        count += 1
      }
      if count > 0 {
        keys.append((UInt32(truncatingIfNeeded: pair), UInt32(number << 6 | count)))
        number += count
      }
    }
    var table = HashTable(capacity: keys.count)
    for (key, value) in keys { table.set(key, value) }
    return [
      (.taggerSlots, table.count, table.bytes), (.taggerWeights, number, pairs),
    ]
  }
}
