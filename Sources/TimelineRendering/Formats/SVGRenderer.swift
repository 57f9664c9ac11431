import Chronology
import TimelineModel

/// Events as one drawing of the whole range, every event labelled; grouped ones as small multiples.
///
/// Filled bars lasted throughout, pale ones happened once inside; dashed outlines have not simply
/// occurred, dotted ones are approximate. Undated events stand in a shelf below. Every event is a
/// group with its id and a title element.
///
/// Source: W3C, Scalable Vector Graphics 1.1.
public struct SVGRenderer: Renderer {
  /// The width of the drawing in pixels.
  public var width: Double
  /// What events are put together by; nil for one band.
  public var groupBy: GroupKey?

  private let laneHeight = 20.0
  private let characterWidth = 6.6
  private let longestLabel = 44

  /// A renderer of drawings of that width.
  public init(width: Double = 1280, groupBy: GroupKey? = nil) {
    self.width = max(400, width)
    self.groupBy = groupBy
  }

  /// The drawing.
  public func text(_ content: TimelineContent) -> String {
    var body = ""
    var y = 34.0
    body += "<text class=\"h\" x=\"12\" y=\"22\">\(HTMLText.escaped(content.title))</text>\n"
    if let axis = EventExtent.axis(of: content) {
      let scale = TimeScale(first: axis.first, last: axis.last, length: width - 24)
      let dated = content.entries.filter { $0.event.description.date.isDated }
      let bands = groupBy?.groups(dated) ?? [(name: "", entries: dated)]
      for band in bands {
        if !band.name.isEmpty {
          let heading = "\(HTMLText.escaped(band.name)) (\(band.entries.count))"
          body += "<text class=\"g\" x=\"12\" y=\"\(number(y + 14))\">\(heading)</text>\n"
          y += 20
        }
        let lanes = draw(band.entries, on: scale, from: y + 22)
        body += axisLine(scale, top: y, height: 22 + lanes.height) + lanes.text
        y += 22 + lanes.height + 14
      }
    }
    let undated = content.entries.filter { !$0.event.description.date.isDated }
    if !undated.isEmpty {
      body +=
        "<text class=\"g\" x=\"12\" y=\"\(number(y + 14))\">Undated (\(undated.count))</text>\n"
      y += 20
      for entry in undated {
        let label = HTMLText.escaped(
          TextWrapping.cut(
            VisibleText.line(EventWords.headline(entry.event.description)),
            width: Int((width - 24) / characterWidth)))
        body += group(entry) + "<text x=\"12\" y=\"\(number(y + 14))\">\(label)</text></g>\n"
        y += laneHeight
      }
    }
    let footer = EventTable().footer(content, limitHint: "made with --limit").split(separator: "\n")
    body += "<text class=\"s\" x=\"12\" y=\"\(number(y + 16))\">"
    body += HTMLText.escaped(footer.joined(separator: " · ")) + "</text>\n"
    return head(height: y + 30, title: content.title) + body + "</svg>\n"
  }

  private func head(height: Double, title: String) -> String {
    """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
    viewBox="0 0 \(number(width)) \(number(height))" font-family="sans-serif" font-size="12" role="img">
    <title>\(HTMLText.escaped(title))</title>
    <style>text{fill:#1b1f24}.h{font-size:16px;font-weight:bold}.g{font-weight:bold}.s{fill:#5b6570}\
    .a{stroke:#d5dae0}.b{stroke-width:1.2}.occurred{stroke:#1a7f4b;fill:#1a7f4b}\
    .planned{stroke:#9a6700;fill:#9a6700}.proposed{stroke:#7a4fb5;fill:#7a4fb5}\
    .denied{stroke:#b42318;fill:#b42318}.cancelled{stroke:#8a2f2f;fill:#8a2f2f}\
    .alleged{stroke:#6b5b00;fill:#6b5b00}.unknown{stroke:#5b6570;fill:#5b6570}</style>
    <rect width="100%" height="100%" fill="#fff"/>

    """
  }

  private func axisLine(_ scale: TimeScale, top: Double, height: Double) -> String {
    var text = "<line class=\"a\" x1=\"12\" x2=\"\(number(width - 12))\" y1=\"\(number(top + 16))\""
    text += " y2=\"\(number(top + 16))\"/>\n"
    for tick in scale.ticks(atMost: Int(width / 90)) {
      let x = 12 + scale.start(of: tick.day)
      text += "<line class=\"a\" x1=\"\(number(x))\" x2=\"\(number(x))\" y1=\"\(number(top + 4))\""
      text += " y2=\"\(number(top + height))\"/>"
      guard x < width - 60 else { continue }
      text += "<text class=\"s\" x=\"\(number(x + 3))\" y=\"\(number(top + 12))\">"
      text += "\(HTMLText.escaped(tick.label))</text>\n"
    }
    return text
  }

  /// An event ready to be put into a lane.
  private struct Placed {
    var entry: TimelineEntry
    var extent: EventExtent
    var begin: Double
    var end: Double
    var label: String
    var isLeft: Bool
    var from: Double
    var to: Double
  }

  private func draw(_ entries: [TimelineEntry], on scale: TimeScale, from top: Double)
    -> (text: String, height: Double)
  {
    let placed = entries.compactMap { place($0, on: scale) }.sorted {
      ($0.from, $0.entry.event.id) < ($1.from, $1.entry.event.id)
    }
    let lanes = LanePacking.lanes(placed.map { ($0.from, $0.to) }, gap: 6)
    var text = ""
    for (item, lane) in zip(placed, lanes) {
      text += draw(item, y: top + Double(lane) * laneHeight)
    }
    return (text, Double((lanes.max() ?? 0) + 1) * laneHeight)
  }

  private func place(_ entry: TimelineEntry, on scale: TimeScale) -> Placed? {
    let description = entry.event.description
    guard let extent = EventExtent(description.date, first: scale.first, last: scale.last)
    else { return nil }
    let begin = 12 + scale.start(of: extent.first)
    let end = max(begin + 6, 12 + scale.end(of: extent.last))
    let full =
      "\(EventWords.date(description.date)) " + VisibleText.line(EventWords.headline(description))
    let label = TextWrapping.cut(full, width: longestLabel)
    let size = Double(DisplayWidth.of(label)) * characterWidth + 8
    // No room at the right: the label stands left of its bar, or inside when the bar is long.
    let isInside = end - begin > size
    let isLeft = !isInside && end + size > width - 4
    return Placed(
      entry: entry, extent: extent, begin: begin, end: end, label: label, isLeft: isLeft,
      from: isLeft ? begin - size : begin, to: isInside || isLeft ? end : end + size)
  }

  private func group(_ entry: TimelineEntry) -> String {
    let description = entry.event.description
    let headline = HTMLText.escaped(EventWords.headline(description))
    let date = HTMLText.escaped(EventWords.date(description.date))
    return "<g id=\"\(HTMLText.escaped(entry.event.id))\"><title>\(date): \(headline)</title>"
  }

  private func draw(_ item: Placed, y: Double) -> String {
    let standing = item.entry.event.description.actuality
    let isCertain = standing == .occurred
    var dashes = isCertain ? "" : " stroke-dasharray=\"4 2\""
    if item.extent.isSoft { dashes = " stroke-dasharray=\"1 3\"" }
    let opacity = isCertain ? (item.extent.lasted ? "0.5" : "0.18") : "0.06"
    var text = group(item.entry)
    text += "<rect class=\"b \(standing.rawValue)\" x=\"\(number(item.begin))\""
    text += " y=\"\(number(y + 3))\" width=\"\(number(item.end - item.begin))\" height=\"13\""
    text += " rx=\"\(item.extent.lasted ? 1 : 6)\" fill-opacity=\"\(opacity)\"\(dashes)/>"
    if item.extent.opensBefore { text += arrow(item.begin + 7, y, -6, standing) }
    if item.extent.opensAfter { text += arrow(item.end - 7, y, 6, standing) }
    let isInside = !item.isLeft && item.to == item.end
    let x = item.isLeft ? item.begin - 4 : isInside ? item.begin + 12 : item.end + 4
    text += "<text x=\"\(number(x))\" y=\"\(number(y + 14))\""
    text += item.isLeft ? " text-anchor=\"end\">" : ">"
    return text + HTMLText.escaped(item.label) + "</text></g>\n"
  }

  private func arrow(_ x: Double, _ y: Double, _ tip: Double, _ standing: Actuality) -> String {
    "<path class=\"b \(standing.rawValue)\" style=\"fill:none\" d=\"M\(number(x)) \(number(y + 4))"
      + "l\(number(tip)) 5.5l\(number(-tip)) 5.5\"/>"
  }

  /// A coordinate with one decimal.
  private func number(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths < 0 ? "-" : ""
    let size = abs(tenths)
    return size % 10 == 0 ? "\(sign)\(size / 10)" : "\(sign)\(size / 10).\(size % 10)"
  }
}
