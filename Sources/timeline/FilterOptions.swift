import ArgumentParser
import Chronology
import TimelineModel
import TimelineQuery
import TimelineWorkspace

/// The filters that `range`, `list`, `render` and `brief` share.
struct FilterOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Only this type, or a family with all its kinds; repeat for either.", valueName: "type"))
  var type: [String] = []

  @Option(
    help: ArgumentHelp("Only with this participant; repeat for both.", valueName: "name"))
  var actor: [String] = []

  @Option(help: ArgumentHelp("Only at this place; repeat for either.", valueName: "name"))
  var place: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only of this standing: \(Actuality.allCases.map(\.rawValue).joined(separator: ", ")); "
        + "repeat for either.", valueName: "standing"))
  var actuality: [String] = []

  @Option(
    help: ArgumentHelp("Only told by this document; repeat for either.", valueName: "name"))
  var document: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only with these words in title, quotes, actors or place; repeat for both.",
      valueName: "words"))
  var text: [String] = []

  @Option(
    help: ArgumentHelp("Only at this stage of a deal; repeat for either.", valueName: "stage"))
  var stage: [String] = []

  @Option(help: ArgumentHelp("Only with this label; repeat for both.", valueName: "label"))
  var label: [String] = []

  @Option(
    help: ArgumentHelp(
      "Only events at least this sure, 0 to 1; 0.75 leaves the sure ones.", valueName: "number"))
  var minConfidence: Double?

  @Flag(help: "--actor finds a country's people and bodies too.")
  var includeMembers = false

  @Option(
    help: ArgumentHelp(
      "What else must hold, as in “type:meeting -place:Moscow sources>=2”.", valueName: "query"))
  var query: String?

  @Flag(help: "Show events without a date too, after the dated ones.")
  var undated = false

  @Option(
    help: ArgumentHelp("Show at most this many; the last line says what is left out."))
  var limit: Int?

  func validate() throws {
    for value in actuality where Actuality(rawValue: value) == nil {
      let known = Actuality.allCases.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("“\(value)” is no standing; it is one of \(known).")
    }
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence is a number from 0 to 1.")
    }
    if let query {
      do { _ = try EventQuery(parsing: query) } catch {
        throw ValidationError("--query: \(error)")
      }
    }
    if let limit, limit < 0 { throw ValidationError("--limit cannot be negative.") }
  }

  /// The query of these filters over a window; without one, over all dates.
  func query(window: DaySpan? = nil, certain: Bool = false) -> EventQuery {
    var terms: [EventQuery.Term] = []
    for (field, values) in [
      (EventQuery.Field.type, type), (.place, place), (.actuality, actuality),
      (.document, document), (.stage, stage),
    ] where !values.isEmpty {
      terms.append(EventQuery.Term(.field(field, values)))
    }
    terms += actor.map { EventQuery.Term(.field(.actor, [$0])) }
    terms += label.map { EventQuery.Term(.field(.label, [$0])) }
    terms += text.map { EventQuery.Term(.text($0)) }
    if let minConfidence {
      terms.append(EventQuery.Term(.number(.confidence, .atLeast, minConfidence)))
    }
    var asked = query.flatMap { try? EventQuery(parsing: $0) } ?? EventQuery()
    asked.terms += terms
    asked.window =
      window.map { window in asked.window.map(window.intersection) ?? window }
      ?? asked.window
    asked.certain = asked.certain || certain
    if undated { asked.undated = .included }
    asked.includesMembers = asked.includesMembers || includeMembers
    asked.limit = limit ?? asked.limit
    return asked
  }
}

/// The days that a command works on: `FROM TO`, `FROM/TO` or one period.
struct WindowArguments: ParsableArguments {
  @Argument(
    help: """
      The first day, month or year (2014, 2014-03, 2014-Q1, “early May 2014”), “..” for none, or \
      both: 2014/2018.
      """)
  var from: String

  @Argument(help: "The last day, month or year, meant wholly; “..” for none.")
  var to: String?

  @Flag(help: "Only events that lie wholly inside.")
  var certain = false

  @Flag(help: "Events that may fall inside (this is the default).")
  var possible = false

  func validate() throws {
    if certain && possible { throw ValidationError("--certain and --possible exclude each other.") }
    _ = try span()
  }

  /// The days asked for, both bounds meant wholly.
  ///
  /// - Throws: a sentence for people.
  func span() throws -> DaySpan {
    try WindowArguments.span(from, to)
  }

  /// The days from one bound to another, or those of a single text.
  ///
  /// - Throws: a sentence for people.
  static func span(_ from: String, _ to: String?) throws -> DaySpan {
    guard let to else { return try span(of: from) }
    let first = from == ".." ? nil : try span(of: from).earliest
    let last = to == ".." ? nil : try span(of: to).latest
    if let first, let last, last < first {
      throw ValidationError("\(from) lies after \(to); did you mean “\(to) \(from)”?")
    }
    return DaySpan(earliest: first, latest: last)
  }

  private static func span(of text: String) throws -> DaySpan {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    if parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty, parts[0] != ".." || parts[1] != ".."
    {
      let first = parts[0] == ".." ? nil : try span(of: parts[0]).earliest
      let last = parts[1] == ".." ? nil : try span(of: parts[1]).latest
      if let first, let last, last < first {
        throw ValidationError(
          "\(text) ends before it begins; did you mean \(parts[1])/\(parts[0])?")
      }
      return DaySpan(earliest: first, latest: last)
    }
    do {
      return try StatedDate.read(text).span
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
