/// Numbers of four digits that number or price a thing and are no years.
///
/// COUNTER Resolutions 1718, 1874 and 2094; Regulation (EU) 2016/679; H.R. 1960; Rs. 2015; ¥2010
extension TimeScanner {
  /// "flight 1549", "case no 2014", "Rs 2000", "1600 Pennsylvania Avenue".
  func isNumbered(_ start: Int) -> Bool {
    if kind(start - 1) == .numbered || kind(start - 1) == .currency { return true }
    if isBehindAbbreviation(start) || isCurrencySign(start - 1) || isOfNumberedList(start) {
      return true
    }
    if isDash(start + 1), token(start + 2)?.form == .number, token(start + 2)?.isSpaced == false,
      isWord(start - 1, "law") || isWord(start - 1, "order")
    {
      return true  // "law 2019-12"
    }
    guard kind(start - 1) != .preposition || isWord(start - 1, "at") || isWord(start - 1, "of")
    else { return false }
    for index in start + 1...start + 3 {
      guard let word = token(index), word.form == .word, word.isCapital, word.isSpaced else {
        return false
      }
      if word.kind == .street { return index > start + 1 }
    }
    return false
  }

  /// Whether an abbreviation of money or of a number stands before, with its stop.
  private func isBehindAbbreviation(_ start: Int) -> Bool {
    isMark(start - 1, ".") && token(start - 1)?.isSpaced == false
      && (kind(start - 2) == .currency || has(.numberAbbreviation, at: start - 2))
  }

  /// A sign of money: "$", or one of the Latin-1 signs "¢", "£", "¤" and "¥".
  private func isCurrencySign(_ index: Int) -> Bool {
    guard let sign = token(index), sign.form == .mark else { return false }
    if sign.value == 0x24 { return true }
    return sign.count == 2 && (0xa2...0xa5).contains(bytes[Int(sign.begin) + 1])
      && bytes[Int(sign.begin)] == 0xc2
  }

  /// "1874" in "Resolutions 1718, 1874 and 2094", also with years in brackets: a list behind a plural
  /// or behind capitals that stand for it ("UNSCR 1540 and 1718").
  private func isOfNumberedList(_ start: Int) -> Bool {
    var at = start
    for _ in 0..<16 {
      if isWord(at - 1, "and") || isWord(at - 1, "or") || isMark(at - 1, "&") {
        at -= isMark(at - 2, ",") ? 2 : 1
      } else if isMark(at - 1, ",") {
        at -= 1
      } else {
        return false
      }
      if isMark(at - 1, ")"), token(at - 2)?.form == .number, isMark(at - 3, "(") { at -= 3 }
      at -= 1
      guard at > 0, tokens[at].form == .number else { return false }
      if kind(at - 1) == .numbered {
        return isShouted(at - 1) || bytes[Int(tokens[at - 1].end) - 1] | 0x20 == 0x73
      }
      if isMark(at - 1, "."), isWord(at - 2, "nos") { return true }
    }
    return false
  }

  /// "2016/679", "1907/2006": the number of a document with its year, which is not when anything was.
  func isDocumentNumber(_ start: Int) -> Bool {
    guard isStroke(start + 1), let number = token(start + 2), number.form == .number,
      number.count > 2
    else { return false }
    return !(tokens[start].value..<tokens[start].value + 11).contains(number.value)
  }
}
