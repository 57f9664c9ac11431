import Chronology
import TimelineModel

/// What a briefing note says, before it is written in a format.
struct BriefNote {
  /// One event or remark.
  struct Line {
    /// The date; nil for undated events and remarks.
    var when: String?
    /// What must be said with the event: `planned`, `talks`.
    var marks: [String] = []
    /// What happened.
    var text: String
    /// The numbers of its sources in the list at the end.
    var citations: [Int] = []
    /// The event.
    var id: String?
  }

  /// Lines under a heading.
  struct Section {
    /// The heading.
    var title: String
    /// The rank of the heading, 2 or 3.
    var level = 2
    /// The lines.
    var lines: [Line] = []
    /// What is not listed, or why nothing is.
    var remark: String?
    /// Whether lines are numbered.
    var isNumbered = false
  }

  /// The heading of the note.
  let title: String
  /// How many events of which standing, and how many sources.
  let counts: String
  /// What the drawing shows: the dated events.
  let drawn: TimelineContent
  /// The sections in order.
  private(set) var sections: [Section] = []

  private let content: TimelineContent
  private let mostEvents: Int
  /// The sources that lines name, in the order in which they are first named.
  private var cited: [String] = []

  /// The note on some events; lists that would grow beyond a page say what they leave out.
  init(_ content: TimelineContent, mostEvents: Int) {
    self.content = content
    self.mostEvents = mostEvents
    title = content.title
    var drawn = content
    drawn.entries = content.entries.filter { $0.event.description.date.isDated }
    self.drawn = drawn
    counts = BriefNote.counts(content)
    addMainEvents()
    addPlans()
    addConflicts()
    let undated = content.entries.filter { !$0.event.description.date.isDated }
    add("Undated", undated.map { ($0, true) }, most: 12)
    addSources()
  }

  private static func counts(_ content: TimelineContent) -> String {
    let first = EventTable().footer(content).split(separator: "\n").first.map(String.init) ?? ""
    return HTMLRenderer.counts(content, of: first)
  }

  /// The best attested events by month, or by year where no month is told.
  private mutating func addMainEvents() {
    let dated = drawn.entries
    let ranked = dated.indices.sorted { left, right in
      (EventLayout.weight(dated[left].event), -left)
        > (EventLayout.weight(dated[right].event), -right)
    }
    let chosen = ranked.prefix(mostEvents).sorted().map { dated[$0] }
    var main = Section(title: "Main events")
    if chosen.isEmpty { main.remark = "None." }
    if chosen.count < dated.count {
      main.remark =
        "The \(chosen.count) best attested of \(dated.count) dated events; "
        + "\(dated.count - chosen.count) further ones are not listed here."
    }
    sections.append(main)
    var months: [Section] = []
    for entry in chosen {
      let month = BriefNote.month(entry.event.description.date)
      let line = line(entry)
      if let known = months.firstIndex(where: { $0.title == month }) {
        months[known].lines.append(line)
      } else {
        months.append(Section(title: month, level: 3, lines: [line]))
      }
    }
    sections += months
  }

  /// What has not come about, and what of it should have by the date of the newest source.
  private mutating func addPlans() {
    let plans = content.entries.filter {
      [.planned, .proposed].contains($0.event.description.actuality)
    }
    add("Planned or proposed", plans.map { ($0, false) }, most: 10)
    guard let newest = content.documents.compactMap({ $0.published?.day }).max() else { return }
    let overdue = plans.filter { entry in
      let date = entry.event.description.date
      guard date.isDated, let due = date.span.latest else { return false }
      return due < newest
    }
    add(
      "Overdue on \(EventWords.day(newest)), the date of the newest source",
      overdue.map { ($0, false) }, most: 10)
  }

  private mutating func addConflicts() {
    var conflicts = Section(title: "Where sources disagree or may tell the same twice")
    let titles = Dictionary(
      content.entries.map { ($0.event.id, $0.event.description.title) },
      uniquingKeysWith: { first, _ in first })
    for entry in content.entries {
      let dates = Dictionary(grouping: entry.mentions.filter { $0.description.date.isDated }) {
        EventWords.date($0.description.date)
      }
      if dates.count > 1 {
        let told = dates.sorted { $0.key < $1.key }.map { date, mentions in
          date + " [" + mentions.map { String(number(of: $0.document)) }.joined(separator: ", ")
            + "]"
        }
        conflicts.lines.append(
          Line(
            text: "\(entry.event.description.title): dated \(told.joined(separator: ", and "))",
            id: entry.event.id))
      }
      if let other = entry.event.possibleDuplicates.first, entry.event.id < other {
        let same = titles[other].map { "“\($0)”" } ?? "another event"
        conflicts.lines.append(
          Line(
            text: "\(entry.event.description.title): perhaps the same as \(same) (\(other))",
            id: entry.event.id))
      }
    }
    cut(&conflicts, to: 8, "cases")
    if !conflicts.lines.isEmpty { sections.append(conflicts) }
  }

  private mutating func addSources() {
    guard !cited.isEmpty else { return }
    var sources = Section(title: "Sources", isNumbered: true)
    sources.lines = cited.map { name in
      let citation = content.document(named: name).citation
      return Line(text: citation == name ? name : "\(citation) (\(name))")
    }
    let uncited = content.documents.count { !cited.contains($0.name) }
    if uncited > 0 {
      sources.remark =
        uncited == 1
        ? "One further source tells only of events that are not listed here."
        : "\(uncited) further sources tell only of events that are not listed here."
    }
    sections.append(sources)
  }

  private mutating func add(
    _ title: String, _ entries: [(entry: TimelineEntry, bounds: Bool)], most: Int
  ) {
    guard !entries.isEmpty else { return }
    var section = Section(title: title)
    section.lines = entries.prefix(most).map { line($0.entry, bounds: $0.bounds) }
    if entries.count > most { section.remark = "And \(entries.count - most) further events." }
    sections.append(section)
  }

  private func cut(_ section: inout Section, to most: Int, _ noun: String) {
    guard section.lines.count > most else { return }
    section.remark = "And \(section.lines.count - most) further \(noun)."
    section.lines = Array(section.lines.prefix(most))
  }

  private mutating func line(_ entry: TimelineEntry, bounds: Bool = false) -> Line {
    let description = entry.event.description
    var text = description.title
    if let attribution = description.attribution { text += " (according to \(attribution))" }
    if let place = description.place, !description.title.contains(place) { text += ", \(place)" }
    if bounds, let known = EventWords.bounds(ofUndated: description.date) { text += ", \(known)" }
    let names = EventFields.documentNames(entry)
    if names.isEmpty, let source = entry.event.source { text += " (\(source))" }
    return Line(
      when: bounds ? nil : EventWords.date(description.date), marks: EventWords.marks(description),
      text: text, citations: names.map { number(of: $0) }, id: entry.event.id)
  }

  /// The number of a source in the list at the end.
  private mutating func number(of name: String) -> Int {
    if let known = cited.firstIndex(of: name) { return known + 1 }
    cited.append(name)
    return cited.count
  }

  private static func month(_ date: EventDate) -> String {
    guard let day = date.span.earliest ?? date.span.latest else { return "Open at both ends" }
    let isMonth = date.precision == .day || date.precision == .month
    if isMonth, date.span.earliest != nil {
      return DateText.short(String(day.description.dropLast(3)))
    }
    return DateText.short(String(day.description.dropLast(6))) + ", no month told"
  }
}
