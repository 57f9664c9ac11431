import TimelineIngest

/// Fits the weights of the model of event types: multinomial logistic regression by AdaGrad, with
/// small weights pulled to nothing.
struct TypeTrainer {
  /// The type codes; the first is `none`.
  let classes: [String]
  private let keys: [UInt32]
  private let examples: [(type: Int, features: [Int])]
  private var weights: [Float]
  private var squares: [Float]

  /// The number of features that are kept.
  var features: Int { keys.count }

  /// A trainer of features that at least so many examples have.
  init(examples: [TypeExample], least: Int) {
    classes = ["none"] + Set(examples.map(\.type)).subtracting(["none"]).sorted()
    var counts: [UInt32: Int] = [:]
    for example in examples {
      for feature in Set(example.features) { counts[feature, default: 0] += 1 }
    }
    keys = counts.filter { $0.value >= least }.keys.sorted()
    let numbers = Dictionary(uniqueKeysWithValues: zip(keys, keys.indices))
    let codes = Dictionary(uniqueKeysWithValues: zip(classes, classes.indices))
    self.examples = examples.map { example in
      (codes[example.type] ?? 0, Set(example.features).compactMap { numbers[$0] }.sorted())
    }
    weights = [Float](repeating: 0, count: keys.count * classes.count)
    squares = [Float](repeating: 0, count: keys.count * classes.count)
  }

  /// One pass over the examples in an order of chance; the mean loss.
  mutating func train(rate: Float, sparsity: Float, seed: UInt64) -> Float {
    var order = Array(examples.indices)
    var state = seed &* 0x9e37_79b9_7f4a_7c15
    for last in order.indices.dropFirst().reversed() {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      order.swapAt(last, Int((state >> 33) % UInt64(last + 1)))
    }
    let count = classes.count
    let examples = examples
    var loss: Float = 0
    var scores = [Float](repeating: 0, count: count)
    weights.withUnsafeMutableBufferPointer { weights in
      squares.withUnsafeMutableBufferPointer { squares in
        for number in order {
          let example = examples[number]
          for type in 0..<count { scores[type] = 0 }
          for feature in example.features {
            let base = feature * count
            for type in 0..<count { scores[type] += weights[base + type] }
          }
          var steps = TypeModel.softmax(scores)
          loss -= Float(steps[example.type]) < 0.000_1 ? -9 : Self.logarithm(steps[example.type])
          steps[example.type] -= 1
          for type in 0..<count where abs(steps[type]) > 0.001 {
            let step = steps[type]
            for feature in example.features {
              let place = feature * count + type
              squares[place] += step * step
              let pace = rate / squares[place].squareRoot()
              var weight = weights[place] - pace * step
              let pull = pace * sparsity
              weight = weight > pull ? weight - pull : weight < -pull ? weight + pull : 0
              weights[place] = weight
            }
          }
        }
      }
    }
    return loss / Float(max(1, order.count))
  }

  /// The natural logarithm, near enough to report a loss.
  private static func logarithm(_ number: Float) -> Float {
    var value = number
    var powers: Float = 0
    while value < 0.5 {
      value *= 2
      powers -= 1
    }
    let part = (value - 1) / (value + 1)
    return powers * 0.693_147_2 + 2 * (part + part * part * part / 3)
  }

  /// The bytes of the model: weights in steps of a hundredth of the largest, those below half a
  /// step left out.
  func file() -> [UInt8] {
    let largest = weights.lazy.map(abs).max() ?? 1
    let scale = max(largest / 127, 0.000_1)
    var kept: [UInt32: [(type: Int, weight: Int8)]] = [:]
    for (number, key) in keys.enumerated() {
      let base = number * classes.count
      let entries = classes.indices.compactMap { type -> (type: Int, weight: Int8)? in
        let weight = Int((weights[base + type] / scale).rounded())
        return weight == 0 ? nil : (type, Int8(clamping: weight))
      }
      if !entries.isEmpty { kept[key] = entries }
    }
    return TypeModel.file(classes: classes, weights: kept, scale: scale)
  }
}
