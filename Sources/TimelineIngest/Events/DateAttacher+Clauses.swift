import Chronology
import TimelineModel

/// Dates that a clause takes from what it stands beside.
extension DateAttacher {
  /// "The breakthrough came on 5 May, *when they met*"; "since 2018, *when* ties were restored": the
  /// clause tells of the date before it, without what opens that date.
  func whenBehindDate(_ verb: Int) -> AttachedDate? {
    guard sentence.isVerb(verb) || sentence.child(verb, .copula) != nil,
      let when = sentence.children(verb).first(where: {
        $0 < verb && sentence.lower[$0] == "when"
      })
    else { return nil }
    for (number, time) in sentence.times.enumerated() where isUsable(number) {
      let between = time.tokens.upperBound..<max(time.tokens.upperBound, when)
      guard time.tokens.upperBound <= when, between.count <= 3,
        between.allSatisfy({ [",", "however", "though"].contains(sentence.lower[$0]) })
      else { continue }
      return attached(number, "when-clause", 0.85, isPlain: true)
    }
    return nil
  }

  /// "*Receiving* the envoy on Tuesday, Rojas accused …", "Rojas, *speaking* in Lima on Sunday, said",
  /// "in a statement *issued* on Monday": the time mention of what was done meanwhile.
  func meanwhile(_ verb: Int) -> Int? {
    var clauses: [Int] = []
    for child in sentence.children(verb) {
      switch sentence.relation(child) {
      case .adverbialClause: clauses.append(child)
      case .nominalSubject:
        clauses += sentence.children(child).filter {
          sentence.relation($0) == .adnominalClause && $0 > 0 && sentence.lower[$0 - 1] == ","
        }
      case .oblique
      where sentence.preposition(child) == "in" && Self.papers.contains(sentence.lower[child]):
        if let time = best(owners: participles(of: child) + [child], near: verb) { return time }
      default: break
      }
    }
    for clause in clauses where sentence.lower[clause].hasSuffix("ing") {
      let isMarked = sentence.children(clause).contains {
        [.marker, .caseMarking, .auxiliary].contains(sentence.relation($0)) && $0 < clause
      }
      guard !isMarked, clause < verb, let time = best(owners: [clause], near: verb) else {
        continue
      }
      return time
    }
    return nil
  }

  private func participles(of noun: Int) -> [Int] {
    sentence.children(noun).filter { sentence.relation($0) == .adnominalClause }
  }

  /// What somebody says something in.
  private static let papers: Set<String> = [
    "statement", "letter", "communique", "communiqué", "speech", "interview", "address", "tweet",
    "post", "message", "broadcast", "declaration", "note", "report", "article", "briefing",
  ]

  private static let behind: Set<String> = [
    "after", "following", "in the wake of", "in the aftermath of", "as a result of", "because of",
  ]

  /// "After the flood of May 2010 Chad *sent* aid and …": about the month of what it came after.
  func aftermath(of top: Int) -> AttachedDate? {
    var verb = top
    for _ in 0..<3 where sentence.relation(verb) == .conjunct { verb = sentence.head(verb) }
    guard sentence.isVerb(verb), !sentence.lower[top].hasSuffix("ing") else { return nil }
    for child in sentence.children(verb) where sentence.timeAt[child] < 0 {
      guard let noun = eventBehind(child), let time = best(owners: [noun], near: noun),
        var found = attached(time, "aftermath", 0.5, isPlain: true),
        let first = found.date.span.earliest, let last = found.date.span.latest
      else { continue }
      let isMonth = first.year == last.year && first.month == last.month
      guard isMonth || first.year == last.year else { return nil }
      let edtf = isMonth ? String(first.description.prefix(7)) : String(first.description.prefix(4))
      found.date.edtf = edtf + "~"
      found.date.span =
        isMonth ? .month(first.month, year: first.year) : .year(first.year)
      found.date.precision = isMonth ? .month : .year
      found.date.approximate = true
      return found
    }
    return nil
  }

  /// "after the *flood*", "in the wake of the *flood*".
  private func eventBehind(_ oblique: Int) -> Int? {
    guard !sentence.isVerb(oblique) else { return nil }
    let preposition = sentence.preposition(oblique)
    if Self.behind.contains(preposition) { return oblique }
    guard preposition == "in", ["wake", "aftermath"].contains(sentence.lower[oblique]) else {
      return nil
    }
    return sentence.children(oblique).first { sentence.preposition($0) == "of" }
  }
}
