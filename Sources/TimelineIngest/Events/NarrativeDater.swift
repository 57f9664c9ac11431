import Chronology
import TimelineModel

/// Follows the telling of news: what is told in the plain past directly behind something dated goes
/// on in the same day or month.
///
///     "Two men entered the bank on Tuesday. They took no money. A guard was hurt."
///     "Figures showed the rate for men fell last month. The rate for women rose."
///     "The peso has fallen by a tenth in the last two days. The real has lost a fifth."
///
/// Counter-examples: "They had quarrelled before", "she said he fled", "a man who lived there".
struct NarrativeDater {
  private static let firm: Set<String> = [
    "own-predicate", "sentence-frame", "coordinated-clause", "when-clause", "occasion",
    "complement-date",
  ]
  private static let asides: Set<String> = [
    "after", "before", "since", "until", "because", "although", "though", "if", "unless", "once",
  ]
  /// The day on which the news was published.
  let published: CivilDay?

  /// How many sentences may pass before the thread is lost.
  private static let reach = 2

  /// What a story is about and when it plays.
  private struct Thread {
    var origin: Int
    var latest: Int
    var date: AttachedDate
    /// What happened.
    var lemma: String
    /// The subjects that must stand again, or nil when the narrator's word carries it on.
    var subjects: Set<String>?
    /// Whether it is told in the perfect.
    var isPerfect: Bool
    /// Whether it is only added to a sentence about something else (", which hired 90 in May").
    var isAdded: Bool
  }

  /// Dates the verbs that carry a dated story on; drafts are in the order of the text.
  func run(on drafts: inout [MentionDraft]) {
    var thread: Thread?
    for index in drafts.indices {
      let draft = drafts[index]
      // Who speaks of a story speaks later than it.
      guard draft.candidate.isVerb,
        !draft.candidate.hints.contains(.said) || thread.map({ isDeed(draft, in: $0) }) ?? false
      else { continue }
      let telling = Telling(draft)
      guard telling != .aside else { continue }
      if let date = draft.date {
        let isFirm = Self.firm.contains(date.provenance.attachment ?? "")
        // What is added does not end the story that the sentence goes on with.
        if telling == .added, thread?.latest == draft.sentence.index { continue }
        if isFirm, isNarrow(date.date, telling) {
          thread = Thread(
            origin: draft.sentence.index, latest: draft.sentence.index, date: date,
            lemma: draft.candidate.lemma,
            subjects: telling == .reported ? subjects(of: draft) : nil,
            isPerfect: telling == .perfect, isAdded: telling == .added)
        } else if date.provenance.attachment != "same-event", telling == .told {
          thread = nil
        }
        continue
      }
      guard let last = thread, draft.sentence.index > last.origin,
        draft.sentence.index - last.latest <= Self.reach, carriesOn(draft, telling, last)
      else { continue }
      drafts[index].date = next(after: last.date, draft)
      thread?.latest = draft.sentence.index
    }
  }

  /// "The army *then* sent troops" happened then or later; else the day goes on.
  private func next(after told: AttachedDate, _ draft: MentionDraft) -> AttachedDate {
    var date = told
    date.provenance.attachment = "narrative"
    date.trust *= 0.6
    let sentence = draft.sentence
    let isLater = sentence.children(draft.candidate.token).contains {
      ["then", "later", "afterwards", "subsequently", "eventually"].contains(sentence.lower[$0])
    }
    if isLater, let first = told.date.span.earliest, let published, first < published {
      date.date = EventDate(
        edtf: "[\(first)..\(published)]", span: DaySpan(earliest: first, latest: published),
        precision: .interval, inferred: told.date.inferred + [.end], phrase: told.date.phrase)
    }
    return date
  }

  /// "The *kidnappers* demanded a ransom", "*he* thanked her": a deed in words of somebody in the
  /// story, with an object and without what was said.
  private func isDeed(_ draft: MentionDraft, in thread: Thread) -> Bool {
    let clause = draft.candidate.clause
    let sentence = draft.sentence
    guard !clause.objects.isEmpty, clause.complements.isEmpty,
      !sentence.lower.contains(where: { ["``", "''", "\"", "“", "”"].contains($0) })
    else { return false }
    return clause.subjects.contains { subject in
      let word = sentence.lower[subject]
      return ["he", "she", "they"].contains(word)
        || word.utf8.count > 5 && word.hasPrefix(thread.lemma.prefix(5))
    }
  }

  private func carriesOn(_ draft: MentionDraft, _ telling: Telling, _ thread: Thread) -> Bool {
    guard !hasOtherTime(draft), (telling == .perfect) == thread.isPerfect else {
      return false
    }
    if thread.isAdded { return telling == .told && pointsBack(draft) }
    guard telling != .added else { return false }
    guard let told = thread.subjects else { return telling != .reported }
    return !told.isDisjoint(with: subjects(of: draft))
  }

  /// "Farms *also* showed gains", "*The increase* reflected …".
  private func pointsBack(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    if sentence.children(draft.candidate.token).contains(where: { sentence.lower[$0] == "also" }) {
      return true
    }
    return draft.candidate.clause.subjects.contains { subject in
      DatingWords.shared.contains(sentence.lower[subject], .change)
        && sentence.children(subject).contains {
          ["the", "this", "that", "these", "those"].contains(sentence.lower[$0])
        }
    }
  }

  /// Whether the sentence states a date, apart from one that it only compares with ("higher than a
  /// year earlier", "from 5 per cent in May").
  private func hasOtherTime(_ draft: MentionDraft) -> Bool {
    let sentence = draft.sentence
    let verb = draft.candidate.token
    return sentence.times.contains { time in
      guard time.expression.date != nil else { return false }
      let before = sentence.lower[max(0, time.tokens.lowerBound - 5)..<time.tokens.lowerBound]
      if before.contains("than") || before.contains("from") { return false }
      // Behind the verb and below a verb of its own it is that one's.
      var position = time.head
      for _ in 0..<sentence.count where position >= 0 && position != verb {
        if position > verb, sentence.tag(position) == .verb { return false }
        position = sentence.head(position)
      }
      return true
    }
  }

  /// The dictionary forms of the common nouns that are subjects.
  private func subjects(of draft: MentionDraft) -> Set<String> {
    Set(
      draft.candidate.clause.subjects.filter { draft.sentence.tag($0) == .noun }
        .map { Inflection.shared.lemma(ofNoun: draft.sentence.lower[$0]) })
  }

  /// A day, a month or a quarter with both ends, stated without "about"; with the perfect also a stretch up to
  /// the day of publication.
  private func isNarrow(_ date: EventDate, _ telling: Telling) -> Bool {
    let longest = date.precision == .quarter ? 92 : 31
    guard let length = date.span.length, length <= longest, !date.approximate else { return false }
    return telling == .perfect ? date.inferred.contains(.end) : date.precision != .interval
  }
}

/// How a verb is told: by the narrator or by somebody in the text, in which tense.
private enum Telling {
  /// In the plain past, in a main clause.
  case told
  /// In the plain past, as what a record or a source says.
  case reported
  /// In the perfect, in a main clause.
  case perfect
  /// In the plain past, behind a comma and "which" or "who" at the end of a sentence.
  case added
  /// As anything else.
  case aside

  private static let asides: Set<String> = [
    "after", "before", "since", "until", "because", "although", "though", "if", "unless", "once",
  ]

  init(_ draft: MentionDraft) {
    let reading = draft.reading
    self = .aside
    guard draft.candidate.isVerb, reading.actuality == .occurred, !reading.isHypothetical,
      !reading.isPresent, !reading.isBare
    else { return }
    let sentence = draft.sentence
    var position = draft.candidate.token
    var telling = Telling.told
    for step in 0..<8 {
      for child in sentence.children(position) {
        if sentence.relation(child) == .auxiliary {
          switch sentence.lower[child] {
          case "has", "have", "'ve":
            guard step == 0 else { return }
            telling = .perfect
          case "had", "'d", "would", "will": return
          default: break
          }
        }
        if sentence.relation(child) == .marker, Self.asides.contains(sentence.lower[child]) {
          return
        }
      }
      let head = sentence.head(position)
      guard head >= 0 else {
        self = telling
        return
      }
      switch sentence.relation(position) {
      case .relativeClause where step == 0 && Self.isAdded(position, sentence):
        self = .added
        return
      case .relativeClause, .adnominalClause, .adverbialClause: return
      case .clausalComplement where head < position:
        guard telling == .told else { return }
        telling = .reported
      case .openComplement where head < position: return
      default: break
      }
      if step == 0, !sentence.isVerb(position) { return }
      position = head
    }
  }

  /// ", *which* added nine thousand in April.": a comma before the pronoun and no verb behind it but
  /// its own.
  private static func isAdded(_ verb: Int, _ sentence: SentenceReading) -> Bool {
    let pronoun = sentence.children(verb).first {
      ["which", "who"].contains(sentence.lower[$0]) && $0 < verb
    }
    guard let pronoun, pronoun > 0, sentence.lower[pronoun - 1] == "," else { return false }
    return !(verb + 1..<max(verb + 1, sentence.count)).contains {
      sentence.tag($0) == .verb && !sentence.isBelow($0, verb)
    }
  }
}
