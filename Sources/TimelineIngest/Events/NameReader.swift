/// Names of a sentence in the shape that the event rules need.
struct NameReader: Sendable {
  /// The names of one sentence.
  func names(in tree: SentenceTree, bytes: [UInt8]) -> [NamedMention] { [] }
}
