import Chronology
import TimelineModel

/// Drops what a recogniser found but the kind of text makes unlikely.
///
/// A short message speaks of its own day, so that "morning" or "weekend" alone is a date there; a
/// history names seasons and parts of the day without an article.
struct LikelyTime {
  /// When the text was published, if known.
  let published: PublicationDate?
  /// What the text counts from.
  let clock: NarrativeClock
  /// Which way its clauses look.
  let direction: ClauseDirection
  /// The headings of its periods.
  let headings: PeriodHeadings
  /// Whether the text names years with their era: "323 BC".
  let namesEra: Bool

  /// Whether the match is likely a time expression in this text.
  func keeps(_ match: TimeMatch) -> Bool {
    switch match.rule {
    case "english.name-year":
      guard let year = published?.span.earliest?.year,
        case .calendar(let stated, _) = match.reading,
        let named = stated.year
      else { return false }
      return abs(named - year) <= 1
    case "english.early-year": return clock.isHistory
    case "english.era-year": return clock.isHistory && namesEra
    case "english.entry-day":
      return headings.period(at: match.tokens.lowerBound)?.month != nil
    case "english.soon":
      return !direction.isComparison(around: match.tokens)
        && direction.direction(around: match.tokens) > 0
    case "english.recently": return !direction.isComparison(around: match.tokens)
    case "english.bare-season", "english.bare-daypart": return clock.isMessage || isTold
    case "english.former" where isAtPresent(match): return true
    case "english.former", "english.years-old": return clock.isMessage || isTold
    case "english.bare-weekend", "english.bare-unit", "english.owned-unit": return clock.isMessage
    default: return true
    }
  }

  /// "at present".
  private func isAtPresent(_ match: TimeMatch) -> Bool {
    let start = match.tokens.lowerBound
    return start > 0 && direction.isWord(start, "present") && direction.isWord(start - 1, "at")
  }

  /// Whether the text is a history with a publication long after what it tells.
  private var isTold: Bool { clock.isHistory && clock.published != nil }
}
