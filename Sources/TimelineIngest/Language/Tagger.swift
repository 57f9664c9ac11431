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
    guard let mask = slotPairs.isEmpty ? nil : slotPairs.count - 1 else {
      return Array(repeating: 0, count: shapes.count)
    }
    var result: [UInt8] = []
    result.reserveCapacity(shapes.count)
    let size = TaggerFeatures.count
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: size) { features in
      withUnsafeTemporaryAllocation(of: UInt64.self, capacity: size) { found in
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 256) { scores in
          guard let feature = features.baseAddress else { return }
          var previous = -1
          var beforePrevious = -1
          for index in 0..<shapes.count {
            TaggerFeatures.write(
              shapes, index, previous: previous, beforePrevious: beforePrevious, into: feature)
            Self.look(up: features, in: slotPairs, mask: mask, into: found)
            for place in 0..<Self.maximumClasses { scores[place] = 0 }
            for pair in found {
              let place = Int(pair >> 32)
              for entry in (place >> 6)..<((place >> 6) &+ place & 63) {
                let value = pairs[entry]
                scores[Int(value & 0xFF)] &+= Int32(
                  Int8(bitPattern: UInt8(truncatingIfNeeded: value >> 8)))
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

  /// The table's entry of each hash, 0 for those that it does not know.
  ///
  /// The table is too large for the near caches. All first slots are read before any is looked at,
  /// so that the processor waits for them together instead of one by one.
  @inline(__always)
  private static func look(
    up hashes: UnsafeMutableBufferPointer<UInt32>, in slots: UnsafeBufferPointer<UInt64>, mask: Int,
    into found: UnsafeMutableBufferPointer<UInt64>
  ) {
    for number in 0..<hashes.count { found[number] = slots[Int(hashes[number]) & mask] }
    for number in 0..<hashes.count {
      var slot = Int(hashes[number]) & mask
      while found[number] != 0, UInt32(truncatingIfNeeded: found[number]) != hashes[number] {
        slot = (slot &+ 1) & mask
        found[number] = slots[slot]
      }
    }
  }
}
