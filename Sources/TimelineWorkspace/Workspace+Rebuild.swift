import Foundation
public import TimelineModel
public import TimelineStore

/// What `rebuild` did.
public struct RebuildReport: Sendable {
  /// What the timeline holds now.
  public var counts: StoreCounts
  /// What it held before; nil when there was no database or an unreadable one.
  public var before: StoreCounts?
  /// Files in `documents/` that are no documents, as sentences.
  public var rejected: [String]
  /// Lines of `decisions.jsonl` with something wrong, as sentences.
  public var warnings: [String]
  /// How many decisions there are of each status.
  public var statuses: [DecisionStatus: Int]
}

extension Workspace {
  /// Builds the database anew from documents and decisions, checks it, and puts it in place.
  ///
  /// Reading goes on without the lock; under it, what arrived meanwhile is read too.
  /// `tolerance` is the share of events, 0 to 1, by which the count may fall below the old one's.
  ///
  /// - Throws: `WorkspaceError.gatesFailed` when the new database does not pass; the old one stands.
  public static func rebuild(
    _ folder: TimelineFolder, command: String, tolerance: Double? = nil
  ) throws(WorkspaceError) -> RebuildReport {
    let early = ExtractionSettings(
      DecisionOrder(try DecisionFile.read(folder).entries), types: try folder.eventTypes(),
      extractor: folder.extractor)
    let readings = Readings(folder, settings: early)

    let lock = try FolderLock(folder, command: command, patience: 60)
    WritingSession.clearLeftovers(in: folder)
    let reader = Companion { openOld(folder) }
    // Never beyond the lock, not even when something fails.
    defer { reader.wait() }
    let file = try DecisionFile.read(folder)
    let order = DecisionOrder(file.entries)
    let build = try FullBuild(
      folder, file: file, order: order, extracted: readings,
      previous: { reader.result?.identities })
    let old = reader.result
    if let tolerance, let before = old?.counts.events, before > 0 {
      let now = build.derivation.events.count
      if Double(now) < Double(before) * (1 - tolerance) {
        throw .gatesFailed([
          "the timeline would fall from \(before) to \(now) events, more than "
            + "\(Int((tolerance * 100).rounded())) %"
        ])
      }
    }
    try build.publish()
    _ = lock
    do throws(StoreError) {
      let counts = try TimelineStore.open(at: folder.database, mode: .readOnly).counts()
      var statuses: [DecisionStatus: Int] = [:]
      for each in build.derivation.decisions { statuses[each.status, default: 0] += 1 }
      return RebuildReport(
        counts: counts, before: old?.counts, rejected: build.unreadable.map(\.message),
        warnings: file.warnings.map(\.message), statuses: statuses)
    } catch { throw .store(error) }
  }

  /// Opens the old database, which rolls back what a killed writer left half done; nil when there
  /// is none that can be read.
  private static func openOld(_ folder: TimelineFolder) -> (
    identities: PublishedIdentities, counts: StoreCounts
  )? {
    guard let store = try? TimelineStore.open(at: folder.database, mode: .readWrite),
      let extractions = try? store.extractions(),
      let identities = try? PublishedIdentities(store, extractions: extractions),
      let counts = try? store.counts()
    else { return nil }
    try? store.close()
    return (identities, counts)
  }

  /// What is wrong with a timeline folder, as sentences; nothing when all is well.
  ///
  /// - Throws: `WorkspaceError` when the database cannot be opened.
  public static func check(_ folder: TimelineFolder) throws(WorkspaceError) -> CheckReport {
    let store = try reader(folder)
    var report = CheckReport()
    do throws(StoreError) {
      report.problems = try store.verify().map(\.message)
      let hashes = try store.documentFileHashes()
      let documents = DocumentsFolder(folder: folder)
      let names = documents.names()
      let unreadable = Set(
        try store.warnings().filter { $0.code == UnreadableDocument.code }.compactMap(\.document))
      for name in names {
        guard let hash = hashes[name] else {
          if !unreadable.contains(name) {
            report.notes.append("documents/\(name) is not in the timeline yet")
          }
          continue
        }
        if let bytes = try? FileSystem.read(documents.path(name)),
          SHA256.hexadecimal(of: bytes) != hash
        {
          report.notes.append("documents/\(name) was changed since it was read")
        }
      }
      for name in hashes.keys.sorted() where !names.contains(name) {
        report.problems.append("documents/\(name) is gone, but its events are in the timeline")
      }
      let decisions = try store.decisions()
      let count = { (status: DecisionStatus) in decisions.filter { $0.status == status }.count }
      for (status, words) in [
        (DecisionStatus.conflict, "in conflict"), (.orphan, "about something that is gone"),
      ] where count(status) > 0 {
        report.notes.append(
          "decisions \(words): \(count(status)) (timeline decisions --status \(status.rawValue))")
      }
      report.notes += try store.warnings()
        .filter { $0.document == nil && !$0.code.hasPrefix(DecisionFile.warningPrefix) }
        .map(\.message)
    } catch { throw .store(error) }
    let file = try DecisionFile.read(folder)
    report.notes += file.warnings.map(\.message)
    let applied: Set<String>
    do throws(StoreError) { applied = Set(try store.decisions().map(\.id)) } catch {
      throw .store(error)
    }
    let pending = file.entries.filter { !applied.contains($0.decision.id) }.count
    if pending > 0 {
      let what = pending == 1 ? "1 decision is" : "\(pending) decisions are"
      report.notes.append("\(what) not yet applied")
    }
    return report
  }
}

/// What `check` found.
public struct CheckReport: Sendable {
  /// What is wrong.
  public var problems: [String] = []
  /// What is worth knowing and not wrong.
  public var notes: [String] = []

  /// A report of those problems.
  public init(problems: [String] = []) { self.problems = problems }
}
