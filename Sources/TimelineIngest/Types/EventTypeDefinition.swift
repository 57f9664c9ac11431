/// An event type that a person defined: what it is, which words name it, and sentences that prove
/// it.
public struct EventTypeDefinition: Sendable, Hashable {
  /// A sentence with the line that it stands on.
  public struct Example: Sendable, Hashable {
    /// The sentence.
    public var sentence: String
    /// The line in the file, from 1.
    public var line: Int
  }

  /// The code, `family` or `family.kind`.
  public var code: String
  /// What people read; nil when the definition only adds triggers to a type of the program.
  public var label: String?
  /// What belongs to it and what does not.
  public var definition: String?
  /// The PLOVER root, or nil for none.
  public var plover: String?
  /// Sentences that must give an event of this type.
  public var examples: [Example] = []
  /// Sentences that must give none.
  public var counterExamples: [Example] = []
  /// The line in the file on which it begins, from 1.
  public var line: Int

  /// Its triggers as rows of the trigger table.
  var triggerRows: [String] = []

  /// The part of the code before the dot.
  public var family: String { String(code.prefix { $0 != "." }) }
}

/// What is wrong with a line of a types file.
public struct EventTypeFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// The line, from 1.
  public var line: Int
  /// What is wrong, for people.
  public var message: String

  /// A fault of that line.
  public init(line: Int, message: String) {
    self.line = line
    self.message = message
  }

  /// The sentence with its line.
  public var description: String { "line \(line): \(message)" }
}
