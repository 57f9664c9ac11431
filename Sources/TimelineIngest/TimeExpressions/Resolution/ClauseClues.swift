/// Which way single words of a clause look: verbs by their forms and what leads them, and the words of
/// the lexicon.
extension ClauseDirection {
  /// -1 when the word looks back, 1 when it looks ahead, else 0.
  func clue(_ index: Int) -> Int {
    let token = tokens[index]
    guard token.form == .word else { return 0 }
    if isAfterwards(index) { return -1 }
    if isWord(index, "planning"), index > 0, isWord(index - 1, "of") {
      return 0  // "the head of planning"
    }
    if isWord(index, "was") || isWord(index, "were"), index + 1 < tokens.count,
      isWord(index + 1, "to")
    {
      return 1  // "was to arrive on Monday"
    }
    if index > 0, isWord(index - 1, "than"), ends(index, in: "ed") {
      return -1  // "stronger than expected in November"
    }
    if isPresentPlan(index) || isTakingEffect(index) { return 1 }
    switch token.kind {
    case .clueForward: return 1
    case .clueWeak: return isPossible(index) ? 1 : 0
    case .clueBack where isWord(index, "won") && isNegated(index): return 1
    case .clueBack where isWillHave(index): return 1
    case .clueBack: return has(.alwaysPast, at: index) ? -1 : isLedForward(index) ? 1 : -1
    case .clueAim: return isAim(index) ? 1 : isSet(index) ? -1 : isPast(index)
    case .none, .measure, .letter, .putOff: break
    default: return 0
    }
    return isPast(index)
  }

  /// "are to meet", "may withdraw", "is releasing": present forms that with a day mean a plan.
  func isPresentPlan(_ index: Int) -> Bool {
    if isWord(index, "may") { return !tokens[index].isCapital && tokens[index].kind == .month }
    guard index > 0 else { return false }
    // Most words are longer, and asked of every word before a date.
    if tokens[index].count < 8,
      isPlainPlan(index) || isWouldShort(index) || isSeeYou(index) || isOutlook(index)
    {
      return true
    }
    let isBehindBe = isWord(index - 1, "is") || isWord(index - 1, "are")
    guard isBehindBe else { return false }
    if isWord(index, "to") { return true }
    let token = tokens[index]
    return token.kind == .none && ends(index, in: "ing")
  }

  /// "heading for Rome on Sunday", "look forward to Friday".
  private func isOutlook(_ index: Int) -> Bool {
    if isWord(index, "heading") { return isAim(index) }
    return isWord(index, "forward")
      && (isWord(index - 1, "look") || isWord(index - 1, "looking") || isWord(index - 1, "looked")
        || isWord(index - 1, "looks"))
  }

  /// Whether a word of five letters or more ends so, in small letters or capitals.
  private func ends(_ index: Int, in ending: StaticString) -> Bool {
    let count = ending.utf8CodeUnitCount
    guard tokens[index].count > 4 else { return false }
    let start = Int(tokens[index].end) - count
    return (0..<count).allSatisfy { bytes[start + $0] | 0x20 == ending.utf8Start[$0] }
  }

  /// "we'll have guests", "will have left".
  private func isWillHave(_ index: Int) -> Bool {
    isWord(index, "have") && index > 0
      && (isWord(index - 1, "will") || isWord(index - 1, "ll") || isWord(index - 1, "shall"))
  }

  /// "after winning in May", "after losing two seats in January".
  private func isAfterwards(_ index: Int) -> Bool {
    index > 0 && tokens[index].kind == .none && isWord(index - 1, "after")
      && ends(index, in: "ing")
  }

  /// "won't": "will not" rather than "won".
  private func isNegated(_ index: Int) -> Bool {
    index + 2 < tokens.count && tokens[index + 1].form == .mark && !tokens[index + 1].isSpaced
      && !tokens[index + 2].isSpaced && isWord(index + 2, "t")
  }

  /// "see you on Friday", "see u Monday".
  private func isSeeYou(_ index: Int) -> Bool {
    (isWord(index, "you") || isWord(index, "u") || isWord(index, "ya"))
      && isWord(index - 1, "see")
  }

  /// "he'd leave Thursday": "would", where "he'd left" is "had".
  private func isWouldShort(_ index: Int) -> Bool {
    guard isWord(index, "d"), !tokens[index].isSpaced, tokens[index - 1].form == .mark,
      index + 1 < tokens.count
    else { return false }
    let verb = tokens[index + 1]
    guard verb.form == .word, verb.kind == .none, verb.count > 2 else { return false }
    let end = Int(verb.end)
    let isParticiple =
      bytes[end - 1] | 0x20 == 0x64 || bytes[end - 1] | 0x20 == 0x6e
      || bytes[end - 1] | 0x20 == 0x74
    return !isParticiple
  }

  /// "ministers meet Thursday", "voters go to the polls on Sunday": the present of a plural subject.
  private func isPlainPlan(_ index: Int) -> Bool {
    let kind = tokens[index].kind
    guard kind == .none || kind == .edge, index + 1 < tokens.count else { return false }
    guard has(.appointmentVerb, at: index) || isWord(index, "go") && isWord(index + 1, "to")
    else { return false }
    if isWord(index - 1, "they") || isWord(index - 1, "we") || isWord(index - 1, "i") {
      return true
    }
    let subject = tokens[index - 1]
    guard subject.form == .word, subject.kind == .none || subject.kind == .measure,
      subject.count > 3
    else { return false }
    let end = Int(subject.end)
    return bytes[end - 1] | 0x20 == 0x73 && bytes[end - 2] | 0x20 != 0x73
  }

  /// "takes effect Monday", "comes into force on 1 May", "goes on sale Friday".
  private func isTakingEffect(_ index: Int) -> Bool {
    guard index + 1 < tokens.count else { return false }
    if isWord(index, "takes") || isWord(index, "take") {
      return isWord(index + 1, "effect") || isWord(index + 1, "office")
        || isWord(index + 1, "place")
    }
    if isWord(index, "leaves") { return isWord(index + 1, "for") }
    if isWord(index, "runs") { return isWord(index + 1, "from") || isWord(index + 1, "until") }
    guard isWord(index, "comes") || isWord(index, "goes"), index + 2 < tokens.count else {
      return false
    }
    if isWord(index + 1, "into") {
      return isWord(index + 2, "force") || isWord(index + 2, "effect")
        || isWord(index + 2, "operation")
    }
    return isWord(index + 1, "on")
      && (isWord(index + 2, "sale") || isWord(index + 2, "trial") || isWord(index + 2, "display"))
  }

  /// "the talks could spill into Monday", "should be over by April": what can or should happen lies
  /// ahead, unless somebody could see it or could not do it.
  private func isPossible(_ index: Int) -> Bool {
    if isWord(index, "must") { return index + 1 < tokens.count && !isWord(index + 1, "have") }
    let isShould = isWord(index, "should")
    guard isShould || isWord(index, "could"), index + 1 < tokens.count,
      tokens[index + 1].form == .word, !tokens[index + 1].isCapital
    else { return false }
    if isShould { return !isWord(index + 1, "have") && !isWord(index + 1, "not") }
    return !has(.pastCould, at: index + 1)
  }

  /// "set to resume", "ready for Friday".
  private func isAim(_ index: Int) -> Bool {
    index + 1 < tokens.count && (isWord(index + 1, "to") || isWord(index + 1, "for"))
  }

  /// "the court set aside the ruling", "she set a record": the past of "set" behind its subject.
  private func isSet(_ index: Int) -> Bool {
    guard isWord(index, "set"), index > 0, tokens[index - 1].form == .word else { return false }
    return tokens[index - 1].kind == .none && !has(.nounPhraseOpener, at: index - 1)
      && !isWord(index - 1, "to")
      && !isWord(index - 1, "they") && !isWord(index - 1, "we") && !isWord(index - 1, "is")
      && !isWord(index - 1, "are") && !isLedForward(index)
  }

  /// -1 for a regular past form, unless its auxiliary looks forward.
  private func isPast(_ index: Int) -> Int {
    let token = tokens[index]
    guard token.count > 3 else { return 0 }
    let end = Int(token.end)
    // A capital makes a name, unless the whole text is in capitals.
    guard !token.isCapital || bytes[end - 1] &- 0x41 < 26 else { return 0 }
    guard bytes[end - 1] | 0x20 == 0x64, bytes[end - 2] | 0x20 == 0x65 else { return 0 }
    if isAttribute(index) { return 0 }
    return isLedForward(index) || isCoordinatedForward(index) ? 1 : -1
  }

  /// "a proposed visit", "its newly elected leader", "a still unspecified date": a participle
  /// between article and noun says nothing of the clause.
  private func isAttribute(_ index: Int) -> Bool {
    guard index > 0, index + 1 < tokens.count, tokens[index + 1].form == .word,
      tokens[index + 1].kind == .none
    else { return false }
    if has(.nounPhraseOpener, at: index - 1) { return true }
    guard index > 1, has(.nounPhraseOpener, at: index - 2), tokens[index - 1].count > 3 else {
      return false
    }
    let end = Int(tokens[index - 1].end)
    return isWord(index - 1, "still") || isWord(index - 1, "much")
      || bytes[end - 1] | 0x20 == 0x79 && bytes[end - 2] | 0x20 == 0x6c
  }

  /// "could be ready Sunday and announced Monday": a participle joined to what a modal leads.
  private func isCoordinatedForward(_ index: Int) -> Bool {
    guard index > 0, isWord(index - 1, "and") || isWord(index - 1, "or") else { return false }
    for before in stride(from: index - 2, through: max(0, index - 10), by: -1) {
      if tokens[before].form != .word { return false }
      if isWord(before, "be"), before > 0 {
        return tokens[before - 1].kind == .clueForward || isWord(before - 1, "could")
          || isWord(before - 1, "may") || isWord(before - 1, "should")
      }
      if tokens[before].kind == .clueBack { return false }
    }
    return false
  }

  /// "will be listed", "is to be paid": the participle looks where its auxiliary looks.
  func isLedForward(_ index: Int) -> Bool {
    for before in stride(from: index - 1, through: max(0, index - 4), by: -1) {
      switch tokens[before].kind {
      case .clueForward: return true
      case .clueBack: return false
      case .clueWeak: if isWord(before, "be"), before > 0 { return !isBeen(before - 1) }
      // "scheduled after members rejected it", "will honour the deal signed"
      case .shift, .determiner, .preposition: return false
      default: if tokens[before].form != .word || has(.clauseOpener, at: before) { return false }
      }
    }
    return false
  }

  /// Whether what stands before "be" looks back: a past form, or "could", as in "could not be found".
  private func isBeen(_ index: Int) -> Bool {
    tokens[index].kind == .clueBack || isWord(index, "could")
      || index > 0 && isWord(index, "to") && isWord(index - 1, "had")
      || index > 0
        && isWord(index, "not") && isWord(index - 1, "could")
  }
}
