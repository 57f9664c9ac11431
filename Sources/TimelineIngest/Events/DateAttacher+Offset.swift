import Chronology
import TimelineModel

/// Dates that lie a stated time before or after another event of the sentence.
///
///     "freed them on Tuesday, *a day after* the rebels released two"    released on Monday
///     "*Two days after* the attack on 3 May the rebels fled"            fled on 5 May
///     "resigned in 1992, *two years before* his party won"              won in 1994
///     "came on Monday, *hours after* the minister resigned"             resigned on Monday
///
/// Counter-examples: "days after the vote" (how many?), "a year after" a day (which day?).
extension DateAttacher {
  /// The date of a candidate that such a phrase joins to a dated one.
  func offset(of candidate: TriggerCandidate) -> AttachedDate? {
    for position in sentence.lower.indices.dropLast() {
      guard let sign = CalendarShift.signs[sentence.lower[position]],
        let length = sentence.length(before: position), let other = otherEvent(behind: position)
      else { continue }
      let main = mainEvent(around: length.tokens, and: other)
      guard let main, main != other else { continue }
      // "M two days after X": M is X and two days.
      if candidate.token == main || candidate.clause.supportVerb == main {
        guard let time = best(owners: [other], near: other) else { continue }
        return shifted(time, by: length.shift, sign)
      }
      if candidate.token == other {
        guard let time = best(owners: [main], near: main) else { continue }
        return shifted(time, by: length.shift, -sign)
      }
    }
    return nil
  }

  /// The event behind the preposition: the verb that it marks, else the first one.
  private func otherEvent(behind position: Int) -> Int? {
    let head = sentence.head(position)
    let behind = (position + 1..<sentence.count).prefix {
      ![",", ";"].contains(sentence.lower[$0])
    }
    guard let first = head > position && isEvent(head) ? head : behind.first(where: isEvent) else {
      return nil
    }
    // "after the *government* freed them": the subject's verb.
    let verb = sentence.head(first)
    let isSubject =
      !sentence.isVerb(first) && sentence.relation(first) == .nominalSubject && verb > first
    return isSubject && isEvent(verb) ? verb : first
  }

  /// The event that lies at the distance: the last verb before the phrase, or behind an opening
  /// phrase the first verb behind its comma.
  private func mainEvent(around phrase: Range<Int>, and other: Int) -> Int? {
    if let before = (0..<phrase.lowerBound).last(where: { isEvent($0) && sentence.isVerb($0) }) {
      return before
    }
    // "The *arrest* of Mora, two days before he was elected, …".
    if phrase.lowerBound > 1, sentence.lower[phrase.lowerBound - 1] == ",",
      let noun = (0..<phrase.lowerBound).last(where: isEvent)
    {
      return noun
    }
    guard phrase.lowerBound <= 1 else { return nil }
    let head = sentence.head(phrase.upperBound - 1)
    if head > other, isEvent(head) { return head }
    return (other + 1..<max(other + 1, sentence.count)).first {
      isEvent($0) && sentence.isVerb($0)
    }
  }

  private func isEvent(_ token: Int) -> Bool { candidates.contains { $0.token == token } }

  private func shifted(_ number: Int, by shift: CalendarShift, _ sign: Int) -> AttachedDate? {
    attached(number, "offset", 0.8).flatMap { shift.moved($0, sign) }
  }
}
