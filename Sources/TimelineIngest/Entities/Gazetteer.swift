/// What a word like "University", "Conference" or "River" heads the name of.
enum NameHeadClass: UInt8, Sendable {
  case body, gathering, place, facility, other
}

/// The reference data as phrases, read once when first needed.
struct Gazetteer: Sendable {
  /// Columns of `countries.tsv`.
  enum CountryColumn {
    static let name = 0, code = 1, adjectives = 2, people = 3, aliases = 4, combining = 5
    static let capitals = 6, metonyms = 7, years = 8
  }

  /// The rank of an office, by its place in the order head, minister, military, official, other.
  static let ranks: [OfficeRank] = [.head, .minister, .military, .official, .other]

  let countries = ReferenceTable(file: "countries.tsv", columns: 9)
  let organisations = ReferenceTable(file: "organisations.tsv", columns: 4)
  let places = ReferenceTable(file: "places.tsv", columns: 6)
  let offices = ReferenceTable(file: "offices.tsv", columns: 3)
  let bodies = ReferenceTable(file: "bodies.tsv", columns: 2)
  let weapons = ReferenceTable(file: "weapons.tsv", columns: 4)
  let givenNames = ReferenceTable(file: "given_names.tsv", columns: 1)
  let notNames = ReferenceTable(file: "not_names.tsv", columns: 2)
  let leaders = ReferenceTable(file: "leaders.tsv", columns: 5)
  private(set) var phrases = PhraseTable()
  /// For each row of `bodies.tsv` what the word is the head of.
  private(set) var headClass: [NameHeadClass] = []
  /// For each row of `places.tsv` whether the word is as often something else.
  private(set) var isWeakPlace: [Bool] = []

  /// The reference data of the program.
  static let shared = Gazetteer()

  private init() {
    for row in 0..<countries.count {
      countries.withBytes(row, CountryColumn.name) { phrases.add($0, .country, row: row) }
      let columns: [(Int, PhraseKind)] = [
        (CountryColumn.aliases, .country), (CountryColumn.adjectives, .adjective),
        (CountryColumn.people, .people), (CountryColumn.combining, .combining),
        (CountryColumn.metonyms, .metonym),
      ]
      for (column, kind) in columns {
        countries.forEachPart(row, column) { phrases.add($0, kind, row: row) }
      }
    }
    for row in 0..<organisations.count {
      // A tilde marks a name that bodies of many countries have, also the row's own.
      var isNameShared = false
      organisations.forEachPart(row, 3) { part in
        guard part.first == UInt8(ascii: "~") else {
          phrases.add(part, .organisation, row: row)
          return
        }
        let shared = UnsafeBufferPointer(rebasing: part.dropFirst())
        phrases.add(shared, .sharedOrganisation, row: row)
        organisations.withBytes(row, 0) { name in
          if name.elementsEqual(shared) { isNameShared = true }
        }
      }
      if !isNameShared {
        organisations.withBytes(row, 0) { phrases.add($0, .organisation, row: row) }
      }
    }
    isWeakPlace.reserveCapacity(places.count)
    for row in 0..<places.count {
      let isFacility = places.withBytes(row, 1) { $0.first == UInt8(ascii: "f") }
      let kind: PhraseKind = isFacility ? .facility : .place
      places.withBytes(row, 0) { phrases.add($0, kind, row: row) }
      places.forEachPart(row, 3) { phrases.add($0, kind, row: row) }
      places.forEachPart(row, 4) { phrases.add($0, .placeAdjective, row: row) }
      isWeakPlace.append(!places.isEmpty(row, 5))
    }
    for row in 0..<offices.count {
      let kind: PhraseKind =
        switch offices.text(row, 1) {
        case "honorific": .honorific
        case "rank": .militaryRank
        case "portfolio": .portfolio
        case "qualifier": .qualifier
        default: .office
        }
      offices.withBytes(row, 0) { phrases.add($0, kind, row: row) }
    }
    for row in 0..<bodies.count {
      bodies.withBytes(row, 0) { phrases.add($0, .body, row: row) }
      let head: NameHeadClass =
        switch bodies.text(row, 1) {
        case "gathering": .gathering
        case "place": .place
        case "facility": .facility
        case "other": .other
        default: .body
        }
      headClass.append(head)
    }
    for row in 0..<weapons.count {
      let kind: PhraseKind =
        switch weapons.text(row, 1) {
        case "designator": .designator
        case "name": .weaponName
        default: .weaponKind
        }
      weapons.withBytes(row, 0) { phrases.add($0, kind, row: row) }
    }
    for row in 0..<leaders.count {
      leaders.withBytes(row, 0) { phrases.add($0, .leader, row: row) }
      leaders.forEachPart(row, 2) { phrases.add($0, .leader, row: row) }
      leaders.forEachPart(row, 3) { phrases.add($0, .leaderTitled, row: row) }
      leaders.forEachPart(row, 4) { phrases.add($0, .leaderAlone, row: row) }
    }
    for row in 0..<givenNames.count {
      givenNames.withBytes(row, 0) { phrases.add($0, .givenName, row: row) }
    }
    for row in 0..<notNames.count {
      notNames.withBytes(row, 0) { phrases.add($0, .notName, row: row) }
    }
  }

  /// The rank that a row of `offices.tsv` gives.
  func rank(ofOffice row: Int) -> OfficeRank {
    OfficeRank(rawValue: offices.text(row, 2)) ?? .other
  }

  /// The office that a plural title gives to each: "Foreign Ministers" → "Foreign Minister"; nil
  /// when the words are no plural.
  func singularOffice(_ text: String) -> String? {
    var words = text.split(separator: " ").map(String.init)
    // "Ministers of Defence", "Heads of State": the head stands before "of".
    let head = (words.firstIndex { $0 == "of" } ?? words.count) - 1
    guard head >= 0, words[head].utf8.count > 3, words[head].hasSuffix("s") else { return nil }
    let ending = words[head].lowercased()
    let cut = ending.hasSuffix("ies") ? 3 : 1
    words[head] = String(words[head].dropLast(cut)) + (cut == 3 ? "y" : "")
    let singular = words.joined(separator: " ")
    return match(singular, kinds: [.office, .militaryRank]) == nil ? nil : singular
  }

  /// The first phrase of one of those kinds that a whole text is, or nil.
  func match(_ text: String, kinds: [PhraseKind]) -> PhraseMatch? {
    let bytes = Array(text.utf8)
    var atoms: [NameAtom] = []
    var found: [PhraseMatch] = []
    bytes.withUnsafeBufferPointer { buffer in
      NameAtomScanner.scan(buffer, 0..<buffer.count, into: &atoms)
    }
    guard !atoms.isEmpty else { return nil }
    phrases.matches(atoms, at: 0, ignoringCase: false, into: &found)
    let whole = found.filter { $0.end == atoms.count && kinds.contains($0.kind) }
    return kinds.lazy.compactMap { kind in whole.first { $0.kind == kind } }.first
  }

  /// The English short name of a country, from any of its names or adjectives.
  func country(named text: String) -> String? {
    match(text, kinds: [.country, .adjective, .people]).map { countries.text($0.row, 0) }
  }

  /// Whether a body of that name bears arms against a state.
  func isArmedGroup(_ name: String) -> Bool {
    match(name, kinds: [.organisation]).map { organisations.text($0.row, 1) == "armed-group" }
      ?? false
  }

  /// Whether a text is the English short name of a country.
  func isCountry(_ text: String) -> Bool { country(named: text) == text }

  /// Whether a word names a country, or a capital that stands for one.
  @Sendable func isCountryOrCapital(_ word: String) -> Bool {
    match(word, kinds: [.country, .metonym]) != nil
  }

  /// The country that a capital's name stands for; nil for other towns.
  func countryActing(by town: String) -> String? {
    match(town, kinds: [.metonym]).map { countries.text($0.row, CountryColumn.name) }
  }

  /// The country that a place lies in, or that it is; nil for seas, areas and unknown places.
  func country(around place: String) -> String? {
    if let country = country(named: place) { return country }
    guard let match = match(place, kinds: [.place, .facility]) else { return nil }
    let country = places.text(match.row, 2)
    return country.isEmpty ? nil : country
  }

  /// The canonical name of a country's capital; nil for a country without one.
  func capital(of country: String) -> String? {
    guard let match = match(country, kinds: [.country]) else { return nil }
    let names = countries.list(match.row, CountryColumn.capitals)
    return names.first.map { place(named: $0) ?? $0 }
  }

  /// The canonical name of an organisation, from any of its names or acronyms.
  func organisation(named text: String) -> String? {
    match(text, kinds: [.organisation, .sharedOrganisation]).map { organisations.text($0.row, 0) }
  }

  /// The canonical name of a place or facility, from any of its names.
  func place(named text: String) -> String? {
    match(text, kinds: [.place, .facility]).map { places.text($0.row, 0) }
  }
}
