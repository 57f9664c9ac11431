/// Days beside one that the publication day gives.
///
/// EXAMPLE [the day before yesterday], [the day after tomorrow]
/// COUNTER the day before the vote
extension TimeScanner {
  func dayBeside(at start: Int) -> TimeMatch? {
    guard kind(start) == .determiner, tokens[start].value == 1, isWord(start + 1, "day"),
      let deictic = token(start + 3), deictic.kind == .deictic, abs(deictic.value) == 1
    else { return nil }
    let isBefore = isWord(start + 2, "before")
    guard isBefore && deictic.value < 0 || isWord(start + 2, "after") && deictic.value > 0 else {
      return nil
    }
    return match(
      start, start + 4, .unit(.day, offset: isBefore ? -2 : 2, part: nil), "day-beside")
  }
}
