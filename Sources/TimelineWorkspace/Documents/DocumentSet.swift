import TimelineModel

/// A file in `documents/` that is no document.
struct UnreadableDocument: Sendable, Hashable {
  static let code = "document.unreadable"

  var name: String
  var message: String

  /// The warning that is stored and shown.
  var warning: Warning { Warning(code: Self.code, document: name, message: message) }
}

/// Documents of a folder with what reading them gave, and what could not be read.
struct DocumentSet {
  /// A document as it lies in the folder and its extraction.
  struct Reading: Sendable {
    var input: Document
    var extraction: Extraction
  }

  /// The documents in the order of the names.
  private(set) var readings: [Reading] = []
  private(set) var unreadable: [UnreadableDocument] = []

  /// Reads documents by name, side by side.
  ///
  /// `known` are earlier readings with the same settings; they hold for what is still the same.
  init(
    _ names: [String], in folder: TimelineFolder, settings: ExtractionSettings,
    known: [String: Reading] = [:]
  ) {
    let documents = DocumentsFolder(folder: folder)
    let read = settings.extractor.reader(settings.aliases, settings.types)
    readings.reserveCapacity(names.count)
    OrderedWork.run(on: names) { name in
      Result { () throws(WorkspaceError) in
        let document = try documents.read(name, settings: settings)
        if let earlier = known[name], earlier.input == document { return earlier }
        return Reading(input: document, extraction: read(document))
      }.mapError { error in
        let sentence = error.description.replacing(documents.path(name), with: name)
        return Unreadable(document: UnreadableDocument(name: name, message: sentence))
      }
    } deliver: { result in
      switch result {
      case .success(let reading): readings.append(reading)
      case .failure(let error): unreadable.append(error.document)
      }
    }
  }

  private struct Unreadable: Error {
    var document: UnreadableDocument
  }
}
