import TimelineIngest

/// One sentence's way through the network and back, with everything kept that going back needs.
struct NetworkPass {
  let layout: NetworkLayout
  private(set) var rows = 0
  var input: [Float] = []
  var inputGradient: [Float] = []

  private var inputMask: [Float] = []
  private var layerMasks: [[Float]] = []
  private var headMask: [Float] = []
  private var dependentMask: [Float] = []
  private var labelMask: [Float] = []
  /// What enters each layer, after dropout; the last is what the scorers read.
  private var entering: [[Float]] = []
  private var enteringGradient: [[Float]] = []
  private var gates: [[Float]] = []
  private var cells: [[Float]] = []
  private var activated: [[Float]] = []
  private var outputs: [[Float]] = []
  private var buffers: [[Float]] = Array(repeating: [], count: 12)

  init(layout: NetworkLayout) {
    self.layout = layout
    let states = layout.layers * 2
    entering = Array(repeating: [], count: layout.layers + 1)
    enteringGradient = entering
    layerMasks = Array(repeating: [], count: layout.layers)
    gates = Array(repeating: [], count: states)
    cells = gates
    activated = gates
    outputs = gates
  }

  private static func clear(_ array: inout [Float], _ count: Int) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(0, count: count))
  }

  mutating func begin(rows: Int) {
    self.rows = rows
    Self.clear(&input, rows * layout.input)
    Self.clear(&inputGradient, rows * layout.input)
    for layer in 0...layout.layers {
      Self.clear(&entering[layer], rows * layout.width(into: layer))
      Self.clear(&enteringGradient[layer], rows * layout.width(into: layer))
    }
    for state in gates.indices {
      Self.clear(&gates[state], rows * 4 * layout.hidden)
      // One row of zeros before the first: the state before the sentence.
      Self.clear(&cells[state], (rows + 2) * layout.hidden)
      Self.clear(&activated[state], rows * layout.hidden)
      Self.clear(&outputs[state], (rows + 2) * layout.hidden)
    }
  }

  /// Draws which numbers are dropped, the same in every word of the sentence.
  mutating func drawMasks(dropout: Float, _ chance: inout Chance) {
    func mask(_ count: Int, _ share: Float) -> [Float] {
      (0..<count).map { (_: Int) -> Float in chance.unit() < share ? 0 : 1 / (1 - share) }
    }
    inputMask = mask(layout.input, dropout)
    for layer in 0..<layout.layers { layerMasks[layer] = mask(2 * layout.hidden, dropout) }
    headMask = mask(layout.arc, dropout)
    dependentMask = mask(layout.arc, dropout)
    labelMask = mask(layout.label, dropout)
  }

  /// Forward and back; returns the loss of all words.
  mutating func run(
    _ example: TrainingData.Example, values: UnsafePointer<Float>, turned: UnsafePointer<Float>,
    gradients: UnsafeMutablePointer<Float>
  ) -> Double {
    let width = layout.input
    for row in 0..<rows {
      for index in 0..<width {
        entering[0][row * width + index] = input[row * width + index] * inputMask[index]
      }
    }
    for layer in 0..<layout.layers {
      for direction in 0..<2 { forward(layer, direction, values) }
      join(layer)
    }
    let loss = score(example, values, turned, gradients)
    for layer in (0..<layout.layers).reversed() {
      for direction in 0..<2 { backward(layer, direction, turned, gradients) }
    }
    for row in 0..<rows {
      for index in 0..<width {
        inputGradient[row * width + index] =
          enteringGradient[0][row * width + index] * inputMask[index]
      }
    }
    return loss
  }

  // MARK: LSTM

  private mutating func forward(_ layer: Int, _ direction: Int, _ values: UnsafePointer<Float>) {
    let hidden = layout.hidden
    let inner = layout.width(into: layer)
    let state = layer * 2 + direction
    let count = rows
    entering[layer].withUnsafeBufferPointer { source in
      gates[state].withUnsafeMutableBufferPointer { gates in
        cells[state].withUnsafeMutableBufferPointer { cells in
          activated[state].withUnsafeMutableBufferPointer { activated in
            outputs[state].withUnsafeMutableBufferPointer { outputs in
              let gate = gates.start
              NetworkKernels.fill(
                rows: count, columns: 4 * hidden, bias: values + layout.gateBias(layer, direction),
                c: gate)
              NetworkKernels.multiplyAdd(
                rows: count, inner: inner, columns: 4 * hidden, a: source.start,
                aRow: inner, aInner: 1, b: values + layout.inputWeights(layer, direction),
                bRow: 4 * hidden, c: gate, cRow: 4 * hidden)
              for step in 0..<count {
                let row = direction == 0 ? step : count - 1 - step
                // States stand one row down, so that row 0 and the last stay zero.
                let before = direction == 0 ? row : row + 2
                NetworkKernels.multiplyAdd(
                  rows: 1, inner: hidden, columns: 4 * hidden,
                  a: outputs.start + before * hidden, aRow: hidden, aInner: 1,
                  b: values + layout.recurrentWeights(layer, direction), bRow: 4 * hidden,
                  c: gate + row * 4 * hidden, cRow: 4 * hidden)
                NetworkKernels.cellStep(
                  width: hidden, gates: gate + row * 4 * hidden,
                  previousCell: cells.start + before * hidden,
                  cell: cells.start + (row + 1) * hidden,
                  hidden: outputs.start + (row + 1) * hidden,
                  activatedCell: activated.start + row * hidden)
              }
            }
          }
        }
      }
    }
  }

  /// Writes what the next layer reads: both directions side by side, after dropout.
  private mutating func join(_ layer: Int) {
    let hidden = layout.hidden
    for direction in 0..<2 {
      let state = layer * 2 + direction
      for row in 0..<rows {
        for index in 0..<hidden {
          entering[layer + 1][row * 2 * hidden + direction * hidden + index] =
            outputs[state][(row + 1) * hidden + index]
            * layerMasks[layer][direction * hidden + index]
        }
      }
    }
  }

  private mutating func backward(
    _ layer: Int, _ direction: Int, _ turned: UnsafePointer<Float>,
    _ gradients: UnsafeMutablePointer<Float>
  ) {
    let hidden = layout.hidden
    let inner = layout.width(into: layer)
    let state = layer * 2 + direction
    let count = rows
    var gateGradient = Array(repeating: Float(0), count: count * 4 * hidden)
    var outputGradient = Array(repeating: Float(0), count: hidden)
    var cellGradient = Array(repeating: Float(0), count: hidden)
    let mask = layerMasks[layer]
    let gates = self.gates[state]
    let cells = self.cells[state]
    let activated = self.activated[state]
    let above = enteringGradient[layer + 1]
    gateGradient.withUnsafeMutableBufferPointer { gateGradient in
      outputGradient.withUnsafeMutableBufferPointer { outputGradient in
        cellGradient.withUnsafeMutableBufferPointer { cellGradient in
          for step in 0..<count {
            let row = direction == 0 ? count - 1 - step : step
            let before = direction == 0 ? row : row + 2
            let gate = row * 4 * hidden
            for index in 0..<hidden {
              let place = direction * hidden + index
              let own = above[row * 2 * hidden + place] * mask[place] + outputGradient[index]
              let inputGate = gates[gate + index]
              let forgetGate = gates[gate + hidden + index]
              let outputGate = gates[gate + 2 * hidden + index]
              let candidate = gates[gate + 3 * hidden + index]
              let act = activated[row * hidden + index]
              let cell = own * outputGate * (1 - act * act) + cellGradient[index]
              gateGradient[gate + index] = cell * candidate * inputGate * (1 - inputGate)
              gateGradient[gate + hidden + index] =
                cell * cells[before * hidden + index] * forgetGate * (1 - forgetGate)
              gateGradient[gate + 2 * hidden + index] = own * act * outputGate * (1 - outputGate)
              gateGradient[gate + 3 * hidden + index] =
                cell * inputGate * (1 - candidate * candidate)
              cellGradient[index] = cell * forgetGate
              outputGradient[index] = 0
            }
            NetworkKernels.multiplyAdd(
              rows: 1, inner: 4 * hidden, columns: hidden, a: gateGradient.start + gate,
              aRow: 4 * hidden, aInner: 1, b: turned + layout.recurrentWeights(layer, direction),
              bRow: hidden, c: outputGradient.start, cRow: hidden)
          }
        }
      }
    }
    let before = direction == 0 ? 0 : 2
    gateGradient.withUnsafeBufferPointer { gate in
      outputs[state].withUnsafeBufferPointer { outputs in
        NetworkKernels.multiplyAdd(
          rows: hidden, inner: count, columns: 4 * hidden,
          a: outputs.start + before * hidden, aRow: 1, aInner: hidden,
          b: gate.start, bRow: 4 * hidden,
          c: gradients + layout.recurrentWeights(layer, direction), cRow: 4 * hidden)
      }
      entering[layer].withUnsafeBufferPointer { source in
        NetworkKernels.multiplyAdd(
          rows: inner, inner: count, columns: 4 * hidden, a: source.start, aRow: 1,
          aInner: inner, b: gate.start, bRow: 4 * hidden,
          c: gradients + layout.inputWeights(layer, direction), cRow: 4 * hidden)
      }
      Self.addRows(
        gate.start, count, 4 * hidden, to: gradients + layout.gateBias(layer, direction))
      enteringGradient[layer].withUnsafeMutableBufferPointer { target in
        NetworkKernels.multiplyAdd(
          rows: count, inner: 4 * hidden, columns: inner, a: gate.start, aRow: 4 * hidden,
          aInner: 1, b: turned + layout.inputWeights(layer, direction), bRow: inner,
          c: target.start, cRow: inner)
      }
    }
  }

  /// Adds the sum of all rows to a bias's gradient.
  static func addRows(
    _ source: UnsafePointer<Float>, _ rows: Int, _ columns: Int,
    to target: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows {
      for column in 0..<columns { target[column] += source[row * columns + column] }
    }
  }

  // MARK: Scores

  /// Scores heads, relations and classes, and leaves the gradient of what was read.
  private mutating func score(
    _ example: TrainingData.Example, _ values: UnsafePointer<Float>,
    _ turned: UnsafePointer<Float>, _ gradients: UnsafeMutablePointer<Float>
  ) -> Double {
    let rows = self.rows
    let layout = self.layout
    let (headMask, dependentMask, labelMask) = (headMask, dependentMask, labelMask)
    var loss = 0.0
    entering[layout.layers].withUnsafeBufferPointer { encoded in
      enteringGradient[layout.layers].withUnsafeMutableBufferPointer { gradient in
        let scorer = SentenceScorer(
          layout: layout, rows: rows, encoded: encoded.start,
          encodedGradient: gradient.start, values: values, turned: turned,
          gradients: gradients)
        loss += scorer.heads(example, headMask: headMask, dependentMask: dependentMask)
        loss += scorer.relations(example, mask: labelMask)
        loss += scorer.classes(example)
      }
    }
    return loss
  }
}
