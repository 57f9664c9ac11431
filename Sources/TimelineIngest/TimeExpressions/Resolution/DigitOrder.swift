import TimelineModel

/// Whether a text writes day or month first in 12/03/2015, by its own evidence.
///
/// In order of weight: other dates of the text whose order is plain (25/04/2015), the region of the
/// language in the metadata (`en-US`), American or British spelling. Evidence that contradicts
/// itself is none.
struct DigitOrder: Sendable {
  /// Whether the day comes first.
  let isDayFirst: Bool
  /// What says so, for people.
  let evidence: String

  init?(of document: Document, matches: [TimeMatch], scanner: TimeScanner) {
    if let found = Self.plainDates(matches, scanner) ?? Self.region(document.metadata.language) {
      self = found
    } else if let found = Self.spelling(scanner) {
      self = found
    } else {
      return nil
    }
  }

  private init(isDayFirst: Bool, evidence: String) {
    self.isDayFirst = isDayFirst
    self.evidence = evidence
  }

  /// Dates in digits of which one number is above 12; nil when there are none, or of both kinds.
  private static func plainDates(_ matches: [TimeMatch], _ scanner: TimeScanner) -> DigitOrder? {
    var example: [Bool: Range<Int>] = [:]
    for match in matches
    where match.rule == "english.numeric-day-first" || match.rule == "english.numeric-month-first" {
      let first = match.tokens.lowerBound
      guard let day = scanner.token(first), let month = scanner.token(first + 2),
        day.value > 12 || month.value > 12
      else { continue }
      example[day.value > 12] = match.tokens
    }
    guard example.count == 1, let (isDayFirst, tokens) = example.first else { return nil }
    let begin = Int(scanner.tokens[tokens.lowerBound].begin)
    let end = Int(scanner.tokens[tokens.upperBound - 1].end)
    let text = String(decoding: scanner.bytes[begin..<end], as: UTF8.self)
    return DigitOrder(
      isDayFirst: isDayFirst, evidence: "\(isDayFirst ? "day" : "month") first, as in \(text)")
  }

  /// The order of the region in a BCP 47 tag; Canada writes both.
  private static func region(_ language: String?) -> DigitOrder? {
    guard let language else { return nil }
    let parts = language.split { $0 == "-" || $0 == "_" }
    guard parts.count > 1, let region = parts.last?.uppercased(), region.utf8.count == 2,
      region != "CA"
    else { return nil }
    let isDayFirst = region != "US" && region != "PH"
    return DigitOrder(
      isDayFirst: isDayFirst,
      evidence: "\(isDayFirst ? "day" : "month") first, as the language \(language) writes it")
  }

  /// Common words in one of two spellings; names do not count.
  private static func spelling(_ scanner: TimeScanner) -> DigitOrder? {
    let words = SpellingVariants.english
    var american: Range<Int>?
    var british: Range<Int>?
    for token in scanner.tokens where token.form == .word && !token.isCapital && token.count > 3 {
      let range = Int(token.begin)..<Int(token.end)
      switch words.isAmerican[TimeWords.hash(of: scanner.bytes[range])] {
      case true: american = american ?? range
      case false: british = british ?? range
      default: break
      }
    }
    guard (american == nil) != (british == nil), let range = american ?? british else { return nil }
    let word = String(decoding: scanner.bytes[range], as: UTF8.self)
    let isDayFirst = american == nil
    return DigitOrder(
      isDayFirst: isDayFirst,
      evidence: "\(isDayFirst ? "day" : "month") first, as who spells \"\(word)\" writes it")
  }
}

/// The words of `spelling_variants.tsv` by hash; true for the American spelling.
struct SpellingVariants: Sendable {
  static let english = SpellingVariants()

  let isAmerican: [UInt32: Bool]

  init() {
    var found: [UInt32: Bool] = [:]
    if let text = EmbeddedText.file("spelling_variants.tsv") {
      let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
      for line in bytes.split(separator: UInt8(ascii: "\n")) where line.first != UInt8(ascii: "#") {
        let fields = line.split(separator: UInt8(ascii: "\t"))
        guard fields.count == 2 else { continue }
        found[TimeWords.hash(of: fields[0])] = true
        found[TimeWords.hash(of: fields[1])] = false
      }
    }
    isAmerican = found
  }
}
