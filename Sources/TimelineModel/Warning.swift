/// Something wrong with an input that did not stop the work; stored and shown, never dropped.
public struct Warning: Sendable, Hashable {
  /// A stable identifier, for example `encoding.replaced-bytes`.
  public var code: String
  /// The document it concerns; nil for the folder as a whole.
  public var document: String?
  /// Where in the stored text, in code points; nil when it concerns the whole.
  public var begin: Int?
  /// The sentence for people.
  public var message: String

  /// A warning of those parts.
  public init(code: String, document: String?, begin: Int? = nil, message: String) {
    self.code = code
    self.document = document
    self.begin = begin
    self.message = message
  }
}
