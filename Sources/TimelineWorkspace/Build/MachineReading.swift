import TimelineIngest
import TimelineModel
import TimelineStore

/// The machine's own reading of events in a database, as it was before people changed a field.
struct MachineReading {
  let store: TimelineStore

  /// The event that those mentions, by their final ids, make together; nil when there are none.
  func event(of mentions: [String]) throws(StoreError) -> Event? {
    if mentions.isEmpty { return nil }
    let ids = Set(mentions)
    var names: Set<String> = []
    for id in mentions { names.formUnion(try store.mentions(id: id).map(\.document)) }
    var extractions: [Extraction] = []
    for name in names.sorted() {
      guard var extraction = try store.extraction(ofDocument: name) else { continue }
      extraction.mentions.removeAll { !ids.contains($0.id) }
      extractions.append(extraction)
    }
    return Consolidator.consolidate(extractions, mustLink: [mentions]).events.first
  }
}

/// Anchors in the documents that a database holds.
struct StoredAnchors: AnchorSource {
  let store: TimelineStore

  func mentions(quoting quotation: Quotation) -> [String] {
    ((try? store.mentions(quoting: quotation.exact)) ?? [])
      .filter { $0.evidence.agrees(with: quotation) }.map(\.id)
  }

  func isTold(_ quote: String, in document: String) -> Bool {
    ((try? store.mentions(quoting: quote)) ?? []).contains { $0.document == document }
  }

  func document(named name: String) -> Document? { try? store.document(named: name) }

  func mentions(dated dates: Set<String>) -> [EventMention] {
    dates.sorted().flatMap { (try? store.mentions(dated: $0)) ?? [] }
  }
}
