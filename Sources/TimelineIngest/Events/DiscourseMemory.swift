import TimelineModel

/// What the sentences read so far have named, for pronouns and "the two countries".
struct DiscourseMemory: Sendable {
  /// Someone or something that can be meant again.
  struct Referent: Sendable {
    var actor: Actor
    var sentence: Int
    /// Whether it stood as a subject, so that a pronoun prefers it.
    var isSubject: Bool
  }

  /// The referents in the order of the text, a name once per sentence.
  private(set) var referents: [Referent] = []

  /// The countries that met, talked or signed last; empty before the first such event.
  private(set) var lastGroup: [Actor] = []

  /// Notes who met, talked or signed, when it was two countries or more.
  mutating func noteGroup(_ actors: [Actor]) {
    var names: [String] = []
    for actor in actors {
      if let name = actor.kind == .country ? actor.name : actor.country, !names.contains(name) {
        names.append(name)
      }
    }
    if names.count > 1 {
      lastGroup = names.map { Actor(name: $0, kind: .country, country: $0) }
    }
  }

  /// How often each country was named or stood behind somebody.
  private let countries: [String: Int]

  /// A memory of a document with those names, sentence by sentence.
  init(names: [[NamedMention]] = []) {
    var counts: [String: Int] = [:]
    for name in names.joined() {
      if let country = name.country, name.kinds != .place { counts[country, default: 0] += 1 }
    }
    countries = counts
  }

  /// The country named most in the document apart from that one; nil when none is named
  /// twice.
  func mainCountry(apartFrom country: String) -> String? {
    countries.filter { $0.key != country && $0.value > 1 }
      .max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
  }

  /// Notes an actor that a sentence names.
  mutating func note(_ actor: Actor, sentence: Int, isSubject: Bool) {
    if let last = referents.lastIndex(where: {
      $0.sentence == sentence && $0.actor.name == actor.name
    }) {
      referents[last].isSubject = referents[last].isSubject || isSubject
      return
    }
    referents.append(Referent(actor: actor, sentence: sentence, isSubject: isSubject))
    if referents.count > 64 { referents.removeFirst(32) }
  }

  /// The latest person, within three sentences; subjects first.
  func person(before sentence: Int) -> Actor? {
    latest(before: sentence) { $0.kind == .person }
  }

  /// The latest country or body, within two sentences; subjects first.
  func thing(before sentence: Int) -> Actor? {
    latest(before: sentence) { $0.kind == .country || $0.kind == .organisation }
  }

  private func latest(before sentence: Int, where fits: (Actor) -> Bool) -> Actor? {
    let near = referents.filter { sentence - $0.sentence <= 2 && fits($0.actor) }
    guard let newest = near.last?.sentence else { return nil }
    let same = near.filter { $0.sentence == newest }
    return (same.first { $0.isSubject } ?? same.first)?.actor
  }

  /// The last two distinct countries (also those behind people) in order of the text, within eight
  /// sentences; empty when fewer than two were named.
  func twoCountries() -> [Actor] {
    var names: [String] = []
    for referent in referents.reversed() {
      let name =
        referent.actor.kind == .country ? referent.actor.name : referent.actor.country
      guard let name, !names.contains(name) else { continue }
      names.append(name)
      if names.count == 2 { break }
    }
    guard names.count == 2 else { return [] }
    return names.reversed().map { Actor(name: $0, kind: .country, country: $0, role: .actor) }
  }

  /// The last two people of one sentence, at most two sentences back; else empty.
  func twoPeople(before sentence: Int) -> [Actor] {
    for back in 0...2 {
      let people = referents.filter {
        $0.sentence == sentence - back && $0.actor.kind == .person
      }
      if people.count >= 2 { return people.suffix(2).map(\.actor) }
    }
    return []
  }

  /// The people and countries named in the latest sentence at or before that one.
  func all(in sentence: Int) -> [Actor] {
    referents.filter { $0.sentence == sentence }.map(\.actor)
  }
}
