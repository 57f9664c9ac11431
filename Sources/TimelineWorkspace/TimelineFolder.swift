import Foundation
public import TimelineIngest

/// A timeline folder on disk: `documents/`, `decisions.jsonl`, `identities.jsonl` and the database
/// derived from them.
public struct TimelineFolder: Sendable {
  /// The absolute path of the folder.
  public var path: String
  /// What reads its documents.
  var extractor = Extractor.current

  /// The folder at that path.
  public init(path: String) {
    self.path = URL(fileURLWithPath: path).standardizedFileURL.path
  }

  /// The database, derived and safe to delete.
  public var database: String { path + "/timeline.sqlite" }
  /// The source texts.
  public var documents: String { path + "/documents" }
  /// What people decided, one line each.
  public var decisions: String { path + "/decisions.jsonl" }
  /// Ids that were once published and lead elsewhere or nowhere.
  public var identities: String { path + "/identities.jsonl" }
  /// Event types of the user's own; there need be none.
  public var types: String { path + "/types.txt" }
  /// The file whose lock a writer holds; it says who.
  var lockFile: String { path + "/.timeline.lock" }

  /// Whether something at that path says that this is a timeline folder.
  ///
  /// A lone `documents/` counts only where the user stands or points, never in a parent folder,
  /// where it may be anybody's documents.
  func isMarked(pointedAt: Bool) -> Bool {
    let files = FileManager.default
    if files.fileExists(atPath: decisions) || files.fileExists(atPath: database) { return true }
    return pointedAt && FileSystem.isDirectory(documents)
  }

  /// The folder to work in: the one named, else `$TIMELINE_FOLDER`, else the nearest one from the
  /// working directory upwards, as git finds its own.
  ///
  /// - Throws: `WorkspaceError.noFolder` when there is none.
  public static func find(
    named: String?, environment: [String: String], workingDirectory: String
  ) throws(WorkspaceError) -> TimelineFolder {
    let variable = environment["TIMELINE_FOLDER"].flatMap { $0.isEmpty ? nil : $0 }
    if let stated = named ?? variable {
      let folder = TimelineFolder(path: absolute(stated, workingDirectory))
      guard folder.isMarked(pointedAt: true) else { throw .notAFolder(path: stated) }
      return folder
    }
    var folder = TimelineFolder(path: workingDirectory)
    if folder.isMarked(pointedAt: true) { return folder }
    while folder.path != "/" {
      folder = TimelineFolder(
        path: URL(fileURLWithPath: folder.path).deletingLastPathComponent().path)
      if folder.isMarked(pointedAt: false) { return folder }
    }
    throw .noFolder(path: workingDirectory)
  }

  /// The folder to work in, made where the user stands or points when there is none.
  ///
  /// - Returns: the folder, and whether it was made just now.
  /// - Throws: `WorkspaceError.cannotWrite` when it cannot be made.
  public static func findOrCreate(
    named: String?, environment: [String: String], workingDirectory: String
  ) throws(WorkspaceError) -> (folder: TimelineFolder, isNew: Bool) {
    do throws(WorkspaceError) {
      return (
        try find(named: named, environment: environment, workingDirectory: workingDirectory), false
      )
    } catch {
      switch error {
      case .noFolder, .notAFolder:
        let variable = environment["TIMELINE_FOLDER"].flatMap { $0.isEmpty ? nil : $0 }
        let folder = TimelineFolder(path: absolute(named ?? variable ?? ".", workingDirectory))
        try folder.create()
        return (folder, true)
      default: throw error
      }
    }
  }

  /// Makes the folder, the files that mark it, and those that tell git what is derived and how
  /// branches meet; what is there stays.
  ///
  /// - Throws: `WorkspaceError.cannotWrite`.
  public func create() throws(WorkspaceError) {
    try FileSystem.makeDirectory(documents)
    let files = FileManager.default
    if files.fileExists(atPath: decisions) { return }
    for (name, text) in TimelineFolder.filesForGit
    where !files.fileExists(atPath: path + "/" + name) {
      try FileSystem.replace(path + "/" + name, with: Array(text.utf8))
    }
    try FileSystem.append([], to: decisions)
    try FileSystem.synchronise(directory: path)
  }

  private static let filesForGit = [
    (".gitattributes", "decisions.jsonl merge=union\nidentities.jsonl merge=union\n"),
    (".gitignore", "timeline.sqlite*\n.timeline*\n"),
  ]

  private static func absolute(_ path: String, _ workingDirectory: String) -> String {
    path.hasPrefix("/") ? path : workingDirectory + "/" + path
  }
}

extension TimelineFolder {
  /// The event types of `types.txt`; none when there is no such file.
  ///
  /// - Throws: `WorkspaceError.cannotRead` when it is there and cannot be read.
  public func eventTypes() throws(WorkspaceError) -> EventTypeFile {
    guard let bytes = try FileSystem.read(types) else { return .empty }
    return EventTypeFile(String(decoding: bytes, as: UTF8.self))
  }
}
