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

  @Test func aSeriesIsCarriedOnByItsSubject() throws {
    let text = "Figures showed the rate for men fell last month. The rate for women rose. "
    #expect(try step("showed", in: text) == "report-day 2011-05-12 2011-05-12")
    #expect(try step("rose", in: text) == "narrative 2011-04-01 2011-04-30")
    // "also" and "the increase" point back to what was added behind a comma.
    let added = "Most jobs came in building, which added nine thousand in April. "
    #expect(
      try step("reflected", in: added + "The increase reflected strong demand.")
        == "narrative 2011-04-01 2011-04-30")
    #expect(
      try step("showed", in: added + "Farms also showed gains.")
        == "narrative 2011-04-01 2011-04-30")
    #expect(try step("resigned", in: added + "The mayor resigned.") == "undated - 2011-05-12")
    // Somebody else's deed is not part of what the figures say.
    let other = "Figures showed the rate for men fell last month. The minister left."
    #expect(try step("left", in: other) == "undated - 2011-05-12")
    let sales = "The firm lost three million dollars in the first quarter. Sales dropped sharply."
    #expect(try step("dropped", in: sales) == "narrative 2011-01-01 2011-03-31")
    let perfect = "The peso has fallen by a tenth in the last two days. The real has lost a fifth."
    #expect(try step("lost", in: perfect) == "narrative 2011-05-10 2011-05-12")
  }

  @Test func deedsInWordsBelongToTheStoryOfTheirDoers() throws {
    let opening = "Gunmen kidnapped a judge in Lima on Friday. "
    #expect(
      try step("demanded", in: opening + "The kidnappers demanded two million dollars.")
        == "narrative 2011-05-06 2011-05-06")
    #expect(
      try step("condemned", in: opening + "The mayor condemned the crime.")
        == "report-day 2011-05-12 2011-05-12")
    #expect(
      try step("sent", in: opening + "The army then sent troops.")
        == "narrative 2011-05-06 2011-05-12")
  }

  @Test func sourcesSpeakOnTheDayOnlyForThemselves() throws {
    for (word, text, expected) in [
      ("identified", "The victim was not identified.", "report-day"),
      ("gave", "Police gave no details.", "report-day"),
      ("declined", "The minister declined to comment.", "report-day"),
      ("discuss", "The minister declined to discuss the plan.", "main-clause"),
      ("remained", "The border remained closed.", "day-state"),
      ("continued", "The siege continued at full pace.", "day-state"),
      ("seemed", "The move seemed aimed at the rebels.", "day-state"),
      ("speaking", "A detective, speaking on condition of anonymity, said so.", "main-clause"),
    ] {
      #expect(try step(word, in: text) == expected + " 2011-05-12 2011-05-12", "\(text)")
    }
    // What somebody is said to have said, and what was said on the way, is older.
    for (word, text) in [
      ("told", "Roe acknowledged that she told the police of it."),
      ("asked", "She gave them money when they asked for help."),
      ("said", "He sold the house to a baker and said so."),
    ] {
      #expect(try step(word, in: text) == "undated - 2011-05-12", "\(text)")
    }
  }

  @Test func namesakesHaveOneDate() throws {
    let text = "The government will hold a referendum next year. Critics oppose the referendum. "
    #expect(try step("referendum", in: text).hasSuffix("2012-01-01 2012-12-31"))
    let invasion =
      "The invasion of Peru by Chile on 2 May shocked many. Chile said it invaded Peru for gold."
    #expect(try step("invaded", in: invasion) == "same-event 2011-05-02 2011-05-02")
    let two = "The murder of a judge on 2 May shocked many. The murder of two nuns did not."
    #expect(try step("murder", in: String(two.drop { $0 != "." })) == "undated - 2011-05-12")
    let eve = "This is the eve of the Pope's visit to Lima. The visit is his first."
    #expect(try step("visit", in: eve) == "eve 2011-05-13 2011-05-13")
  }

  @Test func undatedEventsTakeTheBoundsOfDatedOnes() throws {
    #expect(
      try step("condemned", in: "Chile had condemned the attack of 3 May.")
        == "undated 2011-05-03 2011-05-12")
    #expect(
      try step("fled", in: "Thousands fled after rebels took the town on 3 May.", genre: "op-ed")
        == "undated 2011-05-03 2011-05-12")
    #expect(
      try step("resigned", in: "He had resigned before the vote of 3 May.")
        == "undated - 2011-05-03")
  }

  @Test func anEventToldTwiceIsTwoEvents() throws {
    for text in [
      "Chile and Peru met in Oslo on 3 May 2010 and again in Riga on 10 June 2010.",
      "The presidents of Chile and Peru met in 2008 and in 2010.",
      "Chile attacked Peru on 3 May 2010 and again on 10 May 2010.",
    ] {
      let document = Document(name: "text", utf8: Array((text + " ").utf8))
      let dates = Ingester().extract(document).mentions.map(\.dating.attachment)
      #expect(dates.count == 2, "\(text)")
    }
    let once = Document(name: "text", utf8: Array("Chile met Peru from 3 May to 5 May 2010.".utf8))
    #expect(Ingester().extract(once).mentions.count == 1)
  }
}
