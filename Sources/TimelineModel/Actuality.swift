/// Whether an event really happened, as its source tells it.
public enum Actuality: String, Sendable, Hashable, CaseIterable {
  /// It happened or is happening.
  case occurred
  /// It is scheduled, expected or likely.
  case planned
  /// It was suggested or offered.
  case proposed
  /// Somebody says that it did not happen.
  case denied
  /// It was called off.
  case cancelled
  /// It is claimed, not established.
  case alleged
  /// The source does not tell.
  case unknown
}
