/// Turns events into one output format.
///
/// A renderer is pure: the same content gives the same text on any day.
public protocol Renderer: Sendable {
  /// The whole document in the renderer's format.
  func text(_ content: TimelineContent) -> String
}
