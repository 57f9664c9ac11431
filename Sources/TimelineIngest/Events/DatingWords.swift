/// Words that tell how the time of one event bears on that of another.
///
///     "began withdrawing on Friday"     aspect: both on Friday
///     "led employers to raise wages"    causative: the raise happened too
///     "was not identified"              withholding: said as the news is told
struct DatingWords: Sendable {
  /// What a word does; the names are those of `dating_words.tsv`.
  enum Kind: String, Sendable {
    case aspect, implicative, causative, persisting, withholding, withheld, record, showing
    case carrying, audience, hazard, issuing, holding, partaking, change
  }

  private let forms: [Kind: Set<String>]

  /// The program's table.
  static let shared = DatingWords()

  init() {
    var forms: [Kind: Set<String>] = [:]
    for row in TableText.rows(ofFile: "dating_words.tsv") where row.count >= 3 {
      guard let kind = Kind(rawValue: String(row[0])) else { continue }
      for lemma in TableText.list(row[2]) {
        let all =
          row[1] == "v"
          ? Inflection.shared.forms(ofVerb: lemma) : Inflection.shared.forms(ofNoun: lemma)
        forms[kind, default: []].formUnion(all)
      }
    }
    self.forms = forms
  }

  /// Whether a lower-case form belongs to a word of that kind.
  func contains(_ form: String, _ kind: Kind) -> Bool { forms[kind]?.contains(form) ?? false }
}
