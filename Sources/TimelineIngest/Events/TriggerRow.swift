import TimelineModel

/// A place in a trigger's company that a condition asks about.
enum TriggerSlot: Sendable, Hashable {
  case subject, object, modifier, particle, complement, copula
  /// What the verb of the complement clause acts on.
  case complementObject
  /// Whose the noun is: "his *death*".
  case possessor
  /// The verb of which the noun is the subject.
  case subjectOf
  /// An oblique or nominal with that preposition.
  case preposition(String)

  init(_ name: String) {
    switch name {
    case "subj": self = .subject
    case "obj": self = .object
    case "mod": self = .modifier
    case "prt": self = .particle
    case "comp": self = .complement
    case "comp-obj": self = .complementObject
    case "cop": self = .copula
    case "subj-of": self = .subjectOf
    case "poss": self = .possessor
    default: self = .preposition(name)
    }
  }
}

/// One condition of a trigger row: a slot and what must (or must not) fill it.
final class TriggerCondition: Sendable {
  /// The slot asked about.
  let slot: TriggerSlot
  /// Whether the condition is denied.
  let isDenied: Bool
  /// The texts of the list, as written.
  let names: [String]
  /// The ids of the plain words of the list.
  let words: [Int32]
  /// The word classes of the list.
  let classMask: WordClasses
  /// Whether anything at all will do.
  let isAny: Bool
  /// The kinds of names of the list.
  let kinds: NameKinds

  /// Reads `obj:word,@class,:kind`, with `!` in front to deny it; `word` gives the id of a plain
  /// word, `wordClass` the bit of a class.
  init(_ text: Substring, word: (String) -> Int32, wordClass: (String) -> WordClasses) {
    (slot, isDenied, names) = Self.parts(of: text)
    isAny = names.isEmpty || names.contains("*")
    var words: [Int32] = []
    var classMask: WordClasses = 0
    var kinds: NameKinds = []
    for name in names {
      switch name.utf8.first {
      case UInt8(ascii: "@"): classMask |= wordClass(String(name.dropFirst()))
      case UInt8(ascii: ":"): kinds.formUnion(Self.kinds[name] ?? [])
      default: if name != "*" { words.append(word(name)) }
      }
    }
    self.words = words
    self.classMask = classMask
    self.kinds = kinds
  }

  /// The texts of the list of a condition as it is written.
  static func names(of text: Substring) -> [String] { parts(of: text).names }

  private static func parts(of text: Substring) -> (
    slot: TriggerSlot, isDenied: Bool, names: [String]
  ) {
    let isDenied = text.utf8.first == UInt8(ascii: "!")
    let body = isDenied ? text.dropFirst() : text
    let colon = body.utf8.firstIndex(of: UInt8(ascii: ":")) ?? body.endIndex
    let list = colon < body.endIndex ? body[body.utf8.index(after: colon)...] : ""
    return (
      TriggerSlot(String(body[..<colon])), isDenied, list.parts(between: ",").map(String.init)
    )
  }

  private static let kinds: [String: NameKinds] = [
    ":actor": [.country, .person, .body], ":country": .country, ":person": .person,
    ":body": .body, ":place": [.place, .country],
  ]
}

/// Kinds of names, as a bit set.
struct NameKinds: OptionSet, Sendable, Hashable {
  let rawValue: UInt8
  static let country = NameKinds(rawValue: 1)
  static let person = NameKinds(rawValue: 2)
  static let body = NameKinds(rawValue: 4)
  static let place = NameKinds(rawValue: 8)
  static let group = NameKinds(rawValue: 16)
}

/// What a trigger row says beside its type, as a bit set.
struct TriggerHints: OptionSet, Sendable, Hashable {
  let rawValue: UInt16
  /// An event only with a date, a support verb or definite participants of its own.
  static let weak = TriggerHints(rawValue: 1)
  /// Lasts rather than happens.
  static let state = TriggerHints(rawValue: 2)
  /// Speech: the clause it governs is what is said.
  static let said = TriggerHints(rawValue: 4)
  /// What it governs is intended.
  static let intent = TriggerHints(rawValue: 8)
  /// A light verb: the event is its object.
  static let light = TriggerHints(rawValue: 16)
  /// Calls something off: its object is the cancelled event.
  static let cancels = TriggerHints(rawValue: 32)
  /// What is said is a claim of a party.
  static let claim = TriggerHints(rawValue: 64)
  /// What is said is a denial.
  static let denial = TriggerHints(rawValue: 128)
  /// A report of what others did, not news itself.
  static let report = TriggerHints(rawValue: 256)
}

/// One line of the trigger table.
final class TriggerRow: Sendable {
  /// The type code, or `none` when these words name no event.
  let type: String
  /// The PLOVER root that overrides the type's, or nil.
  let plover: String?
  /// The stage, or nil.
  let stage: String?
  /// What else the row says.
  let hints: TriggerHints
  /// Roles that differ from the defaults, by slot name.
  let roles: [String: ActorRole]
  /// Slots whose filler takes no part ("obj=none").
  let ignoredSlots: [String]
  /// What must hold.
  let conditions: [TriggerCondition]
  /// Whether a user of the program wrote it.
  let isUsers: Bool
  /// How much the conditions ask: one named filler more than two of any kind, short lists more than
  /// long.
  let specificity: Int

  /// Reads the columns behind the conditions.
  init(row: [Substring], conditions: [TriggerCondition], isUsers: Bool, specificity: Int) {
    type = String(row[3])
    plover = row[4] == "-" ? nil : String(row[4])
    stage = row[5] == "-" ? nil : String(row[5])
    var hints: TriggerHints = []
    var roles: [String: ActorRole] = [:]
    var ignoredSlots: [String] = []
    for hint in row[6].parts(between: " ") where hint != "-" {
      if let known = Self.hints[String(hint)] {
        hints.formUnion(known)
        continue
      }
      let parts = hint.parts(between: "=")
      if parts.count == 2, let role = ActorRole(rawValue: String(parts[1])) {
        roles[String(parts[0])] = role
      } else if parts.count == 2 {
        ignoredSlots.append(String(parts[0]))
      }
    }
    self.hints = hints
    self.roles = roles
    self.ignoredSlots = ignoredSlots
    self.conditions = conditions
    self.isUsers = isUsers
    self.specificity = specificity
  }

  /// A row that says the same of another type.
  init(_ row: TriggerRow, type: String) {
    self.type = type
    plover = nil
    stage = nil
    hints = row.hints
    roles = row.roles
    ignoredSlots = row.ignoredSlots
    conditions = row.conditions
    isUsers = row.isUsers
    specificity = row.specificity
  }

  private static let hints: [String: TriggerHints] = [
    "weak": .weak, "state": .state, "said": .said, "intent": .intent, "light": .light,
    "cancels": .cancels, "claim": .claim, "denial": .denial, "report": .report,
  ]
}
