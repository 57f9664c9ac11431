import ArgumentParser
import Foundation
import TimelineStore
import TimelineWorkspace

/// Which timeline a command works on: `--folder`, `--db`, `$TIMELINE_FOLDER` or the folder that the
/// user stands in.
struct StoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The timeline folder, else $TIMELINE_FOLDER or the nearest one upwards.", valueName: "dir"))
  var folder: String?

  @Option(
    help: ArgumentHelp("A timeline database to read, wherever it lies.", valueName: "file"))
  var db: String?

  /// Opens the timeline for reading, and says on standard error what it does not hold yet.
  ///
  /// - Throws: an exit code, after a sentence on standard error.
  func reader() throws -> TimelineStore {
    try reporting {
      if let db { return try TimelineStore.open(at: db, mode: .readOnly) }
      let folder = try existing()
      let store = try Workspace.reader(folder)
      if let pending = try Workspace.pendingNotice(folder, store: store) {
        StandardStreams.note(pending)
      }
      return store
    }
  }

  /// The timeline folder, for a command that writes.
  ///
  /// - Throws: an exit code, after a sentence on standard error.
  func writableFolder() throws -> TimelineFolder {
    try reporting {
      try refuseDatabaseFile()
      return try existing()
    }
  }

  /// The timeline folder, made here when there is none.
  ///
  /// - Throws: an exit code, after a sentence on standard error.
  func writableOrNewFolder() throws -> TimelineFolder {
    try reporting {
      try refuseDatabaseFile()
      let found = try TimelineFolder.findOrCreate(
        named: folder, environment: ProcessInfo.processInfo.environment,
        workingDirectory: FileManager.default.currentDirectoryPath)
      if found.isNew { StandardStreams.note("made a timeline folder in \(found.folder.path)") }
      return found.folder
    }
  }

  /// The timeline folder that is named or stood in; nil when the user stands in none.
  ///
  /// - Throws: an exit code, after a sentence on standard error, when the named one is none.
  func folderIfAny() throws -> TimelineFolder? {
    try reporting { () throws(WorkspaceError) -> TimelineFolder? in
      do throws(WorkspaceError) {
        return try existing()
      } catch {
        if case .noFolder = error { return nil }
        throw error
      }
    }
  }

  private func existing() throws(WorkspaceError) -> TimelineFolder {
    try TimelineFolder.find(
      named: folder, environment: ProcessInfo.processInfo.environment,
      workingDirectory: FileManager.default.currentDirectoryPath)
  }

  private func refuseDatabaseFile() throws(WorkspaceError) {
    if db != nil {
      throw .invalid("--db opens a database for reading only; name the folder with --folder")
    }
  }
}
