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
  /// The sentence in which they did.
  private(set) var lastGroupSentence = -1

  /// Notes who met, talked or signed, when it was two countries or more.
  mutating func noteGroup(_ actors: [Actor], sentence: Int) {
    var names: [String] = []
    for actor in actors {
      if let name = actor.kind == .country ? actor.name : actor.country, !names.contains(name) {
        names.append(name)
      }
    }
    if names.count > 1 {
      lastGroupSentence = sentence
      lastGroup = names.map { Actor(name: $0, kind: .country, country: $0) }
    }
  }

  /// The sentence whose subject was last a pair: "the two sides", "both", "they".
  private(set) var pairSentence = -1

  /// Notes that a pair was the subject of a sentence.
  mutating func notePair(sentence: Int) { pairSentence = sentence }

  /// The only one that a sentence names, when that is a country.
  func onlyCountry(in sentence: Int) -> Actor? {
    let named = referents.filter { $0.sentence == sentence }
    return named.count == 1 && named[0].actor.kind == .country ? named[0].actor : nil
  }

  /// How often each country was named or stood behind somebody.
  private let counts: [String: Int]

  /// The town that the document was filed from.
  let dateline: String?

  /// A memory of a document with those names, sentence by sentence, filed from that town.
  init(names: [[NamedMention]] = [], dateline: String? = nil) {
    self.dateline = dateline
    var counts: [String: Int] = [:]
    for name in names.joined() {
      if let country = name.country, name.kinds != .place { counts[country, default: 0] += 1 }
    }
    self.counts = counts
  }

  /// The country named most in the document apart from that one; nil when none is named
  /// twice.
  func mainCountry(apartFrom country: String) -> String? {
    counts.filter { $0.key != country && $0.value > 1 }
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

  /// The countries named in a sentence or behind the people it names, in the order of the text.
  func countries(in sentence: Int) -> [String] {
    var names: [String] = []
    for referent in referents where referent.sentence == sentence {
      let name = referent.actor.kind == .country ? referent.actor.name : referent.actor.country
      if let name, !names.contains(name) { names.append(name) }
    }
    return names
  }

  /// The countries of the latest sentence, within eight, that names just so many; else empty.
  func countries(asMany count: Int) -> [Actor] {
    guard let newest = referents.last?.sentence else { return [] }
    for back in 0...8 {
      let names = countries(in: newest - back)
      if names.count == count {
        return names.map { Actor(name: $0, kind: .country, country: $0, role: .actor) }
      }
    }
    return []
  }

  /// The two countries that "the two sides" are; empty when fewer than two were named lately.
  ///
  /// Of those named within eight sentences, the pair that the document speaks of at least twice as
  /// much as of any third; else, going back sentence by sentence, the first two.
  func twoCountries() -> [Actor] {
    guard let newest = referents.last?.sentence else { return [] }
    var near: [String] = []
    var nearest: [String] = []
    for back in 0...8 {
      near += countries(in: newest - back).reversed().filter { !near.contains($0) }
      if nearest.count < 2 { nearest = near }
    }
    let top = near.sorted { (counts[$0] ?? 0, $1) > (counts[$1] ?? 0, $0) }
    func count(_ place: Int) -> Int { place < top.count ? counts[top[place]] ?? 0 : 0 }
    var names = nearest
    if near.count > 2, count(1) >= 2 * count(2) {
      names = near.filter { $0 == top[0] || $0 == top[1] }
    } else if nearest.count > 2 {
      let some = nearest.sorted { (counts[$0] ?? 0, $1) > (counts[$1] ?? 0, $0) }
      let isClear = (counts[some[1]] ?? 0) > (counts[some[2]] ?? 0)
      names = isClear ? nearest.filter { some.prefix(2).contains($0) } : Array(nearest.prefix(2))
    }
    guard names.count == 2 else { return [] }
    return names.reversed().map { Actor(name: $0, kind: .country, country: $0, role: .actor) }
  }

  /// The latest of some countries that a text may call by what they are ("the kingdom"), named
  /// within eight sentences.
  func latestCountry(among names: Set<String>) -> Actor? {
    referents.last {
      names.contains($0.actor.country ?? $0.actor.name) && $0.actor.kind == .country
    }?
    .actor
  }

  /// The two countries that a document is about: each named four times or more, and any third at
  /// most a third as often; else empty.
  var dominantPair: [Actor] {
    let top = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard top.count > 1, top[1].value >= 4, top.count == 2 || top[2].value * 3 <= top[1].value
    else { return [] }
    return top.prefix(2).map { Actor(name: $0.key, kind: .country, country: $0.key) }
  }

  /// The country whose government, army and parliament a text means when it says no more: the one
  /// that it names half as often again as any other.
  var homeCountry: String? {
    let sorted = counts.sorted { ($0.value, $1.key) > ($1.value, $0.key) }
    guard let first = sorted.first, first.value > 2 else { return nil }
    return first.value * 2 >= (sorted.count > 1 ? sorted[1].value : 0) * 3 ? first.key : nil
  }

  /// The last two people of one sentence, at most two sentences back, else the last two of
  /// different countries within six; else empty.
  func twoPeople(before sentence: Int) -> [Actor] {
    for back in 0...2 {
      let people = referents.filter {
        $0.sentence == sentence - back && $0.actor.kind == .person
      }
      if people.count >= 2 { return people.suffix(2).map(\.actor) }
    }
    var found: [Actor] = []
    for referent in referents.reversed()
    where referent.actor.kind == .person && sentence - referent.sentence <= 6 {
      let isNew = !found.contains {
        $0.name == referent.actor.name || $0.country == referent.actor.country
      }
      if isNew { found.append(referent.actor) }
      if found.count == 2 { return found.reversed() }
    }
    return []
  }

  /// Countries by the one person of each whom a sentence names in place of the country itself:
  /// "*They* met again" after "Rojas received Mora".
  func people(of countries: [String], in sentence: Int) -> [Actor] {
    let named = all(in: sentence)
    return countries.map { country in
      let people = named.filter { $0.kind == .person && $0.country == country }
      let isNamed = named.contains { $0.kind == .country && $0.name == country }
      return people.count == 1 && !isNamed
        ? people[0] : Actor(name: country, kind: .country, country: country)
    }
  }

  /// The armed group that the text named last, which "the rebels" are.
  var lastArmedGroup: Actor? {
    referents.last {
      $0.actor.kind == .organisation && Gazetteer.shared.isArmedGroup($0.actor.name)
    }?.actor
  }

  /// The people and countries named in the latest sentence at or before that one.
  func all(in sentence: Int) -> [Actor] {
    referents.filter { $0.sentence == sentence }.map(\.actor)
  }
}
