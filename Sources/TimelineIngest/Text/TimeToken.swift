/// A piece of text as the time tagger sees it.
struct TimeToken: Sendable {
  /// What the bytes are.
  enum Form: UInt8, Sendable {
    /// A run of letters.
    case word
    /// A run of digits.
    case number
    /// A hyphen or dash.
    case dash
    /// Any other single character.
    case mark
    /// An empty line.
    case paragraph
  }

  /// First byte in the text.
  var begin: Int32
  /// One past the last byte.
  var end: Int32
  /// What the bytes are.
  var form: Form
  /// What the word can be in a time expression.
  var kind: TimeWordClass
  /// The value of the word, the number, or the byte of a mark.
  var value: Int32
  /// Whether the word begins with a capital.
  var isCapital: Bool
  /// Whether white space stands before it.
  var isSpaced: Bool

  /// Whether a name of a day or a turning point can begin here.
  var startsName = false
  /// Where the roles of the word stand in `TimeWords.companionSets`; 0 when it has none.
  var companionSet: UInt8 = 0

  /// The number of bytes.
  var count: Int { Int(end - begin) }

  /// Whether the word plays that role beside a word of time.
  @inline(__always)
  func has(_ role: TimeCompanions) -> Bool {
    // Most words play none, and are done without a look at the sets.
    companionSet != 0 && TimeWords.english.companionSets[Int(companionSet)].contains(role)
  }
}
