/// The features of the part-of-speech tagger; trainer and analyser share this one definition.
package enum TaggerFeatures {
  /// How many features a token has.
  package static let count = 30

  /// How many of them depend on the classes of the words before.
  static let following = 6
  /// How many do not.
  static let fixed = count - following

  /// The numbers of the fixed features, then of the others; the order in which a trainer meets them
  /// is part of what makes its model.
  private static let numbers: [Int] =
    Array(0...8) + Array(13...24) + [26, 28, 29] + Array(9...12) + [25, 27]

  /// Writes the features of token `index`.
  package static func write(
    _ shapes: UnsafeBufferPointer<WordShape>, _ index: Int, previous: Int, beforePrevious: Int,
    into features: UnsafeMutablePointer<UInt32>
  ) {
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count) { found in
      guard let base = found.baseAddress else { return }
      writeFixed(shapes, index, into: base)
      writeFollowing(
        shapes, index, previous: previous, beforePrevious: beforePrevious, into: base + fixed)
      for (place, number) in numbers.enumerated() { features[number] = found[place] }
    }
  }

  /// Writes the features of token `index` that do not depend on classes already given.
  static func writeFixed(
    _ shapes: UnsafeBufferPointer<WordShape>, _ index: Int,
    into features: UnsafeMutablePointer<UInt32>
  ) {
    let here = shapes[index]
    let left = index > 0 ? shapes[index - 1] : WordShape(outside: 1)
    let left2 = index > 1 ? shapes[index - 2] : WordShape(outside: 2)
    let right = index + 1 < shapes.count ? shapes[index + 1] : WordShape(outside: 3)
    let right2 = index + 2 < shapes.count ? shapes[index + 2] : WordShape(outside: 4)
    features[0] = join(1, here.word)
    features[1] = join(2, here.suffix1)
    features[2] = join(3, here.suffix2)
    features[3] = join(4, here.suffix3)
    features[4] = join(5, here.suffix4)
    features[5] = join(6, here.prefix1)
    features[6] = join(7, here.prefix2)
    features[7] = join(8, here.prefix3)
    features[8] = join(9, here.shape)
    features[9] = join(14, left.word)
    features[10] = join(15, left2.word)
    features[11] = join(16, right.word)
    features[12] = join(17, right2.word)
    features[13] = join(18, left.suffix3)
    features[14] = join(19, right.suffix3)
    features[15] = join(20, left.word, here.word)
    features[16] = join(21, here.word, right.word)
    features[17] = join(22, here.shape, index == 0 ? 1 : 0)
    features[18] = join(23, left.shape, here.shape)
    features[19] = join(24, here.shape, right.shape)
    features[20] = join(25, right.word, right2.word)
    features[21] = join(27, here.suffix3, right.suffix3)
    features[22] = join(29, here.suffix3, here.shape)
    features[23] = join(30, left.word, right.word)
  }

  /// Writes the features of token `index` that depend on the classes of the two words before.
  static func writeFollowing(
    _ shapes: UnsafeBufferPointer<WordShape>, _ index: Int, previous: Int, beforePrevious: Int,
    into features: UnsafeMutablePointer<UInt32>
  ) {
    let here = shapes[index]
    let right = index + 1 < shapes.count ? shapes[index + 1] : WordShape(outside: 3)
    let tag1 = UInt32(truncatingIfNeeded: previous &+ 3)
    let tag2 = UInt32(truncatingIfNeeded: beforePrevious &+ 3)
    let both = tag1 &* 128 &+ tag2
    features[0] = join(10, tag1)
    features[1] = join(11, both)
    features[2] = join(12, here.word, tag1)
    features[3] = join(13, here.suffix2, tag1)
    features[4] = join(26, tag1, right.word)
    features[5] = join(28, here.word, both)
  }

  @inline(__always)
  private static func join(_ template: UInt32, _ value: UInt32) -> UInt32 {
    FeatureHash.mixed(value &+ template &* 0x9E37_79B9)
  }

  @inline(__always)
  private static func join(_ template: UInt32, _ first: UInt32, _ second: UInt32) -> UInt32 {
    FeatureHash.mixed((first &* 31) ^ (second &* 0x85EB_CA77) &+ template &* 0x9E37_79B9)
  }
}
