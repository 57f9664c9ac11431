public import DocumentReading
import Foundation
import TimelineModel

/// A text that a person hands to `ingest`.
public struct Incoming: Sendable {
  /// Where it comes from.
  public enum Source: Sendable {
    /// A file.
    case file(path: String)
    /// Bytes, for example of standard input, under a name that the user gives.
    case bytes([UInt8])
  }

  /// Where it comes from.
  public var source: Source
  /// The name below `documents/` that is wished for.
  public var name: String
  /// What the user says of it.
  public var overrides: DocumentReader.Overrides

  /// A text of those parts.
  public init(source: Source, name: String, overrides: DocumentReader.Overrides) {
    self.source = source
    self.name = name
    self.overrides = overrides
  }

  /// The documents that a path stands for: itself, or those below it when it is a folder.
  ///
  /// Files below a folder keep their paths in it, behind the folder's own name.
  ///
  /// - Throws: `WorkspaceError.notFound` when there is nothing at the path, `invalid` for a folder
  ///   without documents.
  public static func files(
    at path: String, name: String?, overrides: DocumentReader.Overrides
  ) throws(WorkspaceError) -> [Incoming] {
    guard FileManager.default.fileExists(atPath: path) else {
      throw .notFound("\(path): no such file")
    }
    guard FileSystem.isDirectory(path) else {
      let last = URL(fileURLWithPath: path).lastPathComponent
      return [Incoming(source: .file(path: path), name: name ?? last, overrides: overrides)]
    }
    let names = DocumentsFolder.documents(below: path)
    if names.isEmpty { throw .reading(.noDocuments(path: path)) }
    let prefix = name ?? URL(fileURLWithPath: path).standardizedFileURL.lastPathComponent
    return names.map {
      Incoming(
        source: .file(path: path + "/" + $0), name: prefix + "/" + $0, overrides: overrides)
    }
  }

  /// A name made safe to stand below `documents/`; nil when nothing is left of it.
  static func safe(_ name: String) -> String? {
    let parts = name.split(separator: "/").filter { $0 != "." && $0 != ".." && !$0.isEmpty }
    let clean = parts.map { part in
      String(part.drop { $0 == "." }.map { $0.isNewline || $0 == "\0" ? "_" : $0 })
    }.filter { !$0.isEmpty }
    return clean.isEmpty ? nil : clean.joined(separator: "/")
  }
}
