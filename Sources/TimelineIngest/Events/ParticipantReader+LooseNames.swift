import TimelineModel

/// Participants that the tree does not show: names behind a preposition that the parser hung
/// elsewhere, in apposition, before "whose" and "-led".
extension ParticipantReader {
  /// What a name stands behind in its clause.
  private enum Lead {
    case object
    case preposition(String)
  }

  /// Names that take part by the words before them, wherever the parser hung them: the agent of a
  /// passive ("gifted to the navy on 3 May *by Peru*"), the other side ("put his name in Kumasi to
  /// an arrangement *with Peru*"), "together with *Rojas*".
  func addLooseNames(
    _ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void, hasOtherSide: Bool
  ) {
    let isSpoken = candidate.family == "statement" || candidate.family == "other"
    for name in namesBehind(candidate.token) {
      let head = SentenceReading.headToken(of: name.tokens, in: sentence.tree)
      guard sentence.timeAt[head] < 0, name.kinds != .place || name.capitalOf != nil,
        !name.kinds.isEmpty || name.isAdjective
      else { continue }
      let lead = lead(of: name, behind: candidate.token)
      if case .object = lead, isRecipient(name, of: candidate) {
        add([head], "to", isSpoken ? .subject : .counterpart)
        continue
      }
      switch lead {
      case .preposition("by")
      where candidate.clause.isPassive && candidate.clause.subjects.isEmpty:
        add([head], "by", .actor)
      case .preposition("with") where !hasOtherSide && !isSpoken:
        add([head], "with", .counterpart)
      case .preposition("on")
      where !hasOtherSide && candidate.family == "meeting" && name.kinds.contains(.person):
        // "called *on Army Chief Ali Raza*".
        add([head], "on", .counterpart)
      case .preposition("to") where !hasOtherSide && Self.givings.contains(candidate.family):
        // "handed a batch of equipment *to the Uzbek service*".
        let isGift = ["aid", "arms_delivery", "arms_deal"].contains(candidate.family)
        if name.kinds != .place || isGift { add([head], "to", .counterpart) }
      case .preposition("of")
      where !hasOtherSide && name.isAdjective && Self.givings.contains(candidate.family)
        && candidate.family != "other":
        // "increase its purchases *of Uzbek gas*".
        add([head], "of", .counterpart)
      case .preposition("on") where !hasOtherSide && candidate.family == "sanction",
        .preposition("against") where !hasOtherSide && !isSpoken:
        if name.kinds != .place { add([head], "on", .counterpart) }
      case .preposition("from")
      where !hasOtherSide && Self.givings.contains(candidate.family)
        && Self.takings.contains(candidate.lemma):
        // "will receive the first of 44 vehicles *from the Netherlands*".
        if name.kinds != .place { add([head], "from", .counterpart) }
      case .object where !hasOtherSide && candidate.isVerb && candidate.clause.objects.isEmpty:
        add([head], "obj", isSpoken ? .subject : .counterpart)
      default: break
      }
    }
    addCompanion(candidate, add)
  }

  private static let givings: Set<String> = [
    "aid", "arms_delivery", "arms_deal", "trade", "release", "other", "project",
  ]

  private static let takings: Set<String> = [
    "receive", "buy", "get", "obtain", "import", "purchase", "order", "acquire", "procure",
    "borrow", "accept", "secure", "win",
  ]

  /// The names between an event word and the end of its clause.
  func namesBehind(_ token: Int) -> [NamedMention] {
    var end = token + 1
    while end < sentence.count {
      if sentence.tag(end) == .verb, sentence.nameAt[end] < 0,
        sentence.relation(end) != .adjectivalModifier, sentence.lower[end] != "visiting"
      {
        break
      }
      if [";", ":", "that", "which", "who", "where", "whose", "while", "after", "when", "as"]
        .contains(sentence.lower[end]), sentence.tag(end) != .adposition
      {
        break
      }
      end += 1
    }
    return sentence.names.filter { $0.tokens.lowerBound > token && $0.tokens.lowerBound < end }
  }

  /// What stands before the noun phrase that a name is in.
  private func lead(of name: NamedMention, behind token: Int) -> Lead? {
    var position = name.tokens.lowerBound - 1
    while position > token {
      let word = sentence.lower[position]
      if ["\"", "“", "”", "-", "–"].contains(word) {
        position -= 1
        continue
      }
      if word == "visiting" {
        position -= 1
        continue
      }
      switch sentence.tag(position) {
      case .adposition:
        return sentence.relation(position) == .verbParticle ? .object : .preposition(word)
      case .determiner:
        // The phrase begins here.
        let before = position - 1
        if before > token, sentence.tag(before) == .adposition,
          sentence.relation(before) != .verbParticle
        {
          return .preposition(sentence.lower[before])
        }
        if before == token || sentence.relation(before) == .verbParticle
          || ["\"", "”"].contains(sentence.lower[before])
        {
          return .object
        }
        return nil
      case .adjective, .numeral, .properNoun: position -= 1
      case .pronoun where sentence.relation(position) == .possessiveModifier: position -= 1
      case .noun where sentence.relation(position) == .compound: position -= 1
      default: return nil
      }
    }
    return .object
  }

  /// "and, together with *Rojas*, opened the dam".
  private func addCompanion(
    _ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void
  ) {
    for (position, word) in sentence.lower.enumerated()
    where ["together", "along", "jointly"].contains(word) && position + 2 < sentence.count
      && sentence.lower[position + 1] == "with" && abs(position - candidate.token) < 12
    {
      let between = min(position, candidate.token) + 1..<max(position, candidate.token)
      let isApart = between.contains {
        sentence.tag($0) == .verb || [";", ":"].contains(sentence.lower[$0])
      }
      if !isApart, let head = nameHead(after: position + 1) {
        add(sentence.coordinates(head), "with", .counterpart)
      }
    }
  }

  /// The subjects of an event word: those of the tree, or the names right before a verb whose
  /// subject in the tree can do nothing: "when then President Rojas and Prime Minister Mora *signed*".
  func subjects(of candidate: TriggerCandidate) -> [Int] {
    let subjects = candidate.clause.subjects
    guard candidate.isVerb || candidate.clause.supportVerb != nil, !candidate.clause.isPassive
    else {
      return subjects
    }
    let verb = candidate.isVerb ? candidate.token : candidate.clause.supportVerb ?? candidate.token
    guard sentence.isVerb(verb), verb <= candidate.token else { return subjects }
    // "… in September, and President Rojas will pay a visit": no subject of the verb before.
    if sentence.relation(verb) == .conjunct, sentence.child(verb, .nominalSubject) == nil {
      let adjacent = namesRightBefore(verb)
      if !adjacent.isEmpty { return adjacent }
    }
    guard
      !subjects.contains(where: { sentence.nameAt[$0] >= 0 || sentence.tag($0) == .pronoun })
    else { return subjects }
    let people =
      lexicon.classBit("person") | lexicon.classBit("group") | lexicon.classBit("people")
      | lexicon.classBit("soldier")
    if subjects.contains(where: { lexicon.isMember(sentence.forms[$0].noun, of: people) }) {
      return subjects
    }
    let adjacent = namesRightBefore(verb)
    return adjacent.isEmpty ? subjects : adjacent
  }

  /// Words between a subject and what it is to do: "is *due to* resume flights".
  private static let prospects: Set<String> = [
    "to", "due", "set", "expected", "scheduled", "likely", "slated", "poised", "ready", "about",
    "going", "is", "are", "was", "were", "not",
  ]

  /// The heads of the names, joined by "and", that end where a verb with its auxiliaries begins.
  private func namesRightBefore(_ verb: Int) -> [Int] {
    var end = verb
    while end > 0,
      Self.prospects.contains(sentence.lower[end - 1]) || sentence.tag(end - 1) == .auxiliary
        || sentence.tag(end - 1) == .adverb && sentence.timeAt[end - 1] < 0
    {
      end -= 1
    }
    var found: [Int] = []
    while found.count < 4,
      let name = sentence.names.last(where: {
        $0.tokens.upperBound == end && !$0.isAdjective
          && (!$0.kinds.isDisjoint(with: [.country, .person, .body]) || $0.capitalOf != nil)
      })
    {
      var start = name.tokens.lowerBound
      // "the Prime Minister *of Ghana* Ana Rojas".
      if name.kinds.contains(.person), start > 2, sentence.nameAt[start - 1] >= 0,
        sentence.lower[start - 2] == "of"
      {
        start -= 2
        while start > 0,
          [.noun, .properNoun, .adjective].contains(sentence.tag(start - 1))
            && sentence.nameAt[start - 1] < 0
        {
          start -= 1
        }
      }
      if start > 0, ["the", "then", "former"].contains(sentence.lower[start - 1]) { start -= 1 }
      guard start == 0 || opensPhrase(start - 1) else {
        // "soldiers of *India* and Nepal trained".
        if start > 1, sentence.lower[start - 1] == "of", isPeople(start - 2) {
          found.append(SentenceReading.headToken(of: name.tokens, in: sentence.tree))
        }
        break
      }
      found.append(SentenceReading.headToken(of: name.tokens, in: sentence.tree))
      guard start > 1, sentence.lower[start - 1] == "and" else { break }
      end = start - 1
    }
    return found.reversed()
  }

  private func isPeople(_ token: Int) -> Bool {
    let noun = sentence.forms[token].noun
    return lexicon.isMember(
      noun,
      of: lexicon.classBit("person") | lexicon.classBit("group") | lexicon.classBit("people")
        | lexicon.classBit("soldier"))
  }

  /// Whether a word or mark stands between clauses rather than before the rest of a noun phrase.
  private func opensPhrase(_ position: Int) -> Bool {
    sentence.timeAt[position] >= 0
      || [
        ",", ";", ":", "and", "but", "when", "that", "as", "while", "where", "which", "after",
        "before", "until", "\"", "“", "because", "since", "if", "whom",
      ].contains(sentence.lower[position])
  }

  /// "*Turkish* air and ground forces": adjectives in the phrase of people or bodies that the
  /// parser hung on another word of it.
  func nationalities(before token: Int, _ noun: Int32) -> [Actor] {
    let people =
      lexicon.classBit("person") | lexicon.classBit("group") | lexicon.classBit("people")
      | lexicon.classBit("soldier")
    guard lexicon.isMember(noun, of: people) else { return [] }
    var found: [Actor] = []
    var position = token - 1
    while position >= 0, token - position < 7 {
      if let name = sentence.name(position) {
        guard name.isAdjective, let country = name.country else { break }
        found.append(Actor(name: country, kind: .country, country: country))
        position = name.tokens.lowerBound - 1
        continue
      }
      switch sentence.tag(position) {
      case .adjective, .noun, .coordinatingConjunction: position -= 1
      default:
        guard sentence.lower[position] == "-" else { return found.reversed() }
        position -= 1
      }
    }
    return found.reversed()
  }

  /// "*the countries* agreed", "the sides": the two that this sentence or the one before names.
  func knownCountries(_ token: Int, _ lemma: String) -> [Actor]? {
    guard ["country", "side", "government", "nation", "neighbour", "neighbor"].contains(lemma),
      sentence.lower[token].hasSuffix("s"), sentence.children(token).count == 1,
      let article = sentence.children(token).first, sentence.lower[article] == "the"
    else { return nil }
    let here = pairBefore(token, kinds: .country)
    if here.count == 2 { return here }
    let before = memory.countries(in: sentence.index - 1)
    guard before.count == 2 else { return nil }
    return before.map { Actor(name: $0, kind: .country, country: $0) }
  }

  /// The subject that a verb has by position when the parser gave it another clause's: "…: Ana
  /// Rojas, the head of the bank, *said*".
  func statedSubject(of verb: Int) -> Int? {
    guard verb > 2, sentence.lower[verb - 1] == ",", sentence.child(verb, .nominalSubject) == nil
    else { return nil }
    guard
      let name = sentence.names.last(where: {
        $0.kinds.contains(.person) && $0.tokens.upperBound < verb - 1
          && sentence.lower[$0.tokens.upperBound] == ","
      })
    else { return nil }
    let start = name.tokens.lowerBound
    let opens =
      start == 0 || [":", ";", "and", "but", "\"", "“"].contains(sentence.lower[start - 1])
    let inside = name.tokens.upperBound..<verb
    guard opens,
      !inside.contains(where: { sentence.tag($0) == .verb || sentence.lower[$0] == "who" })
    else { return nil }
    return SentenceReading.headToken(of: name.tokens, in: sentence.tree)
  }

  /// The subject of the clause in which a nominal event is an aim: "*Mora*, who was in Lima *for
  /// talks* with Rojas".
  func addVisitor(_ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void) {
    guard ["meeting", "visit", "conference"].contains(candidate.family),
      ["for", "on"].contains(sentence.preposition(candidate.token)),
      candidate.clause.subjects.isEmpty
    else { return }
    var position = sentence.head(candidate.token)
    for _ in 0..<5 where position >= 0 {
      let subject = sentence.children(position).first {
        sentence.relation($0) == .nominalSubject && $0 < candidate.token
      }
      if let subject {
        add([subject], "subj", .actor)
        return
      }
      position = sentence.head(position)
    }
  }

  /// The head of the name that begins behind a token, articles and adjectives aside.
  func nameHead(after position: Int) -> Int? {
    for next in position + 1..<min(sentence.count, position + 4) {
      if let name = sentence.name(next) {
        if name.isAdjective { continue }
        guard sentence.timeAt[next] < 0, name.kinds != .place || name.capitalOf != nil else {
          return nil
        }
        return SentenceReading.headToken(of: name.tokens, in: sentence.tree)
      }
      guard sentence.tag(next) == .determiner || sentence.tag(next) == .adjective else {
        return nil
      }
    }
    return nil
  }

  /// "Rojas, *whose* visit to Peru …": the possessive relative is the name before the comma.
  func addAntecedent(
    _ candidate: TriggerCandidate, _ add: ([Int], String, ActorRole) -> Void
  ) {
    guard
      let relative = sentence.children(candidate.token).first(where: {
        sentence.lower[$0] == "whose"
      })
    else { return }
    var end = relative
    if end > 0, sentence.lower[end - 1] == "," { end -= 1 }
    guard let name = sentence.names.last(where: { $0.tokens.upperBound == end }), !name.isAdjective
    else { return }
    add([SentenceReading.headToken(of: name.tokens, in: sentence.tree)], "poss", .actor)
  }

  /// "the two premiers, *Ana Rojas and Luis Mora*": whom an apposition names one by one.
  func appositives(of token: Int) -> [Actor] {
    var found: [Actor] = []
    // "the navies of Ghana, *Togo* and Benin": the next of a list, read as an apposition.
    let listed = sentence.children(token)
      .filter { sentence.relation($0) == .nominalModifier && sentence.nameAt[$0] >= 0 }
      .flatMap { withList($0) }
    for child in sentence.children(token)
    where sentence.relation(child) == .appositionalModifier && child > token
      && !listed.contains(child)
    {
      for part in sentence.coordinates(child) {
        guard let name = sentence.name(part), !name.isAdjective, name.kinds != .place else {
          continue
        }
        found += actors(of: name, actsAsSubject: true)
      }
    }
    return found.count > 1 ? found : []
  }

  /// The person whom a noun in apposition describes: "*Ana Rojas*, a student who had vanished".
  func personBehind(_ token: Int) -> NamedMention? {
    var start = token
    while start > 0, start > token - 5, ["a", "an", "the"].contains(sentence.lower[start]) == false
    {
      start -= 1
    }
    guard start > 1, ["a", "an", "the"].contains(sentence.lower[start]),
      sentence.lower[start - 1] == ","
    else { return nil }
    return sentence.names.last {
      $0.tokens.upperBound == start - 1 && $0.kinds.contains(.person)
    }
  }

  /// "the *Kenyan-led* coalition": the country that leads, arms or backs a body.
  func leader(of token: Int) -> Actor? {
    guard token > 1 else { return nil }
    for position in max(0, token - 5)..<token
    where ["led", "backed", "sponsored", "brokered"].contains(sentence.lower[position])
      || sentence.lower[position].hasSuffix("-led")
    {
      let first = max(0, position - 3)
      let name = sentence.names.last {
        $0.tokens.upperBound <= position + 1 && $0.tokens.lowerBound >= first
          && $0.kinds.contains(.country)
      }
      if let country = name?.country, sentence.isBelow(position, token) {
        return Actor(name: country, kind: .country, country: country)
      }
    }
    return nil
  }

  static let kingdoms: Set<String> = [
    "Saudi Arabia", "Jordan", "Morocco", "Bahrain", "Thailand", "Cambodia", "Nepal", "Bhutan",
    "Tonga", "Lesotho", "Eswatini",
  ]

  /// "the *kingdom's* embassy", "the emirate": a country by what it is, and by its seat: "the
  /// government *in Tripoli*".
  func countryByKind(_ token: Int) -> Actor? {
    let kinds: [String: Set<String>] = [
      "kingdom": Self.kingdoms, "emirate": ["Qatar", "Kuwait", "United Arab Emirates"],
      "sultanate": ["Oman", "Brunei"],
    ]
    for position in [token] + sentence.children(token) {
      if let names = kinds[sentence.lower[position]],
        let country = memory.latestCountry(among: names)
      {
        return country
      }
    }
    guard
      ["one", "government", "cabinet", "authorities", "administration", "ministry", "parliament"]
        .contains(sentence.lower[token])
    else { return nil }
    for child in sentence.children(token) where sentence.preposition(child) == "in" {
      if let country = sentence.name(child)?.capitalOf {
        return Actor(name: country, kind: .country, country: country)
      }
    }
    return nil
  }

  /// Two countries that one plural names.
  static let namesakes: [String: [String]] = [
    "koreas": ["North Korea", "South Korea"], "sudans": ["Sudan", "South Sudan"],
    "congos": ["Democratic Republic of the Congo", "Republic of the Congo"],
  ]

  /// Nouns that with "two" mean people rather than countries.
  static let pairedPeople: Set<String> = [
    "leader", "minister", "president", "premier", "man", "pair", "duo", "statesman", "counterpart",
    "woman", "head", "chief",
  ]
}
