public import Chronology
public import TimelineModel

/// The words that every format uses for an event's date, doubt and standing.
public enum EventWords {
  /// The date for tables, no more precise than it is: `22–23 Apr 2018`, `~Apr 2018`, `by Jun 2018`,
  /// `undated`.
  ///
  /// A day that was inferred is marked `*`.
  public static func date(_ date: EventDate) -> String {
    guard date.isDated, let edtf = date.edtf else { return "undated" }
    var text = DateText.short(edtf)
    if date.approximate, !text.contains("~") { text = "~" + text }
    if date.uncertain, !text.contains("?") { text += "?" }
    if date.inferred.contains(.day) { text += "*" }
    return text
  }

  /// What is known of an undated event's time from its documents: `not before 3 Feb 2018`; nil when
  /// nothing is.
  public static func bounds(ofUndated date: EventDate) -> String? {
    switch (date.span.earliest, date.span.latest) {
    case (let first?, let last?): return "between \(day(first)) and \(day(last))"
    case (let first?, nil): return "not before \(day(first))"
    case (nil, let last?): return "not after \(day(last))"
    case (nil, nil): return nil
    }
  }

  /// What must be said with an event so that nobody takes it for more than it is: actuality unless
  /// it occurred, then the stage of a deal.
  public static func marks(_ description: EventDescription) -> [String] {
    var marks: [String] = []
    if description.actuality != .occurred {
      marks.append(
        description.actuality == .unknown ? "unconfirmed" : description.actuality.rawValue)
    }
    if let stage = description.stage {
      let words = spaced(stage)
      if !marks.contains(words) { marks.append(words) }
    }
    return marks
  }

  /// The title with its marks in front and who says so behind: `[planned] FATF lists Pakistan`.
  public static func headline(_ description: EventDescription) -> String {
    let marks = marks(description)
    var text = marks.isEmpty ? "" : "[" + marks.joined(separator: ", ") + "] "
    text += description.title
    if let attribution = description.attribution { text += " (according to \(attribution))" }
    return text
  }

  /// A participant with the office and the country behind it: `Sergei Shoigu, Defence Minister,
  /// Russia`.
  public static func actor(_ actor: Actor) -> String {
    var parts = [actor.name]
    if let office = actor.office { parts.append(office) }
    if let country = actor.country, country != actor.name { parts.append(country) }
    return parts.joined(separator: ", ")
  }

  /// Whether only people's decisions still know the event, because its documents changed.
  public static func isOrphaned(_ event: Event) -> Bool {
    event.origin == .added && event.labels.contains("orphaned")
  }

  /// A day in full: `22 Apr 2018`.
  public static func day(_ day: CivilDay) -> String { DateText.short(day.description) }

  /// A window of days: `1 Jan 2014 – 31 Dec 2018`, `since 1 Jan 2014`, `all dates`.
  public static func window(_ span: DaySpan?) -> String {
    switch (span?.earliest, span?.latest) {
    case (let first?, let last?):
      return first == last ? day(first) : "\(day(first)) – \(day(last))"
    case (let first?, nil): return "\(day(first)) and later"
    case (nil, let last?): return "\(day(last)) and earlier"
    case (nil, nil): return "all dates"
    }
  }

  /// A number with its noun: `1 event`, `2 events`.
  public static func count(_ number: Int, _ noun: String) -> String {
    "\(number) \(noun)\(number == 1 ? "" : "s")"
  }

  static func spaced(_ code: String) -> String {
    String(code.map { $0 == "_" || $0 == "-" ? " " : $0 })
  }
}
