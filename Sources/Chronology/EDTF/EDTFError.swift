/// Why a text is not EDTF; the description is the sentence that is printed.
public struct EDTFError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Where reading stopped, in UTF-8 bytes from the start of the text.
  public var position: Int
  /// What was expected there, or why what stands there is no date.
  public var expectation: String

  /// An error at that byte.
  public init(position: Int, expectation: String) {
    self.position = position
    self.expectation = expectation
  }

  /// The sentence for people, without the text itself.
  public var description: String { "at character \(position + 1): \(expectation)" }
}
