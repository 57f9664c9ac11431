/// Which clauses have a time of their own, and which verb another clause happens with.
extension DateAttacher {
  private static let asides: Set<String> = [
    "after", "before", "since", "until", "because", "although", "though", "if", "unless",
    "for", "about", "of", "against", "from", "on",
  ]

  /// A clause with a time of its own: "after he was hurt", "punished for *stealing*", "talks on
  /// *ending* it".
  func isApart(_ clause: Int) -> Bool {
    guard sentence.isVerb(clause) else { return false }
    return sentence.children(clause).contains { child in
      child < clause && Self.asides.contains(sentence.lower[child])
        && [.marker, .caseMarking, .adverbialModifier].contains(sentence.relation(child))
        // "chances for *work* drawing people in": that "for" is the noun's.
        && (sentence.tag(child) != .adposition
          || !(child + 1..<clause).contains { sentence.tag($0) == .noun })
    }
  }

  /// "*With* troops closing in, the king fled on Monday": the verb beside an absolute phrase.
  func verbOfAbsolute(_ participle: Int) -> Int? {
    let noun = sentence.head(participle)
    guard sentence.lower[participle].hasSuffix("ing"), sentence.preposition(noun) == "with",
      sentence.relation(noun) == .oblique, sentence.head(noun) >= 0,
      sentence.isVerb(sentence.head(noun))
    else { return nil }
    return sentence.head(noun)
  }

  /// "*led* employers to raise wages": the verb that moves somebody to what the infinitive says.
  func mover(of infinitive: Int) -> Int? {
    let noun = sentence.head(infinitive)
    let verb = sentence.head(noun)
    guard verb >= 0, sentence.relation(noun) == .object,
      DatingWords.shared.contains(sentence.lower[verb], .causative),
      sentence.children(infinitive).contains(where: { sentence.lower[$0] == "to" })
    else { return nil }
    return verb
  }

  /// "a woman who *was watching* television was shot": what goes on when the main clause happens.
  func isBackground(_ verb: Int) -> Bool {
    sentence.lower[verb].hasSuffix("ing")
      && sentence.children(verb).contains { ["was", "were"].contains(sentence.lower[$0]) }
  }

  /// "freed on Friday in a raid *in which* two men were shot", "flew on Friday to Accra, *where* he
  /// signed": what happens in what has the date.
  func verbAround(_ verb: Int, noun: Int) -> Int? {
    var place = noun
    for _ in 0..<2 where sentence.relation(place) == .nominalModifier {
      place = sentence.head(place)
    }
    guard sentence.relation(place) == .oblique, sentence.head(place) >= 0 else { return nil }
    if sentence.children(verb).contains(where: { sentence.lower[$0] == "where" && $0 < verb }) {
      return sentence.nameAt[noun] >= 0 || sentence.lower[noun] == "capital"
        ? sentence.head(place) : nil
    }
    guard place == noun, ["in", "during", "at"].contains(sentence.preposition(noun)) else {
      return nil
    }
    let isInside = (noun + 1..<max(noun + 1, verb)).contains { token in
      sentence.lower[token] == "which" && ["in", "during"].contains(sentence.lower[token - 1])
    }
    return isInside ? sentence.head(noun) : nil
  }

  /// The verb that a noun is subject or object of.
  func verb(withArgument noun: Int) -> Int? {
    let verb = sentence.head(noun)
    let relations: [DependencyRelation] = [.nominalSubject, .passiveSubject, .object]
    guard verb >= 0, sentence.isVerb(verb), relations.contains(sentence.relation(noun)) else {
      return nil
    }
    return verb
  }

  func nominals(below verb: Int) -> [Int] {
    sentence.children(verb).filter { candidateAt[$0] != nil }
  }
}
