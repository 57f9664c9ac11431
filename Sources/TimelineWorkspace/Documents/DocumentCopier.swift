import DocumentReading
import Foundation
import TimelineModel

/// Puts incoming texts into `documents/`, so that the folder holds everything it was told.
struct DocumentCopier {
  let folder: TimelineFolder

  private var documents: DocumentsFolder { DocumentsFolder(folder: folder) }

  init(folder: TimelineFolder) { self.folder = folder }

  /// Copies a text, unless it lies there already, and what was said of it into its sidecar.
  ///
  /// `known` tells the hash of the file of every document that is already stored. The same bytes
  /// under any name are that document; the same name with other bytes is a new version when it was
  /// given under its name before, and takes a suffix when it comes from elsewhere.
  ///
  /// - Returns: the name below `documents/`.
  func copy(_ incoming: Incoming, hash: String, bytes: [UInt8], origins: inout [String: String])
    throws(WorkspaceError) -> String
  {
    var name: String
    if case .file(let path) = incoming.source, let inside = documents.name(of: path) {
      name = inside
    } else {
      guard let wished = Incoming.safe(incoming.name) else {
        throw .invalid("\"\(incoming.name)\" cannot be the name of a document")
      }
      name = DocumentsFolder.isDocument(wished) ? wished : wished + ".txt"
      let origin = origin(of: incoming)
      if let same = try nameOfSameBytes(like: name, hash: hash) {
        name = same
      } else {
        name = freeName(name, origin: origin, origins: origins)
        let path = documents.path(name)
        try FileSystem.makeDirectory(
          URL(fileURLWithPath: path).deletingLastPathComponent().path)
        try FileSystem.replace(path, with: bytes)
      }
      origins[name] = origin
      if case .file(let path) = incoming.source { try copySidecar(of: path, to: name) }
    }
    try describe(name, incoming.overrides)
    return name
  }

  /// The place a text comes from, as far as it tells one file of a name from another.
  private func origin(of incoming: Incoming) -> String {
    switch incoming.source {
    case .file(let path): URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    case .bytes: "-"
    }
  }

  /// The name itself or a suffixed one of it under which the same bytes lie.
  private func nameOfSameBytes(like name: String, hash: String) throws(WorkspaceError) -> String? {
    for candidate in candidates(name) {
      guard let there = try FileSystem.read(documents.path(candidate)) else { return nil }
      if SHA256.hexadecimal(of: there) == hash { return candidate }
    }
    return nil
  }

  /// The name when it is free or was taken by the same place, else the first free suffixed one.
  private func freeName(_ name: String, origin: String, origins: [String: String]) -> String {
    for candidate in candidates(name) {
      if !FileManager.default.fileExists(atPath: documents.path(candidate)) { return candidate }
      if origins[candidate] == origin { return candidate }
    }
    return name
  }

  /// `a.txt`, `a-2.txt`, `a-3.txt` and so on.
  private func candidates(_ name: String) -> some Sequence<String> {
    let url = URL(fileURLWithPath: "/" + name)
    let stem = String(url.deletingPathExtension().path.dropFirst())
    let ending = url.pathExtension.isEmpty ? "" : "." + url.pathExtension
    return (1...100_000).lazy.map { $0 == 1 ? name : "\(stem)-\($0)\(ending)" }
  }

  private func copySidecar(of path: String, to name: String) throws(WorkspaceError) {
    guard let bytes = try FileSystem.read(DocumentsFolder.sidecar(path)) else { return }
    let target = DocumentsFolder.sidecar(documents.path(name))
    if try FileSystem.read(target) != bytes { try FileSystem.replace(target, with: bytes) }
  }

  /// Keeps what the user says of a document in its sidecar, where a rebuild finds it.
  private func describe(_ name: String, _ overrides: DocumentReader.Overrides)
    throws(WorkspaceError)
  {
    let said: [(String, String?)] = [
      ("title", overrides.metadata.title), ("author", overrides.metadata.author),
      ("publisher", overrides.metadata.publisher), ("genre", overrides.metadata.genre),
      ("published", overrides.published), ("url", overrides.metadata.url),
      ("language", overrides.metadata.language),
    ]
    guard said.contains(where: { $0.1 != nil }) else { return }
    let path = DocumentsFolder.sidecar(documents.path(name))
    let before = try FileSystem.read(path)
    var members: [String: Any] = [:]
    if let before,
      let object = try? JSONSerialization.jsonObject(with: Data(before)) as? [String: Any]
    {
      members = object
    }
    for (key, value) in said where value != nil { members[key] = value }
    guard
      let data = try? JSONSerialization.data(
        withJSONObject: members, options: [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes])
    else { throw .cannotWrite(path: path, reason: "its members are no JSON") }
    let bytes = Array(data) + [0x0a]
    if bytes != before { try FileSystem.replace(path, with: bytes) }
  }
}
