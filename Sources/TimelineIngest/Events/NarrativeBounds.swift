import Chronology
import TimelineModel

/// Bounds of the publication date of a document that states none, read off its own events: it was
/// written when the latest thing it tells had happened, and before the first thing it expects.
enum NarrativeBounds {
  /// The bounds, or nil when no event of the document has a date of its own.
  static func publication(by drafts: [MentionDraft]) -> PublicationDate? {
    var newest: (day: CivilDay, phrase: String)?
    var next: (day: CivilDay, phrase: String)?
    for draft in drafts where draft.rejection == nil {
      guard let date = draft.date?.date, let phrase = date.phrase else { continue }
      switch draft.reading.actuality {
      case .occurred, .alleged:
        guard let day = date.span.latest, date.span.earliest != nil, !date.approximate,
          date.precision == .day || date.precision == .month
        else { continue }
        // Of a month only its first day is sure to have passed.
        let sure = date.precision == .day ? day : date.span.earliest ?? day
        if newest.map({ $0.day < sure }) ?? true { newest = (sure, phrase) }
      case .planned:
        guard let day = date.span.latest else { continue }
        if next.map({ day < $0.day }) ?? true { next = (day, phrase) }
      default: break
      }
    }
    guard let newest else { return nil }
    let latest = next.flatMap { $0.day >= newest.day ? $0 : nil }
    let evidence =
      "newest past date: \(newest.phrase)" + (latest.map { "; still ahead: \($0.phrase)" } ?? "")
    return PublicationDate(
      edtf: nil, span: DaySpan(earliest: newest.day, latest: latest?.day), origin: .narrative,
      evidence: evidence)
  }
}
