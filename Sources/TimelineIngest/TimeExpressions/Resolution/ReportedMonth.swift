import Chronology
import TimelineModel

/// The month that statistics are about, with which "a year earlier" and "the same month" compare.
extension TimeResolver {
  /// Remembers a month of the last quarter of a year that the text states without a day: "exports rose in March".
  ///
  /// The month that a figure is compared with, "from 2.5 percent in April", is not the reported one.
  mutating func noteReported(_ match: TimeMatch, _ date: EventDate?) {
    guard !clock.isHistory, let published = clock.published, !isBaseline(match),
      case .calendar(let stated, nil) = match.reading, let month = stated.month, stated.day == nil,
      let first = date?.span.earliest, first <= published,
      first.distance(to: published) < Self.reportReach
    else { return }
    reported = (StatedDate(year: first.year, month: month), match.tokens.upperBound)
  }

  /// How many days after it began a month is still reported on.
  private static let reportReach = 120

  /// "from 2.5 percent in April", "than in April".
  private func isBaseline(_ match: TimeMatch) -> Bool {
    let start = match.tokens.lowerBound
    return (max(0, start - 7)..<start).contains {
      scanner.isWord($0, "from") || scanner.isWord($0, "than") || scanner.isWord($0, "after")
    }
  }

  /// The reported month that "a year earlier" compares with: one of its sentence, or of the sentences
  /// just before when it stands behind "from" or "than".
  func monthCompared(_ match: TimeMatch) -> StatedDate? {
    guard let reported, !isQuarterNewer(than: reported.behind) else { return nil }
    let start = match.tokens.lowerBound
    if direction.sentence(around: match.tokens).contains(reported.behind - 1) {
      return reported.month
    }
    let isCompared = scanner.isWord(start - 1, "from") || scanner.isWord(start - 1, "than")
    return isCompared && start - reported.behind < Self.comparedReach ? reported.month : nil
  }

  /// How many tokens a reported month stays compared with: about four sentences.
  private static let comparedReach = 100
}
