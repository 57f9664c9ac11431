import CLanguageModel
public import TimelineModel

/// The pipeline from one document's text to event mentions.
///
/// A pure function of the document, safe to call from many tasks at once: no clock, no files, no
/// state that outlives a call. Lexicons and the language model are read once, when first needed.
public struct Ingester: Sendable {
  /// Names that people declared to mean another ("USSR" → "Soviet Union").
  public var aliases: [String: String]

  private let lexicon: EventLexicon

  /// The version of the rules in code, raised whenever they can give another result.
  static let ruleVersion = "events-3"

  /// An ingester that reads aliases and a user's own types beside the reference data.
  public init(aliases: [String: String] = [:], types: EventTypeFile = .empty) {
    self.aliases = aliases
    let rows = types.triggerRows
    lexicon = rows.isEmpty ? EventLexicon.shared : EventLexicon(userRows: rows)
  }

  /// An ingester with other words than the program's: tables of the lexicon by file name
  /// (`triggers.tsv`), each in place of the embedded one.
  init(
    replacing tables: [String: String], aliases: [String: String] = [:],
    types: EventTypeFile = .empty
  ) {
    self.aliases = aliases
    lexicon = EventLexicon(userRows: types.triggerRows, replacing: tables)
  }

  /// A text that changes whenever extraction may give other results: a hash over rules, lexicons,
  /// reference data and model.
  public static let fingerprint: String = {
    var bytes = Array(ruleVersion.utf8)
    for name in EmbeddedText.names {
      bytes += Array(name.utf8)
      if let text = EmbeddedText.file(name) {
        text.withUTF8Buffer { bytes.append(contentsOf: $0) }
      }
    }
    // The models are megabytes long: a plain 64-bit hash of them is enough to notice another one.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (model, size) in [
      (english_language_model(), english_language_model_size()),
      (event_type_model(), event_type_model_size()),
    ] {
      guard let model else { continue }
      for position in 0..<size {
        hash = (hash ^ UInt64(model[position])) &* 0x100_0000_01b3
      }
    }
    bytes += Array(String(hash, radix: 16).utf8)
    return SHA256.hexadecimal(of: bytes)
  }()

  /// Reads one document; bad prose never throws, it yields warnings.
  ///
  /// With `everyPredicate` every word that can denote an event gives a mention, also those that a
  /// timeline leaves out (possible, negated, untyped); it is meant for measuring.
  public func extract(_ document: Document, everyPredicate: Bool = false) -> Extraction {
    read(document, everyPredicate: everyPredicate, log: nil)
  }

  /// What extraction saw and decided, sentence by sentence: tree, names, times, events and what
  /// was rejected and why.
  public func explain(_ document: Document) -> String {
    let log = ExplanationLog()
    _ = read(document, everyPredicate: false, log: log)
    return log.text()
  }

  /// The types of the events that a sentence tells of, sorted, each once.
  func types(in sentence: String) -> [String] {
    let document = Document(name: "sentence", utf8: Array(sentence.utf8))
    return Set(extract(document).mentions.map(\.description.type)).sorted()
  }

  /// An extraction with the evidence of each mention's confidence, in the order of the mentions.
  func weighed(_ document: Document) -> (extraction: Extraction, evidence: [[String]]) {
    var evidence: [ConfidenceEvidence] = []
    let extraction = read(document, everyPredicate: false, log: nil) { evidence = $0 }
    return (extraction, evidence.map(\.names))
  }

  private func read(
    _ document: Document, everyPredicate: Bool, log: ExplanationLog?,
    evidence: ([ConfidenceEvidence]) -> Void = { _ in }
  ) -> Extraction {
    var warnings: [Warning] = []
    let expressions = TimeTagger().tag(document)
    let analyzer: LanguageAnalyzer?
    do {
      analyzer = try LanguageAnalyzer(isName: Gazetteer.shared.isCountryOrCapital)
    } catch {
      analyzer = nil
      warnings.append(
        Warning(
          code: "language.no-model", document: document.name, message: "\(error)"))
    }
    var reader = EventReader(
      document: document, expressions: expressions, published: document.published,
      lexicon: lexicon, analyzer: analyzer, nameReader: NameReader(aliases: aliases),
      everyPredicate: everyPredicate, log: log)
    let mentions = reader.read()
    evidence(reader.evidence)
    var dated = document
    dated.published = reader.published
    return Extraction(document: dated, mentions: mentions, warnings: warnings)
  }
}
