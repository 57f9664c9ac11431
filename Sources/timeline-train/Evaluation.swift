import TimelineIngest

/// Figures of a model on a treebank, as the UD shared tasks count them: gold tokens, punctuation
/// left out of attachment, relations without subtype.
enum Evaluation {
  static func tagging(_ sentences: [TreebankSentence], model: LanguageModel) -> String {
    let analyzer = LanguageAnalyzer(model: model)
    var right = 0
    var full = 0
    var all = 0
    for sentence in sentences {
      var own = sentence.sentence
      analyzer.tag(&own, in: sentence.text)
      for (gold, token) in zip(sentence.sentence.tokens, own.tokens) {
        all += 1
        if gold.tag == token.tag {
          right += 1
          if gold.features == token.features { full += 1 }
        }
      }
    }
    let count = Double(all)
    return "UPOS \(percent(Double(right) / count)) with features \(percent(Double(full) / count))"
  }

  static func parsing(
    _ sentences: [TreebankSentence], model: LanguageModel, keepingTags: Bool = false
  ) -> String {
    let analyzer = LanguageAnalyzer(model: model)
    var tags = 0
    var features = 0
    var all = 0
    var words = 0
    var attached = 0
    var labelled = 0
    for sentence in sentences {
      var own = sentence.sentence
      analyzer.parse(&own, in: sentence.text, keepingTags: keepingTags)
      for (gold, token) in zip(sentence.sentence.tokens, own.tokens) {
        all += 1
        if gold.tag == token.tag {
          tags += 1
          if gold.features == token.features { features += 1 }
        }
        guard gold.tag != .punctuation else { continue }
        words += 1
        guard gold.head == token.head else { continue }
        attached += 1
        if base(gold.relation) == base(token.relation) { labelled += 1 }
      }
    }
    let count = Double(words)
    return "UPOS \(percent(Double(tags) / Double(all))) "
      + "with features \(percent(Double(features) / Double(all))) UAS \(percent(Double(attached) / count)) "
      + "LAS \(percent(Double(labelled) / count))"
  }

  private static func base(_ relation: DependencyRelation) -> Substring {
    relation.name.prefix { $0 != ":" }
  }
}
