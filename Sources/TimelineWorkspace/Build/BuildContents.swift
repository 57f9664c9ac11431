import TimelineIngest
import TimelineModel
import TimelineStore

/// Everything of a build beside the documents, as it goes into the database.
struct BuildContents {
  let derivation: Derivation
  let identities: IdentityFile
  let file: DecisionFile
  let unreadable: [UnreadableDocument]
  let settings: ExtractionSettings

  /// So many events, or one in twenty, are written by themselves; of more it is faster to write all.
  private static let few = 8

  /// Writes it, in the transaction of the writer; of the events only the `changes` when they are
  /// known and few.
  func write(with writer: StoreWriter, changes: EventChanges? = nil) throws(StoreError) {
    let lasting = identities.entries(besides: derivation)
    let redirects = lasting.redirects + derivation.redirects
    let tombstones = lasting.tombstones + derivation.tombstones
    var isUpdated = false
    if let changes, changes.count <= max(BuildContents.few, derivation.events.count / 20) {
      isUpdated = try writer.updateEvents(
        changes, links: derivation.links, redirects: redirects, tombstones: tombstones)
    }
    if !isUpdated {
      try writer.replaceEvents(
        derivation.events, links: derivation.links, redirects: redirects, tombstones: tombstones)
    }
    try writer.recordDecisions(derivation.decisions)
    try writer.replaceOwnAliases(settings.aliases)
    try writer.replaceOwnEventTypes(settings.types.definitions.map(EventTypeRecord.init))
    try writer.replaceFolderWarnings(
      file.warnings + settings.types.warnings + unreadable.map(\.warning))
    try writer.setMeta(.decisionsHash, file.fingerprint)
    try writer.setMeta(.extractionHash, settings.fingerprint)
    try writer.setMeta(.typesHash, settings.types.hash)
    try writer.setMeta(.retoldMentions, derivation.retold.isEmpty ? nil : derivation.retold)
  }
}

extension ExtractionSettings {
  /// Whether the decided publication date of a stored document is another than it was read with.
  func isChanged(for document: Document) -> Bool {
    let stored = document.published?.origin == .decision ? document.published : nil
    let wanted = applied(to: document).published
    return published[document.name] == nil ? stored != nil : stored != wanted
  }
}

extension EventTypeFile {
  /// SHA-256 of the text; nil for none.
  var hash: String? { text.isEmpty ? nil : SHA256.hexadecimal(of: Array(text.utf8)) }

  /// The faults as warnings that are stored and shown.
  var warnings: [Warning] {
    faults.map {
      Warning(
        code: "types.fault", document: nil, message: "types.txt, \($0)")
    }
  }
}

extension EventTypeRecord {
  /// The record of a definition.
  init(_ definition: EventTypeDefinition) {
    self.init(
      code: definition.code, label: definition.label ?? definition.code,
      definition: definition.definition, example: definition.examples.first?.sentence,
      plover: definition.plover)
  }
}
