/// English verb and noun forms: dictionary form to inflected forms and back.
///
///     forms(ofVerb: "ban")      // ban, bans, banning, banned
///     lemma(ofVerb: "signing")  // sign
///
/// Irregular forms come from `irregular_verbs.tsv` and `irregular_nouns.tsv`; the rest follows the
/// spelling rules of regular words.
struct Inflection: Sendable {
  private let irregularVerbs: [String: (past: [String], participle: [String])]
  private let irregularVerbForms: [String: String]
  private let irregularNouns: [String: [String]]
  private let irregularNounForms: [String: String]
  /// Verbs in a silent "e", without it: "nam", "creat".
  private let silentE: Set<String>

  /// The tables of the program.
  static let shared = Inflection()

  init() {
    var verbs: [String: (past: [String], participle: [String])] = [:]
    var verbForms: [String: String] = [:]
    for row in TableText.rows(ofFile: "irregular_verbs.tsv") where row.count >= 3 {
      let lemma = String(row[0])
      let past = TableText.list(row[1])
      let participle = TableText.list(row[2])
      verbs[lemma] = (past, participle)
      for form in past + participle where verbForms[form] == nil { verbForms[form] = lemma }
    }
    var nouns: [String: [String]] = [:]
    var nounForms: [String: String] = [:]
    for row in TableText.rows(ofFile: "irregular_nouns.tsv") where row.count >= 2 {
      nouns[String(row[0])] = TableText.list(row[1])
      for form in TableText.list(row[1]) where nounForms[form] == nil {
        nounForms[form] = String(row[0])
      }
    }
    for (form, lemma) in [
      ("is", "be"), ("are", "be"), ("am", "be"), ("been", "be"), ("being", "be"), ("has", "have"),
      ("does", "do"), ("goes", "go"),
    ] { verbForms[form] = lemma }
    var stems: Set<String> = []
    for row in TableText.rows(ofFile: "verbs_in_silent_e.tsv") {
      for verb in row[0].split(separator: " ") { stems.insert(String(verb.dropLast())) }
    }
    silentE = stems
    irregularVerbs = verbs
    irregularVerbForms = verbForms
    irregularNouns = nouns
    irregularNounForms = nounForms
  }

  /// Every form of a verb, the dictionary form first.
  func forms(ofVerb lemma: String) -> [String] {
    var forms = [lemma, thirdPerson(of: lemma), gerund(of: lemma)]
    if let irregular = irregularVerbs[lemma] {
      forms += irregular.past + irregular.participle
    } else {
      forms.append(regularPast(of: lemma))
    }
    return forms
  }

  /// Every form of a noun, the dictionary form first.
  func forms(ofNoun lemma: String) -> [String] {
    [lemma] + (irregularNouns[lemma] ?? [sibilantPlural(of: lemma)])
  }

  /// "men", "gunmen", "children", "criteria": a plural that its ending does not show.
  func isIrregularPlural(_ word: String) -> Bool {
    if let lemma = irregularNounForms[word] { return lemma != word }
    return word.hasSuffix("men")
      && !["specimen", "regimen", "abdomen", "acumen", "omen"].contains(word)
  }

  /// The third person singular of the present tense: "signs", "reaches", "denies".
  func thirdPerson(of lemma: String) -> String {
    switch lemma {
    case "be": "is"
    case "have": "has"
    default: sibilantPlural(of: lemma)
    }
  }

  /// The past participle, the first of several: "signed", "met", "withdrawn".
  func participle(of lemma: String) -> String {
    if let irregular = irregularVerbs[lemma] {
      return irregular.participle.first ?? irregular.past.first ?? regularPast(of: lemma)
    }
    return regularPast(of: lemma)
  }

  /// The dictionary form of a verb's form; regular spelling is guessed for unknown words.
  func lemma(ofVerb form: String) -> String {
    if let lemma = irregularVerbForms[form] { return lemma }
    let bytes = Array(form.utf8)
    if form.hasSuffix("ing"), bytes.count > 4 { return stem(bytes, dropping: 3) }
    if form.hasSuffix("ied"), bytes.count > 4 {
      return String(decoding: bytes.dropLast(3), as: UTF8.self) + "y"
    }
    if form.hasSuffix("ed"), bytes.count > 3 { return stem(bytes, dropping: 2) }
    return singular(of: form)
  }

  /// The dictionary form of a noun's form.
  func lemma(ofNoun form: String) -> String {
    irregularNounForms[form] ?? singular(of: form)
  }

  private func singular(of form: String) -> String {
    let bytes = Array(form.utf8)
    guard bytes.count > 3, bytes.last == UInt8(ascii: "s") else { return form }
    if form.hasSuffix("ies") {
      return String(decoding: bytes.dropLast(3), as: UTF8.self) + "y"
    }
    for ending in ["sses", "shes", "ches", "xes", "zzes", "oes"] where form.hasSuffix(ending) {
      return String(decoding: bytes.dropLast(2), as: UTF8.self)
    }
    for ending in ["ss", "us", "is"] where form.hasSuffix(ending) { return form }
    return String(decoding: bytes.dropLast(1), as: UTF8.self)
  }

  /// The stem of a form without its ending: undoubled ("bann"), or with a silent "e" ("introduc").
  private func stem(_ bytes: [UInt8], dropping count: Int) -> String {
    var stem = Array(bytes.dropLast(count))
    guard let last = stem.last, stem.count > 1 else {
      return String(decoding: bytes, as: UTF8.self)
    }
    let before = stem[stem.count - 2]
    if last == before, !"aeioulszf".utf8.contains(last), stem.count > 3 || last != 0x64 {
      stem.removeLast()
    } else if "cvzu".utf8.contains(last) || last == UInt8(ascii: "g") && "dlr".utf8.contains(before)
      || silentE.contains(String(decoding: stem, as: UTF8.self))
    {
      stem.append(UInt8(ascii: "e"))
    }
    return String(decoding: stem, as: UTF8.self)
  }

  private func sibilantPlural(of lemma: String) -> String {
    let bytes = Array(lemma.utf8)
    guard let last = bytes.last else { return lemma }
    if last == UInt8(ascii: "y"), bytes.count > 1, !"aeiou".utf8.contains(bytes[bytes.count - 2]) {
      return String(decoding: bytes.dropLast(), as: UTF8.self) + "ies"
    }
    for ending in ["s", "sh", "ch", "x", "z"] where lemma.hasSuffix(ending) { return lemma + "es" }
    if lemma == "go" || lemma == "do" || lemma.hasSuffix("to") && lemma != "auto" {
      return lemma + "es"
    }
    return lemma + "s"
  }

  private func regularPast(of lemma: String) -> String {
    let bytes = Array(lemma.utf8)
    guard let last = bytes.last else { return lemma }
    if last == UInt8(ascii: "e") { return lemma + "d" }
    if last == UInt8(ascii: "y"), bytes.count > 1, !"aeiou".utf8.contains(bytes[bytes.count - 2]) {
      return String(decoding: bytes.dropLast(), as: UTF8.self) + "ied"
    }
    return lemma + "ed"
  }

  private func gerund(of lemma: String) -> String {
    if lemma == "be" { return "being" }
    if lemma == "die" { return "dying" }
    if lemma.hasSuffix("ee") || lemma.hasSuffix("oe") || lemma.hasSuffix("ye") {
      return lemma + "ing"
    }
    if lemma.hasSuffix("e") { return String(lemma.dropLast()) + "ing" }
    if let irregular = irregularVerbs[lemma],
      let past = irregular.past.first, past.hasSuffix("ed"), past.utf8.count == lemma.utf8.count + 3
    {
      return String(past.dropLast(2)) + "ing"
    }
    let doubled = [
      "cut", "put", "set", "get", "hit", "let", "run", "sit", "shut", "win", "dig", "swim", "bet",
      "quit", "begin", "split", "bid", "forget", "stop", "spin", "upset", "reset", "rid",
    ]
    if doubled.contains(lemma), let last = lemma.utf8.last {
      return lemma + String(UnicodeScalar(last)) + "ing"
    }
    return lemma + "ing"
  }
}
