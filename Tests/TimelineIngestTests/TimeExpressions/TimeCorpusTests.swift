import Foundation
import Testing
import TimelineIngest
import TimelineTestSupport

@Suite("Corpus of time expressions")
struct TimeCorpusTests {
  @Test func filesAreWellFormed() throws {
    let corpus = try TimeCorpus()
    #expect(corpus.faults.isEmpty, "\(corpus.faults.joined(separator: "\n"))")
    var seen: [String: String] = [:]
    for line in corpus.lines {
      let key = "\(line.kind) \(line.anchor ?? "-") \(line.marked)"
      if let place = seen[key] {
        Issue.record("\(line.place) repeats \(place)")
      }
      seen[key] = line.place
    }
  }

  @Test func everyExampleIsRead() throws {
    let tagger = TimeTagger()
    for line in try TimeCorpus().lines {
      let found = line.found(tagger)
      let isAsSaid =
        found.marked == line.marked
        && zip(found.columns, line.columns).allSatisfy { $0 == $1 || $1 == "*" }
      switch line.kind {
      case .positive, .latent, .message:
        if !isAsSaid {
          Issue.record(
            """
            \(line.place): \(line.marked)
              expected \(line.columns.joined(separator: " | "))
              found \(found.columns.joined(separator: " | ")) in \(found.marked)
            """)
        }
      case .negative:
        if found.marked != line.text {
          Issue.record("\(line.place): \(found.marked) by \(found.columns[0])")
        }
      case .gap:
        if isAsSaid {
          Issue.record("\(line.place): \(line.marked) is right now: make it a positive example")
        }
      }
    }
  }

  /// The rules that the recognisers name, read from their source.
  static func rulesInSources() throws -> Set<String> {
    let folder = Repository.root.appending(
      path: "Sources/TimelineIngest/TimeExpressions/Recognisers")
    var rules: Set<String> = []
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil)
    for file in files where file.pathExtension == "swift" {
      let source = try String(contentsOf: file, encoding: .utf8)
        .replacing(/\/\/.*/, with: "")
        .replacing(/is(Word|Mark)\(([^()"]|\([^()]*\))*"[^"]*"\)/, with: "")
      for match in source.matches(
        of: /"([a-z]+(?:-[a-z]+)*)"\s*(?:\)|,\s*modifier:|,\s*kind:|:)/)
      {
        rules.insert("english." + match.1)
      }
    }
    return rules
  }

  @Test func catalogueOfRules() throws {
    let rules = try Self.rulesInSources()
    #expect(rules.count > 40, "only \(rules.count) rules found in the recognisers")
    var positive: Set<String> = []
    var negative: Set<String> = []
    for line in try TimeCorpus().lines {
      switch line.kind {
      case .positive, .message: positive.formUnion(line.rules)
      case .negative: negative.formUnion(line.rules)
      default: break
      }
      for rule in line.rules where rule != "*" && !rules.contains(rule) {
        Issue.record("\(line.place): no recogniser names the rule \(rule)")
      }
    }
    #expect(rules.subtracting(positive).sorted() == [], "rules without a positive example")
    #expect(rules.subtracting(negative).sorted() == [], "rules without a negative example")
  }

  /// Permutations of numbers, months and weekdays do not count.
  @Test func distinctForms() throws {
    var forms: [String: Set<String>] = [:]
    for line in try TimeCorpus().lines where line.kind != .gap {
      forms[line.file, default: []].insert("\(line.rules) \(line.form)")
    }
    let total = forms.values.reduce(0) { $0 + $1.count }
    print(
      "forms:", total,
      forms.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.count)" }.joined(
        separator: ", "))
    #expect(total >= 2_600)
    // Without the word before them, and without the examples of what is no time.
    let phrases = Set(
      try TimeCorpus().lines.filter { $0.kind != .gap && $0.kind != .negative }.flatMap(\.phrases))
    print("distinct phrases of rules:", phrases.count)
    #expect(phrases.count >= 1_500)
  }
}

extension TimeCorpusTests {
  /// `Documentation/Time-expressions.md` shows one example of every rule, as the corpus has it.
  @Test func documentationShowsEveryRule() throws {
    var rows: [String: String] = [:]
    // Plain examples of the rule's own file before those of a purpose.
    let purposes: Set = ["asked-for.tsv", "bounds.tsv", "chronologies.tsv", "prose.tsv"]
    let lines = try TimeCorpus().lines
    let ordered =
      lines.filter { !purposes.contains($0.file) } + lines.filter { purposes.contains($0.file) }
    for line in ordered where line.kind == .positive || line.kind == .message {
      let columns = line.columns.map { $0.split(separator: ";").map(String.init) }
      guard columns.count == 5, let rule = columns[0].last, rows[rule] == nil,
        columns[0].count == 1 || line.rules.last != line.rules.first
      else { continue }
      let value = columns[2].last ?? "-"
      let edtf = columns[4].last ?? "-"
      let example = line.marked.replacingOccurrences(of: "[", with: "**")
        .replacingOccurrences(of: "]", with: "**").replacingOccurrences(of: "\n", with: " ⏎ ")
      let anchor = line.anchor.map { $0 == "2018-05-07" ? "" : " (\($0))" } ?? " (no date)"
      rows[rule] =
        "| `\(rule)` | \(example)\(anchor) | \(columns[1].last ?? "-") | `\(value)` "
        + "| \(edtf == "-" ? "" : "`\(edtf)`") |"
    }
    // A rule whose only examples are pairs of itself.
    for line in ordered where line.kind == .positive {
      guard let rule = line.rules.first, rows[rule] == nil else { continue }
      let columns = line.columns.map { $0.split(separator: ";").map(String.init).first ?? "-" }
      let example = line.marked.replacingOccurrences(of: "[", with: "**")
        .replacingOccurrences(of: "]", with: "**").replacingOccurrences(of: "\n", with: " ⏎ ")
      rows[rule] =
        "| `\(rule)` | \(example) | \(columns[1]) | `\(columns[2])` | `\(columns[4])` |"
    }
    let head = "| rule | example | type | value | EDTF |\n|---|---|---|---|---|\n"
    let table = head + rows.keys.sorted().compactMap { rows[$0] }.joined(separator: "\n") + "\n"
    let file = Repository.root.appending(path: "Documentation/Time-expressions.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let opening = "<!-- rules -->\n"
    let closing = "<!-- end of rules -->"
    let begin = try #require(text.range(of: opening)).upperBound
    let end = try #require(text.range(of: closing)).lowerBound
    if ProcessInfo.processInfo.environment["RECORD_SNAPSHOTS"] == "1" {
      let recorded = text[..<begin] + table + text[end...]
      try Data(recorded.utf8).write(to: file)
      return
    }
    let known = text[begin..<end].split(separator: "\n").map(String.init)
    let expected = table.split(separator: "\n").map(String.init)
    for row in Set(known).symmetricDifference(expected).sorted() {
      Issue.record(
        "Documentation/Time-expressions.md and the corpus differ (RECORD_SNAPSHOTS=1): \(row)")
    }
    #expect(Self.rulesShown(in: known).count == rows.count)
  }

  private static func rulesShown(in rows: [String]) -> Set<String> {
    Set(rows.compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) })
      .subtracting(["", " rule "])
  }
}
