/// Dates as people print them, never more precise than they are.
///
///     DateText.short("2018-04-22/2018-04-23")        // 22–23 Apr 2018
///     DateText.short("[2018-04-01..2018-04-10]")     // early Apr 2018
///     DateText.long("2018-04~")                      // about April 2018
///     DateText.long("[..2018-06]")                   // by June 2018
public enum DateText {
  /// How much room the words take.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// For tables: `~Apr 2018`.
    case short
    /// For sentences: `about April 2018`.
    case long
  }

  /// The short form of an EDTF text for tables; a text that is no EDTF comes back as it is.
  public static func short(_ text: String) -> String { written(text, .short) }

  /// The short form of a date for tables.
  public static func short(_ edtf: EDTF) -> String { DateWriter(style: .short).text(of: edtf) }

  /// The long form of an EDTF text for sentences; a text that is no EDTF comes back as it is.
  public static func long(_ text: String) -> String { written(text, .long) }

  /// The long form of a date for sentences.
  public static func long(_ edtf: EDTF) -> String { DateWriter(style: .long).text(of: edtf) }

  private static func written(_ text: String, _ style: Style) -> String {
    guard let edtf = try? EDTF(text) else { return text }
    return DateWriter(style: style).text(of: edtf)
  }
}
