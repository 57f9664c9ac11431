import DocumentReading
import Foundation
import Testing
import TimelineModel
import TimelineQuery
import TimelineTestSupport

@testable import TimelineStore
@testable import TimelineWorkspace

@Suite("Full and incremental builds")
struct RebuildTests {
  static let texts = [
    "Foreign Minister Khan visited Moscow on 12 March 2016. He met President Putin there. "
      + "The two countries signed a defence agreement on 20 November 2014.",
    "On 20 November 2014 Pakistan and Russia signed a defence agreement in Islamabad. "
      + "A joint exercise will be held in October 2018.",
    "Russia delivered four helicopters to Pakistan in August 2017. Officials denied the report.",
  ]

  /// A folder with the texts as documents, in the database.
  func folder() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for (index, text) in Self.texts.enumerated() {
      try folder.write("documents/\(index).txt", text)
    }
    _ = try Workspace.rebuild(folder.folder, command: "test")
    return folder
  }

  func digest(_ folder: TemporaryFolder) throws -> String {
    try Workspace.reader(folder.folder).contentDigest()
  }

  @Test func twoRebuildsGiveTheSameBytes() throws {
    let folder = try folder()
    let first = try folder.bytes("timeline.sqlite")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try folder.bytes("timeline.sqlite") == first)
    try folder.delete("timeline.sqlite")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try folder.bytes("timeline.sqlite") == first)
    #expect(try Workspace.reader(folder.folder).counts().events > 3)
  }

  @Test func typesOfTheFolderAreReadAndForgottenWithTheirFile() throws {
    let folder = try folder()
    let before = try digest(folder)
    try folder.write(
      "types.txt",
      """
      type: helicopter_handover
      label: Handover of helicopters
      definition: Helicopters change hands.
      trigger: deliver verb obj:helicopter
      example: France delivered two helicopters to Chad in May 2010.
      wrong line
      """)
    let store = try Workspace.reader(folder.folder)
    let notice = try Workspace.pendingNotice(folder.folder, store: store)
    #expect(notice?.contains("types.txt") == true)
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let built = try Workspace.reader(folder.folder)
    #expect(try Workspace.pendingNotice(folder.folder, store: built) == nil)
    let types = try built.query(
      "SELECT count(*) FROM event WHERE type = 'helicopter_handover'"
    ).rows
    #expect(types.first?.first == .integer(1))
    let labels = try built.query(
      "SELECT label FROM event_type WHERE code = 'helicopter_handover'"
    ).rows
    #expect(labels.first?.first == .text("Handover of helicopters"))
    #expect(try built.warnings().contains { $0.message.contains("types.txt, line 6") })

    // The next command that writes takes them back when the file is gone.
    try folder.delete("types.txt")
    _ = try Workspace.decide(in: folder.folder, command: "test") { _ in [] }
    _ = try Workspace.rebuild(folder.folder, command: "test")
    #expect(try digest(folder) == before)
  }

  @Test func stepsGiveTheDigestOfAFullRebuild() throws {
    let seed = RandomDecisions.seed()
    var random = SeededGenerator(seed: seed)
    let folder = try TemporaryFolder()
    try Workspace.initialise(folder.folder, command: "test")
    for step in 0..<12 {
      let number = Int.random(in: 0..<Self.texts.count, using: &random)
      let name = "\(number).txt"
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where FileManager.default.fileExists(atPath: folder.folder.documents + "/" + name):
        _ = try Workspace.remove([name], from: folder.folder, command: "test")
      case 1:
        let event = Decision.AddedEvent(date: "2017-0\(1 + step % 9)", title: "Step \(step)")
        _ = try Workspace.decide(in: folder.folder, command: "test") { _ in
          [Decision.made(.add(event), by: "ana", at: "2026-01-01T00:00:00Z")]
        }
      default:
        var text = Self.texts[number]
        if Bool.random(using: &random) { text += "\n\nTalks were held in Kazan in May 2015." }
        _ = try Workspace.ingest(
          [Incoming(source: .bytes(Array(text.utf8)), name: name, overrides: .init())],
          into: folder.folder, command: "test")
      }
      let stepwise = try digest(folder)
      _ = try Workspace.rebuild(folder.folder, command: "test")
      let full = try digest(folder)
      #expect(stepwise == full, "step \(step), seed \(seed)")
      #expect(try Workspace.check(folder.folder).problems == [], "step \(step), seed \(seed)")
    }
  }

  @Test func anEditedDocumentChangesOnlyItsOwnIds() throws {
    let folder = try folder()
    let before = try Workspace.reader(folder.folder).extractions().map { $0.mentions.map(\.id) }
    try folder.write(
      "documents/1.txt", "An unrelated line with a mended typo.\n\n" + Self.texts[1])
    try FileManager.default.moveItem(
      atPath: folder.folder.documents + "/2.txt", toPath: folder.folder.documents + "/renamed.txt")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let after = try Workspace.reader(folder.folder).extractions().map { $0.mentions.map(\.id) }
    #expect(before.joined().sorted() == after.joined().sorted())
    #expect(!FileManager.default.fileExists(atPath: folder.folder.identities))
  }

  @Test func anIdOfOldLeadsToWhatBecameOfIt() throws {
    let folder = try folder()
    let id = try #require(
      try Workspace.reader(folder.folder).extraction(ofDocument: "2.txt")?.mentions.first?.id)
    try folder.write(
      "documents/2.txt", Self.texts[2].replacing("four helicopters", with: "five helicopters"))
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let found = try #require(try Workspace.reader(folder.folder).event(id: id))
    #expect(found.resolvedFrom == id)
    #expect(found.event.id != id)
    try folder.delete("documents/2.txt")
    _ = try Workspace.rebuild(folder.folder, command: "test")
    let store = try Workspace.reader(folder.folder)
    #expect(try store.event(id: id) == nil)
    #expect(try store.tombstone(id: id)?.reason.contains("2.txt") == true)
  }

  @Test func aFailedGateKeepsTheOldFile() throws {
    let folder = try folder()
    let before = try folder.bytes("timeline.sqlite")
    for name in ["0.txt", "1.txt"] { try folder.delete("documents/" + name) }
    #expect(throws: WorkspaceError.self) {
      try Workspace.rebuild(folder.folder, command: "test", tolerance: 0.1)
    }
    #expect(try folder.bytes("timeline.sqlite") == before)
    let left = try FileManager.default.contentsOfDirectory(atPath: folder.folder.path)
    #expect(!left.contains { $0.hasPrefix(FileSystem.temporaryPrefix) })
  }

  /// A writer may die while somebody reads: its journal is rolled back between two readings.
  @Test func whoReadsOutlivesAWriterThatDies() throws {
    let folder = try StoryDocuments.folder()
    let reader = try Workspace.reader(folder.folder)
    let digest = try reader.contentDigest()
    let journal = folder.folder.database + "-journal"
    for round in 0..<2 {
      var bytes = Data()
      let store = try TimelineStore.open(at: folder.folder.database, mode: .readWrite)
      try store.write { writer throws(StoreError) in
        try writer.setMeta("round", "\(round)")
        bytes = (try? Data(contentsOf: URL(fileURLWithPath: journal))) ?? Data()
      }
      try store.close()
      #expect(bytes.count > 512)
      // The mark that a journal gets when it is on the disk; it then has pages to roll back, here
      // none.
      bytes.replaceSubrange(
        0..<12, with: [0xd9, 0xd5, 0x05, 0xf9, 0x20, 0xa1, 0x63, 0xd7, 0, 0, 0, 0])
      try bytes.write(to: URL(fileURLWithPath: journal))
      #expect(try reader.contentDigest() == digest)
      #expect(!FileManager.default.fileExists(atPath: journal))
    }
    // Whoever may not write says so.
    try Data([1]).write(to: URL(fileURLWithPath: journal))
    let lone = try? TimelineStore.open(at: folder.folder.database, mode: .readOnly)
    #expect(lone == nil)
  }

  /// Another program brings its own reference data along.
  @Test func anotherProgramLeavesNoneOfTheOldReferenceData() throws {
    let folder = try StoryDocuments.folder()
    let digest = try Workspace.reader(folder.folder).contentDigest()
    let store = try TimelineStore.open(at: folder.folder.database, mode: .readWrite)
    try store.write { writer throws(StoreError) in
      try writer.setMeta(.extractionHash, "another program's")
      try writer.database.run(
        "DELETE FROM organisation; DELETE FROM alias; INSERT INTO country (name) VALUES ('Utopia')")
    }
    try store.close()
    #expect(try Workspace.reader(folder.folder).contentDigest() != digest)
    _ = try Workspace.decide(in: folder.folder, command: "test") { _ in [] }
    let reader = try Workspace.reader(folder.folder)
    #expect(try reader.contentDigest() == digest)
    #expect(try reader.count(EventQuery(parsing: "actor:Norwegian undated:yes")) > 0)
  }
}
