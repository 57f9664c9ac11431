/// Turns events into one output format.
public protocol Renderer: Sendable {}
