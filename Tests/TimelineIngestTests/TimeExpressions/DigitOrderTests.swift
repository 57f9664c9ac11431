import Testing
import TimelineIngest
import TimelineModel

@Suite("Order of day and month in digits")
struct DigitOrderTests {
  private func expression(_ text: String, language: String? = nil) throws -> TimeExpression {
    let document = Document(
      name: "test", utf8: Array(text.utf8), metadata: DocumentMetadata(language: language))
    return try #require(TimeTagger().tag(document).last)
  }

  @Test func otherDatesTell() throws {
    let british = try expression("They met on 25/04/2015. They met again on 12/03/2015.")
    #expect(british.date?.edtf == "2015-03-12")
    #expect(british.date?.inferred == [.day, .month])
    #expect(british.date?.uncertain == false)
    #expect(british.anchorReason == "day first, as in 25/04/2015")
    let american = try expression("They met on 4/25/2015. They met again on 12/03/2015.")
    #expect(american.date?.edtf == "2015-12-03")
    #expect(american.anchorReason == "month first, as in 4/25/2015")
  }

  @Test func theLanguageTells() throws {
    let text = "They met on 12/03/2015."
    #expect(try expression(text, language: "en-US").date?.edtf == "2015-12-03")
    for language in ["en-GB", "en-IN", "en-AU", "en_PK"] {
      #expect(try expression(text, language: language).date?.edtf == "2015-03-12")
    }
    for language in ["en", "en-CA", "", nil] {
      let found = try expression(text, language: language)
      #expect(found.date?.edtf == "[2015-03-12,2015-12-03]", "\(language ?? "none")")
      #expect(found.date?.uncertain == true)
    }
  }

  @Test func theSpellingTells() throws {
    let british = try expression("The defence of the harbour began on 12/03/2015.")
    #expect(british.date?.edtf == "2015-03-12")
    #expect(british.anchorReason == "day first, as who spells \"defence\" writes it")
    let american = try expression("The defense of the harbor began on 12/03/2015.")
    #expect(american.date?.edtf == "2015-12-03")
  }

  /// Evidence that contradicts itself is none, and a name is no spelling.
  @Test func contradictionsTellNothing() throws {
    let both = "[2015-03-12,2015-12-03]"
    let mixed = try expression("The defence of the harbor began on 12/03/2015.")
    #expect(mixed.date?.edtf == both)
    let digits = try expression("From 25/04/2015 and 4/26/2015 to 12/03/2015.")
    #expect(digits.date?.edtf == both)
    let name = try expression("The Ministry of Defence met on 12/03/2015.")
    #expect(name.date?.edtf == both)
  }
}
