import DocumentReading
import Foundation
public import TimelineModel
import TimelineQuery
public import TimelineStore

/// What `ingest` or `remove` did.
public struct IngestReport: Sendable {
  /// Names of documents that are new.
  public var added: [String] = []
  /// Names of documents that have a new version.
  public var updated: [String] = []
  /// Names of documents that were there with the same bytes.
  public var unchanged: [String] = []
  /// Names of documents that were removed.
  public var removed: [String] = []
  /// What was wrong with inputs that were rejected.
  public var rejected: [WorkspaceError] = []
  /// Warnings of the documents that were read.
  public var warnings: [Warning] = []
  /// What else was done on the way, for people.
  public var notices: [String] = []
  /// What the timeline held before.
  public var before: StoreCounts
  /// What it holds now.
  public var after: StoreCounts
  /// How many events tell of a possible duplicate among the documents that were read.
  public var possibleDuplicates = 0
}

extension Workspace {
  /// Copies texts into the folder, reads them and puts their events into the timeline.
  ///
  /// Documents are committed in batches, and other writers have their turn in between. A text that
  /// cannot be read is reported and stops nothing.
  ///
  /// - Throws: `WorkspaceError` when the folder or the database cannot be written.
  public static func ingest(
    _ incoming: [Incoming], into folder: TimelineFolder, command: String
  ) throws(WorkspaceError) -> IngestReport {
    var report: IngestReport?
    var rest = incoming[...]
    var budget = 256 << 10
    repeat {
      var batch: [Incoming] = []
      var size = 0
      while let next = rest.first, size < budget {
        size += next.size
        batch.append(next)
        rest.removeFirst()
      }
      try ingest(batch: batch, into: folder, command: command, report: &report)
      // Batches grow with the timeline, so that putting all mentions together stays affordable.
      budget += budget / 2
      if !rest.isEmpty { usleep(40_000) }
    } while !rest.isEmpty
    guard let report else { throw .invalid("there is nothing to ingest") }
    return report
  }

  private static func ingest(
    batch: [Incoming], into folder: TimelineFolder, command: String,
    report: inout IngestReport?
  ) throws(WorkspaceError) {
    let session = try WritingSession.open(folder, command: command)
    let counts = try session.counts()
    var result = report ?? IngestReport(before: counts, after: counts)
    result.notices += session.notices
    var origins = OriginFile.read(folder)
    let known = origins
    let copier = DocumentCopier(folder: folder)
    let documents = DocumentsFolder(folder: folder)
    var update = WritingSession.Update()
    var names: [String] = []
    for text in batch {
      do throws(WorkspaceError) {
        let bytes = try text.checkedBytes()
        let name = try copier.copy(
          text, hash: SHA256.hexadecimal(of: bytes), bytes: bytes, origins: &origins)
        if !names.contains(name) { names.append(name) }
      } catch {
        guard case .reading = error else { throw error }
        result.rejected.append(error)
      }
    }
    if origins != known { try OriginFile.save(origins, to: folder) }
    var fresh: [Document] = []
    for name in names {
      let document: Document
      do throws(WorkspaceError) {
        document = try documents.read(name, settings: session.settings)
      } catch {
        result.rejected.append(error)
        continue
      }
      let stored = try session.document(named: name)
      if let stored, document.isSameReading(as: stored) {
        result.unchanged.append(name)
        continue
      }
      if stored == nil { result.added.append(name) } else { result.updated.append(name) }
      result.warnings += document.warnings
      fresh.append(document)
    }
    if !fresh.isEmpty {
      update.extractions = BoundedExtraction.extract(fresh, settings: session.settings)
      result.warnings += update.extractions.flatMap(\.warnings)
      try session.write(update)
      result.possibleDuplicates += try session.possibleDuplicates(
        in: Set(update.extractions.map(\.document.name)))
    }
    result.after = try session.counts()
    report = result
  }

  /// Takes documents out of the timeline and deletes their files.
  ///
  /// - Throws: `WorkspaceError.notFound` when there is no such document; nothing is removed then.
  public static func remove(
    _ wished: [String], from folder: TimelineFolder, command: String
  ) throws(WorkspaceError) -> IngestReport {
    let session = try WritingSession.open(folder, command: command)
    let counts = try session.counts()
    var report = IngestReport(before: counts, after: counts)
    report.notices = session.notices
    let documents = DocumentsFolder(folder: folder)
    let names = documents.names()
    for wish in wished {
      guard let name = names.match(wish, in: folder) else {
        throw .notFound("\(wish): the timeline has no such document; timeline documents lists them")
      }
      report.removed.append(name)
    }
    try session.write(WritingSession.Update(removed: Set(report.removed)))
    for name in report.removed { _ = try documents.remove(name) }
    report.after = try session.counts()
    return report
  }
}

extension Incoming {
  /// The size in bytes, as far as it is known without reading.
  fileprivate var size: Int {
    switch source {
    case .bytes(let bytes): return bytes.count
    case .file(let path):
      let attributes = try? FileManager.default.attributesOfItem(atPath: path)
      return (attributes?[.size] as? Int ?? 0) + 1
    }
  }

  /// The bytes, after a reading has shown that they are a document.
  fileprivate func checkedBytes() throws(WorkspaceError) -> [UInt8] {
    do throws(ReadingError) {
      switch source {
      case .bytes(let bytes):
        _ = try DocumentReader.read(bytes: bytes, name: name, overrides: overrides)
        return bytes
      case .file(let path):
        _ = try DocumentReader.read(path: path, name: name, overrides: overrides)
      }
    } catch { throw .reading(error) }
    guard case .file(let path) = source, let bytes = try FileSystem.read(path) else {
      throw .reading(.notFound(path: name))
    }
    return bytes
  }
}

extension Document {
  /// Whether reading this document gave the stored one, whose publication bounds may have been
  /// read off its own text.
  fileprivate func isSameReading(as stored: Document) -> Bool {
    let readOff: Set<PublicationDate.Origin> = [.dateline, .narrative]
    let samePublication =
      published == stored.published
      || published == nil && stored.published.map { readOff.contains($0.origin) } ?? true
    return fileHash == stored.fileHash && textHash == stored.textHash
      && metadata == stored.metadata && samePublication
  }
}

extension [String] {
  /// The name that a user means: itself, its path below the folder, or its one bare file name.
  func match(_ wish: String, in folder: TimelineFolder) -> String? {
    if contains(wish) { return wish }
    if wish.hasPrefix("documents/"), contains(String(wish.dropFirst(10))) {
      return String(wish.dropFirst(10))
    }
    if let inside = DocumentsFolder(folder: folder).name(of: wish), contains(inside) {
      return inside
    }
    let named = filter { $0.split(separator: "/").last.map(String.init) == wish }
    return named.count == 1 ? named.first : nil
  }
}

extension WritingSession {
  /// What the timeline holds, in numbers.
  func counts() throws(WorkspaceError) -> StoreCounts {
    do throws(StoreError) { return try store.counts() } catch { throw .store(error) }
  }

  /// A stored document.
  func document(named name: String) throws(WorkspaceError) -> Document? {
    do throws(StoreError) { return try store.document(named: name) } catch {
      throw .store(error)
    }
  }

  /// How many events of those documents have a possible duplicate.
  func possibleDuplicates(in documents: Set<String>) throws(WorkspaceError) -> Int {
    do throws(StoreError) {
      let events = try store.events(EventQuery(undated: .included)).events
        .filter { !$0.possibleDuplicates.isEmpty }
      guard !events.isEmpty else { return 0 }
      var told: Set<String> = []
      for name in documents.sorted() {
        told.formUnion(try store.extraction(ofDocument: name)?.mentions.map(\.id) ?? [])
      }
      return events.filter { !told.isDisjoint(with: $0.mentions) }.count
    } catch { throw .store(error) }
  }
}

/// Where documents were copied from: kept on this machine only, to tell a new version of a file
/// from another file of its name.
enum OriginFile {
  private static func path(_ folder: TimelineFolder) -> String {
    folder.path + "/.timeline.origins"
  }

  static func read(_ folder: TimelineFolder) -> [String: String] {
    let bytes = (try? FileSystem.read(path(folder))) ?? []
    var origins: [String: String] = [:]
    for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
      let fields = line.split(separator: "\t", maxSplits: 1).map(String.init)
      if fields.count == 2 { origins[fields[0]] = fields[1] }
    }
    return origins
  }

  static func save(_ origins: [String: String], to folder: TimelineFolder)
    throws(WorkspaceError)
  {
    let lines = origins.sorted { $0.key < $1.key }.map { "\($0.key)\t\($0.value)\n" }
    try FileSystem.replace(path(folder), with: Array(lines.joined().utf8))
  }
}
