/// Names of a document in the shape that the event rules need.
struct NameReader: Sendable {
  private let recognizer: EntityRecognizer

  /// A reader that knows those aliases beside the reference data.
  init(aliases: [String: String]) {
    recognizer = EntityRecognizer(aliases: aliases)
  }

  /// For every sentence its names, in the order of the text.
  func names(in trees: [SentenceTree], bytes: [UInt8]) -> [[NamedMention]] {
    let found = recognizer.entities(in: trees, text: bytes)
    return found.mentions.enumerated().map { number, mentions in
      mentions.compactMap { mention in
        let limit = trees[number].tokens.count
        guard mention.tokens.lowerBound < limit, !mention.tokens.isEmpty else { return nil }
        return name(mention, found.entity(of: mention), limit: limit)
      }
    }
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
    named.isAdjective = mention.kind == .nationality
    named.isWeapon = mention.kind == .weapon
    named.isDescription = mention.form == .description
    named.capitalOf = mention.actsFor
    named.innerPlace = mention.innerPlace
    return named
  }
}
