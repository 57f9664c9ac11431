import Chronology
import Testing
import TimelineIngest
import TimelineModel

/// Dates that a sentence takes from the telling around it, by the step that carried them.
@Suite("Dates carried by the discourse")
struct DiscourseDatingTests {
  /// The step and bounds of the mention at the word, or `-` when the word is no event.
  private func step(_ word: String, in text: String, genre: String = "wire") throws -> String {
    var document = Document(name: "text", utf8: Array(text.utf8))
    document.metadata.genre = genre
    let day = try #require(CivilDay(iso: "2011-05-12"))
    document.published = PublicationDate(
      edtf: "2011-05-12", span: DaySpan(day), origin: .sidecar, evidence: "2011-05-12")
    let mentions = Ingester().extract(document, everyPredicate: true).mentions
    guard let mention = mentions.first(where: { $0.trigger.text == word }) else { return "-" }
    let span = mention.description.date.span
    let bounds = [span.earliest, span.latest].map { $0?.description ?? "-" }
    return ([mention.dating.attachment ?? "undated"] + bounds).joined(separator: " ")
  }

  @Test func newsGoesOnTellingInThePlainPast() throws {
    let text = "Two men entered a bank in Lima on Monday. They took no money and wounded a guard. "
    #expect(try step("took", in: text) == "narrative 2011-05-09 2011-05-09")
    #expect(try step("wounded", in: text) == "narrative 2011-05-09 2011-05-09")
    // An essay keeps no such thread.
    #expect(try step("took", in: text, genre: "op-ed") == "undated - 2011-05-12")
  }

  @Test func anAsideIsNotPartOfTheStory() throws {
    let opening = "Two men entered a bank in Lima on Monday. "
    for (word, sentence) in [
      ("quarrelled", "They had quarrelled with the owner."),
      ("fled", "A witness said that one of them fled."),
      ("built", "The bank, which a priest built, closed."),
    ] {
      let found = try step(word, in: opening + sentence)
      #expect(!found.hasPrefix("narrative"), "\(sentence): \(found)")
    }
  }

  @Test func participlesHappenWithTheirMainClause() throws {
    let text = "Two men entered a bank in Lima on Monday. They fired at a guard, wounding him. "
    #expect(try step("wounding", in: text) == "main-clause 2011-05-09 2011-05-09")
    // What comes first lies before it.
    let after = "They left after wounding a guard."
    #expect(try !step("wounding", in: String(text.prefix(42)) + after).hasPrefix("main-clause"))
  }

  @Test func recentStretchesEndOnTheDayOfPublication() throws {
    for (phrase, first) in [
      ("over the last two weeks", "2011-04-28"), ("in the past 24 hours", "2011-05-11"),
      ("during the past five days", "2011-05-07"),
    ] {
      let found = try step("fell", in: "Prices fell sharply \(phrase).")
      #expect(found == "own-predicate \(first) 2011-05-12", "\(phrase)")
    }
    // These end elsewhere.
    #expect(
      try !step("fell", in: "Prices fell during the last two weeks of 2009.").contains("2011-04-28")
    )
  }

  @Test func whatIsWaitedForLiesAhead() throws {
    for text in [
      "The envoys will stay until the siege ends.",
      "The envoys can leave as soon as the siege in the north ends.",
    ] {
      #expect(try step("ends", in: text) == "undated 2011-05-12 -", "\(text)")
    }
  }
}
