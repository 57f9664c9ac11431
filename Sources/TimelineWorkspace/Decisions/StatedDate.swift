import Chronology
import TimelineIngest
public import TimelineModel

/// Dates as people state them on the command line and in decisions.
public enum StatedDate {
  /// Reads an EDTF date, a TIMEX3 week, quarter, half or season (`2018-W16`, `2018-Q2`), a run of
  /// years (`1914-18`) or an English phrase ("early April 2018", "before 2014").
  ///
  /// - Throws: `WorkspaceError.invalid` with the reason when it is none of them; of what looks like
  ///   EDTF with the place and what was expected there.
  public static func read(_ text: String) throws(WorkspaceError) -> EventDate {
    if let date = read(edtf: text) { return date }
    if case .date(let value)? = try? TIMEX3Value(text), value.part != nil, let edtf = value.edtf {
      return EventDate(edtf: edtf)
    }
    if let years = try years(text) { return years }
    if let date = TimeTagger().date(ofPhrase: text), let edtf = date.edtf,
      read(edtf: edtf) != nil
    {
      return date.uncertain ? marked(date) : date
    }
    throw invalid(text)
  }

  /// Reads an EDTF date; nil when the text is none.
  public static func read(edtf text: String) -> EventDate? {
    guard let edtf = try? EDTF(text) else { return nil }
    let date = EventDate(edtf: edtf)
    guard date.isDated else { return nil }
    if let first = date.span.earliest, let last = date.span.latest, last < first { return nil }
    return date
  }

  /// The longest run of years that is written with two digits for the last.
  private static let longestRun = 20

  /// The run of years that a text like `1914-18` is; nil for other texts.
  ///
  /// - Throws: when its end is rather a month mistyped: not later than the beginning, or further
  ///   away than people write so.
  private static func years(_ text: String) throws(WorkspaceError) -> EventDate? {
    let bytes = Array(text.utf8)
    let digits = bytes.enumerated().allSatisfy { at, byte in
      at == 4 ? byte == UInt8(ascii: "-") : (0x30...0x39).contains(byte)
    }
    guard bytes.count == 7, digits, let first = Int(text.prefix(4)),
      let last = Int(text.suffix(2))
    else { return nil }
    let length = last - first % 100
    guard last > 12, (1...longestRun).contains(length),
      let edtf = try? EDTF("\(text.prefix(4))/\(text.prefix(2))\(text.suffix(2))")
    else { throw invalid(text) }
    return EventDate(edtf: edtf)
  }

  /// A date of which the reading is in doubt, with that doubt in its EDTF, which is what is kept.
  private static func marked(_ date: EventDate) -> EventDate {
    guard let text = date.edtf, !text.contains(where: { "?%~/.".contains($0) }) else { return date }
    let doubtful =
      text.hasPrefix("[")
      ? text.split(separator: ",").joined(separator: "?,").dropLast() + "?]" : text[...] + "?"
    guard let edtf = try? EDTF(doubtful) else { return date }
    return EventDate(
      edtf: edtf, inferred: date.inferred, shape: date.shape, phrase: date.phrase,
      modifier: date.modifier)
  }

  /// What is wrong with a text that is no date.
  private static func invalid(_ text: String) -> WorkspaceError {
    if looksLikeEDTF(text), let error = furthestError(text) {
      return .invalid("\"\(text)\" is not a date: \(error)")
    }
    if text.lowercased().hasPrefix("between ") {
      return .invalid(
        "\"\(text)\" is not a date: between takes two, as in \"between 2014 and 2016\"")
    }
    return .invalid(
      "\"\(text)\" is not a date: write 2018-04-22, 2018-04, 2018, 2018-04-22/2018-04-23 or a "
        + "phrase with a year like \"early April 2018\"")
  }

  /// Whether the text begins as EDTF or TIMEX3 do and has no characters but theirs.
  private static func looksLikeEDTF(_ text: String) -> Bool {
    let digits = text.utf8.prefix { (0x30...0x39).contains($0) }.count
    guard digits >= 4 || text.first.map({ "[{-Y".contains($0) }) ?? false || text.hasPrefix("..")
    else { return false }
    return text.allSatisfy {
      $0.isASCII && ($0.isNumber || "XYESTZWQHPUFAIR:.,/[]{}?~%+-".contains($0))
    }
  }

  /// Why the text is neither EDTF nor TIMEX3, by the reader that came further.
  private static func furthestError(_ text: String) -> EDTFError? {
    var furthest: EDTFError?
    do throws(EDTFError) { _ = try EDTF(text) } catch { furthest = error }
    do throws(EDTFError) { _ = try TIMEX3Value(text) } catch {
      if furthest.map({ error.position > $0.position }) ?? true { furthest = error }
    }
    return furthest
  }
}
