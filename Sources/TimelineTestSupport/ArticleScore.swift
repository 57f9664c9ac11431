import Chronology
public import TimelineModel

/// How well extracted events match a gold list: the measures of `make evaluate`.
///
/// An extracted event can match a gold event when its evidence covers the gold trigger or overlaps
/// the gold quote; each is used once. `found` asks for the type family, `date` for equal bounds
/// (an undated gold event for no date), `whole` for date, actuality, place, every gold actor or its
/// country, and no country that the gold does not allow.
public struct ArticleScore: Sendable {
  /// Counts over the gold events that must be found.
  public struct Count: Sendable {
    /// Events that must be found.
    public var must = 0
    /// Those found with a type of the right family.
    public var found = 0
    /// Those also dated right.
    public var dated = 0
    /// Those right in every field.
    public var whole = 0
  }

  /// Gold events with a date.
  public var withDate = Count()
  /// Gold events without one.
  public var withoutDate = Count()
  /// Extracted events of a known type.
  public var typed = 0
  /// Those that match some gold event.
  public var matched = 0
  /// Undated gold events that were printed with a day; must be 0.
  public var inventedDays = 0
  /// What became of each extracted event of a known type, for the reliability of confidence.
  public var outcomes: [Outcome] = []
  /// What went wrong, one line each, for people.
  public var faults: [String] = []

  /// What became of an extracted event.
  public struct Outcome: Sendable {
    /// The article.
    public var document: String
    /// The number of the event in the article's events.
    public var index: Int
    /// What the program said of its own certainty, 0 to 1.
    public var confidence: Double
    /// Whether the gold list has it with that type family.
    public var isListed = false
    /// Whether its date is right too.
    public var isDated = false
    /// Whether all of it is right.
    public var isWhole = false
  }

  /// A score of nothing.
  public init() {}

  /// The share of extracted events of a known type that match a gold event.
  public var precision: Double { typed == 0 ? 0 : Double(matched) / Double(typed) }

  /// Adds one article's events to the score.
  public mutating func add(_ gold: GoldArticle, found events: [ExtractedEvent]) {
    var used = Set<Int>()
    var outcomes = events.enumerated().map { index, event in
      Outcome(
        document: gold.document, index: index, confidence: event.description.confidence)
    }
    let ordered =
      gold.events.filter(\.must) + gold.events.filter { !$0.must }
    for expected in ordered {
      let isDated = expected.edtf != nil
      var count = isDated ? withDate : withoutDate
      count.must += expected.must ? 1 : 0
      defer { if isDated { withDate = count } else { withoutDate = count } }

      let families = Set(([expected.type] + (expected.typeAlt ?? [])).map(Self.family))
      let candidates = events.indices.filter { index in
        !used.contains(index) && Self.touches(expected, events[index])
      }.map { index -> (index: Int, typed: Bool, dated: Bool, first: Bool) in
        let event = events[index]
        return (
          index, families.contains(Self.family(event.description.type)),
          Self.isDateRight(expected, event.description.date),
          expected.actors.first.map { Self.names(of: event.description).contains(Self.norm($0)) }
            ?? false
        )
      }
      let best = candidates.max { left, right in
        let leftKey = [left.typed, left.dated, left.first].map { $0 ? 1 : 0 }
        let rightKey = [right.typed, right.dated, right.first].map { $0 ? 1 : 0 }
        return leftKey.lexicographicallyPrecedes(rightKey)
      }
      guard let best, best.typed || (isDated && best.dated) else {
        if expected.must {
          faults.append("missed \(gold.document) \(expected.id) \(expected.trigger)")
        }
        continue
      }
      used.insert(best.index)
      let event = events[best.index]
      let whole = best.typed && best.dated && Self.isWhole(expected, event.description)
      outcomes[best.index].isListed = best.typed
      outcomes[best.index].isDated = best.typed && best.dated
      outcomes[best.index].isWhole = whole
      if !isDated, event.description.date.isDated, event.description.date.span.length == 1 {
        inventedDays += 1
      }
      if expected.must {
        count.found += best.typed ? 1 : 0
        count.dated += best.typed && best.dated ? 1 : 0
        count.whole += whole ? 1 : 0
        if !whole {
          let got = event.description
          let actors = got.actors.map { $0.name + ($0.country.map { " (\($0))" } ?? "") }
          faults.append(
            "partial \(gold.document) \(expected.id) \(expected.trigger): \(got.type) "
              + "\(got.date.edtf ?? "undated") \(got.actuality.rawValue) \(got.place ?? "-") "
              + actors.joined(separator: ", "))
        }
      }
    }
    self.outcomes += outcomes.filter { events[$0.index].description.type != "other" }
    for (index, event) in events.enumerated() where event.description.type != "other" {
      typed += 1
      if used.contains(index) {
        matched += 1
      } else {
        faults.append("extra \(gold.document) \(event.description.type): \(event.quote.prefix(90))")
      }
    }
  }

  private static func family(_ type: String) -> String {
    String(type.prefix { $0 != "." })
  }

  private static func touches(_ gold: GoldArticle.GoldEvent, _ event: ExtractedEvent) -> Bool {
    guard event.end - event.begin <= 700 else { return false }
    let covers = event.begin <= gold.triggerBegin && gold.triggerBegin < event.end
    return covers || (event.begin < gold.quoteEnd && gold.quoteBegin < event.end)
  }

  private static func isDateRight(_ gold: GoldArticle.GoldEvent, _ date: EventDate) -> Bool {
    guard let edtf = gold.edtf else { return !date.isDated }
    let earliest = date.span.earliest?.description
    let latest = date.span.latest?.description
    if edtf.hasSuffix("~") {
      guard let earliest, let latest, let from = gold.earliest, let to = gold.latest,
        let length = date.span.length
      else { return false }
      return (date.approximate || length > 7) && earliest <= to && from <= latest
        && earliest.prefix(4) == from.prefix(4) && latest.prefix(4) == from.prefix(4)
    }
    guard date.isDated, latest == gold.latest else { return false }
    return earliest == gold.earliest
      || (gold.earliestAlt ?? []).contains { $0 == earliest }
  }

  private static func isWhole(_ gold: GoldArticle.GoldEvent, _ event: EventDescription) -> Bool {
    let wanted = Set(gold.actors.map(norm))
    let allowed = wanted.union((gold.actorsOptional ?? []).map(norm))
    let countries = Set(event.actors.compactMap { $0.country.map(norm) })
    let places = [gold.place] + (gold.placeAlt ?? [])
    let placeRight =
      gold.place == nil || places.contains { norm($0 ?? "") == norm(event.place ?? "") }
    return placeRight && wanted.isSubset(of: names(of: event)) && countries.isSubset(of: allowed)
      && ([gold.actuality] + (gold.actualityAlt ?? [])).contains(event.actuality.rawValue)
  }

  private static func names(of event: EventDescription) -> Set<String> {
    Set(event.actors.flatMap { [norm($0.name), norm($0.country ?? "")] }).subtracting([""])
  }

  private static func norm(_ name: String) -> String {
    let lower = name.lowercased()
    return lower.hasPrefix("the ") ? String(lower.dropFirst(4)) : lower
  }
}

/// An event as extracted from one document, with where its evidence stands.
public struct ExtractedEvent: Sendable {
  /// What it is.
  public var description: EventDescription
  /// First code point of the evidence.
  public var begin: Int
  /// One past the last code point of the evidence.
  public var end: Int
  /// The evidence.
  public var quote: String

  /// An event of those parts.
  public init(description: EventDescription, begin: Int, end: Int, quote: String) {
    self.description = description
    self.begin = begin
    self.end = end
    self.quote = quote
  }
}
