extension Tokenizer {
  /// Scans one word from its first letter, digit or sign and appends its tokens; returns its end.
  mutating func scanWord(from start: Int, in chunk: Range<Int>) -> Int {
    if chunkHasAddress, let end = addressEnd(from: start, in: chunk) {
      append(start, end, .word)
      return end
    }
    if chunkHasAt, let end = mailEnd(from: start, in: chunk) {
      append(start, end, .word)
      return end
    }
    var position = start + (ByteKind.of(text[start]) & ByteKind.word == 0 ? 1 : 0)
    if text[start] >= 0xE2, WideMark.at(start, in: text).0 == .apostrophe { position = start + 3 }
    // The first letter after the last full stop inside the word, for "U.S." and "Ph.D.".
    var segment = position
    var hasInnerStop = false
    while position < chunk.upperBound {
      let byte = text[position]
      let kind = ByteKind.of(byte)
      if kind & (ByteKind.lower | ByteKind.upper | ByteKind.digit) != 0 {
        position += 1
        continue
      }
      var length = 1
      var isApostrophe = byte == UInt8(ascii: "'")
      if kind == ByteKind.high {
        let (mark, wideLength) = WideMark.at(position, in: text)
        if mark == .none {
          position += 1
          continue
        }
        guard mark == .apostrophe else { break }
        isApostrophe = true
        length = wideLength
      }
      let next = position + length
      if isApostrophe {
        if isNegation(at: position, next: next, in: chunk) {
          if position - 1 > start { append(start, position - 1, .word) }
          append(position - 1, next + 1, .word)
          return next + 1
        }
        let afterDigit = ByteKind.of(text[position - 1]) == ByteKind.digit
        let clitic = cliticEnd(after: next, in: chunk)
        if clitic != nil, !(afterDigit && text[next] | 0x20 == UInt8(ascii: "s")) { break }
        guard next < chunk.upperBound, isWordByte(at: next) else { break }
        position = next
        continue
      }
      if byte == UInt8(ascii: ".") {
        if continuesAcrossStop(at: position, segment: segment, in: chunk) {
          hasInnerStop = true
          position = next
          segment = next
          continue
        }
        if let kind = abbreviation(start..<position, hasInnerStop: hasInnerStop, in: chunk) {
          append(start, next, kind)
          return next
        }
        break
      }
      guard let end = innerMarkEnd(byte, at: position, from: start, in: chunk) else { break }
      position = end
    }
    appendWord(start..<position)
    return position
  }

  /// Whether `'t` follows an `n` and ends the word: `n't` is a token.
  private func isNegation(at position: Int, next: Int, in chunk: Range<Int>) -> Bool {
    guard next < chunk.upperBound, text[next] | 0x20 == UInt8(ascii: "t"),
      position > chunk.lowerBound, text[position - 1] | 0x20 == UInt8(ascii: "n")
    else { return false }
    return next + 1 >= chunk.upperBound || !isWordByte(at: next + 1)
  }

  /// Whether the full stop belongs inside the word: decimals, U.S., example.org, file.doc.
  private func continuesAcrossStop(at position: Int, segment: Int, in chunk: Range<Int>) -> Bool {
    let next = position + 1
    guard next < chunk.upperBound, position > segment else { return false }
    let before = ByteKind.of(text[position - 1])
    let after = ByteKind.of(text[next])
    if before == ByteKind.digit, after == ByteKind.digit { return true }
    guard after & (ByteKind.lower | ByteKind.upper) != 0 else { return false }
    var end = next
    while end < chunk.upperBound, end - next < 6,
      ByteKind.of(text[end]) & (ByteKind.lower | ByteKind.upper) != 0
    {
      end += 1
    }
    if end - next == 6 { return false }
    let single = end - next == 1
    if position - segment == 1, before & ByteKind.letter != 0 {
      return single || after == before
    }
    if single { return end < chunk.upperBound && text[end] == UInt8(ascii: ".") }
    guard before & ByteKind.word != 0, after == ByteKind.lower else { return false }
    // A name of a host or file: a known ending, or one more stop with small letters behind it.
    if end - next <= 4, Self.endings.contains(FeatureHash.lowercased(slice(next, end))) {
      return true
    }
    return before == ByteKind.lower && end - next >= 2 && end + 1 < chunk.upperBound
      && text[end] == UInt8(ascii: ".") && ByteKind.of(text[end + 1]) == ByteKind.lower
  }

  private static let endings: Set<UInt32> = {
    let names = [
      "com", "org", "net", "edu", "gov", "mil", "int", "info", "co", "uk", "ru", "pk", "de", "fr",
      "doc", "xls", "pdf", "html", "htm", "txt", "jpg", "png", "gif", "zip", "exe", "csv", "docx",
    ]
    return Set(
      names.map { (name: String) -> UInt32 in
        var copy = Array(name.utf8)
        return copy.withUnsafeMutableBufferPointer { FeatureHash.lowercased(.init($0)) }
      })
  }()

  /// The kind of token when the word keeps the full stop that follows it, else nil.
  private func abbreviation(_ word: Range<Int>, hasInnerStop: Bool, in chunk: Range<Int>)
    -> RawToken.Kind?
  {
    let next = word.upperBound + 1
    if next < chunk.upperBound, text[next] == UInt8(ascii: ".") { return nil }
    let first = ByteKind.of(text[word.lowerBound])
    if first == ByteKind.digit {
      return isListNumber(word, next: next) ? .listNumber : nil
    }
    let last = ByteKind.of(text[word.upperBound - 1])
    guard last & ByteKind.letter != 0 else { return nil }
    if word.count == 1, first == ByteKind.upper {
      return text[word.lowerBound] == UInt8(ascii: "I") ? nil : .title
    }
    switch tables.abbreviations.value(hash: FeatureHash.lowercased(slice(word))) {
    case 1: return .title
    case 2: return nextIsDigit(after: next) ? .title : nil
    case 3: return first == ByteKind.upper ? .abbreviation : nil
    case 4: return .abbreviation
    default: return hasInnerStop ? .abbreviation : nil
    }
  }

  /// A number of one or two digits with its stop at the head of a line, text behind it.
  private func isListNumber(_ word: Range<Int>, next: Int) -> Bool {
    guard word.count <= 2, next < text.count, text[next] == UInt8(ascii: " ") else { return false }
    for position in word where ByteKind.of(text[position]) != ByteKind.digit { return false }
    var position = word.lowerBound - 1
    while position >= 0, text[position] == UInt8(ascii: " ") { position -= 1 }
    return position < 0 || text[position] == UInt8(ascii: "\n")
  }

  private func nextIsDigit(after position: Int) -> Bool {
    var position = position
    while position < text.count, text[position] == UInt8(ascii: " ") { position += 1 }
    return position < text.count && ByteKind.of(text[position]) == ByteKind.digit
  }

  /// The end of a mark inside a word that the word keeps, or nil when the word ends before it.
  private func innerMarkEnd(_ byte: UInt8, at position: Int, from start: Int, in chunk: Range<Int>)
    -> Int?
  {
    let next = position + 1
    let before = ByteKind.of(text[position - 1])
    if byte == UInt8(ascii: "$") {
      let upper = (start..<position).allSatisfy { ByteKind.of(text[$0]) == ByteKind.upper }
      return position - start <= 3 && upper ? next : nil
    }
    guard next < chunk.upperBound else { return nil }
    let after = ByteKind.of(text[next])
    let betweenDigits = before == ByteKind.digit && after == ByteKind.digit
    switch byte {
    case UInt8(ascii: ","):
      guard betweenDigits, position + 3 < chunk.upperBound else { return nil }
      let group = ByteKind.of(text[next + 1]) & ByteKind.of(text[next + 2]) == ByteKind.digit
      let ends =
        position + 4 >= chunk.upperBound || ByteKind.of(text[position + 4]) != ByteKind.digit
      return group && ends ? next : nil
    case UInt8(ascii: ":"), UInt8(ascii: "/"):
      return betweenDigits ? next : nil
    case UInt8(ascii: "&"):
      return before == ByteKind.upper && after == ByteKind.upper ? next : nil
    case UInt8(ascii: "_"):
      return next
    case UInt8(ascii: "-"):
      if betweenDigits { return numberGroupsEnd(from: start, hyphen: position, in: chunk) }
      guard after & ByteKind.word != 0, position - start <= 6, isWordByte(at: next) else {
        return nil
      }
      return tables.prefixes.value(hash: FeatureHash.lowercased(slice(start, position))) != 0
        ? next : nil
    default:
      return nil
    }
  }

  /// Telephone numbers and numeric dates stay whole; two groups are a range and are cut.
  private func numberGroupsEnd(from start: Int, hyphen: Int, in chunk: Range<Int>) -> Int? {
    var groups = 1
    var position = hyphen
    var lastLength = 0
    while position + 1 < chunk.upperBound, text[position] == UInt8(ascii: "-"),
      ByteKind.of(text[position + 1]) == ByteKind.digit
    {
      let begin = position + 1
      position = begin
      while position < chunk.upperBound, ByteKind.of(text[position]) == ByteKind.digit {
        position += 1
      }
      lastLength = position - begin
      groups += 1
    }
    if groups >= 3 { return position }
    return hyphen - start == 3 && lastLength == 4 ? position : nil
  }

  /// The end of a web address that begins at `start`, without the punctuation behind it.
  private func addressEnd(from start: Int, in chunk: Range<Int>) -> Int? {
    var position = start
    while position < chunk.upperBound, position - start < 8,
      ByteKind.of(text[position]) & (ByteKind.lower | ByteKind.upper) != 0
    {
      position += 1
    }
    guard position + 1 < chunk.upperBound else { return nil }
    let hasScheme = text[position] == UInt8(ascii: ":") && text[position + 1] == UInt8(ascii: "/")
    let isWeb =
      position - start == 3 && text[start] | 0x20 == UInt8(ascii: "w")
      && text[position] == UInt8(ascii: ".")
    guard hasScheme || isWeb else { return nil }
    return trimmedEnd(start: position, chunk.upperBound)
  }

  /// The end of a mail address that begins at `start`.
  private func mailEnd(from start: Int, in chunk: Range<Int>) -> Int? {
    var position = start
    var seenAt = false
    while position < chunk.upperBound {
      let byte = text[position]
      if byte == UInt8(ascii: "@") {
        if seenAt || position == start { return nil }
        seenAt = true
      } else if ByteKind.of(byte) & ByteKind.word == 0, byte != UInt8(ascii: "."),
        byte != UInt8(ascii: "-"), byte != UInt8(ascii: "_"), byte != UInt8(ascii: "+")
      {
        break
      }
      position += 1
      // A mail address is short; a long run is none, and looking further would be quadratic.
      if position - start > 256 { return nil }
    }
    return seenAt ? trimmedEnd(start: start, position) : nil
  }

  private func trimmedEnd(start: Int, _ end: Int) -> Int {
    var end = end
    while end > start + 1 {
      switch text[end - 1] {
      case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"),
        UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ")"), UInt8(ascii: "]"),
        UInt8(ascii: "}"), UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: ">"):
        end -= 1
      default:
        return end
      }
    }
    return end
  }

  /// Appends a word, cutting off an attached unit or the second part of a contraction.
  private mutating func appendWord(_ word: Range<Int>) {
    if ByteKind.of(text[word.lowerBound]) == ByteKind.digit {
      var cut = word.upperBound
      while cut > word.lowerBound, word.upperBound - cut < 5,
        ByteKind.of(text[cut - 1]) & (ByteKind.lower | ByteKind.upper) != 0
      {
        cut -= 1
      }
      if cut < word.upperBound, ByteKind.of(text[cut - 1]) == ByteKind.digit,
        tables.units.value(hash: FeatureHash.lowercased(slice(cut, word.upperBound))) != 0
      {
        append(word.lowerBound, cut, .word)
        append(cut, word.upperBound, .word)
        return
      }
    } else if word.count <= 8 {
      let cut = Int(tables.contractions.value(hash: FeatureHash.lowercased(slice(word))))
      if cut > 1 || (cut == 1 && text[word.lowerBound] == UInt8(ascii: "i")) {
        append(word.lowerBound, word.lowerBound + cut, .word)
        append(word.lowerBound + cut, word.upperBound, .word)
        return
      }
    }
    append(word.lowerBound, word.upperBound, .word)
  }

  @inline(__always)
  private func slice(_ word: Range<Int>) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[word])
  }

  @inline(__always)
  private func slice(_ begin: Int, _ end: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: text[begin..<end])
  }
}
