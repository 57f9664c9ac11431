import TimelineIngest
import TimelineModel

/// Where decisions look for what they are anchored to: the documents as they are read now.
protocol AnchorSource {
  /// The ids of the mentions with that very evidence: quotation, words before, words after.
  func mentions(quoting quotation: Quotation) -> [String]
  /// Whether the machine reads anything from that sentence of the document.
  func isTold(_ quote: String, in document: String) -> Bool
  /// The document of that name; nil when it is gone.
  func document(named name: String) -> Document?
  /// The mentions that the machine dates so, in EDTF.
  func mentions(dated dates: Set<String>) -> [EventMention]
}

/// Anchors in extractions that are at hand, as a build of the whole timeline has them.
struct ExtractedAnchors: AnchorSource {
  let extractions: [Extraction]

  func mentions(quoting quotation: Quotation) -> [String] {
    extractions.flatMap { extraction in
      extraction.mentions.filter { $0.evidence.agrees(with: quotation) }.map(\.id)
    }
  }

  func isTold(_ quote: String, in document: String) -> Bool {
    extractions.contains { extraction in
      extraction.document.name == document
        && extraction.mentions.contains { $0.evidence.exact == quote }
    }
  }

  func document(named name: String) -> Document? {
    extractions.first { $0.document.name == name }?.document
  }

  func mentions(dated dates: Set<String>) -> [EventMention] {
    if dates.isEmpty { return [] }
    return extractions.flatMap { extraction in
      extraction.mentions.filter { $0.description.date.edtf.map(dates.contains) ?? false }
    }
  }
}

extension Quotation {
  /// Whether both quote the same words between the same words, wherever they stand.
  func agrees(with other: Quotation) -> Bool {
    exact == other.exact && prefix == other.prefix && suffix == other.suffix
  }
}

extension Decision.AddedEvent {
  /// Whether the machine reads that very event: the same day, standing, kind and participants, and
  /// no other place.
  func isTold(by description: EventDescription) -> Bool {
    guard let date, date == description.date.edtf, actuality == description.actuality,
      !actors.isEmpty, type != "other"
    else { return false }
    let isOfOneKind =
      type == description.type || description.type.hasPrefix(type + ".")
      || type.hasPrefix(description.type + ".")
    return isOfOneKind
      && Set(actors.map { StatedName.actor($0).name }) == Set(description.actors.map(\.name))
      && (place == nil || description.place == nil || place == description.place)
  }
}

extension Decision {
  /// What a decision says of one event that it is about.
  struct Sight {
    var event: String
    var anchor: Anchor?
    var about: AddedEvent?
  }

  /// The events that the decision is about, each with its anchor; of a split the one event.
  var sights: [Sight] {
    action.events.enumerated().map { index, id in
      if index == 0 { return Sight(event: id, anchor: anchor, about: about) }
      let other = others.first { $0.event == id }
      return Sight(event: id, anchor: other?.anchor, about: other?.about)
    }
  }
}
