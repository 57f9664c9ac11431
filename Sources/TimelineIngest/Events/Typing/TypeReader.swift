/// Asks the model of types about the words of a sentence, and settles where it and the trigger
/// table disagree.
///
/// The table knows words; the model also knows company. So the model types dated clauses that no row
/// fits, overrules a row of the program (never one of a user) when it finds another family likelier,
/// and finds events told by words that the table does not have. The shares it gives are spread over
/// some fifty types, so that a third is much.
struct TypeReader {
  private let sentence: SentenceReading
  private let lexicon: EventLexicon
  private let finder: TriggerFinder
  private let features: TypeFeatures
  private let model: TypeModel?
  /// What the features that all words share say for each class.
  private let sharedSums: [Int32]

  /// How sure the model must be, as shares of 1.
  private enum Least {
    /// Of the type of a dated clause without a row, among all types.
    static let backoff: Float = 0.04
    /// That a dated clause without a row tells an event at all; else it stays `other`.
    static let isEvent: Float = 0.05
    /// Of the same, to go before what the rules of the backoff say.
    static let firm: Float = 0.3
    /// Of another family than that of the row.
    static let override: Float = 0.3
    /// That a word without a row tells an event of that type.
    static let discovery: Float = 0.15
  }

  init(sentence: SentenceReading, lexicon: EventLexicon, finder: TriggerFinder) {
    self.sentence = sentence
    self.lexicon = lexicon
    self.finder = finder
    features = TypeFeatures(sentence: sentence, lexicon: lexicon, finder: finder)
    model = TypeModel.shared
    sharedSums = model?.sums(of: features.shared) ?? []
  }

  /// The likeliest type of an event, its share among all types, and how likely it is one of them.
  private func best(of candidate: TriggerCandidate, _ model: TypeModel) -> (
    type: String, share: Float, isTyped: Float
  )? {
    var shares = model.probabilities(
      of: features.ownHashes(of: candidate), besides: sharedSums)
    for index in shares.indices where Self.isUntyped(model.classes[index]) { shares[index] = 0 }
    guard let top = shares.indices.max(by: { shares[$0] < shares[$1] }) else { return nil }
    let isTyped = shares.reduce(0, +)
    return (model.classes[top], shares[top] / max(isTyped, 1e-6), isTyped)
  }

  private static func isUntyped(_ type: String) -> Bool { type == "none" || type == "other" }

  /// The candidates with their types settled, and those that only the model sees.
  func settled(_ candidates: [TriggerCandidate]) -> [TriggerCandidate] {
    guard let model else { return candidates }
    var all = candidates.map { candidate in settled(candidate, model) }
    var known = Set(all.map(\.token))
    for candidate in all { if let support = candidate.clause.supportVerb { known.insert(support) } }
    for word in finder.words(besides: known) where word.row == nil {
      guard let found = best(of: word, model), found.share * found.isTyped >= Least.discovery
      else { continue }
      var word = word
      word.backoff = found.type
      word.isDiscovered = true
      all.append(word)
    }
    return all.sorted { $0.token < $1.token }
  }

  private func settled(_ candidate: TriggerCandidate, _ model: TypeModel) -> TriggerCandidate {
    guard let found = best(of: candidate, model) else { return candidate }
    var candidate = candidate
    if candidate.row == nil {
      if found.isTyped >= Least.isEvent,
        found.share >= (candidate.backoff == nil ? Least.backoff : Least.firm)
      {
        candidate.backoff = found.type
      }
    } else if let row = candidate.row, !row.isUsers, found.share >= Least.override,
      found.type.eventFamily != row.type.eventFamily
    {
      candidate.row = TriggerRow(row, type: found.type)
    }
    return candidate
  }
}
