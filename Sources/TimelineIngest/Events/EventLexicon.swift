/// What a word form can be: the dictionary forms of the verb and the noun it belongs to, as ids.
struct WordForm: Sendable, Hashable {
  /// The id of the verb's dictionary form, or -1.
  var verb: Int32 = -1
  /// The id of the noun's (or any other word's) dictionary form, or -1.
  var noun: Int32 = -1
}

/// The words that the event rules know: triggers, word classes and cues, with all their forms.
///
/// Read once from the tables; immutable afterwards, so one copy serves all tasks.
struct EventLexicon: Sendable {
  /// The dictionary form of each word id.
  private(set) var lemmas: [String] = []
  /// The classes of each word id, one bit a class.
  private(set) var classes: [UInt64] = []
  /// The trigger rows of each verb id and noun id.
  private(set) var verbRows: [[TriggerRow]] = []
  private(set) var nounRows: [[TriggerRow]] = []
  /// The actuality cues of each word id.
  private(set) var cues: [[ActualityCue]] = []
  private var ids: [String: Int32] = [:]
  private var forms: [String: WordForm] = [:]
  private var classBits: [String: UInt64] = [:]

  /// The program's own tables.
  static let shared = EventLexicon(userRows: "")

  /// The program's tables and, ahead of them, rows of the same form that a user gave; `tables` are
  /// read in place of the embedded ones of the same names.
  init(userRows: String, replacing tables: [String: String] = [:]) {
    func rows(_ name: String) -> [[Substring]] {
      tables[name].map { TableText.rows(of: $0) } ?? TableText.rows(ofFile: name)
    }
    for row in rows("word_classes.tsv") where row.count >= 2 {
      let bit = UInt64(1) << UInt64(classBits.count)
      classBits[String(row[0])] = bit
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
    for row in TableText.rows(of: userRows) + rows("triggers.tsv")
    where row.count >= 8 {
      addTrigger(row)
    }
    for row in rows("actuality_cues.tsv") where row.count >= 4 { addCue(row) }
  }

  /// The id of a dictionary form, or -1 when no rule knows it.
  func id(_ lemma: String) -> Int32 { ids[lemma] ?? -1 }

  /// The dictionary forms that a lower-case form can belong to.
  func form(_ lower: String) -> WordForm { forms[lower] ?? WordForm() }

  /// The bit of a word class; 0 when there is no such class.
  func classBit(_ name: String) -> UInt64 { classBits[name] ?? 0 }

  /// Whether the word belongs to one of the classes in the mask.
  func isMember(_ id: Int32, of mask: UInt64) -> Bool {
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
    return id
  }

  private mutating func addVerbForms(_ id: Int32) {
    for form in Inflection.shared.forms(ofVerb: lemmas[Int(id)]) {
      if forms[form, default: WordForm()].verb < 0 || form == lemmas[Int(id)] {
        forms[form, default: WordForm()].verb = id
      }
    }
  }

  private mutating func addNounForms(_ id: Int32) {
    for form in Inflection.shared.forms(ofNoun: lemmas[Int(id)]) {
      if forms[form, default: WordForm()].noun < 0 || form == lemmas[Int(id)] {
        forms[form, default: WordForm()].noun = id
      }
    }
  }

  private mutating func addTrigger(_ row: [Substring]) {
    let id = identify(String(row[0]))
    let isVerb = row[1] == "v"
    var trigger = TriggerRow(row: row)
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
      trigger.conditions.append(condition)
    }
    for condition in trigger.conditions {
      let members = classes.reduce(condition.words.count) {
        $0 + ($1 & condition.classMask != 0 ? 1 : 0)
      }
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

  private mutating func addCue(_ row: [Substring]) {
    guard let place = ActualityCue.Place(rawValue: String(row[1])),
      let reading = ActualityCue.Reading(rawValue: String(row[2]))
    else { return }
    let id = identify(String(row[0]))
    cues[Int(id)].append(ActualityCue(place: place, reading: reading))
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
}
