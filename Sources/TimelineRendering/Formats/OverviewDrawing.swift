import Chronology
import TimelineModel

/// The whole range in a drawing as wide as a page and no higher than a screen.
///
/// What finds no room is counted. Events link to where the page lists them.
struct OverviewDrawing {
  /// The dated events.
  let entries: [TimelineEntry]
  /// The axis.
  let axis: (first: CivilDay, last: CivilDay)
  /// The width of the drawing in pixels.
  var width = 1120.0

  private let base = 44.0
  private let cell = 8.0

  /// The drawing for wide and for narrow windows, as `svg` elements of which a style sheet shows one;
  /// their fades are those of `EventDrawing.fades()`.
  var text: String { wide + narrow }

  /// Events in lanes, labels beside their bars.
  private var wide: String {
    let drawing = EventDrawing(linksToList: true)
    let scale = TimeScale(first: axis.first, last: axis.last, length: width)
    let layout = EventLayout(
      entries, on: scale,
      room: EventLayout.Room(lanes: 28, labels: [width, 340, 230], staircase: 40))
    let counts = Density.counts(
      entries, on: TimeScale(first: axis.first, last: axis.last, length: width / cell))
    let top = base + EventDrawing.laneHeight
    let bottom = top + Double(layout.lanes) * EventDrawing.laneHeight
    let height = bottom + (layout.bundles.isEmpty ? 6 : 26)
    let size = "\(drawing.number(width)) \(drawing.number(height))"
    return
      "<svg class=\"wide\" width=\"\(drawing.number(width))\" height=\"\(drawing.number(height))\""
      + " viewBox=\"0 0 \(size)\">\n"
      + drawing.density(counts, cell: cell, left: 0, base: base, height: 38)
      + drawing.axis(scale, left: 0, base: base, bottom: height)
      + drawing.events(layout, of: entries, left: 0, top: top)
      + drawing.bundles(layout, left: 0, top: bottom) + "</svg>"
  }

  /// A row an event, its whole label below its bar, for telephones.
  private var narrow: String {
    let width = 350.0
    let most = 24
    let drawing = EventDrawing(linksToList: true)
    let scale = TimeScale(first: axis.first, last: axis.last, length: width)
    let ranked = entries.indices.sorted { left, right in
      (EventLayout.weight(entries[left].event), -left)
        > (EventLayout.weight(entries[right].event), -right)
    }
    var rows = ""
    var y = base + EventDrawing.laneHeight
    for index in ranked.prefix(most).sorted() {
      let row = drawing.stackedRow(entries[index], on: scale, y: y)
      rows += row.text
      y += row.height
    }
    if entries.count > most {
      rows += "<text class=\"key\" x=\"0\" y=\"\(drawing.number(y + 14))\">"
      rows += "+\(entries.count - most) more in the list below</text>\n"
      y += 20
    }
    let counts = Density.counts(
      entries, on: TimeScale(first: axis.first, last: axis.last, length: width / cell))
    let size = "\(drawing.number(width)) \(drawing.number(y + 6))"
    return "<svg class=\"narrow\" width=\"\(drawing.number(width))\""
      + " height=\"\(drawing.number(y + 6))\" viewBox=\"0 0 \(size)\">\n"
      + drawing.density(counts, cell: cell, left: 0, base: base, height: 38)
      + drawing.axis(scale, left: 0, base: base, bottom: y) + rows + "</svg>"
  }

  /// What the forms mean, as a list for a page.
  static func legend(_ entries: [TimelineEntry]) -> String {
    let items = EventDrawing().samples(entries).map { sample in
      "<li><svg width=\"22\" height=\"22\" aria-hidden=\"true\">\(sample.draw(0, 0))</svg>"
        + "\(sample.words)</li>\n"
    }
    return items.isEmpty ? "" : "<ul class=\"legend\">\n\(items.joined())</ul>\n"
  }
}
