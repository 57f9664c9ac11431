import CLanguageModel

/// Why a language model cannot be used.
public enum LanguageModelError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The bytes do not begin as a model does.
  case notAModel
  /// The model is of another format or for other features than this program reads.
  case otherFormat(found: UInt32, expected: UInt32)
  /// The model ends before its sections do, or a section has an impossible size.
  case damaged(section: Int)

  /// The sentence printed.
  public var description: String {
    switch self {
    case .notAModel:
      "The language model is not a model of this program; build it with `make model`."
    case .otherFormat(let found, let expected):
      "The language model has format \(found), this program reads format \(expected); "
        + "build it anew with `make model`."
    case .damaged(let section): "The language model is damaged in section \(section)."
    }
  }
}

/// A language model: one run of bytes with a header, read in place.
///
/// The file: magic `TLNGMODL`, format, number of sections, total size; from byte 64 the table of
/// sections (kind, offset, bytes, count), all 32-bit little-endian; then the sections, each on a
/// boundary of 64 bytes.
package struct LanguageModel: Sendable {
  /// Raised whenever the file's layout or the meaning of a feature changes.
  package static let format: UInt32 = 2
  package static let magic: [UInt8] = Array("TLNGMODL".utf8)

  /// The sections of the file.
  package enum Section: Int, CaseIterable, Sendable {
    /// Text for people: training data, licence, figures.
    case description = 1
    /// Pairs of tag and morphology, one for each class of the tagger.
    case classes
    /// Open-addressing table of the tagger's features: hash, place of its weights.
    case taggerSlots
    /// The tagger's weights: pairs of class and signed byte.
    case taggerWeights
    /// Open-addressing table of the parser's inputs: hash, row.
    case embeddingSlots
    /// Rows of the parser's inputs: a scale and signed bytes.
    case embeddingRows
    /// Sizes of the parser's network.
    case networkSizes
    /// The network's weights, 32-bit floats.
    case networkWeights
  }

  private struct Place: Sendable {
    var offset = 0
    var size = 0
    var count = 0
  }

  private let owned: [UInt8]?
  private var places: [Place]

  /// The model embedded in the program, or why it cannot be used.
  static let embedded: Result<LanguageModel, LanguageModelError> = {
    do throws(LanguageModelError) {
      return .success(try LanguageModel(owned: nil))
    } catch {
      return .failure(error)
    }
  }()

  /// A model in memory, for the trainer and tests.
  package init(bytes: [UInt8]) throws(LanguageModelError) {
    try self.init(owned: bytes)
  }

  private init(owned: [UInt8]?) throws(LanguageModelError) {
    self.owned = owned
    places = []
    let result: Result<[Place], LanguageModelError> =
      if let owned {
        owned.withUnsafeBytes { Self.readPlaces($0) }
      } else {
        Self.readPlaces(
          UnsafeRawBufferPointer(
            start: english_language_model(), count: english_language_model_size()))
      }
    places = try result.get()
  }

  private static func readPlaces(_ bytes: UnsafeRawBufferPointer)
    -> Result<[Place], LanguageModelError>
  {
    guard bytes.count >= 64, bytes.prefix(8).elementsEqual(magic) else {
      return .failure(.notAModel)
    }
    func word(_ offset: Int) -> Int {
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)))
    }
    let found = UInt32(truncatingIfNeeded: word(8))
    guard found == format else {
      return .failure(.otherFormat(found: found, expected: format))
    }
    let count = word(12)
    guard word(16) == bytes.count, count <= 64, 64 + count * 16 <= bytes.count else {
      return .failure(.damaged(section: 0))
    }
    var places = Array(repeating: Place(), count: Section.allCases.count + 1)
    for index in 0..<count {
      let entry = 64 + index * 16
      let kind = word(entry)
      let place = Place(
        offset: word(entry + 4), size: word(entry + 8), count: word(entry + 12))
      guard place.offset % 64 == 0, place.offset + place.size <= bytes.count else {
        return .failure(.damaged(section: kind))
      }
      if kind < places.count { places[kind] = place }
    }
    return .success(places)
  }

  /// Calls `body` with the bytes of a section.
  func withSection<Value>(_ section: Section, _ body: (UnsafeRawBufferPointer) -> Value) -> Value {
    let place = places[section.rawValue]
    let range = place.offset..<place.offset + place.size
    if let owned {
      return owned.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }
    return body(
      UnsafeRawBufferPointer(start: english_language_model() + place.offset, count: place.size))
  }

  /// The number of entries of a section.
  func count(of section: Section) -> Int { places[section.rawValue].count }

  /// The text that says what the model was trained on.
  package var description: String {
    withSection(.description) { String(decoding: $0, as: UTF8.self) }
  }

  /// Writes a model file from its sections.
  package static func file(sections: [(Section, count: Int, bytes: [UInt8])]) -> [UInt8] {
    func append(_ value: Int, to bytes: inout [UInt8]) {
      withUnsafeBytes(of: UInt32(value).littleEndian) { bytes.append(contentsOf: $0) }
    }
    var table: [UInt8] = []
    var body: [UInt8] = []
    let start = (64 + sections.count * 16 + 63) / 64 * 64
    for (section, count, bytes) in sections {
      append(section.rawValue, to: &table)
      append(start + body.count, to: &table)
      append(bytes.count, to: &table)
      append(count, to: &table)
      body += bytes
      body += Array(repeating: 0, count: (64 - bytes.count % 64) % 64)
    }
    var file = magic
    append(Int(format), to: &file)
    append(sections.count, to: &file)
    append(start + body.count, to: &file)
    file += Array(repeating: 0, count: 64 - file.count)
    file += table
    file += Array(repeating: 0, count: start - file.count)
    return file + body
  }
}
