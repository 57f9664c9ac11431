/// A date in the Extended Date/Time Format, levels 0 to 2.
///
///     try EDTF("2018-04-22/2018-04-23").span   // two days
///     try EDTF("[2018-04-01..2018-04-10]")     // one day of the first ten
///     try EDTF("[..2018-06]").span             // open start, ends on 30 June 2018
///
/// Source: ISO 8601-2:2019; Library of Congress, EDTF Specification (2019).
public struct EDTF: Sendable, Hashable {
  /// One end of an interval.
  public enum End: Sendable, Hashable {
    /// A date.
    case date(PartialDate)
    /// `..`: no end is set.
    case open
    /// Nothing: there is an end, and it is not known.
    case unknown
  }

  /// A member of a set: a date, or a run of dates with an open or a dated end.
  public struct Member: Sendable, Hashable {
    /// The first date; nil after `..`.
    public var first: PartialDate?
    /// The last date; nil before `..`; equal to `first` for a single date.
    public var last: PartialDate?
  }

  /// The forms of an EDTF text.
  public enum Content: Sendable, Hashable {
    /// A single date.
    case date(PartialDate)
    /// `A/B`: from A to B.
    case interval(End, End)
    /// `[…]`: one of the members.
    case oneOf([Member])
    /// `{…}`: all of the members.
    case allOf([Member])
  }

  /// What the text says.
  public var content: Content

  /// A date of that content.
  public init(content: Content) { self.content = content }

  /// Reads an EDTF text.
  ///
  /// - Throws: `EDTFError` with the byte position and what was expected there.
  public init(_ text: some StringProtocol) throws(EDTFError) {
    var parser = EDTFParser(Array(text.utf8))
    content = try parser.content()
  }

  /// The days the date covers, inclusive; open and unknown ends are nil.
  public var span: DaySpan {
    switch content {
    case .date(let date): return date.span
    case .interval(let start, let end):
      return DaySpan(earliest: start.span?.earliest, latest: end.span?.latest)
    case .oneOf(let members), .allOf(let members):
      let spans = members.map { ($0.first?.span.earliest, $0.last?.span.latest) }
      let starts = spans.map(\.0)
      let ends = spans.map(\.1)
      return DaySpan(
        earliest: starts.contains(nil) ? nil : starts.compactMap { $0 }.min(),
        latest: ends.contains(nil) ? nil : ends.compactMap { $0 }.max())
    }
  }

  /// How fine the date is.
  public var granularity: DateGranularity {
    switch content {
    case .date(let date): return date.granularity
    case .interval(.date(let start), .date(let end)):
      // A few named days are as fine as a day; a longer run is a stretch with ends of its own.
      guard start.granularity == .day, end.granularity == .day, let length = span.length else {
        return .interval
      }
      return length <= 31 ? .day : .interval
    case .interval: return .interval
    case .oneOf(let members), .allOf(let members):
      if let part = partOfPeriod { return part.granularity }
      let isRun = members.contains { $0.first != $0.last }
      let fine = members.allSatisfy { $0.first?.granularity == .day }
      return isRun || !fine ? .interval : .day
    }
  }

  /// Whether any component is marked `~` or `%`.
  public var isApproximate: Bool { qualifiers.contains(.approximate) }

  /// Whether any component is marked `?` or `%`.
  public var isUncertain: Bool { qualifiers.contains(.uncertain) }

  /// Whether the date is one of several, so that an event happened inside rather than throughout.
  public var isOneOfSet: Bool {
    if case .oneOf = content { return true }
    return false
  }

  /// Whether the date is an interval.
  public var isInterval: Bool {
    if case .interval = content { return true }
    return false
  }

  private var qualifiers: Qualifier {
    switch content {
    case .date(let date): return date.qualifier
    case .interval(let start, let end): return start.qualifier.union(end.qualifier)
    case .oneOf(let members), .allOf(let members):
      return members.reduce(into: Qualifier()) { all, member in
        all.formUnion(member.first?.qualifier ?? [])
        all.formUnion(member.last?.qualifier ?? [])
      }
    }
  }
}

extension EDTF.End {
  var span: DaySpan? {
    if case .date(let date) = self { return date.span }
    return nil
  }

  var qualifier: Qualifier {
    if case .date(let date) = self { return date.qualifier }
    return []
  }
}

extension EDTF: CustomStringConvertible {
  /// The text, in canonical form: parsing it gives the same value again.
  public var description: String {
    switch content {
    case .date(let date): return date.description
    case .interval(let start, let end): return "\(start)/\(end)"
    case .oneOf(let members): return "[" + members.map(\.description).joined(separator: ",") + "]"
    case .allOf(let members): return "{" + members.map(\.description).joined(separator: ",") + "}"
    }
  }
}

extension EDTF.End: CustomStringConvertible {
  /// The end as it stands beside the slash.
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}

extension EDTF.Member: CustomStringConvertible {
  /// The member as it stands between commas.
  public var description: String {
    if first == last, let first { return first.description }
    return (first?.description ?? "") + ".." + (last?.description ?? "")
  }
}
