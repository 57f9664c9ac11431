import Foundation
import TimelineModel
public import TimelineStore

/// The work on a timeline folder: what reads it, what writes it, and in which order.
///
/// Everything that writes holds the folder's lock, brings the database up to date with the files
/// first, and changes it in one transaction.
public enum Workspace {
  /// How long a command that writes waits for another one, in seconds.
  static let patience = 2.0

  /// Makes a timeline folder with an empty database; what is there stays.
  ///
  /// - Throws: `WorkspaceError`.
  public static func initialise(_ folder: TimelineFolder, command: String)
    throws(WorkspaceError)
  {
    try folder.create()
    let session = try WritingSession.open(folder, command: command)
    _ = session
  }

  /// Opens a folder's database for reading.
  ///
  /// A journal that a killed writer leaves, before or while the store is read, is rolled back if the
  /// folder may be written.
  ///
  /// - Throws: `WorkspaceError`, `notFound` when there is no database yet.
  public static func reader(_ folder: TimelineFolder) throws(WorkspaceError) -> TimelineStore {
    var recover: (@Sendable () -> Void)?
    if access(folder.database, W_OK) == 0, access(folder.path, W_OK) == 0 {
      recover = { Workspace.rollBack(in: folder) }
    }
    do throws(StoreError) {
      return try TimelineStore.open(at: folder.database, mode: .readOnly, recover: recover)
    } catch {
      if case .missing = error {
        throw .notFound("\(folder.path) has no database yet: run timeline rebuild")
      }
      throw .store(error)
    }
  }

  /// Rolls back what a killed writer left, unless a writer is at work, who does it himself.
  ///
  /// Under the lock, since a journal belongs to the file that has the database's name, and a rebuild
  /// gives that name to another file.
  private static func rollBack(in folder: TimelineFolder) {
    guard let lock = try? FolderLock(folder, command: "recovery", patience: 0) else { return }
    if let store = try? TimelineStore.open(at: folder.database, mode: .readWrite) {
      try? store.close()
    }
    _ = lock
  }

  /// What a reading command has to say when `decisions.jsonl` or `types.txt` say more than the
  /// database; nil when they agree.
  public static func pendingNotice(_ folder: TimelineFolder, store: TimelineStore)
    throws(WorkspaceError) -> String?
  {
    let bytes = try FileSystem.read(folder.decisions) ?? []
    let hash = DecisionFile.fingerprint(bytes)
    do throws(StoreError) {
      if try store.meta(.decisionsHash) == hash {
        return try store.meta(.typesHash) == (try? folder.eventTypes().hash)
          ? nil : "types.txt was changed since the timeline was written: run timeline rebuild"
      }
      let applied = Set(try store.decisions().map(\.id))
      let entries = DecisionFile(bytes).entries
      let pending = entries.filter { !applied.contains($0.decision.id) }.count
      let what = pending == 1 ? "1 decision" : "\(pending) decisions"
      return pending == 0
        ? "decisions.jsonl was changed since the timeline was written: run timeline rebuild"
        : "\(what) not yet applied: the next command that writes does it, or timeline rebuild"
    } catch { throw .store(error) }
  }
}

extension MetaKey {
  /// SHA-256 of the part of `decisions.jsonl` that is applied.
  static let decisionsHash: MetaKey = "decisions_hash"
  /// SHA-256 of what bears on every extraction: aliases and the extractor's fingerprint.
  static let extractionHash: MetaKey = "extraction_hash"
  /// SHA-256 of `types.txt`; absent when there is none.
  static let typesHash: MetaKey = "types_hash"
  /// Mentions whose sentence stands in two documents with two meanings: their ids before that.
  static let retoldMentions: MetaKey = "retold_mentions"
}
