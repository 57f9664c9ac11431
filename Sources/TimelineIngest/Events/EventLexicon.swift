/// What a word form can be: the dictionary forms of the verb and the noun it belongs to, as ids.
struct WordForm: Sendable, Hashable {
  /// The id of the verb's dictionary form, or -1.
  var verb: Int32 = -1
  /// The id of the noun's (or any other word's) dictionary form, or -1.
  var noun: Int32 = -1
  /// The id of the verb whose past the form is while it is also another's dictionary form ("found",
  /// "fell", "lay"), or -1.
  var past: Int32 = -1
}

/// A set of word classes, one bit a class.
typealias WordClasses = UInt128

/// The words that the event rules know: triggers, word classes and cues, with all their forms.
///
/// Read once from the tables; immutable afterwards, so one copy serves all tasks.
final class EventLexicon: Sendable {
  /// The dictionary form of each word id.
  let lemmas: [String]
  /// The classes of each word id, one bit a class.
  let classes: [WordClasses]
  /// The trigger rows of each verb id and noun id.
  let verbRows: [[TriggerRow]]
  let nounRows: [[TriggerRow]]
  /// The particles that the rows of each verb id ask for: "set *up*", "call *off*".
  let particles: [Int32: Set<String>]
  /// The actuality cues of each word id.
  let cues: [[ActualityCue]]
  /// The hash of the name of each class, in the order of their bits.
  let classHashes: [UInt32]
  private let ids: [String: Int32]
  private let forms: [String: WordForm]
  private let classBits: [String: WordClasses]

  /// The program's own tables.
  static let shared = EventLexicon(userRows: "")

  /// The program's tables and, ahead of them, rows of the same form that a user gave; `tables` are
  /// read in place of the embedded ones of the same names.
  init(userRows: String, replacing tables: [String: String] = [:]) {
    let tables = EventLexiconTables(userRows: userRows, replacing: tables)
    lemmas = tables.lemmas
    classes = tables.classes
    verbRows = tables.verbRows
    nounRows = tables.nounRows
    particles = tables.particles
    cues = tables.cues
    classHashes = tables.classHashes
    ids = tables.ids
    forms = tables.forms
    classBits = tables.classBits
  }

  /// The id of a dictionary form, or -1 when no rule knows it.
  func id(_ lemma: String) -> Int32 { ids[lemma] ?? -1 }

  /// The dictionary forms that a lower-case form can belong to.
  func form(_ lower: String) -> WordForm { forms[lower] ?? WordForm() }

  /// The bit of a word class; 0 when there is no such class.
  func classBit(_ name: String) -> WordClasses { classBits[name] ?? 0 }

  /// Whether the word belongs to one of the classes in the mask.
  func isMember(_ id: Int32, of mask: WordClasses) -> Bool {
    id >= 0 && classes[Int(id)] & mask != 0
  }
}

/// A word that decides whether an event really happened.
struct ActualityCue: Sendable {
  /// Where the word stands to the event.
  enum Place: String, Sendable {
    case governor, modifier, predicate, marker
    case passiveGovernor = "passive-governor"
  }

  /// What the word says of the event.
  enum Reading: String, Sendable {
    case planned, proposed, denied, cancelled, alleged, occurred, unknown, none
    case possible, conditional, negated
  }

  var place: Place
  var reading: Reading
  /// The particle or preposition that must stand with the word, if any.
  var companion: String?
}
