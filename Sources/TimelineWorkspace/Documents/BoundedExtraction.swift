import Dispatch
import Synchronization
import TimelineModel

/// Reads documents side by side, as many as there are cores.
enum BoundedExtraction {
  /// What reading the documents gave, in their order.
  static func extract(_ documents: [Document], settings: ExtractionSettings) -> [Extraction] {
    let read = settings.extractor.reader(settings.aliases, settings.types)
    if documents.count < 2 { return documents.map(read) }
    let results = Mutex<[Int: Extraction]>([:])
    DispatchQueue.concurrentPerform(iterations: documents.count) { index in
      let extraction = read(documents[index])
      results.withLock { $0[index] = extraction }
    }
    return results.withLock { results in documents.indices.compactMap { results[$0] } }
  }
}
