/// Brings the names of a document together: one person, body or place, one entity.
struct EntityTable {
  private struct Person {
    var words: [String]
    var name: String
    var office: String?
    var rank: OfficeRank?
    var country: String?
    var entity = -1
    var lastSeen = -1
    var servesBody = false
    var servedBody: String?
  }

  private let gazetteer: Gazetteer
  private var result = DocumentEntities()
  private var byKey: [NameKey: Int] = [:]
  private var persons: [Person] = []
  private var personByWord: [String: [Int]] = [:]
  private var personByOffice: [String: [Int]] = [:]
  private var acronyms: [String: NameKey] = [:]
  private var acronymKinds: [String: EntityKind] = [:]
  private var textPlaces: Set<String> = []
  private var countryCounts: [String: Int] = [:]

  /// The country of the document's dateline.
  private let home: String?

  init(gazetteer: Gazetteer, home: String? = nil) {
    self.gazetteer = gazetteer
    self.home = home
  }

  /// The table for the names of all sentences.
  mutating func resolve(_ placed: [[PlacedName]]) -> DocumentEntities {
    for sentence in placed { for name in sentence { learn(name, isFull: true) } }
    for sentence in placed { for name in sentence { learn(name, isFull: false) } }
    inferCountries(placed)
    inferHome()
    countCountries(placed)
    var order = 0
    for sentence in placed {
      var mentions: [EntityMention] = []
      for name in sentence {
        order += 1
        guard let (kind, entity) = identify(name, order) else { continue }
        mentions.append(
          EntityMention(
            tokens: name.tokens, nameTokens: name.nameTokens, bytes: name.bytes, kind: kind,
            entity: entity, form: isOffice(name.draft.key) ? .description : .name,
            actsFor: kind == .person ? nil : name.draft.actsFor,
            innerBody: name.draft.innerBody, innerPlace: name.draft.innerPlace))
      }
      result.mentions.append(mentions)
    }
    return result
  }

  private func isOffice(_ key: NameKey) -> Bool {
    if case .office = key { return true }
    return false
  }

  // MARK: - What the whole document says

  private mutating func learn(_ name: PlacedName, isFull: Bool) {
    let draft = name.draft
    if isFull, let acronym = draft.acronym { learn(acronym: acronym, of: name) }
    if isFull, draft.kind == .place, case .text = draft.key { textPlaces.insert(name.surface) }
    guard draft.kind == .person, !draft.isDeclared, !isOffice(draft.key), !name.words.isEmpty
    else { return }
    guard isFull == (name.words.count >= 2), draft.isSurePerson || isFull else { return }
    if let known = person(of: name) {
      enrich(known, with: name)
      return
    }
    persons.append(
      Person(
        words: name.words, name: name.surface, office: draft.office,
        rank: draft.rank, country: draft.country, servesBody: draft.servesBody,
        servedBody: draft.servedBody))
    let number = persons.count - 1
    personByWord[name.words[name.words.count - 1], default: []].append(number)
    if name.words.count > 1 { personByWord[name.words[0], default: []].append(number) }
    if let office = draft.office { index(office: office, of: number) }
  }

  private mutating func index(office: String, of person: Int) {
    let key = office.lowercased()
    if personByOffice[key]?.contains(person) ?? false { return }
    personByOffice[key, default: []].append(person)
  }

  private mutating func enrich(_ number: Int, with name: PlacedName) {
    let draft = name.draft
    if name.words.count > persons[number].words.count {
      persons[number].words = name.words
      persons[number].name = name.surface
    }
    if draft.servesBody { persons[number].servesBody = true }
    if let body = draft.servedBody { persons[number].servedBody = body }
    if let office = draft.office {
      if persons[number].office == nil
        || persons[number].rank == .military && draft.rank != .other
          && isRank(persons[number].office)
      {
        persons[number].office = office
      }
      index(office: office, of: number)
    }
    if persons[number].country == nil { persons[number].country = draft.country }
    if let rank = draft.rank {
      let order = OfficeRank.allCases
      let known = persons[number].rank.flatMap { order.firstIndex(of: $0) } ?? order.count
      if (order.firstIndex(of: rank) ?? 0) < known { persons[number].rank = rank }
    }
  }

  /// Whether an office is a bare rank, which gives way to the office itself.
  private func isRank(_ office: String?) -> Bool {
    guard let office else { return true }
    return gazetteer.match(office, kinds: [.militaryRank]) != nil
  }

  private mutating func learn(acronym: String, of name: PlacedName) {
    let draft = name.draft
    let key = acronym.uppercased()
    switch draft.kind {
    case .organisation?, .gathering?:
      if acronyms[key] == nil {
        acronyms[key] = draft.key
        acronymKinds[key] = draft.kind
      }
    case .person?, nil:
      // A run whose initials are the acronym is no person.
      let initials = name.words.compactMap(\.first).map { String($0) }.joined().uppercased()
      guard name.words.count >= 2, initials == key else { return }
      acronyms[key] = draft.key
      acronymKinds[key] = .organisation
    default: return
    }
  }

  /// The person that a name can be: the same words, or first and last of them.
  private func person(of name: PlacedName) -> Int? {
    guard let last = name.words.last, let first = name.words.first else { return nil }
    let candidates = personByWord[last] ?? []
    // "Akufo-Addo" are two words and one surname.
    let namesakes = candidates.filter {
      persons[$0].words.count > name.words.count && persons[$0].words.ends(with: name.words)
    }
    if name.words.count == 1 || namesakes.count > 1 {
      // "President Rojas" is the president of that name, not his brother named since.
      let pool = name.words.count == 1 ? candidates : namesakes
      let ranked = pool.filter {
        name.draft.rank != nil && persons[$0].rank == name.draft.rank
      }
      return (ranked.isEmpty ? pool : ranked).max {
        persons[$0].lastSeen < persons[$1].lastSeen
      }
    }
    return candidates.last { number in
      let words = persons[number].words
      guard words.last == last else { return words == name.words }
      guard let other = words.first else { return false }
      if words.count == 1 || words == name.words { return true }
      return other == first || other.prefix(3) == first.prefix(3)
        || first.count == 1 && other.first == first.first
        || words.contains(first) || name.words.contains(other)
    }
  }

  /// Gives the country to an official whose counterpart's country is told: "the defence minister
  /// Ana Paz met her Chilean counterpart" in a text about Peru and Chile is Peru's.
  private mutating func inferCountries(_ placed: [[PlacedName]]) {
    guard placed.joined().contains(where: { $0.draft.isCounterpart }) else { return }
    var counts: [String: Int] = [:]
    for name in placed.joined() where name.draft.kind == .country || name.draft.kind == .nationality
    {
      if let country = name.draft.country { counts[country, default: 0] += 1 }
    }
    let total = counts.values.reduce(0, +)
    for sentence in placed {
      for (index, name) in sentence.enumerated() where name.draft.isCounterpart {
        guard let theirs = name.draft.country,
          let official = sentence[..<index].last(where: { $0.draft.kind == .person }),
          let number = person(of: official), persons[number].country == nil,
          let rank = persons[number].rank, rank != .other
        else { continue }
        let ours = counts.filter { $0.key != theirs }.max {
          ($0.value, $1.key) < ($1.value, $0.key)
        }
        if let ours, ours.value >= 2, ours.value * 4 >= total {
          persons[number].country = ours.key
        }
      }
    }
  }

  /// Gives the dateline's country to its own leaders: "LA PAZ, 3 May -- President Rojas" needs no
  /// "Bolivian".
  private mutating func inferHome() {
    guard let home else { return }
    for number in persons.indices
    where persons[number].country == nil && persons[number].office != nil
      && !persons[number].servesBody
    {
      switch persons[number].rank {
      case .head?, .minister?, .military?: persons[number].country = home
      default: break
      }
    }
  }

  /// Counts how often the document speaks of each country.
  private mutating func countCountries(_ placed: [[PlacedName]]) {
    for name in placed.joined() where !name.draft.isShared {
      if let country = name.draft.actsFor ?? name.draft.country {
        countryCounts[country, default: 0] += 1
      }
    }
  }

  /// The country whose bodies the document names without saying so: the dateline's, else the one
  /// that it names half as often again as any other.
  private var mainCountry: String? {
    if let home { return home }
    let sorted = countryCounts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = sorted.first, first.value > 1 else { return nil }
    let second = sorted.count > 1 ? sorted[1].value : 0
    return first.value * 2 >= second * 3 ? first.key : nil
  }

  private static let stateBodies: Set<String> = ["government", "legislature", "court", "military"]

  /// "the Foreign Office", "Parliament", "the Airborne Forces": a body that many countries have,
  /// named without its country, is that of the country the document is about.
  private func placedInCountry(_ draft: NameDraft, named surface: String) -> NameDraft {
    var draft = draft
    if draft.isShared, let country = draft.country {
      let most = countryCounts.values.max() ?? 0
      let isSpokenOf = (countryCounts[country] ?? 0) * 2 >= max(most, 1)
      let owner = mainCountry ?? (isSpokenOf ? country : nil)
      if owner != country { draft.key = .text(surface) }
      draft.country = owner
    } else if draft.country == nil, draft.kind == .organisation, case .text = draft.key,
      Self.stateBodies.contains(draft.detail ?? "")
    {
      draft.country = mainCountry
    }
    return draft
  }

  // MARK: - Each mention

  private mutating func identify(_ name: PlacedName, _ order: Int) -> (EntityKind, Int)? {
    var draft = placedInCountry(name.draft, named: name.surface)
    if !name.surface.isEmpty, let key = acronyms[name.surface.uppercased()],
      let kind = acronymKinds[name.surface.uppercased()]
    {
      draft.key = key
      draft.kind = kind
      draft.detail = nil
    } else if let acronym = draft.acronym, acronyms[acronym.uppercased()] == draft.key {
      draft.kind = acronymKinds[acronym.uppercased()] ?? draft.kind
    }
    switch draft.kind {
    case .person? where draft.isDeclared: break
    case .person?:
      if case .office(let office) = draft.key { return described(office, draft, order) }
      if let number = person(of: name) { return (.person, seen(number, name, order)) }
      guard draft.isSurePerson || name.words.count > 1 else { return unsure(name, order) }
      return nil
    case nil: return unsure(name, order)
    case .country?, .place?:
      if draft.isWeak, !draft.followsPreposition, name.words.count == 1,
        let number = person(of: name), persons[number].words.count > 1
      {
        return (.person, seen(number, name, order))
      }
      if draft.isWeak, !draft.followsPreposition, case .text = draft.key { return nil }
      if draft.kind == .place, draft.isWeak, !draft.followsPreposition { return nil }
    case .organisation? where draft.isBareHead:
      if let known = body(named: name) { return known }
    default: break
    }
    guard let kind = draft.kind else { return nil }
    return (kind, entity(of: draft, name))
  }

  private mutating func unsure(_ name: PlacedName, _ order: Int) -> (EntityKind, Int)? {
    if name.draft.isBareHead { return body(named: name) }
    if let number = person(of: name), name.words.count == 1 {
      return (.person, seen(number, name, order))
    }
    if textPlaces.contains(name.surface) {
      var draft = name.draft
      draft.kind = .place
      return (.place, entity(of: draft, name))
    }
    return nil
  }

  /// "the Commission": the last body named whose name holds the word.
  private func body(named name: PlacedName) -> (EntityKind, Int)? {
    guard let word = name.surface.split(separator: " ").last else { return nil }
    let found = result.entities.lastIndex { entity in
      entity.kind == .organisation && entity.name.split(separator: " ").contains(word)
    }
    return found.map { (.organisation, $0) }
  }

  private mutating func described(_ office: String, _ draft: NameDraft, _ order: Int)
    -> (EntityKind, Int)?
  {
    guard let candidates = personByOffice[office] else { return nil }
    let fitting = candidates.filter { number in
      persons[number].lastSeen >= 0
        && (draft.country == nil || persons[number].country == draft.country)
    }
    guard let number = fitting.max(by: { persons[$0].lastSeen < persons[$1].lastSeen }) else {
      return nil
    }
    persons[number].lastSeen = order
    return (.person, persons[number].entity)
  }

  private mutating func seen(_ number: Int, _ name: PlacedName, _ order: Int) -> Int {
    persons[number].lastSeen = order
    if persons[number].entity < 0 {
      persons[number].entity = result.entities.count
      result.entities.append(
        Entity(
          name: persons[number].name, kind: .person, country: persons[number].country,
          office: persons[number].office, rank: persons[number].rank,
          servedBody: persons[number].servedBody))
    }
    addAlias(name.surface, to: persons[number].entity)
    return persons[number].entity
  }

  private mutating func addAlias(_ surface: String, to entity: Int) {
    guard !surface.isEmpty, surface != result.entities[entity].name,
      !result.entities[entity].aliases.contains(surface)
    else { return }
    result.entities[entity].aliases.append(surface)
  }

  private mutating func entity(of draft: NameDraft, _ name: PlacedName) -> Int {
    let kind: EntityKind =
      draft.kind == .nationality ? nationalityKind(draft.key) : draft.kind ?? .place
    if let known = byKey[draft.key], result.entities[known].kind == kind || isRow(draft.key) {
      addAlias(name.surface, to: known)
      return known
    }
    let canonical: String
    switch draft.key {
    case .country(let row): canonical = gazetteer.countries.text(row, 0)
    case .organisation(let row): canonical = gazetteer.organisations.text(row, 0)
    case .place(let row): canonical = gazetteer.places.text(row, 0)
    case .text(let text):
      canonical =
        draft.kind == .weapon || draft.isDeclared || draft.isComposed || name.surface.isEmpty
        ? text : name.surface
    case .office(let text): canonical = text
    }
    let isCountry = kind == .country
    result.entities.append(
      Entity(
        name: canonical, kind: kind, country: isCountry ? canonical : draft.country,
        isReference: isRow(draft.key), detail: draft.detail))
    byKey[draft.key] = result.entities.count - 1
    addAlias(name.surface, to: result.entities.count - 1)
    return result.entities.count - 1
  }

  private func isRow(_ key: NameKey) -> Bool {
    switch key {
    case .country, .organisation, .place: true
    default: false
    }
  }

  private func nationalityKind(_ key: NameKey) -> EntityKind {
    if case .place = key { return .place }
    return .country
  }
}

extension [String] {
  /// Whether the last words are those.
  fileprivate func ends(with words: [String]) -> Bool { suffix(words.count).elementsEqual(words) }
}
