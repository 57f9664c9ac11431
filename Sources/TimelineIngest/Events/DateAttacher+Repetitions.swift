import Chronology
import TimelineModel

/// An event that a clause tells twice, on another day: "met in Oslo on 3 May *and again in Riga on 5
/// June*".
struct Repetition: Sendable {
  /// The day of the second time.
  var date: AttachedDate
  /// Where it was, when that is said.
  var place: String?

  /// The second event, like the first but for day and place.
  func draft(like first: MentionDraft, ordinal: Int) -> MentionDraft {
    var draft = first
    draft.ordinal = ordinal
    draft.date = date
    guard let place else { return draft }
    draft.place = place
    if let other = first.place {
      let ending = " in " + other
      if draft.title.hasSuffix(ending) {
        draft.title = draft.title.dropLast(ending.count) + " in " + place
      }
    }
    return draft
  }
}

extension DateAttacher {
  /// The further times of an event that has a date of its own, in the order of the text.
  ///
  ///     "met in Oslo on 3 May and again in Riga on 5 June"   "visited Peru in 2010 and in 2012"
  ///     "signed accords on 3 May and, later, on 9 May"
  ///
  /// Counter-examples: "from 3 May to 5 June", "met on 3 May and left on 5 June".
  func repetitions(of candidate: TriggerCandidate) -> [Repetition] {
    guard candidate.row != nil, owners.count > 1 else { return [] }
    let anchors = [candidate.token, candidate.clause.supportVerb ?? candidate.token]
    let own = owners.indices.filter { anchors.contains(owners[$0]) && isUsable($0) }
    guard own.count > 1 else { return [] }
    var found: [Repetition] = []
    for (first, second) in zip(own, own.dropFirst()) {
      let before = sentence.times[first]
      let after = sentence.times[second]
      guard candidate.token < before.tokens.lowerBound, isAgain(before, after),
        let date = attached(second, "own-predicate", 0.9)
      else { return found }
      let end =
        owners.indices.contains(second + 1)
        ? sentence.times[second + 1].tokens.lowerBound : sentence.count
      found.append(
        Repetition(date: date, place: place(from: before.tokens.upperBound, to: end)))
    }
    return found
  }

  /// Whether "and", perhaps with "again", and a preposition join two dates that do not overlap.
  private func isAgain(_ first: TimeMention, _ second: TimeMention) -> Bool {
    guard first.tokens.upperBound < second.tokens.lowerBound,
      let before = first.expression.date?.span.latest, let other = second.expression.date?.span,
      let after = other.earliest, let length = other.length, before < after, length <= 366,
      sentence.preposition(first.head) != "from", sentence.preposition(second.head) != "to"
    else { return false }
    let between = first.tokens.upperBound..<second.tokens.lowerBound
    let words = sentence.lower[between]
    return words.contains("and")
      && (words.contains("again") || ["on", "in"].contains(words.last ?? ""))
      && !between.contains { sentence.tag($0) == .verb }
  }

  /// The place behind "in" or "at" in a stretch of the sentence: a name that is known, else the
  /// capital words.
  private func place(from begin: Int, to end: Int) -> String? {
    for token in begin..<max(begin, end - 1)
    where ["in", "at"].contains(sentence.lower[token]) && sentence.timeAt[token + 1] < 0
      && sentence.tag(token + 1) == .properNoun
    {
      if let name = sentence.name(token + 1),
        !name.kinds.isDisjoint(with: [.place, .country])
      {
        return name.name
      }
      let words = (token + 1..<end).prefix {
        sentence.tag($0) == .properNoun && sentence.timeAt[$0] < 0
      }
      return sentence.join(Array(words))
    }
    return nil
  }
}
