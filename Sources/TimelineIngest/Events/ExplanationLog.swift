import TimelineModel

/// What the reader saw and decided, sentence by sentence, for `timeline extract --explain`.
final class ExplanationLog {
  private(set) var lines: [String] = []
  private var pending: [Int: [String]] = [:]

  /// Notes a sentence with its tree, names and times.
  func sentence(_ sentence: SentenceReading, text: String) {
    var block = ["", "\(sentence.index + 1)  " + MentionIdentity.normalised(text)]
    for token in 0..<sentence.count {
      let head = sentence.head(token)
      block.append(
        "    \(token)\t\(sentence.words[token])\t\(sentence.tag(token))\t\(head)\t\(sentence.relation(token))"
      )
    }
    for name in sentence.names {
      block.append(
        "  name     \(sentence.join(Array(name.tokens))) → \(name.name)"
          + (name.country.map { " (\($0))" } ?? "") + (name.office.map { ", \($0)" } ?? ""))
    }
    for time in sentence.times {
      block.append(
        "  time     \(sentence.join(Array(time.tokens))) → \(time.expression.date?.edtf ?? time.expression.value)"
          + "  \(time.expression.rule)")
    }
    lines += block
  }

  /// Notes a line that is no prose.
  func furniture(_ text: String) {
    lines += ["", "-  " + MentionIdentity.normalised(text), "  rejected page furniture"]
  }

  /// Notes an event.
  func accept(
    _ draft: MentionDraft, _ mention: EventMention, _ evidence: ConfidenceEvidence
  ) {
    let description = mention.description
    note(
      draft,
      "  event    \(mention.trigger.text): \(description.type) · \(description.title) · \(description.date.edtf ?? "undated")"
        + " (\(mention.dating.attachment ?? "no step")) · \(description.actuality.rawValue)"
        + " · \(description.actors.map { "\($0.name)/\($0.role.rawValue)" }.joined(separator: ", "))"
        + (description.place.map { " · in \($0)" } ?? ""))
    note(
      draft,
      "           confidence \(description.confidence): "
        + evidence.names.joined(separator: ", "))
  }

  /// Notes what was refused and why.
  func reject(_ draft: MentionDraft, _ reason: String) {
    note(
      draft,
      "  rejected \(draft.sentence.words[draft.candidate.token]) (\(draft.type)): \(reason)")
  }

  private func note(_ draft: MentionDraft, _ line: String) {
    pending[draft.sentence.index, default: []].append(line)
  }

  /// The whole account; decisions stand below their sentences.
  func text() -> String {
    var result: [String] = []
    var current = -1
    for line in lines {
      if line.isEmpty, current >= 0 { result += pending[current] ?? [] }
      if let number = Int(line.prefix { $0.isNumber }), !line.hasPrefix(" ") {
        current = number - 1
      }
      result.append(line)
    }
    if current >= 0 { result += pending[current] ?? [] }
    return result.joined(separator: "\n") + "\n"
  }
}
