public import TimelineModel

/// Reads files of any supported format into documents.
public enum DocumentReader {
  /// Reads one file; `published` (EDTF) overrides what the file or its sidecar says.
  ///
  /// - Throws: `ReadingError` when the file cannot be read as text.
  public static func read(path: String, name: String, published: String? = nil)
    throws(ReadingError) -> Document
  {
    throw .notFound(path: path)
  }
}
