import Chronology
import TimelineModel
import TimelineQuery

/// The columns that mentions and events share: what happened and when.
enum DescriptionColumns {
  /// The stored columns in the order of `bind` and `read`.
  static let names = [
    "type", "plover", "title", "date", "edtf", "earliest", "latest", "start_open", "end_open",
    "not_before", "not_after", "duration_class", "precision", "approximate", "uncertain",
    "inferred", "shape", "phrase", "modifier", "place", "actuality", "cue", "stage",
    "attribution", "confidence",
  ]

  /// Binds a description from a parameter on; actors and attributes have tables of their own.
  static func bind(
    _ description: EventDescription, to statement: borrowing SQLStatement, from first: Int
  ) throws(StoreError) {
    let date = description.date
    let text = StoredDate(date)
    statement.bind(first, description.type)
    statement.bind(first + 1, description.plover)
    statement.bind(first + 2, description.title)
    statement.bind(first + 3, DateForPeople.text(of: date))
    statement.bind(first + 4, date.edtf)
    statement.bind(first + 5, text.earliest)
    statement.bind(first + 6, text.latest)
    statement.bind(first + 7, text.startOpen)
    statement.bind(first + 8, text.endOpen)
    statement.bind(first + 9, text.notBefore)
    statement.bind(first + 10, text.notAfter)
    statement.bind(first + 11, text.durationClass)
    statement.bind(first + 12, date.precision.rawValue)
    statement.bind(first + 13, date.approximate)
    statement.bind(first + 14, date.uncertain)
    statement.bind(first + 15, date.inferred.map(\.rawValue).joined(separator: ","))
    statement.bind(first + 16, date.shape.rawValue)
    statement.bind(first + 17, date.phrase)
    statement.bind(first + 18, date.modifier)
    statement.bind(first + 19, description.place)
    statement.bind(first + 20, description.actuality.rawValue)
    statement.bind(first + 21, description.cue)
    statement.bind(first + 22, description.stage)
    statement.bind(first + 23, description.attribution)
    statement.bind(first + 24, description.confidence)
  }

  /// Reads a description without actors and attributes from a column on.
  static func read(_ row: borrowing SQLStatement, from first: Int) throws(StoreError)
    -> EventDescription
  {
    let precision = try value(DatePrecision.self, row.text(first + 12), "precision")
    let startOpen = row.flag(first + 7)
    let endOpen = row.flag(first + 8)
    let span =
      precision == .unknown
      ? DaySpan(
        earliest: CivilDay.stored(row.optionalText(first + 9)),
        latest: CivilDay.stored(row.optionalText(first + 10)))
      : DaySpan(
        earliest: startOpen ? nil : CivilDay.stored(row.optionalText(first + 5)),
        latest: endOpen ? nil : CivilDay.stored(row.optionalText(first + 6)))
    var inferred: [InferredPart] = []
    for part in row.text(first + 15).split(separator: ",") {
      inferred.append(try value(InferredPart.self, String(part), "inferred part"))
    }
    let date = EventDate(
      edtf: row.optionalText(first + 4), span: span, precision: precision,
      approximate: row.flag(first + 13), uncertain: row.flag(first + 14), inferred: inferred,
      shape: try value(DateShape.self, row.text(first + 16), "shape"),
      phrase: row.optionalText(first + 17), modifier: row.optionalText(first + 18))
    return EventDescription(
      type: row.text(first), plover: row.optionalText(first + 1), title: row.text(first + 2),
      date: date, place: row.optionalText(first + 19),
      actuality: try value(Actuality.self, row.text(first + 20), "actuality"),
      cue: row.optionalText(first + 21), stage: row.optionalText(first + 22),
      attribution: row.optionalText(first + 23), confidence: row.double(first + 24))
  }

  /// The case of that name, or an error that says which value is unknown.
  static func value<Value: RawRepresentable<String>>(
    _ type: Value.Type, _ text: String, _ what: String
  ) throws(StoreError) -> Value {
    guard let value = Value(rawValue: text) else {
      throw .invalidValue("the database holds an unknown \(what): \(text)")
    }
    return value
  }
}

/// An event's date as it stands in the columns.
struct StoredDate {
  var earliest: String?
  var latest: String?
  var startOpen = false
  var endOpen = false
  var notBefore: String?
  var notAfter: String?
  var durationClass: Int?

  /// Spreads a date over the columns.
  ///
  /// Bounds outside the years 1 to 9999 count as open: text does not order there. The EDTF keeps
  /// what was said.
  init(_ date: EventDate) {
    var first = date.span.earliest
    var last = date.span.latest
    if let day = first, day < SentinelDay.first { first = nil }
    if let day = last, day > SentinelDay.last { last = nil }
    if let day = last, day < SentinelDay.first { last = SentinelDay.first }
    if let day = first, day > SentinelDay.last { first = SentinelDay.last }
    guard date.isDated else {
      notBefore = first?.description
      notAfter = last?.description
      return
    }
    startOpen = first == nil
    endOpen = last == nil
    let lower = first ?? SentinelDay.first
    let upper = last ?? SentinelDay.last
    earliest = lower.description
    latest = upper.description
    durationClass =
      endOpen
      ? StoredDate.openEndClass
      : startOpen
        ? StoredDate.openStartClass
        : StoredDate.durationClass(days: max(1, lower.distance(to: upper) + 1))
  }

  /// The span as it will be read from the columns.
  var span: DaySpan {
    earliest == nil && latest == nil
      ? DaySpan(earliest: CivilDay.stored(notBefore), latest: CivilDay.stored(notAfter))
      : DaySpan(
        earliest: startOpen ? nil : CivilDay.stored(earliest),
        latest: endOpen ? nil : CivilDay.stored(latest))
  }

  /// The span of a date that was read from the columns as it was before it was stored: what lies
  /// outside the years 1 to 9999 as the EDTF says it.
  static func wholeSpan(of date: EventDate) -> DaySpan {
    var span = date.span
    let isWhole =
      span.earliest.map { $0 > SentinelDay.first && $0 < SentinelDay.last } ?? false
      && span.latest.map { $0 > SentinelDay.first && $0 < SentinelDay.last } ?? false
    guard !isWhole, date.isDated, let edtf = date.edtf.flatMap({ try? EDTF($0) }) else {
      return span
    }
    let stated = EventDate(edtf: edtf).span
    let isOutside = { (day: CivilDay) in day < SentinelDay.first || day > SentinelDay.last }
    if let day = stated.earliest, isOutside(day) { span.earliest = day }
    if let day = stated.latest, isOutside(day) { span.latest = day }
    return span
  }

  /// The class of what begins nobody knows when, and ends on a known day.
  static let openStartClass = 22
  /// The class of what ends nobody knows when.
  static let openEndClass = 23

  /// floor(log2(days)): 0 for a day, 1 for two and three, … 21 for all of history.
  static func durationClass(days: Int) -> Int { Int.bitWidth - 1 - days.leadingZeroBitCount }
}

extension CivilDay {
  /// The day of a stored ISO text.
  static func stored(_ text: String?) -> CivilDay? { text.flatMap { CivilDay(iso: $0) } }
}
