/// Puts stretches into lanes so that those in one lane do not touch.
public enum LanePacking {
  /// The lane of every stretch, counted from 0, in the order given.
  ///
  /// The first lane that is free takes a stretch; sorted by begin they need the fewest lanes.
  ///
  /// - Parameters:
  ///   - stretches: where each begins and ends.
  ///   - gap: the least space between two in one lane.
  /// - Returns: a lane for each.
  public static func lanes(_ stretches: [ClosedRange<Double>], gap: Double) -> [Int] {
    var lanes: [[ClosedRange<Double>]] = []
    return stretches.map { stretch in
      if let free = lanes.firstIndex(where: { isFree($0, for: stretch, gap: gap) }) {
        lanes[free].append(stretch)
        return free
      }
      lanes.append([stretch])
      return lanes.count - 1
    }
  }

  /// Whether a stretch touches none of those that a lane holds.
  static func isFree(
    _ lane: [ClosedRange<Double>], for stretch: ClosedRange<Double>, gap: Double
  ) -> Bool {
    // The last one added is the likeliest to be in the way.
    for taken in lane.reversed()
    where taken.upperBound + gap > stretch.lowerBound
      && stretch.upperBound + gap > taken.lowerBound
    {
      return false
    }
    return true
  }
}
