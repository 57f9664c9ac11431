/// Looks for time expressions from left to right; the forms live in `Recognisers/`.
///
/// A token's class says which forms may start there; each form returns the match or nil, and the
/// first in the order below wins, which goes from the longest and most explicit to the vaguest.
struct TimeScanner {
  let bytes: [UInt8]
  let tokens: [TimeToken]

  init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens = TimeTokenizer.tokens(of: bytes)
  }

  /// All matches in the order of the text, without overlaps.
  func matches() -> [TimeMatch] {
    var found: [TimeMatch] = []
    var at = 0
    while at < tokens.count {
      if let match = match(at: at) {
        found.append(match)
        at = match.tokens.upperBound
      } else {
        at += 1
      }
    }
    return found
  }

  private func match(at start: Int) -> TimeMatch? {
    let token = tokens[start]
    if token.form == .number {
      return calendarDate(at: start) ?? clockTime(at: start) ?? shifted(from: start)
        ?? duration(at: start) ?? bareYear(at: start)
    }
    if token.form == .mark, token.value == 0x27 { return apostropheYear(at: start) }
    guard token.form == .word, token.kind != .none else { return nil }
    switch token.kind {
    case .preposition where isWord(start, "at"): return duration(at: start)
    case .clueForward, .clueWeak, .clueBack, .preposition, .conjunction, .era, .clock: return nil
    case .weekday:
      return calendarDate(at: start) ?? weekdayDaypart(at: start) ?? weekday(at: start)
    case .month: return calendarDate(at: start)
    default:
      return calendarDate(at: start) ?? clockTime(at: start) ?? relative(at: start)
        ?? duration(at: start) ?? frequency(at: start) ?? focused(at: start) ?? vague(at: start)
        ?? spelledYear(at: start)
    }
  }

  // MARK: Reading tokens

  func token(_ index: Int) -> TimeToken? { tokens.indices.contains(index) ? tokens[index] : nil }

  func isMark(_ index: Int, _ mark: Character) -> Bool {
    guard let token = token(index), token.form == .mark, let byte = mark.asciiValue else {
      return false
    }
    return token.value == Int32(byte)
  }

  func kind(_ index: Int) -> TimeWordClass { token(index)?.kind ?? .none }

  func isDash(_ index: Int) -> Bool { token(index)?.form == .dash }

  /// Whether the word at that index is this one, in lower case.
  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    guard let token = token(index), token.form == .word,
      token.count == word.utf8CodeUnitCount
    else { return false }
    for offset in 0..<token.count {
      let byte = bytes[Int(token.begin) + offset]
      if (byte &- 0x41 < 26 ? byte | 0x20 : byte) != word.utf8Start[offset] { return false }
    }
    return true
  }

  /// A year of four digits, or nil.
  func year(_ index: Int) -> Int? {
    guard let token = token(index), token.form == .number, token.count == 4,
      (1000...2199).contains(token.value)
    else { return nil }
    return Int(token.value)
  }

  /// The index after an ordinal ending ("22nd" is a number with letters on its heels).
  func afterOrdinal(_ index: Int) -> Int {
    guard let next = token(index), next.form == .word, !next.isSpaced else { return index }
    return isWord(index, "st") || isWord(index, "nd") || isWord(index, "rd") || isWord(index, "th")
      ? index + 1 : index
  }

  /// The day of the month at that index with the index behind it.
  func dayOfMonth(_ index: Int) -> (day: Int, next: Int)? {
    guard let token = token(index), token.form == .number, token.count <= 2,
      (1...31).contains(token.value)
    else { return nil }
    return (Int(token.value), afterOrdinal(index + 1))
  }

  /// The month at that index with the index behind it and its abbreviating stop.
  ///
  /// "may", "march" and the like count only with a capital or a day beside them.
  func month(_ index: Int) -> (month: Int, next: Int)? {
    guard let token = token(index), token.kind == .month else { return nil }
    let isShort = token.count == 3 && !isWord(index, "may") || isWord(index, "sept")
    return (Int(token.value), isShort && isMark(index + 1, ".") ? index + 2 : index + 1)
  }

  /// A number in digits or words ("twenty-one", "a hundred"), with the index behind it.
  func quantity(_ index: Int) -> (text: String, value: Int?, next: Int)? {
    guard let first = token(index) else { return nil }
    if first.form == .number, first.count <= 4 {
      if isMark(index + 1, "."), let decimals = token(index + 2), decimals.form == .number,
        !decimals.isSpaced
      {
        return ("\(first.value).\(decimals.value)", Int(first.value), index + 3)
      }
      return (String(first.value), Int(first.value), index + 1)
    }
    guard first.form == .word else { return nil }
    switch first.kind {
    case .number:
      var value = Int(first.value)
      var next = index + 1
      if value >= 20, value < 100, value % 10 == 0 {
        let inner = isDash(next) ? next + 1 : next
        if let ones = token(inner), ones.kind == .number, (1...9).contains(ones.value) {
          value += Int(ones.value)
          next = inner + 1
        }
      }
      while let scale = token(next), scale.kind == .number, scale.value >= 100 {
        value *= Int(scale.value)
        next += 1
      }
      return (String(value), value, next)
    case .vaguenumber:
      if first.value == 2 { return ("2", 2, isWord(index + 1, "of") ? index + 2 : index + 1) }
      return ("X", nil, index + 1)
    case .determiner where first.value == 2:
      if let next = token(index + 1), next.kind == .vaguenumber {
        if next.value == 2 { return ("2", 2, isWord(index + 2, "of") ? index + 3 : index + 2) }
        return ("X", nil, index + 2)
      }
      if let next = token(index + 1), next.kind == .number, next.value >= 100 || next.value == 12 {
        return (String(next.value), Int(next.value), index + 2)
      }
      return ("1", 1, index + 1)
    default: return nil
    }
  }

  /// A unit, singular or plural, with the index behind it.
  func unit(_ index: Int) -> (unit: TimeUnit, isPlural: Bool, next: Int)? {
    guard let token = token(index), token.kind == .unit || token.kind == .units,
      let unit = TimeUnit(rawValue: Int(token.value))
    else { return nil }
    return (unit, token.kind == .units, index + 1)
  }
}
