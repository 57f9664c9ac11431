import CLanguageModel

/// The few loops in which the parser's network spends its time; trainer and analyser share them,
/// so that both compute the same numbers.
///
/// All matrices are rows of 32-bit floats; the number of columns is a multiple of eight.
package enum NetworkKernels {
  /// `c[m][n] += Σ a[m][k] · b[k][n]`, where `a[m][k]` stands at `m · aRow + k · aInner`.
  package static func multiplyAdd(
    rows: Int, inner: Int, columns: Int, a: UnsafePointer<Float>, aRow: Int, aInner: Int,
    b: UnsafePointer<Float>, bRow: Int, c: UnsafeMutablePointer<Float>, cRow: Int
  ) {
    network_multiply_add(rows, inner, columns, a, aRow, aInner, b, bRow, c, cRow)
  }

  /// Sets every row of `c` to the bias.
  package static func fill(
    rows: Int, columns: Int, bias: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows { (c + row * columns).update(from: bias, count: columns) }
  }

  /// `tanh` by the network's approximation, exact to about 1e-6.
  static func tanh(_ number: Float) -> Float { network_tanh(number) }

  /// One step of an LSTM cell: `gates` holds input, forget, output and candidate sums, `width`
  /// each, and is left holding their activations; `cell` and `hidden` are written.
  package static func cellStep(
    width: Int, gates: UnsafeMutablePointer<Float>, previousCell: UnsafePointer<Float>,
    cell: UnsafeMutablePointer<Float>, hidden: UnsafeMutablePointer<Float>,
    activatedCell: UnsafeMutablePointer<Float>
  ) {
    network_cell_step(width, gates, previousCell, cell, hidden, activatedCell)
  }

  /// Leaky rectifier in place: negative numbers shrink to a tenth.
  package static func rectify(_ values: UnsafeMutablePointer<Float>, count: Int) {
    network_rectify(values, count)
  }

  /// For each word the sum of the rows with its `numbers`, in their order.
  static func sumRows(
    words: Int, rows: Int, numbers: UnsafePointer<UInt32>, table: UnsafeRawBufferPointer,
    width: Int, sums: UnsafeMutablePointer<Float>
  ) {
    guard let base = table.baseAddress else { return }
    network_sum_rows(
      words, rows, numbers, base.assumingMemoryBound(to: UInt8.self), width, sums)
  }
}
