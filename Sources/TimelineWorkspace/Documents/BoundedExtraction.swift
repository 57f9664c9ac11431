import TimelineModel

/// Reads documents side by side, as many as there are cores.
enum BoundedExtraction {
  /// What reading the documents gave, in their order.
  static func extract(
    _ documents: [Document], settings: ExtractionSettings, threads: Int = OrderedWork.processors
  ) -> [Extraction] {
    let read = settings.extractor.reader(settings.aliases, settings.types)
    var extractions: [Extraction] = []
    extractions.reserveCapacity(documents.count)
    OrderedWork.run(on: documents, threads: threads, work: read) { extractions.append($0) }
    return extractions
  }
}
