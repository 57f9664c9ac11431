/// Where the sentence around an expression begins and ends.
extension ClauseDirection {
  /// The tokens of the sentence around some of its own, as far as 60 tokens reach.
  func sentence(around match: Range<Int>) -> Range<Int> {
    var first = match.lowerBound
    while first > max(0, match.lowerBound - 60), !isSentenceEnd(first - 1) { first -= 1 }
    var last = match.upperBound
    while last < min(tokens.count, match.upperBound + 60), !isSentenceEnd(last) { last += 1 }
    return first..<last
  }

  func isSentenceEnd(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.form == .paragraph { return true }
    guard token.form == .mark else { return false }
    if token.value == 0x21 || token.value == 0x3f { return true }
    guard token.value == 0x2e, index + 1 < tokens.count else { return false }
    guard tokens[index + 1].isSpaced, tokens[index + 1].isCapital else { return false }
    guard index > 0 else { return true }
    if tokens[index - 1].kind == .clock, isClockTail(index + 1) { return false }
    return !isAbbreviated(index - 1) && !isCompany(index - 1, before: index + 1)
  }

  /// What goes on from "5 p.m.": a zone, a weekday, a month.
  private func isClockTail(_ index: Int) -> Bool {
    switch tokens[index].kind {
    case .weekday, .month: return true
    default:
      let last = Int(tokens[index].end) - 1
      return (3...4).contains(tokens[index].count) && bytes[last] &- 0x41 < 26
    }
  }

  /// A month cut short, an initial or a title.
  private func isAbbreviated(_ index: Int) -> Bool {
    let token = tokens[index]
    guard token.form == .word else { return false }
    if isWord(index, "vs") { return true }
    guard token.isCapital else { return false }
    if token.count <= 4, token.kind == .month { return true }
    if token.count == 1 { return true }
    return has(.titleAbbreviation, at: index)
  }

  /// Whether the stop of a company's name ends no sentence: "Acme Corp Friday said", with a stop
  /// before the day.
  private func isCompany(_ index: Int, before next: Int) -> Bool {
    guard has(.companyAbbreviation, at: index) else { return false }
    switch tokens[next].kind {
    case .determiner, .preposition, .clueBack, .relative, .opener: return false
    case .none: return !has(.sentenceOpener, at: next)
    default: return true
    }
  }
}
