public import TimelineModel

/// What a search found, for people: each event with the words around what was found.
public struct SearchTable: Sendable {
  /// An event that was found.
  public struct Find: Sendable, Hashable {
    /// The event.
    public var event: Event
    /// The words around what was found.
    public var snippet: String
    /// The document that they stand in; nil for an event that a person added.
    public var document: String?

    /// A find of those parts.
    public init(event: Event, snippet: String, document: String?) {
      self.event = event
      self.snippet = snippet
      self.document = document
    }
  }

  /// The columns of the terminal; nil when there is none.
  public var width: Int?
  /// Whether colour codes may be used.
  public var colour: Bool

  /// A table of that width.
  public init(width: Int? = nil, colour: Bool = false) {
    self.width = width
    self.colour = colour
  }

  /// Date, title and id of each event with the snippet and its document below; nothing without any.
  public func text(_ finds: [Find]) -> String {
    guard !finds.isEmpty else { return "" }
    return EventTable(width: width, colour: colour).narrow(
      finds.map(\.event), width: width ?? EventTable.wideWidth,
      details: finds.map { find in
        // A snippet that only says the title again is not worth its line.
        let says = find.snippet.filter { !"[]".contains($0) }
        let repeats = find.event.description.title.contains(says)
        return (repeats ? [] : ["“\(find.snippet)”"]) + [find.document ?? find.event.source ?? ""]
      })
  }
}
