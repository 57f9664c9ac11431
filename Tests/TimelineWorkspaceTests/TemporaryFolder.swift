import Foundation

@testable import TimelineWorkspace

/// A timeline folder for one test, with documents written for it; removed with the value's scope.
final class TemporaryFolder {
  let root: URL
  /// What reads the documents.
  var extractor = Extractor.current
  var folder: TimelineFolder {
    var folder = TimelineFolder(path: root.path)
    folder.extractor = extractor
    return folder
  }

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "workspace-test-\(UUID())")
    try FileManager.default.createDirectory(
      at: root.appending(path: "documents"), withIntermediateDirectories: true)
  }

  /// Another folder with the same truth, its database built from nothing.
  func rebuiltCopy() throws -> TemporaryFolder {
    let copy = try TemporaryFolder()
    copy.extractor = extractor
    for name in ["documents", "decisions.jsonl", "identities.jsonl", "types.txt"] {
      let source = root.appending(path: name)
      guard FileManager.default.fileExists(atPath: source.path) else { continue }
      let target = copy.root.appending(path: name)
      try? FileManager.default.removeItem(at: target)
      try FileManager.default.copyItem(at: source, to: target)
    }
    _ = try Workspace.rebuild(copy.folder, command: "test")
    return copy
  }

  deinit { try? FileManager.default.removeItem(at: root) }

  /// Writes a file below the folder.
  func write(_ path: String, _ text: String) throws {
    let url = root.appending(path: path)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// The bytes of a file below the folder.
  func bytes(_ path: String) throws -> Data { try Data(contentsOf: root.appending(path: path)) }

  /// Deletes a file below the folder.
  func delete(_ path: String) throws {
    try FileManager.default.removeItem(at: root.appending(path: path))
  }
}
