import Foundation

@testable import TimelineWorkspace

/// A timeline folder for one test, with documents written for it; removed with the value's scope.
final class TemporaryFolder {
  let root: URL
  var folder: TimelineFolder { TimelineFolder(path: root.path) }

  init() throws {
    root = FileManager.default.temporaryDirectory.appending(path: "workspace-test-\(UUID())")
    try FileManager.default.createDirectory(
      at: root.appending(path: "documents"), withIntermediateDirectories: true)
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
