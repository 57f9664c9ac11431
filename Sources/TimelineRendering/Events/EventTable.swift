import TimelineModel

/// Events as a table: for people on a terminal, and flat for spreadsheets.
public struct EventTable: Sendable {
  /// The columns of the terminal; nil when there is none.
  public var width: Int?
  /// Whether colour codes may be used.
  public var colour: Bool

  /// From this width on every event has its type and place beside the title.
  static let wideWidth = 110

  /// A table of that width.
  public init(width: Int? = nil, colour: Bool = false) {
    self.width = width
    self.colour = colour
  }

  /// The rows and, after an empty line, what they are and what is not shown.
  ///
  /// - Parameters:
  ///   - content: the events.
  ///   - limitHint: how to see what a limit left out.
  /// - Returns: lines ended by newlines.
  public func text(_ content: TimelineContent, limitHint: String = "raise --limit") -> String {
    guard !content.entries.isEmpty else { return footer(content, limitHint: limitHint) + "\n" }
    let rows = content.entries.map(\.event)
    let body: String
    if let width, width < EventTable.wideWidth {
      body = narrow(
        rows, width: width,
        details: rows.map { event in
          [
            [event.description.type, event.description.place].compactMap { $0 }
              .joined(separator: " · ")
          ]
        })
    } else {
      body = wide(rows)
    }
    return body + "\n" + footer(content, limitHint: limitHint) + "\n"
  }

  /// One sentence: how many, in which window, and what is not shown; a legend when one is needed.
  public func footer(_ content: TimelineContent, limitHint: String = "raise --limit") -> String {
    let shown = content.entries.count
    var parts: [String] = []
    var count = EventWords.count(content.total, "event")
    if shown < content.total {
      count = "showing \(shown) of \(count) (\(content.total - shown) left out; \(limitHint))"
    }
    if content.window != nil {
      count += content.certain ? " certainly in " : " possibly in "
      count += EventWords.window(content.window)
    }
    parts.append(count)
    if content.undatedNotShown > 0 {
      parts.append("\(content.undatedNotShown) undated not shown (--undated)")
    }
    var text = parts.joined(separator: " · ")
    var about = false
    var doubtful = false
    var inferred = false
    let entries = content.entries
    for index in entries.indices where entries[index].event.description.date.isDated {
      about = about || entries[index].event.description.date.approximate
      doubtful = doubtful || entries[index].event.description.date.uncertain
      inferred = inferred || entries[index].event.description.date.inferred.contains(.day)
    }
    var legend: [String] = []
    if about { legend.append("~ about") }
    if doubtful { legend.append("? doubtful reading") }
    if inferred { legend.append("* day inferred") }
    if !legend.isEmpty { text += "\n" + legend.joined(separator: "   ") }
    return text
  }

  /// Date, event, type, place and id side by side.
  private func wide(_ events: [Event]) -> String {
    let showsActors = width.map { $0 >= 150 } ?? true
    var columns = [TableColumn("Date"), TableColumn("Event"), TableColumn("Type")]
    if showsActors { columns.append(TableColumn("Actors")) }
    columns += [TableColumn("Place"), TableColumn("Id", fit: .whole)]
    let rows = events.map { event in
      let description = event.description
      var row: [TableCell] = [
        .text(EventWords.date(description.date)), .text(EventWords.headline(description)),
        .text(description.type),
      ]
      if showsActors { row.append(.text(EventTable.actors(description))) }
      return row + [.optional(description.place), .text(event.id)]
    }
    return TableText(width: width, colour: colour).text(Table(columns: columns, rows: rows))
  }

  /// Date, event and id; under the title the lines that belong to each, such as type and place.
  func narrow(_ events: [Event], width: Int, details: [[String]]) -> String {
    let dates = events.map { EventWords.date($0.description.date) }
    let dateWidth = min(18, max(4, dates.map { DisplayWidth.of($0) }.max() ?? 4))
    let ids = events.map { VisibleText.line($0.id) }
    let idWidth = ids.map { DisplayWidth.of($0) }.max() ?? 2
    let eventWidth = max(20, width - dateWidth - idWidth - 4)
    var text = ""
    func add(_ date: String, _ event: String, _ id: String, style: String? = nil) {
      let left = date + blanks(dateWidth - DisplayWidth.of(date)) + "  "
      let shown = VisibleText.isolated(event)
      let styled = colour ? style.map { "\u{1b}[\($0)m\(shown)\u{1b}[0m" } ?? shown : shown
      let right = id.isEmpty ? "" : blanks(eventWidth - DisplayWidth.of(event)) + "  " + id
      text += left + styled + right + "\n"
    }
    add("Date", "Event", "Id", style: "1")
    add(rule(dateWidth), rule(eventWidth), rule(idWidth))
    for (index, event) in events.enumerated() {
      let description = event.description
      let dateLines = TextWrapping.lines(dates[index], width: dateWidth)
      let headline = VisibleText.line(EventWords.headline(description))
      let titleLines = TextWrapping.lines(headline, width: eventWidth)
      let detailLines = details[index].flatMap {
        TextWrapping.lines(VisibleText.line($0), width: eventWidth)
      }
      let eventLines = titleLines + detailLines
      for line in 0..<max(dateLines.count, eventLines.count) {
        add(
          line < dateLines.count ? dateLines[line] : "",
          line < eventLines.count ? eventLines[line] : "",
          line == 0 ? ids[index] : "",
          style: line >= titleLines.count ? "2" : EventTable.style(description))
      }
    }
    return text
  }

  private func blanks(_ count: Int) -> String { String(repeating: " ", count: max(0, count)) }
  private func rule(_ count: Int) -> String { String(repeating: "─", count: count) }

  /// The colour of what has not simply occurred; the marks say the same in words.
  private static func style(_ description: EventDescription) -> String? {
    switch description.actuality {
    case .occurred: nil
    case .planned, .proposed: "33"
    case .denied, .cancelled: "31"
    case .alleged, .unknown: "35"
    }
  }

  static func actors(_ description: EventDescription) -> String {
    description.actors.map(\.name).joined(separator: "; ")
  }
}
