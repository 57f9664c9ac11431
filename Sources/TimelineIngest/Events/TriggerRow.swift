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
struct TriggerCondition: Sendable {
  /// The slot asked about.
  var slot: TriggerSlot
  /// Whether the condition is denied.
  var isDenied: Bool
  /// The texts of the list, as written.
  var names: [String]
  /// The ids of the plain words of the list.
  var words: [Int32] = []
  /// The word classes of the list.
  var classMask: WordClasses = 0
  /// Whether anything at all will do.
  var isAny: Bool
  /// The kinds of names of the list.
  var kinds: NameKinds = []

  /// Reads `obj:word,@class,:kind`, with `!` in front to deny it.
  init(_ text: Substring) {
    isDenied = text.first == "!"
    let body = isDenied ? text.dropFirst() : text
    let colon = body.firstIndex(of: ":") ?? body.endIndex
    slot = TriggerSlot(String(body[..<colon]))
    let list = colon < body.endIndex ? body[body.index(after: colon)...] : ""
    names = list.split(separator: ",").map(String.init)
    isAny = names.isEmpty || names.contains("*")
    for name in names {
      switch name {
      case ":actor": kinds.formUnion([.country, .person, .body])
      case ":country": kinds.insert(.country)
      case ":person": kinds.insert(.person)
      case ":body": kinds.insert(.body)
      case ":place": kinds.formUnion([.place, .country])
      default: break
      }
    }
  }
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
struct TriggerRow: Sendable {
  /// The type code, or `none` when these words name no event.
  var type: String
  /// The PLOVER root that overrides the type's, or nil.
  var plover: String?
  /// The stage, or nil.
  var stage: String?
  /// What else the row says.
  var hints: TriggerHints = []
  /// Roles that differ from the defaults, by slot name.
  var roles: [String: ActorRole] = [:]
  /// Slots whose filler takes no part ("obj=none").
  var ignoredSlots: [String] = []
  /// What must hold.
  var conditions: [TriggerCondition] = []
  /// Whether a user of the program wrote it.
  var isUsers = false
  /// How much the conditions ask: one named filler more than two of any kind, short lists more than
  /// long.
  var specificity = 0

  /// Reads the columns behind the conditions.
  init(row: [Substring]) {
    type = String(row[3])
    plover = row[4] == "-" ? nil : String(row[4])
    stage = row[5] == "-" ? nil : String(row[5])
    for hint in row[6].split(separator: " ") where hint != "-" {
      switch hint {
      case "weak": hints.insert(.weak)
      case "state": hints.insert(.state)
      case "said": hints.insert(.said)
      case "intent": hints.insert(.intent)
      case "light": hints.insert(.light)
      case "cancels": hints.insert(.cancels)
      case "claim": hints.insert(.claim)
      case "denial": hints.insert(.denial)
      case "report": hints.insert(.report)
      default:
        let parts = hint.split(separator: "=")
        if parts.count == 2, let role = ActorRole(rawValue: String(parts[1])) {
          roles[String(parts[0])] = role
        } else if parts.count == 2 {
          ignoredSlots.append(String(parts[0]))
        }
      }
    }
  }
}
