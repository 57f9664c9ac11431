/// An event type that people defined, as the database keeps it beside those of the reference data.
public struct EventTypeRecord: Sendable, Hashable {
  /// The code, `family` or `family.kind`.
  public var code: String
  /// What people read.
  public var label: String
  /// What belongs to it; nil when nothing is said.
  public var definition: String?
  /// A sentence that tells of one; nil when none is given.
  public var example: String?
  /// The PLOVER root; nil for none.
  public var plover: String?

  /// A record of those parts.
  public init(
    code: String, label: String, definition: String?, example: String?, plover: String?
  ) {
    self.code = code
    self.label = label
    self.definition = definition
    self.example = example
    self.plover = plover
  }
}
