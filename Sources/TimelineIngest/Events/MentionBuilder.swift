import Chronology
import TimelineModel

/// Makes finished mentions of drafts: quotations, ids, bounds of undated events.
struct MentionBuilder {
  let document: Document
  let offsets: CodePointOffsets
  let published: PublicationDate?
  let trees: [SentenceTree]

  /// The longest evidence in code points.
  static let longestEvidence = 700

  /// The mention of a draft; nil when its sentence is too broken to quote.
  func mention(of draft: MentionDraft, evidence: ConfidenceEvidence) -> EventMention? {
    let tree = draft.sentence.tree
    let range = evidenceRange(of: draft)
    guard range.lowerBound < range.upperBound else { return nil }
    let begin = offsets.codePoint(ofByte: range.lowerBound)
    let end = offsets.codePoint(ofByte: range.upperBound)
    let exact = String(decoding: document.utf8[range], as: UTF8.self)
    let token = tree.tokens[draft.candidate.token]
    let trigger = Trigger(
      begin: offsets.codePoint(ofByte: Int(token.begin)),
      end: offsets.codePoint(ofByte: Int(token.end)),
      text: draft.sentence.words[draft.candidate.token], lemma: draft.candidate.lemma)
    var dating = draft.date?.provenance ?? DateProvenance()
    dating.phraseBegin = dating.phraseBegin.map { offsets.codePoint(ofByte: $0) }
    dating.phraseEnd = dating.phraseEnd.map { offsets.codePoint(ofByte: $0) }
    let sentenceText = String(decoding: document.utf8[tree.range], as: UTF8.self)
    return EventMention(
      id: MentionIdentity.id(sentence: sentenceText, ordinal: draft.ordinal),
      document: document.name,
      evidence: Quotation(
        begin: begin, end: end, exact: exact,
        prefix: offsets.text(before: range.lowerBound, codePoints: 32),
        suffix: offsets.text(from: range.upperBound, codePoints: 32)),
      trigger: trigger,
      description: EventDescription(
        type: draft.type, plover: draft.plover, title: draft.title, date: date(of: draft),
        actors: draft.actors, place: draft.place, actuality: draft.reading.actuality,
        cue: draft.reading.cue, stage: draft.stage, attribution: draft.reading.attribution,
        attributes: draft.attributes,
        confidence: ConfidenceTable.shared.confidence(for: evidence)),
      dating: dating)
  }

  /// The sentence, or the window of whole tokens around the trigger when it is too long.
  private func evidenceRange(of draft: MentionDraft) -> Range<Int> {
    let range = draft.sentence.tree.range
    let length =
      offsets.codePoint(ofByte: range.upperBound) - offsets.codePoint(ofByte: range.lowerBound)
    guard length > Self.longestEvidence else { return range }
    let tokens = draft.sentence.tree.tokens
    var low = draft.candidate.token
    var high = draft.candidate.token
    var grew = true
    while grew {
      grew = false
      for (nextLow, nextHigh) in [(low - 1, high), (low, high + 1)]
      where nextLow >= 0 && nextHigh < tokens.count {
        // Bytes bound code points from above.
        if Int(tokens[nextHigh].end) - Int(tokens[nextLow].begin) <= Self.longestEvidence {
          low = nextLow
          high = nextHigh
          grew = true
        }
      }
    }
    let window = Int(tokens[low].begin)..<Int(tokens[high].end)
    return window.count <= Self.longestEvidence * 4 ? window : range.lowerBound..<range.lowerBound
  }

  /// The date with the shape that the event's nature asks for; bounds alone when undated.
  private func date(of draft: MentionDraft) -> EventDate {
    let actuality = draft.reading.actuality
    guard var date = draft.date?.date else {
      return .undated(within: limited(undatedSpan(of: draft), draft))
    }
    if actuality == .planned || actuality == .proposed, date.span.earliest == nil,
      let floor = published?.span.earliest, let latest = date.span.latest, floor <= latest
    {
      date.span.earliest = floor
      date.inferred = Array(Set(date.inferred + [.start])).sorted()
    }
    if actuality == .occurred, let ceiling = published?.span.latest, published?.edtf != nil,
      date.span.latest == nil, let earliest = date.span.earliest, earliest <= ceiling,
      !EventNature.lasts(draft.type)
    {
      date.span.latest = ceiling
      date.inferred = Array(Set(date.inferred + [.end])).sorted()
    }
    let isStretch = (date.edtf ?? "").contains("/") && (date.span.length ?? 0) > 1
    date.shape = isStretch && EventNature.lasts(draft.type) ? .throughout : .within
    return date
  }

  /// The bounds that the document gives, narrowed by those of a dated event beside it.
  private func limited(_ span: DaySpan, _ draft: MentionDraft) -> DaySpan {
    let narrow = span.intersection(
      DaySpan(earliest: draft.notBefore, latest: draft.notAfter))
    if let first = narrow.earliest, let last = narrow.latest, last < first { return span }
    return narrow
  }

  private func undatedSpan(of draft: MentionDraft) -> DaySpan {
    guard let published else { return DaySpan(earliest: nil, latest: nil) }
    let isToCome =
      !draft.hasPassed && draft.reading.isBare && draft.candidate.isVerb
      && !draft.sentence.lower[draft.candidate.token].hasSuffix("ing")
      || !draft.hasPassed && draft.reading.reason.hasPrefix("possible")
      || draft.reading.reason.hasPrefix("conditional")
      || draft.awaitsItsTime
    if isToCome { return DaySpan(earliest: published.span.earliest, latest: nil) }
    switch draft.reading.actuality {
    case .planned where draft.hasPassed, .proposed where draft.hasPassed:
      return DaySpan(earliest: nil, latest: published.edtf == nil ? nil : published.span.latest)
    case .planned, .proposed: return DaySpan(earliest: published.span.earliest, latest: nil)
    case .occurred, .alleged, .denied:
      // A bound that is only read off the text cannot cap what the text tells.
      return DaySpan(
        earliest: nil, latest: published.edtf == nil ? nil : published.span.latest)
    default: return DaySpan(earliest: nil, latest: nil)
    }
  }
}

/// Which types last and which happen at a stroke.
enum EventNature {
  /// Whether an event of the type fills the days it is given.
  static func lasts(_ type: String) -> Bool {
    let family = String(type.prefix { $0 != "." })
    return [
      "meeting", "visit", "conference", "exercise", "conflict", "protest", "disaster",
      "deployment", "election", "other", "project",
    ].contains(family)
  }
}
