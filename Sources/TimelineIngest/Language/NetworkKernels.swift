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

  /// One row of the product: `c[n] += Σ a[k] · b[k][n]`.
  static func multiplyAddRow(
    inner: Int, columns: Int, a: UnsafePointer<Float>, aInner: Int, b: UnsafePointer<Float>,
    bRow: Int, c: UnsafeMutablePointer<Float>
  ) {
    network_multiply_add(1, inner, columns, a, 0, aInner, b, bRow, c, 0)
  }

  /// Sets every row of `c` to the bias.
  package static func fill(
    rows: Int, columns: Int, bias: UnsafePointer<Float>, c: UnsafeMutablePointer<Float>
  ) {
    for row in 0..<rows { (c + row * columns).update(from: bias, count: columns) }
  }

  /// `tanh` of eight numbers by a rational approximation, exact to about 1e-6.
  ///
  /// Source: the coefficients of Eigen's `generic_fast_tanh_float`.
  @inline(__always)
  static func tanh(_ input: SIMD8<Float>) -> SIMD8<Float> {
    let limit = SIMD8<Float>(repeating: 7.9)
    let upper = input.replacing(with: limit, where: input .> limit)
    let x = upper.replacing(with: -limit, where: upper .< -limit)
    let square = x * x
    var p = square * -2.76076847742355e-16 + 2.00018790482477e-13
    p = p * square + -8.60467152213735e-11
    p = p * square + 5.12229709037114e-08
    p = p * square + 1.48572235717979e-05
    p = p * square + 6.37261928875436e-04
    p = p * square + 4.89352455891786e-03
    var q = square * 1.19825839466702e-06 + 1.18534705686654e-04
    q = q * square + 2.26843463243900e-03
    q = q * square + 4.89352518554385e-03
    return x * p / q
  }

  /// One step of an LSTM cell: `gates` holds input, forget, output and candidate sums, `width`
  /// each, and is left holding their activations; `cell` and `hidden` are written.
  package static func cellStep(
    width: Int, gates: UnsafeMutablePointer<Float>, previousCell: UnsafePointer<Float>,
    cell: UnsafeMutablePointer<Float>, hidden: UnsafeMutablePointer<Float>,
    activatedCell: UnsafeMutablePointer<Float>
  ) {
    let raw = UnsafeMutableRawPointer(gates)
    let half = SIMD8<Float>(repeating: 0.5)
    var index = 0
    while index < width {
      let i = index * 4
      let step = width * 4
      let inputSum = (raw + i).loadUnaligned(as: SIMD8<Float>.self)
      let forgetSum = (raw + i + step).loadUnaligned(as: SIMD8<Float>.self)
      let outputSum = (raw + i + 2 * step).loadUnaligned(as: SIMD8<Float>.self)
      let candidateSum = (raw + i + 3 * step).loadUnaligned(as: SIMD8<Float>.self)
      let inputGate = tanh(inputSum * half) * half + half
      let forgetGate = tanh(forgetSum * half) * half + half
      let outputGate = tanh(outputSum * half) * half + half
      let candidate = tanh(candidateSum)
      let before = (UnsafeRawPointer(previousCell) + i).loadUnaligned(as: SIMD8<Float>.self)
      let now = forgetGate * before + inputGate * candidate
      let activated = tanh(now)
      (raw + i).storeBytes(of: inputGate, as: SIMD8<Float>.self)
      (raw + i + step).storeBytes(of: forgetGate, as: SIMD8<Float>.self)
      (raw + i + 2 * step).storeBytes(of: outputGate, as: SIMD8<Float>.self)
      (raw + i + 3 * step).storeBytes(of: candidate, as: SIMD8<Float>.self)
      (UnsafeMutableRawPointer(cell) + i).storeBytes(of: now, as: SIMD8<Float>.self)
      (UnsafeMutableRawPointer(activatedCell) + i).storeBytes(of: activated, as: SIMD8<Float>.self)
      (UnsafeMutableRawPointer(hidden) + i).storeBytes(
        of: outputGate * activated, as: SIMD8<Float>.self)
      index += 8
    }
  }

  /// Leaky rectifier in place: negative numbers shrink to a tenth.
  package static func rectify(_ values: UnsafeMutablePointer<Float>, count: Int) {
    for index in 0..<count where values[index] < 0 { values[index] *= 0.1 }
  }
}
