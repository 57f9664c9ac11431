import TimelineIngest
import TimelineModel

/// What reads documents: a version of the rules and lexicons, known by its fingerprint.
///
/// A timeline that was read by an extractor with another fingerprint is read anew before anything
/// else is written to it.
struct Extractor: Sendable {
  /// A text that changes whenever the same document may be read otherwise.
  var fingerprint: String
  /// A reader of documents with these aliases and event types.
  var reader:
    @Sendable (_ aliases: [String: String], _ types: EventTypeFile)
      -> @Sendable (Document) -> Extraction

  /// The one of this program.
  static let current = Extractor(fingerprint: Ingester.fingerprint) { aliases, types in
    let ingester = Ingester(aliases: aliases, types: types)
    return { ingester.extract($0) }
  }
}
