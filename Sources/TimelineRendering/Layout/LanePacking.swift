/// Puts stretches into lanes so that those in one lane do not touch.
public enum LanePacking {
  /// The lane of every stretch, counted from 0, in the order given; the first lane that is free
  /// takes it.
  ///
  /// - Parameters:
  ///   - stretches: where each begins and ends, sorted by begin.
  ///   - gap: the least space between two in one lane.
  /// - Returns: a lane for each.
  public static func lanes(_ stretches: [(begin: Double, end: Double)], gap: Double) -> [Int] {
    var ends: [Double] = []
    return stretches.map { stretch in
      if let free = ends.firstIndex(where: { $0 + gap <= stretch.begin }) {
        ends[free] = stretch.end
        return free
      }
      ends.append(stretch.end)
      return ends.count - 1
    }
  }
}
