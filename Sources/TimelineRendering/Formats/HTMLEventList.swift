import Chronology
import TimelineModel

/// The events of a page as a list by year with their quotes and sources, and a shelf of undated ones.
struct HTMLEventList {
  /// Where sources are looked up.
  let content: TimelineContent
  /// The dated events in the order of time.
  let dated: [TimelineEntry]
  /// The undated events.
  let undated: [TimelineEntry]
  /// Whether browsers parse the whole list at once, not part by part when a reader comes near.
  let isParsed: Bool

  /// How many events such a part holds at most.
  private let partSize = 200

  /// The sections.
  var text: String {
    var text = ""
    var start = 0
    while start < dated.count {
      let heading = HTMLEventList.heading(dated[start].event.description.date)
      var end = start + 1
      while end < dated.count,
        HTMLEventList.heading(dated[end].event.description.date) == heading
      { end += 1 }
      text += section(heading, dated[start..<end], from: start)
      start = end
    }
    if !undated.isEmpty {
      text += section(
        "Undated", undated[...], from: dated.count,
        note: "Their sources give no date. Any bounds come from the documents alone.")
    }
    if content.entries.isEmpty { text += "<p>No events.</p>\n" }
    if !isParsed {
      text += """
        <p id="unprinted" class="soft" hidden>Further events are not printed; the page on a screen \
        lists them all.</p>

        """
    } else {
      text += "<p id=\"unprinted\" hidden></p>\n"
    }
    return text
  }

  private func section(
    _ heading: String, _ entries: ArraySlice<TimelineEntry>, from start: Int, note: String? = nil
  ) -> String {
    let count = EventWords.count(entries.count, "event")
    var text =
      note == nil ? "<section class=\"year\">\n" : "<section class=\"year\" id=\"undated\">\n"
    text += "<h2>\(HTMLText.escaped(heading))"
    text += " <span class=\"soft\">\(count)</span></h2>\n"
    if let note { text += "<p class=\"soft\">\(note)</p>\n" }
    let size = isParsed ? entries.count : partSize
    for offset in stride(from: 0, to: entries.count, by: size) {
      let part = entries.dropFirst(offset).prefix(size)
      text += "<div class=\"part\" data-start=\"\(start + offset)\" data-count=\"\(part.count)\">"
      let list = "<ol class=\"events\">\(part.map(item).joined())</ol>"
      text += isParsed ? list : "<noscript>\(list)</noscript>"
      text += "</div>\n"
    }
    return text + "</section>\n"
  }

  /// The year that an event stands under, or its decade or century when that is all there is.
  private static func heading(_ date: EventDate) -> String {
    if date.precision == .decade || date.precision == .century { return EventWords.date(date) }
    guard let year = (date.span.earliest ?? date.span.latest)?.year else {
      return "Open at both ends"
    }
    return year > 0 ? String(year) : "\(1 - year) BCE"
  }

  private func item(_ entry: TimelineEntry) -> String {
    let event = entry.event
    let description = event.description
    let id = HTMLText.escaped(event.id)
    let standing = description.actuality.rawValue
    var text = "<li id=\"\(id)\" class=\"\(standing)\">"
    text +=
      "<p class=\"when\" dir=\"auto\">\(HTMLText.escaped(EventWords.date(description.date)))</p>"
    text += "<div>\n<h3 dir=\"auto\">"
    if description.actuality != .occurred {
      let word = description.actuality == .unknown ? "unconfirmed" : standing
      text += "<span class=\"badge \(standing)\">\(word)</span>"
    }
    if let stage = description.stage {
      text += "<span class=\"badge stage\">\(HTMLText.escaped(EventWords.spaced(stage)))</span>"
    }
    text += "<span class=\"t\">\(HTMLText.escaped(description.title))</span></h3>\n"
    text += "<p class=\"soft\">\(details(entry)) · "
    text += "<a class=\"id\" href=\"#\(id)\">\(id)</a></p>\n"
    for mention in entry.citations {
      let source = content.document(named: mention.document)
      text += "<blockquote dir=\"auto\">\(quote(mention))</blockquote>\n"
      text += "<p class=\"soft\">— \(citation(source))</p>\n"
    }
    if let source = event.source {
      text += "<p class=\"soft\">Source: \(HTMLText.escaped(source))</p>\n"
    }
    return text + "</div></li>\n"
  }

  /// The quote with the words that date the event marked.
  private func quote(_ mention: EventMention) -> String {
    let exact = VisibleText.line(mention.evidence.exact)
    guard let phrase = mention.description.date.phrase.map({ VisibleText.line($0) }),
      !phrase.isEmpty, let range = HTMLEventList.range(of: phrase, in: exact)
    else { return HTMLText.escaped(exact) }
    return HTMLText.escaped(keepingEnds: exact[..<range.lowerBound]) + "<mark>"
      + HTMLText.escaped(exact[range]) + "</mark>"
      + HTMLText.escaped(keepingEnds: exact[range.upperBound...])
  }

  /// Where a text stands in another one for the first time.
  private static func range(of part: String, in text: String) -> Range<String.Index>? {
    var start = text.startIndex
    while start < text.endIndex {
      if text[start...].hasPrefix(part) {
        return start..<text.index(start, offsetBy: part.count)
      }
      start = text.index(after: start)
    }
    return nil
  }

  private func details(_ entry: TimelineEntry) -> String {
    let description = entry.event.description
    var parts = [description.type]
    parts += description.place.map { [$0] } ?? []
    if !description.actors.isEmpty { parts.append(EventTable.actors(description)) }
    if let attribution = description.attribution { parts.append("according to \(attribution)") }
    if let cue = description.cue { parts.append("cue “\(cue)”") }
    if entry.event.independentSources > 1 {
      parts.append("\(entry.event.independentSources) independent sources")
    }
    if entry.event.origin == .added {
      parts.append(
        EventWords.isOrphaned(entry.event)
          ? "kept by people's decisions; no document tells of it now" : "added by a person")
    }
    if !description.date.isDated, let bounds = EventWords.bounds(ofUndated: description.date) {
      parts.append(bounds)
    }
    return parts.map { "<bdi>\(HTMLText.escaped($0))</bdi>" }.joined(separator: " · ")
  }

  /// A source in words, as a link when it has a web address.
  func citation(_ source: SourceDocument) -> String {
    let text = HTMLText.escaped(source.citation)
    guard let address = HTMLText.link(source.metadata.url) else { return text }
    return "<a href=\"\(address)\" rel=\"noreferrer\">\(text)</a>"
  }
}
