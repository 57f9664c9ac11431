public import Chronology

/// What is known of a document besides its text.
public struct DocumentMetadata: Sendable, Hashable {
  /// The headline or title.
  public var title: String?
  /// Who wrote it.
  public var author: String?
  /// Who published it.
  public var publisher: String?
  /// The kind of text, for example `op-ed`, `wire`, `communique` or `chronology`.
  public var genre: String?
  /// Where it can be read.
  public var url: String?
  /// A BCP 47 language tag, `en` when unknown.
  public var language: String?

  /// Metadata of those parts.
  public init(
    title: String? = nil, author: String? = nil, publisher: String? = nil, genre: String? = nil,
    url: String? = nil, language: String? = nil
  ) {
    self.title = title
    self.author = author
    self.publisher = publisher
    self.genre = genre
    self.url = url
    self.language = language
  }
}

/// When a document was published, with the evidence for it.
///
/// A stated date has `edtf`; a document without one may still have bounds, read off its own
/// explicit dates ("at or after the newest past date, before the nearest future one").
public struct PublicationDate: Sendable, Hashable {
  /// Where the date comes from, in order of precedence.
  public enum Origin: String, Sendable, Hashable, CaseIterable {
    /// A person's decision (`set-published`).
    case decision
    /// `--published` when the document was ingested.
    case commandLine = "command-line"
    /// The sidecar `NAME.meta.json`.
    case sidecar
    /// Front matter at the head of the file.
    case frontMatter = "front-matter"
    /// The dateline of wire copy or a date line under the title.
    case dateline
    /// Bounds from the explicit dates of the text itself.
    case narrative
  }

  /// The date in EDTF; nil when only bounds are known.
  public var edtf: String?
  /// The days on which it can have been published; nil ends are unknown.
  public var span: DaySpan
  /// Where the date comes from.
  public var origin: Origin
  /// The words or the field that say so, for people.
  public var evidence: String
  /// Of a decided date: what the sidecar or front matter states instead, in EDTF; nil for nothing.
  public var replaced: String?

  /// A publication date of those parts.
  public init(
    edtf: String?, span: DaySpan, origin: Origin, evidence: String, replaced: String? = nil
  ) {
    self.edtf = edtf
    self.span = span
    self.origin = origin
    self.evidence = evidence
    self.replaced = replaced
  }

  /// The day of publication when it is known to the day.
  public var day: CivilDay? {
    edtf != nil && span.earliest == span.latest ? span.earliest : nil
  }
}

/// A source text with what is known about it.
///
/// `name` is the path below the timeline folder's `documents/`, and the only handle that people
/// use. Offsets everywhere refer to `utf8`, the stored text, which is valid UTF-8 without a byte
/// order mark and otherwise as found in the file.
public struct Document: Sendable, Hashable {
  /// The file's path below `documents/`, for example `kazan/communique.txt`.
  public var name: String
  /// The format it was read from: `text` or `markdown`.
  public var format: String
  /// The stored text as UTF-8 bytes.
  public var utf8: [UInt8]
  /// SHA-256 of the file's bytes as they were read, in lower-case hexadecimal.
  public var fileHash: String
  /// SHA-256 of `utf8`, in lower-case hexadecimal.
  public var textHash: String
  /// Title, author and the like.
  public var metadata: DocumentMetadata
  /// When it was published, if anything is known of that.
  public var published: PublicationDate?
  /// What reading it found wrong.
  public var warnings: [Warning]

  /// A document of those parts; hashes that are not given are computed.
  public init(
    name: String, format: String = "text", utf8: [UInt8], fileHash: String? = nil,
    textHash: String? = nil, metadata: DocumentMetadata = DocumentMetadata(),
    published: PublicationDate? = nil,
    warnings: [Warning] = []
  ) {
    self.name = name
    self.format = format
    self.utf8 = utf8
    let hash = textHash ?? SHA256.hexadecimal(of: utf8)
    self.textHash = hash
    self.fileHash = fileHash ?? hash
    self.metadata = metadata
    self.published = published
    self.warnings = warnings
  }

  /// The stored text.
  public var text: String { String(decoding: utf8, as: UTF8.self) }
}
