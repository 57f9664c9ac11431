import Chronology
import Foundation
public import TimelineModel

/// Reads files of any supported format into documents.
///
/// Plain text is stored byte for byte, so that offsets refer to the file itself; of a file with
/// front matter the body after it is stored. The command line wins over the sidecar, the sidecar
/// over front matter.
public enum DocumentReader {
  /// Metadata that a person gives on the command line.
  public struct Overrides: Sendable, Hashable {
    /// Title, author and the like; nil fields leave what the file says.
    public var metadata: DocumentMetadata
    /// The publication date in EDTF.
    public var published: String?

    /// Overrides of those parts.
    public init(metadata: DocumentMetadata = DocumentMetadata(), published: String? = nil) {
      self.metadata = metadata
      self.published = published
    }
  }

  /// Reads one file; `published` (EDTF) overrides what the file or its sidecar says.
  ///
  /// Without `hashing`, for a document that is neither stored nor compared, its hashes are empty.
  ///
  /// - Throws: `ReadingError` when the file cannot be read as text.
  public static func read(
    path: String, name: String, published: String? = nil, hashing: Bool = true
  ) throws(ReadingError) -> Document {
    try read(
      path: path, name: name, overrides: Overrides(published: published), hashing: hashing)
  }

  /// Reads one file with its sidecar.
  ///
  /// - Throws: `ReadingError` when the file cannot be read as text.
  public static func read(
    path: String, name: String, overrides: Overrides, hashing: Bool = true
  ) throws(ReadingError) -> Document {
    var isDirectory = ObjCBool(false)
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
      throw .notFound(path: path)
    }
    if isDirectory.boolValue { throw .isDirectory(path: path) }
    let data: Data
    do {
      data = try Data(contentsOf: URL(fileURLWithPath: path))
    } catch {
      throw .unreadable(path: path, reason: "permission denied or not a regular file")
    }
    return try document(
      bytes: Array(data), path: path, name: name, sidecar: try Sidecar(besideDocument: path),
      overrides: overrides, hashing: hashing)
  }

  /// Makes a document of bytes that came from elsewhere, for example standard input.
  ///
  /// - Throws: `ReadingError` when the bytes are no text.
  public static func read(bytes: [UInt8], name: String, overrides: Overrides)
    throws(ReadingError) -> Document
  {
    try document(
      bytes: bytes, path: name, name: name, sidecar: nil, overrides: overrides, hashing: true)
  }

  private static func document(
    bytes: [UInt8], path: String, name: String, sidecar: Sidecar?, overrides: Overrides,
    hashing: Bool
  ) throws(ReadingError) -> Document {
    if bytes.isEmpty { throw .empty(path: path) }
    guard let decoded = TextDecoding.decode(bytes) else { throw .binary(path: path) }
    var text = decoded.utf8
    let front = FrontMatter(of: text)
    if let front { text = Array(text[front.bodyStart...]) }
    guard text.contains(where: { $0 > 0x20 }) else { throw .empty(path: path) }

    let stated = sidecar?.values ?? [:]
    let head = front?.values ?? [:]
    func value(_ key: String, _ override: String?) -> String? {
      override ?? stated[key] ?? head[key]
    }
    let metadata = DocumentMetadata(
      title: value("title", overrides.metadata.title),
      author: value("author", overrides.metadata.author),
      publisher: value("publisher", overrides.metadata.publisher),
      genre: value("genre", overrides.metadata.genre),
      url: value("url", overrides.metadata.url),
      language: value("language", overrides.metadata.language))

    var published: PublicationDate?
    if let date = overrides.published {
      published = try publication(date, .commandLine, "--published \(date)", path: path)
    } else if let date = stated["published"] {
      published = try publication(date, .sidecar, "published: \(date)", path: path)
    } else if let date = head["published"] {
      published = try publication(date, .frontMatter, "published: \(date)", path: path)
    }
    let warnings = decoded.warning.map {
      [Warning(code: $0.code, document: name, message: "\(name) \($0.message)")]
    }
    let isMarkdown = ["md", "markdown"].contains(
      URL(fileURLWithPath: path).pathExtension.lowercased())
    let hash = hashing ? SHA256.hexadecimal(of: bytes) : ""
    let isWhole = front == nil && decoded.isAsFound
    return Document(
      name: name, format: isMarkdown ? "markdown" : "text", utf8: text, fileHash: hash,
      textHash: isWhole || !hashing ? hash : nil, metadata: metadata,
      published: published, warnings: warnings ?? [])
  }

  private static func publication(
    _ date: String, _ origin: PublicationDate.Origin, _ evidence: String, path: String
  ) throws(ReadingError) -> PublicationDate {
    let day = String(date.prefix { $0 != "T" })
    do throws(EDTFError) {
      let edtf = try EDTF(day)
      return PublicationDate(
        edtf: edtf.description, span: edtf.span, origin: origin, evidence: evidence)
    } catch {
      throw .badDate(path: path, text: date, reason: error.description)
    }
  }
}
