import Chronology
import TimelineModel

/// Events as one drawing of the whole range, every event labelled; grouped ones as small multiples.
///
/// Undated events stand on a shelf below. Every event is a group with its id and a title element.
/// What the forms mean is said in `EventDrawing` and in the drawing's own legend.
///
/// Source: W3C, Scalable Vector Graphics 1.1.
public struct SVGRenderer: Renderer {
  /// The width of the drawing in pixels.
  public var width: Double
  /// What events are put together by; nil for one band.
  public var groupBy: GroupKey?

  private let margin = 16.0
  /// With more events than this in a band, labels are cut to keep its lanes few.
  private let mostFullLabels = 400

  /// A renderer of drawings of that width.
  public init(width: Double = 1280, groupBy: GroupKey? = nil) {
    self.width = max(400, width)
    self.groupBy = groupBy
  }

  /// The drawing.
  public func text(_ content: TimelineContent) -> String {
    let drawing = EventDrawing()
    var body = ""
    var y = 14.0
    for line in wrapped(content.title, size: 18) {
      body += words("h", line, y: y + 16)
      y += 24
    }
    for line in wrapped(summary(content), size: 12) {
      body += words("s", line, y: y + 12)
      y += 17
    }
    y += 8
    if let axis = EventExtent.axis(of: content) {
      let scale = TimeScale(first: axis.first, last: axis.last, length: width - 2 * margin)
      bands(content, on: scale, drawing, to: &body, at: &y)
    }
    let undated = content.entries.filter { !$0.event.description.date.isDated }
    if !undated.isEmpty {
      body += words("g", "Undated (\(undated.count))", y: y + 15)
      y += 22
      shelf(undated, drawing, to: &body, at: &y)
    }
    if !content.entries.isEmpty {
      let legend = drawing.legend(
        content.entries, left: margin, top: y + 8, width: width - 2 * margin)
      body += legend.text
      y += 8 + legend.height
    }
    return head(height: y + 14, title: content.title) + body + "</svg>\n"
  }

  /// The columns of counts, the axis and the bands of events below it.
  private func bands(
    _ content: TimelineContent, on scale: TimeScale, _ drawing: EventDrawing,
    to body: inout String, at y: inout Double
  ) {
    let dated = content.entries.filter { $0.event.description.date.isDated }
    let cell = 8.0
    let cells = TimeScale(
      first: scale.first, last: scale.last, length: (scale.length / cell).rounded(.up))
    let counts = Density.counts(dated, on: cells)
    if let peak = counts.max(), peak > 1 {
      body += words("s", "Events along time; the highest column holds \(peak)", y: y + 10)
      body += drawing.density(counts, cell: cell, left: margin, base: y + 54, height: 36)
      y += 54
    }
    var labelled = -Double.infinity
    for band in groupBy?.groups(dated) ?? [(name: "", entries: dated)] {
      if !band.name.isEmpty {
        let heading = "\(VisibleText.line(band.name)) (\(band.entries.count))"
        body += words("g", TextMeasure().cut(heading, to: scale.length), y: y + 15)
        y += 22
      }
      let longest = band.entries.count > mostFullLabels ? 300 : scale.length * 0.75
      let layout = EventLayout(
        band.entries, on: scale,
        room: EventLayout.Room(lanes: nil, labels: [longest], staircase: 60))
      // The years are written again where the last ones are out of sight.
      let isLabelled = y - labelled > 500
      if isLabelled { labelled = y }
      let top = y + (isLabelled ? 20 : 4)
      let bottom = top + Double(layout.lanes) * EventDrawing.laneHeight
      body += drawing.axis(scale, left: margin, base: y, bottom: bottom, isLabelled: isLabelled)
      body += drawing.events(layout, of: band.entries, left: margin, top: top)
      y = bottom + 18
    }
  }

  /// Undated events, a line each.
  private func shelf(
    _ undated: [TimelineEntry], _ drawing: EventDrawing, to body: inout String, at y: inout Double
  ) {
    for entry in undated {
      let description = entry.event.description
      var text = VisibleText.line(EventWords.headline(description))
      if let bounds = EventWords.bounds(ofUndated: description.date) { text += ", \(bounds)" }
      let lines = TextMeasure().lines(text, room: width - 2 * margin - EventLayout.markWidth)
      body += drawing.group(entry) { drawing.row(description, lines: lines, x: margin, y: y) }
      y += EventDrawing.laneHeight + Double(lines.count - 1) * 16
    }
  }

  private func summary(_ content: TimelineContent) -> String {
    EventTable().footer(content, limitHint: "made with --limit").split(separator: "\n")
      .joined(separator: " · ")
  }

  /// A text in lines of the drawing's width.
  private func wrapped(_ text: String, size: Double) -> [String] {
    TextMeasure(size: size).lines(VisibleText.line(text), room: width - 2 * margin)
  }

  private func words(_ style: String, _ text: String, y: Double) -> String {
    "<text class=\"\(style)\" x=\"\(Int(margin))\" y=\"\(EventDrawing().number(y))\">"
      + VisibleText.isolated(HTMLText.escaped(text)) + "</text>\n"
  }

  private func head(height: Double, title: String) -> String {
    let number = EventDrawing().number
    let fades = Actuality.allCases.map {
      ".\($0.rawValue) .soft{fill:url(#fade-\($0.rawValue))}"
    }.joined()
    return """
      <?xml version="1.0" encoding="UTF-8"?>
      <svg xmlns="http://www.w3.org/2000/svg" width="\(number(width))" height="\(number(height))" \
      viewBox="0 0 \(number(width)) \(number(height))" \
      font-family="Helvetica,Arial,'Segoe UI','Noto Sans','DejaVu Sans',sans-serif" \
      font-size="12" role="img">
      <title>\(HTMLText.escaped(title))</title>
      <style>text{fill:#1a1d21;paint-order:stroke;stroke:#fff;stroke-width:3px;stroke-linejoin:round}.h{font-size:18px;font-weight:bold}.g{font-weight:bold}\
      .s,.tick,.key{fill:#57606a}.d{fill:#57606a}.tick,.key{font-size:11px}\
      .axis,.grid{fill:none;stroke:#8c959f}.grid{stroke:#e3e7eb}.density{fill:#b6bfc9}\
      .bar{fill:currentColor;fill-opacity:.25;stroke:currentColor;stroke-opacity:.7}\
      .lasted,.exact{fill-opacity:.8}.open{fill-opacity:.05;stroke-dasharray:4 2;stroke-opacity:1}\
      .bar.soft{fill-opacity:1;stroke:none}.soft.open{stroke:currentColor;stroke-dasharray:1 4}\
      .arrow,.mark{fill:none;stroke:currentColor;stroke-width:1.6}.full{fill:currentColor}\
      .occurred{color:#17607f}.planned{color:#8f5600}.proposed{color:#6b3fa0}\
      .denied{color:#b3261e}.cancelled{color:#7a4a4a}.alleged{color:#6d5d00}.unknown{color:#57606a}\
      \(fades)</style>
      \(EventDrawing.fades())\
      <rect width="100%" height="100%" fill="#fff"/>

      """
  }
}
