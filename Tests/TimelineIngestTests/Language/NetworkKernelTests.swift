import Testing
import TimelineTestSupport

@testable import TimelineIngest

/// The loops of the parser's network against plain ones: the same bits, whatever registers there are.
@Suite("Loops of the network")
struct NetworkKernelTests {
  private func numbers(_ count: Int, _ generator: inout SeededGenerator) -> [Float] {
    (0..<count).map { _ in Float.random(in: -2...2, using: &generator) }
  }

  @Test func productsAreThoseOfPlainLoops() {
    var generator = SeededGenerator(seed: 7)
    for round in 0..<300 {
      let rows = Int.random(in: 1...20, using: &generator)
      let inner = Int.random(in: 0...60, using: &generator)
      let columns = 8 * Int.random(in: 1...45, using: &generator)
      let left = numbers(rows * inner + 1, &generator)
      let right = numbers(inner * columns + 1, &generator)
      let start = numbers(rows * columns, &generator)
      // The left matrix by rows or by columns.
      let (rowStep, innerStep) = round % 2 == 0 ? (inner, 1) : (1, rows)
      var product = start
      NetworkKernels.multiplyAdd(
        rows: rows, inner: inner, columns: columns, a: left, aRow: rowStep, aInner: innerStep,
        b: right, bRow: columns, c: &product, cRow: columns)
      var expected = start
      for row in 0..<rows {
        for column in 0..<columns {
          for k in 0..<inner {
            expected[row * columns + column] +=
              right[k * columns + column] * left[row * rowStep + k * innerStep]
          }
        }
      }
      #expect(product == expected, "\(rows) × \(inner) × \(columns)")
    }
  }

  @Test func sumsOfRowsAreThoseOfPlainLoops() {
    var generator = SeededGenerator(seed: 8)
    let (width, count) = (24, 50)
    let scales = numbers(count, &generator)
    var table: [UInt8] = []
    for scale in scales {
      withUnsafeBytes(of: scale) { table += $0 }
      for _ in 0..<width { table.append(UInt8.random(in: 0...255, using: &generator)) }
    }
    let (words, rows) = (17, 5)
    let places = (0..<words * rows).map { _ in
      UInt32.random(in: 0..<UInt32(count), using: &generator)
    }
    var sums = [Float](repeating: 1, count: words * width)
    table.withUnsafeBytes {
      NetworkKernels.sumRows(
        words: words, rows: rows, numbers: places, table: $0, width: width, sums: &sums)
    }
    for word in 0..<words {
      for column in 0..<width {
        var expected: Float = 0
        for place in places[word * rows..<(word + 1) * rows] {
          let byte = Int8(bitPattern: table[Int(place) * (width + 4) + 4 + column])
          expected += Float(byte) * scales[Int(place)]
        }
        #expect(sums[word * width + column] == expected)
      }
    }
  }

  @Test func aCellStepsTheSameInRunsOfSixteenAndEight() {
    var generator = SeededGenerator(seed: 9)
    let width = 40
    let gates = numbers(4 * width, &generator)
    let before = numbers(width, &generator)
    func step(_ range: Range<Int>) -> (gates: [Float], cell: [Float], hidden: [Float]) {
      let count = range.count
      var own = (0..<4).flatMap { gates[$0 * width..<($0 + 1) * width][range.shifted($0 * width)] }
      var cell = [Float](repeating: 0, count: count)
      var hidden = cell
      var activated = cell
      NetworkKernels.cellStep(
        width: count, gates: &own, previousCell: Array(before[range]), cell: &cell,
        hidden: &hidden, activatedCell: &activated)
      return (own, cell, hidden)
    }
    let whole = step(0..<width)
    for start in stride(from: 0, to: width, by: 8) {
      let part = step(start..<start + 8)
      #expect(part.cell == Array(whole.cell[start..<start + 8]))
      #expect(part.hidden == Array(whole.hidden[start..<start + 8]))
    }
    for index in 0..<width {
      func gate(_ number: Int) -> Float {
        0.5 + 0.5 * NetworkKernels.tanh(gates[index + number * width] / 2)
      }
      let cell = gate(1) * before[index] + gate(0) * NetworkKernels.tanh(gates[index + 3 * width])
      #expect(abs(whole.cell[index] - cell) < 1e-6)
      #expect(abs(whole.hidden[index] - gate(2) * NetworkKernels.tanh(cell)) < 1e-6)
    }
  }

  @Test(arguments: [(-9, -1), (-1, -0.7615942), (0, 0), (0.25, 0.2449187), (2, 0.9640276), (20, 1)])
  func tanhIsClose(number: Float, expected: Float) {
    #expect(abs(NetworkKernels.tanh(number) - expected) < 2e-6)
  }

  @Test func negativeNumbersShrinkToATenth() {
    var values: [Float] = [-2, -0.5, 0, 0.5, 2, -1, 1, -4, 3, -8, 9]
    NetworkKernels.rectify(&values, count: values.count - 1)
    #expect(values == [-0.2, -0.05, 0, 0.5, 2, -0.1, 1, -0.4, 3, -0.8, 9])
  }
}

extension Range<Int> {
  fileprivate func shifted(_ offset: Int) -> Range<Int> {
    lowerBound + offset..<upperBound + offset
  }
}
