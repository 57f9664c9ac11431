import TimelineModel

/// The kind of a meeting by the highest rank on both sides.
enum MeetingRank {
  private static let heads: Set<String> = [
    "president", "presidents", "king", "emperor", "chancellor", "chancellors", "emir", "sultan",
    "premier", "premiers", "leaders", "monarch", "pope", "queen", "taoiseach", "heads",
  ]
  private static let ministers: Set<String> = [
    "minister", "ministers", "ministerial", "adviser", "advisor", "advisers", "advisors",
  ]
  private static let soldiers: Set<String> = [
    "general", "generals", "gen.", "admiral", "adm.", "coas", "marshal", "commander", "commanders",
    "lt.", "chief-of-staff", "military", "army", "navy", "naval", "colonel",
  ]

  /// The type with its kind for a meeting; every other type as it is.
  static func refined(
    _ type: String, of candidate: TriggerCandidate, actors: [Actor], in sentence: SentenceReading
  ) -> String {
    if type == "meeting.summit", isNumbered(candidate, in: sentence),
      Set(actors.compactMap(\.country)).count < 2
    {
      return "conference"
    }
    guard type == "meeting" else { return type }
    if !candidate.isVerb, isGathering(candidate, in: sentence) { return "conference" }
    var words: [String] = []
    for actor in actors {
      if let office = actor.office { words += split(office) }
    }
    let tokens =
      candidate.clause.subjects + candidate.clause.objects + candidate.clause.obliques.map(\.token)
      + candidate.clause.modifiers + candidate.clause.possessors
    for token in tokens {
      words.append(sentence.lower[token])
      if let name = sentence.name(token) {
        words += name.tokens.map { sentence.lower[$0] }
      }
      for child in sentence.children(token) {
        switch sentence.relation(child) {
        case .compound, .adjectivalModifier, .appositionalModifier, .flat, .nominalModifier,
          .descriptiveModifier:
          words.append(sentence.lower[child])
        default: break
        }
      }
    }
    let isPrime = words.contains("prime")
    if words.contains("deputy") || words.contains("vice") {
      return words.contains(where: ministers.contains) ? "meeting.ministerial" : "meeting.official"
    }
    let headCount = words.filter(heads.contains).count + (isPrime ? 1 : 0)
    let ministerCount = words.filter(ministers.contains).count
    if words.contains("ministerial") { return "meeting.ministerial" }
    if headCount > 0, !(ministerCount > 0 && !isPrime) { return "meeting.summit" }
    if ministerCount > 0 { return "meeting.ministerial" }
    if words.contains(where: soldiers.contains) { return "meeting.military" }
    return type
  }

  /// "the 9th International Meeting of …": numbered or international by name.
  private static func isGathering(
    _ candidate: TriggerCandidate, in sentence: SentenceReading
  ) -> Bool {
    guard sentence.words[candidate.token].first?.isUppercase == true else { return false }
    return sentence.children(candidate.token).contains { child in
      let word = sentence.lower[child]
      return child < candidate.token
        && (word == "international" || word == "annual" || word == "world" || word == "regional"
          || word.first?.isNumber == true && word.last?.isNumber == false)
    }
  }

  /// "the *10th* Gulf summit": one of a series, which is a gathering unless two sides hold it.
  private static func isNumbered(
    _ candidate: TriggerCandidate, in sentence: SentenceReading
  ) -> Bool {
    !candidate.isVerb
      && sentence.children(candidate.token).contains { child in
        let word = sentence.lower[child]
        return child < candidate.token && word.utf8.first.map { $0 >= 0x30 && $0 <= 0x39 } == true
          && ["st", "nd", "rd", "th"].contains(word.suffix(2))
      }
  }

  private static func split(_ text: String) -> [String] {
    text.lowercased().split(separator: " ").map(String.init)
  }
}
