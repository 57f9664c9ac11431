import Chronology
import TimelineModel

/// Events of a layout as elements of SVG, for drawings and pages alike.
///
/// A solid bar lasted throughout, a pale one stands for a time in which it happened once. What has
/// not simply occurred is hollow with a dashed outline, what is only about right fades at both ends,
/// what is open has an arrow. The mark before the label tells the standing by its form, so that
/// colour is never the only sign.
struct EventDrawing {
  /// The height of a lane.
  static let laneHeight = 22.0

  /// Where events link to: their place in the page; nil for no links.
  var linksToList = false

  /// The elements of placed events below `top`.
  func events(_ layout: EventLayout, of entries: [TimelineEntry], left: Double, top: Double)
    -> String
  {
    var text = ""
    for item in layout.placed {
      let entry = entries[item.index]
      let y = top + Double(item.lane) * EventDrawing.laneHeight
      text += group(entry) { element(item, of: entry, left: left, y: y) }
    }
    return text
  }

  /// An event's group with its id, or a link to its place in the page, around other elements.
  func group(_ entry: TimelineEntry, _ content: () -> String) -> String {
    let description = entry.event.description
    let id = HTMLText.escaped(entry.event.id)
    let date = HTMLText.escaped(EventWords.date(description.date))
    let headline = HTMLText.escaped(EventWords.headline(description))
    let title = "<title>\(date): \(headline)</title>"
    let standing = description.actuality.rawValue
    return linksToList
      ? "<a href=\"#\(id)\" class=\"event \(standing)\">\(title)\(content())</a>\n"
      : "<g id=\"\(id)\" class=\"event \(standing)\">\(title)\(content())</g>\n"
  }

  /// An event with its bar above its label, which is as long as it needs to be.
  func stackedRow(_ entry: TimelineEntry, on scale: TimeScale, y: Double)
    -> (text: String, height: Double)
  {
    let description = entry.event.description
    let date = EventWords.date(description.date)
    let words = "\(date) \(VisibleText.line(EventWords.headline(description)))"
    let measure = TextMeasure()
    let lines = measure.lines(words, room: scale.length - EventLayout.markWidth)
    let text = group(entry) {
      var text = ""
      if let extent = EventExtent(description.date, first: scale.first, last: scale.last) {
        let bar = extent.bar(on: scale, least: 7, openTail: 40)
        text += self.bar(bar, extent, description.actuality, left: 0, y: y)
      }
      text += mark(description.actuality, x: 5, y: y + 27)
      for (index, line) in lines.enumerated() {
        text += "<text x=\"\(number(EventLayout.markWidth))\""
        text += " y=\"\(number(y + 31 + Double(index) * 16))\">"
        if index == 0, line.hasPrefix(date) {
          text += "<tspan class=\"d\">\(HTMLText.escaped(date))</tspan> "
          text += bidirectional(String(line.dropFirst(date.count))) + "</text>"
        } else {
          text += bidirectional(line) + "</text>"
        }
      }
      return text
    }
    return (text, 28 + Double(lines.count) * 16)
  }

  private func element(
    _ item: EventLayout.Placed, of entry: TimelineEntry, left: Double, y: Double
  ) -> String {
    let standing = entry.event.description.actuality
    let begin = left + item.bar.lowerBound
    let width = item.bar.upperBound - item.bar.lowerBound
    var text = bar(item.bar, item.extent, standing, left: left, y: y)
    // The mark stands between bar and label, so that the eye finds from one to the other.
    let isLeft = item.side == .left
    let x = isLeft ? begin - 9 : item.side == .inside ? begin + 17 : begin + width + 9
    text += mark(standing, x: x, y: y + 11)
    for (index, line) in item.label.lines.enumerated() {
      let base = y + 15 + Double(index) * EventDrawing.laneHeight * 0.75
      text += "<text x=\"\(number(isLeft ? x - 9 : x + 9))\" y=\"\(number(base))\""
      text += isLeft ? " text-anchor=\"end\">" : ">"
      if index == 0 {
        text += "<tspan class=\"d\">\(HTMLText.escaped(item.label.date))</tspan> "
      }
      text += bidirectional(line) + "</text>"
    }
    return text
  }

  /// The bar of an event, with arrows at open ends.
  private func bar(
    _ bar: ClosedRange<Double>, _ extent: EventExtent, _ standing: Actuality, left: Double,
    y: Double
  ) -> String {
    let begin = left + bar.lowerBound
    let width = bar.upperBound - bar.lowerBound
    var text = "<rect class=\"\(EventDrawing.classes(extent, standing))\""
    text += " x=\"\(number(begin))\" y=\"\(number(y + 5))\" width=\"\(number(width))\""
    let radius = extent.lasted || extent.isExact ? 2 : min(6, width / 2)
    text += " height=\"12\" rx=\"\(number(radius))\"/>"
    if extent.opensBefore { text += arrow(begin + 1, y, 6) }
    if extent.opensAfter { text += arrow(begin + width - 1, y, -6) }
    return text
  }

  /// The mark and the words of an event that has no bar.
  func row(_ description: EventDescription, lines: [String], x: Double, y: Double) -> String {
    var text = mark(description.actuality, x: x + 5, y: y + 11)
    for (index, line) in lines.enumerated() {
      text += "<text x=\"\(number(x + EventLayout.markWidth))\""
      text += " y=\"\(number(y + 15 + Double(index) * 16))\">\(bidirectional(line))</text>"
    }
    return text
  }

  /// Classes of a bar: its standing is that of the group.
  static func classes(_ extent: EventExtent, _ standing: Actuality) -> String {
    var classes = ["bar"]
    if extent.lasted { classes.append("lasted") }
    if extent.isExact { classes.append("exact") }
    if standing != .occurred { classes.append("open") }
    if extent.isSoft { classes.append("soft") }
    return classes.joined(separator: " ")
  }

  /// Right-to-left titles keep their own order without turning the label around.
  private func bidirectional(_ text: String) -> String {
    VisibleText.isolated(HTMLText.escaped(text))
  }

  private func arrow(_ x: Double, _ y: Double, _ back: Double) -> String {
    "<path class=\"arrow\" d=\"M\(number(x + back)) \(number(y + 5.5))l\(number(-back)) 5.5"
      + "l\(number(back)) 5.5\"/>"
  }

  /// The sign of a standing, centred on a point.
  func mark(_ standing: Actuality, x: Double, y: Double) -> String {
    let at = "M\(number(x)) \(number(y))"
    let circle = "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0"
    switch standing {
    case .occurred: return "<path class=\"mark full\" d=\"\(at)\(circle)z\"/>"
    case .planned: return "<path class=\"mark\" d=\"\(at)\(circle)z\"/>"
    case .proposed: return "<path class=\"mark\" d=\"\(at)m0 -5l5 5l-5 5l-5 -5z\"/>"
    case .denied: return "<path class=\"mark\" d=\"\(at)m-4 -4l8 8m0 -8l-8 8\"/>"
    case .cancelled: return "<path class=\"mark\" d=\"\(at)\(circle)m1.2 2.8l5.6 -5.6\"/>"
    case .alleged, .unknown:
      return "<path class=\"mark\" d=\"\(at)m-3 -2a3 2.8 0 1 1 4.4 2.4c-1 .6 -1.4 1 -1.4 2.1"
        + "m0 2.2v.9\"/>"
    }
  }

  /// Counted bundles of what found no room, below the lanes.
  func bundles(_ layout: EventLayout, left: Double, top: Double) -> String {
    layout.bundles.map { bundle in
      let middle = left + (bundle.stretch.lowerBound + bundle.stretch.upperBound) / 2
      return "<text class=\"more\" x=\"\(number(middle))\" y=\"\(number(top + 14))\">"
        + "+\(bundle.indices.count) more</text>\n"
    }.joined()
  }

  /// Counts by stretch of the axis as columns that stand on `base`.
  func density(_ counts: [Int], cell: Double, left: Double, base: Double, height: Double) -> String
  {
    guard let peak = counts.max(), peak > 0 else { return "" }
    var path = ""
    for (index, count) in counts.enumerated() where count > 0 {
      let size = max(2, Double(count) / Double(peak) * height)
      path += "M\(number(left + Double(index) * cell)) \(number(base))v\(number(-size))"
      path += "h\(number(max(1, cell - 1)))v\(number(size))z"
    }
    return "<path class=\"density\" d=\"\(path)\"/>\n"
  }

  /// Lines and labels of an axis whose base is at `base`, down to `bottom`.
  func axis(
    _ scale: TimeScale, left: Double, base: Double, bottom: Double, isLabelled: Bool = true
  ) -> String {
    var text =
      "<path class=\"axis\" d=\"M\(number(left)) \(number(base))h\(number(scale.length))\"/>"
    for tick in scale.ticks(atMost: max(2, Int(scale.length / 80))) {
      let x = left + scale.start(of: tick.day)
      text += "<path class=\"grid\" d=\"M\(number(x)) \(number(base))V\(number(bottom))\"/>"
      guard isLabelled,
        scale.start(of: tick.day) + TextMeasure().width(tick.label) + 4 < scale.length
      else { continue }
      text += "<text class=\"tick\" x=\"\(number(x + 3))\" y=\"\(number(base + 13))\">"
      text += "\(HTMLText.escaped(tick.label))</text>\n"
    }
    return text
  }

  /// A form with its meaning, drawn at a point in a box of 22 by 22 pixels.
  typealias Sample = (draw: (Double, Double) -> String, words: String)

  /// What the forms mean, as far as they are used.
  func samples(_ entries: [TimelineEntry]) -> [Sample] {
    var samples: [Sample] = []
    for standing in Actuality.allCases
    where entries.contains(where: { $0.event.description.actuality == standing }) {
      let words = standing == .unknown ? "unconfirmed" : standing.rawValue
      samples.append(
        (
          { x, y in
            "<g class=\"\(standing.rawValue)\">" + mark(standing, x: x + 11, y: y + 11) + "</g>"
          }, words
        ))
    }
    func bar(_ classes: String, _ words: String) {
      let radius = ["lasted", "exact"].contains(classes) ? 2 : 6
      let width = classes == "exact" ? 7.0 : 20
      samples.append(
        (
          { x, y in
            "<g class=\"occurred\"><rect class=\"bar \(classes)\" x=\"\(number(x + 11 - width / 2))\""
              + " y=\"\(number(y + 5))\" width=\"\(number(width))\" height=\"12\" rx=\"\(radius)\"/></g>"
          }, words
        ))
    }
    let dates = entries.map(\.event.description.date).filter(\.isDated)
    if dates.contains(where: { $0.span.length == 1 }) { bar("exact", "on that day") }
    if dates.contains(where: { $0.shape == .throughout }) { bar("lasted", "lasted throughout") }
    if dates.contains(where: { $0.shape == .within && $0.span.length != 1 }) {
      bar("", "once, within that time")
    }
    if dates.contains(where: \.approximate) { bar("soft", "about that time") }
    if entries.contains(where: {
      $0.event.description.actuality != .occurred && $0.event.description.date.isDated
    }) {
      bar("open", "has not simply occurred")
    }
    if !dates.isEmpty {
      samples.append(
        (
          { x, y in "<g class=\"occurred\">" + arrow(x + 8, y, 6) + "</g>" },
          "open end, or beyond the axis"
        ))
    }
    return samples
  }

  /// The samples as rows of a drawing.
  func legend(_ entries: [TimelineEntry], left: Double, top: Double, width: Double)
    -> (text: String, height: Double)
  {
    var text = ""
    var x = left
    var y = top
    for sample in samples(entries) {
      let size = 26 + TextMeasure(size: 11).width(sample.words) + 16
      if x > left, x + size > left + width {
        x = left
        y += EventDrawing.laneHeight
      }
      text += sample.draw(x, y)
      text += "<text class=\"key\" x=\"\(number(x + 26))\" y=\"\(number(y + 15))\">"
      text += "\(sample.words)</text>\n"
      x += size
    }
    return (text, y - top + EventDrawing.laneHeight)
  }

  /// The fades of bars whose ends are only about right, one a standing.
  static func fades() -> String {
    let stops = Actuality.allCases.map { standing in
      "<linearGradient id=\"fade-\(standing.rawValue)\" class=\"\(standing.rawValue)\">"
        + [("0", "0"), ("0.4", "0.6"), ("0.6", "0.6"), ("1", "0")].map { offset, opacity in
          "<stop offset=\"\(offset)\" stop-color=\"currentColor\" stop-opacity=\"\(opacity)\"/>"
        }.joined() + "</linearGradient>"
    }
    return "<defs>\(stops.joined())</defs>\n"
  }

  /// A coordinate with one decimal.
  func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}
