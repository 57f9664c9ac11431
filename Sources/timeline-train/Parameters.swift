import TimelineIngest

/// Weights with their gradients and Adam's running moments.
struct Parameters {
  var values: [Float]
  var gradients: [Float]
  private var first: [Float]
  private var second: [Float]

  static let firstDecay: Float = 0.9
  static let secondDecay: Float = 0.98
  private static let epsilon: Float = 1e-8

  init(count: Int) {
    values = Array(repeating: 0, count: count)
    gradients = values
    first = values
    second = values
  }

  /// One step of Adam over a range; the gradients are left at zero.
  mutating func step(_ range: Range<Int>, rate: Float, scale: Float) {
    let one = Self.firstDecay
    let two = Self.secondDecay
    values.withUnsafeMutableBufferPointer { values in
      gradients.withUnsafeMutableBufferPointer { gradients in
        first.withUnsafeMutableBufferPointer { first in
          second.withUnsafeMutableBufferPointer { second in
            for index in range {
              let gradient = gradients[index] * scale
              first[index] = one * first[index] + (1 - one) * gradient
              second[index] = two * second[index] + (1 - two) * gradient * gradient
              values[index] -= rate * first[index] / (second[index].squareRoot() + Self.epsilon)
              gradients[index] = 0
            }
          }
        }
      }
    }
  }

  /// Fills a matrix with numbers drawn evenly between plus and minus `limit`.
  mutating func fill(_ range: Range<Int>, limit: Float, _ chance: inout Chance) {
    for index in range { values[index] = (chance.unit() * 2 - 1) * limit }
  }
}

/// The matrices of the network: where each stands, its inputs and its outputs.
struct NetworkMatrices {
  struct Matrix {
    var offset: Int
    var rows: Int
    var columns: Int
  }

  var all: [Matrix] = []

  init(_ layout: NetworkLayout) {
    let hidden = layout.hidden
    for layer in 0..<layout.layers {
      for direction in 0..<2 {
        all.append(
          Matrix(
            offset: layout.inputWeights(layer, direction), rows: layout.width(into: layer),
            columns: 4 * hidden))
        all.append(
          Matrix(
            offset: layout.recurrentWeights(layer, direction), rows: hidden, columns: 4 * hidden))
      }
    }
    func add(_ offset: Int, _ rows: Int, _ columns: Int) {
      all.append(Matrix(offset: offset, rows: rows, columns: columns))
    }
    add(layout.headWeights, 2 * hidden, layout.arc)
    add(layout.dependentWeights, 2 * hidden, layout.arc)
    add(layout.arcForm, layout.arc, layout.arc)
    add(layout.labelHeadWeights, 2 * hidden, layout.label)
    add(layout.labelDependentWeights, 2 * hidden, layout.label)
    add(layout.relationWeights, layout.label, layout.relations)
    add(layout.classWeights, 2 * hidden, layout.classes)
  }

  /// Writes every matrix turned, outputs by inputs, at the same offset.
  func turn(_ values: [Float], into turned: inout [Float]) {
    values.withUnsafeBufferPointer { values in
      turned.withUnsafeMutableBufferPointer { turned in
        for matrix in all {
          for row in 0..<matrix.rows {
            let source = matrix.offset + row * matrix.columns
            for column in 0..<matrix.columns {
              turned[matrix.offset + column * matrix.rows + row] = values[source + column]
            }
          }
        }
      }
    }
  }
}

extension UnsafeBufferPointer {
  /// The first element's place; the buffers of the trainer are never empty.
  var start: UnsafePointer<Element> {
    guard let baseAddress else { preconditionFailure("an empty buffer has no start") }
    return baseAddress
  }
}

extension UnsafeMutableBufferPointer {
  /// The first element's place; the buffers of the trainer are never empty.
  var start: UnsafeMutablePointer<Element> {
    guard let baseAddress else { preconditionFailure("an empty buffer has no start") }
    return baseAddress
  }
}
