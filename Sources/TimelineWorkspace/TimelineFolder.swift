/// A timeline folder on disk.
public struct TimelineFolder: Sendable, Hashable {
  /// The absolute path of the folder.
  public var path: String

  /// The folder at that path.
  public init(path: String) {
    self.path = path
  }
}
