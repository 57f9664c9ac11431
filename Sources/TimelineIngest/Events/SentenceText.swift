/// The words of a sentence and what the lexicon knows of them, looked up once.
struct SentenceText: Sendable {
  /// The tokens as they stand in the text.
  let words: [String]
  /// The tokens in lower case.
  let lower: [String]
  /// What each word form can be.
  let forms: [WordForm]
  /// Whether any token could be a trigger, by its form alone.
  let mayTrigger: Bool

  /// The text of those tokens.
  init(words: [String], lexicon: EventLexicon) {
    self.words = words
    lower = words.map { $0.lowercased() }
    forms = lower.map(lexicon.form)
    mayTrigger = forms.contains { form in
      form.verb >= 0 && !lexicon.verbRows[Int(form.verb)].isEmpty
        || form.noun >= 0 && !lexicon.nounRows[Int(form.noun)].isEmpty
    }
  }
}
