import TimelineModel

/// What a deal is about, in words that two reports of it can share.
struct DealSubject: Hashable {
  /// The words that name the object, in lower case and singular.
  var words: Set<String> = []
  /// Those of them that are designations, such as `mi-35`.
  var designations: Set<String> = []
  /// The object as its report words it.
  let label: String
  /// How well the label names the object: 2 for an attribute, 1 for words of a title, 0 for none.
  let clarity: Int

  /// The object of a step: its system, project or exercise, else what its title says beside its
  /// participants and the act itself.
  init(_ description: EventDescription, countryWords: Set<String>) {
    let named = ["system", "project", "exercise"].lazy.compactMap { description.attributes[$0] }
      .first
    let names = Set(
      description.actors.flatMap {
        DealSubject.tokens($0.name) + DealSubject.tokens($0.country ?? "")
      }
      .map { $0.lowercased() })
    var kept: [String] = []
    for token in DealSubject.tokens(named ?? description.title) {
      let word = DealSubject.base(token.lowercased())
      if names.contains(token.lowercased()) || DealSubject.common.contains(word) { continue }
      guard word.utf8.contains(where: { $0 > 0x39 }) else { continue }
      kept.append(token)
      if DealSubject.weak.contains(word) || countryWords.contains(token.lowercased()) { continue }
      words.insert(word)
      if word.utf8.contains(where: { (0x30...0x39).contains($0) }) { designations.insert(word) }
    }
    let date = description.date.isDated ? " of " + DateForPeople.text(of: description.date) : ""
    label =
      words.isEmpty
      ? description.type.prefix { $0 != "." }.replacing("_", with: " ") + date
      : kept.joined(separator: " ")
    clarity = words.isEmpty ? 0 : named == nil ? 1 : 2
  }

  /// Whether two reports are about the same thing.
  ///
  /// - Parameters:
  ///   - other: the other report's object.
  ///   - needingMore: whether one shared word is too little, as when no parties are known.
  /// - Returns: whether they share a designation, else half of their words.
  func isSame(as other: DealSubject, needingMore: Bool) -> Bool {
    if !designations.isEmpty, !other.designations.isEmpty {
      return !designations.isDisjoint(with: other.designations)
    }
    let shared = words.intersection(other.words).count
    return shared >= (needingMore ? 2 : 1)
      && 2 * shared >= Swift.min(words.count, other.words.count)
  }

  private static func tokens(_ text: String) -> [String] {
    text.split { !($0.isLetter || $0.isNumber || $0 == "-") }
      .map { String($0.drop { $0 == "-" }) }.filter { !$0.isEmpty }
  }

  /// A word in the singular; a designation without the letters of its variant.
  private static func base(_ word: String) -> String {
    if let digit = word.lastIndex(where: \.isNumber), word.contains(where: \.isLetter) {
      let stem = word[...digit]
      if stem.contains(where: \.isLetter) { return String(stem) }
    }
    if word.utf8.count > 4, word.hasSuffix("s"), !word.hasSuffix("ss") {
      return String(word.dropLast())
    }
    return word
  }

  /// Words that say too little to tell one deal from another, though a name may hold them.
  private static let weak: Set<String> = [
    "area", "arm", "cooperation", "defence", "defense", "field", "framework", "military",
    "security", "system", "trade", "weapon",
  ]

  /// Words of the act, of who acts, of number and of grammar, which name no object.
  private static let common: Set<String> = Set(
    """
    a about accord after agree agreed agreement all also an and announce another any approve are as
    at auction batch be been begin begun between bilateral both build built buy by cancel chief
    complete conclude construction contract country deal deliver delivery deputy document each eight
    eleven end export first five for form four from get give government had have he head her his
    hold hundred import in initial ink into is it its join joint last latest launch letter lift
    long-term memoranda memorandum minister ministry more most negotiate new next nine of off offer
    official on one open order other our out over pact part plan possible preliminary president
    procure project proposal propose provide purchase ratify reach receive release round said sale
    second sell send seven several ship shipment sign signed six some start state step submit such
    supply ten term text that the their them these they third thousand three to treaty twelve two
    under understanding up was were which will with work would year
    """.split { $0 == " " || $0 == "\n" }.map(String.init))
}
