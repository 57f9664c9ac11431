import Foundation

/// The texts on which reading is measured: those of `$TIMELINE_CORPORA` when it is set, else the
/// project's own articles.
enum BenchTexts {
  /// The files, folder by folder, sorted.
  ///
  /// - Throws: `BenchError` when there is none.
  static func files() throws -> [URL] {
    let manager = FileManager.default
    var folders: [URL] = []
    if let root = ProcessInfo.processInfo.environment["TIMELINE_CORPORA"] {
      folders = ["timebank", "aquaint"].map {
        URL(fileURLWithPath: root).appending(path: "corpora/timex/\($0)")
      }
    }
    folders = folders.filter { manager.fileExists(atPath: $0.path) }
    if folders.isEmpty {
      folders = ["open", "held-back"].map {
        URL(fileURLWithPath: manager.currentDirectoryPath)
          .appending(path: "Tests/TimelineIngestTests/Articles/\($0)")
      }.filter { manager.fileExists(atPath: $0.path) }
    }
    let files = try folders.flatMap { folder in
      try manager.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".txt") }.sorted()
        .map { folder.appending(path: $0) }
    }
    if files.isEmpty { throw BenchError(message: "there is no text to read") }
    return files
  }
}
