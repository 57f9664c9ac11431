import Testing
import TimelineModel

@testable import TimelineIngest

/// The linear model of event types: its file, its numbers, and what it adds to the trigger table.
@Suite("The model of event types")
struct TypeModelTests {
  @Test func marksBecomeExamples() throws {
    let examples = TypeExample.read("Peru [[signed|agreement]] a pact on trade in Lima.")
    #expect(examples.contains { $0.type == "agreement" })
    #expect(examples.count { $0.type != "none" } == 1)
    #expect(examples.count > 1)
  }

  @Test func aFileGivesItsWeightsBack() throws {
    let bytes = TypeModel.file(
      classes: ["none", "visit"], weights: [7: [(type: 1, weight: 100)], 65_543: [(0, 100)]],
      scale: 0.05)
    let model = try #require(TypeModel(bytes: bytes))
    #expect(model.classes == ["none", "visit"])
    #expect(model.probabilities(of: [7])[1] > 0.99)
    #expect(model.probabilities(of: [65_543])[1] < 0.01)
    #expect(model.probabilities(of: [8]) == [0.5, 0.5])
    // Shares are 1 together, and the order of features changes nothing.
    #expect(model.probabilities(of: [7, 65_543, 9]) == model.probabilities(of: [9, 65_543, 7]))
  }

  @Test func damagedFilesAreNone() {
    let bytes = TypeModel.file(classes: ["none"], weights: [:], scale: 1)
    for length in stride(from: 0, to: bytes.count, by: 9_973) {
      #expect(TypeModel(bytes: Array(bytes.prefix(length))) == nil)
    }
    #expect(TypeModel(bytes: bytes) != nil)
  }

  /// Wordings without a row of the table, and their family.
  static let wordings: [(String, String)] = [
    ("Nigeria pulled its troops out of thirty villages in December 2003.", "deployment"),
    ("The two presidents shook hands in Samarkand on 4 May 2016.", "meeting"),
    ("The president was ousted by his generals on 4 May 2016.", "departure"),
    ("Voters in Chad cast their ballots on 4 May 2016.", "election"),
    ("Floods swept away forty houses in Peru on 4 May 2016.", "disaster"),
    ("Gunmen mowed down twelve farmers near Jos on 4 May 2016.", "conflict"),
  ]

  @Test("Wordings that no row has are typed by their company", arguments: wordings)
  func types(_ text: String, family: String) {
    let types = Ingester().types(in: text)
    #expect(types.contains { $0.hasPrefix(family) }, "\(text): \(types)")
  }

  /// What people say of their own triggers goes before the model.
  @Test func usersRowsAreNotOverruled() throws {
    let types = EventTypeFile(
      """
      type: purchase
      label: Purchase
      definition: A company buys another.
      trigger: swallow verb
      """)
    let document = Document(
      name: "text", utf8: Array("The bank swallowed its rival on 4 May 2016.".utf8))
    let mentions = Ingester(types: types).extract(document).mentions
    #expect(mentions.map(\.description.type) == ["purchase"])
  }
}
