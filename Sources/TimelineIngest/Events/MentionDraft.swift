import Chronology
import TimelineModel

/// A mention in the making: what its sentence says, before the discourse has had its say.
struct MentionDraft: Sendable {
  var sentence: SentenceReading
  var candidate: TriggerCandidate
  /// The trigger's number among the triggers of its sentence.
  var ordinal: Int
  var type: String
  var plover: String?
  var stage: String?
  var title: String
  var actors: [Actor]
  var place: String?
  var reading: ActualityReading
  var attributes: [String: String]
  var date: AttachedDate?
  /// Whether the telling says that it had happened when the text was published, although its own
  /// form leaves that open ("led them to *raise* wages").
  var hasPassed = false
  /// The day before which an undated event cannot lie, by a dated one beside it.
  var notBefore: CivilDay?
  /// The day after which it cannot lie.
  var notAfter: CivilDay?
  /// Why it is no event in the default output; nil when it is one.
  var rejection: String?

  /// The part of the type before the dot.
  var family: String { String(type.eventFamily) }

  /// "until the crisis *ends*", "as soon as they *arrive*", "a summit to be *held*": a present form
  /// that tells of what is still to come.
  var awaitsItsTime: Bool {
    guard candidate.isVerb, reading.isPresent else { return false }
    let isMarked = sentence.children(candidate.token).contains {
      ["until", "till", "once", "before", "if", "unless", "to"].contains(sentence.lower[$0])
        && $0 < candidate.token
    }
    if isMarked { return true }
    // The parser hangs "as soon as" in several ways: look back to the verb before.
    var position = candidate.token - 1
    while position > 0, sentence.tag(position) != .verb {
      if sentence.lower[position] == "as", sentence.lower[position - 1] == "soon" { return true }
      position -= 1
    }
    return false
  }
}
