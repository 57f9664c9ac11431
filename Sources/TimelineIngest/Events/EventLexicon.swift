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
struct EventLexicon: Sendable {
  /// The dictionary form of each word id.
  private(set) var lemmas: [String] = []
  /// The classes of each word id, one bit a class.
  private(set) var classes: [WordClasses] = []
  /// The trigger rows of each verb id and noun id.
  private(set) var verbRows: [[TriggerRow]] = []
  private(set) var nounRows: [[TriggerRow]] = []
  /// The particles that the rows of each verb id ask for: "set *up*", "call *off*".
  private(set) var particles: [Int32: Set<String>] = [:]
  /// The actuality cues of each word id.
  private(set) var cues: [[ActualityCue]] = []
  /// The hash of the name of each class, in the order of their bits.
  private(set) var classHashes: [UInt32] = []
  private var ids: [String: Int32] = [:]
  private var forms: [String: WordForm] = [:]
  private var classBits: [String: WordClasses] = [:]
  private var memberCounts: [WordClasses: Int] = [:]
  /// Whether the forms of a word id are known already, as a verb and as a noun.
  private var inflectedVerbs: [Bool] = []
  private var inflectedNouns: [Bool] = []

  /// The program's own tables.
  static let shared = EventLexicon(userRows: "")

  /// The program's tables and, ahead of them, rows of the same form that a user gave; `tables` are
  /// read in place of the embedded ones of the same names.
  init(userRows: String, replacing tables: [String: String] = [:]) {
    func rows(_ name: String) -> [[Substring]] {
      tables[name].map { TableText.rows(of: $0) } ?? TableText.rows(ofFile: name)
    }
    for row in rows("word_classes.tsv") where row.count >= 2 {
      let name = String(row[0])
      let bit = classBits[name] ?? WordClasses(1) << WordClasses(classBits.count)
      if classBits.updateValue(bit, forKey: name) == nil {
        classHashes.append(TypeFeatures.hash("@" + name))
      }
      for word in row[1].split(separator: ",") {
        let id = identify(String(word))
        classes[Int(id)] |= bit
        addNounForms(id)
      }
    }
    for word in classMembers("support-verb") + classMembers("occurrence-verb")
      + classMembers("reporting")
    {
      addVerbForms(word)
    }
    for row in TableText.rows(of: userRows) where row.count >= 8 {
      addTrigger(row, bonus: Self.bonusOfPeople)
    }
    for row in rows("triggers.tsv") where row.count >= 8 { addTrigger(row, bonus: 0) }
    for row in rows("actuality_cues.tsv") where row.count >= 4 { addCue(row) }
    for id in lemmas.indices {
      verbRows[id] = Self.ranked(verbRows[id])
      nounRows[id] = Self.ranked(nounRows[id])
    }
  }

  /// The rows with those that ask for most ahead, else in the order of the table, so that the first
  /// that holds is the best.
  private static func ranked(_ rows: [TriggerRow]) -> [TriggerRow] {
    guard rows.count > 1 else { return rows }
    return rows.enumerated().sorted {
      ($1.element.specificity, $0.offset) < ($0.element.specificity, $1.offset)
    }.map(\.element)
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

  private func classMembers(_ name: String) -> [Int32] {
    let bit = classBit(name)
    return classes.indices.filter { classes[$0] & bit != 0 }.map { Int32($0) }
  }

  private mutating func identify(_ lemma: String) -> Int32 {
    if let id = ids[lemma] { return id }
    let id = Int32(lemmas.count)
    ids[lemma] = id
    lemmas.append(lemma)
    classes.append(0)
    verbRows.append([])
    nounRows.append([])
    cues.append([])
    inflectedVerbs.append(false)
    inflectedNouns.append(false)
    return id
  }

  private mutating func addVerbForms(_ id: Int32) {
    guard !inflectedVerbs[Int(id)] else { return }
    inflectedVerbs[Int(id)] = true
    let lemma = lemmas[Int(id)]
    for form in Inflection.shared.forms(ofVerb: lemma) {
      let known = forms[form, default: WordForm()].verb
      if known < 0 {
        forms[form, default: WordForm()].verb = id
      } else if known != id {
        // The dictionary form of one verb that is the past of another: "found", "fell".
        forms[form, default: WordForm()].verb = form == lemma ? id : known
        forms[form, default: WordForm()].past = form == lemma ? known : id
      }
    }
  }

  private mutating func addNounForms(_ id: Int32) {
    guard !inflectedNouns[Int(id)] else { return }
    inflectedNouns[Int(id)] = true
    for form in Inflection.shared.forms(ofNoun: lemmas[Int(id)]) {
      if forms[form, default: WordForm()].noun < 0 || form == lemmas[Int(id)] {
        forms[form, default: WordForm()].noun = id
      }
    }
  }

  /// What a person's trigger has ahead of the program's: as much as one condition.
  private static let bonusOfPeople = 2_000

  private mutating func addTrigger(_ row: [Substring], bonus: Int) {
    let id = identify(String(row[0]))
    let isVerb = row[1] == "v"
    var trigger = TriggerRow(row: row)
    trigger.specificity = bonus
    trigger.isUsers = bonus > 0
    for text in row[2].split(separator: " ") where text != "-" {
      var condition = TriggerCondition(text)
      for word in condition.names {
        if word.utf8.first == UInt8(ascii: "@") {
          condition.classMask |= classBit(String(word.dropFirst()))
        } else if word.utf8.first != UInt8(ascii: ":"), word != "*" {
          let member = identify(word)
          addNounForms(member)
          condition.words.append(member)
        }
      }
      if condition.slot == .particle, isVerb {
        particles[id, default: []].formUnion(condition.names)
      }
      trigger.conditions.append(condition)
    }
    for condition in trigger.conditions {
      let members = condition.words.count + memberCount(of: condition.classMask)
      trigger.specificity += condition.isAny ? 400 : 2_000 - min(900, members)
    }
    if isVerb {
      verbRows[Int(id)].append(trigger)
      addVerbForms(id)
    } else {
      nounRows[Int(id)].append(trigger)
      addNounForms(id)
    }
  }

  /// How many words the classes of a mask have together, counted once a mask.
  private mutating func memberCount(of mask: WordClasses) -> Int {
    guard mask != 0 else { return 0 }
    if let count = memberCounts[mask] { return count }
    let count = classes.count { $0 & mask != 0 }
    memberCounts[mask] = count
    return count
  }

  private mutating func addCue(_ row: [Substring]) {
    guard let place = ActualityCue.Place(rawValue: String(row[1])),
      let reading = ActualityCue.Reading(rawValue: String(row[2]))
    else { return }
    // "call off": the verb with its particle or the preposition of what it governs.
    let words = row[0].split(separator: " ", maxSplits: 1)
    let id = identify(String(words[0]))
    let companion = words.count > 1 ? String(words[1]) : nil
    let cue = ActualityCue(place: place, reading: reading, companion: companion)
    cues[Int(id)].insert(cue, at: companion == nil ? cues[Int(id)].count : 0)
    // A modifier stands as it is ("planned"); anything else is inflected.
    if place != .modifier, place != .marker { addVerbForms(id) }
    addNounForms(id)
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
