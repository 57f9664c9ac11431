import Chronology
import Testing
import TimelineModel

@testable import TimelineIngest

@Suite("Clauses, triggers and dates over hand-made trees")
struct ClauseTests {
  /// "On 3 May Kenya signed a protocol with Ghana and expelled two diplomats".
  static let coordinated = """
    On ADP 2 case
    May PROPN 4 obl
    Kenya PROPN 4 nsubj
    signed VERB 0 root
    a DET 6 det
    protocol NOUN 4 obj
    with ADP 8 case
    Ghana PROPN 4 obl
    and CCONJ 10 cc
    expelled VERB 4 conj
    two NUM 12 nummod
    diplomats NOUN 10 obj
    """

  static let may = EventDate(edtf: "2011-05", span: .month(5, year: 2011), precision: .month)

  static var sentence: DrawnSentence {
    DrawnSentence(
      coordinated,
      names: [DrawnSentence.country(2, "Kenya"), DrawnSentence.country(7, "Ghana")],
      times: [(1..<2, may)])
  }

  @Test("A coordinated verb shares subject and date, each verb has its own type")
  func sharesSubjectAndDate() {
    let drafts = Self.sentence.drafts()
    #expect(drafts.map(\.type) == ["agreement.treaty", "expulsion"])
    #expect(drafts.allSatisfy { $0.date?.date.edtf == "2011-05" })
    #expect(
      drafts.map { $0.date?.provenance.attachment } == ["own-predicate", "coordinated-clause"])
    #expect(drafts[0].actors.map(\.name) == ["Kenya", "Ghana"])
    #expect(drafts[1].actors.first?.name == "Kenya")
  }

  @Test("The title is a clause in the present tense without the date")
  func titleIsPresent() {
    #expect(Self.sentence.drafts()[0].title == "Kenya signs a protocol with Ghana")
  }

  @Test("A light verb leaves the event to its noun, with the verb's subject")
  func lightVerb() {
    let sentence = DrawnSentence(
      """
      Peru PROPN 2 nsubj
      held VERB 0 root
      talks NOUN 2 obj
      with ADP 5 case
      Chile PROPN 3 nmod
      in ADP 7 case
      Lima PROPN 2 obl
      """,
      names: [DrawnSentence.country(0, "Peru"), DrawnSentence.country(4, "Chile")])
    let drafts = sentence.drafts()
    #expect(drafts.map(\.type) == ["meeting"])
    #expect(drafts[0].actors.map(\.name) == ["Peru", "Chile"])
  }

  @Test("A passive's subject is its object, its agent the actor")
  func passive() {
    let sentence = DrawnSentence(
      """
      Diplomats NOUN 3 nsubj:pass
      were AUX 3 aux:pass
      expelled VERB 0 root
      by ADP 5 case
      Kenya PROPN 3 obl:agent
      """, names: [DrawnSentence.country(4, "Kenya")])
    let drafts = sentence.drafts()
    #expect(drafts.map(\.type) == ["expulsion"])
    #expect(drafts[0].actors.contains { $0.name == "Kenya" && $0.role == .actor })
    #expect(drafts[0].title == "Diplomats are expelled by Kenya")
  }

  @Test("A plan is planned, a refusal is not what was refused")
  func plansAndRefusals() {
    let lines = { (verb: String) in
      """
      Kenya PROPN 2 nsubj
      \(verb) VERB 0 root
      to PART 4 mark
      sign VERB 2 xcomp
      the DET 6 det
      treaty NOUN 4 obj
      """
    }
    let names = [DrawnSentence.country(0, "Kenya")]
    let plan = DrawnSentence(lines("plans"), names: names).drafts()
    #expect(plan.last?.reading.actuality == .planned)
    #expect(plan.last?.rejection == nil)
    let refusal = DrawnSentence(lines("refused"), names: names).drafts()
    #expect(refusal.first?.type == "statement.rejection")
    #expect(refusal.last?.rejection != nil)
  }
}
