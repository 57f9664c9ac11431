public import Chronology

/// Maps days to positions along an axis, and says where its ticks stand.
public struct TimeScale: Sendable, Hashable {
  /// A mark on the axis.
  public struct Tick: Sendable, Hashable {
    /// The day it stands for, the first of its period.
    public var day: CivilDay
    /// What is written at it: `2018`, `Apr 2018`, `22 Apr`.
    public var label: String
  }

  /// The first day of the axis.
  public let first: CivilDay
  /// The last day of the axis, never before the first.
  public let last: CivilDay
  /// The length of the axis: terminal columns or pixels.
  public let length: Double

  /// A scale over those days, both inclusive.
  public init(first: CivilDay, last: CivilDay, length: Double) {
    self.first = first
    self.last = max(first, last)
    self.length = length
  }

  /// The number of days on the axis.
  public var days: Int { first.distance(to: last) + 1 }

  /// Where a day begins, from 0; days off the axis are put at its ends.
  public func start(of day: CivilDay) -> Double {
    let clamped = min(max(day, first), last.advanced(by: 1))
    return Double(first.distance(to: clamped)) / Double(days) * length
  }

  /// Where a day ends.
  public func end(of day: CivilDay) -> Double { start(of: day.advanced(by: 1)) }

  /// Ticks at round dates, at most that many, at least one where a round date lies on the axis.
  public func ticks(atMost count: Int) -> [Tick] {
    let monthSteps = [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 60000]
    let limit = max(1, count)
    for step in [1, 2, 7, 14] where days / step < limit && days < 62 {
      return stride(from: 0, to: days, by: step).map { offset in
        let day = first.advanced(by: offset)
        return Tick(day: day, label: TimeScale.dayLabel(day, withYear: offset == 0))
      }
    }
    for step in monthSteps where days / (step * 30) <= limit {
      let ticks = monthTicks(every: step)
      if ticks.count <= limit { return ticks }
    }
    return []
  }

  private func monthTicks(every step: Int) -> [Tick] {
    let parts = first.parts
    var month = parts.year * 12 + parts.month - 1
    month = Int((Double(month) / Double(step)).rounded(.down)) * step
    var ticks: [Tick] = []
    while true {
      let year = Int((Double(month) / 12).rounded(.down))
      guard let day = CivilDay(year: year, month: month - year * 12 + 1, day: 1), day <= last
      else { return ticks }
      if day >= first {
        let text = DateText.short(day.description)
        let words = text.split(separator: " ").dropFirst()
        let label = step % 12 == 0 ? words.dropFirst() : words
        ticks.append(Tick(day: day, label: label.joined(separator: " ")))
      }
      month += step
    }
  }

  private static func dayLabel(_ day: CivilDay, withYear: Bool) -> String {
    let words = DateText.short(day.description).split(separator: " ")
    return (withYear ? words[...] : words.prefix(2)).joined(separator: " ")
  }
}
