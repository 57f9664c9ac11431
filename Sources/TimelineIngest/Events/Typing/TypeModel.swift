import CLanguageModel

/// A linear model that says which type of event a word tells of in its company, or `none`.
///
/// The weights are read in place; nothing is built when the program starts. The file, all numbers
/// little-endian:
///
///     8 bytes   "TLTYPES1"
///     4 × u32   number of classes, of features, of weights, bytes of the class names
///     f32       what a weight of 1 counts
///     names     joined by line feeds, padded to four bytes
///     65 537 × u32   the first feature of each upper half of a hash
///     n + 1 × u32    the first weight of each feature
///     n × u16   the lower half of each feature's hash, ascending below each upper half
///     m × (u8, i8)   class and weight
package struct TypeModel: Sendable {
  /// The codes of the classes; the first is `none`.
  package let classes: [String]
  private let owned: [UInt8]?
  private let scale: Float
  private let layout: Layout

  private struct Layout {
    var buckets = 0
    var starts = 0
    var keys = 0
    var weights = 0
    var features = 0
  }

  package static let magic: [UInt8] = Array("TLTYPES1".utf8)

  /// The program's own model; nil when it cannot be read.
  static let shared = TypeModel(owned: nil)

  /// A model in memory, for the trainer and tests; nil when the bytes are none.
  package init?(bytes: [UInt8]) { self.init(owned: bytes) }

  private init?(owned: [UInt8]?) {
    self.owned = owned
    let read = { (bytes: UnsafeRawBufferPointer) -> ([String], Float, Layout)? in
      guard bytes.count >= 28, bytes.prefix(8).elementsEqual(Self.magic) else { return nil }
      func word(_ offset: Int) -> Int {
        Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
      }
      let (classCount, features, weights, names) = (word(8), word(12), word(16), word(20))
      let scale = Float(bitPattern: UInt32(truncatingIfNeeded: word(24)))
      guard classCount > 0, classCount < 256, 28 + names <= bytes.count else { return nil }
      let text = String(decoding: bytes[28..<28 + names], as: UTF8.self)
      let classes = text.split(separator: "\n").map(String.init)
      var layout = Layout()
      layout.features = features
      layout.buckets = 28 + (names + 3) / 4 * 4
      layout.starts = layout.buckets + 65_537 * 4
      layout.keys = layout.starts + (features + 1) * 4
      layout.weights = layout.keys + features * 2
      guard classes.count == classCount, layout.weights + weights * 2 == bytes.count,
        word(layout.starts + features * 4) == weights
      else { return nil }
      return (classes, scale, layout)
    }
    let found =
      if let owned { owned.withUnsafeBytes(read) } else { read(Self.embedded) }
    guard let found else { return nil }
    (classes, scale, layout) = found
  }

  private static var embedded: UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: event_type_model(), count: event_type_model_size())
  }

  /// How likely each class is, in their order; the sum is 1.
  ///
  /// `others` are the sums of features that were looked up before.
  package func probabilities(of features: [UInt32], besides others: [Int32] = []) -> [Float] {
    var sums = sums(of: features)
    for (place, sum) in others.enumerated() { sums[place] &+= sum }
    return Self.softmax(sums.map { Float($0) * scale })
  }

  /// The weights of the features, added up for each class.
  func sums(of features: [UInt32]) -> [Int32] {
    if let owned { return owned.withUnsafeBytes { sums(features, in: $0) } }
    return sums(features, in: Self.embedded)
  }

  /// Whole numbers, so that the order of features does not matter.
  ///
  /// The model is too large for the near caches. Each of its tables is read for all features before
  /// the next, so that the processor waits for many entries at once.
  private func sums(_ features: [UInt32], in bytes: UnsafeRawBufferPointer) -> [Int32] {
    func word(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    func key(_ position: Int) -> UInt16 {
      UInt16(
        littleEndian: bytes.loadUnaligned(
          fromByteOffset: layout.keys + position * 2, as: UInt16.self))
    }
    var sums = [Int32](repeating: 0, count: classes.count)
    let layout = layout
    let lastKey = layout.features - 1
    guard lastKey >= 0 else { return sums }
    sums.withUnsafeMutableBufferPointer { sums in
      withUnsafeTemporaryAllocation(of: Place.self, capacity: features.count) { places in
        for (number, feature) in features.enumerated() {
          let bucket = layout.buckets + Int(feature >> 16) * 4
          places[number] = Place(start: Int32(word(bucket)), end: Int32(word(bucket + 4)))
        }
        for number in 0..<features.count {
          places[number].first = key(min(lastKey, Int(places[number].start)))
        }
        var found = 0
        for (number, feature) in features.enumerated() {
          let place = places[number]
          let lower = UInt16(truncatingIfNeeded: feature)
          var position = Int(place.start)
          guard position < place.end else { continue }
          var read = place.first
          while read < lower, position + 1 < place.end {
            position += 1
            read = key(position)
          }
          guard read == lower else { continue }
          places[found].start = Int32(position)
          found += 1
        }
        for number in 0..<found {
          let start = layout.starts + Int(places[number].start) * 4
          places[number] = Place(start: Int32(word(start)), end: Int32(word(start + 4)))
        }
        for number in 0..<found {
          for weight in Int(places[number].start)..<Int(places[number].end) {
            let entry = layout.weights + weight * 2
            sums[Int(bytes[entry])] &+= Int32(Int8(bitPattern: bytes[entry + 1]))
          }
        }
      }
    }
    return sums
  }

  /// A range of one of the tables, with what its first entry holds.
  private struct Place {
    var start: Int32
    var end: Int32
    var first: UInt16 = 0
  }

  /// Turns scores into shares that sum to 1.
  package static func softmax(_ scores: [Float]) -> [Float] {
    let highest = scores.max() ?? 0
    let powers = scores.map { exponential($0 - highest) }
    let sum = powers.reduce(0, +)
    return powers.map { $0 / sum }
  }

  /// e to the power of a number that is not positive, by halving and squaring: the same bits on
  /// every machine.
  private static func exponential(_ number: Float) -> Float {
    guard number > -80 else { return 0 }
    let part = number / 256
    var power = 1 + part * (1 + part * (0.5 + part * (1.0 / 6)))
    for _ in 0..<8 { power *= power }
    return power
  }

  /// The bytes of a model with those weights.
  package static func file(
    classes: [String], weights: [UInt32: [(type: Int, weight: Int8)]], scale: Float
  ) -> [UInt8] {
    var bytes = magic
    func append(_ value: Int, to bytes: inout [UInt8]) {
      withUnsafeBytes(of: UInt32(truncatingIfNeeded: value).littleEndian) {
        bytes.append(contentsOf: $0)
      }
    }
    let keys = weights.keys.sorted()
    let names = Array(classes.joined(separator: "\n").utf8)
    append(classes.count, to: &bytes)
    append(keys.count, to: &bytes)
    append(weights.values.reduce(0) { $0 + $1.count }, to: &bytes)
    append(names.count, to: &bytes)
    append(Int(scale.bitPattern), to: &bytes)
    bytes += names
    while bytes.count % 4 != 0 { bytes.append(10) }
    var next = 0
    for upper in 0...65_536 {
      while next < keys.count, Int(keys[next] >> 16) < upper { next += 1 }
      append(next, to: &bytes)
    }
    var start = 0
    for key in keys {
      append(start, to: &bytes)
      start += weights[key]?.count ?? 0
    }
    append(start, to: &bytes)
    for key in keys {
      withUnsafeBytes(of: UInt16(truncatingIfNeeded: key).littleEndian) {
        bytes.append(contentsOf: $0)
      }
    }
    for key in keys {
      for entry in (weights[key] ?? []).sorted(by: { $0.type < $1.type }) {
        bytes.append(UInt8(truncatingIfNeeded: entry.type))
        bytes.append(UInt8(bitPattern: entry.weight))
      }
    }
    return bytes
  }
}
