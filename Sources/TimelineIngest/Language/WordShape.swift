/// What tagger and parser see of one word: hashes of the normalised form, its ends and its shape.
///
/// Normalised: ASCII letters in lower case, digits as `0`, curly quotation marks as straight ones,
/// so that one entry serves every spelling. The shape keeps what lower case loses.
package struct WordShape {
  package var word: UInt32 = 0
  var suffix1: UInt32 = 0
  var suffix2: UInt32 = 0
  package var suffix3: UInt32 = 0
  var suffix4: UInt32 = 0
  var prefix1: UInt32 = 0
  var prefix2: UInt32 = 0
  package var prefix3: UInt32 = 0
  package var shape: UInt32 = 0

  /// Bytes of a word that are looked at: of a longer one the first and the last half.
  private static let limit = 48

  /// Reads the word; `hasCase` is false in text where capitals say nothing (all upper case).
  package init(_ bytes: UnsafeBufferPointer<UInt8>, hasCase: Bool) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: Self.limit) { buffer in
      var count = 0
      var shapeHash: UInt32 = 0x811C_9DC5
      var lastClass: UInt32 = 0
      var run = 0
      var position = 0
      while position < bytes.count, count < Self.limit {
        if position == Self.limit / 2, bytes.count > Self.limit {
          position = bytes.count - Self.limit / 2
        }
        var byte = bytes[position]
        position += 1
        var kind = ByteKind.of(byte)
        if kind == ByteKind.upper {
          byte |= 0x20
          if !hasCase { kind = ByteKind.lower }
        } else if kind == ByteKind.digit {
          byte = 0x30
        } else if byte == 0xE2, position + 1 < bytes.count, bytes[position] == 0x80 {
          let third = bytes[position + 1]
          if third == 0x98 || third == 0x99 {
            byte = UInt8(ascii: "'")
            position += 2
            kind = ByteKind.mark
          } else if third >= 0x9C && third <= 0x9E {
            byte = UInt8(ascii: "\"")
            position += 2
            kind = ByteKind.mark
          }
        }
        buffer[count] = byte
        count += 1
        // Runs of a class count up to two, so that shapes stay few.
        let shapeClass = kind == ByteKind.mark ? UInt32(byte) : UInt32(kind) << 8
        run = shapeClass == lastClass ? run + 1 : 1
        lastClass = shapeClass
        if run <= 2 { shapeHash = (shapeHash ^ shapeClass) &* 0x0100_0193 }
      }
      // `` and '' are quotation marks in plain ASCII.
      if count == 2, buffer[0] == buffer[1], buffer[0] == 0x60 || buffer[0] == 0x27 {
        buffer[0] = UInt8(ascii: "\"")
        count = 1
      }
      shape = FeatureHash.mixed(shapeHash)
      let all = UnsafeBufferPointer(rebasing: buffer[0..<count])
      word = Self.hash(all, 0, count)
      prefix1 = Self.hash(all, 0, min(count, 1))
      prefix2 = Self.hash(all, 0, min(count, 2))
      prefix3 = Self.hash(all, 0, min(count, 3))
      suffix1 = Self.hash(all, max(0, count - 1), count)
      suffix2 = Self.hash(all, max(0, count - 2), count)
      suffix3 = Self.hash(all, max(0, count - 3), count)
      suffix4 = Self.hash(all, max(0, count - 4), count)
    }
  }

  /// A place outside the sentence.
  init(outside: UInt32) {
    word = FeatureHash.mixed(outside &+ 0x9E37_79B9)
    suffix3 = word
    shape = word
  }

  @inline(__always)
  private static func hash(_ bytes: UnsafeBufferPointer<UInt8>, _ begin: Int, _ end: Int) -> UInt32
  {
    var hash: UInt32 = 0x811C_9DC5
    for position in begin..<end {
      hash = (hash ^ UInt32(bytes[position])) &* 0x0100_0193
    }
    return FeatureHash.mixed(hash)
  }

  /// The shapes of all tokens of a sentence.
  package static func shapes(of sentence: SentenceTree, in text: UnsafeBufferPointer<UInt8>)
    -> [WordShape]
  {
    let hasCase = sentenceHasCase(sentence, in: text)
    return sentence.tokens.map { (token: Token) -> WordShape in
      let range = Int(token.begin)..<Int(token.end)
      return WordShape(UnsafeBufferPointer(rebasing: text[range]), hasCase: hasCase)
    }
  }

  /// Whether capitals mean anything: false when most letters are capitals.
  private static func sentenceHasCase(
    _ sentence: SentenceTree, in text: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    var upper = 0
    var lower = 0
    for position in sentence.range {
      let kind = ByteKind.of(text[position])
      if kind == ByteKind.upper { upper += 1 }
      if kind == ByteKind.lower { lower += 1 }
    }
    return upper < 8 || upper < lower * 3
  }
}
