/// Brings the features of verbs into line with the tree: the tagger sees two words to each side,
/// the tree knows whose auxiliary a word is.
enum VerbForms {
  /// Settles past forms, participles and voice of every parsed verb of a sentence.
  static func settle(_ sentence: inout SentenceTree) {
    let count = sentence.tokens.count
    var hasSubject = Array(repeating: false, count: count)
    var hasPassive = Array(repeating: false, count: count)
    var hasAuxiliary = Array(repeating: false, count: count)
    for token in sentence.tokens where token.head >= 0 {
      let head = Int(token.head)
      switch token.relation {
      case .passiveSubject, .passiveAuxiliary: hasPassive[head] = true
      case .nominalSubject: hasSubject[head] = true
      default: break
      }
      if token.relation == .auxiliary || token.relation == .passiveAuxiliary {
        hasAuxiliary[head] = true
      }
    }
    for index in 0..<count where sentence.tokens[index].tag == .verb {
      let features = sentence.tokens[index].features
      guard features.contains(.past) else { continue }
      if hasPassive[index] {
        sentence.tokens[index].features = [.past, .participle, .passive]
      } else if hasAuxiliary[index], features.contains(.finite) {
        // "has signed", "was signed" and, far rarer, "did signed" with a slip of the pen.
        sentence.tokens[index].features = [.past, .participle]
      } else if hasSubject[index], !hasAuxiliary[index], features.contains(.participle),
        isFinitePlace(sentence.tokens[index].relation)
      {
        sentence.tokens[index].features = [.past, .finite]
      }
    }
  }

  /// Whether a verb with a subject of its own and no auxiliary is finite in that relation; "with
  /// talks stalled" and "the house they painted white" are not.
  private static func isFinitePlace(_ relation: DependencyRelation) -> Bool {
    switch relation {
    case .root, .clausalComplement, .relativeClause, .parataxis: true
    default: false
    }
  }
}
