import TimelineModel

/// Where the events of a drawing stand: bars on an axis, each in a lane with its label, and counted
/// bundles of those that found no room.
///
/// Every dated event that touches the axis is either placed or in exactly one bundle, whatever the
/// room. With limited lanes the best attested events are placed first, so that what a reader sees of
/// a crowded stretch is what most sources tell. Few events have a lane each, from the first at the
/// top to the last at the bottom; more of them share lanes, as nearly in that order as there is room.
public struct EventLayout: Sendable {
  /// What a drawing has room for; lengths are those of the axis, in pixels.
  public struct Room: Sendable {
    /// The most lanes; nil for as many as are needed.
    public var lanes: Int?
    /// The longest labels, tried in turn until all events find a lane.
    public var labels: [Double]
    /// Up to this many events have a lane each.
    public var staircase: Int
    /// The least space between two events in one lane.
    public var gap = 10.0
    /// The least width of a bar, so that a day can be seen on an axis of decades.
    public var leastBar = 7.0
    /// How far a bar reaches towards an end that nothing is known of.
    public var openTail = 40.0
    /// The least width of a bundle.
    public var bundle = 84.0
    /// More events than this are not tried; the rest goes to the bundles.
    public var candidates = 800

    /// Room for that many lanes and labels of those lengths.
    public init(lanes: Int?, labels: [Double], staircase: Int) {
      self.lanes = lanes
      self.labels = labels
      self.staircase = staircase
    }
  }

  /// Where a label stands beside its bar.
  public enum LabelSide: Sendable, Hashable {
    /// It begins where the bar ends.
    case right
    /// It ends where the bar begins.
    case left
    /// It stands in the bar.
    case inside
  }

  /// An event in its lane.
  public struct Placed: Sendable {
    /// Its place among the entries.
    public var index: Int
    /// The days drawn and what is known of their ends.
    public var extent: EventExtent
    /// Where the bar begins and ends.
    public var bar: ClosedRange<Double>
    /// Where bar and label together begin and end.
    public var whole: ClosedRange<Double>
    /// The date, and the title in lines; the last one perhaps cut.
    public var label: (date: String, lines: [String])
    /// Where the label stands.
    public var side: LabelSide
    /// Its lane, from 0; further lines of its label stand in those below.
    public var lane = 0
  }

  /// Events of a stretch of the axis that found no lane.
  public struct Bundle: Sendable, Hashable {
    /// Where the stretch begins and ends.
    public var stretch: ClosedRange<Double>
    /// Their places among the entries.
    public var indices: [Int]
  }

  /// The width of the mark before a label.
  public static let markWidth = 18.0

  /// The events that have a lane.
  public private(set) var placed: [Placed] = []
  /// The events that have none, by stretch of the axis.
  public private(set) var bundles: [Bundle] = []
  /// How many lanes are used.
  public private(set) var lanes = 0

  private let entries: [TimelineEntry]
  private let scale: TimeScale
  private let room: Room
  private let measure: TextMeasure

  /// The layout of entries on an axis; entries that are undated or off the axis are left out.
  public init(
    _ entries: [TimelineEntry], on scale: TimeScale, room: Room,
    measure: TextMeasure = TextMeasure()
  ) {
    self.entries = entries
    self.scale = scale
    self.room = room
    self.measure = measure
    let extents = entries.enumerated().compactMap { index, entry in
      EventExtent(entry.event.description.date, first: scale.first, last: scale.last)
        .map { (index: index, extent: $0) }
    }
    if place(all: extents) { return }
    placeBest(of: extents)
  }

  /// Places all events with the longest labels that let them; false when there is no room.
  private mutating func place(all extents: [(index: Int, extent: EventExtent)]) -> Bool {
    if room.lanes != nil, extents.count > room.candidates { return false }
    for longest in room.labels {
      let isStaircase = extents.count <= room.staircase
      let items = extents.map {
        item($0.index, $0.extent, longest: isStaircase ? scale.length : longest, wraps: isStaircase)
      }
      if isStaircase {
        var lane = 0
        let numbers = items.map { item in
          defer { lane += item.label.lines.count }
          return lane
        }
        setLanes(of: items, to: numbers)
        lanes = lane
        return true
      }
      for order in [items, EventLayout.sortedByBegin(items)] {
        let packed = LanePacking.lanes(order.map(\.whole), gap: room.gap)
        guard (packed.max() ?? -1) < room.lanes ?? .max else { continue }
        setLanes(of: order, to: packed)
        return true
      }
    }
    return false
  }

  /// Places the best attested events and bundles the rest.
  private mutating func placeBest(of extents: [(index: Int, extent: EventExtent)]) {
    let ranked = extents.indices.sorted { left, right in
      let first = EventLayout.weight(entries[extents[left].index].event)
      let second = EventLayout.weight(entries[extents[right].index].event)
      return first == second ? left < right : first > second
    }
    var taken = Array(repeating: [ClosedRange<Double>](), count: room.lanes ?? 0)
    var items: [Placed] = []
    var rest: [Int] = Array(ranked.dropFirst(room.candidates))
    for position in ranked.prefix(room.candidates) {
      let (index, extent) = extents[position]
      let item = item(index, extent, longest: room.labels.last ?? 200, wraps: false)
      let free = taken.firstIndex { lane in
        LanePacking.isFree(lane, for: item.whole, gap: room.gap)
      }
      if let free {
        taken[free].append(item.whole)
        items.append(item)
      } else {
        rest.append(position)
      }
    }
    // Sorted by begin they need no more lanes than they were found room in.
    items = EventLayout.sortedByBegin(items)
    setLanes(of: items, to: LanePacking.lanes(items.map(\.whole), gap: room.gap))
    let size = scale.length / max(1, (scale.length / room.bundle).rounded(.down))
    var cells: [Int: [Int]] = [:]
    for position in rest.sorted() {
      let (index, extent) = extents[position]
      let middle = min(extent.middle(on: scale), scale.length - 1)
      cells[Int(middle / size), default: []].append(index)
    }
    bundles = cells.sorted { $0.key < $1.key }.map { cell, indices in
      let begin = Double(cell) * size
      return Bundle(stretch: begin...min(scale.length, begin + size), indices: indices)
    }
  }

  /// How well an event is attested: its independent sources, then its confidence.
  static func weight(_ event: Event) -> Double {
    Double(event.independentSources) + event.description.confidence
  }

  private static func sortedByBegin(_ items: [Placed]) -> [Placed] {
    items.sorted { ($0.whole.lowerBound, $0.index) < ($1.whole.lowerBound, $1.index) }
  }

  private mutating func setLanes(of items: [Placed], to numbers: [Int]) {
    placed = items
    for (index, lane) in numbers.enumerated() { placed[index].lane = lane }
    lanes = (numbers.max() ?? -1) + 1
  }

  private func item(_ index: Int, _ extent: EventExtent, longest: Double, wraps: Bool) -> Placed {
    let description = entries[index].event.description
    let bar = extent.bar(on: scale, least: room.leastBar, openTail: room.openTail)
    let date = EventWords.date(description.date)
    let dateWidth = measure.width(date + " ")
    let most = min(longest, scale.length - EventLayout.markWidth)
    var title = VisibleText.line(EventWords.headline(description))
    title = measure.cut(title, to: max(30, most - dateWidth))
    var size = EventLayout.markWidth + dateWidth + measure.width(title) + 4
    if bar.upperBound - bar.lowerBound >= size + 8 {
      return Placed(
        index: index, extent: extent, bar: bar, whole: bar, label: (date, [title]), side: .inside)
    }
    let rightRoom = scale.length - bar.upperBound
    let isLeft = size > rightRoom && bar.lowerBound > rightRoom
    let sideRoom = isLeft ? bar.lowerBound : rightRoom
    var lines = [title]
    if size > sideRoom {
      let titleRoom = max(60, sideRoom - EventLayout.markWidth - dateWidth - 4)
      lines = wraps ? measure.lines(title, room: titleRoom) : [measure.cut(title, to: titleRoom)]
      size =
        EventLayout.markWidth + dateWidth + (lines.map { measure.width($0) }.max() ?? 0) + 4
    }
    let whole =
      isLeft
      ? (bar.lowerBound - size)...bar.upperBound : bar.lowerBound...(bar.upperBound + size)
    return Placed(
      index: index, extent: extent, bar: bar, whole: whole, label: (date, lines),
      side: isLeft ? .left : .right)
  }
}
