/// The names of a document by sentence, and the town that it was filed from.
struct DocumentNames: Sendable {
  /// For every sentence its names, in the order of the text.
  var sentences: [[NamedMention]] = []
  /// The canonical name of the place in the dateline; nil without one.
  var dateline: String?
}

/// Names of a document in the shape that the event rules need.
struct NameReader: Sendable {
  private let recognizer: EntityRecognizer

  /// A reader that knows those aliases beside the reference data.
  init(aliases: [String: String]) {
    recognizer = EntityRecognizer(aliases: aliases)
  }

  /// The names of every sentence, in the order of the text.
  ///
  /// Trees whose first tokens were cut off (a dateline, the number of a paragraph) have no names in
  /// what was cut off; the place of the dateline is kept apart.
  func names(in trees: [SentenceTree], bytes: [UInt8]) -> DocumentNames {
    let found = recognizer.entities(in: trees, text: bytes)
    var names = DocumentNames()
    let datelineEnd = Dateline.end(in: bytes) ?? 0
    for (number, mentions) in found.mentions.enumerated() {
      let tokens = trees[number].tokens
      let begin = tokens.first.map { Int($0.begin) } ?? 0
      names.sentences.append(
        mentions.compactMap { mention in
          guard mention.tokens.lowerBound < tokens.count, !mention.tokens.isEmpty else {
            return nil
          }
          guard mention.bytes.upperBound > begin else {
            if mention.kind == .place, mention.bytes.upperBound <= datelineEnd,
              names.dateline == nil
            {
              names.dateline = found.entity(of: mention).name
            }
            return nil
          }
          return name(mention, found.entity(of: mention), limit: tokens.count)
        })
    }
    return names
  }

  private func name(_ mention: EntityMention, _ entity: Entity, limit: Int) -> NamedMention {
    var kinds: NameKinds = []
    switch mention.kind {
    case .country, .nationality: kinds = .country
    case .person: kinds = .person
    case .organisation: kinds = .body
    case .place, .facility: kinds = .place
    case .gathering, .weapon: kinds = []
    }
    var named = NamedMention(
      tokens: mention.tokens.lowerBound..<min(limit, mention.tokens.upperBound),
      name: entity.name, kinds: kinds, country: entity.country, office: entity.office)
    named.rank = entity.rank
    named.servedBody = entity.servedBody
    named.isAdjective = mention.kind == .nationality
    named.isWeapon = mention.kind == .weapon
    named.innerBody = mention.innerBody
    // No state stands behind rebels.
    if mention.kind == .organisation, entity.detail == "armed-group" { named.country = nil }
    named.isFacility = mention.kind == .facility
    named.isReference = entity.isReference
    named.isDescription = mention.form == .description
    named.capitalOf = mention.actsFor
    named.innerPlace = mention.innerPlace
    return named
  }
}
