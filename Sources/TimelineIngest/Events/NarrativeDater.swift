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
  ]
  private static let asides: Set<String> = [
    "after", "before", "since", "until", "because", "although", "though", "if", "unless", "once",
  ]
  /// How many sentences may pass before the thread is lost.
  private static let reach = 2

  /// What a story is about and when it plays.
  private struct Thread {
    var origin: Int
    var latest: Int
    var date: AttachedDate
    /// The subjects that must stand again, or nil when the narrator's word carries it on.
    var subjects: Set<String>?
    /// Whether it is told in the perfect.
    var isPerfect: Bool
  }

  /// Dates the verbs that carry a dated story on; drafts are in the order of the text.
  func run(on drafts: inout [MentionDraft]) {
    var thread: Thread?
    for index in drafts.indices {
      let draft = drafts[index]
      // Who speaks of a story speaks later than it.
      guard draft.candidate.isVerb, !draft.candidate.hints.contains(.said) else { continue }
      let telling = Telling(draft)
      guard telling != .aside else { continue }
      if let date = draft.date {
        let isFirm = Self.firm.contains(date.provenance.attachment ?? "")
        if isFirm, isNarrow(date.date, telling) {
          thread = Thread(
            origin: draft.sentence.index, latest: draft.sentence.index, date: date,
            subjects: telling == .reported ? subjects(of: draft) : nil,
            isPerfect: telling == .perfect)
        } else if date.provenance.attachment != "same-event", telling == .told {
          thread = nil
        }
        continue
      }
      guard let last = thread, draft.sentence.index > last.origin,
        draft.sentence.index - last.latest <= Self.reach, carriesOn(draft, telling, last)
      else { continue }
      var date = last.date
      date.provenance.attachment = "narrative"
      date.trust *= 0.6
      drafts[index].date = date
      thread?.latest = draft.sentence.index
    }
  }

  private func carriesOn(_ draft: MentionDraft, _ telling: Telling, _ thread: Thread) -> Bool {
    guard !hasOtherTime(draft.sentence), (telling == .perfect) == thread.isPerfect else {
      return false
    }
    guard let told = thread.subjects else { return telling != .reported }
    return !told.isDisjoint(with: subjects(of: draft))
  }

  /// Whether the sentence states a date, apart from one that it only compares with ("higher than a
  /// year earlier", "from 5 per cent in May").
  private func hasOtherTime(_ sentence: SentenceReading) -> Bool {
    sentence.times.contains { time in
      guard time.expression.date != nil else { return false }
      let before = sentence.lower[max(0, time.tokens.lowerBound - 5)..<time.tokens.lowerBound]
      return !before.contains("than") && !before.contains("from")
    }
  }

  /// The dictionary forms of the common nouns that are subjects.
  private func subjects(of draft: MentionDraft) -> Set<String> {
    Set(
      draft.candidate.clause.subjects.filter { draft.sentence.tag($0) == .noun }
        .map { Inflection.shared.lemma(ofNoun: draft.sentence.lower[$0]) })
  }

  /// A day or a month with both ends, stated without "about"; with the perfect also a stretch up to
  /// the day of publication.
  private func isNarrow(_ date: EventDate, _ telling: Telling) -> Bool {
    guard let length = date.span.length, length <= 31, !date.approximate else { return false }
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
}
