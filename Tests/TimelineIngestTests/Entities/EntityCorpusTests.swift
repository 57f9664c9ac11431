import Foundation
import Testing
import TimelineTestSupport

@testable import TimelineIngest

/// Named people, places and organisations of the GUM part of the treebank, found with its tokens
/// and tags: a mention counts as named when its head is a proper noun.
@Suite("Names against the entity annotation of GUM")
struct EntityCorpusTests {
  enum Kind: String, CaseIterable { case person, place, organization }

  struct GoldName: Hashable {
    var tokens: Range<Int>
    var head: Int
    var kind: Kind
  }

  struct Sentence {
    var tokens: [Token] = []
    var range = 0..<0
    var gold: [GoldName] = []
  }

  struct Article {
    var name = ""
    var text: [UInt8] = []
    var sentences: [Sentence] = []
  }

  @Test func namesOfTheDevelopmentPart() throws {
    guard let corpora = Repository.corpora else {
      print("skipped: TIMELINE_CORPORA is not set")
      return
    }
    let file = corpora.appending(path: "ud-english/dev.conllu")
    let articles = Self.read(try String(contentsOf: file, encoding: .utf8))
    #expect(!articles.isEmpty)
    let verbose = ProcessInfo.processInfo.environment["NAMES_VERBOSE"] != nil
    let ignoreTags = ProcessInfo.processInfo.environment["NAMES_WITHOUT_TAGS"] != nil
    var found: [Kind: Int] = [:]
    var gold: [Kind: Int] = [:]
    var headRight: [Kind: Int] = [:]
    var exactRight: [Kind: Int] = [:]
    var recalled: [Kind: Int] = [:]
    for article in articles {
      let trees = article.sentences.map { sentence in
        var tokens = sentence.tokens
        if ignoreTags { for index in tokens.indices { tokens[index].tag = .other } }
        return SentenceTree(range: sentence.range, tokens: tokens)
      }
      let result = EntityRecognizer().entities(in: trees, text: article.text)
      for (index, sentence) in article.sentences.enumerated() {
        var open = Set(sentence.gold)
        func text(_ tokens: Range<Int>) -> String {
          let begin = Int(sentence.tokens[tokens.lowerBound].begin)
          let end = Int(sentence.tokens[tokens.upperBound - 1].end)
          return String(decoding: article.text[begin..<end], as: UTF8.self)
        }
        let inner = Set(
          sentence.gold.filter { small in
            sentence.gold.contains {
              $0 != small && $0.tokens.contains(small.tokens.lowerBound)
                && $0.tokens.count > small.tokens.count
            }
          })
        for name in sentence.gold where !inner.contains(name) { gold[name.kind, default: 0] += 1 }
        for mention in result.mentions[index] where mention.form == .name {
          let kinds: [Kind]
          switch mention.kind {
          case .person: kinds = [.person]
          case .organisation: kinds = [.organization]
          case .place, .facility: kinds = [.place, .organization]
          case .country: kinds = [.place, .organization, .person]
          default: continue
          }
          let match = open.filter {
            mention.tokens.contains($0.head) && kinds.contains($0.kind)
          }.max { $0.tokens.count < $1.tokens.count }
          guard let match else {
            found[kinds[0], default: 0] += 1
            if verbose {
              print(
                "+ \(article.name) \(mention.kind) «\(text(mention.nameTokens))» in \(text(0..<sentence.tokens.count))"
              )
            }
            continue
          }
          open.remove(match)
          if inner.contains(match) { continue }
          found[match.kind, default: 0] += 1
          headRight[match.kind, default: 0] += 1
          recalled[match.kind, default: 0] += 1
          if match.tokens == mention.nameTokens || match.tokens == mention.tokens {
            exactRight[match.kind, default: 0] += 1
          } else if verbose {
            print("~ \(article.name) «\(text(mention.nameTokens))» for «\(text(match.tokens))»")
          }
        }
        if verbose {
          for name in open where !inner.contains(name) {
            print(
              "- \(article.name) \(name.kind) «\(text(name.tokens))» in \(text(0..<sentence.tokens.count))"
            )
          }
        }
      }
    }
    var total = (found: 0, gold: 0, head: 0, exact: 0)
    func score(_ right: Int, _ found: Int, _ gold: Int) -> String {
      let precision = found > 0 ? Double(right) / Double(found) : 0
      let recall = gold > 0 ? Double(right) / Double(gold) : 0
      let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
      return String(format: "P %.3f R %.3f F1 %.3f", precision, recall, f1)
    }
    for kind in Kind.allCases {
      let counts = (found[kind] ?? 0, gold[kind] ?? 0, headRight[kind] ?? 0, exactRight[kind] ?? 0)
      total.found += counts.0
      total.gold += counts.1
      total.head += counts.2
      total.exact += counts.3
      print(
        "\(kind.rawValue): head \(score(counts.2, counts.0, counts.1)); exact span \(score(counts.3, counts.0, counts.1)); gold \(counts.1)"
      )
    }
    print(
      "all: head \(score(total.head, total.found, total.gold)); exact span \(score(total.exact, total.found, total.gold))"
    )
    let f1 = 2 * Double(total.head) / Double(total.found + total.gold)
    #expect(f1 >= 0.75)
  }

  /// The articles of the GUM part.
  static func read(_ file: String) -> [Article] {
    var articles: [Article] = []
    var article: Article?
    var lines: [[Substring]] = []
    func finish() {
      guard !lines.isEmpty, var current = article else { return }
      current.sentences.append(sentence(lines, &current.text))
      article = current
      lines = []
    }
    for line in file.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("# newdoc id") {
        finish()
        if let article { articles.append(article) }
        let name = String(line.split(separator: "=")[1]).trimmingCharacters(in: .whitespaces)
        article = name.hasPrefix("GUM") ? Article(name: name) : nil
      } else if line.isEmpty {
        finish()
      } else if !line.hasPrefix("#") {
        let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
        if article != nil, fields.count == 10 { lines.append(fields) }
      }
    }
    finish()
    if let article { articles.append(article) }
    return articles
  }

  private static let tags: [String: UniversalTag] = [
    "ADJ": .adjective, "ADP": .adposition, "ADV": .adverb, "AUX": .auxiliary,
    "CCONJ": .coordinatingConjunction, "DET": .determiner, "INTJ": .interjection, "NOUN": .noun,
    "NUM": .numeral, "PART": .particle, "PRON": .pronoun, "PROPN": .properNoun,
    "PUNCT": .punctuation, "SCONJ": .subordinatingConjunction, "SYM": .symbol, "VERB": .verb,
  ]

  /// Whether the token of that line begins with a capital and is no article.
  private static func isCapital(_ fields: [Substring]) -> Bool {
    fields[3] != "DET" && fields[1].first?.isUppercase == true
  }

  private static let offices: Set<String> = {
    let table = Gazetteer.shared.offices
    return Set((0..<table.count).map { table.text($0, 0) })
  }()

  private static func sentence(_ lines: [[Substring]], _ text: inout [UInt8]) -> Sentence {
    var sentence = Sentence()
    let start = text.count
    var open: [(id: Substring, kind: String, first: Int, heads: [Int])] = []
    var proper: [Bool] = []
    var spans: [(kind: String, tokens: Range<Int>, heads: [Int])] = []
    var skipUntil = -1
    for fields in lines {
      if fields[0].contains(".") { continue }
      if fields[0].contains("-") {
        // A contraction: its parts share the surface, so they are laid side by side.
        let ends = fields[0].split(separator: "-").compactMap { Int($0) }
        skipUntil = ends.last ?? -1
        continue
      }
      let number = Int(fields[0]) ?? 0
      let begin = text.count
      text += Array(fields[1].utf8)
      var token = Token(begin: Int32(begin), end: Int32(text.count))
      token.tag = tags[String(fields[3])] ?? .other
      let index = sentence.tokens.count
      sentence.tokens.append(token)
      proper.append(fields[3] == "PROPN")
      let misc = fields[9].split(separator: "|")
      if !misc.contains("SpaceAfter=No"), number >= skipUntil { text.append(0x20) }
      guard let entity = misc.first(where: { $0.hasPrefix("Entity=") })?.dropFirst(7) else {
        continue
      }
      var rest = entity
      while let first = rest.first {
        if first == "(" {
          let body = rest.dropFirst().prefix { $0 != "(" && $0 != ")" }
          let parts = body.split(separator: "-", omittingEmptySubsequences: false)
          let heads = parts.count > 5 ? parts[5].split(separator: ",").compactMap { Int($0) } : [1]
          rest = rest.dropFirst(1 + body.count)
          let kind = parts.count > 1 ? String(parts[1]) : ""
          if rest.first == ")" {
            rest = rest.dropFirst()
            // `(…)` closes itself only when no id stands before the bracket.
            spans.append((kind, index..<index + 1, [index]))
          } else {
            open.append((parts[0], kind, index, heads.map { index + $0 - 1 }))
          }
        } else {
          let id = rest.prefix { $0 != ")" && $0 != "(" }
          rest = rest.dropFirst(id.count)
          if rest.first == ")" { rest = rest.dropFirst() }
          if let at = open.lastIndex(where: { $0.id == id }) {
            spans.append((open[at].kind, open[at].first..<index + 1, open[at].heads))
            open.remove(at: at)
          }
        }
      }
    }
    sentence.range = start..<text.count
    text.append(0x0a)
    for span in spans.sorted(by: { $0.tokens.count < $1.tokens.count }) {
      guard let kind = Kind(rawValue: span.kind),
        let head = span.heads.first(where: { $0 < proper.count && proper[$0] })
      else { continue }
      // The name without determiners and modifiers: the proper nouns around the head.
      // An office alone ("the President") is no name.
      let text = lines.filter { !$0[0].contains("-") && !$0[0].contains(".") }
      if span.kind == "person", offices.contains(text[head][1].lowercased()),
        head + 1 >= span.tokens.upperBound || !proper[head + 1]
      {
        continue
      }
      var first = head
      while first > span.tokens.lowerBound, proper[first - 1] || isCapital(text[first - 1]) {
        first -= 1
      }
      var last = head + 1
      while last < span.tokens.upperBound, proper[last] { last += 1 }
      // The same name inside a longer nominal ("citizens of San Francisco") counts once.
      guard !sentence.gold.contains(where: { $0.tokens == first..<last }) else { continue }
      sentence.gold.append(GoldName(tokens: first..<last, head: head, kind: kind))
    }
    return sentence
  }
}
