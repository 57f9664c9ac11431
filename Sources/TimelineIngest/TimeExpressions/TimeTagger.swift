public import TimelineModel

/// Finds and reads the time expressions of a text.
public struct TimeTagger: Sendable {
  /// A tagger of English.
  public init() {}

  /// The expressions of a document in the order of the text, without overlaps.
  ///
  /// Relative expressions are counted from the document's publication date when it has one, else
  /// from the dates of the narrative; without either they keep bounds or stay unresolved.
  public func tag(_ document: Document) -> [TimeExpression] { [] }

  /// Reads a whole phrase as one date ("early April 2018", "2018-04-22/2018-04-23"), or nil when
  /// the phrase is not one date expression from its first byte to its last.
  public func date(ofPhrase phrase: String) -> EventDate? { nil }
}
