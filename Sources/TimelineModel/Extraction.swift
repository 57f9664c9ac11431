/// What reading one document gave.
public struct Extraction: Sendable, Hashable {
  /// The document, with the publication bounds that its own dates give when none were stated.
  public var document: Document
  /// Everything told, in the order of the text.
  public var mentions: [EventMention]
  /// What reading found wrong, beside the document's own warnings.
  public var warnings: [Warning]

  /// An extraction of those parts.
  public init(document: Document, mentions: [EventMention], warnings: [Warning] = []) {
    self.document = document
    self.mentions = mentions
    self.warnings = warnings
  }
}
