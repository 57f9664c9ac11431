import DocumentReading
import Foundation
import TimelineModel

/// The `documents/` of a timeline folder.
struct DocumentsFolder {
  let folder: TimelineFolder

  /// The endings of names that are read as documents; files without an ending count too.
  static let endings: Set<String> = ["txt", "text", "md", "markdown", ""]

  /// Whether a file of that name is a document rather than a sidecar or somebody's leftover.
  static func isDocument(_ name: String) -> Bool {
    let last = name.split(separator: "/").last.map(String.init) ?? name
    if last.hasPrefix(".") || last.hasSuffix(".meta.json") { return false }
    return endings.contains(URL(fileURLWithPath: last).pathExtension.lowercased())
  }

  /// The names of all documents, sorted.
  func names() -> [String] {
    DocumentsFolder.documents(below: folder.documents).filter { !$0.hasPrefix("imports/") }
  }

  /// The documents below a folder, by their paths in it, sorted.
  static func documents(below path: String) -> [String] {
    guard let found = FileManager.default.enumerator(atPath: path) else { return [] }
    var names: [String] = []
    while let name = found.nextObject() as? String {
      if name.split(separator: "/").contains(where: { $0.hasPrefix(".") }) { continue }
      if isDocument(name), !FileSystem.isDirectory(path + "/" + name) { names.append(name) }
    }
    return names.sorted()
  }

  /// The path of a document.
  func path(_ name: String) -> String { folder.documents + "/" + name }

  /// The path of a document's sidecar, there or not.
  static func sidecar(_ path: String) -> String {
    URL(fileURLWithPath: path).deletingPathExtension().path + ".meta.json"
  }

  /// Reads a document as it lies there, with a person's publication date if one was decided.
  func read(_ name: String, settings: ExtractionSettings) throws(WorkspaceError) -> Document {
    do throws(ReadingError) {
      return settings.applied(to: try DocumentReader.read(path: path(name), name: name))
    } catch { throw .reading(error) }
  }

  /// The name of a file that already lies in `documents/`; nil for a file from elsewhere.
  func name(of path: String) -> String? {
    let inside = URL(fileURLWithPath: folder.documents).resolvingSymlinksInPath().path + "/"
    let file = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    return file.hasPrefix(inside) ? String(file.dropFirst(inside.count)) : nil
  }

  /// Removes a document's file and sidecar; false when there was no file.
  func remove(_ name: String) throws(WorkspaceError) -> Bool {
    let path = path(name)
    guard unlink(path) == 0 else {
      if errno == ENOENT { return false }
      throw .cannotWrite(path: path, reason: FileSystem.lastReason)
    }
    // The sidecar may belong to a document of the same name with another ending.
    let stem = URL(fileURLWithPath: name).deletingPathExtension().relativePath
    let shared = names().contains {
      URL(fileURLWithPath: $0).deletingPathExtension().relativePath == stem
    }
    if !shared { unlink(DocumentsFolder.sidecar(path)) }
    try FileSystem.synchronise(
      directory: URL(fileURLWithPath: path).deletingLastPathComponent().path)
    return true
  }
}
