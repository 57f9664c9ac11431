import Chronology
import TimelineModel

/// Bounds of the publication date of a document that states none, read off what it tells: it was
/// written when the latest thing it tells had happened, and before the first thing it expects.
///
/// Of a year or a month that is over only its first day has surely passed, of a date with two readings
/// the earlier; a year must be stated. What was planned in the past ("agreed to sign by June 2000") may be
/// long over, so only a plan that still holds bounds the end.
struct NarrativeBounds {
  private typealias Bound = (day: CivilDay, phrase: String)

  private var past: [Bound] = []
  private var ahead: [Bound] = []

  /// The bounds, or nil when the document dates nothing.
  static func publication(
    of document: Document, drafts: [MentionDraft], expressions: [TimeExpression]
  ) -> PublicationDate? {
    var bounds = NarrativeBounds()
    for draft in drafts where draft.rejection == nil { bounds.take(draft) }
    bounds.take(expressions, outside: drafts.map(\.sentence.tree.range), of: document)
    return bounds.publication
  }

  private var publication: PublicationDate? {
    let newest = past.max { $0.day < $1.day }
    let next = ahead.filter { bound in newest.map { bound.day >= $0.day } ?? true }
      .min { $0.day < $1.day }
    guard newest != nil || next != nil else { return nil }
    let parts = [
      newest.map { "newest past date: \($0.phrase)" }, next.map { "still ahead: \($0.phrase)" },
    ]
    return PublicationDate(
      edtf: nil, span: DaySpan(earliest: newest?.day, latest: next?.day), origin: .narrative,
      evidence: parts.compactMap { $0 }.joined(separator: "; "))
  }

  private mutating func take(_ draft: MentionDraft) {
    guard let date = draft.date?.date, let phrase = date.phrase, date.isDated,
      !draft.reading.isHypothetical
    else { return }
    switch draft.reading.actuality {
    case .occurred, .alleged:
      // Days and months that the tale gives their year are as good as stated.
      let isTold = Self.isStated(date) || date.precision == .day || date.precision == .month
      guard isTold, !date.approximate, !Self.isAim(draft) else { return }
      if let day = Self.dayPassed(date) { past.append((day, phrase)) }
    case .planned:
      guard Self.isStated(date), Self.isStillPlanned(draft) else { return }
      if let day = date.span.latest { ahead.append((day, phrase)) }
    default: break
    }
  }

  /// Dates in sentences without an event, where the clause tells of the past: "the town had 3,000
  /// people in 2011".
  private mutating func take(
    _ expressions: [TimeExpression], outside events: [Range<Int>], of document: Document
  ) {
    let scanner = TimeScanner(bytes: document.utf8)
    let direction = ClauseDirection(tokens: scanner.tokens, bytes: document.utf8)
    for expression in expressions {
      let begin = expression.range.lowerBound
      guard let date = expression.date, let phrase = date.phrase, Self.isStated(date),
        !events.contains(where: { $0.contains(begin) }), let day = Self.dayPassed(date)
      else { continue }
      let first = scanner.tokens.partitioningIndex { $0.begin >= begin }
      let after = scanner.tokens.partitioningIndex { $0.begin >= expression.range.upperBound }
      if direction.direction(around: first..<max(first, after)) < 0 { past.append((day, phrase)) }
    }
  }

  /// Whether the text itself says which year is meant.
  private static func isStated(_ date: EventDate) -> Bool {
    date.isDated && !date.approximate && !date.inferred.contains(.year)
  }

  /// The latest day that has surely passed when what has that date is over.
  private static func dayPassed(_ date: EventDate) -> CivilDay? {
    guard let edtf = date.edtf.flatMap({ try? EDTF($0) }) else { return nil }
    switch edtf.content {
    case .interval(.date, .date(let last)): return last.span.earliest
    default: return edtf.span.earliest
    }
  }

  /// "has slipped to 2028", "was put off to June 2030": what is dated so has passed, its date has not.
  private static func isAim(_ draft: MentionDraft) -> Bool {
    guard draft.date?.date.edtf?.contains("/") == false,
      let begin = draft.date?.provenance.phraseBegin,
      let token = draft.sentence.tree.tokens.firstIndex(where: { Int($0.begin) == begin }),
      token > 0
    else { return false }
    return ["to", "for", "through"].contains(draft.sentence.lower[token - 1])
  }

  /// Whether the plan is told as one that holds: "will sign", "is scheduled for May", not "agreed to
  /// sign", "would sign" or "was scheduled".
  private static func isStillPlanned(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    var position = draft.candidate.token
    for _ in 0..<sentence.count where position >= 0 {
      let words = sentence.children(position).filter {
        [.auxiliary, .passiveAuxiliary, .copula].contains(sentence.relation($0))
      }.map { sentence.lower[$0] }
      if words.contains(where: standing.contains) { return true }
      if words.contains(where: turned.contains) { return false }
      if words.isEmpty, sentence.tag(position) == .verb,
        sentence.tree.tokens[position].features.contains(.past)
      {
        return false
      }
      position = sentence.head(position)
    }
    return true
  }

  /// Auxiliaries of what holds when the text is written.
  private static let standing: Set<String> = [
    "will", "shall", "'ll", "’ll", "is", "are", "'s", "’s", "has",
  ]

  /// Auxiliaries of what held then.
  private static let turned: Set<String> = [
    "was", "were", "had", "did", "would", "could", "might", "should",
  ]
}
