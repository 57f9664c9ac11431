import Chronology
import TimelineIngest
public import TimelineModel

/// Dates as people state them on the command line and in decisions.
public enum StatedDate {
  /// Reads an EDTF date or an English phrase ("early April 2018").
  ///
  /// - Throws: `WorkspaceError.invalid` with the reason when it is neither.
  public static func read(_ text: String) throws(WorkspaceError) -> EventDate {
    if let date = read(edtf: text) { return date }
    if let reason = impossibleDay(text) { throw .invalid(reason) }
    if let date = TimeTagger().date(ofPhrase: text), date.edtf != nil { return date }
    throw .invalid(
      "\"\(text)\" is not a date: write 2018-04-22, 2018-04, 2018, 2018-04-22/2018-04-23 or a "
        + "phrase like \"early April 2018\"")
  }

  /// Reads an EDTF date; nil when the text is none.
  public static func read(edtf text: String) -> EventDate? {
    if let (span, precision) = simple(text) {
      return EventDate(edtf: text, span: span, precision: precision)
    }
    let ends = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if ends.count == 2, let first = simple(ends[0]), let last = simple(ends[1]),
      let start = first.span.earliest, let end = last.span.latest, start <= end
    {
      return EventDate(
        edtf: text, span: DaySpan(earliest: start, latest: end),
        precision: first.precision == .day ? .day : .interval, shape: .throughout)
    }
    return nil
  }

  private static func simple(_ text: String) -> (span: DaySpan, precision: DatePrecision)? {
    if let day = CivilDay(iso: text) { return (DaySpan(day), .day) }
    if let first = CivilDay(iso: text + "-01") {
      return (.month(first.month, year: first.year), .month)
    }
    if let first = CivilDay(iso: text + "-01-01") { return (.year(first.year), .year) }
    return nil
  }

  /// Says why a well-formed day does not exist; nil for any other text.
  private static func impossibleDay(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
      let day = Int(parts[2]), parts[0].utf8.count == 4
    else { return nil }
    guard (1...12).contains(month) else { return "\(text) is not a date: there is no month \(month)" }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let length = CivilDay.length(ofMonth: month, year: year)
    guard day < 1 || day > length else { return nil }
    return "\(text) is not a date: \(names[month - 1]) \(year) has \(length) days"
  }
}
