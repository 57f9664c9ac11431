import Chronology

/// Quarters and halves of years, by number, by letter and by what they close.
///
/// EXAMPLE [the third quarter of 2015], [Q3 2015], [Q3'15], [2016-Q1], [3Q15], [the final quarter of 2015]
/// COUNTER a third quarter-final; the first half of the men; he waited 1h30
extension TimeScanner {
  /// "the third quarter of 2015", "Q3 2015", "first half of 2015", "third-quarter".
  func quarterYear(at start: Int) -> Body? {
    var leading: Int?
    var at = start
    if let year = year(at), kind(at + 1) == .ordinal {
      leading = year
      at += 1
    }
    if leading == nil, let year = year(at), kind(at + 1) == .letter, quarterCode(at + 1) != nil {
      leading = year  // "2015 Q3"
      at += 1
    }
    if leading == nil, let year = year(at), isJoint(at + 1), quarterCode(at + 2) != nil {
      leading = year  // "2016-Q1", "2016/Q1"
      at += 2
    }
    if leading == nil, let pair = quarterPair(at) { return pair }
    if let last = lastQuarter(at) { return last }
    guard let found = quarterCode(at) else { return nil }
    at = found.next
    if let short = token(at), short.form == .number, short.count == 2, !short.isSpaced {
      // "3Q15"
      return Self.quarter(found.code, of: Self.year(ofTwoDigits: Int(short.value)), at + 1)
    }
    if leading == nil, kind(found.next - 1) != .unit, isJoint(at), let year = year(at + 1),
      !tokens[at + 1].isSpaced
    {
      // "Q1/2016", "H1-2016"
      return Self.quarter(found.code, of: year, at + 2)
    }
    if let mark = token(at), mark.form == .mark, !mark.isSpaced,
      mark.value == 0x27 || mark.value == 0xe2,
      let short = token(at + 1), short.form == .number, short.count == 2, !short.isSpaced
    {
      // "Q3'15"
      return Self.quarter(found.code, of: Self.year(ofTwoDigits: Int(short.value)), at + 2)
    }
    let stated = StatedDate(year: leading, season: found.code)
    if leading != nil { return (.calendar(stated, part: nil), at, "quarter-year") }
    if isWord(at, "fy"), let year = fiscalDigits(at + 1) {
      // "Q3FY20"
      return Self.quarter(found.code, of: year, at + 2, "fiscal-quarter")
    }
    if isWord(at, "of"), let years = fiscalRange(at + 1) {
      return Self.quarter(found.code, of: years.ending, years.next)
    }
    if isWord(at, "of"), kind(at + 1) == .fiscal { at += 1 }
    if kind(at) == .fiscal, let year = fiscalDigits(at + 1) {
      // "the first quarter of FY18"
      return Self.quarter(found.code, of: year, at + 2)
    }
    if let year = yearBehind(at) ?? (kind(at) == .fiscal ? yearBehind(at + 1) : nil) {
      return Self.quarter(found.code, of: year.year, year.next)
    }
    if let named = namedYear(at: found.next) {
      return (.inYear(stated, named.year, part: nil), named.next, "quarter-of-year")
    }
    if isWord(at, "of"), kind(at + 1) == .determiner, unit(at + 2) == nil { return nil }
    if found.code >= 40, !isHalfOfYear(start, found.next) { return nil }
    return (.calendar(stated, part: nil), found.next, "quarter")
  }

  /// A quarter or half of a year that is stated.
  private static func quarter(
    _ code: Int, of year: Int, _ next: Int, _ rule: String = "quarter-year"
  ) -> Body {
    (.calendar(StatedDate(year: year, season: code), part: nil), next, rule)
  }

  /// A dash, slash or colon without a space on either side.
  private func isJoint(_ at: Int) -> Bool {
    guard let mark = token(at), !mark.isSpaced, token(at + 1)?.isSpaced == false else {
      return false
    }
    return mark.form == .dash || isMark(at, "/") || isMark(at, ":")
  }

  /// "20" or "2020" on the heels of "FY".
  private func fiscalDigits(_ at: Int) -> Int? {
    guard let digits = token(at), digits.form == .number, !digits.isSpaced else { return nil }
    return digits.count == 2 ? Self.year(ofTwoDigits: Int(digits.value)) : year(at)
  }

  /// "FY2016-17", "fiscal year 2016/17", "the 2016-17 fiscal year" behind a part of it.
  private func fiscalRange(_ start: Int) -> (ending: Int, next: Int)? {
    var at = start
    if kind(at) == .determiner, tokens[at].value == 1 { at += 1 }
    let isLed = kind(at) == .fiscal
    if isLed { at += isWord(at + 1, "year") ? 2 : 1 }
    guard let first = year(at), isDash(at + 1) || isMark(at + 1, "/"), let last = token(at + 2),
      last.form == .number, !last.isSpaced,
      Int(last.value) == (last.count == 2 ? (first + 1) % 100 : first + 1)
    else { return nil }
    if isLed { return (first + 1, at + 3) }
    guard kind(at + 3) == .fiscal else { return nil }
    return (first + 1, isWord(at + 4, "year") ? at + 5 : at + 4)
  }

  /// "the final quarter of 2015": the fourth one of a year that is named.
  private func lastQuarter(_ start: Int) -> Body? {
    let isLast =
      isWord(start, "last") || isWord(start, "final") || isWord(start, "closing")
      || (isWord(start, "latter") || isWord(start, "back")) && isWord(start + 1, "half")
    let isHalf = isWord(start + 1, "half")
    guard isLast, isHalf || isWord(start + 1, "quarter"), isWord(start + 2, "of") else {
      return nil
    }
    if yearBehind(start + 2) == nil, let named = namedYear(at: start + 2) {
      return (
        .inYear(StatedDate(season: isHalf ? 41 : 36), named.year, part: nil), named.next,
        "quarter-of-year"
      )
    }
    guard let year = yearBehind(start + 2) else { return nil }
    return Self.quarter(isHalf ? 41 : 36, of: year.year, year.next)
  }

  /// "in the first half", "first-half sales": not the half of a match or of some men.
  private func isHalfOfYear(_ start: Int, _ next: Int) -> Bool {
    if isDash(start + 1) || start > 0 && kind(start - 1) == .fiscal { return true }
    if isWord(next, "of") {
      return kind(next + 1) == .determiner && (unit(next + 2)?.unit == .year)
    }
    guard start > 1, kind(start - 1) == .determiner else { return false }
    return isWord(start - 2, "in") || isWord(start - 2, "for") || isWord(start - 2, "during")
  }

  /// "the second and fourth quarters", "third- and fourth-quarter results".
  private func quarterPair(_ start: Int) -> Body? {
    guard kind(start) == .ordinal, (1...4).contains(tokens[start].value) else { return nil }
    let and = isDash(start + 1) ? start + 2 : start + 1
    guard isWord(and, "and") || isWord(and, "or") || isWord(and, "to"), kind(and + 1) == .ordinal,
      (1...4).contains(tokens[and + 1].value)
    else { return nil }
    let noun = isDash(and + 2) ? and + 3 : and + 2
    guard isWord(noun, "quarters") || isWord(noun, "quarter") else { return nil }
    let year = yearBehind(noun + 1)
    return (
      .span(
        StatedDate(year: year?.year, season: 32 + Int(tokens[start].value)),
        StatedDate(year: year?.year, season: 32 + Int(tokens[and + 1].value)), secondAt: and + 1),
      year?.next ?? noun + 1, "quarter-pair"
    )
  }

  /// "third quarter", "first-half", "Q3" as an EDTF code with the index behind it.
  func quarterCode(_ start: Int) -> (code: Int, next: Int)? {
    if kind(start) == .ordinal {
      let number = Int(tokens[start].value)
      var noun = isDash(start + 1) ? start + 2 : start + 1
      if kind(noun) == .fiscal, isWord(noun + 1, "quarter") { noun += 1 }
      if isWord(noun, "quarter"), (1...4).contains(number) { return (32 + number, noun + 1) }
      if isWord(noun, "half"), number <= 2 { return (39 + number, noun + 1) }
      return nil
    }
    if let number = token(start), number.form == .number, number.count == 1,
      let letter = token(start + 1), letter.kind == .letter, !letter.isSpaced
    {
      // "3Q", "1H"
      let isQuarter = isWord(start + 1, "q")
      if !isQuarter, !letter.isCapital, let next = self.token(start + 2), next.form == .number,
        !next.isSpaced
      {
        return nil  // "1h30"
      }
      guard (1...(isQuarter ? 4 : 2)).contains(number.value) else { return nil }
      return ((isQuarter ? 32 : 39) + Int(number.value), start + 2)
    }
    guard let token = token(start), token.form == .word, token.count == 1,
      isWord(start, "q") || isWord(start, "h"), let number = self.token(start + 1),
      number.form == .number, !number.isSpaced, number.count == 1,
      self.token(start + 2)?.isSpaced ?? true || self.token(start + 2)?.form == .mark
        || isDash(start + 2) && year(start + 3) != nil
        || isWord(start + 2, "fy"),
      (1...(isWord(start, "q") ? 4 : 2)).contains(number.value)
    else { return nil }
    return ((isWord(start, "q") ? 32 : 39) + Int(number.value), start + 2)
  }
}
