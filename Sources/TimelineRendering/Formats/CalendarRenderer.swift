import Chronology
import TimelineModel

/// Events as an iCalendar object.
///
/// Every dated event is an all-day VEVENT over all days that it can fall on; when that is more
/// than it is known to take, its summary begins with the date as people write it. Undated events,
/// and those that iCalendar's years cannot express, are VJOURNAL entries without a start, so that
/// none is lost. Stamps come from the sources, never from the clock.
///
/// Source: RFC 5545.
public struct CalendarRenderer: Renderer {
  /// A renderer of calendars.
  public init() {}

  /// The calendar, lines ended by CR LF and folded at 75 octets.
  public func text(_ content: TimelineContent) -> String {
    var bytes: [UInt8] = []
    write("BEGIN:VCALENDAR", to: &bytes)
    write("VERSION:2.0", to: &bytes)
    write("PRODID:-//timeline//timeline//EN", to: &bytes)
    write("CALSCALE:GREGORIAN", to: &bytes)
    write("X-WR-CALNAME:" + escaped(content.title), to: &bytes)
    // RFC 5545 wants a component in every calendar; an empty timeline says that it is one.
    if content.entries.isEmpty {
      write("BEGIN:VJOURNAL\r\nUID:empty@timeline.invalid", to: &bytes)
      write("DTSTAMP:19700101T000000Z", to: &bytes)
      write("SUMMARY:no events\r\nEND:VJOURNAL", to: &bytes)
    }
    for entry in content.entries { write(entry, in: content, to: &bytes) }
    write("END:VCALENDAR", to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  private func write(_ entry: TimelineEntry, in content: TimelineContent, to bytes: inout [UInt8]) {
    let description = entry.event.description
    let days = days(description.date)
    let component = days == nil ? "VJOURNAL" : "VEVENT"
    write("BEGIN:\(component)", to: &bytes)
    write("UID:\(escaped(entry.event.id))@timeline.invalid", to: &bytes)
    let source = entry.mentions.first.map { content.document(named: $0.document) }
    let stamp = source?.published?.span.earliest.flatMap(date) ?? "19700101"
    write("DTSTAMP:\(stamp)T000000Z", to: &bytes)
    if let days {
      write("DTSTART;VALUE=DATE:\(days.first)", to: &bytes)
      write("DTEND;VALUE=DATE:\(days.next)", to: &bytes)
      write("TRANSP:TRANSPARENT", to: &bytes)
    }
    write("SUMMARY:" + escaped(summary(description)), to: &bytes)
    write("STATUS:" + status(description.actuality, isEvent: days != nil), to: &bytes)
    write("CATEGORIES:" + escaped(description.type), to: &bytes)
    if let place = description.place, days != nil {
      write("LOCATION:" + escaped(place), to: &bytes)
    }
    write("DESCRIPTION:" + escapedLines(notes(entry, in: content)), to: &bytes)
    write("END:\(component)", to: &bytes)
  }

  /// The first day and the day after the last; an open end is the day of the other bound.
  private func days(_ eventDate: EventDate) -> (first: String, next: String)? {
    guard eventDate.isDated, let start = eventDate.span.earliest ?? eventDate.span.latest,
      let end = eventDate.span.latest ?? eventDate.span.earliest,
      let first = date(start), let next = date(end.advanced(by: 1))
    else { return nil }
    return (first, next)
  }

  private func date(_ day: CivilDay) -> String? {
    guard (1...9999).contains(day.year) else { return nil }
    return String(day.description.filter { $0 != "-" })
  }

  private func summary(_ description: EventDescription) -> String {
    let date = description.date
    let exact =
      date.isDated && date.span.earliest != nil && !date.approximate
      && (date.span.length == 1 || date.shape == .throughout && date.span.latest != nil)
    let headline = VisibleText.line(EventWords.headline(description))
    return exact ? headline : "(\(EventWords.date(date))) \(headline)"
  }

  private func status(_ actuality: Actuality, isEvent: Bool) -> String {
    switch actuality {
    case .occurred: isEvent ? "CONFIRMED" : "FINAL"
    case .cancelled, .denied: "CANCELLED"
    case .planned, .proposed, .alleged, .unknown: isEvent ? "TENTATIVE" : "DRAFT"
    }
  }

  private func notes(_ entry: TimelineEntry, in content: TimelineContent) -> [String] {
    let description = entry.event.description
    var lines = ["Date: " + EventDetails.dateLine(description.date)]
    lines.append("Standing: " + EventDetails.standing(description))
    if !description.actors.isEmpty { lines.append("Actors: " + EventTable.actors(description)) }
    for mention in entry.citations {
      lines.append("“\(mention.evidence.exact)”")
      lines.append("— " + content.document(named: mention.document).citation)
    }
    if let source = entry.event.source { lines.append("Source: " + source) }
    return lines.map { VisibleText.line($0) }
  }

  private func escaped(_ text: String) -> String {
    var result = ""
    for character in VisibleText.line(text) {
      if "\\;,".contains(character) { result += "\\" }
      result.append(character)
    }
    return result
  }

  private func escapedLines(_ lines: [String]) -> String {
    lines.map(escaped).joined(separator: "\\n")
  }

  /// Appends a content line, folded so that no line is longer than 75 octets and no character is
  /// cut.
  private func write(_ line: String, to bytes: inout [UInt8]) {
    var used = 0
    for scalar in line.unicodeScalars {
      let size = UTF8.width(scalar)
      if scalar == "\r" || scalar == "\n" {
        used = 0
      } else if used + size > 75 {
        bytes += Array("\r\n ".utf8)
        used = 1 + size
      } else {
        used += size
      }
      bytes += Array(String(scalar).utf8)
    }
    bytes += Array("\r\n".utf8)
  }
}
