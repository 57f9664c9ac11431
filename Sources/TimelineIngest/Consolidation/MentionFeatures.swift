import Chronology
import TimelineModel

/// What consolidation compares of a mention, with every name as a number.
///
/// Pairs are weighed by the hundred thousand, so nothing here needs a string, a set or an
/// allocation to compare.
struct MentionFeatures: Sendable {
  /// The id as extracted.
  let id: Int32
  /// The type with its kind.
  let type: Int32
  /// The part of the type before the dot, which rules ask for by name.
  let family: Family
  /// The number of that part of the type.
  let familyName: Int32
  /// Families that may name one event from two sides share this.
  let familyGroup: Int32
  /// Whether the type has no kind.
  let isBareFamily: Bool
  /// The lemma of the trigger.
  let trigger: Int32
  let isAttack: Bool
  /// What is told of, as far as two mentions must agree on it: done, meant, denied, called off.
  let standing: Standing
  /// The place; nil when none is named.
  let place: Int32?
  let isDated: Bool
  /// The days, inclusive, as Julian day numbers; the ends of `Int` where open.
  let first: Int
  let last: Int
  /// The number of days; 40,000 where open.
  let length: Int
  let people: NameSet
  let countries: NameSet
  /// All actors, whatever their kind, without regard to capitals.
  let actors: NameSet
  /// The names by which it meets others: people, and with a date bodies and countries too, since a
  /// country alone would pair everything.
  let meetingNames: NameSet
  /// Words of title and actors that carry content.
  let words: NameSet
  /// Where the evidence begins, in code points.
  let begin: Int

  /// The families that have rules of their own.
  enum Family: Sendable { case conflict, kidnapping, statement, conference, other, any }

  /// Occurred and alleged tell of the past, planned and proposed of the future; a plan and its
  /// outcome are linked, not merged.
  enum Standing: Sendable { case done, meant, denied, cancelled }

  private static let groups = ["visit": "meeting", "arms_delivery": "arms_deal"]

  init(_ mention: EventMention, numbers: inout NumberedNames) {
    let description = mention.description
    let name = String(description.type.prefix { $0 != "." })
    id = numbers.number(of: mention.id)
    type = numbers.number(of: description.type)
    familyName = numbers.number(of: name)
    familyGroup = numbers.number(of: Self.groups[name] ?? name)
    isBareFamily = name == description.type
    switch name {
    case "conflict": family = .conflict
    case "kidnapping": family = .kidnapping
    case "statement": family = .statement
    case "conference": family = .conference
    case "other": family = .other
    default: family = .any
    }
    trigger = numbers.number(of: mention.trigger.lemma)
    isAttack = mention.trigger.lemma == "attack"
    switch description.actuality {
    case .occurred, .alleged, .unknown: standing = .done
    case .planned, .proposed: standing = .meant
    case .denied: standing = .denied
    case .cancelled: standing = .cancelled
    }
    place = description.place.map { numbers.number(of: $0) }
    let isDated = description.date.isDated
    self.isDated = isDated
    first = description.date.span.earliest?.julianDayNumber ?? Int.min
    last = description.date.span.latest?.julianDayNumber ?? Int.max
    length = description.date.span.length ?? 40_000
    let actors = description.actors
    people = NameSet(actors.filter { $0.kind == .person }.map { numbers.number(of: $0.name) })
    countries = NameSet(
      actors.compactMap { $0.kind == .country ? $0.name : $0.country }
        .map { numbers.number(of: $0) })
    self.actors = NameSet(actors.map { numbers.number(of: $0.name.lowercased()) })
    let named = actors.filter { $0.kind != .group && (isDated || $0.kind == .person) }
    meetingNames = NameSet(
      (named.map(\.name) + (isDated ? named.compactMap(\.country) : []))
        .map { numbers.number(of: $0) })
    words = NameSet(Self.contentWords(of: mention).map { numbers.number(of: $0) })
    begin = mention.evidence.begin
  }

  /// Words of more than three letters of the title and the actors, and the trigger.
  private static func contentWords(of mention: EventMention) -> Set<String> {
    var words: Set<String> = [mention.trigger.lemma]
    let texts = [mention.description.title] + mention.description.actors.map(\.name)
    for text in texts {
      for word in parts(of: text.lowercased()) where word.utf8.count > 3 {
        words.insert(String(word))
      }
    }
    return words
  }

  /// The runs of letters and digits of a text.
  private static func parts(of text: String) -> [Substring] {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else {
      return text.split(whereSeparator: { !$0.isLetter && !$0.isNumber })
    }
    return text.utf8.split { byte in
      !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        && !(UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    }.map { Substring($0) }
  }
}

/// Numbers for names, equal for equal names within one consolidation.
struct NumberedNames: Sendable {
  private var numbers: [String: Int32] = [:]

  /// The number of a name; a new one when it was not met before.
  mutating func number(of name: String) -> Int32 {
    if let known = numbers[name] { return known }
    let number = Int32(truncatingIfNeeded: numbers.count)
    numbers[name] = number
    return number
  }
}

/// A few numbers, sorted, compared by walking along both.
struct NameSet: Sendable {
  let numbers: [Int32]

  init(_ numbers: [Int32]) {
    var sorted = numbers.sorted()
    var kept = 0
    for index in sorted.indices where index == 0 || sorted[index] != sorted[kept - 1] {
      sorted[kept] = sorted[index]
      kept += 1
    }
    self.numbers = Array(sorted.prefix(kept))
  }

  var count: Int { numbers.count }
  var isEmpty: Bool { numbers.isEmpty }

  /// How many numbers the two share.
  func shared(with other: NameSet) -> Int {
    var (left, right, shared) = (0, 0, 0)
    while left < numbers.count, right < other.numbers.count {
      let (a, b) = (numbers[left], other.numbers[right])
      if a == b { shared += 1 }
      if a <= b { left += 1 }
      if b <= a { right += 1 }
    }
    return shared
  }

  func isDisjoint(with other: NameSet) -> Bool { shared(with: other) == 0 }
}
