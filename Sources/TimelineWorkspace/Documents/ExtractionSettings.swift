import TimelineIngest
import TimelineModel

/// What people say to extraction itself: publication dates and names by decisions, and types.
struct ExtractionSettings: Sendable {
  /// Publication dates by document.
  var published: [String: Setting] = [:]
  /// Names that mean another.
  var aliases: [String: String] = [:]
  /// The event types of the user's own.
  var types: EventTypeFile
  /// What reads the documents.
  var extractor: Extractor

  /// A decided publication date.
  struct Setting: Sendable, Hashable {
    var date: String
    var decision: String
    var by: String
  }

  /// What the decisions that hold say, the last in order before the others, and the folder's types.
  init(_ order: DecisionOrder, types: EventTypeFile, extractor: Extractor) {
    self.types = types
    self.extractor = extractor
    for entry in order.sorted where !order.undone.contains(entry.decision.id) {
      switch entry.decision.action {
      case .setPublished(let document, let date):
        published[document] = Setting(
          date: date, decision: entry.decision.id, by: entry.decision.by)
      case .alias(let name, let canonical): aliases[name] = canonical
      default: break
      }
    }
  }

  /// The document with its decided publication date.
  func applied(to document: Document) -> Document {
    guard let setting = published[document.name], let date = StatedDate.read(edtf: setting.date)
    else { return document }
    let stated = document.published
    var document = document
    document.published = PublicationDate(
      edtf: setting.date, span: date.span, origin: .decision,
      evidence: "set by \(setting.by) (\(setting.decision))",
      replaced: stated?.origin == .decision ? stated?.replaced : stated?.edtf)
    return document
  }

  /// A hash over what bears on every document: names, types and the program's own rules.
  var fingerprint: String { fingerprint(with: aliases) }

  /// The documents that have to be read anew: of a timeline that was read with other names and by
  /// the same rules those that write one of the names that changed, else all.
  ///
  /// `applied` are the decisions that it was read with, `hash` is the fingerprint of that reading.
  func isOutdated(
    readWith applied: DecisionOrder, hash: String?
  ) -> (_ document: Document) -> Bool {
    if hash == fingerprint { return { _ in false } }
    let before = ExtractionSettings(applied, types: types, extractor: extractor).aliases
    guard hash == fingerprint(with: before) else { return { _ in true } }
    let names = Set(before.keys).union(aliases.keys).filter { before[$0] != aliases[$0] }
    let search = NameSearch(names.sorted())
    return { search.mayFind(in: $0.utf8) }
  }

  private func fingerprint(with aliases: [String: String]) -> String {
    let names = aliases.sorted { $0.key < $1.key }.map { "\($0.key)\u{1}\($0.value)" }
    return SHA256.hexadecimal(
      of: Array(([extractor.fingerprint, types.text] + names).joined(separator: "\u{2}").utf8))
  }
}
