import Foundation
import TimelineModel
import TimelineStore

/// A database made anew from the documents and the decisions, beside the old one.
struct FullBuild {
  let folder: TimelineFolder
  /// What the new database holds.
  let derivation: Derivation
  /// The files in `documents/` that are no documents.
  let unreadable: [UnreadableDocument]
  private let contents: BuildContents

  /// Reads everything; `extracted` are readings made before the lock was taken, which hold as far
  /// as they are of the same documents and settings, `previous` is what the old database says.
  init(
    _ folder: TimelineFolder, file: DecisionFile, order: DecisionOrder,
    extracted: Readings? = nil, previous: () -> PublishedIdentities? = { nil }
  ) throws(WorkspaceError) {
    self.folder = folder
    let settings = ExtractionSettings(
      order, types: try folder.eventTypes(), extractor: folder.extractor)
    let readings = Readings(folder, settings: settings, reusing: extracted)
    unreadable = readings.unreadable
    derivation = Derivation(readings.extractions, decisions: file, order: order)
    var identities = try IdentityFile.read(folder)
    if let previous = previous() {
      identities = identities.extended(from: previous, to: derivation, removed: [])
      try identities.save(folder)
    }
    contents = BuildContents(
      derivation: derivation, identities: identities, file: file, unreadable: unreadable,
      settings: settings)
  }

  /// Writes the new database beside the old one, checks it, and moves it into its place.
  ///
  /// - Throws: `WorkspaceError.gatesFailed` when it does not pass; the old one stands then.
  func publish() throws(WorkspaceError) {
    let prefix = "\(folder.path)/\(FileSystem.temporaryPrefix)\(getpid())"
    let working = prefix + "-build.sqlite"
    let finished = prefix + "-timeline.sqlite"
    defer {
      for path in [working, working + "-journal", finished, finished + "-journal"] {
        unlink(path)
      }
    }
    do throws(StoreError) {
      let store = try TimelineStore.create(at: working)
      try store.write { writer throws(StoreError) in
        try writer.replaceDocuments(derivation.extractions)
        try contents.write(with: writer)
      }
      try store.publish(to: finished)
      try store.close()
      let product = try TimelineStore.open(at: finished, mode: .readOnly)
      let findings = try product.verify()
      try product.close()
      if !findings.isEmpty { throw StoreError.invalidValue("\u{1}" + Self.joined(findings)) }
    } catch {
      if case .invalidValue(let text) = error, text.hasPrefix("\u{1}") {
        throw .gatesFailed(text.dropFirst().split(separator: "\n").map(String.init))
      }
      if case .diskFull = error { throw .store(.diskFull(path: folder.database)) }
      throw .store(error)
    }
    try FileSystem.synchronise(file: finished)
    // A journal beside the old file belongs to it alone; SQLite must not play it into the new one.
    unlink(folder.database + "-journal")
    try FileSystem.rename(finished, to: folder.database)
  }

  private static func joined(_ findings: [StoreFinding]) -> String {
    findings.map(\.message).joined(separator: "\n")
  }
}

/// All documents of a folder, read.
struct Readings {
  private let documents: DocumentSet
  private let fingerprint: String

  /// What reading gave, in the order of the documents' names.
  var extractions: [Extraction] { documents.readings.map(\.extraction) }
  /// The files in `documents/` that are no documents.
  var unreadable: [UnreadableDocument] { documents.unreadable }

  /// Reads the documents of a folder, passing over work that was done before.
  init(_ folder: TimelineFolder, settings: ExtractionSettings, reusing earlier: Readings? = nil) {
    fingerprint = settings.fingerprint
    var known: [String: DocumentSet.Reading] = [:]
    if let earlier, earlier.fingerprint == fingerprint {
      for reading in earlier.documents.readings { known[reading.input.name] = reading }
    }
    documents = DocumentSet(
      DocumentsFolder(folder: folder).names(), in: folder, settings: settings, known: known)
  }
}
