/// How often events of a stated confidence are right: the reliability table of `make evaluate`.
public struct Reliability: Sendable {
  /// Events whose confidence lies in one band.
  public struct Band: Sendable, Hashable {
    /// The lowest and highest confidence, in hundredths, inclusive.
    public var bounds: ClosedRange<Int>
    /// How many events.
    public var count = 0
    /// How many are in the gold list with that type family.
    public var listed = 0
    /// How many have the right date too.
    public var dated = 0
    /// How many are right in every field.
    public var whole = 0
    /// The sum of their confidences.
    public var confidence = 0.0
  }

  /// The bands, from the lowest.
  public private(set) var bands = [0...39, 40...59, 60...74, 75...84, 85...100].map {
    Band(bounds: $0)
  }

  /// The table of those outcomes.
  public init(_ outcomes: [ArticleScore.Outcome]) {
    for outcome in outcomes {
      let hundredths = Int((outcome.confidence * 100).rounded())
      guard let index = bands.firstIndex(where: { $0.bounds.contains(hundredths) }) else {
        continue
      }
      bands[index].count += 1
      bands[index].listed += outcome.isListed ? 1 : 0
      bands[index].dated += outcome.isDated ? 1 : 0
      bands[index].whole += outcome.isWhole ? 1 : 0
      bands[index].confidence += outcome.confidence
    }
  }

  /// How far stated and observed shares lie apart, as a mean over events, 0 to 1.
  public var calibrationError: Double {
    let total = bands.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    return bands.reduce(0) { $0 + abs($1.confidence - Double($1.dated)) } / Double(total)
  }

  /// The rows of a Markdown table: band, events, listed, dated right, whole, in per cent.
  public var rows: [String] {
    bands.filter { $0.count > 0 }.map { band in
      let share = { (number: Int) in "\((number * 100 + band.count / 2) / band.count) %" }
      let from = "0." + (band.bounds.lowerBound < 10 ? "0" : "") + "\(band.bounds.lowerBound)"
      let to = band.bounds.upperBound == 100 ? "1.00" : "0.\(band.bounds.upperBound)"
      return "| \(from)–\(to) | \(band.count) | \(share(band.listed)) | \(share(band.dated)) "
        + "| \(share(band.whole)) |"
    }
  }
}
