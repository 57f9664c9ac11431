public import Chronology
public import TimelineModel

/// A document as a source: what is known of it besides its text.
public struct SourceDocument: Sendable, Hashable {
  /// The document's name.
  public var name: String
  /// Title, author and the like.
  public var metadata: DocumentMetadata
  /// When it was published, if anything is known of that.
  public var published: PublicationDate?

  /// A source of those parts.
  public init(
    name: String, metadata: DocumentMetadata = DocumentMetadata(),
    published: PublicationDate? = nil
  ) {
    self.name = name
    self.metadata = metadata
    self.published = published
  }

  /// The source of a document, without its text.
  public init(_ document: Document) {
    self.init(
      name: document.name, metadata: document.metadata, published: document.published)
  }

  /// Author, title, publisher and date on one line, else the document's name.
  public var citation: String {
    var parts: [String] = []
    if let author = metadata.author { parts.append(author) }
    parts.append(metadata.title.map { "“\($0)”" } ?? name)
    if let publisher = metadata.publisher { parts.append(publisher) }
    if let edtf = published?.edtf { parts.append(DateText.short(edtf)) }
    return parts.joined(separator: ", ")
  }
}

/// An event with the mentions that cite it.
public struct TimelineEntry: Sendable, Hashable {
  /// The event.
  public var event: Event
  /// The mentions that tell of it, the representative first; empty for an added event.
  public var mentions: [EventMention]

  /// An entry of those parts.
  public init(event: Event, mentions: [EventMention] = []) {
    self.event = event
    self.mentions = mentions
  }

  /// The mentions with each quotation once: a sentence that tells of an event by two words is
  /// quoted once.
  public var citations: [EventMention] {
    var seen: Set<String> = []
    return mentions.filter {
      seen.insert("\($0.evidence.begin) \($0.evidence.end) \($0.document)").inserted
    }
  }
}

/// What a renderer renders: entries in order, their sources, and what is not among them.
public struct TimelineContent: Sendable, Hashable {
  /// The heading.
  public var title: String
  /// The days that were asked for; nil when none were.
  public var window: DaySpan?
  /// Whether the events lie wholly inside the window (else they may merely overlap it).
  public var certain: Bool
  /// The entries, dated ones in the order of time and then undated ones.
  public var entries: [TimelineEntry]
  /// The sources of the entries, sorted by name.
  public var documents: [SourceDocument]
  /// How many events the query finds, whatever its limit.
  public var total: Int
  /// How many undated events the query would find beside.
  public var undatedNotShown: Int

  /// Content of those parts; without a total, the entries are all there is.
  public init(
    title: String = "Timeline", window: DaySpan? = nil, certain: Bool = false,
    entries: [TimelineEntry], documents: [SourceDocument] = [], total: Int? = nil,
    undatedNotShown: Int = 0
  ) {
    self.title = title
    self.window = window
    self.certain = certain
    self.entries = entries
    self.documents = documents
    self.total = total ?? entries.count
    self.undatedNotShown = undatedNotShown
  }

  /// Sorts entries from the past to the future, undated ones last; an event with an open start
  /// stands at its end, and equal days keep their order.
  public static func sortByTime(_ entries: inout [TimelineEntry]) {
    let keys = entries.enumerated().map { index, entry -> (Int, Int, Int) in
      let date = entry.event.description.date
      let start = date.span.earliest ?? date.span.latest
      let end = date.span.latest ?? date.span.earliest
      guard date.isDated, let start, let end else { return (Int.max, Int.max, index) }
      return (start.julianDayNumber, end.julianDayNumber, index)
    }
    entries = keys.sorted(by: <).map { entries[$0.2] }
  }

  /// The source of that name.
  public func document(named name: String) -> SourceDocument {
    // Sorted by name, so that a hundred thousand events find theirs among thousands quickly.
    var low = 0
    var high = documents.count
    while low < high {
      let middle = (low + high) / 2
      if documents[middle].name < name { low = middle + 1 } else { high = middle }
    }
    if low < documents.count, documents[low].name == name { return documents[low] }
    return documents.first { $0.name == name } ?? SourceDocument(name: name)
  }
}
