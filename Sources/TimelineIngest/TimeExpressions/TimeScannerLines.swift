/// Where lines begin and end, for headings and the dates that open entries.
extension TimeScanner {
  /// Whether a token is the first of its line but for list marks, hashes and asterisks.
  func opensLine(_ index: Int) -> Bool {
    var at = index
    while at >= 0, at < tokens.count {
      if at == 0 || breaksLine(before: at) { return true }
      at -= 1
      guard isOrnament(at) else { return false }
    }
    return false
  }

  /// Whether nothing but ornaments, a colon or a stop stands from a token to the end of its line.
  func closesLine(_ index: Int) -> Bool {
    var at = index
    while at < tokens.count, !breaksLine(before: at) {
      guard isOrnament(at) || isMark(at, ":") || isMark(at, ".") else { return false }
      at += 1
    }
    return true
  }

  /// Whether a line ends between a token and the one before.
  private func breaksLine(before index: Int) -> Bool {
    guard index > 0 else { return true }
    if tokens[index].form == .paragraph || tokens[index - 1].form == .paragraph { return true }
    guard tokens[index].isSpaced else { return false }
    return bytes[Int(tokens[index - 1].end)..<Int(tokens[index].begin)].contains(0x0a)
  }

  /// A mark of lists, headings and emphasis: "#", "*", "_", ">", "-", "•", "[" and "]".
  func isOrnament(_ index: Int) -> Bool {
    guard let token = token(index), token.form == .mark || token.form == .dash else { return false }
    return token.form == .dash || token.value == 0x23 || token.value == 0x2a || token.value == 0x5f
      || token.value == 0x3e || token.value == 0xe2 || token.value == 0x5b || token.value == 0x5d
  }
}
