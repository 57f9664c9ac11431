import Testing
import TimelineModel

@testable import TimelineWorkspace

@Suite("The decisions file")
struct DecisionFileTests {
  /// One decision of every kind, with every part that it can have.
  static let everyKind: [Decision.Action] = [
    .add(
      Decision.AddedEvent(
        date: "2018-04-22/2018-04-23", phrase: "22 and 23 April", title: "A \"visit\"\n",
        type: "visit", actors: ["Pakistan", "Русь"], place: "Moscow", actuality: .planned,
        stage: "talks", source: "C:\\notes\tp. 3")),
    .edit(event: "e_1", field: .date, value: "2018-04"), .confirm(event: "e_1"),
    .reject(event: "e_1"), .merge(events: ["e_1", "e_2"]), .split(event: "e_1"),
    .link(plan: "e_1", outcome: "e_2"), .note(event: "e_1", text: "n"),
    .label(event: "e_1", text: "l"), .setPublished(document: "a.txt", date: "2018-05"),
    .alias(name: "USSR", canonical: "Soviet Union"), .undo(decision: "d_1"),
  ]

  static func decision(_ action: Decision.Action, at: String = "2026-11-23T07:00:00Z") -> Decision {
    Decision.made(
      action, saw: ["d_0", "d_9"],
      anchor: Decision.Anchor(
        document: "a.txt", mention: "e_1",
        quotation: Quotation(begin: 3, end: 7, exact: "abcd", prefix: "xyz", suffix: "…")),
      previous: "2018", by: "ana", at: at, why: "because")
  }

  @Test func everyKindSurvivesWritingAndReading() throws {
    for action in Self.everyKind {
      let decision = Self.decision(action)
      let line = DecisionLine.encode(decision)
      #expect(!line.contains("\n"))
      #expect(try DecisionLineReader.decode(line) == decision, "\(action.verb)")
    }
  }

  @Test func badLinesAreReportedByNumberAndGoodOnesApply() {
    let good = Self.everyKind.map { DecisionLine.encode(Self.decision($0)) }
    let edited = good[2].replacing("because", with: "perhaps")
    let text = """
      \(good[0])
      {"v":1,"action":"rej
      \(good[1])

      \(good[1])
      {"v":9,"action":"reject","event":"e_1","by":"b","at":"c"}
      {"v":1,"action":"set-published","document":"a","date":"2018-02-30","by":"b","at":"c"}
      \(edited)
      {"v":1,"action":"reject","event":"e_7","by":"b","at":"c"}
      """
    let file = DecisionFile(Array(text.utf8))
    #expect(file.entries.map(\.line) == [1, 3, 8, 9])
    #expect(file.entries[2].decision.why == "perhaps")
    #expect(file.entries[3].decision.id.hasPrefix("d_"))
    #expect(
      file.warnings.map(\.message).map { $0.split(separator: ":")[1] } == ["2", "5", "6", "7", "8"])
  }

  @Test func orderComesFromWhatWasSeenNotFromLines() {
    let first = Decision.made(.note(event: "e_1", text: "1"), by: "a", at: "2")
    let second = Decision.made(
      .note(event: "e_1", text: "2"), saw: [first.id], by: "b", at: "1")
    let third = Decision.made(.undo(decision: second.id), by: "a", at: "0")
    let fourth = Decision.made(.undo(decision: third.id), by: "a", at: "0")
    let lines = [fourth, third, second, first].map { DecisionLine.encode($0) }
    for text in [lines.joined(separator: "\n"), lines.reversed().joined(separator: "\n")] {
      let order = DecisionOrder(DecisionFile(Array(text.utf8)).entries)
      #expect(order.sorted.map(\.decision.id) == [first, second, third, fourth].map(\.id))
      #expect(order.undone == [third.id])
      #expect(order.hasSeen(fourth.id, first.id))
    }
  }
}
