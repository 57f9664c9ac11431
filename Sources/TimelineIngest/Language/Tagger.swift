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
    let size = TaggerFeatures.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { features in
      withUnsafeTemporaryAllocation(of: WeightList.self, capacity: size) { lists in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
          guard let feature = features.baseAddress else { return }
          var previous = -1
          var beforePrevious = -1
          for index in 0..<shapes.count {
            TaggerFeatures.write(
              shapes, index, previous: previous, beforePrevious: beforePrevious, into: feature)
            Self.look(up: features, in: slotPairs, mask: mask, weights: pairs, into: lists)
            for place in 0..<Self.maximumClasses { scores[place] = 0 }
            for list in lists where list.count > 0 {
              scores[Int(list.first & 0xFF)] &+= Self.weight(list.first)
              for entry in list.start &+ 1..<list.start &+ list.count {
                scores[Int(pairs[entry] & 0xFF)] &+= Self.weight(pairs[entry])
              }
            }
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

  /// Where the weights of a feature stand, with the first of them; none for an unknown feature.
  private struct WeightList {
    var start = 0
    var count = 0
    var first: UInt16 = 0

    /// What a table's entry says; 0 is none.
    @inline(__always)
    init(_ pair: UInt64, _ weights: UnsafeBufferPointer<UInt16>) {
      let place = Int(pair >> 32)
      start = place >> 6
      count = place & 63
      first = weights[start]
    }
  }

  @inline(__always)
  private static func weight(_ entry: UInt16) -> Int32 {
    Int32(Int8(bitPattern: UInt8(truncatingIfNeeded: entry >> 8)))
  }

  /// Finds the weights of each feature.
  ///
  /// Tables and weights are too large for the near caches. All first slots are read before any is
  /// looked at, and all first weights before any is added, so that the processor waits for them
  /// together instead of one by one.
  @inline(__always)
  private static func look(
    up hashes: UnsafeMutableBufferPointer<UInt32>, in slots: UnsafeBufferPointer<UInt64>, mask: Int,
    weights: UnsafeBufferPointer<UInt16>, into lists: UnsafeMutableBufferPointer<WeightList>
  ) {
    withUnsafeTemporaryAllocation(of: UInt64.self, capacity: hashes.count) { found in
      for number in 0..<hashes.count { found[number] = slots[Int(hashes[number]) & mask] }
      for number in 0..<hashes.count {
        var slot = Int(hashes[number]) & mask
        var pair = found[number]
        while pair != 0, UInt32(truncatingIfNeeded: pair) != hashes[number] {
          slot = (slot &+ 1) & mask
          pair = slots[slot]
        }
        lists[number] = WeightList(pair, weights)
      }
    }
  }
}
