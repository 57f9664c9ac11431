public import Chronology

/// What events are asked for; one value behind every command, renderer and page.
///
/// All terms must hold. A term with several values holds when one of them does, and repeating a
/// field asks for both:
///
///     type:arms_deal,arms_delivery actor:Pakistan actor:Russia -place:Moscow 2014..2018
///
/// Grammar: Documentation/Query-syntax.md.
public struct EventQuery: Sendable, Hashable {
  /// The window of days; nil bounds are open, nil means that no window is asked for.
  public var window: DaySpan?
  /// Whether events must lie wholly inside the window (else overlapping it is enough).
  public var certain: Bool
  /// What to do with events without a date.
  public var undated: UndatedEvents
  /// The conditions, which must all hold.
  public var terms: [Term]
  /// Whether `actor:` finds a country's people and bodies too.
  public var includesMembers: Bool
  /// In which order events come.
  public var order: Order
  /// At most how many events are given; nil for all.
  public var limit: Int?

  /// A query of those parts; without any, for every dated event.
  public init(
    window: DaySpan? = nil, certain: Bool = false, undated: UndatedEvents = .excluded,
    terms: [Term] = [], includesMembers: Bool = false, order: Order = .time, limit: Int? = nil
  ) {
    self.window = window
    self.certain = certain
    self.undated = undated
    self.terms = terms
    self.includesMembers = includesMembers
    self.order = order
    self.limit = limit
  }

  /// What to do with events without a date.
  public enum UndatedEvents: String, Sendable, Hashable, CaseIterable {
    /// They are left out and counted.
    case excluded = "no"
    /// They follow the dated ones, unless the bounds of their documents rule the window out.
    case included = "yes"
    /// Only they are given.
    case only
  }

  /// In which order events come.
  public enum Order: String, Sendable, Hashable, CaseIterable {
    /// From the past to the future, by first and then last day; undated events last.
    case time
    /// From the future to the past.
    case latest
    /// The surest first.
    case confidence
  }

  /// A condition, or its opposite.
  public struct Term: Sendable, Hashable {
    /// What must hold.
    public var condition: Condition
    /// Whether it must not hold instead.
    public var isNegated: Bool

    /// A term of those parts.
    public init(_ condition: Condition, isNegated: Bool = false) {
      self.condition = condition
      self.isNegated = isNegated
    }
  }

  /// What can be asked of an event.
  public enum Condition: Sendable, Hashable {
    /// A field has one of the values, as that field compares.
    case field(Field, [String])
    /// A number compares so.
    case number(NumberField, Comparison, Double)
    /// The words stand together in its title, quotes, actors or place.
    case text(String)
  }

  /// A field that terms ask for by name.
  public enum Field: String, Sendable, Hashable, CaseIterable {
    /// A type code; a family finds its kinds.
    case type
    /// A participant: the whole name, an alias, or whole words of a person's name.
    case actor
    /// A place: the whole name or whole words of it.
    case place
    /// Whether it happened.
    case actuality
    /// The stage of a deal.
    case stage
    /// Words in who says so.
    case attribution
    /// A document's genre, or words in its name, title, author or publisher, or in the source that
    /// a person gave.
    case source
    /// A document by its name, with or without its folders.
    case document
    /// A label that people attached.
    case label
    /// The precision of the date.
    case precision
    /// Whether the beginning or the end of the date is open ("since 2017"): yes or no.
    case open
    /// Where the event comes from: extracted, added, imported.
    case origin
    /// An id: of the event, of one of its mentions, or one that leads to it.
    case id
  }

  /// A number that terms compare.
  public enum NumberField: String, Sendable, Hashable, CaseIterable {
    /// How much the evidence is worth, 0 to 1.
    case confidence
    /// How many independent sources tell of it.
    case sources
  }

  /// How a number compares.
  public enum Comparison: String, Sendable, Hashable, CaseIterable {
    /// Smaller.
    case less = "<"
    /// Smaller or equal.
    case atMost = "<="
    /// Greater.
    case greater = ">"
    /// Greater or equal.
    case atLeast = ">="
    /// Equal.
    case equal = "="
  }
}
