import Chronology
import Foundation
import TimelineIngest
import TimelineModel
import TimelineTestSupport

/// The corpus of time expressions: sentences with what the tagger must make of them, one file a
/// family of rules, read by tests and by people alike.
///
/// Columns, parted by tabs: kind, publication date or `-`, sentence, rule, and for all kinds but
/// `negative` TIMEX3 type, value, modifier and EDTF date. Brackets stand around every expression of
/// the sentence; with several of them the columns hold one field each, parted by semicolons. `\n`
/// in a sentence is a line end, `-` in a column is "none".
struct TimeCorpus {
  enum Kind: String, CaseIterable {
    /// The tagger must find just the bracketed expressions, with these readings.
    case positive
    /// As `positive`, in a text as short as a message; the others stand in a longer one.
    case message
    /// The tagger must find nothing; the rule is the one that could be misled.
    case negative
    /// As `positive`, without anything to count from, or with a reading that context gives.
    case latent
    /// What the tagger does not yet do; the columns say what it should, `*` what is left open.
    case gap
  }

  struct Line {
    var file: String
    var number: Int
    var kind: Kind
    var anchor: String?
    var marked: String
    var rules: [String]
    var columns: [String]

    var place: String { "\(file):\(number)" }
    var text: String { String(marked.filter { $0 != "[" && $0 != "]" }) }

    var document: Document {
      let rest = kind == .message ? "" : TimeCorpus.rest
      var document = Document(name: place, utf8: Array((text + rest).utf8))
      if let anchor, let edtf = try? EDTF(anchor) {
        document.published = PublicationDate(
          edtf: anchor, span: EventDate(edtf: edtf).span, origin: .sidecar, evidence: anchor)
      }
      return document
    }

    /// What the tagger makes of the sentence, in the form of the file: marked text and columns.
    func found(_ tagger: TimeTagger) -> (marked: String, columns: [String]) {
      let document = document
      let expressions = tagger.tag(document)
      var marked: [UInt8] = []
      var last = 0
      for expression in expressions {
        marked += document.utf8[last..<expression.range.lowerBound]
        marked += [UInt8(ascii: "[")] + document.utf8[expression.range] + [UInt8(ascii: "]")]
        last = expression.range.upperBound
      }
      marked += document.utf8[last..<max(last, text.utf8.count)]
      func column(_ field: (TimeExpression) -> String?) -> String {
        expressions.map { field($0) ?? "-" }.joined(separator: ";")
      }
      return (
        String(decoding: marked, as: UTF8.self),
        [
          column(\.rule), column(\.kind.rawValue), column(\.value), column(\.modifier),
          column { $0.date?.edtf },
        ]
      )
    }

    /// The bracketed phrases with their rules, of which numbers, months and weekdays are classes.
    var phrases: [String] {
      let phrases = marked.split(separator: "[", omittingEmptySubsequences: false).dropFirst()
      return zip(phrases, rules).map { phrase, rule in
        rule + " " + Self.classes(of: String(phrase.split(separator: "]").first ?? ""))
      }
    }

    /// The example with numbers, months and weekdays replaced by their classes: the marked phrases
    /// with the word before each, or the whole sentence when nothing is marked.
    var form: String {
      let phrases = marked.split(separator: "[", omittingEmptySubsequences: false)
      guard phrases.count > 1 else { return Self.classes(of: text) }
      var parts: [String] = []
      for (before, phrase) in zip(phrases, phrases.dropFirst()) {
        let word = before.split(whereSeparator: { " ]\n".contains($0) }).last ?? ""
        parts.append(word + " " + (phrase.split(separator: "]").first ?? ""))
      }
      return Self.classes(of: parts.joined(separator: " | "))
    }

    private static func classes(of text: String) -> String {
      var words: [String] = []
      var word = ""
      func flush() {
        if !word.isEmpty { words.append(name(of: word)) }
        word = ""
      }
      for character in text.lowercased() {
        if character.isLetter {
          if let last = word.last, last.isNumber { flush() }
          word.append(character)
        } else if character.isNumber {
          if let last = word.last, last.isLetter { flush() }
          word.append(character)
        } else {
          flush()
          if !character.isWhitespace { words.append(String(character)) }
        }
      }
      flush()
      return words.joined(separator: " ")
    }

    private static func name(of word: String) -> String {
      if word.allSatisfy(\.isNumber) { return word.count == 4 ? "YEAR" : "NUMBER" }
      return classNames[word] ?? word
    }

    private static let classNames: [String: String] = {
      var names: [String: String] = [:]
      let classes = [
        "MONTH":
          "january february march april may june july august september october november december",
        "MON": "jan feb mar apr jun jul aug sep sept oct nov dec",
        "WEEKDAY": "monday tuesday wednesday thursday friday saturday sunday",
        "WD": "mon tue tues wed thu thur thurs fri sat sun",
        "TH": "st nd rd th",
        "SEASON": "spring summer autumn fall winter",
        "COUNT":
          "two three four five six seven eight nine ten eleven twelve fifteen twenty thirty forty "
          + "fifty sixty seventy eighty ninety",
        "ORDINAL": "second third fourth fifth sixth seventh eighth ninth tenth",
      ]
      for (name, words) in classes {
        for word in words.split(separator: " ") { names[String(word)] = name }
      }
      return names
    }()
  }

  /// What follows every sentence, so that it is not taken for a short message.
  static let rest = """


    The minister told reporters that both sides agreed on nothing, that the teams go on with \
    their work, and that no paper was handed out. Nobody else spoke to the press about it.
    """

  /// What is wrong with the files themselves.
  var faults: [String] = []
  var lines: [Line] = []

  static let folder = Repository.root.appending(
    path: "Tests/TimelineIngestTests/TimeExpressions/Corpus")

  init() throws {
    let files = try FileManager.default.contentsOfDirectory(
      at: Self.folder, includingPropertiesForKeys: nil
    ).filter { $0.pathExtension == "tsv" }
    for file in files.sorted(by: { $0.path < $1.path }) {
      let text = try String(contentsOf: file, encoding: .utf8)
      let all = text.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, line) in all.enumerated() where !line.isEmpty && !line.hasPrefix("#") {
        read(String(line), file.lastPathComponent, index + 1)
      }
    }
  }

  private mutating func read(_ line: String, _ file: String, _ number: Int) {
    let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    guard let kind = Kind(rawValue: fields[0]) else {
      faults.append("\(file):\(number): \"\(fields[0])\" is no kind of example")
      return
    }
    guard fields.count == (kind == .negative ? 4 : 8), !fields.contains("") else {
      faults.append("\(file):\(number): \(fields.count) columns, or an empty one")
      return
    }
    let rules = fields[3].split(separator: ";").map(String.init)
    let marked = fields[2].replacingOccurrences(of: "\\n", with: "\n")
    let count = marked.count { $0 == "[" }
    if kind != .negative, kind != .gap, rules.count != count || count == 0 {
      faults.append("\(file):\(number): \(count) brackets and \(rules.count) rules")
    }
    if kind == .negative, count > 0 { faults.append("\(file):\(number): brackets") }
    if fields[1] != "-", (try? EDTF(fields[1])) == nil {
      faults.append("\(file):\(number): \(fields[1]) is no date")
    }
    lines.append(
      Line(
        file: file, number: number, kind: kind, anchor: fields[1] == "-" ? nil : fields[1],
        marked: marked, rules: rules, columns: Array(fields.dropFirst(3))))
  }
}
