/// The part-of-speech tagger: an averaged perceptron over hashed features, left to right.
///
/// Each class is a universal tag with the morphological features that the rules need, so that one
/// decision gives both.
package struct Tagger: Sendable {
  /// More classes than this do not fit the model.
  package static let maximumClasses = 64

  let model: LanguageModel
  package let classes: [(tag: UniversalTag, morphology: Morphology)]

  package init(model: LanguageModel) {
    self.model = model
    classes = model.withSection(.classes) { bytes in
      (0..<min(bytes.count / 8, Self.maximumClasses)).map { (index: Int) in
        let tag = bytes.loadUnaligned(fromByteOffset: index * 8, as: UInt32.self)
        let bits = bytes.loadUnaligned(fromByteOffset: index * 8 + 4, as: UInt32.self)
        return (
          UniversalTag(rawValue: UInt8(truncatingIfNeeded: tag)) ?? .other,
          Morphology(rawValue: bits)
        )
      }
    }
  }

  /// The classes of a sentence's words, in order.
  package func classes(of shapes: [WordShape]) -> [UInt8] {
    model.withSection(.taggerSlots) { slots in
      model.withSection(.taggerWeights) { weights in
        shapes.withUnsafeBufferPointer { shapes in
          decode(shapes, slots: slots, weights: weights)
        }
      }
    }
  }

  private func decode(
    _ shapes: UnsafeBufferPointer<WordShape>, slots: UnsafeRawBufferPointer,
    weights: UnsafeRawBufferPointer
  ) -> [UInt8] {
    let slotPairs = slots.bindMemory(to: UInt64.self)
    let pairs = weights.bindMemory(to: UInt16.self)
    guard let mask = slotPairs.isEmpty || pairs.isEmpty ? nil : slotPairs.count - 1 else {
      return Array(repeating: 0, count: shapes.count)
    }
    var result: [UInt8] = []
    result.reserveCapacity(shapes.count)
    let (fixed, following) = (TaggerFeatures.fixed, TaggerFeatures.following)
    let count = shapes.count * fixed
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count + following) { features in
      withUnsafeTemporaryAllocation(of: WeightList.self, capacity: count + following) { lists in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
          guard let feature = features.baseAddress, let list = lists.baseAddress else { return }
          for index in 0..<shapes.count {
            TaggerFeatures.writeFixed(shapes, index, into: feature + index * fixed)
          }
          let table = WeightTable(slots: slotPairs, mask: mask, weights: pairs)
          table.look(up: feature, count: count, into: list)
          var previous = -1
          var beforePrevious = -1
          for index in 0..<shapes.count {
            TaggerFeatures.writeFollowing(
              shapes, index, previous: previous, beforePrevious: beforePrevious,
              into: feature + count)
            table.look(up: feature + count, count: following, into: list + count)
            for place in 0..<Self.maximumClasses { scores[place] = 0 }
            table.add(list + index * fixed, count: fixed, to: scores)
            table.add(list + count, count: following, to: scores)
            var best = 0
            for place in 1..<max(classes.count, 1) where scores[place] > scores[best] {
              best = place
            }
            result.append(UInt8(best))
            beforePrevious = previous
            previous = best
          }
        }
      }
    }
    return result
  }
}

/// The weights of the tagger's features by their hashes.
///
/// Table and weights are too large for the near caches. All first slots are read before any is
/// looked at, and all first weights before any is added, so that the processor waits for them
/// together instead of one by one.
private struct WeightTable {
  let slots: UnsafeBufferPointer<UInt64>
  let mask: Int
  let weights: UnsafeBufferPointer<UInt16>

  /// Finds the weights of features.
  @inline(__always)
  func look(
    up hashes: UnsafePointer<UInt32>, count: Int, into lists: UnsafeMutablePointer<WeightList>
  ) {
    for number in 0..<count { lists[number].pair = slots[Int(hashes[number]) & mask] }
    for number in 0..<count {
      var slot = Int(hashes[number]) & mask
      var pair = lists[number].pair
      while pair != 0, UInt32(truncatingIfNeeded: pair) != hashes[number] {
        slot = (slot &+ 1) & mask
        pair = slots[slot]
      }
      lists[number] = WeightList(pair: pair, first: weights[Int(pair >> 38)])
    }
  }

  /// Adds the weights of features to the scores of their classes.
  @inline(__always)
  func add(
    _ lists: UnsafePointer<WeightList>, count: Int, to scores: UnsafeMutableBufferPointer<Int32>
  ) {
    for number in 0..<count {
      let list = lists[number]
      guard list.count > 0 else { continue }
      Self.add(list.first, to: scores)
      for place in list.start &+ 1..<list.start &+ list.count {
        Self.add(weights[place], to: scores)
      }
    }
  }

  @inline(__always)
  private static func add(_ entry: UInt16, to scores: UnsafeMutableBufferPointer<Int32>) {
    scores[Int(entry & 0xFF)] &+= Int32(Int8(bitPattern: UInt8(truncatingIfNeeded: entry >> 8)))
  }
}

/// Where the weights of a feature stand, with the first of them; none for an unknown feature.
private struct WeightList {
  /// The table's entry: the hash, then six bits of count, then the place; 0 for none.
  var pair: UInt64
  var first: UInt16

  @inline(__always) var start: Int { Int(pair >> 38) }
  @inline(__always) var count: Int { Int(pair >> 32) & 63 }
}
