/// Finds who and what a document names, and which of the names are one.
///
/// Tags sharpen it and are not needed: without them capitals and the reference data decide. A pure
/// function of its arguments.
struct EntityRecognizer: Sendable {
  private let gazetteer: Gazetteer
  private var declared = PhraseTable()
  private var declaredKeys: [(key: NameKey, kind: EntityKind?)] = []

  /// A recogniser that reads those aliases (name → canonical name) before the reference data.
  init(aliases: [String: String] = [:]) {
    gazetteer = Gazetteer.shared
    for (name, canonical) in aliases.sorted(by: { $0.key < $1.key }) {
      var bytes = Array(name.utf8)
      bytes.withUnsafeMutableBufferPointer { buffer in
        declared.add(
          UnsafeBufferPointer(buffer), .organisation, row: declaredKeys.count)
      }
      declaredKeys.append(key(ofCanonical: canonical))
    }
  }

  private func key(ofCanonical name: String) -> (key: NameKey, kind: EntityKind?) {
    let kinds: [PhraseKind] = [.country, .organisation, .place, .facility]
    guard let match = gazetteer.match(name, kinds: kinds) else {
      let words = name.split(separator: " ")
      let isPerson =
        words.count >= 2
        && gazetteer.match(String(words[0]), kinds: [.givenName]) != nil
        && gazetteer.match(String(words[words.count - 1]), kinds: [.body]) == nil
      return (.text(name), isPerson ? .person : .organisation)
    }
    switch match.kind {
    case .country: return (.country(match.row), .country)
    case .organisation: return (.organisation(match.row), .organisation)
    case .facility: return (.place(match.row), .facility)
    default: return (.place(match.row), .place)
    }
  }

  /// Everybody and everything that the sentences name.
  ///
  /// The sentences must be of that text, in order; trees are not needed.
  func entities(in sentences: [SentenceTree], text: [UInt8]) -> DocumentEntities {
    text.withUnsafeBufferPointer { bytes in
      var reader = SentenceNameReader(
        gazetteer: gazetteer, declared: declared, declaredKeys: declaredKeys, bytes: bytes)
      reader.learnSmallWords(of: sentences)
      var placed: [[PlacedName]] = []
      placed.reserveCapacity(sentences.count)
      var home: String?
      for (number, sentence) in sentences.enumerated() {
        reader.read(sentence)
        if number < 3, home == nil { home = reader.datelineCountry }
        placed.append(reader.drafts.map { reader.place($0, tokens: sentence.tokens) })
      }
      var table = EntityTable(gazetteer: gazetteer, home: home)
      return table.resolve(placed)
    }
  }

  /// The English short name of a country, from any of its names or adjectives; nil when unknown.
  func country(named name: String) -> String? { gazetteer.country(named: name) }

  /// The canonical name of an organisation, from any of its names or acronyms; nil when unknown.
  func organisation(named name: String) -> String? { gazetteer.organisation(named: name) }

  /// The canonical name of a place or facility, from any of its names; nil when unknown.
  func place(named name: String) -> String? { gazetteer.place(named: name) }
}

/// A draft with its place in the document.
struct PlacedName: Sendable {
  /// What was read.
  var draft: NameDraft
  /// The tokens with titles and office.
  var tokens: Range<Int>
  /// The tokens of the bare name.
  var nameTokens: Range<Int>
  /// The bytes of the bare name.
  var bytes: Range<Int>
  /// The name as it stands in the text, in ordinary capitals.
  var surface: String
  /// Its words in small letters, for names that only the document knows.
  var words: [String]
}

extension SentenceNameReader {
  /// Places a draft of the sentence just read.
  func place(_ draft: NameDraft, tokens: [Token]) -> PlacedName {
    let last = max(draft.name.lowerBound, draft.name.upperBound - 1)
    var end = extendedEnd(last)
    let nameToken = Int(atoms[last].token)
    // A token "U.S." or "Jr." is taken whole.
    if nameToken < tokens.count, Int(tokens[nameToken].end) == end + 1, end < bytes.count,
      bytes[end] == UInt8(ascii: ".")
    {
      end += 1
    }
    let isText: Bool
    switch draft.key {
    case .text: isText = true
    default: isText = draft.kind == nil || draft.isWeak || draft.kind == .organisation
    }
    var surface = ""
    var words: [String] = []
    if isText {
      surface = text(draft.name)
      words = draft.name.map { text($0..<$0 + 1).lowercased() }
      // "Luis Mora Jr." is "Mora" later on.
      while draft.kind == .person, words.count > 2, let last = words.last,
        ["jr", "jr.", "sr", "sr.", "ii", "iii", "iv"].contains(last)
      {
        words.removeLast()
      }
      if isAllCapitals, draft.kind != .weapon { surface = capitalised(draft) }
    }
    func tokenRange(_ range: Range<Int>) -> Range<Int> {
      let first = Int(atoms[range.lowerBound].token)
      return first..<max(first, Int(atoms[range.upperBound - 1].token)) + 1
    }
    return PlacedName(
      draft: draft, tokens: tokenRange(draft.atoms), nameTokens: tokenRange(draft.name),
      bytes: Int(atoms[draft.name.lowerBound].begin)..<end, surface: surface, words: words)
  }

  /// "ALFREDO DE LA CRUZ" → "Alfredo de la Cruz", "BANK OF GHANA" → "Bank of Ghana".
  private func capitalised(_ draft: NameDraft) -> String {
    var result = ""
    for position in draft.name {
      var word = text(position..<position + 1).lowercased()
      let isFirst = position == draft.name.lowerBound
      let hash = atoms[position].hash
      let isSmall =
        !isFirst
        && (draft.kind == .person
          ? NameWords.particles.contains(hash)
          : NameWords.joiners.contains(hash) || hash == NameWords.the || hash == NameWords.and)
      if !isSmall, let first = word.first {
        word = String(first).uppercased() + word.dropFirst()
      }
      if !isFirst {
        switch atoms[position].separator {
        case .hyphen: result += "-"
        case .point: result += ". "
        case .apostrophe: result += "'"
        default: result += " "
        }
      }
      result += word
    }
    return result
  }
}
