import Chronology
public import TimelineModel

/// Dates that a person states in words, where nothing but a date is asked for.
extension TimeTagger {
  /// Reads a whole phrase as one date ("early April 2018", "22-23 April 2018", "before 2014"), or
  /// nil when the phrase is not one date from its first byte to its last.
  public func date(ofPhrase phrase: String) -> EventDate? {
    StatedPhrase(tagger: self).date(of: phrase)
  }
}

/// The words that people put around a date: what they leave open, and how sure they are.
///
/// In prose these words stand outside the expression, and the clause says what they mean for its
/// event; here they are part of what is stated.
///
/// EXAMPLE [before 2014], [no later than May 2020], [from 2014], [2014 onwards], [circa 2010],
/// EXAMPLE [between 2014 and 2016], [the 90s], [2014 or later]
/// COUNTER [between 2014]: half a range; [the 20s]: of which century?
struct StatedPhrase {
  let tagger: TimeTagger

  /// What the words make of the date between them.
  private enum Bound {
    case within, before, after, since, until, notAfter, notBefore, about
  }

  private static let openers: [(words: String, bound: Bound)] = [
    ("some time in", .within), ("sometime in", .within), ("in", .within), ("on", .within),
    ("during", .within),
    ("before", .before), ("prior to", .before), ("earlier than", .before),
    ("after", .after), ("later than", .after),
    ("since", .since), ("from", .since),
    ("until", .until), ("till", .until), ("up to", .until),
    ("by", .notAfter), ("no later than", .notAfter), ("not later than", .notAfter),
    ("not after", .notAfter), ("on or before", .notAfter), ("in or before", .notAfter),
    ("no earlier than", .notBefore), ("not earlier than", .notBefore),
    ("no sooner than", .notBefore), ("not before", .notBefore), ("on or after", .notBefore),
    ("in or after", .notBefore),
    ("circa", .about), ("ca.", .about), ("ca", .about), ("c.", .about), ("about", .about),
    ("around", .about), ("approximately", .about), ("roughly", .about),
  ]

  private static let closers: [(words: String, bound: Bound)] = [
    ("onwards", .since), ("onward", .since), ("and beyond", .since), ("and after", .since),
    ("or later", .notBefore), ("or after", .notBefore), ("at the earliest", .notBefore),
    ("or earlier", .notAfter), ("or before", .notAfter), ("at the latest", .notAfter),
  ]

  func date(of phrase: String) -> EventDate? {
    let words = phrase.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard var date = read(Self.withCenturies(words)) else { return nil }
    date.phrase = phrase
    return date
  }

  private func read(_ words: String) -> EventDate? {
    if let date = whole(words) { return date }
    let lower = words.lowercased()
    for (closer, bound) in Self.closers where lower.hasSuffix(" " + closer) {
      let rest = String(words.dropLast(closer.count + 1))
      let opened = rest.lowercased().hasPrefix("from ") ? String(rest.dropFirst(5)) : rest
      return whole(bound == .since ? opened : rest).flatMap { Self.apply(bound, to: $0) }
    }
    for (opener, bound) in Self.openers where lower.hasPrefix(opener + " ") {
      guard let date = whole(String(words.dropFirst(opener.count + 1))) else { continue }
      if bound == .since, date.edtf?.contains("/") ?? false { return date }  // "from 7 to 9 May"
      return Self.apply(bound, to: date)
    }
    return range(words)
  }

  /// The date of words that are one expression.
  private func whole(_ words: String) -> EventDate? {
    let document = Document(name: "phrase", utf8: Array(words.utf8))
    let expressions = tagger.tag(document)
    guard expressions.count == 1, let date = expressions[0].date, date.isDated,
      expressions[0].range == 0..<document.utf8.count
    else { return nil }
    return date
  }

  /// "between 2014 and 2018", "from March to June 2015": two expressions that tell one stretch.
  private func range(_ words: String) -> EventDate? {
    let document = Document(name: "phrase", utf8: Array(words.utf8))
    let expressions = tagger.tag(document)
    guard let first = expressions.first, let last = expressions.last, let date = last.date,
      date.isDated, last.range.upperBound == document.utf8.count, first.date == date
    else { return nil }
    let opener = String(decoding: document.utf8[..<first.range.lowerBound], as: UTF8.self)
    guard ["", "between ", "from "].contains(opener.lowercased()),
      expressions.count > 1 || !Self.isPlain(date)
    else { return nil }
    return date
  }

  /// "the 90s", "the early '80s" are those of the twentieth century; which twenties are meant, the
  /// words alone do not say.
  private static func withCenturies(_ words: String) -> String {
    words.split(separator: " ").map { word in
      let digits = word.drop { $0 == "'" || $0 == "’" }
      let bytes = Array(digits.utf8)
      guard bytes.count == 3, (0x33...0x39).contains(bytes[0]), bytes[1] == 0x30,
        bytes[2] == UInt8(ascii: "s")
      else { return String(word) }
      return "19" + digits
    }.joined(separator: " ")
  }

  // MARK: EDTF

  private static func apply(_ bound: Bound, to date: EventDate) -> EventDate? {
    guard let first = date.span.earliest, let last = date.span.latest else {
      return bound == .within ? date : nil
    }
    let text = date.edtf ?? ""
    let start = isPlain(date) ? text : first.description
    let end = isPlain(date) ? text : last.description
    switch bound {
    case .within: return date
    case .before where date.modifier == "END": return made("[..\(end)]", of: date)
    case .before: return made("[..\(neighbour(of: text, first.advanced(by: -1)))]", of: date)
    case .after: return made("[\(neighbour(of: text, last.advanced(by: 1)))..]", of: date)
    case .since: return made("\(start)/..", of: date)
    case .until: return made("../\(end)", of: date)
    case .notAfter: return made("[..\(end)]", of: date)
    case .notBefore: return made("[\(start)..]", of: date)
    case .about:
      guard isPlain(date), var about = made(text + "~", of: date) else { return nil }
      about.modifier = "APPROX"
      return about
    }
  }

  private static func made(_ text: String, of date: EventDate) -> EventDate? {
    (try? EDTF(text)).map {
      EventDate(edtf: $0, inferred: date.inferred, modifier: date.modifier)
    }
  }

  /// Whether the date is a single one without marks, which can stand as an end of another.
  private static func isPlain(_ date: EventDate) -> Bool {
    !(date.edtf ?? "").contains { "[{/~?%".contains($0) }
  }

  /// The year or month that holds a day, as fine as the date beside it; else the day.
  private static func neighbour(of text: String, _ day: CivilDay) -> String {
    let fields = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (0...9999).contains(day.year), fields.allSatisfy({ $0.allSatisfy(\.isNumber) }) else {
      return day.description
    }
    if fields.count == 1 { return CivilDay.fourDigits(day.year) }
    guard fields.count == 2, (1...12).contains(Int(fields[1]) ?? 0) else { return day.description }
    return CivilDay.fourDigits(day.year) + "-" + CivilDay.twoDigits(day.month)
  }
}
