import Foundation
import TimelineIngest

/// The scorers on top of the encoder, forward and back.
struct SentenceScorer {
  let layout: NetworkLayout
  let rows: Int
  let encoded: UnsafePointer<Float>
  let encodedGradient: UnsafeMutablePointer<Float>
  let values: UnsafePointer<Float>
  let turned: UnsafePointer<Float>
  let gradients: UnsafeMutablePointer<Float>

  /// How much a wrong class counts beside a wrong head.
  private static let classShare: Float = 0.4

  private var inner: Int { 2 * layout.hidden }

  private func zeros(_ count: Int) -> [Float] { Array(repeating: 0, count: count) }

  /// Cross entropy of the heads.
  func heads(_ example: TrainingData.Example, headMask: [Float], dependentMask: [Float]) -> Double {
    let arc = layout.arc
    let columns = (rows + 7) / 8 * 8
    var head = dense(layout.headWeights, layout.headBias, arc)
    var dependent = dense(layout.dependentWeights, layout.dependentBias, arc)
    let headSlope = Self.rectify(&head, headMask)
    let dependentSlope = Self.rectify(&dependent, dependentMask)
    var mapped = zeros(rows * arc)
    NetworkKernels.fill(rows: rows, columns: arc, bias: values + layout.arcBias, c: &mapped)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: arc, columns: arc, a: dependent, aRow: arc, aInner: 1,
      b: values + layout.arcForm, bRow: arc, c: &mapped, cRow: arc)
    var turnedHead = zeros(arc * columns)
    for row in 0..<rows {
      for index in 0..<arc { turnedHead[index * columns + row] = head[row * arc + index] }
    }
    var scores = zeros(rows * columns)
    for row in 0..<rows {
      for column in 0..<rows {
        scores[row * columns + column] =
          values[layout.distanceBias + NetworkLayout.distance(from: row, to: column)]
      }
    }
    NetworkKernels.multiplyAdd(
      rows: rows, inner: arc, columns: columns, a: mapped, aRow: arc, aInner: 1, b: turnedHead,
      bRow: columns, c: &scores, cRow: columns)
    var loss = 0.0
    for column in 0..<columns { scores[column] = 0 }
    for row in 1..<rows {
      let gold = Int(example.tokens[row - 1].head) + 1
      loss += Self.softmax(&scores, row * columns, rows, columns, gold: gold, skipping: row)
      for column in 0..<rows {
        gradients[layout.distanceBias + NetworkLayout.distance(from: row, to: column)] +=
          scores[row * columns + column]
      }
    }
    var mappedGradient = zeros(rows * arc)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: rows, columns: arc, a: scores, aRow: columns, aInner: 1, b: head,
      bRow: arc, c: &mappedGradient, cRow: arc)
    var headGradient = zeros(rows * arc)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: rows, columns: arc, a: scores, aRow: 1, aInner: columns, b: mapped,
      bRow: arc, c: &headGradient, cRow: arc)
    NetworkPass.addRows(mappedGradient, rows, arc, to: gradients + layout.arcBias)
    NetworkKernels.multiplyAdd(
      rows: arc, inner: rows, columns: arc, a: dependent, aRow: 1, aInner: arc, b: mappedGradient,
      bRow: arc, c: gradients + layout.arcForm, cRow: arc)
    var dependentGradient = zeros(rows * arc)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: arc, columns: arc, a: mappedGradient, aRow: arc, aInner: 1,
      b: turned + layout.arcForm, bRow: arc, c: &dependentGradient, cRow: arc)
    back(&headGradient, headSlope, layout.headWeights, layout.headBias, arc)
    back(&dependentGradient, dependentSlope, layout.dependentWeights, layout.dependentBias, arc)
    return loss
  }

  /// Cross entropy of the relations to the right heads.
  func relations(_ example: TrainingData.Example, mask: [Float]) -> Double {
    let label = layout.label
    var asHead = zeros(rows * label)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: inner, columns: label, a: encoded, aRow: inner, aInner: 1,
      b: values + layout.labelHeadWeights, bRow: label, c: &asHead, cRow: label)
    var joined = dense(layout.labelDependentWeights, layout.labelBias, label)
    for row in 1..<rows {
      let head = Int(example.tokens[row - 1].head) + 1
      for index in 0..<label { joined[row * label + index] += asHead[head * label + index] }
    }
    let slope = Self.rectify(&joined, mask)
    var scores = zeros(rows * layout.relations)
    NetworkKernels.fill(
      rows: rows, columns: layout.relations, bias: values + layout.relationBias, c: &scores)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: label, columns: layout.relations, a: joined, aRow: label, aInner: 1,
      b: values + layout.relationWeights, bRow: layout.relations, c: &scores,
      cRow: layout.relations)
    var loss = 0.0
    for column in 0..<layout.relations { scores[column] = 0 }
    let count = DependencyRelation.allCases.count
    for row in 1..<rows {
      loss += Self.softmax(
        &scores, row * layout.relations, count, layout.relations,
        gold: Int(example.tokens[row - 1].relation.rawValue), skipping: -1)
    }
    NetworkKernels.multiplyAdd(
      rows: label, inner: rows, columns: layout.relations, a: joined, aRow: 1, aInner: label,
      b: scores, bRow: layout.relations, c: gradients + layout.relationWeights,
      cRow: layout.relations)
    NetworkPass.addRows(scores, rows, layout.relations, to: gradients + layout.relationBias)
    var joinedGradient = zeros(rows * label)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: layout.relations, columns: label, a: scores, aRow: layout.relations,
      aInner: 1, b: turned + layout.relationWeights, bRow: label, c: &joinedGradient, cRow: label)
    for index in 0..<rows * label { joinedGradient[index] *= slope[index] }
    var headGradient = zeros(rows * label)
    for row in 1..<rows {
      let head = Int(example.tokens[row - 1].head) + 1
      for index in 0..<label {
        headGradient[head * label + index] += joinedGradient[row * label + index]
      }
    }
    pull(headGradient, layout.labelHeadWeights, label)
    pull(joinedGradient, layout.labelDependentWeights, label)
    NetworkPass.addRows(joinedGradient, rows, label, to: gradients + layout.labelBias)
    return loss
  }

  /// Cross entropy of the tagger's classes.
  func classes(_ example: TrainingData.Example) -> Double {
    let width = layout.classes
    var scores = dense(layout.classWeights, layout.classBias, width)
    var loss = 0.0
    for column in 0..<width { scores[column] = 0 }
    for row in 1..<rows {
      loss += Self.softmax(
        &scores, row * width, width, width, gold: Int(example.classes[row - 1]), skipping: -1)
    }
    for index in scores.indices { scores[index] *= Self.classShare }
    NetworkPass.addRows(scores, rows, width, to: gradients + layout.classBias)
    pull(scores, layout.classWeights, width)
    return loss * Double(Self.classShare)
  }

  private func dense(_ matrix: Int, _ bias: Int, _ width: Int) -> [Float] {
    var result = zeros(rows * width)
    NetworkKernels.fill(rows: rows, columns: width, bias: values + bias, c: &result)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: inner, columns: width, a: encoded, aRow: inner, aInner: 1,
      b: values + matrix, bRow: width, c: &result, cRow: width)
    return result
  }

  /// Leaky rectifier and dropout in place; returns the slope at each number.
  private static func rectify(_ numbers: inout [Float], _ mask: [Float]) -> [Float] {
    var slopes = numbers
    for index in numbers.indices {
      let slope = (numbers[index] < 0 ? 0.1 : 1) * mask[index % mask.count]
      slopes[index] = slope
      numbers[index] *= slope
    }
    return slopes
  }

  private func back(
    _ gradient: inout [Float], _ slopes: [Float], _ matrix: Int, _ bias: Int, _ width: Int
  ) {
    for index in gradient.indices { gradient[index] *= slopes[index] }
    NetworkPass.addRows(gradient, rows, width, to: gradients + bias)
    pull(gradient, matrix, width)
  }

  /// Carries a gradient through a matrix: to its weights and to what was read.
  private func pull(_ gradient: [Float], _ matrix: Int, _ width: Int) {
    NetworkKernels.multiplyAdd(
      rows: inner, inner: rows, columns: width, a: encoded, aRow: 1, aInner: inner, b: gradient,
      bRow: width, c: gradients + matrix, cRow: width)
    NetworkKernels.multiplyAdd(
      rows: rows, inner: width, columns: inner, a: gradient, aRow: width, aInner: 1,
      b: turned + matrix, bRow: inner, c: encodedGradient, cRow: inner)
  }

  /// Turns scores into the gradient of their cross entropy; returns the loss.
  private static func softmax(
    _ scores: inout [Float], _ start: Int, _ count: Int, _ stride: Int, gold: Int, skipping: Int
  ) -> Double {
    var largest = -Float.infinity
    for index in 0..<count where index != skipping { largest = max(largest, scores[start + index]) }
    var sum: Float = 0
    for index in 0..<count {
      let value = index == skipping ? 0 : exp(scores[start + index] - largest)
      scores[start + index] = value
      sum += value
    }
    for index in 0..<count { scores[start + index] /= sum }
    for index in count..<stride { scores[start + index] = 0 }
    let loss = -log(Double(max(scores[start + gold], 1e-20)))
    scores[start + gold] -= 1
    return loss
  }
}
