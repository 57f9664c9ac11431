/// Why a file could not be read as a document.
public enum ReadingError: Error, Sendable, Hashable {
  /// There is no such file.
  case notFound(path: String)
}
