import Chronology
import TimelineModel

/// What speaks for or against a mention being an event that its record describes rightly.
///
/// Names are those of `confidence.tsv`, which weighs them.
struct ConfidenceEvidence: Sendable, Hashable {
  /// The names of what holds, in the order of the rules below.
  let names: [String]

  /// The evidence of a draft once the discourse has had its say.
  init(of draft: MentionDraft) {
    var names: [String] = []
    let candidate = draft.candidate
    if let row = candidate.row {
      if row.hints.contains(.weak) { names.append("weak-trigger") }
      if !row.conditions.isEmpty { names.append("trigger-in-company") }
    } else {
      names.append("no-trigger")
    }
    names.append(candidate.isVerb ? "verb" : "noun")
    switch draft.family {
    case "statement": names.append("statement")
    case "conflict", "kidnapping": names.append("violence")
    case "meeting", "visit", "call", "conference": names.append("contact")
    case "agreement", "arms_deal", "arms_delivery": names.append("deal")
    default: break
    }

    let named = draft.actors.filter { $0.kind != .group }.count
    names.append(named == 0 ? "nobody-named" : named == 1 ? "one-named" : "several-named")
    if draft.place != nil { names.append("place-named") }

    if let attached = draft.date, attached.date.isDated {
      names.append("date-" + (attached.provenance.attachment ?? "own-predicate"))
      let length = attached.date.span.length
      if length == nil { names.append("date-half-open") }
      if let length, length > 1 { names.append(length <= 31 ? "date-month" : "date-coarse") }
      if attached.provenance.anchor != nil { names.append("date-relative") }
    } else {
      names.append("undated")
    }

    switch draft.reading.actuality {
    case .occurred: break
    case .planned: names.append("planned")
    case .proposed: names.append("proposed")
    default: names.append("doubted")
    }
    if draft.reading.isPresent { names.append("present-tense") }
    if draft.reading.attribution != nil { names.append("attributed") }
    if draft.sentence.count > 40 { names.append("long-sentence") }
    self.names = names
  }
}
