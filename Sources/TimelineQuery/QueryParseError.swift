/// What is wrong with the text of a query, and where.
public struct QueryParseError: Error, Sendable, Hashable {
  /// The sentence for people.
  public var message: String
  /// The place of the fault in the text, in Unicode code points from 0.
  public var offset: Int
  /// The text of the query.
  public var text: String

  /// An error of those parts.
  public init(message: String, offset: Int, text: String) {
    self.message = message
    self.offset = offset
    self.text = text
  }
}

extension QueryParseError: CustomStringConvertible {
  /// The sentence, the query and a caret under the fault.
  public var description: String {
    let line = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\n" ? " " : $0 }))
    return "\(message)\n  \(line)\n  \(String(repeating: " ", count: offset))^"
  }
}
