import TimelineModel

/// Denials and claims that the tree does not tie to what they are about.
extension ActualityReader {
  /// "denied on Monday that it *had sold* arms": the word of denial or claim before "that", wherever
  /// the parser hung its clause.
  func readThatClause(of verb: Int, into reading: inout ActualityReading) {
    guard reading.actuality == .occurred, !reading.isHypothetical,
      let that = sentence.children(verb).first(where: {
        $0 < verb && sentence.lower[$0] == "that" && sentence.relation($0) == .marker
      })
    else { return }
    for position in (max(0, that - 12)..<that).reversed() {
      if let found = cue(position, .governor), found == .denied || found == .alleged {
        apply(found, at: position, into: &reading)
        return
      }
      if sentence.tag(position) == .verb || [";", ":"].contains(sentence.lower[position]) {
        return
      }
    }
  }

  /// "five were killed, the army *claimed*": a claim that closes the sentence.
  func readClosingClaim(of verb: Int, into reading: inout ActualityReading) {
    guard reading.actuality == .occurred, !reading.isHypothetical else { return }
    for child in sentence.children(verb)
    where child > verb && sentence.relation(child) == .parataxis && sentence.isVerb(child)
      && ["claim", "allege", "contend", "assert"].contains(sentence.lemma(of: child, lexicon))
    {
      apply(.alleged, at: child, into: &reading)
    }
  }

  /// "was to meet Rojas in May, *but the meeting was called off*": what became of a plan.
  func readReversal(behind verb: Int, into reading: inout ActualityReading) {
    guard reading.actuality == .planned, !reading.isHypothetical else { return }
    var position = verb + 1
    while position < sentence.count, sentence.lower[position] != "but" {
      if [";", ":"].contains(sentence.lower[position]) { return }
      position += 1
    }
    let end = min(sentence.count, position + 8)
    guard position < end else { return }
    for next in position + 1..<end where sentence.tag(next) == .verb {
      let isPassive = (position + 1..<next).contains {
        ["was", "were", "been", "be"].contains(sentence.lower[$0])
      }
      guard isPassive, cue(next, .predicate) == .cancelled,
        !(position + 1..<next).contains(where: { sentence.nameAt[$0] >= 0 })
      else { return }
      apply(.cancelled, at: next, into: &reading)
      return
    }
  }

  /// "insisted that *no* pact had been concluded": what those say who deny it without the word.
  func readNobody(of verb: Int, into reading: inout ActualityReading) {
    let parts = sentence.children(verb).filter {
      [.passiveSubject, .nominalSubject].contains(sentence.relation($0))
    }
    for part in parts {
      guard let word = sentence.children(part).first(where: { sentence.lower[$0] == "no" }) else {
        continue
      }
      apply(.negated, at: word, into: &reading)
    }
    guard reading.isNegated, !reading.isPresent, !reading.isBare,
      let that = sentence.children(verb).first(where: {
        $0 < verb && sentence.lower[$0] == "that"
      })
    else { return }
    for position in (max(0, that - 8)..<that).reversed() where sentence.tag(position) == .verb {
      guard Self.insisting.contains(sentence.lemma(of: position, lexicon)) else { return }
      reading.isHypothetical = false
      set(.denied, position, &reading)
      return
    }
  }

  /// Verbs with which somebody says that something did not happen.
  private static let insisting: Set<String> = [
    "insist", "clarify", "maintain", "stress", "protest", "swear", "reiterate", "assure",
  ]
}
