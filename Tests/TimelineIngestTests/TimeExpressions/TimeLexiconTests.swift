import Testing

@testable import TimelineIngest

@Suite("Lexicons of time")
struct TimeLexiconTests {
  private func tokens(_ text: some StringProtocol) -> [TimeToken] {
    TimeTokenizer.tokens(of: Array(text.utf8))
  }

  private let companions = TableText.rows(ofFile: "time_companions.tsv").filter { $0 != [""] }

  @Test func everyLineGivesOneWordOneRoleThatItPlays() throws {
    #expect(companions.count > 300)
    for row in companions {
      try #require(row.count == 2, "\(row)")
      #expect(row[0] == row[0].lowercased())
      let role = try #require(TimeCompanions.named[String(row[1])], "no role \(row[1])")
      let word = tokens(row[0])
      #expect(word.count == 1 && word[0].has(role), "\(row)")
    }
    #expect(Set(companions).count == companions.count, "a line stands twice")
  }

  @Test func everyRoleIsOneBitOfItsOwnAndHasWords() {
    let roles = TimeCompanions.named
    #expect(roles.values.allSatisfy { $0.rawValue.nonzeroBitCount == 1 })
    #expect(Set(roles.values.map(\.rawValue)).count == roles.count)
    #expect(Set(companions.map { String($0[1]) }) == Set(roles.keys))
  }

  @Test func rolesFoldCaseAndAreIndependentOfTheClass() {
    let words = tokens("Will SHOPPING corps CORP average 7th")
    #expect(words[0].kind == .clueForward && words[0].has(.modal))
    #expect(words[1].kind == .none && words[1].has(.feastGood) && !words[1].has(.modal))
    #expect(!words[2].has(.companyAbbreviation) && words[3].has(.companyAbbreviation))
    #expect(words[4].has(.measuredNoun))
    #expect(words[5].form == .number && words[5].companionSet == 0)
    #expect(words[6].has(.ordinalEnding) && !words[6].has(.titleAbbreviation))
    #expect(tokens("st")[0].has([.ordinalEnding, .titleAbbreviation]))
  }

  @Test func noTwoWordsShareAHash() {
    let words = Set((companions + TableText.rows(ofFile: "time_words.tsv")).map { String($0[0]) })
    let hashes = Set(words.map { TimeWords.hash(of: $0.utf8) })
    #expect(hashes.count == words.count)
  }

  @Test func aTokenIsSmall() {
    #expect(MemoryLayout<TimeToken>.stride == 20)
  }
}
