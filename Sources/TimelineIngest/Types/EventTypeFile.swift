/// Event types of a user's own, read from a text file of blocks.
///
///     type: space_launch
///     label: Space launch
///     definition: A rocket lifts off with a payload.
///     trigger: launch verb obj:satellite,probe,spacecraft
///     trigger: liftoff noun
///     example: India launched a weather satellite on 5 May 2017.
///     not: The ministry launched a website on 5 May 2017.
///
/// A type of the program may be named to give it more triggers. Lines that are wrong are left out
/// and listed; the others hold. Format: Documentation/Event-types.md.
public struct EventTypeFile: Sendable, Hashable {
  /// The types, in the order of the file.
  public private(set) var definitions: [EventTypeDefinition] = []
  /// What is wrong, in the order of the lines.
  public private(set) var faults: [EventTypeFault] = []
  /// The text that was read.
  public let text: String

  /// No types.
  public static let empty = EventTypeFile("")

  /// The codes of types that the program does not have itself.
  public var newCodes: [String] {
    definitions.map(\.code).filter { !EventTypeTable.shared.codes.contains($0) }
  }

  /// Reads the text of a types file; what is wrong is in `faults`.
  public init(_ text: String) {
    self.text = text
    var line = 0
    for raw in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      let content = Self.trimmed(raw)
      if content.isEmpty || content.hasPrefix("#") { continue }
      do throws(EventTypeFault) {
        try read(content, line: line)
      } catch {
        faults.append(error)
      }
    }
    for definition in definitions { check(definition) }
    faults.sort { $0.line < $1.line }
  }

  /// All triggers as rows of the trigger table.
  var triggerRows: String { definitions.flatMap(\.triggerRows).joined(separator: "\n") }

  /// What the sentences of the file say: each example must give an event of its type, each
  /// counter-example none.
  public func failures() -> [EventTypeFault] {
    let ingester = Ingester(types: self)
    var failures: [EventTypeFault] = []
    for definition in definitions {
      for example in definition.examples {
        let found = ingester.types(in: example.sentence)
        if !found.contains(definition.code) {
          let instead = found.isEmpty ? "none at all" : found.joined(separator: ", ")
          failures.append(
            EventTypeFault(
              line: example.line,
              message: "the example gives no event of type \(definition.code) (found: \(instead))"))
        }
      }
      for example in definition.counterExamples
      where ingester.types(in: example.sentence).contains(definition.code) {
        failures.append(
          EventTypeFault(
            line: example.line,
            message: "the counter-example gives an event of type \(definition.code)"))
      }
    }
    return failures
  }

  // MARK: Lines

  private mutating func read(_ content: Substring, line: Int) throws(EventTypeFault) {
    guard let colon = content.firstIndex(of: ":") else {
      throw EventTypeFault(line: line, message: "expected \"key: value\"")
    }
    let key = content[..<colon]
    let value = String(Self.trimmed(content[content.index(after: colon)...]))
    if value.isEmpty { throw EventTypeFault(line: line, message: "\(key) has no value") }
    if key == "type" {
      try begin(value, line: line)
      return
    }
    guard var definition = definitions.popLast() else {
      throw EventTypeFault(line: line, message: "\(key) stands before the first \"type:\"")
    }
    defer { definitions.append(definition) }
    switch key {
    case "label": definition.label = value
    case "definition": definition.definition = value
    case "plover":
      guard EventTypeTable.shared.ploverRoots.contains(value) else {
        throw EventTypeFault(line: line, message: "there is no PLOVER root \"\(value)\"")
      }
      definition.plover = value
    case "trigger":
      let trigger = try EventTypeTrigger(value, line: line)
      definition.triggerRows.append(trigger.row(type: definition.code, plover: definition.plover))
    case "example":
      definition.examples.append(EventTypeDefinition.Example(sentence: value, line: line))
    case "not":
      definition.counterExamples.append(EventTypeDefinition.Example(sentence: value, line: line))
    default:
      throw EventTypeFault(
        line: line,
        message: "there is no \"\(key)\"; write type, label, definition, plover, trigger, example "
          + "or not")
    }
  }

  private mutating func begin(_ code: String, line: Int) throws(EventTypeFault) {
    let parts = code.split(separator: ".", omittingEmptySubsequences: false)
    let isWord = { (part: Substring) in
      !part.isEmpty
        && part.utf8.allSatisfy {
          (0x61...0x7a).contains($0) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
        }
    }
    if parts.count > 2 || !parts.allSatisfy(isWord) {
      throw EventTypeFault(
        line: line,
        message: "\"\(code)\" is no code: write family or family.kind in small letters, digits "
          + "and underscores")
    }
    if definitions.contains(where: { $0.code == code }) {
      throw EventTypeFault(line: line, message: "the type \(code) is defined twice")
    }
    definitions.append(EventTypeDefinition(code: code, line: line))
  }

  /// A new type must say what it is and be provable.
  private mutating func check(_ definition: EventTypeDefinition) {
    let isNew = !EventTypeTable.shared.codes.contains(definition.code)
    var missing: [String] = []
    if isNew, definition.label == nil { missing.append("label") }
    if isNew, definition.definition == nil { missing.append("definition") }
    if definition.triggerRows.isEmpty { missing.append("trigger") }
    if definition.examples.isEmpty { missing.append("example") }
    if !missing.isEmpty {
      faults.append(
        EventTypeFault(
          line: definition.line,
          message: "the type \(definition.code) has no \(missing.joined(separator: ", no "))"))
    }
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return text
  }
}
