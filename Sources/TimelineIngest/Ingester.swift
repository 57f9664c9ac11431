public import TimelineModel

/// The pipeline from one document's text to event mentions.
///
/// A pure function of the document, safe to call from many tasks at once: no clock, no files, no
/// state that outlives a call. Lexicons and the language model are read once, when first needed.
public struct Ingester: Sendable {
  /// Names that people declared to mean another ("USSR" → "Soviet Union").
  public var aliases: [String: String]

  /// An ingester that reads those aliases beside the reference data.
  public init(aliases: [String: String] = [:]) {
    self.aliases = aliases
  }

  /// A text that changes whenever extraction may give other results: a hash over rules, lexicons,
  /// reference data and model.
  public static var fingerprint: String { "0" }

  /// Reads one document; bad prose never throws, it yields warnings.
  public func extract(_ document: Document) -> Extraction {
    Extraction(document: document, mentions: [])
  }
}
