import Chronology
import TimelineModel
import TimelineRendering
import TimelineTestSupport

/// One timeline that holds every precision, qualifier, actuality and kind of text, for snapshots.
enum EverythingTimeline {
  static func date(
    _ edtf: String, _ precision: DatePrecision, approximate: Bool = false, uncertain: Bool = false,
    inferred: [InferredPart] = [], shape: DateShape = .within
  ) -> EventDate {
    let span = (try? EDTF(edtf).span) ?? DaySpan(earliest: nil, latest: nil)
    return EventDate(
      edtf: edtf, span: span, precision: precision, approximate: approximate,
      uncertain: uncertain, inferred: inferred, shape: shape, phrase: "phrase of \(edtf)")
  }

  static let undated = EventDate.undated(
    within: DaySpan(earliest: nil, latest: CivilDay(year: 2018, month: 2, day: 14)))

  private struct Row {
    var date: EventDate
    var type: String
    var title: String
    var actuality = Actuality.occurred
    var stage: String?
    var place: String?
    var attribution: String?
    var actors: [Actor] = []
  }

  private static let rows: [Row] = [
    Row(date: date("19XX", .century), type: "other", title: "A century of rivalry"),
    Row(date: date("197X", .decade), type: "policy", title: "Dams are built in the decade"),
    Row(
      date: date("2012", .year), type: "visit", title: "A visit is called off",
      actuality: .cancelled, place: "Islamabad"),
    Row(
      date: date("2014-06-02", .day), type: "initiative", title: "Embargo on arms sales lifted",
      place: "Moscow",
      actors: [
        Actor(name: "Russia", kind: .country, country: "Russia"),
        Actor(name: "Pakistan", kind: .country, country: "Pakistan", role: .counterpart),
      ]),
    Row(
      date: date("2014~", .year, approximate: true), type: "arms_deal",
      title: "Su-35 fighters under negotiation", stage: "talks"),
    Row(
      date: date("2015-33", .quarter), type: "agreement.contract",
      title: "Four Mi-35M helicopters ordered", stage: "contract"),
    Row(
      date: date("2015-08/2016-02", .interval, shape: .throughout), type: "exercise",
      title: "外交部长会议在北京举行并签署协议，双方同意加强合作", place: "北京"),
    Row(
      date: date("2016-22", .season), type: "exercise", title: "مشق پاکستان اور روس", place: "چراٹ"),
    Row(
      date: date("2017/..", .interval, shape: .throughout), type: "policy",
      title: "Observers are admitted"),
    Row(
      date: date("[..2018-06]", .interval, inferred: [.start]), type: "listing",
      title: "Grey list to name Pakistan", actuality: .planned),
    Row(
      date: date("[2018-04-01..2018-04-10]", .month), type: "statement",
      title: "Sale of the system is denied", actuality: .denied, attribution: "a spokesman"),
    Row(
      date: date("2018-04-22/2018-04-23", .day, inferred: [.year], shape: .throughout),
      type: "meeting.military",
      title:
        "Chief of Army Staff meets the Commander of the Ground Forces and lays a wreath at the "
        + "Tomb of the Unknown Soldier before talks on training, logistics and exercises",
      place: "Moscow"),
    Row(
      date: date("2018-05-03?", .day, uncertain: true), type: "protest",
      title: "<script>alert(\"x\")</script> & =cmd|' /C calc'!A0 \u{1b}[31mred\u{202e}drow",
      actuality: .alleged),
    Row(
      date: date("2018-05-07", .day, inferred: [.day]), type: "statement",
      title: "Gas pipeline proposed", actuality: .proposed),
    Row(
      date: undated, type: "agreement.mou", title: "Memorandum on naval cooperation",
      actuality: .unknown, stage: "signed"),
  ]

  static let content: TimelineContent = {
    let entries = rows.enumerated().map { index, row in entry(row, index) }
    let source = SourceDocument(
      name: "wire/one.txt",
      metadata: DocumentMetadata(
        title: "A \"wire\" <report>", author: "A. Writer", publisher: "The Paper",
        url: "https://example.org/a?b=1&c=2"),
      published: PublicationDate(
        edtf: "2018-05-07", span: DaySpan(earliest: nil, latest: nil), origin: .sidecar,
        evidence: "published"))
    return TimelineContent(
      title: "Everything",
      window: DaySpan(
        earliest: CivilDay(year: 1900, month: 1, day: 1),
        latest: CivilDay(year: 2018, month: 12, day: 31)),
      entries: entries, documents: [source], total: entries.count, undatedNotShown: 0)
  }()

  private static func entry(_ row: Row, _ index: Int) -> TimelineEntry {
    let id = "e_everything\(index < 10 ? "0" : "")\(index)"
    let description = EventDescription(
      type: row.type, plover: "CONSULT", title: row.title, date: row.date, actors: row.actors,
      place: row.place, actuality: row.actuality, cue: row.actuality == .occurred ? nil : "cue",
      stage: row.stage, attribution: row.attribution, attributes: ["system": "Su-35"],
      confidence: 0.75)
    let quote = "Evidence of “\(row.title)”."
    let mention = EventMention(
      id: id, document: "wire/one.txt",
      evidence: Quotation(
        begin: index * 100, end: index * 100 + quote.unicodeScalars.count, exact: quote,
        prefix: "before ", suffix: " after"),
      trigger: Trigger(begin: index * 100, end: index * 100 + 4, text: "word", lemma: "word"),
      description: description,
      dating: DateProvenance(
        attachment: "own-predicate", rule: "english.day-month-year", anchor: "2018-05-07",
        anchorReason: "publication date (sidecar)"))
    let added = index == 2
    return TimelineEntry(
      event: Event(
        id: id, origin: added ? .added : .extracted, description: description,
        mentions: added ? [] : [id], source: added ? "a letter" : nil),
      mentions: added ? [] : [mention])
  }

  /// The same events over and over, spread over the years, each with an id of its own.
  static func many(_ count: Int) -> TimelineContent {
    var entries: [TimelineEntry] = []
    for index in 0..<count {
      var entry = content.entries[3 + index % 3]
      let day = CivilDay(julianDayNumber: 2_451_545 + index * 7919 % 7300)
      entry.event.id = "e_many\(index)"
      entry.event.description.date = EventDate(
        edtf: day.description, span: DaySpan(day), precision: .day)
      entries.append(entry)
    }
    entries.sort { left, right in
      (left.event.description.date.edtf ?? "") < (right.event.description.date.edtf ?? "")
    }
    return TimelineContent(
      title: "Many", entries: entries, documents: content.documents, total: count)
  }

  /// Events of every kind and precision, moved to random days, each with an id of its own.
  static func random(_ count: Int, seed: UInt64) -> TimelineContent {
    var generator = SeededGenerator(seed: seed)
    var entries = (0..<count).map { index -> TimelineEntry in
      var entry = content.entries[Int.random(in: 0..<content.entries.count, using: &generator)]
      entry.event.id = "e_random\(index)"
      entry.event.independentSources = Int.random(in: 0...3, using: &generator)
      let date = entry.event.description.date
      let days = Int.random(in: -4000...4000, using: &generator)
      entry.event.description.date.span = DaySpan(
        earliest: date.span.earliest?.advanced(by: days),
        latest: date.span.latest?.advanced(by: days))
      return entry
    }
    TimelineContent.sortByTime(&entries)
    return TimelineContent(title: "Random", entries: entries, documents: content.documents)
  }

  static let empty = TimelineContent(
    title: "Nothing", window: DaySpan.year(1999), entries: [], undatedNotShown: 2)
}
