/// Gives a year of three digits the era of the years around it: "356 BC … in 324".
enum SharedEra {
  /// The matches with their eras; a tale before Christ counts its years down.
  static func given(_ matches: [TimeMatch]) -> [TimeMatch] {
    guard matches.contains(where: { $0.rule == "english.era-year" }) else { return matches }
    var matches = matches
    var isBeforeChrist = matches.first { $0.rule == "english.year-era" }.map(isBefore) ?? false
    for index in matches.indices {
      if matches[index].rule == "english.year-era" { isBeforeChrist = isBefore(matches[index]) }
      guard isBeforeChrist, matches[index].rule == "english.era-year",
        case .calendar(var stated, let part) = matches[index].reading, let year = stated.year
      else { continue }
      stated.year = 1 - year
      matches[index].reading = .calendar(stated, part: part)
    }
    return matches
  }

  private static func isBefore(_ match: TimeMatch) -> Bool {
    guard case .calendar(let stated, _) = match.reading, let year = stated.year else {
      return false
    }
    return year <= 0
  }
}
