import Chronology
import TimelineModel
import TimelineStore

/// A small timeline made by hand, whose answers can be counted on the fingers.
struct ExampleTimeline {
  var extractions: [Extraction] = []
  var events: [Event] = []
  var links: [EventLink] = []

  /// What one line of the example tells.
  struct Told {
    var id: String
    var type: String
    var title: String
    var edtf: String?
    var actors: [Actor]
    var place: String?
    var actuality: Actuality = .occurred
    var stage: String?
    var system: String?
    var confidence = 0.9
    var labels: [String] = []
  }

  static let pakistan = Actor(name: "Pakistan", kind: .country, country: "Pakistan")
  static let russia = Actor(name: "Russia", kind: .country, country: "Russia", role: .counterpart)
  static let india = Actor(name: "India", kind: .country, country: "India")
  static let bajwa = Actor(
    name: "Qamar Jawed Bajwa", kind: .person, country: "Pakistan", office: "Chief of Army Staff")
  static let lavrov = Actor(
    name: "Sergei Lavrov", kind: .person, country: "Russia", role: .counterpart)

  static let told: [Told] = [
    Told(
      id: "e_01", type: "arms_deal", title: "Russia lifts its arms embargo", edtf: "2014-06-02",
      actors: [russia, pakistan], place: "Moscow", stage: "agreed"),
    Told(
      id: "e_02", type: "arms_deal", title: "Pakistan orders four Mi-35M helicopters",
      edtf: "2015-08", actors: [pakistan, russia], place: "Rawalpindi", stage: "contract",
      system: "Mi-35M"),
    Told(
      id: "e_03", type: "arms_delivery", title: "Russia delivers the Mi-35M helicopters",
      edtf: "2017", actors: [russia, pakistan], stage: "delivered", system: "Mi-35M"),
    Told(
      id: "e_04", type: "arms_deal", title: "Talks on the Su-35 go on", edtf: "2018-04~",
      actors: [pakistan, russia], actuality: .proposed, stage: "talks", system: "Su-35",
      confidence: 0.4),
    Told(
      id: "e_05", type: "visit", title: "Bajwa visits Moscow", edtf: "2018-04-22/2018-04-24",
      actors: [bajwa, russia], place: "Moscow", labels: ["key"]),
    Told(
      id: "e_06", type: "exercise", title: "Friendship exercise", edtf: "2016-09-24/2016-10-10",
      actors: [pakistan, russia], place: "Cherat"),
    Told(
      id: "e_07", type: "meeting.ministerial", title: "Lavrov meets the foreign minister",
      edtf: "2018-02-20", actors: [lavrov, pakistan], place: "Moscow"),
    Told(
      id: "e_08", type: "meeting", title: "Defence talks are to be held", edtf: "2018-03",
      actors: [pakistan, russia], actuality: .planned, confidence: 0.8),
    Told(
      id: "e_09", type: "project", title: "Gas pipeline to be built by 2020", edtf: "../2020",
      actors: [russia, pakistan], place: "Karachi", actuality: .planned, stage: "agreed"),
    Told(
      id: "e_10", type: "statement.criticism", title: "India objects to the sale", edtf: nil,
      actors: [india, russia], confidence: 0.45),
    Told(
      id: "e_11", type: "trade", title: "Trade has grown since 2010", edtf: "2010/..",
      actors: [pakistan, russia]),
    Told(
      id: "e_12", type: "meeting", title: "O'Brien speaks of the Indo-Pacific and the S-400",
      edtf: "2018-05-05", actors: [india], place: "New Delhi"),
  ]

  /// The documents, their mentions and the events; `e_02` has a second source with another date.
  init() {
    var mentions: [String: [EventMention]] = [:]
    var texts: [String: String] = ["dawn.txt": "", "wire.txt": ""]
    func tell(_ told: Told, in document: String, id: String, edtf: String?) {
      let sentence = told.title + "."
      let begin = texts[document, default: ""].unicodeScalars.count
      texts[document, default: ""] += sentence + "\n"
      mentions[document, default: []].append(
        EventMention(
          id: id, document: document,
          evidence: Quotation(
            begin: begin, end: begin + sentence.unicodeScalars.count, exact: sentence),
          trigger: Trigger(begin: begin, end: begin + 1, text: "x", lemma: "x"),
          description: Self.description(told, edtf: edtf)))
    }
    for (index, told) in Self.told.enumerated() {
      tell(told, in: index % 3 == 2 ? "wire.txt" : "dawn.txt", id: told.id, edtf: told.edtf)
    }
    tell(Self.told[1], in: "wire.txt", id: "e_02b", edtf: "2016-01")
    tell(Self.told[4], in: "wire.txt", id: "e_05b", edtf: Self.told[4].edtf)
    for (name, day, genre) in [
      ("dawn.txt", "2018-05-10", "op-ed"), ("wire.txt", "2018-06-01", "wire"),
    ] {
      let published = CivilDay(iso: day).map {
        PublicationDate(edtf: day, span: DaySpan($0), origin: .sidecar, evidence: "published")
      }
      extractions.append(
        Extraction(
          document: Document(
            name: name, utf8: Array((texts[name] ?? "").utf8),
            metadata: DocumentMetadata(title: "The \(name)", publisher: "Press", genre: genre),
            published: published), mentions: mentions[name] ?? []))
    }
    for told in Self.told {
      let second = ["e_02", "e_05"].contains(told.id)
      events.append(
        Event(
          id: told.id, origin: .extracted,
          description: Self.description(told, edtf: told.edtf),
          mentions: second ? [told.id, told.id + "b"] : [told.id],
          independentSources: second ? 2 : 1, labels: told.labels))
    }
    events[3].possibleDuplicates = ["e_02"]
    events[1].possibleDuplicates = ["e_04"]
    links = [EventLink(plan: "e_09", outcome: "e_11")]
  }

  static func description(_ told: Told, edtf: String?) -> EventDescription {
    var date = EventDate.undated()
    if let edtf, let read = try? EDTF(edtf) {
      let precision: DatePrecision =
        read.isInterval
        ? .interval
        : edtf.utf8.count == 4
          ? .year
          : edtf.utf8.count < 10 ? .month : .day
      date = EventDate(
        edtf: edtf, span: read.span, precision: precision, approximate: read.isApproximate,
        shape: read.isInterval ? .throughout : .within, phrase: edtf)
    }
    return EventDescription(
      type: told.type, title: told.title, date: date, actors: told.actors, place: told.place,
      actuality: told.actuality, stage: told.stage,
      attributes: told.system.map { ["system": $0] } ?? [:], confidence: told.confidence)
  }

  /// Puts everything into a store in one transaction.
  func fill(_ store: TimelineStore) throws {
    try store.write { writer throws(StoreError) in
      try writer.replaceDocuments(extractions)
      try writer.replaceEvents(events, links: links)
    }
  }
}
