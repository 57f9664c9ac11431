/// A trigger as a types file writes it: words, `verb` or `noun`, conditions, hints.
///
///     call off verb obj:launch,liftoff
///     liftoff noun weak
///     order verb obj:@project stage=contract
struct EventTypeTrigger {
  private let lemma: String
  private let wordClass: String
  private let conditions: [String]
  private let hints: [String]
  private let stage: String

  private static let plainHints: Set = [
    "weak", "state", "said", "intent", "light", "cancels", "claim", "denial", "report",
  ]

  init(_ text: String, line: Int) throws(EventTypeFault) {
    let words = text.split(separator: " ").map(String.init)
    guard let at = words.firstIndex(where: { $0 == "verb" || $0 == "noun" }), at > 0 else {
      throw EventTypeFault(
        line: line, message: "a trigger is its word, then \"verb\" or \"noun\", then conditions")
    }
    lemma = words[..<at].joined(separator: " ").lowercased()
    wordClass = words[at] == "verb" ? "v" : "n"
    var conditions: [String] = []
    var hints: [String] = []
    var stage = "-"
    for word in words[(at + 1)...] {
      if word.hasPrefix("stage=") {
        stage = String(word.dropFirst(6))
      } else if word.contains(":") {
        try Self.check(condition: word, line: line)
        conditions.append(word)
      } else if Self.plainHints.contains(word) || Self.isRole(word) {
        hints.append(word)
      } else {
        throw EventTypeFault(
          line: line,
          message: "\"\(word)\" is neither a condition (obj:word) nor one of "
            + Self.plainHints.sorted().joined(separator: ", "))
      }
    }
    self.conditions = conditions
    self.hints = hints
    self.stage = stage
  }

  /// The row of the trigger table.
  func row(type: String, plover: String?) -> String {
    let joined = { (words: [String]) in words.isEmpty ? "-" : words.joined(separator: " ") }
    return [lemma, wordClass, joined(conditions), type, plover ?? "-", stage, joined(hints), "-"]
      .joined(separator: "\t")
  }

  private static func isRole(_ word: String) -> Bool {
    let parts = word.split(separator: "=")
    return parts.count == 2 && !parts[0].isEmpty
  }

  private static func check(condition: String, line: Int) throws(EventTypeFault) {
    let kinds: Set = [":actor", ":country", ":person", ":body", ":place"]
    for name in TriggerCondition.names(of: Substring(condition)) {
      if name.hasPrefix("@"), EventLexicon.shared.classBit(String(name.dropFirst())) == 0 {
        throw EventTypeFault(line: line, message: "there is no class of words \"\(name)\"")
      }
      if name.hasPrefix(":"), !kinds.contains(name) {
        throw EventTypeFault(
          line: line,
          message: "there is no kind of name \"\(name)\"; write one of "
            + kinds.sorted().joined(separator: ", "))
      }
    }
  }
}
