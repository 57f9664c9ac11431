import Chronology
import TimelineIngest
public import TimelineModel

/// Dates as people state them on the command line and in decisions.
public enum StatedDate {
  /// Reads an EDTF date, a TIMEX3 week, quarter, half or season (`2018-W16`, `2018-Q2`), or an
  /// English phrase ("early April 2018").
  ///
  /// - Throws: `WorkspaceError.invalid` with the reason when it is neither.
  public static func read(_ text: String) throws(WorkspaceError) -> EventDate {
    if let date = read(edtf: text) { return date }
    if case .date(let value)? = try? TIMEX3Value(text), value.part != nil, let edtf = value.edtf {
      return EventDate(edtf: edtf)
    }
    if let reason = impossibleDay(text) { throw .invalid(reason) }
    if let date = TimeTagger().date(ofPhrase: text), let edtf = date.edtf,
      read(edtf: edtf) != nil
    {
      return date
    }
    throw .invalid(
      "\"\(text)\" is not a date: write 2018-04-22, 2018-04, 2018, 2018-04-22/2018-04-23 or a "
        + "phrase with a year like \"early April 2018\"")
  }

  /// Reads an EDTF date; nil when the text is none.
  public static func read(edtf text: String) -> EventDate? {
    guard let edtf = try? EDTF(text) else { return nil }
    let date = EventDate(edtf: edtf)
    guard date.isDated else { return nil }
    if let first = date.span.earliest, let last = date.span.latest, last < first { return nil }
    return date
  }

  /// Says why a well-formed day does not exist; nil for any other text.
  private static func impossibleDay(_ text: String) -> String? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    guard (1...12).contains(month) else {
      return "\(text) is not a date: there is no month \(month)"
    }
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    let length = CivilDay.length(ofMonth: month, year: year)
    guard day < 1 || day > length else { return nil }
    return "\(text) is not a date: \(names[month - 1]) \(year) has \(length) days"
  }
}
