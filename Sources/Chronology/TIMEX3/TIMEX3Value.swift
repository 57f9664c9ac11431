/// The value of a TIMEX3 expression: a calendar date or time, a length, or a reference.
///
///     try TIMEX3Value("2018-W16").span     // 2018-04-16 to 2018-04-22
///     try TIMEX3Value("2018-FA").edtf      // 2018-23
///     try TIMEX3Value("XXXX-WXX-1").span   // nil: some Monday
///     try TIMEX3Value("P2W")               // a length of two weeks
///
/// Source: TimeML 1.2.1, section 2.2; TIDES 2003 standard for the annotation of temporal
/// expressions, section 4.
public enum TIMEX3Value: Sendable, Hashable {
  /// A date, with or without a time of day; or a time of an unnamed day.
  case date(TIMEX3Date)
  /// A length of time.
  case duration(TIMEX3Duration)
  /// The past, the present or the future at large.
  case reference(TIMEX3Reference)

  /// Reads a value.
  ///
  /// - Throws: `EDTFError` with the byte position and what was expected there.
  public init(_ text: some StringProtocol) throws(EDTFError) {
    if let reference = TIMEX3Reference(rawValue: String(text)) {
      self = .reference(reference)
      return
    }
    var parser = TIMEX3Parser(Array(text.utf8))
    self = try parser.value()
  }

  /// The days the value covers, inclusive; nil for lengths, references and dates whose year is not
  /// known.
  public var span: DaySpan? {
    if case .date(let date) = self { return date.span }
    return nil
  }

  /// The days the value covers when it is said on that day: references lie up to, on or after it.
  public func span(saidOn day: CivilDay) -> DaySpan? {
    switch self {
    case .reference(.past): DaySpan(earliest: nil, latest: day)
    case .reference(.present): DaySpan(day)
    case .reference(.future): DaySpan(earliest: day, latest: nil)
    default: span
    }
  }

  /// The same date in EDTF, without its time of day.
  ///
  /// Nil wherever `span` is nil.
  public var edtf: EDTF? {
    if case .date(let date) = self { return date.edtf }
    return nil
  }
}

extension TIMEX3Value: CustomStringConvertible {
  /// The value as TIMEX3 writes it.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .duration(let duration): duration.description
    case .reference(let reference): reference.rawValue
    }
  }
}

/// A time at large, as in "recently", "now" and "soon".
public enum TIMEX3Reference: String, Sendable, Hashable, CaseIterable {
  /// Before the text was written.
  case past = "PAST_REF"
  /// When the text was written.
  case present = "PRESENT_REF"
  /// After the text was written.
  case future = "FUTURE_REF"
}

/// A length of time as TIMEX3 writes it: units in the order of the text, `X` for "some".
///
/// `P2W` two weeks, `PT2H30M` two and a half hours, `PXY` some years, `P1DE` a decade.
public struct TIMEX3Duration: Sendable, Hashable, CustomStringConvertible {
  /// One unit with its number.
  public struct Component: Sendable, Hashable {
    /// The number as written, `2`, `2.5`; nil for `X`.
    public var number: String?
    /// The unit.
    public var unit: Unit
  }

  /// Units of length; raw values as TIMEX3 writes them, clock units with their `T` in front.
  public enum Unit: String, Sendable, Hashable, CaseIterable {
    /// A day.
    case day = "D"
    /// A week.
    case week = "W"
    /// A weekend.
    case weekend = "WE"
    /// A month.
    case month = "M"
    /// A quarter of a year.
    case quarter = "Q"
    /// A spring.
    case spring = "SP"
    /// A summer.
    case summer = "SU"
    /// An autumn.
    case autumn = "FA"
    /// A winter.
    case winter = "WI"
    /// A year.
    case year = "Y"
    /// Ten years.
    case decade = "DE"
    /// A hundred years.
    case century = "CE"
    /// A thousand years.
    case millennium = "ML"
    /// An hour.
    case hour = "TH"
    /// A minute.
    case minute = "TM"
    /// A second.
    case second = "TS"
    /// A morning.
    case morning = "TMO"
    /// An afternoon.
    case afternoon = "TAF"
    /// An evening.
    case evening = "TEV"
    /// A night.
    case night = "TNI"
  }

  /// The units, as written.
  public var components: [Component]

  /// The length as TIMEX3 writes it.
  public var description: String {
    var text = "P"
    var isClock = false
    for component in components {
      var letters = component.unit.rawValue
      if letters.utf8.count > 1, letters.utf8.first == UInt8(ascii: "T") {
        letters.removeFirst()
        if !isClock { text += "T" }
        isClock = true
      }
      text += (component.number ?? "X") + letters
    }
    return text
  }
}
