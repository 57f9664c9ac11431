/// What becomes of the tables of the event lexicon while they are read.
struct EventLexiconTables {
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
  private(set) var ids: [String: Int32] = [:]
  private(set) var forms: [String: WordForm] = [:]
  private(set) var classBits: [String: WordClasses] = [:]
  private var memberCounts: [WordClasses: Int] = [:]
  /// Whether the forms of a word id are known already, as a verb and as a noun.
  private var inflectedVerbs: [Bool] = []
  private var inflectedNouns: [Bool] = []

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
      for word in row[1].parts(between: ",") {
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

  private func classMembers(_ name: String) -> [Int32] {
    let bit = classBits[name] ?? 0
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
    let bits = classBits
    var conditions: [TriggerCondition] = []
    var specificity = bonus
    for text in row[2].parts(between: " ") where text != "-" {
      let condition = TriggerCondition(text) { word in
        let member = identify(word)
        addNounForms(member)
        return member
      } wordClass: {
        bits[$0] ?? 0
      }
      if condition.slot == .particle, isVerb {
        particles[id, default: []].formUnion(condition.names)
      }
      conditions.append(condition)
    }
    for condition in conditions {
      let members = condition.words.count + memberCount(of: condition.classMask)
      specificity += condition.isAny ? 400 : 2_000 - min(900, members)
    }
    let trigger = TriggerRow(
      row: row, conditions: conditions, isUsers: bonus > 0, specificity: specificity)
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
