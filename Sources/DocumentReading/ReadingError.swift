/// Why a file could not be read as a document; the description is the sentence that is printed.
public enum ReadingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// There is no such file.
  case notFound(path: String)
  /// The path is a folder.
  case isDirectory(path: String)
  /// The file exists and cannot be read.
  case unreadable(path: String, reason: String)
  /// The folder holds no documents.
  case noDocuments(path: String)
  /// The file holds no text at all.
  case empty(path: String)
  /// The file holds bytes that no text has.
  case binary(path: String)
  /// The sidecar or front matter is not what it should be.
  case badMetadata(path: String, reason: String)
  /// The publication date is no date.
  case badDate(path: String, text: String, reason: String)

  /// The sentence for people.
  public var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file"
    case .isDirectory(let path): "\(path): is a folder, not a document"
    case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
    case .noDocuments(let path): "\(path): holds no documents (.txt, .md)"
    case .empty(let path): "\(path): is empty"
    case .binary(let path): "\(path): is not a text file"
    case .badMetadata(let path, let reason): "\(path): \(reason)"
    case .badDate(let path, let text, let reason):
      "\(path): the publication date \"\(text)\" is not a date: \(reason)"
    }
  }
}
