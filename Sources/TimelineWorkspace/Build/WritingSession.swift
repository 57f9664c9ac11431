import TimelineIngest
import Foundation
import TimelineModel
import TimelineQuery
import TimelineStore

/// One command's hold on a timeline folder: the lock, the files as they are, the open database.
///
/// Opening a session heals: what a killed command left behind is cleared away, a missing database is
/// built, decisions and documents that are not in the database yet are applied.
struct WritingSession: ~Copyable {
  let folder: TimelineFolder
  let store: TimelineStore
  /// The decisions as the file holds them.
  private(set) var file: DecisionFile
  /// Their order.
  private(set) var order: DecisionOrder
  /// What they say to extraction.
  private(set) var settings: ExtractionSettings
  /// What healing did, for people.
  private(set) var notices: [String]
  private let lock: FolderLock

  /// Takes the lock and brings the database up to date with the files.
  static func open(_ folder: TimelineFolder, command: String) throws(WorkspaceError)
    -> WritingSession
  {
    let lock = try FolderLock(folder, command: command, patience: Workspace.patience)
    clearLeftovers(in: folder)
    let file = try DecisionFile.read(folder)
    let order = DecisionOrder(file.entries)
    let opened = try database(of: folder, file: file, order: order)
    var session = WritingSession(
      folder: folder, store: opened.store, file: file, order: order,
      types: try folder.eventTypes(), notices: opened.notices, lock: lock)
    if !opened.isNew { try session.heal() }
    return session
  }

  private init(
    folder: TimelineFolder, store: TimelineStore, file: DecisionFile, order: DecisionOrder,
    types: EventTypeFile, notices: [String], lock: consuming FolderLock
  ) {
    self.folder = folder
    self.store = store
    self.file = file
    self.order = order
    self.notices = notices
    self.lock = lock
    settings = ExtractionSettings(order, types: types, extractor: folder.extractor)
  }

  /// Opens the database, built anew when there is none or an older program's.
  private static func database(
    of folder: TimelineFolder, file: DecisionFile, order: DecisionOrder
  ) throws(WorkspaceError) -> (store: TimelineStore, isNew: Bool, notices: [String]) {
    do throws(StoreError) {
      return (try TimelineStore.open(at: folder.database, mode: .readWrite), false, [])
    } catch {
      var notices: [String] = []
      switch error {
      case .missing: break
      case .older: notices = ["rebuilt the database of an older program"]
      default: throw .store(error)
      }
      try FullBuild(folder, file: file, order: order).publish()
      do throws(StoreError) {
        return (try TimelineStore.open(at: folder.database, mode: .readWrite), true, notices)
      } catch { throw .store(error) }
    }
  }

  /// Removes files that a killed writer left; whoever holds the lock is the only writer.
  static func clearLeftovers(in folder: TimelineFolder) {
    let files = FileManager.default
    for name in (try? files.contentsOfDirectory(atPath: folder.path)) ?? []
    where name.hasPrefix(FileSystem.temporaryPrefix) {
      unlink(folder.path + "/" + name)
    }
    guard let found = files.enumerator(atPath: folder.documents) else { return }
    while let name = found.nextObject() as? String {
      let last = name.split(separator: "/").last ?? ""
      if last.hasPrefix(FileSystem.temporaryPrefix) { unlink(folder.documents + "/" + name) }
    }
  }

  /// Brings the database up to date with the files.
  private mutating func heal() throws(WorkspaceError) {
    let documents = DocumentsFolder(folder: folder)
    let names = Set(documents.names())
    let stored: Set<String>
    let isCurrent: Bool
    do throws(StoreError) {
      stored = Set(try store.documentFileHashes().keys)
      let applied = try store.meta(.decisionsHash)
      let reading = try store.meta(.extractionHash)
      isCurrent = applied == file.fingerprint && reading == settings.fingerprint
    } catch { throw .store(error) }
    let known = Set(try warnings().compactMap(\.document))
    let arrived = names.subtracting(stored).subtracting(known).sorted()
    let gone = stored.subtracting(names)
    if isCurrent, arrived.isEmpty, gone.isEmpty { return }
    let reported = Set(try folderWarnings())
    notices += file.warnings.map(\.message).filter { !reported.contains($0) }
    var update = Update()
    update.removed = gone
    for name in arrived { update.read.append(name) }
    try write(update)
    if !arrived.isEmpty { notices.append("also read \(arrived.count) new in documents/") }
    if !gone.isEmpty { notices.append("\(gone.count) gone from documents/ left the timeline") }
  }

  /// The sentences about the folder's files that were stored with the last build.
  private func folderWarnings() throws(WorkspaceError) -> [String] {
    do throws(StoreError) {
      return try store.warnings().filter { $0.document == nil }.map(\.message)
    } catch { throw .store(error) }
  }

  private func warnings() throws(WorkspaceError) -> [Warning] {
    do throws(StoreError) {
      return try store.warnings().filter { $0.code == UnreadableDocument.code }
    } catch { throw .store(error) }
  }

  /// Appends decisions to the file, then brings the database up to date.
  ///
  /// - Returns: the events that they are about as they were and as they are; when any event may
  ///   have changed, all events if `isCompared`, else none.
  mutating func decide(_ decisions: [Decision], isCompared: Bool) throws(WorkspaceError) -> (
    before: [String: Event], after: [String: Event]
  ) {
    let known = file
    try DecisionFile.append(decisions, to: folder)
    do throws(WorkspaceError) {
      file = try DecisionFile.read(folder)
      order = DecisionOrder(file.entries)
      settings = ExtractionSettings(
        order, types: settings.types, extractor: settings.extractor)
      if let update = try ordinary(decisions, after: known) {
        let after = update.changes.events.map { ($0.id, $0) }
        return (update.before, Dictionary(uniqueKeysWithValues: after))
      }
      let events = try write(Update())
      return isCompared ? (byID(events.before), byID(events.after)) : ([:], [:])
    } catch {
      throw .recordedNotApplied(
        id: decisions.map(\.id).joined(separator: ", "), reason: error.description)
    }
  }

  /// Applies decisions that bear on single events; nil, with nothing changed, when more is needed.
  private func ordinary(_ decisions: [Decision], after known: DecisionFile)
    throws(WorkspaceError) -> OrdinaryDecisions?
  {
    // Somebody else may have written to the file, as an editor does, without taking the lock.
    guard file.warnings == known.warnings, file.entries.starts(with: known.entries),
      file.entries.dropFirst(known.entries.count).map(\.decision) == decisions
    else { return nil }
    do throws(StoreError) {
      guard
        let update = try OrdinaryDecisions(decisions, file: file, order: order, store: store)
      else { return nil }
      let isDone = try store.write { writer throws(StoreError) in
        guard try writer.update(update.changes) else { return false }
        try writer.recordDecisions(update.decisions)
        try writer.setMeta(.decisionsHash, file.fingerprint)
        return true
      }
      return isDone ? update : nil
    } catch { throw .store(error) }
  }

  private func byID(_ events: [Event]) -> [String: Event] {
    Dictionary(events.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Writes what changed, and everything that follows from it, in one transaction.
  ///
  /// - Returns: all events as they were and as they are.
  @discardableResult
  func write(_ update: Update) throws(WorkspaceError) -> (before: [Event], after: [Event]) {
    let stored: [Extraction]
    let retold: String
    let previous: PublishedIdentities
    let isOutdated: (Document) -> Bool
    let isOfOtherSettings: Bool
    do throws(StoreError) {
      stored = try store.extractions()
      retold = try store.meta(.retoldMentions) ?? ""
      previous = try PublishedIdentities(store, extractions: stored)
      let read = try store.meta(.extractionHash)
      isOutdated = settings.isOutdated(readWith: try appliedOrder(), hash: read)
      isOfOtherSettings = read != settings.fingerprint
    } catch { throw .store(error) }
    var current: [String: Extraction] = [:]
    for extraction in Derivation.restored(stored, retold: retold) {
      current[extraction.document.name] = extraction
    }
    for name in update.removed { current[name] = nil }
    for extraction in update.extractions { current[extraction.document.name] = extraction }

    // Documents whose reading depends on something that changed are read anew.
    let fresh = Set(update.extractions.map(\.document.name))
    var names = Set(update.read)
    for (name, extraction) in current where !fresh.contains(name) {
      let document = extraction.document
      if isOutdated(document) || settings.isChanged(for: document) { names.insert(name) }
    }
    let set = DocumentSet(names.sorted(), in: folder, settings: settings)
    for reading in set.readings { current[reading.input.name] = reading.extraction }
    let kept = try keptUnreadable(set.unreadable, names)

    let derivation = Derivation(
      current.keys.sorted().compactMap { current[$0] }, decisions: file, order: order)
    let identities = try IdentityFile.read(folder)
      .extended(from: previous, to: derivation, removed: update.removed)
    try identities.save(folder)
    let before = Dictionary(
      stored.map { ($0.document.name, $0) }, uniquingKeysWith: { first, _ in first })
    let changed = derivation.extractions.filter { before[$0.document.name] != $0 }
    let contents = BuildContents(
      derivation: derivation, identities: identities, file: file,
      unreadable: kept.filter { current[$0.name] == nil }, settings: settings)
    let gone = before.keys.filter { current[$0] == nil }.sorted()
    let touched =
      changed + (changed.map(\.document.name) + gone).compactMap { before[$0] }
    let changes = EventChanges(
      from: previous.events, to: derivation.events,
      reading: Set(touched.flatMap { $0.mentions.map(\.id) }))
    do throws(StoreError) {
      try store.write { writer throws(StoreError) in
        // Another program brings other names and types along.
        if isOfOtherSettings { try writer.reloadReferenceData() }
        for name in gone {
          try writer.removeDocument(name)
        }
        try writer.replaceDocuments(changed)
        try contents.write(with: writer, changes: changes)
      }
    } catch { throw .store(error) }
    return (previous.events, derivation.events)
  }

  /// The decisions that the database holds.
  private func appliedOrder() throws(StoreError) -> DecisionOrder {
    DecisionOrder(try store.decisions().entries)
  }

  /// The documents that cannot be read: those just found and those known from before.
  private func keptUnreadable(_ found: [UnreadableDocument], _ tried: Set<String>)
    throws(WorkspaceError) -> [UnreadableDocument]
  {
    let names = Set(DocumentsFolder(folder: folder).names())
    let before = try warnings().compactMap { warning in
      warning.document.map { UnreadableDocument(name: $0, message: warning.message) }
    }
    let still = before.filter { names.contains($0.name) && !tried.contains($0.name) }
    return (still + found).sorted { $0.name < $1.name }
  }

  /// What a command changes beside the decisions.
  struct Update {
    /// Extractions that are new or replace others.
    var extractions: [Extraction] = []
    /// Names of documents to read from the folder.
    var read: [String] = []
    /// Names of documents that leave.
    var removed: Set<String> = []
  }
}
