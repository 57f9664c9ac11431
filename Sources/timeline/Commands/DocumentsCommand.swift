import ArgumentParser
import Chronology
import TimelineModel
import TimelineRendering
import TimelineStore

/// `timeline documents`: what was read, and when it was published.
struct DocumentsCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "documents",
    abstract: "List the documents with their publication dates and the evidence for them.",
    discussion: """
      timeline documents --date-missing     those whose publication date nobody states

      Set one with timeline set-published DOCUMENT DATE.
      """)

  @Flag(help: "Only documents without a stated publication date.")
  var dateMissing = false

  @Flag(help: "A JSON array.")
  var json = false

  @OptionGroup var store: StoreOptions

  func run() throws {
    let store = try store.reader()
    let documents = try reporting { try store.documents() }
      .filter { !dateMissing || $0.published?.edtf == nil }
    if json {
      StandardStreams.write(JSONValue.array(documents.map(Self.json)).text + "\n")
      return
    }
    if documents.isEmpty {
      StandardStreams.note(
        dateMissing ? "every document has a publication date" : "there are no documents")
    }
    let width = documents.map { $0.name.unicodeScalars.count }.max() ?? 0
    for document in documents {
      let gap = String(repeating: " ", count: width - document.name.unicodeScalars.count)
      StandardStreams.write("\(document.name)\(gap)  \(Self.publication(of: document))\n")
    }
  }

  /// The date with its evidence, or what bounds it.
  static func publication(of document: Document) -> String {
    guard let published = document.published else { return "publication date unknown" }
    if let edtf = published.edtf { return "\(edtf)  (\(published.evidence))" }
    switch (published.span.earliest, published.span.latest) {
    case (nil, nil): return "publication date unknown"
    case (let first?, nil): return "not before \(first)  (\(published.evidence))"
    case (nil, let last?): return "not after \(last)  (\(published.evidence))"
    case (let first?, let last?): return "\(first) to \(last)  (\(published.evidence))"
    }
  }

  private static func json(_ document: Document) -> JSONValue {
    .object([
      ("name", .string(document.name)),
      ("title", .optional(document.metadata.title)),
      ("author", .optional(document.metadata.author)),
      ("publisher", .optional(document.metadata.publisher)),
      ("genre", .optional(document.metadata.genre)),
      ("url", .optional(document.metadata.url)),
      ("language", .optional(document.metadata.language)),
      ("format", .string(document.format)),
      ("published", .optional(document.published?.edtf)),
      ("published_earliest", .optional(document.published?.span.earliest?.description)),
      ("published_latest", .optional(document.published?.span.latest?.description)),
      ("published_origin", .optional(document.published?.origin.rawValue)),
      ("published_evidence", .optional(document.published?.evidence)),
      ("file_sha256", .string(document.fileHash)),
      ("text_sha256", .string(document.textHash)),
      ("warnings", .array(document.warnings.map { .string($0.message) })),
    ])
  }
}
