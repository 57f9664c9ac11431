/// A verbatim stretch of a document's stored text.
///
/// Offsets are Unicode code points, half-open, so that SQL's `substr(text, begin + 1, end - begin)`
/// gives `exact`. The words around it let a quotation be found again after an edit elsewhere.
public struct Quotation: Sendable, Hashable {
  /// First code point, counted from 0.
  public var begin: Int
  /// One past the last code point.
  public var end: Int
  /// The quoted text, byte for byte.
  public var exact: String
  /// Up to 32 code points before the quotation.
  public var prefix: String
  /// Up to 32 code points after the quotation.
  public var suffix: String

  /// A quotation of those parts.
  public init(begin: Int, end: Int, exact: String, prefix: String = "", suffix: String = "") {
    self.begin = begin
    self.end = end
    self.exact = exact
    self.prefix = prefix
    self.suffix = suffix
  }
}
