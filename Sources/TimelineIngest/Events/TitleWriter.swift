import TimelineModel

/// Writes the title of an event: a short clause from the source's own words, in the present tense.
///
///     "On 3 May 2011 Peru and Chile signed a protocol on fisheries, officials said."
///     → "Peru and Chile sign a protocol on fisheries"
struct TitleWriter: Sendable {
  let sentence: SentenceReading
  let lexicon: EventLexicon
  /// Tells whom a pronoun means.
  let participants: ParticipantReader

  /// Longest title in bytes, roughly a line of a table.
  static let limit = 96

  /// The title of one event of a type.
  func title(
    of candidate: TriggerCandidate, type: String, actors: [Actor], actuality: Actuality
  ) -> String {
    let text: String
    if !candidate.isVerb, sentence.child(candidate.token, .copula) != nil,
      !copularSubjects(candidate).isEmpty
    {
      text = copular(candidate, actors: actors, actuality: actuality)
    } else if candidate.isVerb {
      text = verbal(
        candidate.token, clause: candidate.clause, type: type, actors: actors,
        actuality: actuality)
    } else if let support = candidate.clause.supportVerb, sentence.isVerb(support),
      !candidate.clause.subjects.isEmpty || sentence.relation(candidate.token) == .passiveSubject
        || sentence.relation(candidate.token) == .nominalSubject
    {
      let reader = ClauseReader(sentence: sentence, lexicon: lexicon)
      text = verbal(
        support, clause: reader.arguments(ofVerb: support), type: type, actors: actors,
        actuality: actuality)
    } else {
      text = nominal(candidate.token, actors: actors)
    }
    return Self.tidy(text)
  }

  private func verbal(
    _ verb: Int, clause: ClauseArguments, type: String, actors: [Actor], actuality: Actuality
  ) -> String {
    let lemma = sentence.lemma(of: verb, lexicon)
    let subjects = clause.isPassive ? clause.objects : clause.subjects
    var subject = list(subjects, actors: actors)
    let isPlural = isPlural(subjects)
    var parts: [String] = []
    if subject.isEmpty, clause.isPassive == false {
      subject = actors.first { $0.role == .actor }?.name ?? ""
    }
    if !subject.isEmpty { parts.append(subject) }
    let participle = Inflection.shared.participle(of: lemma)
    switch (actuality, clause.isPassive) {
    case (.planned, true): parts.append("to be \(participle)")
    case (.planned, false): parts.append("to \(lemma)")
    case (_, true): parts.append((isPlural ? "are " : "is ") + participle)
    case (_, false): parts.append(isPlural ? base(lemma) : Inflection.shared.thirdPerson(of: lemma))
    }
    let remainder = rest(of: verb)
    if !remainder.isEmpty { parts.append(remainder) }
    if type.hasPrefix("statement"), let told = precedingSpeech(of: verb) { parts.append(told) }
    let clause = parts.joined(separator: " ")
    // Nobody and nothing to begin with: what kind of event it is must do.
    guard subject.isEmpty, let label = EventTypeTable.shared.label(of: type) else { return clause }
    return label + ": " + clause
  }

  /// "The envoy is in Baku", "Second terminal to be ready".
  private func copular(
    _ candidate: TriggerCandidate, actors: [Actor], actuality: Actuality
  ) -> String {
    let subjects = copularSubjects(candidate)
    if let lemma = progressive(candidate.token) {
      let verb =
        actuality == .planned
        ? "to " + lemma
        : isPlural(subjects) ? lemma : Inflection.shared.thirdPerson(of: lemma)
      let rest = complementTokens(candidate.token).sorted().filter { $0 > candidate.token }
      return [list(subjects, actors: actors), verb, shortened(rest, to: 12)]
        .filter { !$0.isEmpty }.joined(separator: " ")
    }
    let verb =
      actuality == .planned ? "to be" : isPlural(subjects) ? "are" : "is"
    let kept = complementTokens(candidate.token).sorted().filter { token in
      token >= candidate.token
        || sentence.head(token) == candidate.token && sentence.relation(token) == .caseMarking
    }
    return [list(subjects, actors: actors), verb, shortened(kept, to: 12)]
      .filter { !$0.isEmpty }.joined(separator: " ")
  }

  private func copularSubjects(_ candidate: TriggerCandidate) -> [Int] {
    guard candidate.clause.subjects.isEmpty else { return candidate.clause.subjects }
    return sentence.child(candidate.token, .nominalSubject).map { sentence.coordinates($0) } ?? []
  }

  /// The verb of "is *meeting* in Oslo with …", read as a noun: nothing but the copula before it.
  private func progressive(_ noun: Int) -> String? {
    guard sentence.lower[noun].hasSuffix("ing"), noun > 0, sentence.tag(noun - 1) == .auxiliary
    else { return nil }
    let form = sentence.forms[noun]
    return form.verb >= 0 ? lexicon.lemmas[Int(form.verb)] : nil
  }

  private func base(_ lemma: String) -> String { lemma == "be" ? "are" : lemma }

  private func isPlural(_ tokens: [Int]) -> Bool {
    if tokens.count > 1 { return true }
    guard let token = tokens.first else { return false }
    let word = sentence.lower[token]
    if sentence.nameAt[token] >= 0 {
      return ["forces", "brigades", "guards", "marines", "rangers", "houthis"].contains(word)
    }
    if ["they", "both", "we", "two", "police", "people"].contains(word) { return true }
    if word.hasSuffix("ies"), word.utf8.count > 5 { return true }
    if sentence.tree.tokens[token].features.contains(.plural) { return true }
    if Inflection.shared.isIrregularPlural(word) { return true }
    let form = sentence.forms[token]
    return form.noun >= 0 && lexicon.lemmas[Int(form.noun)] != word && word.hasSuffix("s")
  }

  /// The subjects by name; a pronoun gives way to whom it means.
  private func list(_ tokens: [Int], actors: [Actor]) -> String {
    var names: [String] = []
    for token in tokens {
      let text: String
      if let name = sentence.name(token), !name.isAdjective {
        text =
          name.kinds.contains(.country) || name.kinds.contains(.body)
          ? sentence.phrase(of: token) : name.name
      } else if sentence.tag(token) == .pronoun || ["both", "two"].contains(sentence.lower[token]) {
        let meant = actors.filter { $0.role == .actor }.map(\.name)
        text = meant.prefix(3).joined(separator: " and ")
      } else if let both = bothSides(token, actors: actors) {
        text = both
      } else {
        text = nounPhrase(of: token)
      }
      let clean = Self.withoutArticle(text)
      if !clean.isEmpty, !names.contains(clean) { names.append(clean) }
    }
    if names.count > 3 { names = Array(names.prefix(3)) }
    guard let last = names.last else { return "" }
    return names.count == 1 ? last : names.dropLast().joined(separator: ", ") + " and " + last
  }

  private static let sides: Set<String> = [
    "sides", "countries", "nations", "parties", "states", "neighbours", "neighbors", "capitals",
    "governments",
  ]

  /// "The two sides" by name, where two are known.
  private func bothSides(_ token: Int, actors: [Actor]) -> String? {
    guard Self.sides.contains(sentence.lower[token]),
      sentence.phraseTokens(of: token).allSatisfy({
        $0 == token || ["the", "both", "two"].contains(sentence.lower[$0])
      })
    else { return nil }
    let meant = actors.filter { $0.role == .actor }.map(\.name)
    return meant.count == 2 ? meant.joined(separator: " and ") : nil
  }

  /// What is said when it stands before the verb: "*The border is shut*, a spokesman said".
  private func precedingSpeech(of verb: Int) -> String? {
    let hasOwn = sentence.children(verb).contains {
      $0 > verb && [.clausalComplement, .openComplement, .object].contains(sentence.relation($0))
    }
    guard !hasOwn else { return nil }
    var told = sentence.children(verb).first {
      $0 < verb && [.clausalComplement, .parataxis].contains(sentence.relation($0))
    }
    var left: Set<Int> = Set(sentence.extent(verb))
    if let told { left.subtract(sentence.extent(told)) }
    if told == nil, sentence.relation(verb) == .parataxis, sentence.head(verb) >= 0,
      sentence.head(verb) < verb
    {
      told = sentence.head(verb)
    }
    guard let told, sentence.isVerb(told) || sentence.child(told, .copula) != nil else {
      return nil
    }
    var tokens = sentence.extent(told).filter {
      !left.contains($0) && $0 < verb && sentence.timeAt[$0] < 0
    }
    while let first = tokens.first,
      [.punctuation, .adposition, .coordinatingConjunction, .subordinatingConjunction].contains(
        sentence.tag(first))
    {
      tokens.removeFirst()
    }
    guard let first = tokens.first, sentence.tag(first) != .pronoun, tokens.count > 2 else {
      return nil
    }
    var text = shortened(tokens, to: 14)
    let isName =
      sentence.nameAt[first] >= 0 || sentence.tag(first) == .properNoun
      || sentence.words[first].dropFirst().contains { $0.isUppercase }
    if !isName, let letter = text.first { text = letter.lowercased() + text.dropFirst() }
    return text
  }

  private static let possessives: Set<String> = ["its", "their", "his", "her", "whose"]

  /// A noun with what belongs before it: without a preposition that the parser left there, and with
  /// a name for "its" and "whose", or without them when nobody is known.
  private func nounPhrase(of noun: Int) -> String {
    var tokens = sentence.phraseTokens(of: noun)
    while let first = tokens.first, first != noun, isLoose(first) { tokens.removeFirst() }
    guard let first = tokens.first, first != noun,
      Self.possessives.contains(sentence.lower[first])
    else { return shortened(tokens, to: 8) }
    let rest = shortened(Array(tokens.dropFirst()), to: 8)
    let owner = owner(at: first)
    if owner.isEmpty { return rest }
    return owner + (owner.hasSuffix("s") ? "’ " : "’s ") + rest
  }

  private func isLoose(_ token: Int) -> Bool {
    switch sentence.tag(token) {
    case .adposition, .subordinatingConjunction, .coordinatingConjunction, .punctuation: true
    case .adverb: ["where", "when", "not", "also", "then"].contains(sentence.lower[token])
    default: false
    }
  }

  /// Whose something is, by name.
  private func owner(at pronoun: Int) -> String {
    guard sentence.lower[pronoun] == "whose" else {
      return participants.resolvePronoun(pronoun).prefix(2).map(\.name).joined(separator: " and ")
    }
    var position = pronoun
    for _ in 0..<4 where position >= 0 {
      if sentence.relation(position) == .relativeClause
        || sentence.relation(position) == .adnominalClause
      {
        let antecedent = sentence.head(position)
        guard antecedent >= 0 else { return "" }
        if let name = sentence.name(antecedent), !name.isAdjective { return name.name }
        return Self.withoutArticle(shortened(sentence.phraseTokens(of: antecedent), to: 5))
      }
      position = sentence.head(position)
    }
    return ""
  }

  /// What stands behind the verb in its own clause, without times, side clauses and what is said
  /// beyond the limit.
  private func rest(of verb: Int) -> String {
    var tokens: [Int] = []
    for child in sentence.children(verb) where child > verb {
      switch sentence.relation(child) {
      case .object, .indirectObject, .oblique, .obliqueAgent, .verbParticle, .nominalModifier,
        .adverbialModifier:
        guard sentence.timeAt[child] < 0 else { continue }
        tokens += complementTokens(child)
      case .openComplement, .clausalComplement:
        tokens += complementTokens(child)
      case .adverbialClause where isInfinitive(child):
        tokens += complementTokens(child)
      case .conjunct, .punctuation, .coordination, .parataxis, .adverbialClause: break
      default: break
      }
    }
    return shortened(tokens.sorted(), to: 14)
  }

  /// "agreed *to build* a pipeline", "flew in *to sign* it", however the parser hangs it.
  private func isInfinitive(_ verb: Int) -> Bool {
    sentence.children(verb).contains {
      $0 < verb && sentence.relation($0) == .marker && sentence.lower[$0] == "to"
    }
  }

  private func complementTokens(_ head: Int) -> [Int] {
    var found: [Int] = []
    var stack = [head]
    var visited = 0
    while let token = stack.popLast(), visited <= sentence.count {
      visited += 1
      found.append(token)
      for child in sentence.children(token) {
        switch sentence.relation(child) {
        case .relativeClause, .appositionalModifier, .parataxis, .adverbialClause, .discourse,
          .list:
          break
        case .adnominalClause where token == head || child > token + 6: break
        case .punctuation where !isInside(child): break
        default: if sentence.timeAt[child] < 0 { stack.append(child) }
        }
      }
    }
    // A preposition left without its time is dropped with it.
    return found
  }

  private func isInside(_ punctuation: Int) -> Bool {
    sentence.lower[punctuation] == "-" || sentence.lower[punctuation] == "/"
  }

  private func nominal(_ noun: Int, actors: [Actor]) -> String {
    var tokens = complementTokens(noun).sorted()
    while let first = tokens.first, first != noun,
      sentence.relation(first) == .caseMarking || sentence.relation(first) == .determiner
        || sentence.tag(first) == .punctuation || Self.possessives.contains(sentence.lower[first])
    {
      tokens.removeFirst()
    }
    var text = shortened(tokens, to: 16)
    let hasName = tokens.contains { sentence.nameAt[$0] >= 0 }
    if !hasName {
      let names = actors.filter { $0.kind != .group }.prefix(2).map(\.name)
      if !names.isEmpty { text = names.joined(separator: " and ") + ": " + text }
    }
    return text
  }

  /// At most that many words, ending at a word that can end a phrase.
  private func shortened(_ tokens: [Int], to words: Int) -> String {
    var tokens = tokens
    if let relative = misreadRelative(tokens) { tokens = Array(tokens.prefix(relative)) }
    if tokens.count > words { tokens = cut(tokens, to: words) }
    while let last = tokens.last {
      switch sentence.tag(last) {
      case .adposition, .determiner, .coordinatingConjunction, .subordinatingConjunction,
        .punctuation, .particle, .auxiliary:
        // A particle may end a clause ("calls the talks off").
        if sentence.relation(last) == .verbParticle { return sentence.join(tokens) }
        tokens.removeLast()
        continue
      default: break
      }
      break
    }
    return sentence.join(tokens)
  }

  /// The first words, without the beginning of a clause whose verb is cut off, without words that
  /// describe a noun that is, and with no name cut in two.
  private func cut(_ tokens: [Int], to words: Int) -> [Int] {
    var kept = Array(tokens.prefix(words))
    let lost = Set(tokens.dropFirst(words))
    for clause in lost.sorted()
    where [.clausalComplement, .openComplement].contains(sentence.relation(clause)) {
      guard let begin = sentence.extent(clause).first(where: kept.contains),
        let position = kept.firstIndex(of: begin), position >= 3,
        !kept[position...].contains(where: sentence.isVerb)
      else { continue }
      kept.removeSubrange(position...)
    }
    while let last = kept.last, kept.count > 2, isTorn(last, from: lost) { kept.removeLast() }
    return kept
  }

  /// Whether a word cannot end what is kept, because what it belongs to is lost.
  private func isTorn(_ last: Int, from lost: Set<Int>) -> Bool {
    let next = last + 1
    if lost.contains(next), sentence.lower[next] == "-" || sentence.lower[last] == "-" {
      return true
    }
    if sentence.nameAt[last] >= 0 {
      return lost.contains(next) && sentence.nameAt[next] == sentence.nameAt[last]
    }
    let head = sentence.head(last)
    return head > last && lost.contains(head)
  }

  /// Where a relative clause begins that was read as one noun phrase with the noun before it: "the
  /// province *that* border districts".
  private func misreadRelative(_ tokens: [Int]) -> Int? {
    tokens.indices.dropFirst(2).first { position in
      let token = tokens[position]
      return sentence.lower[token] == "that" && sentence.relation(token) == .determiner
        && token > 0 && [.noun, .properNoun].contains(sentence.tag(token - 1))
        && tokens[position - 1] == token - 1
    }
  }

  private static func withoutArticle(_ text: String) -> String {
    for article in ["the ", "The ", "THE "] where text.hasPrefix(article) {
      return String(text.dropFirst(article.count))
    }
    return text
  }

  /// Words that cannot end a title.
  private static let dangling: Set<String> = [
    "of", "in", "on", "at", "to", "for", "with", "by", "and", "or", "the", "a", "an", "from",
    "as", "that", "between", "its", "their", "his", "her", "into", "against", "which", "ago",
    "early", "only", "just", "than", "until", "since", "before", "after", "during", "over",
    "about", "around", "not", "where", "when", "while", "who", "whose",
  ]

  /// One line, first letter large, cut at a word before the limit, no stray punctuation.
  static func tidy(_ text: String) -> String {
    var words = text.split(whereSeparator: { $0 == " " || $0.isNewline }).map(String.init)
    var length = words.reduce(0) { $0 + $1.utf8.count + 1 }
    while length > limit + 1, words.count > 3 { length -= words.removeLast().utf8.count + 1 }
    while words.count > 1, let last = words.last, Self.dangling.contains(last) {
      words.removeLast()
    }
    var result = words.joined(separator: " ")
    while let last = result.last, ",;:-–—(\"“".contains(last) { result.removeLast() }
    guard let first = result.first else { return "" }
    return first.uppercased() + result.dropFirst()
  }
}
