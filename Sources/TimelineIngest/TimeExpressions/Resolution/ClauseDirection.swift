/// Which way the clause around an expression looks: to what was or to what will be.
struct ClauseDirection {
  let tokens: [TimeToken]
  let bytes: [UInt8]

  /// -1 for the past, 1 for the future, 0 when the clause does not say.
  func direction(around match: Range<Int>) -> Int {
    var at = match.lowerBound - 1
    var steps = 0
    while at >= 0, steps < 25, !isSentenceEnd(at) {
      let found = clue(at)
      if found != 0 { return found }
      at -= 1
      steps += 1
    }
    at = match.upperBound
    steps = 0
    while at < tokens.count, steps < 15, !isSentenceEnd(at) {
      let found = clue(at)
      if found != 0 { return found }
      at += 1
      steps += 1
    }
    return 0
  }

  private func isSentenceEnd(_ index: Int) -> Bool {
    let token = tokens[index]
    if token.form == .paragraph { return true }
    guard token.form == .mark else { return false }
    if token.value == 0x21 || token.value == 0x3f { return true }
    guard token.value == 0x2e, index + 1 < tokens.count else { return false }
    let isAbbreviation =
      index > 0 && tokens[index - 1].count <= 4 && tokens[index - 1].kind == .month
    return tokens[index + 1].isSpaced && tokens[index + 1].isCapital && !isAbbreviation
  }

  private func clue(_ index: Int) -> Int {
    let token = tokens[index]
    guard token.form == .word else { return 0 }
    switch token.kind {
    case .clueForward: return 1
    case .clueBack: return -1
    case .none: break
    default: return 0
    }
    guard token.count > 3, !token.isCapital else { return 0 }
    let end = Int(token.end)
    guard bytes[end - 1] | 0x20 == 0x64, bytes[end - 2] | 0x20 == 0x65 else { return 0 }
    // "will be listed", "is to be listed": the participle looks where its auxiliary looks.
    for before in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      switch tokens[before].kind {
      case .clueForward: return 1
      case .clueBack: return -1
      case .preposition where tokens[before + 1].kind == .clueWeak: return 1  // "is to be listed"
      default: if tokens[before].form != .word { return -1 }
      }
    }
    return -1
  }
}
